"""Exercise: the slope of a composite function, each factor at its own point."""

from derivlearn.activations import sigmoid, sigmoid_derivative
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
    def line(x):
        return 3 * x + 2

    def line_slope(x):
        return 3

    def square(x):
        return x * x

    def square_slope(x):
        return 2 * x

    functions = {
        "line": (line, line_slope),
        "square": (square, square_slope),
        "sigmoid": (sigmoid, sigmoid_derivative),
    }
    for first, second, x in (
        ("line", "square", 3.0),
        ("line", "square", -2.0),
        ("square", "line", 3.0),
        ("square", "square", -1.5),
        ("line", "sigmoid", -0.5),
        ("sigmoid", "square", 0.25),
    ):
        f, f_slope = functions[first]
        g, g_slope = functions[second]

        def composite(value, f=f, g=g):
            return g(f(value))

        names = f"{first}, {first}_slope, {second}, {second}_slope"
        got = composite_slope(f, f_slope, g, g_slope, x)
        measured = round(central_difference(composite, x), 6)
        yield f"composite_slope({names}, {x})", got, measured, 1e-5


# --8<-- [end:check]

for call, got, expected, *_ in check():
    assert abs(got - expected) <= 1e-5 * max(1, abs(expected)), call
