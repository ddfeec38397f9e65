"""Exercise: a value of a matrix, out of a column-major list."""


# --8<-- [start:start]
def at(values, rows, columns, r, c):
    return values[r * columns + c]


# --8<-- [end:start]


# --8<-- [start:wrong-columns-times-column]
def at(values, rows, columns, r, c):
    return values[r + c * columns]


# --8<-- [end:wrong-columns-times-column]


# --8<-- [start:wrong-row-times-rows]
def at(values, rows, columns, r, c):
    return values[r * rows + c]


# --8<-- [end:wrong-row-times-rows]


# --8<-- [start:wrong-one-short]
def at(values, rows, columns, r, c):
    return values[r + c * (rows - 1)]


# --8<-- [end:wrong-one-short]


# --8<-- [start:wrong-counted-from-1]
def at(values, rows, columns, r, c):
    return values[(r - 1) + (c - 1) * rows]


# --8<-- [end:wrong-counted-from-1]


# --8<-- [start:answer]
def at(values, rows, columns, r, c):
    return values[r + c * rows]


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for rows, columns in ((3, 2), (2, 4), (1, 3), (4, 1), (3, 3)):
        values = [10 * r + c for c in range(columns) for r in range(rows)]
        for r in range(rows):
            for c in range(columns):
                yield f"at({values}, {rows}, {columns}, {r}, {c})", 10 * r + c
    yield "values = [5, 6, 7, 8]; at(values, 2, 2, 1, 0); values", [5, 6, 7, 8]


# --8<-- [end:check]
