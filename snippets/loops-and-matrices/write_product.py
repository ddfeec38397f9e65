"""Exercise: a matrix times a column, read in the order in which it lies in memory."""

import random


# --8<-- [start:start]
def product(values, rows, x):
    totals = [0.0] * rows
    for r in range(rows):
        for c in range(len(x)):
            value = values[r + c * rows]
            totals[r] = totals[r] + value * x[c]
    return totals


# --8<-- [end:start]


# --8<-- [start:wrong-only-the-index]
def product(values, rows, x):
    totals = [0.0] * rows
    for r in range(rows):
        for c in range(len(x)):
            value = values[r * len(x) + c]
            totals[r] = totals[r] + value * x[c]
    return totals


# --8<-- [end:wrong-only-the-index]


# --8<-- [start:wrong-other-input]
def product(values, rows, x):
    totals = [0.0] * rows
    for c in range(len(x)):
        for r in range(rows):
            value = values[r + c * rows]
            totals[r] = totals[r] + value * x[r % len(x)]
    return totals


# --8<-- [end:wrong-other-input]


# --8<-- [start:wrong-total-of-a-column]
def product(values, rows, x):
    totals = []
    for c in range(len(x)):
        total = 0.0
        for r in range(rows):
            value = values[r + c * rows]
            total = total + value * x[c]
        totals.append(total)
    return totals


# --8<-- [end:wrong-total-of-a-column]


# --8<-- [start:wrong-starts-anew]
def product(values, rows, x):
    for c in range(len(x)):
        totals = [0.0] * rows
        for r in range(rows):
            value = values[r + c * rows]
            totals[r] = totals[r] + value * x[c]
    return totals


# --8<-- [end:wrong-starts-anew]


# --8<-- [start:wrong-step-of-columns]
def product(values, rows, x):
    totals = [0.0] * rows
    for c in range(len(x)):
        for r in range(rows):
            value = values[(r + c * len(x)) % len(values)]
            totals[r] = totals[r] + value * x[c]
    return totals


# --8<-- [end:wrong-step-of-columns]


# --8<-- [start:wrong-copied-first]
def product(values, rows, x):
    values = list(values)
    totals = [0.0] * rows
    for r in range(rows):
        for c in range(len(x)):
            value = values[r + c * rows]
            totals[r] = totals[r] + value * x[c]
    return totals


# --8<-- [end:wrong-copied-first]


# --8<-- [start:answer]
def product(values, rows, x):
    totals = [0.0] * rows
    for c in range(len(x)):
        for r in range(rows):
            value = values[r + c * rows]
            totals[r] = totals[r] + value * x[c]
    return totals


# --8<-- [end:answer]


# --8<-- [start:check]
# Numbers that note in which order they are multiplied, however the list is copied. An
# array multiplies on its own, and nothing is noted: it was read in order when made.
NOTED = (
    "order = []; "
    "times = lambda value, x: order.append(value) or float(value) * x; "
    'Noted = type("Noted", (float,), {"__mul__": times, "__rmul__": times})'
)


def check():
    dice = random.Random(3)
    for rows, columns in ((2, 3), (3, 2), (1, 4), (4, 1), (3, 3)):
        x = [dice.randint(-20, 20) / 10 for _ in range(columns)]
        values = [each / 10 for each in dice.sample(range(-20, 20), rows * columns)]
        expected = [
            sum(values[r + c * rows] * x[c] for c in range(columns))
            for r in range(rows)
        ]
        yield f"product({values}, {rows}, {x})", expected
        given = f"{NOTED}; values = [Noted(value) for value in {values}]"
        yield f"{given}; product(values, {rows}, {x}); order or values", values
    given = [[1.0, 2.0, 3.0, 4.0], [0.5, 0.25]]
    yield f"values, x = {given}; product(values, 2, x); [values, x]", given


# --8<-- [end:check]
