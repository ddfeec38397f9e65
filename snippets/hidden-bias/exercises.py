"""Answers to the exercises of the chapter on the hidden biases."""

from derivlearn import example, loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.numeric import numeric_gradient

# --8<-- [start:mazur]
inputs = [0.05, 0.10]
targets = [0.01, 0.99]
weights = [[0.15, 0.20], [0.25, 0.30]]
biases = [0.35, 0.35]
next_weights = [[0.40, 0.45], [0.50, 0.55]]
next_biases = [0.60, 0.60]

zs = loops.forward(weights, biases, inputs)
hidden = loops.activate(sigmoid, zs)
next_zs = loops.forward(next_weights, next_biases, hidden)
outputs = loops.activate(sigmoid, next_zs)
next_deltas = loops.last_deltas(
    squared_error_derivative(outputs, targets), next_zs, sigmoid_derivative
)

for j in range(2):
    print(f"next b{j}: {next_deltas[j]:.9f}")

deltas = []
for i in range(2):
    total = 0.0
    for j in range(2):
        total = total + next_deltas[j] * next_weights[j][i]
    deltas.append(total * sigmoid_derivative(zs[i]))
    print(f"a{i}: {total:.9f}  b{i}: {deltas[i]:.9f}")
# --8<-- [end:mazur]


def cost_of_biases(changed):
    hidden = loops.activate(sigmoid, loops.forward(weights, changed, inputs))
    zs = loops.forward(next_weights, next_biases, hidden)
    return squared_error(loops.activate(sigmoid, zs), targets)


def cost_of_hidden(changed):
    zs = loops.forward(next_weights, next_biases, changed)
    return squared_error(loops.activate(sigmoid, zs), targets)


for i in range(2):
    assert abs(deltas[i] - numeric_gradient(cost_of_biases, biases)[i]) < 1e-9
assert f"{numeric_gradient(cost_of_hidden, hidden)[0]:.7f}" == "0.0363503"
assert f"{deltas[0]:.9f}" == "0.008771355"
assert f"{deltas[1]:.9f}" == "0.009954255"


# --8<-- [start:one-step]
def stepped(weights, slopes):
    changed = []
    for j in range(2):
        row = []
        for i in range(2):
            row.append(weights[j][i] - 0.5 * slopes[j][i])
        changed.append(row)
    return changed


def cost(weights, next_weights):
    hidden = loops.activate(sigmoid, loops.forward(weights, biases, inputs))
    zs = loops.forward(next_weights, next_biases, hidden)
    return squared_error(loops.activate(sigmoid, zs), targets)


new_next_weights = stepped(next_weights, loops.weight_slopes(next_deltas, hidden))
print(f"cost: {cost(weights, next_weights):.9f}")
# --8<-- [end:one-step]

# --8<-- [start:updated-too-soon]
for used in (next_weights, new_next_weights):
    print(f"w00 = {used[0][0]:.9f}")
    deltas = loops.hidden_deltas(next_deltas, used, zs, sigmoid_derivative)
    weight_slopes = loops.weight_slopes(deltas, inputs)
    new_weights = stepped(weights, weight_slopes)
    print(f"bias slopes: {deltas[0]:.9f} {deltas[1]:.9f}")
    print(f"cost: {cost(new_weights, new_next_weights):.9f}")
# --8<-- [end:updated-too-soon]

right = loops.hidden_deltas(next_deltas, next_weights, zs, sigmoid_derivative)
right_weights = stepped(weights, loops.weight_slopes(right, inputs))
wrong_weights = new_weights
for i in range(2):
    assert 0.14 < 1 - deltas[i] / right[i] < 0.18
assert f"{cost(weights, next_weights):.9f}" == "0.298371109"
assert f"{cost(right_weights, new_next_weights):.9f}" == "0.291027774"
assert f"{cost(wrong_weights, new_next_weights):.9f}" == "0.291027924"
assert f"{right_weights[0][0]:.9f}" == "0.149780716"
assert f"{new_next_weights[0][0]:.9f}" == "0.358916480"

# --8<-- [start:zero-weights]
zs = loops.forward(example.HIDDEN_WEIGHTS, example.HIDDEN_BIASES, example.INPUTS)
hidden = loops.activate(sigmoid, zs)
next_weights = [[0.0, -0.4], [0.0, 0.8], [0.0, 0.2]]

next_zs = loops.forward(next_weights, example.LAST_BIASES, hidden)
outputs = loops.activate(sigmoid, next_zs)
output_slopes = squared_error_derivative(outputs, example.TARGETS)
next_deltas = loops.last_deltas(output_slopes, next_zs, sigmoid_derivative)
deltas = loops.hidden_deltas(next_deltas, next_weights, zs, sigmoid_derivative)
next_weight_slopes = loops.weight_slopes(next_deltas, hidden)
print(f"b0: {deltas[0]:.6f}  b1: {deltas[1]:.6f}")
for j in range(3):
    print(f"w{j}0: {next_weight_slopes[j][0]:.6f}")
# --8<-- [end:zero-weights]

assert deltas[0] == 0
for j in range(3):
    assert next_weight_slopes[j][0] != 0
