"""Exercise: gradient descent with momentum, for one number."""


# --8<-- [start:start]
def descend(slope_of, w, rate, keep, steps):
    for step in range(steps):
        velocity = 0.0
        slope = slope_of(w)
        velocity = keep * velocity - rate * slope
        w = w + velocity
    return w


# --8<-- [end:start]


# --8<-- [start:wrong-uphill]
def descend(slope_of, w, rate, keep, steps):
    velocity = 0.0
    for step in range(steps):
        velocity = keep * velocity + rate * slope_of(w)
        w = w + velocity
    return w


# --8<-- [end:wrong-uphill]


# --8<-- [start:wrong-rate-twice]
def descend(slope_of, w, rate, keep, steps):
    velocity = 0.0
    for step in range(steps):
        velocity = keep * velocity - rate * slope_of(w)
        w = w + rate * velocity
    return w


# --8<-- [end:wrong-rate-twice]


# --8<-- [start:wrong-nothing-lost]
def descend(slope_of, w, rate, keep, steps):
    velocity = 0.0
    for step in range(steps):
        velocity = velocity - rate * slope_of(w)
        w = w + velocity
    return w


# --8<-- [end:wrong-nothing-lost]


# --8<-- [start:wrong-all-shrinks]
def descend(slope_of, w, rate, keep, steps):
    velocity = 0.0
    for step in range(steps):
        velocity = keep * (velocity - rate * slope_of(w))
        w = w + velocity
    return w


# --8<-- [end:wrong-all-shrinks]


# --8<-- [start:wrong-moved-first]
def descend(slope_of, w, rate, keep, steps):
    velocity = 0.0
    for step in range(steps):
        w = w + velocity
        velocity = keep * velocity - rate * slope_of(w)
    return w


# --8<-- [end:wrong-moved-first]


# --8<-- [start:answer]
def descend(slope_of, w, rate, keep, steps):
    velocity = 0.0
    for step in range(steps):
        slope = slope_of(w)
        velocity = keep * velocity - rate * slope
        w = w + velocity
    return w


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    valley = "lambda w: w - 3", lambda w: w - 3
    two_valleys = "lambda w: w * w * w - w", lambda w: w * w * w - w
    for (name, slope_of), w, rate, keep, steps in (
        (valley, 0.0, 0.1, 0.9, 1),
        (valley, 0.0, 0.1, 0.9, 2),
        (valley, 10.0, 0.5, 0.5, 3),
        (valley, 5.0, 0.2, 0.0, 4),
        (two_valleys, 0.5, 0.1, 0.8, 5),
        (valley, 7.0, 0.1, 0.9, 0),
    ):
        place, velocity = w, 0.0
        for _ in range(steps):
            velocity = keep * velocity - rate * slope_of(place)
            place += velocity
        yield f"descend({name}, {w}, {rate}, {keep}, {steps})", round(place, 8)


# --8<-- [end:check]
