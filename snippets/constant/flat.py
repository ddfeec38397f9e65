"""The constant function f(x) = 5, and a weight from which a neuron looks like one."""

from derivlearn import example, functions, loops
from derivlearn.activations import sigmoid
from derivlearn.costs import squared_error
from derivlearn.numeric import central_difference, forward_difference


# --8<-- [start:constant]
def constant(x):
    return 5


print(constant(3), constant(4), constant(-100))
# --8<-- [end:constant]

for x in (3, 4, -100, 2e9):
    assert constant(x) == functions.constant(x, 5)

# --8<-- [start:numeric-slope]
dx = 0.0000001
for x in (-1000, -2.5, 0, 3, 1000000):
    rise = constant(x + dx) - constant(x)
    run = (x + dx) - x
    print(f"x = {x:<7}  rise = {rise}  slope = {rise / run}")
# --8<-- [end:numeric-slope]

for x in (-1000, -2.5, 0, 3, 1000000):
    assert forward_difference(constant, x, dx, relative=False) == 0


# --8<-- [start:constant-derivative]
def constant_derivative(x):
    return 0


print(constant_derivative(3), constant_derivative(-100))
# --8<-- [end:constant-derivative]

for x in (-1000, -2.5, 0, 3, 1000000, 2e9):
    assert constant_derivative(x) == functions.constant_derivative(x, 5)
    assert constant_derivative(x) == forward_difference(constant, x)
    assert constant_derivative(x) == central_difference(constant, x)


# --8<-- [start:no-hint]
def z_at(weight):
    return 0.1 + weight * 0.0 + 0.2 * -1.0 + -0.1 * 2.0 + 0.4 * 0.25


for weight in (-10, 0.1, 10):
    print(f"weight = {weight:<4}  z = {z_at(weight):.4f}")
print(central_difference(z_at, 0.1))
# --8<-- [end:no-hint]


# What holds for z holds for the cost; and with the input 0.5 it does not.
def cost_at(weight, first_input):
    inputs = [first_input, *example.INPUTS[1:]]
    weights = [[weight, *example.HIDDEN_WEIGHTS[0][1:]], example.HIDDEN_WEIGHTS[1]]
    zs = loops.forward(weights, example.HIDDEN_BIASES, inputs)
    hidden = loops.activate(sigmoid, zs)
    last_zs = loops.forward(example.LAST_WEIGHTS, example.LAST_BIASES, hidden)
    return squared_error(loops.activate(sigmoid, last_zs), example.TARGETS)


assert z_at(7) == loops.forward([[7, 0.2, -0.1, 0.4]], [0.1], [0, -1, 2, 0.25])[0]
assert cost_at(-10, 0.0) == cost_at(0.1, 0.0) == cost_at(10, 0.0)
assert central_difference(lambda weight: cost_at(weight, 0.0), 0.1) == 0
assert central_difference(lambda weight: cost_at(weight, 0.5), 0.1) < -0.01

# --8<-- [start:wrong-value]
# Takes the value for the slope.
print(f"{constant(1000000):.1f}")
# --8<-- [end:wrong-value]

# --8<-- [start:wrong-like-a-curve]
# Expects the error that x³ has at 3.
print(f"{forward_difference(lambda x: x**3, 3, dx, relative=False) - 27:.6f}")
# --8<-- [end:wrong-like-a-curve]

# --8<-- [start:wrong-hundred]
# Takes the value of the function that returns 100 for its slope.
print(f"{functions.constant(3, 100):.1f}")
# --8<-- [end:wrong-hundred]

# --8<-- [start:wrong-ratio]
# Makes the slope grow with the value.
print(f"{functions.constant(3, 100) / functions.constant(3, 5):.1f}")
# --8<-- [end:wrong-ratio]

# --8<-- [start:wrong-old-input]
# Keeps 0.5 for input 0.
for weight in (-10, 0.1, 10):
    z = 0.1 + weight * 0.5 + 0.2 * -1.0 + -0.1 * 2.0 + 0.4 * 0.25
    print(f"weight = {weight:<4}  z = {z:.4f}")
# --8<-- [end:wrong-old-input]

# --8<-- [start:wrong-added]
# Adds the weight instead of multiplying by it.
print(f"{0.1 + 10 + 0.2 * -1.0 + -0.1 * 2.0 + 0.4 * 0.25:.4f}")
# --8<-- [end:wrong-added]
