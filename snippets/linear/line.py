"""The linear function 3x + 2, its slope, and one weight from which z looks like it."""

from derivlearn import example, functions, loops, numeric


# --8<-- [start:one-weight]
def z_at(weight):
    return 0.1 + weight * 0.5 + 0.2 * -1.0 + -0.1 * 2.0 + 0.4 * 0.25


for weight in (0, 1, 2, 3):
    print(f"weight = {weight}  z = {z_at(weight):.1f}")
# --8<-- [end:one-weight]

for weight in (-3, 0, 0.1, 1, 2, 3):
    weights = [[weight, *example.HIDDEN_WEIGHTS[0][1:]]]
    biases = example.HIDDEN_BIASES[:1]
    assert z_at(weight) == loops.forward(weights, biases, example.INPUTS)[0]
    assert abs(z_at(weight) - (0.5 * weight - 0.2)) < 1e-15


# --8<-- [start:linear]
def linear(x):
    return 3 * x + 2


for x in (0, 1, 2, 3, 4):
    print(f"x = {x}  3x + 2 = {linear(x)}")
# --8<-- [end:linear]

for x in (-100, 0, 3, 0.1, 2e9):
    assert linear(x) == functions.linear(x, 3, 2)

# --8<-- [start:any-step]
for dx in (4, 2, 1, 0.5, 0.25):
    rise = linear(3 + dx) - linear(3)
    run = (3 + dx) - 3
    print(f"run = {run:<4}  rise = {rise:<4}  slope = {rise / run}")
# --8<-- [end:any-step]

for dx in (4, 2, 1, 0.5, 0.25):
    for x in (-5, 0, 1, 3):
        assert (linear(x + dx) - linear(x)) / ((x + dx) - x) == 3

# --8<-- [start:numeric-slope]
dx = 0.0000001
slope = (linear(3 + dx) - linear(3)) / ((3 + dx) - 3)
print(f"{slope:.14f}")
# --8<-- [end:numeric-slope]

assert slope == numeric.forward_difference(linear, 3, dx, relative=False)


# --8<-- [start:derivative]
def linear_derivative(x):
    return 3


print(linear_derivative(3), linear_derivative(-100))
print(f"{numeric.central_difference(z_at, 0.1):.6f}")
# --8<-- [end:derivative]

for x in (-1000, -2.5, 0, 3, 1000000, 2e9):
    assert linear_derivative(x) == functions.linear_derivative(x, 3, 2)
    assert abs(numeric.forward_difference(linear, x) - linear_derivative(x)) < 1e-6
    assert abs(numeric.central_difference(linear, x) - linear_derivative(x)) < 1e-9
