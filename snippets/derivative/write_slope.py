"""Exercise: the slope of any function at any point."""


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


# --8<-- [start:wrong-nothing-at-minus-1]
def slope(f, x):
    dx = 0.00001 * x + 0.00001
    return (f(x + dx) - f(x - dx)) / ((x + dx) - (x - dx))


# --8<-- [end:wrong-nothing-at-minus-1]


# --8<-- [start:wrong-same-everywhere]
def slope(f, x):
    dx = 0.005
    return (f(x + dx) - f(x - dx)) / ((x + dx) - (x - dx))


# --8<-- [end:wrong-same-everywhere]


# --8<-- [start:wrong-five-points]
def slope(f, x):
    return (f(x - 2) - 8 * f(x - 1) + 8 * f(x + 1) - f(x + 2)) / 12


# --8<-- [end:wrong-five-points]


# --8<-- [start:answer]
def slope(f, x):
    dx = 0.00001 * max(1, abs(x))
    return (f(x + dx) - f(x - dx)) / ((x + dx) - (x - dx))


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for function, derivative in (
        ("lambda x: x * x * x", lambda x: 3.0 * x * x),
        ("lambda x: x * x", lambda x: 2.0 * x),
        ("lambda x: 3 * x + 2", lambda _: 3.0),
        ("lambda x: 1 / (1 + x * x)", lambda x: -2.0 * x / (1 + x * x) ** 2),
    ):
        for x in (3, -2, -1, 0.5, 0, 2 * 10**9, -2 * 10**9, 2 * 10**12):
            yield f"slope({function}, {x})", derivative(x), 1e-4


# --8<-- [end:check]
