"""The squared error: many inputs, one output, and one slope for each input."""

from derivlearn import costs
from derivlearn.numeric import central_difference, numeric_gradient

# --8<-- [start:shares]
a = [0.7, 0.2, 0.6]
y = [1.0, 0.0, 0.0]

cost = 0.0
for i in range(3):
    share = (a[i] - y[i]) ** 2 / 2
    cost = cost + share
    print(f"a - y = {a[i] - y[i]:4.1f}  share {share:.3f}")
print(f"cost {cost:.3f}")
# --8<-- [end:shares]


# --8<-- [start:cost]
def cost_of(a, y):
    cost = 0.0
    for i in range(len(a)):
        cost = cost + (a[i] - y[i]) ** 2 / 2
    return cost


# --8<-- [end:cost]

assert abs(cost_of(a, y) - costs.squared_error(a, y)) < 1e-15
assert cost_of(a, y) == cost

# --8<-- [start:nudge]
dx = 0.000001
for i in range(3):
    nudged = list(a)
    nudged[i] = nudged[i] + dx
    slope = (cost_of(nudged, y) - cost_of(a, y)) / dx
    print(f"a[{i}] alone: slope {slope:7.4f}")
# --8<-- [end:nudge]

# --8<-- [start:each]
for da in (0.4, 0.2, 0.1):
    change = (a[2] + da - y[2]) ** 2 / 2 - (a[2] - y[2]) ** 2 / 2
    print(f"da = {da}  change / da = {change / da:.4f}")
# --8<-- [end:each]


# --8<-- [start:together]
def cost_derivative_each(a, y):
    return a - y


def cost_derivative(a, y):
    slopes = []
    for i in range(len(a)):
        slopes.append(cost_derivative_each(a[i], y[i]))
    return slopes


slopes = cost_derivative(a, y)
for i in range(3):
    print(f"slopes[{i}] = {slopes[i]:7.4f}")
# --8<-- [end:together]

assert slopes == costs.squared_error_derivative(a, y)


def _cost(a):
    return cost_of(a, y)


measured = numeric_gradient(_cost, a)
for i in range(3):
    assert abs(slopes[i] - measured[i]) < 1e-9

# --8<-- [start:other-inputs]
for other in (0.2, 0.5, 0.9):
    before = cost_of([0.7, other, 0.6], y)
    after = cost_of([0.7 + dx, other, 0.6], y)
    print(f"a[1] = {other}  slope for a[0]: {(after - before) / dx:.4f}")
# --8<-- [end:other-inputs]

for other in (0.2, 0.5, 0.9):

    def _along(value, other=other):
        return cost_of([value, other, 0.6], y)

    assert abs(central_difference(_along, 0.7) + 0.3) < 1e-9

# --8<-- [start:product]
dx = 0.000001
for held in (-2.0, 0.0, 5.0):
    slope = ((3.0 + dx) * held - 3.0 * held) / dx
    print(f"v = {held:4.1f}  slope {slope:7.4f}")
# --8<-- [end:product]

# --8<-- [start:wrong-no-half]
# Forgot to halve: the loss, its slope for output 0, the rate of change of output 2.
no_half = (a[0] - y[0]) ** 2 + (a[1] - y[1]) ** 2 + (a[2] - y[2]) ** 2
print(f"cost {no_half:.3f}")
print(f"slope {((a[0] + dx - y[0]) ** 2 - (a[0] - y[0]) ** 2) / dx:.4f}")
print(f"change / da = {((a[2] + 0.4 - y[2]) ** 2 - (a[2] - y[2]) ** 2) / 0.4:.4f}")
# --8<-- [end:wrong-no-half]

# --8<-- [start:wrong-not-squared]
# Forgot to square.
print(f"cost {((a[0] - y[0]) + (a[1] - y[1]) + (a[2] - y[2])) / 2:.3f}")
# --8<-- [end:wrong-not-squared]

# --8<-- [start:wrong-only-slope]
# Left out the half of the square of the increment.
print(f"change / da = {(a[2] - y[2]) * 0.4 / 0.4:.4f}")
# --8<-- [end:wrong-only-slope]

# --8<-- [start:wrong-half-twice]
# Halved once more.
print(f"slope {((a[0] + dx - y[0]) ** 2 - (a[0] - y[0]) ** 2) / 4 / dx:.4f}")
# --8<-- [end:wrong-half-twice]

# --8<-- [start:wrong-other-moved]
# Moves output 1 instead of output 0.
after = cost_of([0.7, 0.9 + dx, 0.6], y)
print(f"slope {(after - cost_of([0.7, 0.9, 0.6], y)) / dx:.4f}")
# --8<-- [end:wrong-other-moved]

# --8<-- [start:wrong-both-moved]
# Moves both at once.
after = cost_of([0.7 + dx, 0.9 + dx, 0.6], y)
print(f"slope {(after - cost_of([0.7, 0.9, 0.6], y)) / dx:.4f}")
# --8<-- [end:wrong-both-moved]

# --8<-- [start:wrong-held-left-out]
# Takes what is held still out of the computation.
print(f"slope {((3.0 + dx) - 3.0) / dx:.4f}")
# --8<-- [end:wrong-held-left-out]

# --8<-- [start:wrong-v-moved]
# Moves v and holds u.
print(f"slope {(3.0 * (5.0 + dx) - 3.0 * 5.0) / dx:.4f}")
# --8<-- [end:wrong-v-moved]

# --8<-- [start:wrong-value]
# The value of the product, not its slope.
print(f"slope {3.0 * 5.0:.4f}")
# --8<-- [end:wrong-value]
