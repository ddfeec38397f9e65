"""One value that two functions use: the slopes of the routes add up."""

from derivlearn.numeric import central_difference


# --8<-- [start:used-twice]
def triple(x):
    return 3 * x


def square(x):
    return x * x


x = 2
dx = 0.5
for _ in range(4):
    du = triple(x + dx) - triple(x)
    dv = square(x + dx) - square(x)
    print(f"dx = {dx:<9} {du / dx} + {dv / dx} = {(du + dv) / dx}")
    dx = dx / 4
# --8<-- [end:used-twice]


def added(x):
    return triple(x) + square(x)


assert abs(central_difference(added, 2) - 7) < 1e-9

# --8<-- [start:two-routes]
u = triple(2)
v = square(2)
route_u = 3 * v
route_v = 4 * u
print(route_u, route_v, route_u + route_v)
# --8<-- [end:two-routes]


# --8<-- [start:judge]
def multiplied(x):
    return triple(x) * square(x)


print(f"{central_difference(multiplied, 2):.6f}")
# --8<-- [end:judge]

assert abs(central_difference(multiplied, 2) - 36) < 1e-6
