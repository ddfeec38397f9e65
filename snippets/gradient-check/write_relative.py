"""Exercise: the relative error of two slopes."""


# --8<-- [start:start]
def relative_error(measured, computed):
    return abs(measured - computed)


# --8<-- [end:start]


# --8<-- [start:wrong-of-the-measured]
def relative_error(measured, computed):
    if measured == computed:
        return 0.0
    return abs(measured - computed) / abs(measured)


# --8<-- [end:wrong-of-the-measured]


# --8<-- [start:wrong-larger-with-its-sign]
def relative_error(measured, computed):
    if measured == computed:
        return 0.0
    return abs(measured - computed) / max(measured, computed)


# --8<-- [end:wrong-larger-with-its-sign]


# --8<-- [start:wrong-gap-with-its-sign]
def relative_error(measured, computed):
    if measured == computed:
        return 0.0
    return (measured - computed) / max(abs(measured), abs(computed))


# --8<-- [end:wrong-gap-with-its-sign]


# --8<-- [start:wrong-sizes-only]
def relative_error(measured, computed):
    if measured == computed:
        return 0.0
    gap = abs(abs(measured) - abs(computed))
    return gap / max(abs(measured), abs(computed))


# --8<-- [end:wrong-sizes-only]


# --8<-- [start:wrong-zero-is-never-right]
def relative_error(measured, computed):
    largest = max(abs(measured), abs(computed))
    if largest == 0:
        return 1.0
    return abs(measured - computed) / largest


# --8<-- [end:wrong-zero-is-never-right]


# --8<-- [start:wrong-ratio]
def relative_error(measured, computed):
    if measured == computed:
        return 0.0
    return abs(1 - min(measured / computed, computed / measured))


# --8<-- [end:wrong-ratio]


# --8<-- [start:wrong-floor]
def relative_error(measured, computed):
    largest = max(abs(measured), abs(computed), 0.000001)
    return abs(measured - computed) / largest


# --8<-- [end:wrong-floor]


# --8<-- [start:answer]
def relative_error(measured, computed):
    largest = max(abs(measured), abs(computed))
    if largest == 0:
        return 0.0
    return abs(measured - computed) / largest


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for measured, computed, expected in (
        (0.5, 2.0, 0.75),
        (2.0, 0.5, 0.75),
        (-2.0, -2.5, 0.2),
        (2.0, -2.0, 2.0),
        (1.0, -4.0, 1.25),
        (0.25, 0.25, 0.0),
        (0.0, 0.001, 1.0),
        (0.001, 0.0, 1.0),
        (-4.0, 1.0, 1.25),
        (0.00000125, 0.000001, 0.2),
        (2e-9, 1e-9, 0.5),
        (1250.0, 1000.0, 0.2),
        (0.0, 0.0, 0.0),
    ):
        yield f"relative_error({measured}, {computed})", expected


# --8<-- [end:check]
