"""Correction 8: the limit, and the two differences on the way to it."""

import math

from derivlearn.numeric import central_difference, forward_difference


# --8<-- [start:limit]
def cube(x):
    return x * x * x


dx = 0.5
for _ in range(4):
    forward = (cube(2 + dx) - cube(2)) / dx - 12
    central = (cube(2 + dx) - cube(2 - dx)) / (2 * dx) - 12
    print(f"{dx:<6}  forward: {forward:.6f}  central: {central:.6f}")
    dx = dx / 2
# --8<-- [end:limit]

# The exponential at 1, bounds only: the central difference is the closer one.
for _dx in (1e-2, 1e-3, 1e-4):
    assert abs(forward_difference(math.exp, 1.0, _dx) - math.e) > _dx
    assert abs(central_difference(math.exp, 1.0, _dx) - math.e) < _dx * _dx
