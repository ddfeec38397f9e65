"""Exercise: a function that returns the tangent as a function."""

from derivlearn.numeric import central_difference


# --8<-- [start:start]
def tangent(f, x0):
    slope = central_difference(f, x0)

    def line(x):
        return slope * x

    return line


# --8<-- [end:start]


# --8<-- [start:wrong-slope-moves]
def tangent(f, x0):
    def line(x):
        return f(x0) + central_difference(f, x) * (x - x0)

    return line


# --8<-- [end:wrong-slope-moves]


# --8<-- [start:wrong-distance]
def tangent(f, x0):
    slope = central_difference(f, x0)

    def line(x):
        return f(x0) + slope * x

    return line


# --8<-- [end:wrong-distance]


# --8<-- [start:wrong-curve]
def tangent(f, x0):
    slope = central_difference(f, x0)

    def line(x):
        return f(x) + slope * (x - x0)

    return line


# --8<-- [end:wrong-curve]


# --8<-- [start:answer]
def tangent(f, x0):
    slope = central_difference(f, x0)

    def line(x):
        return f(x0) + slope * (x - x0)

    return line


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    square, cube = "lambda x: x * x", "lambda x: x * x * x"
    for x0, x in ((3, 3), (3, 4), (3, 3.01), (-1, 2), (0, 5)):
        expected = x0 * x0 + 2.0 * x0 * (x - x0)
        yield f"tangent({square}, {x0})({x})", expected, 1e-4
        expected = x0 * x0 * x0 + 3.0 * x0 * x0 * (x - x0)
        yield f"tangent({cube}, {x0})({x})", expected, 1e-4
    # Two at once share nothing.
    given = f"g = tangent({square}, 3); h = tangent({cube}, -1)"
    yield f"{given}; [g(5), h(2)]", [21.0, 8.0], 1e-4


# --8<-- [end:check]
