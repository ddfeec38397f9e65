"""Exercise: the largest error of a difference, over several points."""

from derivlearn.numeric import central_difference, forward_difference


# --8<-- [start:start]
def cube(x):
    return x * x * x


def worst_error(difference, points, dx):
    x = points[0]
    slope = difference(cube, x, dx)
    return slope - 3 * x * x


# --8<-- [end:start]


# --8<-- [start:wrong-with-signs]
def cube(x):
    return x * x * x


def worst_error(difference, points, dx):
    worst = 0
    for x in points:
        error = difference(cube, x, dx) - 3 * x * x
        worst = max(worst, error)
    return worst


# --8<-- [end:wrong-with-signs]


# --8<-- [start:wrong-last-point]
def cube(x):
    return x * x * x


def worst_error(difference, points, dx):
    for x in points:
        error = abs(difference(cube, x, dx) - 3 * x * x)
    return error


# --8<-- [end:wrong-last-point]


# --8<-- [start:wrong-total]
def cube(x):
    return x * x * x


def worst_error(difference, points, dx):
    total = 0
    for x in points:
        total = total + abs(difference(cube, x, dx) - 3 * x * x)
    return total / len(points)


# --8<-- [end:wrong-total]


# --8<-- [start:wrong-smallest]
def cube(x):
    return x * x * x


def worst_error(difference, points, dx):
    errors = []
    for x in points:
        errors.append(abs(difference(cube, x, dx) - 3 * x * x))
    return min(errors)


# --8<-- [end:wrong-smallest]


# --8<-- [start:answer]
def cube(x):
    return x * x * x


def worst_error(difference, points, dx):
    worst = 0
    for x in points:
        slope = difference(cube, x, dx)
        error = abs(slope - 3 * x * x)
        worst = max(worst, error)
    return worst


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    right = "lambda f, x, dx: (f(x + dx) - f(x)) / dx"
    left = "lambda f, x, dx: (f(x) - f(x - dx)) / dx"
    both = "lambda f, x, dx: (f(x + dx) - f(x - dx)) / (2 * dx)"
    for points in ([2.0], [1.0, 3.0, 2.0], [-3.0, -1.0, 1.0]):
        worst = max(3 * abs(x) for x in points)
        for dx in (0.5, 0.125):
            yield f"worst_error({both}, {points}, {dx})", dx * dx
            if max(points) > 1:
                yield f"worst_error({right}, {points}, {dx})", worst * dx + dx * dx
                yield f"worst_error({left}, {points}, {dx})", worst * dx - dx * dx
    kept = "points = [1.0, 2.0]; worst_error(lambda f, x, dx: 0.0, points, 0.5); points"
    yield kept, [1.0, 2.0]
    # Too small everywhere, and exact everywhere.
    yield "worst_error(lambda f, x, dx: 0.0, [1.0, 2.0, -1.0], 0.5)", 12.0
    yield "worst_error(lambda f, x, dx: 3 * x * x, [1.0, 2.0], 0.5)", 0.0


# --8<-- [end:check]


# --8<-- [start:best]
def forward(f, x, dx):
    return forward_difference(f, x, dx, relative=False)


def central(f, x, dx):
    return central_difference(f, x, dx, relative=False)


points = [1.1, 1.3, 1.7, 2.3, 3.1]
for dx in (1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10):
    of_forward = worst_error(forward, points, dx)
    of_central = worst_error(central, points, dx)
    print(f"dx = {dx:.0e}", end="  ")
    print(f"forward: {of_forward:.0e}", end="  ")
    print(f"central: {of_central:.0e}")
# --8<-- [end:best]
