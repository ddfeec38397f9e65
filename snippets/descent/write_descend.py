"""Exercise: gradient descent on one number."""


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
    for function, slope_of in (
        ("lambda w: w - 3", lambda w: w - 3),
        ("lambda w: w * w * w - w", lambda w: w * w * w - w),
    ):
        for w, rate, steps in (
            (0.0, 0.5, 1),
            (0.5, 0.1, 20),
            (-0.5, 0.25, 3),
            (5.0, 0.1, 0),
            (0.5, 0.1, 200),
        ):
            expected = w
            for _ in range(steps):
                expected = expected - rate * slope_of(expected)
            yield f"descend({function}, {w}, {rate}, {steps})", expected


# --8<-- [end:check]
