"""From a nudge to the slope at a point, for the cube of x."""

from derivlearn import numeric


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

# --8<-- [start:really-added]
dx = 0.0000001
print(dx)
print((3 + dx) - 3)
# --8<-- [end:really-added]


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
    forward = forward_difference(cube, 3, dx) - 27
    central = central_difference(cube, 3, dx) - 27
    print(f"dx = {dx:<6}  forward: {forward:.6f}  central: {central:.6f}")
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

# --8<-- [start:package]
slope = numeric.central_difference(cube, 3)
print(f"{slope:.9f}")
# --8<-- [end:package]
