"""One function of two inputs, its two slopes at a point, and the list of both."""

from derivlearn import numeric
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.example import (
    HIDDEN_BIASES,
    HIDDEN_WEIGHTS,
    INPUTS,
    LAST_BIASES,
    LAST_WEIGHTS,
    TARGETS,
)
from derivlearn.loops import activate, forward, last_deltas
from derivlearn.numeric import central_difference


# --8<-- [start:two-inputs]
def f(x, y):
    return x * x + x * y + 2 * y * y


print(f(2, -1))
print(f(2.5, -1))
print(f(2, -0.5))
# --8<-- [end:two-inputs]

# --8<-- [start:x-alone]
x, y = 2, -1
dx = 0.5
for _ in range(4):
    slope = (f(x + dx, y) - f(x, y)) / dx
    print(f"dx = {dx:<9}  slope to x = {slope}")
    dx = dx / 4
# --8<-- [end:x-alone]

# --8<-- [start:y-alone]
dy = 0.5
for _ in range(4):
    slope = (f(x, y + dy) - f(x, y)) / dy
    print(f"dy = {dy:<9}  slope to y = {slope}")
    dy = dy / 4
# --8<-- [end:y-alone]


# --8<-- [start:formulas]
def slope_to_x(x, y):
    return 2 * x + y


def slope_to_y(x, y):
    return x + 4 * y


print(slope_to_x(2, -1), slope_to_y(2, -1))
# --8<-- [end:formulas]


for x in (-3.0, -0.5, 0.0, 2.0):
    for y in (-1.0, 0.0, 0.75, 4.0):

        def _along_x(value, y=y):
            return f(value, y)

        def _along_y(value, x=x):
            return f(x, value)

        assert abs(central_difference(_along_x, x) - slope_to_x(x, y)) < 1e-8
        assert abs(central_difference(_along_y, y) - slope_to_y(x, y)) < 1e-8
        assert _along_x(x) == x * x + y * x + 2 * y * y
assert f(5, -1) == 5 * 5 - 5 + 2
assert f(2, 5) == 4 + 2 * 5 + 2 * 5 * 5

# --8<-- [start:present-values]
for y in (-3, -1, 1, 3):
    print(f"x = 2  y = {y:>2}  slope to x = {slope_to_x(2, y)}")
# --8<-- [end:present-values]


# --8<-- [start:gradient]
def numeric_gradient(f, xs, dx=0.00001):
    slopes = []
    for i in range(len(xs)):
        right = list(xs)
        left = list(xs)
        right[i] = xs[i] + dx
        left[i] = xs[i] - dx
        slopes.append((f(right) - f(left)) / (right[i] - left[i]))
    return slopes


# --8<-- [end:gradient]


# --8<-- [start:gradient-of-f]
def f_of_list(xs):
    return f(xs[0], xs[1])


slopes = numeric_gradient(f_of_list, [2, -1])
print(f"{slopes[0]:.6f} {slopes[1]:.6f}")
# --8<-- [end:gradient-of-f]

for point in ([2, -1], [0.3, 7.0], [-1.7, -0.01]):
    assert numeric_gradient(f_of_list, point) == numeric.numeric_gradient(
        f_of_list, point, 0.00001, relative=False
    )

# --8<-- [start:network]
hidden = activate(sigmoid, forward(HIDDEN_WEIGHTS, HIDDEN_BIASES, INPUTS))


def cost_of(biases):
    outputs = activate(sigmoid, forward(LAST_WEIGHTS, biases, hidden))
    return squared_error(outputs, TARGETS)


slopes = numeric_gradient(cost_of, LAST_BIASES)
for j in range(3):
    print(f"slope to bias {j}: {slopes[j]:.6f}")
# --8<-- [end:network]

_z = forward(LAST_WEIGHTS, LAST_BIASES, hidden)
_output_slopes = squared_error_derivative(activate(sigmoid, _z), TARGETS)
_computed = last_deltas(_output_slopes, _z, sigmoid_derivative)
for j in range(3):
    assert abs(slopes[j] - _computed[j]) < 1e-9
