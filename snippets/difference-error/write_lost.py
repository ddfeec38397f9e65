"""Exercise: from where on adding an increment changes nothing."""

import math


# --8<-- [start:start]
def lost_from(dx):
    x = 1.0
    for n in range(20):
        x = x * 2
    return x


# --8<-- [end:start]


# --8<-- [start:wrong-one-too-early]
def lost_from(dx):
    x = 1.0
    while 2 * x + dx != 2 * x:
        x = x * 2
    return x


# --8<-- [end:wrong-one-too-early]


# --8<-- [start:wrong-always-the-same]
def lost_from(dx):
    return 2.0**30


# --8<-- [end:wrong-always-the-same]


# --8<-- [start:wrong-16-digits]
def lost_from(dx):
    x = 1.0
    while dx / x > 1e-16:
        x = x * 2
    return x


# --8<-- [end:wrong-16-digits]


# --8<-- [start:wrong-doubled-first]
def lost_from(dx):
    x = 1.0
    while True:
        x = x * 2
        if x + dx == x:
            return x


# --8<-- [end:wrong-doubled-first]


# --8<-- [start:wrong-ten-times]
def lost_from(dx):
    x = 1.0
    while x + dx != x:
        x = x * 10
    return x


# --8<-- [end:wrong-ten-times]


# --8<-- [start:answer]
def lost_from(dx):
    x = 1.0
    while x + dx != x:
        x = x * 2
    return x


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for dx in (0.0000001, 1.0, 3.0, 0.001, 1e-12, 1e-17, 2.0**-53):
        x = 1.0
        while x + dx != x:
            x *= 2
        yield f"lost_from({dx})", x


# --8<-- [end:check]

# --8<-- [start:vanishing]
x = lost_from(0.0000001)
print(x)
# --8<-- [end:vanishing]

dx = 0.0000001
assert x == 2**30 == 1073741824
assert 2 * dx < math.ulp(x) < 2.5 * dx
below = math.nextafter(x, 0)
assert below + dx != below
for n in range(1000):
    assert (x + n * 12345.678) + dx == x + n * 12345.678


# --8<-- [start:relative]
def line(x):
    return 3 * x + 2


dx = 0.0000001 * x
rise = line(x + dx) - line(x)
run = (x + dx) - x
print(f"{run:.6f}")
print(f"{rise / run:.6f}")
# --8<-- [end:relative]
