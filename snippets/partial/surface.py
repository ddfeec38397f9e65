"""One function of two inputs, its two slopes at a point, and the list of both."""

from derivlearn import example, loops, numeric
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.numeric import central_difference


# --8<-- [start:two-inputs]
def height(x, y):
    return x * x + x * y + 2 * y * y


print("here: ", height(2, -1))
print("east: ", height(2.5, -1))
print("north:", height(2, -0.5))
# --8<-- [end:two-inputs]

# --8<-- [start:x-alone]
x = 2
y = -1
dx = 0.5
for _ in range(4):
    slope = (height(x + dx, y) - height(x, y)) / dx
    print(f"dx = {dx:<9}  slope in x = {slope}")
    dx = dx / 4
# --8<-- [end:x-alone]

# --8<-- [start:y-alone]
dy = 0.5
for _ in range(4):
    slope = (height(x, y + dy) - height(x, y)) / dy
    print(f"dy = {dy:<9}  slope in y = {slope}")
    dy = dy / 4
# --8<-- [end:y-alone]


# --8<-- [start:sum]
def first(x):
    return x * x


def second(x):
    return -x


def both(x):
    return first(x) + second(x)


x = 2
dx = 0.5
for _ in range(4):
    slope1 = (first(x + dx) - first(x)) / dx
    slope2 = (second(x + dx) - second(x)) / dx
    slope = (both(x + dx) - both(x)) / dx
    print(f"dx = {dx:<9}  {slope1} + {slope2} = {slope}")
    dx = dx / 4
# --8<-- [end:sum]

dx = 0.5
for _ in range(4):
    slope1 = (first(x + dx) - first(x)) / dx
    slope2 = (second(x + dx) - second(x)) / dx
    assert slope1 + slope2 == (both(x + dx) - both(x)) / dx
    # The third part, 2, changes nothing: this is the slope of the whole cut.
    assert both(x) + 2 == height(x, -1)
    dx = dx / 4


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
            return height(value, y)

        def _along_y(value, x=x):
            return height(x, value)

        assert abs(central_difference(_along_x, x) - slope_to_x(x, y)) < 1e-8
        assert abs(central_difference(_along_y, y) - slope_to_y(x, y)) < 1e-8
        assert _along_x(x) == x * x + y * x + 2 * y * y
assert height(5, -1) == 5 * 5 - 5 + 2
assert height(2, 5) == 4 + 2 * 5 + 2 * 5 * 5

# --8<-- [start:present-values]
for y in (-3, -1, 1, 3):
    print(f"x = 2  y = {y:>2}  slope in x = {slope_to_x(2, y)}")
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


# --8<-- [start:gradient-of-height]
def height_at(xs):
    return height(xs[0], xs[1])


slopes = numeric_gradient(height_at, [2, -1])
print(f"{slopes[0]:.6f} {slopes[1]:.6f}")
# --8<-- [end:gradient-of-height]

for point in ([2, -1], [0.3, 7.0], [-1.7, -0.01]):
    assert numeric_gradient(height_at, point) == numeric.numeric_gradient(
        height_at, point, 0.00001, relative=False
    )

# --8<-- [start:network]
zs = loops.forward(example.HIDDEN_WEIGHTS, example.HIDDEN_BIASES, example.INPUTS)
hidden = loops.activate(sigmoid, zs)


def cost_of(biases):
    zs = loops.forward(example.LAST_WEIGHTS, biases, hidden)
    return squared_error(loops.activate(sigmoid, zs), example.TARGETS)


slopes = numeric_gradient(cost_of, example.LAST_BIASES)
for j in range(3):
    print(f"slope of bias {j}: {slopes[j]:9.6f}")
# --8<-- [end:network]

zs = loops.forward(example.LAST_WEIGHTS, example.LAST_BIASES, hidden)
outputs = loops.activate(sigmoid, zs)
output_slopes = squared_error_derivative(outputs, example.TARGETS)
deltas = loops.last_deltas(output_slopes, zs, sigmoid_derivative)
for j in range(3):
    assert abs(slopes[j] - deltas[j]) < 1e-9

# --8<-- [start:wrong-no-product]
# Forgot x * y: the height in the north, and the slope toward the east.
print(f"north: {2 * 2 + 2 * -0.5 * -0.5}")
print(f"slope in x = {2 * 2}")
# --8<-- [end:wrong-no-product]

# --8<-- [start:wrong-no-sign]
# Lost the sign of y.
print(f"north: {height(2, 0.5)}")
# --8<-- [end:wrong-no-sign]

# --8<-- [start:wrong-not-divided]
# Forgot to divide.
print(f"slope in x = {height(2.5, -1) - height(2, -1)}")
# --8<-- [end:wrong-not-divided]

# --8<-- [start:wrong-multiplied]
# Multiplies by the increment instead of dividing.
print(f"slope in x = {(height(2.5, -1) - height(2, -1)) * 0.5}")
# --8<-- [end:wrong-multiplied]

# --8<-- [start:wrong-to-the-north]
# The slope for y instead of x.
print(f"slope in x = {slope_to_y(2, 3)}")
# --8<-- [end:wrong-to-the-north]


# --8<-- [start:wrong-times]
# The two functions multiplied, not added; then the slopes multiplied, then added.
def times(x):
    return first(x) * second(x)


slope1 = central_difference(first, 2)
slope2 = central_difference(second, 2)
print(f"slope {central_difference(times, 2):.4f}")
print(f"slope {slope1 * slope2:.4f}")
print(f"slope {slope1 + slope2:.4f}")
# --8<-- [end:wrong-times]
