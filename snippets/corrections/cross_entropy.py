"""Correction 1: a - y is the slope to z, not the slope to a."""

import math

from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import (
    binary_cross_entropy,
    binary_cross_entropy_derivative,
    cross_entropy,
    cross_entropy_derivative,
    sigmoid_binary_cross_entropy_derivative,
    squared_error,
)
from derivlearn.numeric import numeric_gradient

# --8<-- [start:slope]
a = [0.7, 0.2, 0.6]
y = [1.0, 0.0, 0.0]


def cost(a):
    return binary_cross_entropy(a, y)


measured = numeric_gradient(cost, a)
for i in range(3):
    slope = (a[i] - y[i]) / (a[i] * (1 - a[i]))
    print(f"{measured[i]:8.4f} {slope:8.4f} {a[i] - y[i]:8.4f}")
# --8<-- [end:slope]

for _i in range(3):
    _slope = binary_cross_entropy_derivative(a, y)[_i]
    assert abs(_slope - measured[_i]) < 1e-6
    assert f"{_slope:8.4f}" == f"{measured[_i]:8.4f}"

# --8<-- [start:twice]
for i in range(3):
    sigmoid_slope = a[i] * (1 - a[i])
    to_z = (a[i] - y[i]) / (a[i] * (1 - a[i])) * sigmoid_slope
    twice = (a[i] - y[i]) * sigmoid_slope
    print(f"{to_z:8.4f} {twice:8.4f}")
# --8<-- [end:twice]

# The z that the sigmoid turns into a, and both costs as functions of z.
_zs = [math.log(_a / (1 - _a)) for _a in a]


def _outputs(zs):
    return [sigmoid(z) for z in zs]


_cross = numeric_gradient(lambda zs: binary_cross_entropy(_outputs(zs), y), _zs)
_square = numeric_gradient(lambda zs: squared_error(_outputs(zs), y), _zs)
for _i in range(3):
    _right = sigmoid_binary_cross_entropy_derivative(_zs, y)[_i]
    assert abs(_cross[_i] - _right) < 1e-9
    assert abs(_square[_i] - _right * sigmoid_derivative(_zs[_i])) < 1e-9

# The other cross-entropy: -y / a, on its own.
_shares = [0.7, 0.2, 0.1]
_measured = numeric_gradient(lambda shares: cross_entropy(shares, y), _shares)
for _i in range(3):
    assert abs(_measured[_i] + y[_i] / _shares[_i]) < 1e-6
    assert cross_entropy_derivative(_shares, y)[_i] == -y[_i] / _shares[_i]
