"""What the book computes: a network, its cost and the slopes of its 19 numbers."""

from derivlearn import example, loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.numeric import numeric_gradient

# --8<-- [start:network]
inputs = [0.5, -1.0, 2.0, 0.25]
targets = [1.0, 0.0, 0.0]

hidden_weights = [
    [0.1, 0.2, -0.1, 0.4],
    [-0.3, 0.1, 0.4, 0.5],
]
hidden_biases = [0.1, -0.2]

last_weights = [
    [0.6, -0.4],
    [0.3, 0.8],
    [-0.5, 0.2],
]
last_biases = [0.1, -0.3, 0.2]
# --8<-- [end:network]

assert inputs == example.INPUTS
assert targets == example.TARGETS
assert hidden_weights == example.HIDDEN_WEIGHTS
assert hidden_biases == example.HIDDEN_BIASES
assert last_weights == example.LAST_WEIGHTS
assert last_biases == example.LAST_BIASES

# --8<-- [start:one-number]
z = 0.1 + 0.1 * 0.5 + 0.2 * -1.0 + -0.1 * 2.0 + 0.4 * 0.25
print(f"{z:.6f}")
# --8<-- [end:one-number]

# --8<-- [start:repeated]
for j in range(2):
    z = hidden_biases[j]
    for i in range(4):
        z = z + hidden_weights[j][i] * inputs[i]
    print(f"{z:.6f}")
# --8<-- [end:repeated]


# --8<-- [start:row]
def row(numbers):
    line = ""
    for number in numbers:
        line = line + f"{number:10.6f}"
    return line


# --8<-- [end:row]

# --8<-- [start:forward]
hidden_z = loops.forward(hidden_weights, hidden_biases, inputs)
hidden_a = loops.activate(sigmoid, hidden_z)
last_z = loops.forward(last_weights, last_biases, hidden_a)
last_a = loops.activate(sigmoid, last_z)
print("hidden_a", row(hidden_a))
print("last_a  ", row(last_a))
# --8<-- [end:forward]

assert z == hidden_z[1]

# --8<-- [start:cost]
cost = squared_error(last_a, targets)
print(f"{cost:.6f}")
# --8<-- [end:cost]

# --8<-- [start:last-bias]
output_slopes = squared_error_derivative(last_a, targets)
last_deltas = loops.last_deltas(output_slopes, last_z, sigmoid_derivative)
last_bias_slopes = loops.bias_slopes(last_deltas)
print(row(last_bias_slopes))
# --8<-- [end:last-bias]

# --8<-- [start:last-weight]
last_weight_slopes = loops.weight_slopes(last_deltas, hidden_a)
for slopes in last_weight_slopes:
    print(row(slopes))
# --8<-- [end:last-weight]

# --8<-- [start:hidden-bias]
hidden_deltas = loops.hidden_deltas(
    last_deltas, last_weights, hidden_z, sigmoid_derivative
)
hidden_bias_slopes = loops.bias_slopes(hidden_deltas)
print(row(hidden_bias_slopes))
# --8<-- [end:hidden-bias]

# --8<-- [start:hidden-weight]
hidden_weight_slopes = loops.weight_slopes(hidden_deltas, inputs)
for slopes in hidden_weight_slopes:
    print(row(slopes))
# --8<-- [end:hidden-weight]


# --8<-- [start:cost-of]
def cost_of(numbers):
    weights = [numbers[0:4], numbers[4:8]]
    hidden = loops.activate(sigmoid, loops.forward(weights, numbers[8:10], inputs))
    weights = [numbers[10:12], numbers[12:14], numbers[14:16]]
    last = loops.activate(sigmoid, loops.forward(weights, numbers[16:19], hidden))
    return squared_error(last, targets)


parameters = (
    hidden_weights[0]
    + hidden_weights[1]
    + hidden_biases
    + last_weights[0]
    + last_weights[1]
    + last_weights[2]
    + last_biases
)
computed = (
    hidden_weight_slopes[0]
    + hidden_weight_slopes[1]
    + hidden_bias_slopes
    + last_weight_slopes[0]
    + last_weight_slopes[1]
    + last_weight_slopes[2]
    + last_bias_slopes
)
print(len(parameters), len(computed))
# --8<-- [end:cost-of]

assert cost_of(parameters) == cost

# --8<-- [start:check]
measured = numeric_gradient(cost_of, parameters)

largest = 0.0
for k in range(len(computed)):
    largest = max(largest, abs(computed[k] - measured[k]))
print(largest < 1e-9)
# --8<-- [end:check]

# --8<-- [start:exercise-shapes]
print("hidden_weights", len(hidden_weights), "x", len(hidden_weights[0]))
print("last_weights  ", len(last_weights), "x", len(last_weights[0]))
print("hidden_biases ", len(hidden_biases))
print("last_biases   ", len(last_biases))


def count(inputs, hidden, outputs):
    return hidden * inputs + hidden + outputs * hidden + outputs


print(count(4, 2, 3), count(64, 30, 10))
# --8<-- [end:exercise-shapes]

# --8<-- [start:exercise-sign]
for j in range(3):
    nudged = list(parameters)
    nudged[16 + j] = nudged[16 + j] + 0.1
    change = cost_of(nudged) - cost
    print(f"a = {last_a[j]:.2f}  y = {targets[j]}  change = {change:+.4f}")
    assert change * last_bias_slopes[j] > 0
# --8<-- [end:exercise-sign]

# --8<-- [start:exercise-nudge]
nudge = 0.01
nudged = list(parameters)
nudged[10] = nudged[10] + nudge
print(f"before   {cost:.6f}")
print(f"after    {cost_of(nudged):.6f}")
print(f"change   {cost_of(nudged) - cost:.6f}")
print(f"slope    {last_weight_slopes[0][0]:.6f}")
print(f"product  {last_weight_slopes[0][0] * nudge:.6f}")
# --8<-- [end:exercise-nudge]

assert parameters[10] == last_weights[0][0]
assert abs((cost_of(nudged) - cost) / nudge - last_weight_slopes[0][0]) < 1e-3
assert count(4, 2, 3) == len(parameters)
# Every weight slope has the sign that its bias slope and its input say.
for j in range(2):
    for i in range(4):
        assert hidden_weight_slopes[j][i] == hidden_bias_slopes[j] * inputs[i]
