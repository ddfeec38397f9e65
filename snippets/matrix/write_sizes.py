"""Exercise: the multiplications that a product of two matrices takes."""


# --8<-- [start:start]
def multiplications(a, b):
    return a[0] * b[1]


# --8<-- [end:start]


# --8<-- [start:wrong-whatever-the-sizes]
def multiplications(a, b):
    return a[0] * b[1] * a[1]


# --8<-- [end:wrong-whatever-the-sizes]


# --8<-- [start:wrong-same-size-only]
def multiplications(a, b):
    if a[0] != b[0] or a[1] != b[1]:
        return 0
    return a[0] * b[1] * a[1]


# --8<-- [end:wrong-same-size-only]


# --8<-- [start:wrong-outer-numbers]
def multiplications(a, b):
    if a[0] != b[1]:
        return 0
    return a[0] * b[1] * a[1]


# --8<-- [end:wrong-outer-numbers]


# --8<-- [start:wrong-all-four]
def multiplications(a, b):
    if a[1] != b[0]:
        return 0
    return a[0] * a[1] * b[0] * b[1]


# --8<-- [end:wrong-all-four]


# --8<-- [start:answer]
def multiplications(a, b):
    if a[1] != b[0]:
        return 0
    return a[0] * b[1] * a[1]


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for a, b, right in (
        ((3, 2), (2, 4), 24),
        ((2, 4), (3, 2), 0),
        ((1, 5), (5, 1), 5),
        ((5, 1), (1, 5), 25),
        ((3, 3), (3, 3), 27),
        ((2, 3), (2, 3), 0),
        ((2, 3), (4, 2), 0),
    ):
        yield f"multiplications({a}, {b})", right


# --8<-- [end:check]
