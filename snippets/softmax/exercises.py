"""Answers to the exercises of the chapter on softmax."""

import math

from derivlearn import costs
from derivlearn.numeric import central_difference


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
