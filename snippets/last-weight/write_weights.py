"""Exercise: the slopes of all weights of a layer of any size."""


# --8<-- [start:start]
def weight_slopes(deltas, inputs):
    rows = []
    for j in range(len(deltas)):
        row = []
        for i in range(len(inputs)):
            row.append(0.0)
        rows.append(row)
    return rows


# --8<-- [end:start]


# --8<-- [start:wrong-turned]
def weight_slopes(deltas, inputs):
    rows = []
    for i in range(len(inputs)):
        row = []
        for j in range(len(deltas)):
            row.append(deltas[j] * inputs[i])
        rows.append(row)
    return rows


# --8<-- [end:wrong-turned]


# --8<-- [start:wrong-bias-alone]
def weight_slopes(deltas, inputs):
    rows = []
    for j in range(len(deltas)):
        row = []
        for i in range(len(inputs)):
            row.append(deltas[j])
        rows.append(row)
    return rows


# --8<-- [end:wrong-bias-alone]


# --8<-- [start:wrong-sum]
def weight_slopes(deltas, inputs):
    rows = []
    for j in range(len(deltas)):
        row = []
        for i in range(len(inputs)):
            row.append(deltas[j] + inputs[i])
        rows.append(row)
    return rows


# --8<-- [end:wrong-sum]


# --8<-- [start:wrong-flat]
def weight_slopes(deltas, inputs):
    rows = []
    for j in range(len(deltas)):
        for i in range(len(inputs)):
            rows.append(deltas[j] * inputs[i])
    return rows


# --8<-- [end:wrong-flat]


# --8<-- [start:answer]
def weight_slopes(deltas, inputs):
    rows = []
    for j in range(len(deltas)):
        row = []
        for i in range(len(inputs)):
            row.append(deltas[j] * inputs[i])
        rows.append(row)
    return rows


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for deltas, inputs, expected in (
        ([-0.5, 0.25, 1.0], [2.0, -4.0], [[-1.0, 2.0], [0.5, -1.0], [2.0, -4.0]]),
        ([3.0], [0.0, 1.0, 2.0], [[0.0, 3.0, 6.0]]),
        ([1.0, -2.0], [0.5], [[0.5], [-1.0]]),
        ([2.0, 3.0], [5.0, 7.0], [[10.0, 14.0], [15.0, 21.0]]),
    ):
        yield f"weight_slopes({deltas}, {inputs})", expected
    given = [[0.5, 0.25], [2.0, 4.0]]
    call = "weight_slopes(deltas, inputs); [deltas, inputs]"
    yield f"deltas, inputs = {given}; {call}", given


# --8<-- [end:check]
