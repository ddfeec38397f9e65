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

# --8<-- [start:wrong-no-input]
# Forgets the input that multiplies the weight.
print(f"{0.1 + 3 + 0.2 * -1.0 + -0.1 * 2.0 + 0.4 * 0.25:.1f}")
# --8<-- [end:wrong-no-input]

# --8<-- [start:wrong-by-the-bias]
# Takes the 0.1 of the bias for what z grows by.
print(f"{z_at(0) + 3 * 0.1:.1f}")
# --8<-- [end:wrong-by-the-bias]

# --8<-- [start:wrong-added-first]
# Adds 2 first.
print(3 * (4 + 2))
# --8<-- [end:wrong-added-first]

# --8<-- [start:wrong-no-2]
# Forgets to add 2.
print(3 * 4)
# --8<-- [end:wrong-no-2]

# --8<-- [start:wrong-counts-2]
# Counts the 2 as a part of what changed.
print((linear(7) - 3 * 3) / 4)
# --8<-- [end:wrong-counts-2]

# --8<-- [start:wrong-no-division]
# Forgets to divide by the increment.
print(linear(7.0) - linear(3.0))
# --8<-- [end:wrong-no-division]

# --8<-- [start:wrong-on-paper]
# Forgets rounding.
print(f"{(linear(3.25) - linear(3)) / 0.25:.14f}")
# --8<-- [end:wrong-on-paper]

# --8<-- [start:wrong-like-a-curve]
# Takes the line for a curve: as with x², the error would be the increment.
print(f"{3 + 0.0000001:.14f}")
# --8<-- [end:wrong-like-a-curve]

# --8<-- [start:wrong-value]
# Returns the value of the function instead of its slope.
print(linear_derivative(3), linear(-100))
# --8<-- [end:wrong-value]

# --8<-- [start:wrong-kept-x]
# Keeps the x of 3x.
print(linear_derivative(3), 3 * -100)
# --8<-- [end:wrong-kept-x]

# --8<-- [start:wrong-the-weight]
# Takes the present weight for the slope.
weight = 5.0
print(weight)
# --8<-- [end:wrong-the-weight]

# --8<-- [start:wrong-weight-times-input]
# Multiplies the input by the present weight.
print(weight * 0.5)
# --8<-- [end:wrong-weight-times-input]

# --8<-- [start:wrong-largest-weight]
# Looks for the largest weight, not for the largest input.
print(example.HIDDEN_WEIGHTS[0].index(max(example.HIDDEN_WEIGHTS[0])))
# --8<-- [end:wrong-largest-weight]

# --8<-- [start:wrong-lowest-input]
# Looks for the lowest input.
print(example.INPUTS.index(min(example.INPUTS)))
# --8<-- [end:wrong-lowest-input]

# --8<-- [start:wrong-keeps-5]
# Keeps the 5 of x² + 5 in the slope.
print(2 * 3.0 + 5)
# --8<-- [end:wrong-keeps-5]

# --8<-- [start:wrong-value-of-it]
# Returns the value of x² + 5 instead of its slope.
print(3.0 * 3 + 5)
# --8<-- [end:wrong-value-of-it]
