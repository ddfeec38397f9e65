"""Exercise: the table of softmax's slopes, for any number of outputs."""

from derivlearn.activations import softmax
from derivlearn.numeric import numeric_gradient


# --8<-- [start:start]
def softmax_slopes(s):
    rows = []
    for i in range(len(s)):
        row = []
        for j in range(len(s)):
            row.append(0.0)
        rows.append(row)
    return rows


# --8<-- [end:start]


# --8<-- [start:wrong-one-to-one]
def softmax_slopes(s):
    rows = []
    for i in range(len(s)):
        row = []
        for j in range(len(s)):
            if i == j:
                row.append(s[i] * (1 - s[i]))
            else:
                row.append(0.0)
        rows.append(row)
    return rows


# --8<-- [end:wrong-one-to-one]


# --8<-- [start:wrong-sign]
def softmax_slopes(s):
    rows = []
    for i in range(len(s)):
        row = []
        for j in range(len(s)):
            if i == j:
                row.append(s[i] * (1 - s[i]))
            else:
                row.append(s[i] * s[j])
        rows.append(row)
    return rows


# --8<-- [end:wrong-sign]


# --8<-- [start:wrong-no-diagonal]
def softmax_slopes(s):
    rows = []
    for i in range(len(s)):
        row = []
        for j in range(len(s)):
            row.append(-s[i] * s[j])
        rows.append(row)
    return rows


# --8<-- [end:wrong-no-diagonal]


# --8<-- [start:wrong-sigmoid-everywhere]
def softmax_slopes(s):
    rows = []
    for i in range(len(s)):
        row = []
        for j in range(len(s)):
            row.append(s[i] * (1 - s[j]))
        rows.append(row)
    return rows


# --8<-- [end:wrong-sigmoid-everywhere]


# --8<-- [start:wrong-always-3]
def softmax_slopes(s):
    rows = []
    for i in range(3):
        row = []
        for j in range(3):
            if i == j:
                row.append(s[i] * (1 - s[i]))
            else:
                row.append(-s[i] * s[j])
        rows.append(row)
    return rows


# --8<-- [end:wrong-always-3]


# --8<-- [start:answer]
def softmax_slopes(s):
    rows = []
    for i in range(len(s)):
        row = []
        for j in range(len(s)):
            if i == j:
                row.append(s[i] * (1 - s[i]))
            else:
                row.append(-s[i] * s[j])
        rows.append(row)
    return rows


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for z in ([0.25, -1.5, 1.0, 3.0], [0.5, 1.0, -1.0], [2.0, 0.5]):
        measured = []
        for i in range(len(z)):

            def output(zs, i=i):
                return softmax(zs)[i]

            slopes = numeric_gradient(output, z)
            measured.append([round(slope, 6) for slope in slopes])
        yield f"softmax_slopes(softmax({z}))", measured, 1e-5
    yield "s = [0.25, 0.75]; softmax_slopes(s); s", [0.25, 0.75]


# --8<-- [end:check]
