"""The same product with NumPy; the one block of Part I that needs it."""

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

deltas = np.array([[-0.116330], [0.141624], [0.130471]])
inputs = np.array([[0.462570], [0.616567]])

product = deltas @ inputs.T
print(product.shape)
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
for _j in range(3):
    assert abs(deltas[_j][0] - _slopes[_j]) < 5.1e-7
    for _i in range(2):
        assert f"{product[_j][_i]:.4f}" == f"{_rows[_j][_i]:.4f}"
