"""Exercise: division, with its two routes back."""

from derivlearn.autograd import Value
from derivlearn.numeric import numeric_gradient


# --8<-- [start:start]
def divide(a, b):
    data = a.data / b.data
    return Value(data, (a, 1 / b.data), (b, a.data))


# --8<-- [end:start]


# --8<-- [start:wrong-sign]
def divide(a, b):
    data = a.data / b.data
    return Value(data, (a, 1 / b.data), (b, a.data / b.data**2))


# --8<-- [end:wrong-sign]


# --8<-- [start:wrong-no-square]
def divide(a, b):
    data = a.data / b.data
    return Value(data, (a, 1 / b.data), (b, -a.data / b.data))


# --8<-- [end:wrong-no-square]


# --8<-- [start:wrong-one-route]
def divide(a, b):
    data = a.data / b.data
    return Value(data, (a, 1 / b.data))


# --8<-- [end:wrong-one-route]


# --8<-- [start:wrong-swapped]
def divide(a, b):
    data = a.data / b.data
    return Value(data, (b, 1 / b.data), (a, -a.data / b.data**2))


# --8<-- [end:wrong-swapped]


# --8<-- [start:wrong-without-a]
def divide(a, b):
    data = a.data / b.data
    return Value(data, (a, 1 / b.data), (b, -1 / b.data**2))


# --8<-- [end:wrong-without-a]


# --8<-- [start:wrong-whole-numbers]
def divide(a, b):
    data = a.data // b.data
    return Value(data, (a, 1 / b.data), (b, -a.data / b.data**2))


# --8<-- [end:wrong-whole-numbers]


# --8<-- [start:wrong-left-to-the-package]
def divide(a, b):
    return a / b


# --8<-- [end:wrong-left-to-the-package]


# --8<-- [start:answer]
def divide(a, b):
    data = a.data / b.data
    return Value(data, (a, 1 / b.data), (b, -data / b.data))


# --8<-- [end:answer]


# --8<-- [start:check]
def measured(quotient, a, b):
    def of_both(xs):
        return quotient(xs[0], xs[1])

    return [round(slope, 6) for slope in numeric_gradient(of_both, [a, b])]


def check():
    formulas = {
        "divide(a, b)": lambda a, b: a / b,
        "divide(a * b, a + b)": lambda a, b: a * b / (a + b),
        "divide(a, a) + b": lambda a, b: a / a + b,
        "divide(divide(a, b), b)": lambda a, b: a / b / b,
    }
    for formula, quotient in formulas.items():
        for a, b in ((6.0, 2.0), (-1.0, 4.0), (3.0, -0.5)):
            given = f"a = Value({a}); b = Value({b}); c = {formula}"
            yield f"{given}; c.data", quotient(a, b)
            call = f"{given}; c.backward(); [a.grad, b.grad]"
            yield call, measured(quotient, a, b), 1e-5
    # The package's numbers can be divided. Those of the chapter cannot.
    without = 'Bare = type("Bare", (Value,), {"__truediv__": None, "__pow__": None})'
    yield f"{without}; divide(Bare(6.0), Bare(2.0)).data", 3.0


# --8<-- [end:check]
