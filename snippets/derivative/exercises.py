"""Answers to the exercises of the chapter on the derivative."""

from derivlearn.numeric import forward_difference


# --8<-- [start:halve]
def cube(x):
    return x * x * x


previous = 1.0
for dx in (0.1, 0.05, 0.025, 0.0125):
    error = forward_difference(cube, 3, dx, relative=False) - 27
    print(f"dx = {dx:<6}  error = {error:.4f}  ratio = {error / previous:.2f}")
    previous = error
# --8<-- [end:halve]

assert abs(error - 9 * dx) < dx * dx * 1.01


# --8<-- [start:large]
x = 2e9
dx = 0.0000001
print((x + dx) - x)

dx = 0.0000001 * x
print(f"{(x + dx) - x:.6f}")
# --8<-- [end:large]

# --8<-- [start:large-slope]
slope = forward_difference(cube, 2e9)
print(f"{slope / (3 * 2e9 * 2e9):.6f}")
# --8<-- [end:large-slope]
