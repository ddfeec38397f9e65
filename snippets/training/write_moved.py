"""Exercise: a table of weights moved by one step, the old table left as it was."""


# --8<-- [start:start]
def moved(weights, slopes, rate):
    changed = list(weights)
    for j in range(len(changed)):
        for i in range(len(changed[j])):
            changed[j][i] = changed[j][i] - rate * slopes[j][i]
    return changed


# --8<-- [end:start]


# --8<-- [start:wrong-the-same-table]
def moved(weights, slopes, rate):
    for j in range(len(weights)):
        for i in range(len(weights[j])):
            weights[j][i] = weights[j][i] - rate * slopes[j][i]
    return weights


# --8<-- [end:wrong-the-same-table]


# --8<-- [start:wrong-uphill]
def moved(weights, slopes, rate):
    changed = []
    for j in range(len(weights)):
        row = []
        for i in range(len(weights[j])):
            row.append(weights[j][i] + rate * slopes[j][i])
        changed.append(row)
    return changed


# --8<-- [end:wrong-uphill]


# --8<-- [start:wrong-the-signs-alone]
def moved(weights, slopes, rate):
    changed = []
    for j in range(len(weights)):
        row = []
        for i in range(len(weights[j])):
            step = rate if slopes[j][i] > 0 else -rate
            row.append(weights[j][i] - step)
        changed.append(row)
    return changed


# --8<-- [end:wrong-the-signs-alone]


# --8<-- [start:wrong-one-row-for-all]
def moved(weights, slopes, rate):
    changed = []
    row = []
    for j in range(len(weights)):
        for i in range(len(weights[j])):
            row.append(weights[j][i] - rate * slopes[j][i])
        changed.append(row)
    return changed


# --8<-- [end:wrong-one-row-for-all]


# --8<-- [start:wrong-scaled]
def moved(weights, slopes, rate):
    changed = []
    for j in range(len(weights)):
        row = []
        for i in range(len(weights[j])):
            row.append(weights[j][i] * (1 - rate * slopes[j][i]))
        changed.append(row)
    return changed


# --8<-- [end:wrong-scaled]


# --8<-- [start:wrong-slopes-overwritten]
def moved(weights, slopes, rate):
    for j in range(len(slopes)):
        for i in range(len(slopes[j])):
            slopes[j][i] = weights[j][i] - rate * slopes[j][i]
    return slopes


# --8<-- [end:wrong-slopes-overwritten]


# --8<-- [start:answer]
def moved(weights, slopes, rate):
    changed = []
    for j in range(len(weights)):
        row = []
        for i in range(len(weights[j])):
            row.append(weights[j][i] - rate * slopes[j][i])
        changed.append(row)
    return changed


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for weights, slopes, rate in (
        (
            [[0.6, -0.4], [0.3, 0.8], [-0.5, 0.2]],
            [[0.1, -2.0], [0.4, 3.0], [-1.0, 0.0]],
            0.5,
        ),
        ([[0.4, -0.9, 0.1]], [[0.25, 0.5, -1.5]], 2.0),
        ([[2.0], [-1.0]], [[-0.3], [0.7]], 0.1),
    ):
        expected = [
            [w - rate * slope for w, slope in zip(row, row_slopes, strict=True)]
            for row, row_slopes in zip(weights, slopes, strict=True)
        ]
        yield f"moved({weights}, {slopes}, {rate})", expected
    given = [[[2.0, 0.5], [-1.0, 3.0]], [[0.5, -1.0], [0.25, 2.0]]]
    call = "moved(weights, slopes, 0.5); [weights, slopes]"
    yield f"weights, slopes = {given}; {call}", given


# --8<-- [end:check]
