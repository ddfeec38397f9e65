"""Exercise: a table of weights moved by one step, the old table left as it was."""

from derivlearn import loops
from derivlearn.activations import sigmoid
from derivlearn.costs import squared_error
from derivlearn.numeric import numeric_gradient


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
    for weights, inputs, targets, rate in (
        ([[0.6, -0.4], [0.3, 0.8], [-0.5, 0.2]], [0.5, 0.6], [1.0, 0.0, 0.0], 0.5),
        ([[0.4, -0.9, 0.1]], [1.0, -2.0, 0.5], [0.0], 2.0),
        ([[2.0], [-1.0]], [0.3], [1.0, 1.0], 0.1),
    ):
        biases = [0.1] * len(weights)
        m = len(inputs)

        def cost(numbers, m=m, biases=biases, inputs=inputs, y=targets):
            rows = [numbers[at : at + m] for at in range(0, len(numbers), m)]
            zs = loops.forward(rows, biases, inputs)
            return squared_error(loops.activate(sigmoid, zs), y)

        numbers = [w for row in weights for w in row]
        measured = [round(slope, 6) for slope in numeric_gradient(cost, numbers)]
        slopes = [measured[at : at + m] for at in range(0, len(measured), m)]
        given = [list(row) for row in weights]
        got = moved(given, [list(row) for row in slopes], rate)
        call = f"moved({weights}, {slopes}, {rate})"
        expected = [
            [w - rate * slope for w, slope in zip(row, row_slopes, strict=True)]
            for row, row_slopes in zip(weights, slopes, strict=True)
        ]
        yield call, got, expected
        yield f"weights after {call}", given, weights
        after = [w for row in got for w in row]
        yield f"cost is lower after {call}", cost(after) < cost(numbers), True


# --8<-- [end:check]

for call, got, expected, *_ in check():
    assert got == expected, call
