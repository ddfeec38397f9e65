"""Exercise: the slope of any function at any point."""

from math import isclose


# --8<-- [start:start]
def slope(f, x):
    return 0.0


# --8<-- [end:start]


# --8<-- [start:wrong-increment]
def slope(f, x):
    dx = 0.5
    return (f(x + dx) - f(x)) / dx


# --8<-- [end:wrong-increment]


# --8<-- [start:wrong-sign]
def slope(f, x):
    dx = 0.00001 * max(1, abs(x))
    return (f(x - dx) - f(x + dx)) / (2 * dx)


# --8<-- [end:wrong-sign]


# --8<-- [start:wrong-denominator]
def slope(f, x):
    dx = 0.00001 * max(1, abs(x))
    return (f(x + dx) - f(x - dx)) / dx


# --8<-- [end:wrong-denominator]


# --8<-- [start:wrong-at-large-x]
def slope(f, x):
    dx = 0.0000001
    return (f(x + dx) - f(x)) / dx


# --8<-- [end:wrong-at-large-x]


# --8<-- [start:wrong-function]
def slope(f, x):
    return 3 * x * x


# --8<-- [end:wrong-function]


# --8<-- [start:answer]
def slope(f, x):
    dx = 0.00001 * max(1, abs(x))
    return (f(x + dx) - f(x - dx)) / ((x + dx) - (x - dx))


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    def cube(x):
        return x * x * x

    def square(x):
        return x * x

    def line(x):
        return 3 * x + 2

    for x in (3, -2, 0.5, 0, 2_000_000_000):
        yield f"slope(cube, {x})", slope(cube, x), 3.0 * x * x, 1e-4
        yield f"slope(square, {x})", slope(square, x), 2.0 * x, 1e-4
        yield f"slope(line, {x})", slope(line, x), 3.0, 1e-4


# --8<-- [end:check]


for call, got, expected, tolerance in check():
    assert isclose(got, expected, rel_tol=tolerance, abs_tol=tolerance), call
