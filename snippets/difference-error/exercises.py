"""Answers to the exercises of the side trip on the error of a difference."""

import math


# --8<-- [start:exact]
def line(x):
    return 3 * x + 2


dx = 1 / 2**23
print(f"{dx:.3e}")
print((3 + dx) - 3 == dx)
print((line(3 + dx) - line(3)) / ((3 + dx) - 3))
# --8<-- [end:exact]

assert dx == 2.0**-23

# --8<-- [start:too-small]
for n in (10, 20, 30, 40, 49, 50):
    dx = 1 / 2**n
    slope = (line(3 + dx) - line(3)) / ((3 + dx) - 3)
    print(f"n = {n}  slope = {slope}")
# --8<-- [end:too-small]

for n in range(50):
    dx = 2.0**-n
    assert (3 + dx) - 3 == dx
    assert (line(3 + dx) - line(3)) / dx == 3
assert math.ulp(11.0) == 2.0**-49
assert (line(3 + 2.0**-50) - line(3)) / 2.0**-50 == 4

# --8<-- [start:large-b]
for b in (2, 1000, 1000000, 1000000000):
    dx = 0.0000001
    rise = (3 * (3 + dx) + b) - (3 * 3 + b)
    run = (3 + dx) - 3
    print(f"b = {b:<10}  slope = {rise / run:.6f}")

rise = (3 * (3 + 1) + b) - (3 * 3 + b)
print(f"dx = 1          slope = {rise / 1:.6f}")
# --8<-- [end:large-b]

assert rise == 3
assert math.ulp(1e9 + 9) > 1e8 * math.ulp(3.0)


# --8<-- [start:wobble]
def five(x):
    return (x + 5) - x


print(five(3.3))
print(five(3.3 + 0.0000001))
print(five(1e16))
# --8<-- [end:wobble]

# --8<-- [start:wobble-slope]
dx = 0.0000001
rise = five(3.3 + dx) - five(3.3)
run = (3.3 + dx) - 3.3
print(f"{rise:.1e}")
print(f"{rise / run:.1e}")
# --8<-- [end:wobble-slope]

assert five(3.3) == 5 + math.ulp(5.0)
assert rise == -math.ulp(5.0)
