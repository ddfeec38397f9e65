"""Exercise: at how many points the slope of a function is not exactly 0."""

from derivlearn.numeric import forward_difference


# --8<-- [start:start]
def not_zero(f, points):
    count = 0
    for x in points:
        if f(x) != 0:
            count = count + 1
    return count


# --8<-- [end:start]


# --8<-- [start:wrong-only-whether]
def not_zero(f, points):
    for x in points:
        if forward_difference(f, x) != 0:
            return 1
    return 0


# --8<-- [end:wrong-only-whether]


# --8<-- [start:wrong-compared-with-the-first]
def not_zero(f, points):
    count = 0
    for x in points:
        if f(x) != f(points[0]):
            count = count + 1
    return count


# --8<-- [end:wrong-compared-with-the-first]


# --8<-- [start:wrong-uphill-only]
def not_zero(f, points):
    count = 0
    for x in points:
        if forward_difference(f, x) > 0:
            count = count + 1
    return count


# --8<-- [end:wrong-uphill-only]


# --8<-- [start:wrong-rounded]
def not_zero(f, points):
    count = 0
    for x in points:
        if round(forward_difference(f, x), 2) != 0:
            count = count + 1
    return count


# --8<-- [end:wrong-rounded]


# --8<-- [start:wrong-counts-zeros]
def not_zero(f, points):
    count = 0
    for x in points:
        if forward_difference(f, x) == 0:
            count = count + 1
    return count


# --8<-- [end:wrong-counts-zeros]


# --8<-- [start:answer]
def not_zero(f, points):
    count = 0
    for x in points:
        if forward_difference(f, x) != 0:
            count = count + 1
    return count


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for f, points, count in (
        ("lambda x: 0.1", [-3.0, 0.0, 0.7, 12.0], 0),
        ("lambda x: 0.0", [-1.0, 1.0], 0),
        ("lambda x: 0.001 * x", [-3.0, 0.0, 0.7], 3),
        ("lambda x: 5 - x", [1.0, 2.0, 4.0, 8.0], 4),
        ("lambda x: abs(x) + x", [-2.0, 3.0, -5.0, 0.5, 7.0, -0.5], 3),
        ("lambda x: x", [], 0),
    ):
        yield f"not_zero({f}, {points})", count
    kept = "points = [1.0, 2.0]; not_zero(lambda x: x, points); points"
    yield kept, [1.0, 2.0]


# --8<-- [end:check]


# --8<-- [start:always]
def tenth(x):
    return 0.1


points = []
for n in range(-10000, 10001):
    points.append(n / 7)
print(len(points), not_zero(tenth, points))
# --8<-- [end:always]

assert (len(points), not_zero(tenth, points)) == (20001, 0)
