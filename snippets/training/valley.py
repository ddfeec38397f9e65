"""Two numbers move at once against their slopes, at several learning rates."""

import math

from derivlearn.autograd import Value


# --8<-- [start:valley]
def f(x, y):
    return x * x + x * y + 2 * y * y


for rate in (0.01, 0.1, 0.3, 0.4, 0.45, 0.46, 0.5):
    x = 2.0
    y = 1.0
    for step in range(16):
        slope_x = 2 * x + y
        slope_y = x + 4 * y
        x = x - rate * slope_x
        y = y - rate * slope_y
    print(f"{rate:<4}  {x:5.2f} {y:5.2f}  cost {f(x, y):.4f}")
# --8<-- [end:valley]

for x, y in ((2.0, 1.0), (-0.5, 3.0)):
    first = Value(x)
    second = Value(y)
    f(first, second).backward()
    assert first.grad == 2 * x + y
    assert second.grad == x + 4 * y

# Across the valley the slope grows fastest, along its floor slowest; from the fastest
# comes the largest learning rate, between 0.45 and 0.46.
growths = []
for degrees in range(180):
    x = math.cos(math.radians(degrees))
    y = math.sin(math.radians(degrees))
    growths.append((2 * x + y) * x + (x + 4 * y) * y)
assert abs(max(growths) - (3 + math.sqrt(2))) < 1e-3
assert abs(min(growths) - (3 - math.sqrt(2))) < 1e-3
assert 0.45 < 2 / max(growths) < 0.46
assert 1 - 0.46 * max(growths) < -1
assert 1 - 0.46 * min(growths) > 0
