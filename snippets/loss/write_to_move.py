"""Exercise: which output the loss most wants to move, and which way."""


# --8<-- [start:start]
def to_move(a, y):
    worst = 0
    for i in range(len(a)):
        if a[i] - y[i] > a[worst] - y[worst]:
            worst = i
    return worst, -1


# --8<-- [end:start]


# --8<-- [start:wrong-up-turned-round]
def to_move(a, y):
    worst = 0
    for i in range(len(a)):
        if abs(a[i] - y[i]) > abs(a[worst] - y[worst]):
            worst = i
    if a[worst] > y[worst]:
        return worst, 1
    return worst, -1


# --8<-- [end:wrong-up-turned-round]


# --8<-- [start:wrong-largest-output]
def to_move(a, y):
    worst = 0
    for i in range(len(a)):
        if a[i] > a[worst]:
            worst = i
    if a[worst] > y[worst]:
        return worst, -1
    return worst, 1


# --8<-- [end:wrong-largest-output]


# --8<-- [start:wrong-always-up]
def to_move(a, y):
    worst = 0
    for i in range(len(a)):
        if abs(a[i] - y[i]) > abs(a[worst] - y[worst]):
            worst = i
    return worst, 1


# --8<-- [end:wrong-always-up]


# --8<-- [start:wrong-against-the-first]
def to_move(a, y):
    worst = 0
    for i in range(len(a)):
        if abs(a[i] - y[i]) > abs(a[0] - y[0]):
            worst = i
    if a[worst] > y[worst]:
        return worst, -1
    return worst, 1


# --8<-- [end:wrong-against-the-first]


# --8<-- [start:answer]
def to_move(a, y):
    worst = 0
    for i in range(len(a)):
        if abs(a[i] - y[i]) > abs(a[worst] - y[worst]):
            worst = i
    if a[worst] > y[worst]:
        return worst, -1
    return worst, 1


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for a, y, right in (
        ([0.6, 0.5, 0.0], [1.0, 0.0, 0.0], (1, -1)),
        ([0.4, 0.0, 0.0], [1.0, 0.0, 0.0], (0, 1)),
        ([0.9, 0.8, 0.3], [1.0, 0.0, 1.0], (1, -1)),
        ([0.2, 0.7, 0.1, 0.45], [0.0, 1.0, 1.0, 0.0], (2, 1)),
        ([0.3], [0.5], (0, 1)),
        ([0.1, 0.9], [0.0, 0.5], (1, -1)),
        ([-0.5, 2.0, 4.0], [0.5, 3.5, 3.5], (1, 1)),
    ):
        yield f"to_move({a}, {y})", right
    given = [[0.6, 0.5], [1.0, 0.0]]
    yield f"a, y = {given}; to_move(a, y); [a, y]", given


# --8<-- [end:check]
