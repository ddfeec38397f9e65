"""Answers to the exercises of the chapter on the constant function."""

from derivlearn import example, loops
from derivlearn.activations import sigmoid
from derivlearn.costs import squared_error

# --8<-- [start:all-weights]
inputs = [0.5, 0.0, 2.0, 0.0]


def layer(weights, biases, inputs):
    return loops.activate(sigmoid, loops.forward(weights, biases, inputs))


def cost_with(hidden_weights):
    hidden = layer(hidden_weights, example.HIDDEN_BIASES, inputs)
    outputs = layer(example.LAST_WEIGHTS, example.LAST_BIASES, hidden)
    return squared_error(outputs, example.TARGETS)


before = cost_with(example.HIDDEN_WEIGHTS)
for j in range(2):
    for i in range(4):
        weights = [list(example.HIDDEN_WEIGHTS[0]), list(example.HIDDEN_WEIGHTS[1])]
        weights[j][i] = weights[j][i] + 0.01
        slope = (cost_with(weights) - before) / 0.01
        print(f"hidden_weights[{j}][{i}]  slope = {slope:.6f}  {slope == 0}")
# --8<-- [end:all-weights]

for j in range(2):
    for i in range(4):
        weights = [list(example.HIDDEN_WEIGHTS[0]), list(example.HIDDEN_WEIGHTS[1])]
        weights[j][i] = weights[j][i] + 0.01
        assert (cost_with(weights) == before) == (i in (1, 3))
