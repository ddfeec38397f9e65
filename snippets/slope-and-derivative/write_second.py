"""Exercise: a function that returns the slope of the slope, as a function."""

from derivlearn.numeric import central_difference


# --8<-- [start:start]
def second(f):
    def slope_at(x):
        return central_difference(f, x)

    return slope_at


# --8<-- [end:start]


# --8<-- [start:wrong-squared]
def second(f):
    def slope_at(x):
        return central_difference(f, x) ** 2

    return slope_at


# --8<-- [end:wrong-squared]


# --8<-- [start:wrong-slope-as-place]
def second(f):
    def slope_at(x):
        return central_difference(f, central_difference(f, x))

    return slope_at


# --8<-- [end:wrong-slope-as-place]


# --8<-- [start:wrong-doubled]
def second(f):
    def slope_at(x):
        return 2 * central_difference(f, x)

    return slope_at


# --8<-- [end:wrong-doubled]


# --8<-- [start:wrong-a-number]
def second(f):
    def slope_at(x):
        return central_difference(f, x)

    return central_difference(slope_at, 1)


# --8<-- [end:wrong-a-number]


# --8<-- [start:answer]
def second(f):
    def slope_at(x):
        return central_difference(f, x)

    def slope_of_slope_at(x):
        return central_difference(slope_at, x)

    return slope_of_slope_at


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    square, cube = "lambda x: x * x", "lambda x: x * x * x"
    for x in (-1, 2, 5, 0.5):
        yield f"second({square})({x})", 2.0, 1e-3
        yield f"second({cube})({x})", 6.0 * x, 1e-3
        yield f"second(lambda x: 3 * x + 2)({x})", 0.0, 1e-3
        yield f"second(lambda x: x ** 4)({x})", 12.0 * x * x, 1e-3
    # Two at once share nothing.
    given = f"g = second({square}); h = second({cube})"
    yield f"{given}; [g(5), h(2)]", [2.0, 12.0], 1e-3


# --8<-- [end:check]
