"""Exercise: a list of rows as one list, column after column."""


# --8<-- [start:start]
def column_major(rows):
    values = []
    for r in range(len(rows)):
        for c in range(len(rows[0])):
            values.append(rows[r][c])
    return values


# --8<-- [end:start]


# --8<-- [start:wrong-right-to-left]
def column_major(rows):
    values = []
    for c in range(len(rows[0])):
        for r in range(len(rows)):
            values.append(rows[r][-1 - c])
    return values


# --8<-- [end:wrong-right-to-left]


# --8<-- [start:wrong-nested]
def column_major(rows):
    values = []
    for c in range(len(rows[0])):
        column = []
        for r in range(len(rows)):
            column.append(rows[r][c])
        values.append(column)
    return values


# --8<-- [end:wrong-nested]


# --8<-- [start:wrong-upwards]
def column_major(rows):
    values = []
    for c in range(len(rows[0])):
        for r in range(len(rows)):
            values.append(rows[-1 - r][c])
    return values


# --8<-- [end:wrong-upwards]


# --8<-- [start:answer]
def column_major(rows):
    values = []
    for c in range(len(rows[0])):
        for r in range(len(rows)):
            values.append(rows[r][c])
    return values


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for rows, expected in (
        ([[1, 2], [3, 4], [5, 6]], [1, 3, 5, 2, 4, 6]),
        ([[1, 2, 3], [4, 5, 6]], [1, 4, 2, 5, 3, 6]),
        ([[7], [8], [9]], [7, 8, 9]),
        ([[7, 8, 9]], [7, 8, 9]),
        ([[1, 2], [3, 4]], [1, 3, 2, 4]),
    ):
        yield f"column_major({rows})", expected
    rows = [[1, 2], [3, 4]]
    yield f"rows = {rows}; column_major(rows); rows", rows


# --8<-- [end:check]
