"""Answers to the exercises of the chapter on activation functions."""

from derivlearn.activations import (
    relu,
    relu_derivative,
    sigmoid_derivative,
    tanh_derivative,
)
from derivlearn.loops import forward
from derivlearn.numeric import central_difference, forward_difference

# --8<-- [start:kink]
for dx in (0.5, 0.25, 0.000001):
    right = (relu(0.0 + dx) - relu(0.0)) / dx
    left = (relu(0.0) - relu(0.0 - dx)) / dx
    both = (relu(0.0 + dx) - relu(0.0 - dx)) / (2 * dx)
    print(f"right: {right}  left: {left}  both: {both}")
# --8<-- [end:kink]

assert right == 1.0 == forward_difference(relu, 0.0)
assert left == 0.0 == forward_difference(relu, 0.0, -dx)
assert both == 0.5 == central_difference(relu, 0.0)
assert relu_derivative(0.0) == 0.0

# --8<-- [start:largest]
best_z = 0.0
largest = 0.0
for step in range(-400, 401):
    z = step / 100
    slope = sigmoid_derivative(z)
    if slope > largest:
        best_z = z
        largest = slope
print(best_z, largest)
# --8<-- [end:largest]

assert (best_z, largest) == (0.0, 0.25)
for step in range(-400, 401):
    assert tanh_derivative(step / 100) <= tanh_derivative(0.0) == 1.0

# --8<-- [start:quarter]
product = 1.0
for layers in range(1, 6):
    product = product * 0.25
    print(f"layers = {layers}  product = {product:.6f}")
# --8<-- [end:quarter]

assert product < 1 / 1000


# --8<-- [start:three-layers]
weights0, biases0 = [[1.0, 2.0], [0.5, -1.0], [-2.0, 1.0]], [1.0, 0.0, -1.0]
weights1, biases1 = [[2.0, 1.0, 0.0], [0.0, -1.0, 3.0]], [0.5, 1.0]
weights2, biases2 = [[1.0, -0.5]], [2.0]
inputs = [3.0, -2.0]
# --8<-- [end:three-layers]


# --8<-- [start:fold-two]
def fold(next_weights, next_biases, weights, biases):
    folded = []
    for j in range(len(next_weights)):
        row = []
        for i in range(len(weights[0])):
            w = 0.0
            for h in range(len(weights)):
                w = w + next_weights[j][h] * weights[h][i]
            row.append(w)
        folded.append(row)
    return folded, forward(next_weights, next_biases, biases)


# --8<-- [end:fold-two]

# --8<-- [start:fold-three]
folded, biases = fold(weights1, biases1, weights0, biases0)
folded, biases = fold(weights2, biases2, folded, biases)
print(folded, biases)

x = forward(weights0, biases0, inputs)
x = forward(weights1, biases1, x)
print(forward(weights2, biases2, x))
print(forward(folded, biases, inputs))
# --8<-- [end:fold-three]

assert forward(folded, biases, inputs) == forward(weights2, biases2, x)
