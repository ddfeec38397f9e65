"""Correction 9: without something bent, two layers are one."""

from derivlearn import loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.numeric import central_difference

# --8<-- [start:fold]
for x in (-1, 0, 1, 2):
    first = 3 * x + 1
    two_layers = 2 * first + 4
    one_layer = 6 * x + 6
    print(f"x = {x:2}  {two_layers:3} {one_layer:3}")
# --8<-- [end:fold]

# --8<-- [start:bent]
for x in (-1, 0, 1, 2):
    first = sigmoid(3 * x + 1)
    two_layers = 2 * first + 4
    print(f"x = {x:2}  {two_layers:.4f}")
# --8<-- [end:bent]

# The same with matrices: W2 (W1 x + b1) + b2 = (W2 W1) x + (W2 b1 + b2).
_w1, _b1 = [[1.0, 2.0], [3.0, -1.0], [0.5, 4.0]], [1.0, -2.0, 0.5]
_w2, _b2 = [[2.0, -1.0, 4.0]], [3.0]
_x = [0.25, -1.5]
_two = loops.forward(_w2, _b2, loops.forward(_w1, _b1, _x))
_one = loops.forward(
    [
        [
            _w2[0][0] * _w1[0][i] + _w2[0][1] * _w1[1][i] + _w2[0][2] * _w1[2][i]
            for i in (0, 1)
        ]
    ],
    loops.forward(_w2, _b2, _b1),
    _x,
)
assert _two == _one
# The slope of the activation is taken at z, not at a.
_z = 0.5
assert abs(central_difference(sigmoid, _z) - sigmoid_derivative(_z)) < 1e-9
assert abs(central_difference(sigmoid, _z) - sigmoid_derivative(sigmoid(_z))) > 1e-3
