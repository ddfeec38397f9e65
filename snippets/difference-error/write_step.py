"""Exercise: an increment that is really added."""


# --8<-- [start:start]
def moving_step(x):
    return 0.0000001


# --8<-- [end:start]


# --8<-- [start:wrong-once]
def moving_step(x):
    dx = 0.0000001
    if x + dx == x:
        dx = dx * 2
    return dx


# --8<-- [end:wrong-once]


# --8<-- [start:wrong-proportional]
def moving_step(x):
    return 0.0000001 * max(1, abs(x))


# --8<-- [end:wrong-proportional]


# --8<-- [start:wrong-one-too-many]
def moving_step(x):
    dx = 0.0000001
    while x + dx == x:
        dx = dx * 2
    return dx * 2


# --8<-- [end:wrong-one-too-many]


# --8<-- [start:wrong-magnitude]
def moving_step(x):
    dx = 0.0000001
    while x + dx < 0.0000001:
        dx = dx * 2
    return dx


# --8<-- [end:wrong-magnitude]


# --8<-- [start:wrong-of-the-size]
def moving_step(x):
    dx = 0.0000001
    while abs(x) + dx == abs(x):
        dx = dx * 2
    return dx


# --8<-- [end:wrong-of-the-size]


# --8<-- [start:wrong-to-the-left]
def moving_step(x):
    dx = 0.0000001
    while x - dx == x:
        dx = dx * 2
    return dx


# --8<-- [end:wrong-to-the-left]


# --8<-- [start:wrong-not-often-enough]
def moving_step(x):
    dx = 0.0000001
    for _ in range(24):
        if x + dx == x:
            dx = dx * 2
    return dx


# --8<-- [end:wrong-not-often-enough]


# --8<-- [start:answer]
def moving_step(x):
    dx = 0.0000001
    while x + dx == x:
        dx = dx * 2
    return dx


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for x, doublings in (
        (3.0, 0),
        (0.0, 0),
        (-7.5, 0),
        (2e9, 1),
        (-2e9, 1),
        # Away from 0, the next number is twice as far from these two as towards it.
        (2.0**30, 1),
        (-(2.0**30), 0),
        (1e12, 10),
        (-1e16, 24),
        (1e20, 37),
    ):
        yield f"moving_step({x})", 0.0000001 * 2**doublings, 1e-12


# --8<-- [end:check]
