"""Functions one after the other, and the product of their slopes."""

from derivlearn import chain
from derivlearn.numeric import central_difference


# --8<-- [start:bicycle]
def wheel_of(pedals):
    return 3 * pedals


def meters_of(wheel):
    return 2 * wheel


for pedals in (10, 11):
    wheel = wheel_of(pedals)
    print(f"pedals {pedals}  wheel {wheel}  meters {meters_of(wheel)}")
# --8<-- [end:bicycle]

assert meters_of(wheel_of(11)) - meters_of(wheel_of(10)) == 3 * 2


# --8<-- [start:two-stages]
def linear(x):
    return 3 * x + 2


def square(u):
    return u * u


u = linear(3)
v = square(u)
print(u, v)
# --8<-- [end:two-stages]

# --8<-- [start:relay]
x = 3
dx = 0.5
for _ in range(4):
    u = linear(x)
    du = linear(x + dx) - u
    dv = square(u + du) - square(u)
    print(f"dx = {dx:<9}  {du / dx} * {dv / du} = {dv / dx}")
    dx = dx / 4
# --8<-- [end:relay]

u = linear(x)
dx = 0.5
for _ in range(4):
    du = linear(x + dx) - u
    dv = square(u + du) - square(u)
    assert dv / dx == (du / dx) * (dv / du)
    dx = dx / 4


# --8<-- [start:own-point]
def linear_derivative(x):
    return 3


def square_derivative(u):
    return 2 * u


x = 3
u = linear(x)
print("at 3: ", linear_derivative(x) * square_derivative(x))
print("at 11:", linear_derivative(x) * square_derivative(u))
# --8<-- [end:own-point]


# --8<-- [start:measured]
def both(x):
    return square(linear(x))


print(f"{central_difference(both, 3):.6f}")
# --8<-- [end:measured]

assert abs(central_difference(both, 3) - 66) < 1e-6


# --8<-- [start:product]
def chain_slope(stages, x):
    value = x
    product = 1
    for function, derivative in stages:
        product = product * derivative(value)
        value = function(value)
    return product


stages = [(linear, linear_derivative), (square, square_derivative)]
print(chain_slope(stages, 3))
# --8<-- [end:product]

for point in (-2.0, -0.5, 0.0, 3.0, 7.25):
    assert chain_slope(stages, point) == chain.chain_slope(stages, point)
    assert chain_slope(stages, point) == 6 * (3 * point + 2)

# --8<-- [start:wrong-added]
# Adds the rates instead of multiplying.
print(f"meters {(3 + 2) * 11}")
# --8<-- [end:wrong-added]

# --8<-- [start:wrong-squared-first]
# The stages in the other order.
print(square(3), linear(square(3)))
# --8<-- [end:wrong-squared-first]

# --8<-- [start:wrong-doubled]
# Doubles instead of squaring.
print(linear(3), 2 * linear(3))
# --8<-- [end:wrong-doubled]

# --8<-- [start:wrong-at-the-first-input]
# Moves the second stage from 3, too, not from 11.
dx = 0.0078125
dv = square(3 + dx) - square(3)
print(3.0 * dv / dx)
# --8<-- [end:wrong-at-the-first-input]

# --8<-- [start:wrong-other-order]
# The stages in the other order; then the slope of squaring where it leaves.
print(chain_slope([(square, square_derivative), (linear, linear_derivative)], 3))
print(square_derivative(square(3)) * linear_derivative(9))
# --8<-- [end:wrong-other-order]


# --8<-- [start:wrong-value-first]
# Moves the value on before it takes the slope.
def chain_slope_value_first(stages, x):
    value = x
    product = 1
    for function, derivative in stages:
        value = function(value)
        product = product * derivative(value)
    return product


print(chain_slope_value_first(stages, 3))
# --8<-- [end:wrong-value-first]
