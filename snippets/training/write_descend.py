"""Exercise: gradient descent on one number."""

from derivlearn.numeric import central_difference


# --8<-- [start:start]
def descend(slope_of, w, rate, steps):
    slope = slope_of(w)
    for step in range(steps):
        w = w - rate * slope
    return w


# --8<-- [end:start]


# --8<-- [start:wrong-uphill]
def descend(slope_of, w, rate, steps):
    for step in range(steps):
        w = w + rate * slope_of(w)
    return w


# --8<-- [end:wrong-uphill]


# --8<-- [start:wrong-no-rate]
def descend(slope_of, w, rate, steps):
    for step in range(steps):
        w = w - slope_of(w)
    return w


# --8<-- [end:wrong-no-rate]


# --8<-- [start:wrong-one-step]
def descend(slope_of, w, rate, steps):
    if steps > 0:
        w = w - rate * slope_of(w)
    return w


# --8<-- [end:wrong-one-step]


# --8<-- [start:wrong-one-more]
def descend(slope_of, w, rate, steps):
    for step in range(steps + 1):
        w = w - rate * slope_of(w)
    return w


# --8<-- [end:wrong-one-more]


# --8<-- [start:answer]
def descend(slope_of, w, rate, steps):
    for step in range(steps):
        w = w - rate * slope_of(w)
    return w


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    def to_three(w):
        return w - 3

    def two_valleys(w):
        return w * w * w - w

    def two_valleys_cost(w):
        return w * w * w * w / 4 - w * w / 2

    for slope_of, w, rate, steps in (
        (to_three, 0.0, 0.5, 1),
        (to_three, 0.0, 0.5, 4),
        (to_three, 5.0, 2.5, 3),
        (two_valleys, 0.5, 0.1, 1),
        (two_valleys, 0.5, 0.1, 20),
        (two_valleys, -0.5, 0.25, 3),
    ):
        expected = w
        for _ in range(steps):
            expected = expected - rate * slope_of(expected)
        call = f"descend({slope_of.__name__}, {w}, {rate}, {steps})"
        yield call, descend(slope_of, w, rate, steps), expected
    yield "descend(to_three, 5.0, 0.1, 0)", descend(to_three, 5.0, 0.1, 0), 5.0
    for w, valley in ((0.5, 1.0), (-0.5, -1.0)):
        end = descend(two_valleys, w, 0.1, 200)
        yield f"descend(two_valleys, {w}, 0.1, 200)", end, valley
        slope = round(central_difference(two_valleys_cost, end), 6)
        call = f"slope after descend(two_valleys, {w}, 0.1, 200)"
        yield call, slope, 0.0, 1e-5


# --8<-- [end:check]

for call, got, expected, *_ in check():
    assert abs(got - expected) < 1e-5, call
