"""The slopes of the hidden weights: one, then all eight, then as matrices."""

from derivlearn import example, loops, matrix
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.numeric import central_difference, numeric_gradient

# --8<-- [start:known]
inputs = example.INPUTS
hidden_weights = example.HIDDEN_WEIGHTS
hidden_biases = example.HIDDEN_BIASES
next_weights = example.LAST_WEIGHTS
next_biases = example.LAST_BIASES
targets = example.TARGETS

hidden_z = loops.forward(hidden_weights, hidden_biases, inputs)
hidden = loops.activate(sigmoid, hidden_z)
next_z = loops.forward(next_weights, next_biases, hidden)
outputs = loops.activate(sigmoid, next_z)

output_slopes = squared_error_derivative(outputs, targets)
next_deltas = loops.last_deltas(output_slopes, next_z, sigmoid_derivative)
bend = sigmoid_derivative(next_z[0])
print(f"output 0: {output_slopes[0]:.6f} * {bend:.6f} = {next_deltas[0]:.6f}")

hidden_deltas = loops.hidden_deltas(
    next_deltas, next_weights, hidden_z, sigmoid_derivative
)
print(f"hidden 0: {hidden_deltas[0]:.6f}")
print(f"hidden 1: {hidden_deltas[1]:.6f}")
# --8<-- [end:known]

# --8<-- [start:one-z]
rest = hidden_biases[0] + hidden_weights[0][0] * inputs[0]
rest = rest + hidden_weights[0][1] * inputs[1] + hidden_weights[0][3] * inputs[3]


def z0_of(w02):
    return w02 * inputs[2] + rest


dz = z0_of(hidden_weights[0][2] + 0.5) - z0_of(hidden_weights[0][2])
print(f"{dz / 0.5:.6f}")
# --8<-- [end:one-z]

assert abs(z0_of(hidden_weights[0][2]) - hidden_z[0]) < 1e-15

# --8<-- [start:one]
slope = hidden_deltas[0] * inputs[2]
print(f"{hidden_deltas[0]:.6f} * {inputs[2]} = {slope:.6f}")
# --8<-- [end:one]


# --8<-- [start:measured-one]
def cost_of(weights):
    a = loops.activate(sigmoid, loops.forward(weights, hidden_biases, inputs))
    z = loops.forward(next_weights, next_biases, a)
    return squared_error(loops.activate(sigmoid, z), targets)


def cost_of_w02(w02):
    first = hidden_weights[0]
    return cost_of([[first[0], first[1], w02, first[3]], hidden_weights[1]])


print(f"{central_difference(cost_of_w02, hidden_weights[0][2]):.6f}")
# --8<-- [end:measured-one]

assert abs(slope - central_difference(cost_of_w02, hidden_weights[0][2])) < 1e-9


# --8<-- [start:all]
weight_slopes = []
for i in range(2):
    row = []
    for k in range(4):
        row.append(hidden_deltas[i] * inputs[k])
    weight_slopes.append(row)

for row in weight_slopes:
    print(f"{row[0]:9.6f} {row[1]:9.6f} {row[2]:9.6f} {row[3]:9.6f}")
# --8<-- [end:all]

assert weight_slopes == loops.weight_slopes(hidden_deltas, inputs)


# --8<-- [start:measured-all]
def cost_of_numbers(numbers):
    return cost_of([numbers[0:4], numbers[4:8]])


measured = numeric_gradient(cost_of_numbers, hidden_weights[0] + hidden_weights[1])
largest = 0.0
for i in range(2):
    for k in range(4):
        gap = abs(weight_slopes[i][k] - measured[4 * i + k])
        largest = max(largest, gap)
print(largest < 0.000000001)
# --8<-- [end:measured-all]

assert largest < 1e-9

# --8<-- [start:turned]
W = matrix.from_rows(next_weights)
deltas = matrix.to_mat(next_deltas)

routes = matrix.mul_mat(matrix.transpose(W), deltas)
print(routes.rows, "x", routes.columns)
for value in routes.values:
    print(f"{value:9.6f}")
# --8<-- [end:turned]

# --8<-- [start:bends]
bends = matrix.to_mat(loops.activate(sigmoid_derivative, hidden_z))
column = matrix.mul_entries(routes, bends)
for i in range(2):
    print(f"{routes.values[i]:9.6f} * {bends.values[i]:.6f}", end=" ")
    print(f"= {column.values[i]:9.6f}")
# --8<-- [end:bends]

# --8<-- [start:outer]
x = matrix.to_mat(inputs)
table = matrix.mul_mat(column, matrix.transpose(x))
print(table.rows, "x", table.columns)
print(matrix.to_rows(table) == weight_slopes)
# --8<-- [end:outer]

assert matrix.to_rows(table) == weight_slopes
assert column.values == hidden_deltas

# --8<-- [start:levers]
delta = next_deltas[0]
print(f"bias        {delta:.6f} * 1        = {delta:.6f}")
print(f"weight      {delta:.6f} * {hidden[0]:.6f} = {delta * hidden[0]:.6f}")
w = next_weights[0][0]
print(f"activation  {delta:.6f} * {w}      = {delta * w:.6f}")
# --8<-- [end:levers]


# In proportion, each: the slope of output 0's own route, measured.
def _share(bias, weight, a0):
    z = bias + weight * a0 + next_weights[0][1] * hidden[1]
    return (sigmoid(z) - targets[0]) ** 2 / 2


_now = [next_biases[0], w, hidden[0]]
_measured = numeric_gradient(lambda numbers: _share(*numbers), _now)
for _k, _lever in enumerate((delta, delta * hidden[0], delta * w)):
    assert abs(_measured[_k] - _lever) < 1e-9

# --8<-- [start:exercise-shapes]
sizes = [3, 4, 2, 5]
for layer in range(3):
    m = sizes[layer]
    n = sizes[layer + 1]
    print(f"layer {layer}: W {n}x{m}, b {n}x1, W turned {m}x{n}")
# --8<-- [end:exercise-shapes]

# --8<-- [start:exercise-zero]
silent = [0.5, 0.0, 2.0, 0.25]
hidden_z = loops.forward(hidden_weights, hidden_biases, silent)
hidden = loops.activate(sigmoid, hidden_z)
next_z = loops.forward(next_weights, next_biases, hidden)
outputs = loops.activate(sigmoid, next_z)
output_slopes = squared_error_derivative(outputs, targets)
next_deltas = loops.last_deltas(output_slopes, next_z, sigmoid_derivative)
hidden_deltas = loops.hidden_deltas(
    next_deltas, next_weights, hidden_z, sigmoid_derivative
)
for row in loops.weight_slopes(hidden_deltas, silent):
    print(f"{row[0]:9.6f} {row[1]:9.6f} {row[2]:9.6f} {row[3]:9.6f}")
# --8<-- [end:exercise-zero]

# What is offered as wrong answers. The answer above has rebound the network's values.
hidden_z = loops.forward(hidden_weights, hidden_biases, inputs)
hidden = loops.activate(sigmoid, hidden_z)
next_z = loops.forward(next_weights, next_biases, hidden)
output_slopes = squared_error_derivative(loops.activate(sigmoid, next_z), targets)
next_deltas = loops.last_deltas(output_slopes, next_z, sigmoid_derivative)

# --8<-- [start:wrong-not-divided]
# The change of z0, not divided by the change of the weight.
dz = z0_of(hidden_weights[0][2] + 0.5) - z0_of(hidden_weights[0][2])
print(f"{dz:.6f}")
# --8<-- [end:wrong-not-divided]


# --8<-- [start:wrong-input-moved]
# The input is moved, and the weight is held.
def z0_of_input(x2):
    return hidden_weights[0][2] * x2 + rest


dz = z0_of_input(inputs[2] + 0.5) - z0_of_input(inputs[2])
print(f"{dz / 0.5:.6f}")
# --8<-- [end:wrong-input-moved]

# --8<-- [start:wrong-not-added]
# One number for each route; they are not added up.
rows = []
for j in range(3):
    rows.append([next_deltas[j] * next_weights[j][i] for i in range(2)])
table = matrix.from_rows(rows)
print(table.rows, "x", table.columns)
# --8<-- [end:wrong-not-added]

# --8<-- [start:wrong-laid-on-its-side]
# Transposed is what should not be: the deltas.
routes = matrix.mul_mat(matrix.transpose(matrix.to_mat(next_deltas)), W)
print(routes.rows, "x", routes.columns)
# --8<-- [end:wrong-laid-on-its-side]

# --8<-- [start:wrong-bend-again]
# Delta stands at z already; here the slope of an activation comes in once more.
lever = next_deltas[0] * w * sigmoid_derivative(hidden_z[0])
print(f"{lever:.6f}")
# --8<-- [end:wrong-bend-again]
