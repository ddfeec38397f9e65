"""Two numbers move at once against their slopes, at several learning rates."""

import math

from derivlearn.autograd import Value


# --8<-- [start:valley]
def cost_of(w0, w1):
    return w0 * w0 + w0 * w1 + 2 * w1 * w1


for rate in (0.01, 0.1, 0.3, 0.4, 0.45, 0.46, 0.5):
    w0 = 2.0
    w1 = 1.0
    for step in range(16):
        slope0 = 2 * w0 + w1
        slope1 = w0 + 4 * w1
        w0 = w0 - rate * slope0
        w1 = w1 - rate * slope1
    cost = cost_of(w0, w1)
    print(f"{rate:<4}  {w0:5.2f} {w1:5.2f}  cost {cost:.4f}")
# --8<-- [end:valley]

for first, second in ((2.0, 1.0), (-0.5, 3.0)):
    w0 = Value(first)
    w1 = Value(second)
    cost_of(w0, w1).backward()
    assert w0.grad == 2 * first + second
    assert w1.grad == first + 4 * second

# Across the valley the slope grows fastest, along its floor slowest; from the fastest
# comes the largest learning rate, between 0.45 and 0.46.
growths = []
for degrees in range(180):
    w0 = math.cos(math.radians(degrees))
    w1 = math.sin(math.radians(degrees))
    growths.append((2 * w0 + w1) * w0 + (w0 + 4 * w1) * w1)
assert abs(max(growths) - (3 + math.sqrt(2))) < 1e-3
assert abs(min(growths) - (3 - math.sqrt(2))) < 1e-3
assert 0.45 < 2 / max(growths) < 0.46
assert 1 - 0.46 * max(growths) < -1
assert 1 - 0.46 * min(growths) > 0


# --8<-- [start:wrong-no-mixed-term]
# Each slope as if the other weight were not there.
def at_half(slopes_of):
    w0 = 2.0
    w1 = 1.0
    for step in range(16):
        slope0, slope1 = slopes_of(w0, w1)
        w0 = w0 - 0.5 * slope0
        w1 = w1 - 0.5 * slope1
    print(f"0.5   {w0:5.2f} {w1:5.2f}  cost {cost_of(w0, w1):.4f}")


at_half(lambda w0, w1: (2 * w0, 4 * w1))
# --8<-- [end:wrong-no-mixed-term]

# --8<-- [start:wrong-halved]
# The squares' slopes lack their factor of 2.
at_half(lambda w0, w1: (w0 + w1, w0 + 2 * w1))
# --8<-- [end:wrong-halved]
