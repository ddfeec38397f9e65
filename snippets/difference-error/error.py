"""The error of a difference, measured, explained and balanced."""

import math

from derivlearn.numeric import (
    CENTRAL_DX,
    FORWARD_DX,
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

# --8<-- [start:digits]
for dx in (1e-5, 1e-10, 1e-15):
    rise = cube(3 + dx) - cube(3)
    print(f"dx = {dx:.0e}  {cube(3 + dx):.15f} - 27 = {rise:.15f}")
# --8<-- [end:digits]

# --8<-- [start:gap]
gap = math.ulp(27.0)
print(gap)
print(27 + gap > 27, 27 + gap / 2 > 27)
# --8<-- [end:gap]

# --8<-- [start:in-gaps]
for dx in (1e-11, 1e-13, 1e-15):
    rise = cube(3 + dx) - cube(3)
    run = (3 + dx) - 3
    print(f"dx = {dx:.0e}  right: {27 * run / gap:.3f}  rise: {rise / gap}")
# --8<-- [end:in-gaps]

assert rise / run == 28
for dx in increments:
    assert (cube(3 + dx) - cube(3)) % gap == 0

# --8<-- [start:round-off]
for dx in increments[8:]:
    forward = error(forward_difference, 3, dx)
    central = error(central_difference, 3, dx)
    size = gap / dx
    print(f"{size:.0e}  forward: {forward:.0e}  central: {central:.0e}")
# --8<-- [end:round-off]

for dx in increments:
    assert error(forward_difference, 3, dx) <= 9 * dx + dx * dx + gap / dx
    assert error(central_difference, 3, dx) <= dx * dx + gap / dx

# --8<-- [start:lucky]
for dx in (8e-10, 9e-10, 1e-9, 1.1e-9, 1.2e-9):
    steps = ((3 + dx) - 3) / math.ulp(3.0)
    forward = error(forward_difference, 3, dx)
    print(f"dx = {dx:.1e}  steps / 8 = {steps / 8}  forward: {forward:.0e}")
# --8<-- [end:lucky]

assert gap == 8 * math.ulp(3.0)
assert error(central_difference, 3, 1e-10) == error(central_difference, 3, 1e-12) == 0
for dx in (1e-10, 1e-12):
    assert (3 + dx) - 3 == 3 - (3 - dx)
    half = 27 * ((3 + dx) - 3) / gap % 1
    assert half == 0.5
    assert (cube(3 + dx) - cube(3)) / gap == 27 * ((3 + dx) - 3) / gap + half
    assert (cube(3) - cube(3 - dx)) / gap == 27 * ((3 + dx) - 3) / gap - half

# --8<-- [start:balance]
print(f"forward: {math.sqrt(gap / 9):.1e}")
print(f"central: {gap ** (1 / 3):.1e}")
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
# The rule of thumb gap / dx is the right size at other points too.
for dx in increments[8:]:
    assert 0.5 * gap / dx < worst(forward_difference, dx) < 2.5 * gap / dx + 9.3 * dx

# --8<-- [start:epsilon]
epsilon = math.ulp(1.0)
print(epsilon)
print(f"gap / 27 / epsilon = {gap / 27 / epsilon:.2f}")
print(f"{math.sqrt(epsilon):.1e}  {epsilon ** (1 / 3):.1e}")
# --8<-- [end:epsilon]

for n in range(1, 2000):
    assert 0.5 < math.ulp(n / 7) / (n / 7) / epsilon <= 1


# --8<-- [start:exp-bounds]
def exp_error(difference, dx):
    return abs(difference(math.exp, 1, dx, relative=False) - math.e)


gap_of_e = math.ulp(math.e)
for dx in increments:
    bound = 2 * dx + 2 * gap_of_e / dx
    forward = f"{bound:.1e} {exp_error(forward_difference, dx) < bound}"
    bound = dx * dx + 2 * gap_of_e / dx
    central = f"{bound:.1e} {exp_error(central_difference, dx) < bound}"
    print(f"dx = {dx:.0e}  forward: {forward}  central: {central}")
# --8<-- [end:exp-bounds]

# --8<-- [start:exp-best]
print("forward, dx = 1e-06: > 1e-06", exp_error(forward_difference, 1e-6) > 1e-6)
print("forward, dx = 1e-08: < 1e-07", exp_error(forward_difference, 1e-8) < 1e-7)
print("forward, dx = 1e-15: > 1e-02", exp_error(forward_difference, 1e-15) > 1e-2)

print("central, dx = 1e-03: > 1e-07", exp_error(central_difference, 1e-3) > 1e-7)
print("central, dx = 1e-05: < 1e-09", exp_error(central_difference, 1e-5) < 1e-9)
print("central, dx = 1e-15: > 1e-02", exp_error(central_difference, 1e-15) > 1e-2)
# --8<-- [end:exp-best]

# --8<-- [start:defaults]
print(FORWARD_DX, CENTRAL_DX)
print(epsilon == FORWARD_DX * FORWARD_DX)
print(2 * epsilon == CENTRAL_DX * CENTRAL_DX * CENTRAL_DX)
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
