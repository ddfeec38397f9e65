"""One weight learns: against its slope, step by step, at several learning rates."""

from derivlearn.numeric import central_difference


# --8<-- [start:start]
def cost_of(w):
    return (2 * w - 3) * (2 * w - 3) / 2


def slope_of(w):
    return (2 * w - 3) * 2


print(f"cost {cost_of(0.0):.4f}  slope {slope_of(0.0):.4f}")
print(f"measured {central_difference(cost_of, 0.0):.4f}")
# --8<-- [end:start]

for each in (-1.0, 0.0, 0.6, 4.0):
    assert abs(slope_of(each) - central_difference(cost_of, each)) < 1e-8

# --8<-- [start:repeat]
w = 0.0
for step in range(1, 7):
    w = w - 0.1 * slope_of(w)
    gap = 1.5 - w
    print(f"{step}  w {w:.4f}  gap {gap:.4f}  cost {cost_of(w):.4f}")
# --8<-- [end:repeat]

assert abs(1.5 - w - 1.5 * 0.6**6) < 1e-15

# --8<-- [start:rates]
for rate in (0.001, 0.1, 0.25, 0.4, 0.5, 0.6):
    w = 0.0
    gaps = []
    for step in range(5):
        gaps.append(f"{1.5 - w:5.2f}")
        w = w - rate * slope_of(w)
    print(f"{rate:<5} " + " ".join(gaps))
# --8<-- [end:rates]

for rate in (0.001, 0.1, 0.25, 0.4, 0.5, 0.6):
    gap = 1.5
    w = 0.0
    for _ in range(6):
        w = w - rate * slope_of(w)
        gap = gap * (1 - 4 * rate)
        assert abs(1.5 - w - gap) < 1e-12

# --8<-- [start:exercise-by-hand]
w = 2.0
for step in range(4):
    slope = slope_of(w)
    print(f"w {w:.3f}  cost {cost_of(w):.5f}  slope {slope:.3f}", end="")
    print(f"  gap {w - 1.5:.3f}")
    w = w - 0.1 * slope
# --8<-- [end:exercise-by-hand]

# --8<-- [start:exercise-bound]
for rate in (0.2, 0.22, 0.23, 0.25):
    w = 0.0
    for step in range(50):
        w = w - rate * (3 * w - 3) * 3
    print(f"{rate:<4}  w {w:.4f}")
# --8<-- [end:exercise-bound]

# --8<-- [start:wrong-old-slope]
# The slope is found once, where we start.
w = 0.0
slope = slope_of(w)
for step in range(2):
    w = w - 0.1 * slope
print(f"w {w:.4f}")
# --8<-- [end:wrong-old-slope]

# --8<-- [start:wrong-not-from-here]
# The step takes the place of the weight, instead of being added to it.
w = 0.0
for step in range(2):
    w = -0.1 * slope_of(w)
print(f"w {w:.4f}")
# --8<-- [end:wrong-not-from-here]


# --8<-- [start:wrong-no-input]
# The slope lacks its last factor, the input.
def gaps_at(slope_of):
    w = 0.0
    gaps = []
    for step in range(5):
        gaps.append(f"{1.5 - w:5.2f}")
        w = w - 0.5 * slope_of(w)
    print("0.5   " + " ".join(gaps))


gaps_at(lambda w: 2 * w - 3)
# --8<-- [end:wrong-no-input]

# --8<-- [start:wrong-slope-kept]
# The slope is that of the start in every step.
gaps_at(lambda _: slope_of(0.0))
# --8<-- [end:wrong-slope-kept]
