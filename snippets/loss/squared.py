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
