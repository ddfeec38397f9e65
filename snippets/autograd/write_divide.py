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


# --8<-- [start:answer]
def divide(a, b):
    data = a.data / b.data
    return Value(data, (a, 1 / b.data), (b, -data / b.data))


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    # The Value of the code that is judged: an import here would make another one.
    number = divide.__globals__["Value"]

    def quotient(a, b):
        return divide(a, b)

    def of_sums(a, b):
        return divide(a * b, a + b)

    def by_itself(a, b):
        return divide(a, a) + b

    def twice(a, b):
        return divide(divide(a, b), b)

    for name, f in (
        ("divide(a, b)", quotient),
        ("divide(a * b, a + b)", of_sums),
        ("divide(a, a) + b", by_itself),
        ("divide(divide(a, b), b)", twice),
    ):
        for at in ([6.0, 2.0], [-1.0, 4.0], [3.0, -0.5]):

            def data(xs, f=f):
                return f(number(xs[0]), number(xs[1])).data

            a, b = number(at[0]), number(at[1])
            result = f(a, b)
            result.backward()
            where = f"a = {at[0]}, b = {at[1]}"
            right = {
                "divide(a, b)": at[0] / at[1],
                "divide(a * b, a + b)": at[0] * at[1] / (at[0] + at[1]),
                "divide(a, a) + b": 1 + at[1],
                "divide(divide(a, b), b)": at[0] / at[1] / at[1],
            }[name]
            yield f"({name}).data, {where}", result.data, right
            measured = [round(slope, 6) for slope in numeric_gradient(data, at)]
            yield f"a.grad, b.grad of {name}, {where}", [a.grad, b.grad], measured, 1e-5


# --8<-- [end:check]

for call, got, expected, *_ in check():
    if isinstance(expected, list):
        for g, e in zip(got, expected, strict=True):
            assert abs(g - e) < 1e-5, call
    else:
        assert abs(got - expected) < 1e-9, call
