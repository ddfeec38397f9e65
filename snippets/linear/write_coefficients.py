"""Exercise: find a and b of a linear function by calling it."""


# --8<-- [start:start]
def coefficients(f):
    a = 0.0
    b = 0.0
    return a, b


# --8<-- [end:start]


# --8<-- [start:wrong-a-is-f-of-1]
def coefficients(f):
    return f(1), f(0)


# --8<-- [end:wrong-a-is-f-of-1]


# --8<-- [start:wrong-swapped]
def coefficients(f):
    return f(0), f(1) - f(0)


# --8<-- [end:wrong-swapped]


# --8<-- [start:wrong-no-division]
def coefficients(f):
    return f(2) - f(0), f(0)


# --8<-- [end:wrong-no-division]


# --8<-- [start:wrong-always-3-and-2]
def coefficients(f):
    return 3, 2


# --8<-- [end:wrong-always-3-and-2]


# --8<-- [start:answer]
def coefficients(f):
    b = f(0)
    a = f(1) - b
    return a, b


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for a, b in ((3.0, 2.0), (-0.5, 4.0), (0.0, 7.0), (1.0, 0.0), (250.0, -1000.0)):
        yield f"coefficients(lambda x: {a} * x + {b})", (a, b)


# --8<-- [end:check]
