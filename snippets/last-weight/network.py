"""The slope of the cost for one weight of the last layer, then for all six."""

from derivlearn import example, loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.numeric import central_difference

# --8<-- [start:known]
hidden_zs = loops.forward(example.HIDDEN_WEIGHTS, example.HIDDEN_BIASES, example.INPUTS)
inputs = loops.activate(sigmoid, hidden_zs)
weights = example.LAST_WEIGHTS
biases = example.LAST_BIASES
targets = example.TARGETS

zs = loops.forward(weights, biases, inputs)
outputs = loops.activate(sigmoid, zs)
output_slopes = squared_error_derivative(outputs, targets)
deltas = loops.last_deltas(output_slopes, zs, sigmoid_derivative)
for i in range(2):
    print(f"input {i}: {inputs[i]:.6f}")
for j in range(3):
    print(f"delta {j}: {deltas[j]:9.6f}")
# --8<-- [end:known]

# --8<-- [start:slope-of-z]
INPUT0 = inputs[0]
rest = weights[0][1] * inputs[1] + biases[0]


def z_of(weight):
    return weight * INPUT0 + rest


w00 = weights[0][0]
for dw in (0.5, 1.0, 2.0):
    dz = z_of(w00 + dw) - z_of(w00)
    print(f"dw = {dw}  dz = {dz:.6f}  dz/dw = {dz / dw:.6f}")
# --8<-- [end:slope-of-z]

assert abs(z_of(w00) - zs[0]) < 1e-15
# The input 0 of the network is another number, and 14 of the 19 numbers are weights.
assert example.INPUTS[0] == 0.5
assert sum(map(len, example.HIDDEN_WEIGHTS + example.LAST_WEIGHTS)) == 14
assert len(example.HIDDEN_BIASES + example.LAST_BIASES) == 19 - 14

# --8<-- [start:three-factors]
z_slope = INPUT0
a_slope = sigmoid_derivative(zs[0])
cost_slope = output_slopes[0]
weight_slope = z_slope * a_slope * cost_slope
print(f"{z_slope:.6f} * {a_slope:.6f} * {cost_slope:.6f}", end=" ")
print(f"= {weight_slope:.6f}")
# --8<-- [end:three-factors]


# --8<-- [start:measured]
def cost_of(weight):
    changed = [[weight, weights[0][1]], weights[1], weights[2]]
    zs = loops.forward(changed, biases, inputs)
    return squared_error(loops.activate(sigmoid, zs), targets)


print(f"{central_difference(cost_of, w00):.6f}")
# --8<-- [end:measured]

assert abs(weight_slope - central_difference(cost_of, w00)) < 1e-9

# --8<-- [start:slope-of-what]
dw = 0.001
dcost = cost_of(w00 + dw) - cost_of(w00)
print(f"dcost / dw = {dcost / dw:.4f}")
print(f"dw / dcost = {dw / dcost:.2f}")
# --8<-- [end:slope-of-what]

assert abs(dcost / dw - weight_slope) < 5e-5

# --8<-- [start:bias-times-input]
print(f"{deltas[0]:.6f} * {INPUT0:.6f} = {deltas[0] * INPUT0:.6f}")
# --8<-- [end:bias-times-input]

assert abs(deltas[0] * INPUT0 - weight_slope) < 1e-15

# --8<-- [start:all]
weight_slopes = []
for j in range(3):
    row = []
    for i in range(2):
        row.append(deltas[j] * inputs[i])
    weight_slopes.append(row)
    print(f"j = {j}: {row[0]:9.6f} {row[1]:9.6f}")
# --8<-- [end:all]

assert weight_slopes == loops.weight_slopes(deltas, inputs)


# --8<-- [start:measured-all]
def cost_with(j, i, change):
    changed = [list(weights[0]), list(weights[1]), list(weights[2])]
    changed[j][i] = changed[j][i] + change
    zs = loops.forward(changed, biases, inputs)
    return squared_error(loops.activate(sigmoid, zs), targets)


dw = 0.00001
for j in range(3):
    for i in range(2):
        dcost = cost_with(j, i, dw) - cost_with(j, i, -dw)
        print(f"w{j}{i}: {weight_slopes[j][i]:9.6f}", end="  ")
        print(f"measured: {dcost / (2 * dw):9.6f}")
# --8<-- [end:measured-all]

for j in range(3):
    for i in range(2):
        dcost = cost_with(j, i, dw) - cost_with(j, i, -dw)
        assert abs(weight_slopes[j][i] - dcost / (2 * dw)) < 1e-9

# --8<-- [start:wrong-bias-moved]
# Moves the bias instead of the weight.
moved = w00 * INPUT0 + weights[0][1] * inputs[1] + biases[0] + 2.0
print(f"dz/dw = {(moved - z_of(w00)) / 2.0:.6f}")
# --8<-- [end:wrong-bias-moved]

# --8<-- [start:wrong-input-moved]
# Moves the input instead of the weight.
print(f"dz/dw = {(w00 * (INPUT0 + 2.0) + rest - z_of(w00)) / 2.0:.6f}")
# --8<-- [end:wrong-input-moved]

# --8<-- [start:wrong-other-input]
# Takes the other input.
moved = (w00 + 2.0) * inputs[1]
print(f"dz/dw = {(moved - w00 * inputs[1]) / 2.0:.6f}")
# --8<-- [end:wrong-other-input]

# --8<-- [start:wrong-weight-first]
# Takes the weight where the input belongs.
print(f"{w00:.6f} * {a_slope:.6f} * {cost_slope:.6f}", end=" ")
print(f"= {w00 * a_slope * cost_slope:.6f}")
# --8<-- [end:wrong-weight-first]

# --8<-- [start:wrong-at-the-activation]
# Takes the second slope at the activation.
at_a = sigmoid_derivative(outputs[0])
print(f"{INPUT0:.6f} * {at_a:.6f} * {cost_slope:.6f}", end=" ")
print(f"= {INPUT0 * at_a * cost_slope:.6f}")
# --8<-- [end:wrong-at-the-activation]

# --8<-- [start:wrong-same-both-ways]
# Divides the same way as before.
dcost = cost_of(w00 + 0.001) - cost_of(w00)
print(f"dw / dcost = {dcost / 0.001:.2f}")
# --8<-- [end:wrong-same-both-ways]

# --8<-- [start:wrong-sign-turned]
# Turns the sign as well.
print(f"dw / dcost = {-0.001 / dcost:.2f}")
# --8<-- [end:wrong-sign-turned]

# --8<-- [start:wrong-doubled]
# Doubles the slope, as if delta stayed; above it, the slope with the input doubled.
double = [2 * inputs[0], inputs[1]]
z = loops.forward(weights, biases, double)[0]
delta = sigmoid_derivative(z) * (sigmoid(z) - targets[0])
print(f"{delta * double[0]:.6f}")
print(f"{deltas[0] * double[0]:.6f}")
# --8<-- [end:wrong-doubled]

# --8<-- [start:wrong-source-first]
# Reads the source first.
print(f"{deltas[0] * inputs[1]:.6f}")
# --8<-- [end:wrong-source-first]

# --8<-- [start:wrong-times-weight]
# Multiplies by the weight instead of the input.
print(f"{deltas[1] * weights[1][0]:.6f}")
# --8<-- [end:wrong-times-weight]
