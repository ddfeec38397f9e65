"""Exercise: the cross-entropy of softmax, from z, where a share is rounded to 0."""

import math

from derivlearn.activations import softmax
from derivlearn.costs import softmax_cross_entropy


# --8<-- [start:start]
def cost_of(z, y):
    s = softmax(z)
    cost = 0.0
    for i in range(len(z)):
        cost = cost - y[i] * math.log(max(s[i], 1e-07))
    return cost


# --8<-- [end:start]


# --8<-- [start:wrong-not-lowered]
def cost_of(z, y):
    total = 0.0
    for i in range(len(z)):
        total = total + math.exp(z[i])
    cost = 0.0
    for i in range(len(z)):
        cost = cost + y[i] * (math.log(total) - z[i])
    return cost


# --8<-- [end:wrong-not-lowered]


# --8<-- [start:wrong-smaller-limit]
def cost_of(z, y):
    s = softmax(z)
    cost = 0.0
    for i in range(len(z)):
        cost = cost - y[i] * math.log(max(s[i], 1e-300))
    return cost


# --8<-- [end:wrong-smaller-limit]


# --8<-- [start:wrong-lowered-once]
def cost_of(z, y):
    largest = max(z)
    total = 0.0
    for i in range(len(z)):
        total = total + math.exp(z[i] - largest)
    cost = 0.0
    for i in range(len(z)):
        cost = cost + y[i] * (math.log(total) - z[i])
    return cost


# --8<-- [end:wrong-lowered-once]


# --8<-- [start:wrong-every-output]
def cost_of(z, y):
    largest = max(z)
    total = 0.0
    for i in range(len(z)):
        total = total + math.exp(z[i] - largest)
    cost = 0.0
    for i in range(len(z)):
        cost = cost + math.log(total) - (z[i] - largest)
    return cost


# --8<-- [end:wrong-every-output]


# --8<-- [start:answer]
def cost_of(z, y):
    largest = max(z)
    total = 0.0
    for i in range(len(z)):
        total = total + math.exp(z[i] - largest)
    cost = 0.0
    for i in range(len(z)):
        cost = cost + y[i] * (math.log(total) - (z[i] - largest))
    return cost


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for z, y in (
        ([0.5, 1.0, -1.0], [1.0, 0.0, 0.0]),
        ([0.0, 20.0], [1.0, 0.0]),
        ([0.0, 1000.0], [1.0, 0.0]),
        ([-1000.0, -1001.0, -1002.0], [0.0, 0.0, 1.0]),
        ([2.0, 0.5], [0.25, 0.75]),
    ):
        right = round(softmax_cross_entropy(z, y), 6)
        yield f"cost_of({z}, {y})", right, 1e-5
    given = [[2.0, 0.5], [0.0, 1.0]]
    yield f"z, y = {given}; cost_of(z, y); [z, y]", given


# --8<-- [end:check]
