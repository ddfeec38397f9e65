"""Answers to the exercises of the chapter on slopes and derivatives."""

from derivlearn.numeric import central_difference


# --8<-- [start:cube]
def differentiate(f):
    def slope_at(x):
        return central_difference(f, x)

    return slope_at


def cube(x):
    return x * x * x


cube_slope = differentiate(cube)
for x in (-2, -1, 0, 1, 2, 3):
    print(f"x = {x:>2}  slope = {cube_slope(x):9.6f}  3xx = {3 * x * x}")
# --8<-- [end:cube]

for n in range(-70, 71):
    assert abs(cube_slope(n / 7) - 3 * (n / 7) * (n / 7)) < 1e-6


# --8<-- [start:match]
def valley(x):
    return (x - 1) * (x - 1)


def hill(x):
    return 4 - x * x


def descent(x):
    return 5 - 2 * x


for name, f in [("valley", valley), ("hill", hill), ("descent", descent)]:
    slopes = []
    for x in (-2, -1, 0, 1, 2):
        slopes.append(round(differentiate(f)(x), 6))
    print(name, slopes)
# --8<-- [end:match]

# The tables of the question.
for f, table in (
    (hill, [4, 2, 0, -2, -4]),
    (descent, [-2, -2, -2, -2, -2]),
    (valley, [-6, -4, -2, 0, 2]),
):
    for i in range(5):
        assert abs(differentiate(f)(i - 2) - table[i]) < 1e-8


# --8<-- [start:twice]
def square(x):
    return x * x


for x in (-1, 2, 5):
    of_square = differentiate(differentiate(square))(x)
    of_cube = differentiate(differentiate(cube))(x)
    print(f"x = {x:>2}  {of_square:.4f}  {of_cube:.4f}")
# --8<-- [end:twice]

for x in (-1, 2, 5):
    assert abs(differentiate(differentiate(square))(x) - 2) < 1e-5
    assert abs(differentiate(differentiate(cube))(x) - 6 * x) < 1e-4
