"""Exercise: the signs of a layer's weight slopes, without the slopes."""


# --8<-- [start:start]
def signs(outputs, targets, inputs):
    rows = []
    for j in range(len(outputs)):
        row = []
        for i in range(len(inputs)):
            if outputs[j] > targets[j]:
                row.append("+")
            else:
                row.append("-")
        rows.append(row)
    return rows


# --8<-- [end:start]


# --8<-- [start:wrong-turned-round]
def signs(outputs, targets, inputs):
    rows = []
    for j in range(len(outputs)):
        row = []
        for i in range(len(inputs)):
            if (targets[j] - outputs[j]) * inputs[i] > 0:
                row.append("+")
            else:
                row.append("-")
        rows.append(row)
    return rows


# --8<-- [end:wrong-turned-round]


# --8<-- [start:wrong-input-alone]
def signs(outputs, targets, inputs):
    rows = []
    for j in range(len(outputs)):
        row = []
        for i in range(len(inputs)):
            if inputs[i] > 0:
                row.append("+")
            else:
                row.append("-")
        rows.append(row)
    return rows


# --8<-- [end:wrong-input-alone]


# --8<-- [start:wrong-both-plus]
def signs(outputs, targets, inputs):
    rows = []
    for j in range(len(outputs)):
        row = []
        for i in range(len(inputs)):
            if outputs[j] > targets[j] and inputs[i] > 0:
                row.append("+")
            else:
                row.append("-")
        rows.append(row)
    return rows


# --8<-- [end:wrong-both-plus]


# --8<-- [start:wrong-a-row-for-each-input]
def signs(outputs, targets, inputs):
    rows = []
    for i in range(len(inputs)):
        row = []
        for j in range(len(outputs)):
            if (outputs[j] - targets[j]) * inputs[i] > 0:
                row.append("+")
            else:
                row.append("-")
        rows.append(row)
    return rows


# --8<-- [end:wrong-a-row-for-each-input]


# --8<-- [start:answer]
def signs(outputs, targets, inputs):
    rows = []
    for j in range(len(outputs)):
        row = []
        for i in range(len(inputs)):
            if (outputs[j] - targets[j]) * inputs[i] > 0:
                row.append("+")
            else:
                row.append("-")
        rows.append(row)
    return rows


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for outputs, targets, inputs in (
        ([0.6, 0.5, 0.4], [1.0, 0.0, 0.0], [0.5, 0.6]),
        ([0.6, 0.5, 0.4], [1.0, 0.0, 0.0], [0.5, -0.6]),
        ([0.2], [0.5], [-1.0, 0.25, -3.0]),
        ([0.9, 0.1], [0.75, 0.25], [-2.0]),
    ):
        right = [
            ["+" if (a > y) == (x > 0) else "-" for x in inputs]
            for a, y in zip(outputs, targets, strict=True)
        ]
        yield f"signs({outputs}, {targets}, {inputs})", right
    given = [[0.6, 0.5], [1.0, 0.0], [0.5, -2.0]]
    yield f"a, y, x = {given}; signs(a, y, x); [a, y, x]", given


# --8<-- [end:check]
