"""Exercise: the slope of one output's share of the cross-entropy."""

import math

from derivlearn.numeric import central_difference


# --8<-- [start:start]
def cost_slope(a, y):
    return -y / a


# --8<-- [end:start]


# --8<-- [start:wrong-sign]
def cost_slope(a, y):
    return -y / a - (1 - y) / (1 - a)


# --8<-- [end:wrong-sign]


# --8<-- [start:wrong-yes-or-no]
def cost_slope(a, y):
    if y == 1:
        return -1 / a
    return 1 / (1 - a)


# --8<-- [end:wrong-yes-or-no]


# --8<-- [start:wrong-as-squared]
def cost_slope(a, y):
    return a - y


# --8<-- [end:wrong-as-squared]


# --8<-- [start:wrong-logarithms-left]
def cost_slope(a, y):
    return -y * math.log(a) + (1 - y) * math.log(1 - a)


# --8<-- [end:wrong-logarithms-left]


# --8<-- [start:answer]
def cost_slope(a, y):
    return (a - y) / (a * (1 - a))


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for y in (1.0, 0.0, 0.25, 0.5):
        for a in (0.2, 0.7, 0.95):

            def share(a, y=y):
                return -y * math.log(a) - (1 - y) * math.log(1 - a)

            measured = round(central_difference(share, a), 6)
            yield f"cost_slope({a}, {y})", measured, 1e-5


# --8<-- [end:check]
