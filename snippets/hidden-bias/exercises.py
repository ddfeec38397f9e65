"""Answers to the exercises of the chapter on the hidden biases."""

from derivlearn import example, loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error_derivative

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
