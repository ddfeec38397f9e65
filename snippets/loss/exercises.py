"""Answers to the exercises of the chapter on the loss."""

import math

from derivlearn import activations, costs
from derivlearn.numeric import central_difference, numeric_gradient


# --8<-- [start:product]
def product(xs):
    return xs[0] * xs[1]


for y in (-2.0, 0.0, 5.0):
    slopes = numeric_gradient(product, [3.0, y])
    print(f"x = 3.0  y = {y:>4}  slope to x = {slopes[0]:7.4f}")
# --8<-- [end:product]

for y in (-2.0, 0.0, 5.0):
    assert abs(numeric_gradient(product, [3.0, y])[0] - y) < 1e-9


# --8<-- [start:derive]
def share(a):  # y is the target that the loop below sets
    return -y * math.log(a) - (1 - y) * math.log(1 - a)


for y in (1.0, 0.0, 0.25):
    for a in (0.2, 0.7):
        parts = -y / a + (1 - y) / (1 - a)
        whole = (a - y) / (a * (1 - a))
        measured = central_difference(share, a)
        print(f"y = {y:<4}  a = {a}  ", end="")
        print(f"{parts:7.4f} {whole:7.4f} {measured:7.4f}")
# --8<-- [end:derive]

for y in (1.0, 0.0, 0.25):
    for a in (0.2, 0.7):
        whole = (a - y) / (a * (1 - a))
        assert abs(-y / a + (1 - y) / (1 - a) - whole) < 1e-14
        assert abs(central_difference(share, a) - whole) < 1e-6
        assert abs(costs.binary_cross_entropy([a], [y]) - share(a)) < 1e-14


# --8<-- [start:softmax]
def softmax(z):
    powers = []
    total = 0.0
    for i in range(len(z)):
        powers.append(math.exp(z[i]))
        total = total + powers[i]
    shares = []
    for i in range(len(z)):
        shares.append(powers[i] / total)
    return shares


z = [0.07, 0.14, 0.24]
s = softmax(z)
print(f"{s[0]:.4f} {s[1]:.4f} {s[2]:.4f}")
# --8<-- [end:softmax]

total = 0.0
for i in range(3):
    assert abs(s[i] - activations.softmax(z)[i]) < 1e-15
    total += s[i]
assert abs(total - 1) < 1e-15


# --8<-- [start:softmax-routes]
def first(z):
    return softmax(z)[0]


slopes = numeric_gradient(first, z)
print(f"{slopes[0]:.4f} {slopes[1]:.4f} {slopes[2]:.4f}")
# --8<-- [end:softmax-routes]

for i in range(3):
    assert abs(slopes[i] - activations.softmax_derivative(z)[0][i]) < 1e-9

# --8<-- [start:softmax-cost]
y = [1.0, 0.0, 0.0]


def cost_of_z(z):
    s = softmax(z)
    cost = 0.0
    for i in range(len(z)):
        cost = cost - y[i] * math.log(s[i])
    return cost


measured = numeric_gradient(cost_of_z, z)
for i in range(3):
    print(f"measured {measured[i]:7.4f}  s - y {s[i] - y[i]:7.4f}")
# --8<-- [end:softmax-cost]

short = costs.softmax_cross_entropy_derivative(z, y)
for i in range(3):
    assert abs(short[i] - (s[i] - y[i])) < 1e-15
    assert abs(measured[i] - short[i]) < 1e-9
assert abs(cost_of_z(z) - costs.cross_entropy(s, y)) < 1e-14
