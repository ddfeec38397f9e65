"""What the book computes: a network, its cost and the slopes of its 19 numbers."""

from derivlearn import data, example, loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.numeric import numeric_gradient

# --8<-- [start:flower]
inputs = [0.5, -1.0, 2.0, 0.25]
targets = [1.0, 0.0, 0.0]
# --8<-- [end:flower]

# --8<-- [start:network]
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

# The flower is made up: its petal is longer than that of any of the 150.
lengths = [flower[2] for flower in data.irises()[0]]
average = sum(lengths) / 150
deviation = (sum((length - average) ** 2 for length in lengths) / 150) ** 0.5
assert max(lengths) < average + inputs[2] * deviation

# --8<-- [start:one-number]
z = 0.1 + 0.1 * 0.5 + 0.2 * -1.0 + -0.1 * 2.0 + 0.4 * 0.25
print(f"{z:.6f}")
# --8<-- [end:one-number]


# --8<-- [start:layer]
def layer(weights, biases, inputs):
    outputs = []
    for j in range(len(biases)):
        z = biases[j]
        for i in range(len(inputs)):
            z = z + weights[j][i] * inputs[i]
        outputs.append(sigmoid(z))
    return outputs


# --8<-- [end:layer]

# --8<-- [start:forward]
hidden = layer(hidden_weights, hidden_biases, inputs)
outputs = layer(last_weights, last_biases, hidden)
for j in range(3):
    print(f"{outputs[j]:.4f}  target {targets[j]}")
# --8<-- [end:forward]

assert sigmoid(z) == hidden[0]
assert max(outputs) == outputs[1]


# --8<-- [start:cost]
def cost_of(outputs):
    total = 0.0
    for j in range(3):
        difference = outputs[j] - targets[j]
        total = total + difference * difference
    return total / 2


print(f"{cost_of(outputs):.6f}")
# --8<-- [end:cost]

cost = cost_of(outputs)
assert abs(cost - squared_error(outputs, targets)) < 1e-15


# --8<-- [start:first-step]
def cost_at(weight):
    weights = [[weight, -0.4], [0.3, 0.8], [-0.5, 0.2]]
    return cost_of(layer(weights, last_biases, hidden))


weight = 0.6
for step in range(5):
    slope = (cost_at(weight + 0.0001) - cost_at(weight)) / 0.0001
    print(f"{step}: {weight:.3f}  cost {cost_at(weight):.4f}  slope {slope:.4f}")
    weight = weight - 5 * slope
# --8<-- [end:first-step]


# --8<-- [start:row]
def row(numbers):
    line = ""
    for number in numbers:
        line = line + f"{number:10.6f}"
    return line


# --8<-- [end:row]

# --8<-- [start:last-bias]
hidden_z = loops.forward(hidden_weights, hidden_biases, inputs)
last_z = loops.forward(last_weights, last_biases, hidden)
output_slopes = squared_error_derivative(outputs, targets)
last_deltas = loops.last_deltas(output_slopes, last_z, sigmoid_derivative)
last_bias_slopes = loops.bias_slopes(last_deltas)
print(row(last_bias_slopes))
# --8<-- [end:last-bias]

# --8<-- [start:last-weight]
last_weight_slopes = loops.weight_slopes(last_deltas, hidden)
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
def cost_with(numbers):
    weights = [numbers[0:4], numbers[4:8]]
    hidden = layer(weights, numbers[8:10], inputs)
    weights = [numbers[10:12], numbers[12:14], numbers[14:16]]
    return cost_of(layer(weights, numbers[16:19], hidden))


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

assert cost_with(parameters) == cost

# --8<-- [start:check]
measured = numeric_gradient(cost_with, parameters)

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
# --8<-- [end:exercise-shapes]

# --8<-- [start:exercise-sign]
for j in range(3):
    nudged = list(parameters)
    nudged[16 + j] = nudged[16 + j] + 0.1
    change = cost_with(nudged) - cost_with(parameters)
    print(f"a = {outputs[j]:.2f}  y = {targets[j]}  change = {change:.4f}")
# --8<-- [end:exercise-sign]

for j in range(3):
    nudged = list(parameters)
    nudged[16 + j] = nudged[16 + j] + 0.1
    assert (cost_with(nudged) - cost) * last_bias_slopes[j] > 0

# --8<-- [start:exercise-nudge]
nudge = 0.01
nudged = list(parameters)
nudged[10] = nudged[10] + nudge
print(f"before   {cost_with(parameters):.6f}")
print(f"after    {cost_with(nudged):.6f}")
print(f"change   {cost_with(nudged) - cost_with(parameters):.6f}")
print(f"slope    {last_weight_slopes[0][0]:.6f}")
print(f"product  {last_weight_slopes[0][0] * nudge:.6f}")
# --8<-- [end:exercise-nudge]

assert parameters[10] == last_weights[0][0]
assert abs((cost_with(nudged) - cost) / nudge - last_weight_slopes[0][0]) < 1e-3
# Every weight slope has the sign that its bias slope and its input say.
for j in range(2):
    for i in range(4):
        assert hidden_weight_slopes[j][i] == hidden_bias_slopes[j] * inputs[i]

# --8<-- [start:wrong-no-bias]
# Begins with nothing instead of the bias.
print(f"{0.1 * 0.5 + 0.2 * -1.0 + -0.1 * 2.0 + 0.4 * 0.25:.6f}")
# --8<-- [end:wrong-no-bias]

# --8<-- [start:wrong-lost-sign]
# Overlooks the minus of the weight -0.1.
print(f"{0.1 + 0.1 * 0.5 + 0.2 * -1.0 + 0.1 * 2.0 + 0.4 * 0.25:.6f}")
# --8<-- [end:wrong-lost-sign]

# --8<-- [start:wrong-not-halved]
# Forgets to take half.
print(f"{sum((outputs[j] - targets[j]) ** 2 for j in range(3)):.6f}")
# --8<-- [end:wrong-not-halved]

# --8<-- [start:wrong-not-squared]
# Forgets to square: what is too small makes up for what is too large.
print(f"{sum(outputs[j] - targets[j] for j in range(3)) / 2:.6f}")
# --8<-- [end:wrong-not-squared]

# --8<-- [start:wrong-turned-round]
# Takes the place a weight comes from for the place it leads to.
print(last_weights[0][1])
# --8<-- [end:wrong-turned-round]

# --8<-- [start:wrong-first-row]
# Takes the first row for number 1.
print(last_weights[0][0])
# --8<-- [end:wrong-first-row]

# --8<-- [start:wrong-uphill]
# Moves the weight along its slope.
weight = 0.6
for step in range(5):
    slope = (cost_at(weight + 0.0001) - cost_at(weight)) / 0.0001
    print(f"{step}: {weight:.3f}  cost {cost_at(weight):.4f}  slope {slope:.4f}")
    weight = weight + 5 * slope
# --8<-- [end:wrong-uphill]

# --8<-- [start:wrong-weights]
# Multiplies by the weights instead of the inputs.
print(row([hidden_bias_slopes[0] * weight for weight in hidden_weights[0]]))
# --8<-- [end:wrong-weights]

# --8<-- [start:wrong-lost-signs]
# Overlooks that an input is negative.
print(row([hidden_bias_slopes[0] * abs(number) for number in inputs]))
# --8<-- [end:wrong-lost-signs]
