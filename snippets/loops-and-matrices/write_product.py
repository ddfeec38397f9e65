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
def check():
    class Watched(list):
        def __init__(self, values):
            list.__init__(self, values)
            self.read = []

        def __getitem__(self, place):
            places = range(len(self))[place]
            if isinstance(place, slice):
                self.read.extend(places)
            else:
                self.read.append(places)
            return list.__getitem__(self, place)

        def __iter__(self):
            for place in range(len(self)):
                yield self[place]

    dice = random.Random(3)
    for rows, columns in ((2, 3), (3, 2), (1, 4), (4, 1), (3, 3)):
        x = [dice.uniform(-2, 2) for _ in range(columns)]
        values = []
        expected = [0.0] * rows
        for c in range(columns):
            for r in range(rows):
                values.append(dice.uniform(-2, 2))
                expected[r] = expected[r] + values[-1] * x[c]
        name = f"product(…)  # {rows} × {columns}"
        watched = Watched(values)
        yield name, product(watched, rows, x), expected, 1e-9
        yield f"{name}: values[…]", watched.read, list(range(rows * columns))


# --8<-- [end:check]

for call, got, expected, *_ in check():
    assert got == expected, call
