"""Slopes from a few samples at a time: mini-batches, epochs, shuffling."""

import random

from derivlearn.numeric import numeric_gradient

# --8<-- [start:samples]
dice = random.Random(1)
points = []
for _ in range(100):
    x = dice.uniform(-1, 1)
    y = 3 * x + 2 + dice.uniform(-0.5, 0.5)
    points.append((x, y))


def mean_miss(w, b, batch):
    total = 0.0
    for x, y in batch:
        total = total + (w * x + b - y) * (w * x + b - y) / 2
    return total / len(batch)


print(f"at 0 and 0: {mean_miss(0.0, 0.0, points):.4f}")
print(f"at 3 and 2: {mean_miss(3.0, 2.0, points):.4f}")
# --8<-- [end:samples]


# --8<-- [start:slopes]
def mean_slopes(w, b, batch):
    w_slope = 0.0
    b_slope = 0.0
    for x, y in batch:
        miss = w * x + b - y
        w_slope = w_slope + miss * x
        b_slope = b_slope + miss
    return w_slope / len(batch), b_slope / len(batch)


w_slope, b_slope = mean_slopes(0.0, 0.0, points)
print(f"all 100: {w_slope:.3f} {b_slope:.3f}")
# --8<-- [end:slopes]

for w, b in ((0.0, 0.0), (3.0, 2.0), (-1.0, 4.0)):
    measured = numeric_gradient(lambda xs: mean_miss(xs[0], xs[1], points), [w, b])
    for slope, one in zip(mean_slopes(w, b, points), measured, strict=True):
        assert abs(slope - one) < 1e-7

# --8<-- [start:batches]
total = 0.0
for start in range(0, 100, 10):
    batch = points[start : start + 10]
    w_slope, b_slope = mean_slopes(0.0, 0.0, batch)
    print(f"from {start:2}: {w_slope:.3f} {b_slope:.3f}")
    total = total + w_slope
print(f"mean of w: {total / 10:.3f}")
# --8<-- [end:batches]


# --8<-- [start:learn]
def learn(size, epochs):
    w = 0.0
    b = 0.0
    dice = random.Random(2)
    shuffled = list(points)
    for epoch in range(epochs):
        dice.shuffle(shuffled)
        for start in range(0, len(shuffled), size):
            batch = shuffled[start : start + size]
            w_slope, b_slope = mean_slopes(w, b, batch)
            w = w - 0.2 * w_slope
            b = b - 0.2 * b_slope
    return w, b


for size in (100, 10, 1):
    costs = []
    for epochs in (1, 2, 5, 10, 20):
        w, b = learn(size, epochs)
        costs.append(f"{mean_miss(w, b, points):.3f}")
    print(f"{size:3}: " + " ".join(costs))
# --8<-- [end:learn]
