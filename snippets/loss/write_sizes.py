"""Exercise: the slopes of a loss that adds sizes instead of squares."""

from derivlearn.numeric import numeric_gradient


# --8<-- [start:start]
def size_slopes(a, y):
    slopes = []
    for i in range(len(a)):
        slopes.append(a[i] - y[i])
    return slopes


# --8<-- [end:start]


# --8<-- [start:wrong-the-sizes]
def size_slopes(a, y):
    slopes = []
    for i in range(len(a)):
        slopes.append(abs(a[i] - y[i]))
    return slopes


# --8<-- [end:wrong-the-sizes]


# --8<-- [start:wrong-always-1]
def size_slopes(a, y):
    return [1.0] * len(a)


# --8<-- [end:wrong-always-1]


# --8<-- [start:wrong-turned-round]
def size_slopes(a, y):
    slopes = []
    for i in range(len(a)):
        if a[i] > y[i]:
            slopes.append(-1.0)
        else:
            slopes.append(1.0)
    return slopes


# --8<-- [end:wrong-turned-round]


# --8<-- [start:wrong-against-0]
def size_slopes(a, y):
    slopes = []
    for i in range(len(a)):
        if a[i] > 0:
            slopes.append(1.0)
        else:
            slopes.append(-1.0)
    return slopes


# --8<-- [end:wrong-against-0]


# --8<-- [start:wrong-mean]
def size_slopes(a, y):
    slopes = []
    for i in range(len(a)):
        if a[i] > y[i]:
            slopes.append(1.0 / len(a))
        else:
            slopes.append(-1.0 / len(a))
    return slopes


# --8<-- [end:wrong-mean]


# --8<-- [start:answer]
def size_slopes(a, y):
    slopes = []
    for i in range(len(a)):
        if a[i] > y[i]:
            slopes.append(1.0)
        else:
            slopes.append(-1.0)
    return slopes


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for a, y in (
        ([0.75, 0.125, 0.125], [1.0, 0.0, 0.0]),
        ([0.6], [0.0]),
        ([0.001, 0.999], [0.0, 1.0]),
        ([-3.0, 2.0, 5.0, -0.5], [-2.0, 2.5, 1.0, -4.0]),
    ):

        def cost_of(outputs, y=y):
            pairs = zip(outputs, y, strict=True)
            return sum(abs(output - target) for output, target in pairs)

        measured = [round(slope, 6) for slope in numeric_gradient(cost_of, a)]
        yield f"size_slopes({a}, {y})", measured, 1e-5
    given = [[0.75, 0.125], [1.0, 0.0]]
    yield f"a, y = {given}; size_slopes(a, y); [a, y]", given


# --8<-- [end:check]
