"""The slope of the cost for one hidden bias, route by route, then for both."""

from derivlearn import example, loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.numeric import central_difference, numeric_gradient

# --8<-- [start:hidden-layer]
weights = example.HIDDEN_WEIGHTS
biases = example.HIDDEN_BIASES
zs = loops.forward(weights, biases, example.INPUTS)
outputs = loops.activate(sigmoid, zs)
for i in range(2):
    print(f"z{i} = {zs[i]:.6f}  a{i} = {outputs[i]:.6f}")
# --8<-- [end:hidden-layer]

# --8<-- [start:next-layer]
next_weights = example.LAST_WEIGHTS
next_biases = example.LAST_BIASES
targets = example.TARGETS

next_zs = loops.forward(next_weights, next_biases, outputs)
next_outputs = loops.activate(sigmoid, next_zs)
output_slopes = squared_error_derivative(next_outputs, targets)
next_deltas = loops.last_deltas(output_slopes, next_zs, sigmoid_derivative)
for j in range(3):
    print(f"j = {j}  weight = {next_weights[j][0]:<4}", end="  ")
    print(f"bias slope = {next_deltas[j]:9.6f}")
# --8<-- [end:next-layer]

# --8<-- [start:one-route]
rest = next_biases[0] + next_weights[0][1] * outputs[1]


def next_z0_of(a0):
    return next_weights[0][0] * a0 + rest


dz = next_z0_of(outputs[0] + 0.5) - next_z0_of(outputs[0])
print(f"{dz / 0.5:.6f}")
# --8<-- [end:one-route]

assert abs(next_z0_of(outputs[0]) - next_zs[0]) < 1e-15

# --8<-- [start:contributions]
total = 0.0
for j in range(3):
    route = next_deltas[j] * next_weights[j][0]
    print(f"{next_deltas[j]:9.6f} * {next_weights[j][0]:<4}", end=" ")
    print(f"= {route:9.6f}")
    total = total + route
print(f"total = {total:.6f}")
# --8<-- [end:contributions]


# --8<-- [start:judge-activation]
def cost_of_activation(a0):
    zs = loops.forward(next_weights, next_biases, [a0, outputs[1]])
    return squared_error(loops.activate(sigmoid, zs), targets)


print(f"{central_difference(cost_of_activation, outputs[0]):.6f}")
# --8<-- [end:judge-activation]

assert abs(total - central_difference(cost_of_activation, outputs[0])) < 1e-9

# --8<-- [start:to-the-bias]
a_slope = sigmoid_derivative(zs[0])
z_slope = 1
bias_slope = total * a_slope * z_slope
print(f"{total:.6f} * {a_slope:.6f} * {z_slope} = {bias_slope:.6f}")
# --8<-- [end:to-the-bias]


# --8<-- [start:judge]
def cost_of(biases):
    zs = loops.forward(weights, biases, example.INPUTS)
    hidden = loops.activate(sigmoid, zs)
    next_zs = loops.forward(next_weights, next_biases, hidden)
    return squared_error(loops.activate(sigmoid, next_zs), targets)


measured = numeric_gradient(cost_of, biases)
print(f"{measured[0]:.6f} {measured[1]:.6f}")
# --8<-- [end:judge]

assert abs(bias_slope - measured[0]) < 1e-9

# Stopping at the next z, without the cost, gives the sum of the weights instead.
stops = 0.0
for j in range(3):
    stops += next_weights[j][0] * a_slope
assert abs(stops - 0.4 * a_slope) < 1e-15
assert stops * bias_slope < 0


# --8<-- [start:all]
def hidden_deltas(next_deltas, next_weights, zs, derivative):
    slopes = []
    for i in range(len(zs)):
        total = 0.0
        for j in range(len(next_deltas)):
            total = total + next_deltas[j] * next_weights[j][i]
        slopes.append(total * derivative(zs[i]))
    return slopes


deltas = hidden_deltas(next_deltas, next_weights, zs, sigmoid_derivative)
for i in range(2):
    print(f"b{i}: {deltas[i]:9.6f}")
# --8<-- [end:all]

assert deltas == loops.hidden_deltas(next_deltas, next_weights, zs, sigmoid_derivative)
for i in range(2):
    assert abs(deltas[i] - measured[i]) < 1e-9

# The same rule as in the last layer gives the slopes of the hidden weights.
weight_slopes = loops.weight_slopes(deltas, example.INPUTS)
for i in range(2):
    for k in range(4):

        def cost_along(value, i=i, k=k):
            changed = [list(row) for row in weights]
            changed[i][k] = value
            zs = loops.forward(changed, biases, example.INPUTS)
            hidden = loops.activate(sigmoid, zs)
            next_zs = loops.forward(next_weights, next_biases, hidden)
            return squared_error(loops.activate(sigmoid, next_zs), targets)

        slope = central_difference(cost_along, weights[i][k])
        assert abs(weight_slopes[i][k] - slope) < 1e-9
