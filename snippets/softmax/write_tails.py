"""Exercise: the slope of the sigmoid, to its last digits."""

import math


# --8<-- [start:start]
def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def sigmoid_slope(z):
    a = sigmoid(z)
    return a * (1 - a)


# --8<-- [end:start]


# --8<-- [start:wrong-expanded]
def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def sigmoid_slope(z):
    a = sigmoid(z)
    return a - a * a


# --8<-- [end:wrong-expanded]


# --8<-- [start:wrong-never-0]
def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def sigmoid_slope(z):
    a = sigmoid(z)
    return a * max(1 - a, 1e-7)


# --8<-- [end:wrong-never-0]


# --8<-- [start:wrong-rounded]
def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def sigmoid_slope(z):
    a = sigmoid(z)
    return a * round(1 - a, 20)


# --8<-- [end:wrong-rounded]


# --8<-- [start:wrong-sign]
def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def sigmoid_slope(z):
    return -sigmoid(z) * sigmoid(-z)


# --8<-- [end:wrong-sign]


# --8<-- [start:answer]
def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def sigmoid_slope(z):
    return sigmoid(z) * sigmoid(-z)


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for z in (0, 2, -3, 10):
        right = math.exp(-abs(z)) / (1 + math.exp(-abs(z))) ** 2
        yield f"sigmoid_slope({z})", right
    # So far out it is as good as a power of e. By that it is divided, to be seen.
    for z in (20, 40, -40, 100):
        yield f"sigmoid_slope({z}) / math.exp({-abs(z)})", 1.0


# --8<-- [end:check]

# --8<-- [start:tails]
for z in (10, 40):
    a = sigmoid(z)
    print(f"z = {z}  {a * (1 - a):.3e}  {sigmoid_slope(z):.3e}")
# --8<-- [end:tails]
