"""The same products with NumPy; the one block of Part I that needs it."""

from derivlearn import loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error_derivative
from derivlearn.example import (
    HIDDEN_BIASES,
    HIDDEN_WEIGHTS,
    INPUTS,
    LAST_BIASES,
    LAST_WEIGHTS,
    TARGETS,
)

# isort: split

# --8<-- [start:numpy]
import numpy as np

W = np.array([[0.6, -0.4], [0.3, 0.8], [-0.5, 0.2]])
b = np.array([[0.1], [-0.3], [0.2]])
x = np.array([[0.462570], [0.616567]])
deltas = np.array([[-0.116330], [0.141624], [0.130471]])

z = W @ x + b
product = deltas @ x.T
print(z.shape, product.shape)
for order in ("F", "C"):
    line = order
    for value in product.flatten(order=order):
        line = line + f"{value:8.4f}"
    print(line)
# --8<-- [end:numpy]

_x = loops.activate(sigmoid, loops.forward(HIDDEN_WEIGHTS, HIDDEN_BIASES, INPUTS))
_z = loops.forward(LAST_WEIGHTS, LAST_BIASES, _x)
_slopes = loops.last_deltas(
    squared_error_derivative(loops.activate(sigmoid, _z), TARGETS),
    _z,
    sigmoid_derivative,
)
_rows = loops.weight_slopes(_slopes, _x)
assert np.array_equal(np.array([_slopes]).T @ np.array([_x]), np.array(_rows))
assert W.tolist() == LAST_WEIGHTS
assert b[:, 0].tolist() == LAST_BIASES
for _j in range(3):
    assert abs(z[_j][0] - _z[_j]) < 1e-6
    assert abs(deltas[_j][0] - _slopes[_j]) < 5.1e-7
    for _i in range(2):
        assert f"{product[_j][_i]:.4f}" == f"{_rows[_j][_i]:.4f}"
