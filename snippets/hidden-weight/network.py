"""The slopes of the hidden weights: one, then all eight, then as matrices."""

from derivlearn import example, loops, matrix
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.numeric import central_difference, numeric_gradient

# --8<-- [start:known]
weights = example.HIDDEN_WEIGHTS
biases = example.HIDDEN_BIASES
inputs = example.INPUTS
next_weights = example.LAST_WEIGHTS
targets = example.TARGETS

zs = loops.forward(weights, biases, inputs)
outputs = loops.activate(sigmoid, zs)
next_zs = loops.forward(next_weights, example.LAST_BIASES, outputs)
next_outputs = loops.activate(sigmoid, next_zs)

output_slopes = squared_error_derivative(next_outputs, targets)
next_deltas = loops.last_deltas(output_slopes, next_zs, sigmoid_derivative)
deltas = loops.hidden_deltas(next_deltas, next_weights, zs, sigmoid_derivative)
for i in range(2):
    print(f"b{i}: {deltas[i]:9.6f}")
# --8<-- [end:known]

# --8<-- [start:one-z]
rest = biases[0] + weights[0][0] * inputs[0] + weights[0][1] * inputs[1]
rest = rest + weights[0][3] * inputs[3]


def z0_of(w02):
    return w02 * inputs[2] + rest


dz = z0_of(weights[0][2] + 0.5) - z0_of(weights[0][2])
print(f"{dz / 0.5:.6f}")
# --8<-- [end:one-z]

assert abs(z0_of(weights[0][2]) - zs[0]) < 1e-15

# --8<-- [start:one]
slope = deltas[0] * inputs[2]
print(f"{deltas[0]:.6f} * {inputs[2]} = {slope:.6f}")
# --8<-- [end:one]


# --8<-- [start:judge-one]
def cost_of(weights):
    outputs = loops.activate(sigmoid, loops.forward(weights, biases, inputs))
    next_zs = loops.forward(next_weights, example.LAST_BIASES, outputs)
    return squared_error(loops.activate(sigmoid, next_zs), targets)


def cost_of_w02(w02):
    first = weights[0]
    return cost_of([[first[0], first[1], w02, first[3]], weights[1]])


print(f"{central_difference(cost_of_w02, weights[0][2]):.6f}")
# --8<-- [end:judge-one]

assert abs(slope - central_difference(cost_of_w02, weights[0][2])) < 1e-9


# --8<-- [start:all]
weight_slopes = []
for i in range(2):
    row = []
    for k in range(4):
        row.append(deltas[i] * inputs[k])
    weight_slopes.append(row)

for row in weight_slopes:
    print(f"{row[0]:9.6f} {row[1]:9.6f} {row[2]:9.6f} {row[3]:9.6f}")
# --8<-- [end:all]

assert weight_slopes == loops.weight_slopes(deltas, inputs)


# --8<-- [start:judge-all]
def cost_of_numbers(numbers):
    return cost_of([numbers[0:4], numbers[4:8]])


measured = numeric_gradient(cost_of_numbers, weights[0] + weights[1])
largest = 0.0
for i in range(2):
    for k in range(4):
        gap = abs(weight_slopes[i][k] - measured[4 * i + k])
        largest = max(largest, gap)
print(largest < 0.000000001)
# --8<-- [end:judge-all]

assert largest < 1e-9

# --8<-- [start:turned]
table = matrix.from_rows(next_weights)
turned = matrix.transpose(table)
column = matrix.to_mat(next_deltas)

routes = matrix.mul_mat(turned, column)
for m in (turned, column, routes):
    print(m.rows, "x", m.columns)
for value in routes.values:
    print(f"{value:9.6f}")
# --8<-- [end:turned]

# --8<-- [start:bends]
bends = matrix.to_mat([sigmoid_derivative(z) for z in zs])
column = matrix.mul_entries(routes, bends)
for i in range(2):
    print(f"{routes.values[i]:9.6f} * {bends.values[i]:.6f}", end=" ")
    print(f"= {column.values[i]:9.6f}")
# --8<-- [end:bends]

# --8<-- [start:outer]
table = matrix.mul_mat(column, matrix.transpose(matrix.to_mat(inputs)))
print(table.rows, "x", table.columns)
print(matrix.to_rows(table) == weight_slopes)
# --8<-- [end:outer]

assert matrix.to_rows(table) == weight_slopes
assert column.values == deltas

# --8<-- [start:exercise-shapes]
sizes = [3, 4, 2, 5]
for layer in range(1, 4):
    m = sizes[layer - 1]
    n = sizes[layer]
    print(f"layer {layer}: W {n}x{m}, b {n}x1, W turned {m}x{n}")
# --8<-- [end:exercise-shapes]

# --8<-- [start:exercise-zero]
silent = [0.5, 0.0, 2.0, 0.25]
zs = loops.forward(weights, biases, silent)
outputs = loops.activate(sigmoid, zs)
next_zs = loops.forward(next_weights, example.LAST_BIASES, outputs)
next_outputs = loops.activate(sigmoid, next_zs)
output_slopes = squared_error_derivative(next_outputs, targets)
next_deltas = loops.last_deltas(output_slopes, next_zs, sigmoid_derivative)
deltas = loops.hidden_deltas(next_deltas, next_weights, zs, sigmoid_derivative)
for row in loops.weight_slopes(deltas, silent):
    print(f"{row[0]:9.6f} {row[1]:9.6f} {row[2]:9.6f} {row[3]:9.6f}")
# --8<-- [end:exercise-zero]
