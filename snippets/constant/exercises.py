"""Answers to the exercises of the chapter on the constant function."""

import math

from derivlearn.numeric import forward_difference


# --8<-- [start:always]
def tenth(x):
    return 0.1


measured = 0
not_zero = 0
for n in range(-10000, 10001):
    x = n / 7
    if forward_difference(tenth, x) != 0:
        not_zero = not_zero + 1
    measured = measured + 1
print(measured, not_zero)
# --8<-- [end:always]

assert (measured, not_zero) == (20001, 0)

# --8<-- [start:vanishing]
dx = 0.0000001
x = 1.0
while x + dx != x:
    x = x * 2
print(x)
# --8<-- [end:vanishing]

assert x == 2**30 == 1073741824
assert 2 * dx < math.ulp(x) < 2.5 * dx
below = math.nextafter(x, 0)
assert below + dx != below
for n in range(1000):
    assert (x + n * 12345.678) + dx == x + n * 12345.678

# --8<-- [start:relative]
dx = 0.0000001 * x
rise = tenth(x + dx) - tenth(x)
run = (x + dx) - x
print(f"{run:.6f}")
print(rise / run)
# --8<-- [end:relative]


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
print(rise)
print(rise / run)
# --8<-- [end:wobble-slope]

assert five(3.3) == 5 + math.ulp(5.0)
assert rise == -math.ulp(5.0)
