"""Answers to the exercises of the chapter on the loss."""

from derivlearn.costs import squared_error

# --8<-- [start:two-answers]
y = [1.0, 0.0, 0.0]
for a in ([0.6, 0.5, 0.0], [0.4, 0.0, 0.0]):
    print(f"{squared_error(a, y):.3f}")
# --8<-- [end:two-answers]

# --8<-- [start:not-squared]
for a in ([0.75, 0.125, 0.125], [0.5, 0.25, 0.25]):
    plain = 0.0
    size = 0.0
    squared = 0.0
    for i in range(3):
        plain = plain + (a[i] - y[i])
        size = size + abs(a[i] - y[i])
        squared = squared + (a[i] - y[i]) ** 2 / 2
    print(f"plain {plain:.3f}  size {size:.3f}  squared {squared:.3f}")
# --8<-- [end:not-squared]

assert abs(squared - squared_error(a, y)) < 1e-15
assert plain == 0.0

# --8<-- [start:slope-of-size]
dx = 0.000001
for a in (0.6, 0.1, 0.001):
    size = (abs(a + dx) - abs(a)) / dx
    square = ((a + dx) ** 2 / 2 - a**2 / 2) / dx
    print(f"a = {a:<5}  size {size:.3f}  squared {square:.3f}")
# --8<-- [end:slope-of-size]
