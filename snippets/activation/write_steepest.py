"""Exercise: where a slope is largest."""

from derivlearn.activations import sigmoid_derivative, tanh_derivative


# --8<-- [start:start]
def steepest(slope_at, points):
    best = max(points)
    return best, slope_at(best)


# --8<-- [end:start]


# --8<-- [start:wrong-compared-with-the-point]
def steepest(slope_at, points):
    best = points[0]
    for z in points:
        if slope_at(z) > best:
            best = z
    return best, slope_at(best)


# --8<-- [end:wrong-compared-with-the-point]


# --8<-- [start:wrong-slope-kept]
def steepest(slope_at, points):
    best = slope_at(points[0])
    for z in points:
        best = max(best, slope_at(z))
    return best, slope_at(best)


# --8<-- [end:wrong-slope-kept]


# --8<-- [start:wrong-swapped]
def steepest(slope_at, points):
    best = points[0]
    for z in points:
        if slope_at(z) > slope_at(best):
            best = z
    return slope_at(best), best


# --8<-- [end:wrong-swapped]


# --8<-- [start:wrong-flattest]
def steepest(slope_at, points):
    best = points[0]
    for z in points:
        if slope_at(z) < slope_at(best):
            best = z
    return best, slope_at(best)


# --8<-- [end:wrong-flattest]


# --8<-- [start:answer]
def steepest(slope_at, points):
    best = points[0]
    for z in points:
        if slope_at(z) > slope_at(best):
            best = z
    return best, slope_at(best)


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for name, slope_at in (
        ("sigmoid_derivative", sigmoid_derivative),
        ("tanh_derivative", tanh_derivative),
        ("lambda z: 1 / (1 + (z - 1) ** 2)", lambda z: 1 / (1 + (z - 1) ** 2)),
    ):
        for points in (
            [-3.0, -1.0, 0.0, 1.0, 2.0],
            [2.0, 1.5, 3.0],
            [-4.0, -2.5, -0.5],
            [0.25],
        ):
            best = max(points, key=slope_at)
            expected = best, round(slope_at(best), 6)
            yield f"steepest({name}, {points})", expected, 1e-5
    kept = "points = [2.0, 1.0, 3.0]; steepest(sigmoid_derivative, points); points"
    yield kept, [2.0, 1.0, 3.0]


# --8<-- [end:check]

# --8<-- [start:largest]
points = []
for step in range(-400, 401):
    points.append(step / 100)
print(steepest(sigmoid_derivative, points))
# --8<-- [end:largest]

assert steepest(sigmoid_derivative, points) == (0.0, 0.25)
assert steepest(tanh_derivative, points) == (0.0, 1.0)
