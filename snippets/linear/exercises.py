"""Answers to the exercises of the chapter on linear functions."""

import math

from derivlearn import functions, numeric
from derivlearn.numeric import central_difference


# --8<-- [start:general]
def line(x, a, b):
    return a * x + b


for a, b in ((3, 2), (3, -7), (-2, 5), (0.5, 2), (0, 5)):
    rise = line(3.25, a, b) - line(3, a, b)
    run = 3.25 - 3
    print(f"a = {a:<3}  b = {b:>2}  slope = {rise / run}")
# --8<-- [end:general]


def with_numbers(a, b):
    def f(x):
        return line(x, a, b)

    return f


for a, b in ((3, 2), (3, -7), (-2, 5), (0.5, 2), (0, 5)):
    assert (line(3.25, a, b) - line(3, a, b)) / 0.25 == a
    for x in (-4, 0, 3, 1000):
        assert line(x, a, b) == functions.linear(x, a, b)
        assert functions.linear_derivative(x, a, b) == a
        assert abs(central_difference(with_numbers(a, b), x) - a) < 1e-9


# --8<-- [start:exact]
def linear(x):
    return 3 * x + 2


dx = 1 / 2**23
print(dx)
print((3 + dx) - 3 == dx)
print((linear(3 + dx) - linear(3)) / ((3 + dx) - 3))
# --8<-- [end:exact]

assert dx == 2.0**-23
assert numeric.FORWARD_DX == 2.0**-26
assert numeric.CENTRAL_DX == 2.0**-17

# --8<-- [start:too-small]
for n in (10, 20, 30, 40, 49, 50):
    dx = 1 / 2**n
    slope = (linear(3 + dx) - linear(3)) / ((3 + dx) - 3)
    print(f"n = {n}  slope = {slope}")
# --8<-- [end:too-small]

for n in range(50):
    dx = 2.0**-n
    assert (3 + dx) - 3 == dx
    assert (linear(3 + dx) - linear(3)) / dx == 3
assert math.ulp(11.0) == 2.0**-49
assert (linear(3 + 2.0**-50) - linear(3)) / 2.0**-50 == 4

# --8<-- [start:where]
for b in (0, 2, -7, 100):
    before = line(3, 3, b)
    after = line(4, 3, b)
    print(f"b = {b:<3}  {after} - {before} = {after - before}")
# --8<-- [end:where]

# --8<-- [start:large-b]
dx = 0.0000001
for b in (2, 1000, 1000000, 1000000000):
    rise = line(3 + dx, 3, b) - line(3, 3, b)
    run = (3 + dx) - 3
    print(f"b = {b:<10}  slope = {rise / run:.6f}")
# --8<-- [end:large-b]

# A larger step brings the 3 back.
assert line(4, 3, 1000000000) - line(3, 3, 1000000000) == 3
assert math.ulp(1e9 + 9) > 1e8 * math.ulp(3.0)
