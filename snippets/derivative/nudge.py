"""From a nudge to the slope at a point, for the cube of x and for one weight."""

from derivlearn import example, loops, numeric
from derivlearn.activations import sigmoid
from derivlearn.costs import squared_error


# --8<-- [start:cube]
def cube(x):
    return x * x * x


print(cube(3), cube(3.5))
# --8<-- [end:cube]

# --8<-- [start:ratio]
x = 3
dx = 0.5
print(cube(x + dx) - cube(x))
print((cube(x + dx) - cube(x)) / dx)
# --8<-- [end:ratio]

# --8<-- [start:limit]
dx = 1.0
for _ in range(6):
    slope = (cube(3 + dx) - cube(3)) / dx
    print(f"dx = {dx:<12}  slope = {slope:.6f}")
    dx = dx / 4
# --8<-- [end:limit]


# --8<-- [start:forward-difference]
def forward_difference(f, x, dx):
    return (f(x + dx) - f(x)) / ((x + dx) - x)


print(f"{forward_difference(cube, 3, 0.0000001):.6f}")
# --8<-- [end:forward-difference]

assert forward_difference(cube, 3, 1e-7) == numeric.forward_difference(
    cube, 3, 1e-7, relative=False
)


# --8<-- [start:central-difference]
def central_difference(f, x, dx):
    return (f(x + dx) - f(x - dx)) / ((x + dx) - (x - dx))


for dx in (0.5, 0.25, 0.125, 0.0625):
    right = forward_difference(cube, 3, dx) - 27
    left = forward_difference(cube, 3, -dx) - 27
    both = central_difference(cube, 3, dx) - 27
    print(f"dx = {dx:<6}  right {right:.6f}  left {left:.6f}  both {both:.6f}")
# --8<-- [end:central-difference]

assert central_difference(cube, 3, 1e-5) == numeric.central_difference(
    cube, 3, 1e-5, relative=False
)

# --8<-- [start:too-small]
for dx in (1e-1, 1e-3, 1e-5, 1e-7, 1e-8, 1e-11, 1e-13, 1e-15):
    forward = abs(forward_difference(cube, 3, dx) - 27)
    central = abs(central_difference(cube, 3, dx) - 27)
    print(f"dx = {dx:.0e}  forward: {forward:.0e}  central: {central:.0e}")
# --8<-- [end:too-small]


# --8<-- [start:weight]
def layer(weights, biases, inputs):
    return loops.activate(sigmoid, loops.forward(weights, biases, inputs))


hidden = layer(example.HIDDEN_WEIGHTS, example.HIDDEN_BIASES, example.INPUTS)


def cost_at(weight):
    weights = [[weight, -0.4], [0.3, 0.8], [-0.5, 0.2]]
    return squared_error(layer(weights, example.LAST_BIASES, hidden), example.TARGETS)


for dx in (1, 0.1, 0.01, 0.001, 0.0001):
    forward = forward_difference(cost_at, 0.6, dx)
    central = central_difference(cost_at, 0.6, dx)
    print(f"dx = {dx:<6}  forward: {forward:.6f}  central: {central:.6f}")
# --8<-- [end:weight]

# --8<-- [start:package]
slope = numeric.central_difference(cost_at, 0.6)
print(f"{slope:.6f}")
# --8<-- [end:package]

assert example.LAST_WEIGHTS == [[0.6, -0.4], [0.3, 0.8], [-0.5, 0.2]]
assert f"{slope:.6f}" == f"{central:.6f}" == "-0.053811"
assert f"{central_difference(cost_at, 0.6, 0.01):.6f}" == "-0.053811"
assert abs(forward_difference(cost_at, 0.6, 0.1) - slope) > 5e-4
assert abs(forward_difference(cost_at, 0.6, 0.0001) - slope) < 1e-6


# --8<-- [start:exercise-weight]
def cost_at_other(weight):
    weights = [[0.6, -0.4], [weight, 0.8], [-0.5, 0.2]]
    return squared_error(layer(weights, example.LAST_BIASES, hidden), example.TARGETS)


print(f"{cost_at_other(0.3):.6f}")
print(f"{central_difference(cost_at_other, 0.3, 0.01):.6f}")
print(f"{cost_at_other(0.2):.6f}")
# --8<-- [end:exercise-weight]

assert cost_at_other(0.2) < cost_at_other(0.3)

# --8<-- [start:wrong-multiplied]
# Multiplies by the increment instead of dividing by it.
print((cube(3.5) - cube(3)) * 0.5)
# --8<-- [end:wrong-multiplied]

# --8<-- [start:wrong-no-division]
# Forgets to divide by the increment.
print(f"{cube(3 + 1 / 4**5) - cube(3):.6f}")
# --8<-- [end:wrong-no-division]

# --8<-- [start:wrong-no-subtraction]
# Forgets to subtract the value before the move.
print(f"{cube(3 + 1 / 4**5) / (1 / 4**5):.6f}")
# --8<-- [end:wrong-no-subtraction]

# --8<-- [start:wrong-left]
# Moves the input to the left.
print(f"{forward_difference(cube, 3, -0.0000001):.6f}")
# --8<-- [end:wrong-left]

# --8<-- [start:wrong-limit]
# Uses the slope on paper, 3x².
print(f"{3 * 3**2:.6f}")
# --8<-- [end:wrong-limit]

# --8<-- [start:wrong-sizes]
# Takes the mean of the sizes of the errors, without their signs.
right = forward_difference(cube, 3, 0.5) - 27
left = forward_difference(cube, 3, -0.5) - 27
print(f"{(abs(right) + abs(left)) / 2:.6f}")
# --8<-- [end:wrong-sizes]

# --8<-- [start:wrong-one-step]
# Divides by one step, though the input moved by two.
print(f"{(cube(3.5) - cube(2.5)) / 0.5 - 27:.6f}")
# --8<-- [end:wrong-one-step]

# --8<-- [start:wrong-on-paper]
# Forgets rounding: on paper, the error is 9 dx + dx².
print(f"{9 * 1e-15 + 1e-15 * 1e-15:.0e}")
# --8<-- [end:wrong-on-paper]

# --8<-- [start:wrong-other-side]
# Lets the weight shrink instead of grow.
print(f"{forward_difference(cost_at, 0.6, -1):.6f}")
# --8<-- [end:wrong-other-side]

# --8<-- [start:wrong-forward]
# Looks at the forward difference.
error = forward_difference(cube, 3, 0.25) - 27
print(f"{(forward_difference(cube, 3, 0.025) - 27) / error:.2f}")
# --8<-- [end:wrong-forward]

# --8<-- [start:wrong-halved]
# Halves the increment.
error = central_difference(cube, 3, 0.5) - 27
print(f"{(central_difference(cube, 3, 0.25) - 27) / error:.2f}")
# --8<-- [end:wrong-halved]
