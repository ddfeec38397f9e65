"""Correction 7: choose the increment in proportion to x."""

from derivlearn.numeric import forward_difference


# --8<-- [start:fixed]
def linear(x):
    return 3 * x + 2


dx = 0.0000001
for x in (3.0, 5e8, 2e9):
    added = (x + dx) - x
    rise = linear(x + dx) - linear(x)
    if added == 0:
        print(f"x = {x:.0e}  0 / 0")
    else:
        print(f"x = {x:.0e}  slope = {rise / added:.6f}")
# --8<-- [end:fixed]

# --8<-- [start:relative]
for x in (3.0, 5e8, 2e9):
    dx = 0.0000001 * x
    slope = (linear(x + dx) - linear(x)) / ((x + dx) - x)
    print(f"x = {x:.0e}  slope = {slope:.6f}")
# --8<-- [end:relative]

for _x in (3.0, 5e8, 2e9):
    assert abs(forward_difference(linear, _x) - 3) < 1e-6
