"""The slope of the cost for one hidden bias, route by route, then for both."""

from derivlearn import example, loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.numeric import central_difference, numeric_gradient

# --8<-- [start:hidden-layer]
inputs = example.INPUTS
hidden_weights = example.HIDDEN_WEIGHTS
hidden_biases = example.HIDDEN_BIASES

hidden_z = loops.forward(hidden_weights, hidden_biases, inputs)
hidden = loops.activate(sigmoid, hidden_z)
for i in range(2):
    print(f"z{i} = {hidden_z[i]:9.6f}  a{i} = {hidden[i]:.6f}")
# --8<-- [end:hidden-layer]

# --8<-- [start:next-layer]
next_weights = example.LAST_WEIGHTS
next_biases = example.LAST_BIASES
targets = example.TARGETS

next_z = loops.forward(next_weights, next_biases, hidden)
outputs = loops.activate(sigmoid, next_z)
output_slopes = squared_error_derivative(outputs, targets)
next_deltas = loops.last_deltas(output_slopes, next_z, sigmoid_derivative)
for j in range(3):
    print(f"weights {next_weights[j]}  delta {next_deltas[j]:9.6f}")
# --8<-- [end:next-layer]

# --8<-- [start:one-route]
rest = next_biases[0] + next_weights[0][1] * hidden[1]


def next_z0_of(a0):
    return next_weights[0][0] * a0 + rest


dz = next_z0_of(hidden[0] + 0.5) - next_z0_of(hidden[0])
print(f"{dz / 0.5:.6f}")
# --8<-- [end:one-route]

assert abs(next_z0_of(hidden[0]) - next_z[0]) < 1e-15

# --8<-- [start:contributions]
total = 0.0
for j in range(3):
    route = next_deltas[j] * next_weights[j][0]
    print(f"{next_deltas[j]:9.6f} * {next_weights[j][0]:<4}", end=" ")
    print(f"= {route:9.6f}")
    total = total + route
print(f"total = {total:.6f}")
# --8<-- [end:contributions]


# --8<-- [start:measured-activation]
def cost_of_activation(a0):
    z = loops.forward(next_weights, next_biases, [a0, hidden[1]])
    return squared_error(loops.activate(sigmoid, z), targets)


print(f"{central_difference(cost_of_activation, hidden[0]):.6f}")
# --8<-- [end:measured-activation]

assert abs(total - central_difference(cost_of_activation, hidden[0])) < 1e-9

# --8<-- [start:to-the-bias]
a_slope = sigmoid_derivative(hidden_z[0])
z_slope = 1
bias_slope = total * a_slope * z_slope
print(f"{total:.6f} * {a_slope:.6f} * {z_slope} = {bias_slope:.6f}")
# --8<-- [end:to-the-bias]


# --8<-- [start:measured]
def cost_of(biases):
    a = loops.activate(sigmoid, loops.forward(hidden_weights, biases, inputs))
    z = loops.forward(next_weights, next_biases, a)
    return squared_error(loops.activate(sigmoid, z), targets)


measured = numeric_gradient(cost_of, hidden_biases)
print(f"{measured[0]:.6f} {measured[1]:.6f}")
# --8<-- [end:measured]

assert abs(bias_slope - measured[0]) < 1e-9

# Stopping at the next z, without the cost, gives the sum of the weights instead.
stops = 0.0
for j in range(3):
    stops += next_weights[j][0] * a_slope
assert abs(stops - 0.4 * a_slope) < 1e-15
assert stops * bias_slope < 0

# --8<-- [start:all]
hidden_deltas = []
for i in range(2):
    total = 0.0
    for j in range(3):
        total = total + next_deltas[j] * next_weights[j][i]
    hidden_deltas.append(total * sigmoid_derivative(hidden_z[i]))
    print(f"b{i}: {hidden_deltas[i]:9.6f}")
# --8<-- [end:all]

assert hidden_deltas == loops.hidden_deltas(
    next_deltas, next_weights, hidden_z, sigmoid_derivative
)
for i in range(2):
    assert abs(hidden_deltas[i] - measured[i]) < 1e-9

# --8<-- [start:jacobian]
for j in range(3):
    row = ""
    for i in range(2):
        moved = list(hidden)
        moved[i] = moved[i] + 0.5
        dz = loops.forward(next_weights, next_biases, moved)[j] - next_z[j]
        row = row + f"{dz / 0.5:10.6f}"
    print(row)
# --8<-- [end:jacobian]

for i in range(2):
    moved = list(hidden)
    moved[i] += 0.5
    for j in range(3):
        dz = loops.forward(next_weights, next_biases, moved)[j] - next_z[j]
        assert abs(dz / 0.5 - next_weights[j][i]) < 1e-12

# --8<-- [start:with-the-table]
table = []
for j in range(3):
    bend = sigmoid_derivative(next_z[j])
    table.append([bend * next_weights[j][0], bend * next_weights[j][1]])
    print(f"{table[j][0]:10.6f}{table[j][1]:10.6f}")

for i in range(2):
    total = 0.0
    for j in range(3):
        total = total + output_slopes[j] * table[j][i]
    print(f"a{i}: {total:.6f}")
# --8<-- [end:with-the-table]

# The table holds slopes indeed, and leads to those that the routes have led to.
for i in range(2):
    total = 0.0
    for j in range(3):
        total += output_slopes[j] * table[j][i]

        def output_of(value, i=i, j=j):
            changed = list(hidden)
            changed[i] = value
            return sigmoid(loops.forward(next_weights, next_biases, changed)[j])

        assert abs(table[j][i] - central_difference(output_of, hidden[i])) < 1e-9
    assert abs(total * sigmoid_derivative(hidden_z[i]) - hidden_deltas[i]) < 1e-15

# The same rule as in the last layer gives the slopes of the hidden weights.
weight_slopes = loops.weight_slopes(hidden_deltas, inputs)
for i in range(2):
    for k in range(4):

        def cost_along(value, i=i, k=k):
            changed = [list(row) for row in hidden_weights]
            changed[i][k] = value
            z = loops.forward(changed, hidden_biases, inputs)
            z = loops.forward(next_weights, next_biases, loops.activate(sigmoid, z))
            return squared_error(loops.activate(sigmoid, z), targets)

        slope = central_difference(cost_along, hidden_weights[i][k])
        assert abs(weight_slopes[i][k] - slope) < 1e-9

# --8<-- [start:wrong-weight-moved]
# Moves the weight instead of the activation.
print(f"{((next_weights[0][0] + 0.5) * hidden[0] + rest - next_z[0]) / 0.5:.6f}")
# --8<-- [end:wrong-weight-moved]

# --8<-- [start:wrong-bias-moved]
# Moves the bias instead of the activation.
print(f"{((next_z[0] + 0.5) - next_z[0]) / 0.5:.6f}")
# --8<-- [end:wrong-bias-moved]

# --8<-- [start:wrong-last-route-only]
# Replaces the total instead of adding to it.
for j in range(3):
    total = next_deltas[j] * next_weights[j][0]
print(f"total = {total:.6f}")
# --8<-- [end:wrong-last-route-only]

# --8<-- [start:wrong-sums-multiplied]
# Adds first, then multiplies.
delta_sum = 0.0
weight_sum = 0.0
for j in range(3):
    delta_sum = delta_sum + next_deltas[j]
    weight_sum = weight_sum + next_weights[j][0]
print(f"total = {delta_sum * weight_sum:.6f}")
# --8<-- [end:wrong-sums-multiplied]

# --8<-- [start:wrong-row]
# Goes along a row of the weights.
total = 0.0
for j in range(2):
    total = total + next_deltas[j] * next_weights[0][j]
print(f"total = {total:.6f}")
# --8<-- [end:wrong-row]

# --8<-- [start:wrong-one-weight-0]
# One weight is 0: the routes added, as is right; multiplied; added as if it were not 0.
left = 0.0
product = 1.0
total = 0.0
for j in range(3):
    route = next_deltas[j] * [0.0, 0.3, -0.5][j]
    left = left + route
    product = product * route
    total = total + next_deltas[j] * next_weights[j][0]
print(f"{left:.4f}")
print(f"{product:.4f}")
print(f"{total:.4f}")
# --8<-- [end:wrong-one-weight-0]

# --8<-- [start:wrong-three-times]
# Counts the common path once for each route: three times as much, or cubed.
total = 0.0
for j in range(3):
    total = total + next_deltas[j] * next_weights[j][0]
print(f"{total * a_slope * 3:.6f}")
print(f"{total * a_slope**3:.6f}")
# --8<-- [end:wrong-three-times]

# --8<-- [start:wrong-not-divided]
# Forgot to divide.
moved = loops.forward(next_weights, next_biases, [hidden[0] + 0.5, hidden[1]])
dz0 = moved[0] - next_z[0]
moved = loops.forward(next_weights, next_biases, [hidden[0], hidden[1] + 0.5])
print(f"{dz0:10.6f}{moved[0] - next_z[0]:10.6f}")
# --8<-- [end:wrong-not-divided]

# --8<-- [start:wrong-weights-moved]
# Moves the weights instead of the hidden values.
print(f"{hidden[0]:10.6f}{hidden[1]:10.6f}")
# --8<-- [end:wrong-weights-moved]

# --8<-- [start:wrong-slope-again]
# Multiplies by the slope of the activation function once more.
print(f"a1: {hidden_deltas[1] * sigmoid_derivative(hidden_z[1]):.6f}")
# --8<-- [end:wrong-slope-again]
