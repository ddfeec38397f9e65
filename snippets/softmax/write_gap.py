"""Exercise: how far apart two pre-activations are for a given output."""

import math

from derivlearn.activations import softmax


# --8<-- [start:start]
def gap(s):
    return s - (1 - s)


# --8<-- [end:start]


# --8<-- [start:wrong-no-logarithm]
def gap(s):
    return s / (1 - s)


# --8<-- [end:wrong-no-logarithm]


# --8<-- [start:wrong-of-the-share]
def gap(s):
    return math.log(s)


# --8<-- [end:wrong-of-the-share]


# --8<-- [start:wrong-turned-round]
def gap(s):
    return math.log((1 - s) / s)


# --8<-- [end:wrong-turned-round]


# --8<-- [start:wrong-size]
def gap(s):
    return abs(math.log(s / (1 - s)))


# --8<-- [end:wrong-size]


# --8<-- [start:answer]
def gap(s):
    return math.log(s / (1 - s))


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for s in (0.75, 0.5, 0.25, 0.9, 0.999):
        yield f"softmax([gap({s}), 0.0])", [s, round(1 - s, 6)]
        yield f"softmax([-7.0, -7.0 - gap({s})])", [s, round(1 - s, 6)]


# --8<-- [end:check]

# --8<-- [start:difference]
for z in ([3.0, 3.0], [3.0, 3.0, 3.0], [103.0, 103.0, 103.0]):
    print([round(s, 4) for s in softmax(z)])

d = gap(0.75)
print(f"{d:.4f}")
print([round(s, 4) for s in softmax([d, 0.0])])
print([round(s, 4) for s in softmax([5.0 + d, 5.0])])
# --8<-- [end:difference]

assert math.isclose(d, math.log(3))
