"""Correction 3: each slope at its own point."""

from derivlearn.chain import chain_slope
from derivlearn.functions import linear, linear_derivative
from derivlearn.numeric import central_difference


# --8<-- [start:own-point]
def inner(x):
    return 3 * x + 2


def square(u):
    return u * u


def square_derivative(u):
    return 2 * u


x = 3
dx = 1 / 1024
print("own point  ", 3 * square_derivative(inner(x)))
print("everywhere x", 3 * square_derivative(x))

rise = square(inner(x + dx)) - square(inner(x - dx))
print("measured   ", rise / (2 * dx))
# --8<-- [end:own-point]

assert abs(central_difference(lambda x: square(inner(x)), 3) - 66) < 1e-6
_stages = [
    (lambda x: linear(x, 3, 2), lambda x: linear_derivative(x, 3, 2)),
    (square, square_derivative),
]
assert chain_slope(_stages, 3) == 66
