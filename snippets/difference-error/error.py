"""The error of a difference, measured, explained and balanced."""

import math

from derivlearn.numeric import (
    CENTRAL_DX,
    FORWARD_DX,
    careful_difference,
    central_difference,
    forward_difference,
)


# --8<-- [start:measure]
def cube(x):
    return x * x * x


def error(difference, x, dx):
    slope = difference(cube, x, dx, relative=False)
    return abs(slope - 3 * x * x)


increments = [1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8]
increments += [1e-9, 1e-10, 1e-11, 1e-12, 1e-13, 1e-14, 1e-15]
for dx in increments:
    forward = error(forward_difference, 3, dx)
    central = error(central_difference, 3, dx)
    print(f"dx = {dx:.0e}  forward: {forward:.0e}  central: {central:.0e}")
# --8<-- [end:measure]

for n in range(-300, 301):
    x = n / 7
    assert abs(central_difference(cube, x) - 3 * x * x) < 1e-6

# --8<-- [start:halving]
dx = 0.25
for _ in range(6):
    forward = error(forward_difference, 3, dx) / error(forward_difference, 3, dx / 2)
    central = error(central_difference, 3, dx) / error(central_difference, 3, dx / 2)
    print(f"dx = {dx:<9}  forward: {forward:.3f}  central: {central:.3f}")
    dx = dx / 2
# --8<-- [end:halving]

# The formulas of the two errors, and that they are the whole error while dx is large.
for dx in (0.5, 0.25, 0.125, 0.0625):
    assert error(forward_difference, 3, dx) == 9 * dx + dx * dx
    assert error(central_difference, 3, dx) == dx * dx
for dx in (1e-1, 1e-2, 1e-3, 1e-4):
    assert abs(error(forward_difference, 3, dx) / (9 * dx + dx * dx) - 1) < 1e-3
    assert abs(error(central_difference, 3, dx) / (dx * dx) - 1) < 1e-3


# --8<-- [start:last-digits]
def line(x):
    return 3 * x + 2


dx = 1e-7
rise = line(3 + dx) - line(3)
run = (3 + dx) - 3
print(f"slope   = {rise / run}")
print(f"3 * run = {3 * run}")
print(f"rise    = {rise}")
print(f"rise - 3 * run = {rise - 3 * run:.3e}")
# --8<-- [end:last-digits]

assert f"{rise / run:.14f}" == "3.00000000444089"
assert f"{(rise - 3 * run) / run:.3e}" == "4.441e-09"
for step in (4, 2, 1, 0.5, 0.25):
    assert (line(3 + step) - line(3)) / step == 3


# --8<-- [start:gap]
def gap(x):
    step = 1.0
    while x + step / 2 > x:
        step = step / 2
    return (x + step) - x


print(f"at 3:  {gap(3):.3e}")
print(f"at 11: {gap(11):.3e}")
# --8<-- [end:gap]

for x in (1, 3, 9, 11, 27, 5e8, line(5e8), 0.1, 0.7, 1 / 3, 2e9, 12345.678):
    assert gap(x) == math.ulp(x)
assert gap(11) == 4 * gap(3)
assert gap(27) == 8 * gap(3)

# --8<-- [start:marks]
print(f"3 * run = {3 * run / gap(11)} gaps")
print(f"rise    = {rise / gap(11)} gaps")
# --8<-- [end:marks]

assert rise - 3 * run == gap(11) / 4


# --8<-- [start:really-added]
def same(x):
    return x


for dx in (1e-7, 1e-11, 1e-15):
    rise = same(3 + dx) - same(3)
    run = (3 + dx) - 3
    print(f"dx = {dx:.0e}  rise / dx: {rise / dx:.9f}  rise / run: {rise / run:.9f}")
# --8<-- [end:really-added]

# --8<-- [start:digits]
for dx in (1e-5, 1e-10, 1e-15):
    rise = cube(3 + dx) - cube(3)
    print(f"dx = {dx:.0e}  {cube(3 + dx):.15f} - 27 = {rise:.15f}")
# --8<-- [end:digits]

# --8<-- [start:in-gaps]
g = gap(27)
for dx in (1e-11, 1e-13, 1e-15):
    rise = cube(3 + dx) - cube(3)
    run = (3 + dx) - 3
    print(f"dx = {dx:.0e}  right: {27 * run / g:.3f}  rise: {rise / g}")
# --8<-- [end:in-gaps]

assert rise / run == 28
for dx in increments:
    assert (cube(3 + dx) - cube(3)) % g == 0

# --8<-- [start:round-off]
for dx in increments[8:]:
    forward = error(forward_difference, 3, dx)
    central = error(central_difference, 3, dx)
    size = g / dx
    print(f"g / dx = {size:.0e}  forward: {forward:.0e}  central: {central:.0e}")
# --8<-- [end:round-off]

for dx in increments:
    assert error(forward_difference, 3, dx) <= 9 * dx + dx * dx + g / dx
    assert error(central_difference, 3, dx) <= dx * dx + g / dx

# --8<-- [start:lucky]
for dx in (8e-10, 9e-10, 1e-9, 1.1e-9, 1.2e-9):
    steps = ((3 + dx) - 3) / gap(3)
    forward = error(forward_difference, 3, dx)
    print(f"dx = {dx:.1e}  steps / 8 = {steps / 8}  forward: {forward:.0e}")
# --8<-- [end:lucky]

assert error(central_difference, 3, 1e-10) == error(central_difference, 3, 1e-12) == 0
for dx in (1e-10, 1e-12):
    assert (3 + dx) - 3 == 3 - (3 - dx)
    half = 27 * ((3 + dx) - 3) / g % 1
    assert half == 0.5
    assert (cube(3 + dx) - cube(3)) / g == 27 * ((3 + dx) - 3) / g + half
    assert (cube(3) - cube(3 - dx)) / g == 27 * ((3 + dx) - 3) / g - half
# Where the steps are a multiple of 8, x * x is not rounded either.
for dx in (8e-10, 1e-9, 1.2e-9):
    steps = ((3 + dx) - 3) / gap(3)
    assert (3 + dx) * (3 + dx) == 9 + 6 * steps * gap(3)

# --8<-- [start:balance]
print(f"forward: {math.sqrt(g / 9):.1e}")
print(f"central: {g ** (1 / 3):.1e}")
# --8<-- [end:balance]


# --8<-- [start:worst]
def worst(difference, dx):
    largest = 0
    for n in range(100):
        largest = max(largest, error(difference, 3 + n / 1000, dx))
    return largest


for dx in (3e-7, 1e-7, 3e-8, 1e-8, 3e-9, 1e-9):
    print(f"dx = {dx:.0e}  forward: {worst(forward_difference, dx):.1e}")
for dx in (3e-4, 1e-4, 3e-5, 1e-5, 3e-6, 1e-6):
    print(f"dx = {dx:.0e}  central: {worst(central_difference, dx):.1e}")
# --8<-- [end:worst]

best = worst(forward_difference, 3e-8)
assert worst(forward_difference, 1e-8) < 1.2 * best
assert worst(central_difference, 1e-5) < best / 1000
for dx in (3e-7, 1e-7, 1e-8, 3e-9, 1e-9, *increments):
    assert best < worst(forward_difference, dx)
for dx in (3e-4, 1e-4, 3e-5, 3e-6, 1e-6):
    assert worst(central_difference, 1e-5) < worst(central_difference, dx)
# The rule of thumb g / dx is the right size at other points too.
for dx in increments[8:]:
    assert 0.5 * g / dx < worst(forward_difference, dx) < 2.5 * g / dx + 9.3 * dx

# --8<-- [start:epsilon]
epsilon = gap(1)
print(f"epsilon = {epsilon:.1e}")
print(f"g / 27 / epsilon = {g / 27 / epsilon:.2f}")
print(f"square root: {math.sqrt(epsilon):.1e}")
print(f"cube root:   {epsilon ** (1 / 3):.1e}")
# --8<-- [end:epsilon]

for n in range(1, 2000):
    assert 0.5 < gap(n / 7) / (n / 7) / epsilon <= 1


# --8<-- [start:inverse]
def inverse(x):
    return 1 / x


def worst_of_inverse(difference, dx):
    largest = 0
    for n in range(100):
        x = 1 + n / 1000
        slope = difference(inverse, x, dx, relative=False)
        largest = max(largest, abs(slope + 1 / (x * x)))
    return largest


for dx in (1e-6, 1e-7, 1e-8, 1e-9, 1e-10):
    print(f"dx = {dx:.0e}  forward: {worst_of_inverse(forward_difference, dx):.1e}")
for dx in (1e-4, 3e-5, 1e-5, 3e-6, 1e-6, 3e-7):
    print(f"dx = {dx:.0e}  central: {worst_of_inverse(central_difference, dx):.1e}")
# --8<-- [end:inverse]

best = worst_of_inverse(forward_difference, 1e-8)
for dx in (1e-6, 1e-7, 1e-9, 1e-10):
    assert best < worst_of_inverse(forward_difference, dx)
best = worst_of_inverse(central_difference, 3e-6)
for dx in (1e-4, 3e-5, 1e-5, 1e-6, 3e-7):
    assert best < worst_of_inverse(central_difference, dx)

# --8<-- [start:any-x]
dx = 1e-7
for x in (3, 1000, 1000000, 100000000, 500000000):
    rise = line(x + dx) - line(x)
    run = (x + dx) - x
    print(f"x = {x:<9}  run = {run / gap(x):<11}  slope = {rise / run:.6f}")
print((2e9 + dx) - 2e9)
# --8<-- [end:any-x]

# At 500000000, with run and rise as they stand.
assert run == 2 * gap(x)
assert gap(line(x)) == 4 * gap(x)
assert 3 * run / gap(line(x)) == 1.5
assert rise == 2 * gap(line(x))
assert rise / run == 4
assert line(2e9 + dx) == line(2e9)

# --8<-- [start:defaults]
print(f"{FORWARD_DX:.1e}  {CENTRAL_DX:.1e}")
print(FORWARD_DX == 1 / 2**26, epsilon == FORWARD_DX * FORWARD_DX)
print(CENTRAL_DX == 1 / 2**17, 2 * epsilon == CENTRAL_DX * CENTRAL_DX * CENTRAL_DX)
# --8<-- [end:defaults]

assert FORWARD_DX == 2.0**-26
assert CENTRAL_DX == 2.0**-17
# Of all powers of two it is the closest to the cube root, by ratio.
assert CENTRAL_DX / epsilon ** (1 / 3) < epsilon ** (1 / 3) / (CENTRAL_DX / 2)

# --8<-- [start:everywhere]
for x in (0.1, 3, 1000, 2e9):
    forward = abs(forward_difference(cube, x) / (3 * x * x) - 1)
    central = abs(central_difference(cube, x) / (3 * x * x) - 1)
    print(f"x = {x:<12}  forward: {forward:.0e}  central: {central:.0e}")
# --8<-- [end:everywhere]

# --8<-- [start:careful]
for f, x in ((cube, 3), (math.sqrt, 0.0001), (abs, 1e-6), (abs, 1e-9)):
    slope = central_difference(f, x)
    careful, doubt = careful_difference(f, x)
    print(f"x = {x:<6}  {slope:.6f}  careful: {careful:.6f}  doubt: {doubt:.0e}")
# --8<-- [end:careful]

slope, doubt = careful_difference(math.sqrt, 0.0001)
assert abs(slope - 50) < doubt < abs(central_difference(math.sqrt, 0.0001) - 50)
assert careful_difference(abs, 1e-6) == (1, 0)
slope, doubt = careful_difference(abs, 1e-9)
assert doubt > slope / 2
