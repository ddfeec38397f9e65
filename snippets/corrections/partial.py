"""Correction 14: the others are held at their present values."""

from derivlearn.numeric import numeric_gradient


# --8<-- [start:present-values]
def f(x, y):
    return x * x * y


def slope_to_x(x, y):
    return 2 * x * y


def slope_to_y(x):
    return x * x


print(slope_to_x(3, 5), slope_to_x(3, 10))
print([slope_to_x(3, 5), slope_to_y(3)])
# --8<-- [end:present-values]

for _x, _y in ((3.0, 5.0), (3.0, 10.0)):
    _measured = numeric_gradient(lambda p: f(p[0], p[1]), [_x, _y])
    assert abs(_measured[0] - slope_to_x(_x, _y)) < 1e-6
    assert abs(_measured[1] - slope_to_y(_x)) < 1e-6
