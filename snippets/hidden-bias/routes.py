"""One value that two functions use: the slopes of the routes add up."""

from derivlearn.numeric import central_difference


# --8<-- [start:both-at-once]
def triple(x):
    return 3 * x


def square(x):
    return x * x


x = 5
u = triple(x)
v = square(x)

dx = 0.5
for _ in range(4):
    only_u = (triple(x + dx) * v - u * v) / dx
    only_v = (u * square(x + dx) - u * v) / dx
    both = (triple(x + dx) * square(x + dx) - u * v) / dx
    print(f"dx = {dx:<9}  {only_u:.3f}  {only_v:.3f}  {both:.3f}")
    dx = dx / 4
# --8<-- [end:both-at-once]


# --8<-- [start:two-routes]
def multiplied(x):
    return triple(x) * square(x)


route_u = 3 * v
route_v = 10 * u
print(route_u, "+", route_v, "=", route_u + route_v)
print(f"{central_difference(multiplied, x):.6f}")
# --8<-- [end:two-routes]

assert abs(central_difference(multiplied, 5) - 225) < 1e-6
assert abs(central_difference(square, 5) - 10) < 1e-9

# --8<-- [start:wrong-slopes-multiplied]
# Multiplies the slopes of u and v.
dx = 0.0078125
du = triple(x + dx) - u
dv = square(x + dx) - v
print(f"{(du / dx) * (dv / dx):.3f}")
# --8<-- [end:wrong-slopes-multiplied]

# --8<-- [start:wrong-slopes-added]
# Adds them, without the values that they are multiplied by.
print(f"{du / dx + dv / dx:.3f}")
# --8<-- [end:wrong-slopes-added]


# --8<-- [start:wrong-added]
# u + v instead of u * v; then the slope of u * v; then the slopes multiplied.
def added(x):
    return triple(x) + square(x)


print(f"{central_difference(added, 5):.3f}")
print(f"{central_difference(multiplied, 5):.3f}")
print(f"{central_difference(triple, 5) * central_difference(square, 5):.3f}")
# --8<-- [end:wrong-added]
