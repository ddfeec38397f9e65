"""Answers to the exercises of the chapter on softmax."""

import math

from derivlearn import activations, costs
from derivlearn.activations import softmax
from derivlearn.numeric import central_difference

# --8<-- [start:difference]
for z in ([3.0, 3.0], [3.0, 3.0, 3.0], [103.0, 103.0, 103.0]):
    print([round(s, 4) for s in softmax(z)])

d = math.log(3)
print(f"{d:.4f}")
print([round(s, 4) for s in softmax([d, 0.0])])
print([round(s, 4) for s in softmax([5.0 + d, 5.0])])
# --8<-- [end:difference]


# --8<-- [start:derive]
def share(a):  # y is the target that the loop below sets
    return -y * math.log(a) - (1 - y) * math.log(1 - a)


for y in (1.0, 0.0, 0.25):
    for a in (0.2, 0.7):
        whole = (a - y) / (a * (1 - a))
        measured = central_difference(share, a)
        print(f"y = {y:<4}  a = {a}  {whole:7.4f} {measured:7.4f}")
# --8<-- [end:derive]

for y in (1.0, 0.0, 0.25):
    for a in (0.2, 0.7):
        whole = (a - y) / (a * (1 - a))
        assert abs(-y / a + (1 - y) / (1 - a) - whole) < 1e-14
        assert abs(central_difference(share, a) - whole) < 1e-6
        assert abs(costs.binary_cross_entropy([a], [y]) - share(a)) < 1e-14


# --8<-- [start:tails]
def sigmoid(z):
    return 1 / (1 + math.exp(-z))


for z in (10, 40):
    a = sigmoid(z)
    print(f"z = {z}  {a * (1 - a):.3e}  {a * sigmoid(-z):.3e}")
# --8<-- [end:tails]

assert 1 - sigmoid(40) == 0.0
for z in (10, 40):
    ours = sigmoid(z) * sigmoid(-z)
    assert abs(ours / activations.sigmoid_derivative(z) - 1) < 1e-12
