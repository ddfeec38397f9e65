"""Exercise: which neurons with ReLU are dead, from the z of all samples."""

import random


# --8<-- [start:start]
def dead(rows):
    found = []
    for j in range(len(rows[0])):
        if rows[0][j] <= 0:
            found.append(j)
    return found


# --8<-- [end:start]


# --8<-- [start:wrong-any]
def dead(rows):
    found = []
    for j in range(len(rows[0])):
        for n in range(len(rows)):
            if rows[n][j] <= 0 and j not in found:
                found.append(j)
    return found


# --8<-- [end:wrong-any]


# --8<-- [start:wrong-zero-is-awake]
def dead(rows):
    found = []
    for j in range(len(rows[0])):
        awake = 0
        for n in range(len(rows)):
            if rows[n][j] >= 0:
                awake = awake + 1
        if awake == 0:
            found.append(j)
    return found


# --8<-- [end:wrong-zero-is-awake]


# --8<-- [start:wrong-mean]
def dead(rows):
    found = []
    for j in range(len(rows[0])):
        total = 0.0
        for n in range(len(rows)):
            total = total + rows[n][j]
        if total / len(rows) <= 0:
            found.append(j)
    return found


# --8<-- [end:wrong-mean]


# --8<-- [start:wrong-flowers]
def dead(rows):
    found = []
    for n in range(len(rows)):
        awake = 0
        for j in range(len(rows[n])):
            if rows[n][j] > 0:
                awake = awake + 1
        if awake == 0:
            found.append(n)
    return found


# --8<-- [end:wrong-flowers]


# --8<-- [start:wrong-count-goes-on]
def dead(rows):
    found = []
    awake = 0
    for j in range(len(rows[0])):
        for n in range(len(rows)):
            if rows[n][j] > 0:
                awake = awake + 1
        if awake == 0:
            found.append(j)
    return found


# --8<-- [end:wrong-count-goes-on]


# --8<-- [start:answer]
def dead(rows):
    found = []
    for j in range(len(rows[0])):
        awake = 0
        for n in range(len(rows)):
            if rows[n][j] > 0:
                awake = awake + 1
        if awake == 0:
            found.append(j)
    return found


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    cases = [
        [[-1.0, 2.0, -0.5], [-3.0, -1.0, 0.5]],
        [[-1.0, 0.0], [-2.0, -1.0]],
        [[1.0], [-5.0], [-5.0]],
        [[-1.0, -2.0, 3.0]],
        [[0.1, 0.2], [-3.0, -4.0], [0.3, -1.0]],
    ]
    dice = random.Random(2)
    for count, size in ((4, 6), (3, 5)):
        cases.append(
            [[dice.randint(-9, 3) / 2 for _ in range(size)] for _ in range(count)]
        )
    for rows in cases:
        expected = [j for j in range(len(rows[0])) if max(r[j] for r in rows) <= 0]
        yield f"dead({rows})", expected
    rows = [[-1.0, 2.0], [-3.0, -1.0]]
    yield f"rows = {rows}; dead(rows); rows", rows


# --8<-- [end:check]
