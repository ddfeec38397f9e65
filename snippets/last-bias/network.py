"""The slope of the cost for one bias of the last layer, then for all three."""

from derivlearn import example, loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.numeric import central_difference, numeric_gradient

# --8<-- [start:inputs]
hidden_zs = loops.forward(example.HIDDEN_WEIGHTS, example.HIDDEN_BIASES, example.INPUTS)
inputs = loops.activate(sigmoid, hidden_zs)
print(f"inputs = {inputs[0]:.6f}, {inputs[1]:.6f}")
# --8<-- [end:inputs]

# --8<-- [start:last-layer]
weights = [
    [0.6, -0.4],
    [0.3, 0.8],
    [-0.5, 0.2],
]
biases = [0.1, -0.3, 0.2]
targets = [1.0, 0.0, 0.0]

zs = loops.forward(weights, biases, inputs)
outputs = loops.activate(sigmoid, zs)
for j in range(3):
    print(f"z{j} = {zs[j]:.6f}  a{j} = {outputs[j]:.6f}  y{j} = {targets[j]}")
print(f"cost = {squared_error(outputs, targets):.6f}")
# --8<-- [end:last-layer]

assert weights == example.LAST_WEIGHTS
assert biases == example.LAST_BIASES
assert targets == example.TARGETS

# --8<-- [start:one-path]
z0 = biases[0] + weights[0][0] * inputs[0] + weights[0][1] * inputs[1]
a0 = sigmoid(z0)
share0 = (a0 - targets[0]) * (a0 - targets[0]) / 2
print(f"{biases[0]} -> {z0:.6f} -> {a0:.6f} -> {share0:.6f}")
# --8<-- [end:one-path]

assert abs(z0 - zs[0]) < 1e-15
assert abs(a0 - outputs[0]) < 1e-15

# --8<-- [start:slope-of-z]
rest = weights[0][0] * inputs[0] + weights[0][1] * inputs[1]


def z_of(bias):
    return bias + rest


b0 = biases[0]
print(f"rest = {rest:.6f}")
print(f"{z_of(b0):.6f} {z_of(b0 + 0.5):.6f}")
print(f"{(z_of(b0 + 0.5) - z_of(b0)) / 0.5:.6f}")
# --8<-- [end:slope-of-z]

# --8<-- [start:slope-of-a]
z_slope = 1
a_slope = sigmoid_derivative(z0)
print(f"{a_slope:.6f}")
# --8<-- [end:slope-of-a]

assert abs(a_slope - central_difference(sigmoid, z0)) < 1e-9
# At a0 it would be another slope.
assert abs(sigmoid_derivative(a0) - a_slope) > 0.01

# --8<-- [start:slope-of-cost]
output_slopes = squared_error_derivative(outputs, targets)
cost_slope = output_slopes[0]
print(f"{cost_slope:.6f}")
# --8<-- [end:slope-of-cost]

assert len(output_slopes) == 3

# --8<-- [start:three-factors]
bias_slope = z_slope * a_slope * cost_slope
print(f"{z_slope} * {a_slope:.6f} * {cost_slope:.6f} = {bias_slope:.6f}")
# --8<-- [end:three-factors]


# --8<-- [start:measured]
def cost_of(bias):
    zs = loops.forward(weights, [bias, biases[1], biases[2]], inputs)
    return squared_error(loops.activate(sigmoid, zs), targets)


print(f"{central_difference(cost_of, biases[0]):.6f}")
# --8<-- [end:measured]

assert abs(bias_slope - central_difference(cost_of, biases[0])) < 1e-9
# The other two shares do not move.
for b in (-1.0, 0.1, 2.5):
    share = (sigmoid(z_of(b)) - targets[0]) ** 2 / 2
    assert abs(cost_of(b) - share - (cost_of(biases[0]) - share0)) < 1e-15

# --8<-- [start:all]
deltas = []
for j in range(3):
    bias_slope = 1 * sigmoid_derivative(zs[j]) * output_slopes[j]
    print(f"b{j}: 1 * {sigmoid_derivative(zs[j]):.6f}", end=" ")
    print(f"* {output_slopes[j]:9.6f} = {bias_slope:9.6f}")
    deltas.append(bias_slope)
# --8<-- [end:all]


def cost_of_all(changed):
    zs = loops.forward(weights, changed, inputs)
    return squared_error(loops.activate(sigmoid, zs), targets)


assert deltas == loops.last_deltas(output_slopes, zs, sigmoid_derivative)
measured = numeric_gradient(cost_of_all, biases)
for j in range(3):
    assert abs(deltas[j] - measured[j]) < 1e-9

# --8<-- [start:wrong-no-half]
# Forgot to halve.
print(f"share {(a0 - targets[0]) * (a0 - targets[0]):.6f}")
# --8<-- [end:wrong-no-half]

# --8<-- [start:wrong-no-target]
# Forgot to subtract the target.
print(f"share {a0 * a0 / 2:.6f}")
# --8<-- [end:wrong-no-target]

# --8<-- [start:wrong-not-divided]
# Forgot to divide.
print(f"{z_of(b0 + 0.5) - z_of(b0):.6f}")
# --8<-- [end:wrong-not-divided]

# --8<-- [start:wrong-input-moved]
# Moves the input instead of the bias.
moved = biases[0] + weights[0][0] * (inputs[0] + 0.5) + weights[0][1] * inputs[1]
print(f"{(moved - z0) / 0.5:.6f}")
# --8<-- [end:wrong-input-moved]

# --8<-- [start:wrong-at-the-activation]
# Takes the slope at the activation, which leaves the stage.
print(f"{sigmoid_derivative(a0):.6f}")
# --8<-- [end:wrong-at-the-activation]

# --8<-- [start:wrong-target-minus-output]
# Turned around.
print(f"{targets[0] - outputs[0]:.6f}")
# --8<-- [end:wrong-target-minus-output]
