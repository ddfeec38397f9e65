"""The linear function 3x + 2: its slope, its last digits, its derivative."""

import math

from derivlearn import functions, numeric


# --8<-- [start:linear]
def linear(x):
    return 3 * x + 2


for x in (0, 1, 2, 3, 4):
    print(f"x = {x}  3x + 2 = {linear(x)}")
# --8<-- [end:linear]

for x in (-100, 0, 3, 0.1, 2e9):
    assert linear(x) == functions.linear(x, 3, 2)

# --8<-- [start:numeric-slope]
x = 3
dx = 0.0000001
rise = linear(x + dx) - linear(x)
run = (x + dx) - x
print(rise / run)
print(f"{rise / run:.15g}")
# --8<-- [end:numeric-slope]

assert rise / run == numeric.forward_difference(linear, 3, dx, relative=False)
assert rise / run == 3.000000004440892

# --8<-- [start:any-step]
for dx in (4, 2, 1, 0.5, 0.25):
    rise = linear(3 + dx) - linear(3)
    run = (3 + dx) - 3
    print(f"run = {run:<4}  rise = {rise:<4}  slope = {rise / run}")
# --8<-- [end:any-step]

for dx in (4, 2, 1, 0.5, 0.25):
    for x in (-5, 0, 1, 3):
        assert (linear(x + dx) - linear(x)) / ((x + dx) - x) == 3


# --8<-- [start:derivative]
def linear_derivative(x):
    return 3


print(linear_derivative(3), linear_derivative(2e9))
# --8<-- [end:derivative]

for x in (-1000, -2.5, 0, 3, 1000000, 2e9):
    assert linear_derivative(x) == functions.linear_derivative(x, 3, 2)
    assert abs(numeric.forward_difference(linear, x) - linear_derivative(x)) < 1e-6
    assert abs(numeric.central_difference(linear, x) - linear_derivative(x)) < 1e-9

# --8<-- [start:last-digits]
dx = 0.0000001
rise = linear(3 + dx) - linear(3)
run = (3 + dx) - 3
print(f"3 * run = {3 * run}")
print(f"rise    = {rise}")
print(f"rise - 3 * run = {rise - 3 * run}")
print(f"divided by run = {(rise - 3 * run) / run}")
# --8<-- [end:last-digits]


# --8<-- [start:gap]
def gap(x):
    step = 1.0
    while x + step / 2 > x:
        step = step / 2
    return (x + step) - x


print(gap(3))
print(gap(linear(3)))
# --8<-- [end:gap]

for x in (3, 11, 5e8, linear(5e8), 0.1, 0.7, 1 / 3, 1.0, 2e9, 12345.678):
    assert gap(x) == math.ulp(x)
assert gap(linear(3)) == 4 * gap(3)

# --8<-- [start:marks]
print(f"3 * run / gap = {3 * run / gap(linear(3))}")
print(f"rise / gap    = {rise / gap(linear(3))}")
# --8<-- [end:marks]

assert rise - 3 * run == gap(linear(3)) / 4

# --8<-- [start:smaller]
for dx in (1, 1e-3, 1e-7, 1e-11, 1e-15):
    rise = linear(3 + dx) - linear(3)
    run = (3 + dx) - 3
    print(f"dx = {dx:<5}  slope = {rise / run:.9f}")
# --8<-- [end:smaller]

# --8<-- [start:any-x]
dx = 0.0000001
for x in (3, 1000, 1000000, 100000000, 500000000):
    rise = linear(x + dx) - linear(x)
    run = (x + dx) - x
    print(f"x = {x:<9}  slope = {rise / run:.6f}")
# --8<-- [end:any-x]

# --8<-- [start:five-hundred-million]
x = 500000000
print(f"run     = {run / gap(x)} gaps")
print(f"3 * run = {3 * run / gap(linear(x))} gaps")
print(f"rise    = {rise / gap(linear(x))} gaps")
# --8<-- [end:five-hundred-million]

assert gap(linear(x)) == 4 * gap(x)
assert rise / run == 4
assert 2e9 + dx == 2e9
assert linear(2e9 + dx) == linear(2e9)

# --8<-- [start:relative]
for x in (3, 1000, 1000000, 100000000, 500000000, 2000000000):
    slope = numeric.forward_difference(linear, x)
    print(f"x = {x:<10}  slope = {slope:.6f}")
# --8<-- [end:relative]
