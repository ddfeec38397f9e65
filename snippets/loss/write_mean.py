"""Exercise: the derivative of the mean squared error."""

from derivlearn.numeric import numeric_gradient


# --8<-- [start:start]
def mean_squared_error(a, y):
    total = 0.0
    for i in range(len(a)):
        total = total + (a[i] - y[i]) * (a[i] - y[i])
    return total / len(a)


def mean_squared_error_derivative(a, y):
    slopes = []
    for i in range(len(a)):
        slopes.append(a[i] - y[i])
    return slopes


# --8<-- [end:start]


# --8<-- [start:wrong-no-mean]
def mean_squared_error(a, y):
    total = 0.0
    for i in range(len(a)):
        total = total + (a[i] - y[i]) * (a[i] - y[i])
    return total / len(a)


def mean_squared_error_derivative(a, y):
    slopes = []
    for i in range(len(a)):
        slopes.append(2 * (a[i] - y[i]))
    return slopes


# --8<-- [end:wrong-no-mean]


# --8<-- [start:wrong-no-2]
def mean_squared_error(a, y):
    total = 0.0
    for i in range(len(a)):
        total = total + (a[i] - y[i]) * (a[i] - y[i])
    return total / len(a)


def mean_squared_error_derivative(a, y):
    slopes = []
    for i in range(len(a)):
        slopes.append((a[i] - y[i]) / len(a))
    return slopes


# --8<-- [end:wrong-no-2]


# --8<-- [start:wrong-sign]
def mean_squared_error(a, y):
    total = 0.0
    for i in range(len(a)):
        total = total + (a[i] - y[i]) * (a[i] - y[i])
    return total / len(a)


def mean_squared_error_derivative(a, y):
    slopes = []
    for i in range(len(a)):
        slopes.append(2 * (y[i] - a[i]) / len(a))
    return slopes


# --8<-- [end:wrong-sign]


# --8<-- [start:wrong-always-3]
def mean_squared_error(a, y):
    total = 0.0
    for i in range(len(a)):
        total = total + (a[i] - y[i]) * (a[i] - y[i])
    return total / len(a)


def mean_squared_error_derivative(a, y):
    slopes = []
    for i in range(len(a)):
        slopes.append(2 * (a[i] - y[i]) / 3)
    return slopes


# --8<-- [end:wrong-always-3]


# --8<-- [start:answer]
def mean_squared_error(a, y):
    total = 0.0
    for i in range(len(a)):
        total = total + (a[i] - y[i]) * (a[i] - y[i])
    return total / len(a)


def mean_squared_error_derivative(a, y):
    slopes = []
    for i in range(len(a)):
        slopes.append(2 * (a[i] - y[i]) / len(a))
    return slopes


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for a, y in (
        ([0.7, 0.2, 0.6], [1.0, 0.0, 0.0]),
        ([0.5], [2.0]),
        ([3.0, -1.0, 0.25, 8.0], [1.0, -1.0, 0.75, 10.0]),
    ):

        def cost(outputs, y=y):
            total = 0.0
            for i in range(len(y)):
                total = total + (outputs[i] - y[i]) * (outputs[i] - y[i])
            return total / len(y)

        measured = [round(slope, 6) for slope in numeric_gradient(cost, a)]
        yield f"mean_squared_error_derivative({a}, {y})", measured, 1e-5
    given = [[0.5, 0.25], [1.0, 0.0]]
    yield f"a, y = {given}; mean_squared_error_derivative(a, y); [a, y]", given


# --8<-- [end:check]
