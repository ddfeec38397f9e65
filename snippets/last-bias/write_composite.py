"""Exercise: the slope of a composite function, each factor at its own point."""

from derivlearn.activations import sigmoid
from derivlearn.numeric import central_difference


# --8<-- [start:start]
def composite_slope(f, f_slope, g, g_slope, x):
    return f_slope(x) * g_slope(x)


# --8<-- [end:start]


# --8<-- [start:wrong-sum]
def composite_slope(f, f_slope, g, g_slope, x):
    return f_slope(x) + g_slope(f(x))


# --8<-- [end:wrong-sum]


# --8<-- [start:wrong-order]
def composite_slope(f, f_slope, g, g_slope, x):
    return g_slope(x) * f_slope(g(x))


# --8<-- [end:wrong-order]


# --8<-- [start:wrong-of-slope]
def composite_slope(f, f_slope, g, g_slope, x):
    return g_slope(f_slope(x))


# --8<-- [end:wrong-of-slope]


# --8<-- [start:wrong-last-only]
def composite_slope(f, f_slope, g, g_slope, x):
    return g_slope(f(x))


# --8<-- [end:wrong-last-only]


# --8<-- [start:answer]
def composite_slope(f, f_slope, g, g_slope, x):
    return f_slope(x) * g_slope(f(x))


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    line = "lambda x: 3 * x + 2", lambda x: 3 * x + 2
    line_slope = "lambda x: 3"
    square = "lambda x: x * x", lambda x: x * x
    square_slope = "lambda x: 2 * x"
    curve = "sigmoid", sigmoid
    curve_slope = "sigmoid_derivative"
    for (f, apply_f), f_slope, (g, apply_g), g_slope, x in (
        (line, line_slope, square, square_slope, 3.0),
        (line, line_slope, square, square_slope, -2.0),
        (square, square_slope, line, line_slope, 3.0),
        (square, square_slope, square, square_slope, -1.5),
        (line, line_slope, curve, curve_slope, -0.5),
        (curve, curve_slope, square, square_slope, 0.25),
    ):

        def composite(value, apply_f=apply_f, apply_g=apply_g):
            return apply_g(apply_f(value))

        measured = round(central_difference(composite, x), 6)
        yield f"composite_slope({f}, {f_slope}, {g}, {g_slope}, {x})", measured, 1e-5


# --8<-- [end:check]
