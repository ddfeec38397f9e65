"""Answers to the exercises of the chapter on activation functions."""

from derivlearn.activations import relu, relu_derivative
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

# --8<-- [start:quarter]
product = 1.0
for layers in range(1, 6):
    product = product * 0.25
    print(f"layers = {layers}  product = {product:.6f}")
# --8<-- [end:quarter]

assert product < 1 / 1000
