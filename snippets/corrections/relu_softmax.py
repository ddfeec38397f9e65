"""Correction 17: a recipe for ReLU with softmax, and the right slopes."""

from derivlearn.activations import relu_derivative, softmax
from derivlearn.costs import cross_entropy, softmax_cross_entropy_derivative
from derivlearn.numeric import numeric_gradient

# --8<-- [start:recipe]
z = [-1.0, 0.5, -2.0]
t = [0.0, 1.0, 0.0]


def cost(z):
    return cross_entropy(softmax(z), t)


s = softmax(z)
measured = numeric_gradient(cost, z)
for i in range(3):
    right = s[i] - t[i]
    recipe = (s[i] - t[i]) * relu_derivative(z[i]) / 3
    print(f"{measured[i]:7.3f} {right:7.3f} {recipe:7.3f}")
# --8<-- [end:recipe]

for _i in range(3):
    _right = softmax_cross_entropy_derivative(z, t)[_i]
    assert abs(measured[_i] - _right) < 1e-9
