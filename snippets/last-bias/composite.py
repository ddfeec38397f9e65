"""Two functions one after the other, and the product of their slopes."""

from derivlearn import chain
from derivlearn.numeric import central_difference


# --8<-- [start:two-stages]
def linear(x):
    return 3 * x + 2


def square(u):
    return u * u


u = linear(3)
y = square(u)
print(u, y)
# --8<-- [end:two-stages]

# --8<-- [start:relay]
x = 3
dx = 0.5
for _ in range(4):
    u = linear(x)
    du = linear(x + dx) - u
    dy = square(u + du) - square(u)
    print(f"dx = {dx:<9} {du / dx} * {dy / du} = {dy / dx}")
    dx = dx / 4
# --8<-- [end:relay]

u = linear(x)
dx = 0.5
for _ in range(4):
    du = linear(x + dx) - u
    dy = square(u + du) - square(u)
    assert dy / dx == (du / dx) * (dy / du)
    dx = dx / 4


# --8<-- [start:own-point]
def linear_derivative(x):
    return 3


def square_derivative(u):
    return 2 * u


x = 3
u = linear(x)
print(linear_derivative(x) * square_derivative(x))
print(linear_derivative(x) * square_derivative(u))
# --8<-- [end:own-point]


# --8<-- [start:judge]
def both(x):
    return square(linear(x))


print(f"{central_difference(both, 3):.6f}")
# --8<-- [end:judge]

assert abs(central_difference(both, 3) - 66) < 1e-6


# --8<-- [start:product]
def chain_slope(stages, x):
    value = x
    product = 1.0
    for f, derivative in stages:
        product = product * derivative(value)
        value = f(value)
    return product


stages = [(linear, linear_derivative), (square, square_derivative)]
print(chain_slope(stages, 3))
# --8<-- [end:product]

for point in (-2.0, -0.5, 0.0, 3.0, 7.25):
    assert chain_slope(stages, point) == chain.chain_slope(stages, point)
    assert chain_slope(stages, point) == 6 * (3 * point + 2)

# --8<-- [start:trace]
for step in chain.trace(stages, 3):
    print(f"input = {step['input']:<3} output = {step['output']:<4}", end=" ")
    print(f"slope = {step['slope']:<3} product = {step['product']}")
# --8<-- [end:trace]
