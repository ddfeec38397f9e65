"""Correction 2: held constant does not mean without influence."""

from derivlearn.activations import softmax, softmax_derivative
from derivlearn.numeric import numeric_gradient


# --8<-- [start:product]
def f(x, y):
    return x * y


dx = 0.5
for y in (2.0, 5.0, 9.0):
    print(y, (f(3.0 + dx, y) - f(3.0, y)) / dx)
# --8<-- [end:product]

for _y in (2.0, 5.0, 9.0):
    assert abs(numeric_gradient(lambda p: f(p[0], p[1]), [3.0, _y])[0] - _y) < 1e-9

# --8<-- [start:softmax]
z = [0.07, 0.14, 0.24]
print(f"{softmax_derivative(z)[0][1]:.3f}")
# --8<-- [end:softmax]

_measured = numeric_gradient(lambda zs: softmax(zs)[0], z)
assert abs(_measured[1] - softmax_derivative(z)[0][1]) < 1e-9
