"""Answers to the exercises of the chapter on the hidden biases."""

from derivlearn import example, loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.numeric import numeric_gradient

# --8<-- [start:mazur]
inputs = [0.05, 0.10]
targets = [0.01, 0.99]
hidden_weights = [[0.15, 0.20], [0.25, 0.30]]
hidden_biases = [0.35, 0.35]
next_weights = [[0.40, 0.45], [0.50, 0.55]]
next_biases = [0.60, 0.60]

hidden_z = loops.forward(hidden_weights, hidden_biases, inputs)
hidden = loops.activate(sigmoid, hidden_z)
next_z = loops.forward(next_weights, next_biases, hidden)
outputs = loops.activate(sigmoid, next_z)
next_deltas = loops.last_deltas(
    squared_error_derivative(outputs, targets), next_z, sigmoid_derivative
)

for j in range(2):
    print(f"next b{j}: {next_deltas[j]:.9f}")

hidden_deltas = []
for i in range(2):
    total = 0.0
    for j in range(2):
        total = total + next_deltas[j] * next_weights[j][i]
    hidden_deltas.append(total * sigmoid_derivative(hidden_z[i]))
    print(f"a{i}: {total:.9f}  b{i}: {hidden_deltas[i]:.9f}")
# --8<-- [end:mazur]


def cost_of_biases(changed):
    hidden = loops.activate(sigmoid, loops.forward(hidden_weights, changed, inputs))
    z = loops.forward(next_weights, next_biases, hidden)
    return squared_error(loops.activate(sigmoid, z), targets)


def cost_of_hidden(changed):
    z = loops.forward(next_weights, next_biases, changed)
    return squared_error(loops.activate(sigmoid, z), targets)


measured = numeric_gradient(cost_of_biases, hidden_biases)
for i in range(2):
    assert abs(hidden_deltas[i] - measured[i]) < 1e-9
assert f"{numeric_gradient(cost_of_hidden, hidden)[0]:.7f}" == "0.0363503"
assert f"{hidden_deltas[0]:.9f}" == "0.008771355"
assert f"{hidden_deltas[1]:.9f}" == "0.009954255"


# --8<-- [start:one-step]
def stepped(weights, slopes):
    changed = []
    for j in range(2):
        row = []
        for i in range(2):
            row.append(weights[j][i] - 0.5 * slopes[j][i])
        changed.append(row)
    return changed


def cost(hidden_weights, next_weights):
    hidden_z = loops.forward(hidden_weights, hidden_biases, inputs)
    hidden = loops.activate(sigmoid, hidden_z)
    next_z = loops.forward(next_weights, next_biases, hidden)
    return squared_error(loops.activate(sigmoid, next_z), targets)


new_next_weights = stepped(next_weights, loops.weight_slopes(next_deltas, hidden))
print(f"cost: {cost(hidden_weights, next_weights):.9f}")
# --8<-- [end:one-step]

# --8<-- [start:updated-too-soon]
for used in (next_weights, new_next_weights):
    print(f"w00 = {used[0][0]:.9f}")
    deltas = loops.hidden_deltas(next_deltas, used, hidden_z, sigmoid_derivative)
    print(f"bias slopes: {deltas[0]:.9f} {deltas[1]:.9f}")
    new_weights = stepped(hidden_weights, loops.weight_slopes(deltas, inputs))
    print(f"new weights: {new_weights[0][0]:.9f} {new_weights[0][1]:.9f}")
    print(f"             {new_weights[1][0]:.9f} {new_weights[1][1]:.9f}")
    print(f"cost: {cost(new_weights, new_next_weights):.9f}")
# --8<-- [end:updated-too-soon]

right = loops.hidden_deltas(next_deltas, next_weights, hidden_z, sigmoid_derivative)
right_weights = stepped(hidden_weights, loops.weight_slopes(right, inputs))
wrong_weights = new_weights
for i in range(2):
    assert 0.14 < 1 - deltas[i] / right[i] < 0.18
assert f"{cost(hidden_weights, next_weights):.9f}" == "0.298371109"
assert f"{cost(right_weights, new_next_weights):.9f}" == "0.291027774"
assert f"{cost(wrong_weights, new_next_weights):.9f}" == "0.291027924"
# The new weights that Mazur prints are those of the right way, all eight.
for found, printed in (
    (right_weights, [[0.149780716, 0.199561432], [0.249751144, 0.299502287]]),
    (new_next_weights, [[0.358916480, 0.408666186], [0.511301270, 0.561370121]]),
):
    for j in range(2):
        for i in range(2):
            assert abs(found[j][i] - printed[j][i]) < 5.1e-10

# --8<-- [start:zero-weights]
hidden_z = loops.forward(example.HIDDEN_WEIGHTS, example.HIDDEN_BIASES, example.INPUTS)
hidden = loops.activate(sigmoid, hidden_z)
next_weights = [[0.0, -0.4], [0.0, 0.8], [0.0, 0.2]]

next_z = loops.forward(next_weights, example.LAST_BIASES, hidden)
outputs = loops.activate(sigmoid, next_z)
output_slopes = squared_error_derivative(outputs, example.TARGETS)
next_deltas = loops.last_deltas(output_slopes, next_z, sigmoid_derivative)
hidden_deltas = loops.hidden_deltas(
    next_deltas, next_weights, hidden_z, sigmoid_derivative
)
next_weight_slopes = loops.weight_slopes(next_deltas, hidden)
print(f"b0: {hidden_deltas[0]:.6f}  b1: {hidden_deltas[1]:.6f}")
for j in range(3):
    print(f"w{j}0: {next_weight_slopes[j][0]:.6f}")
# --8<-- [end:zero-weights]

assert hidden_deltas[0] == 0
for j in range(3):
    assert next_weight_slopes[j][0] != 0
