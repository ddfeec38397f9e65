"""The squared error: many inputs, one output, and one slope for each input."""

from derivlearn import costs
from derivlearn.numeric import central_difference, numeric_gradient

# --8<-- [start:shares]
a = [0.7, 0.2, 0.6]
y = [1.0, 0.0, 0.0]

cost = 0.0
for i in range(3):
    share = (a[i] - y[i]) * (a[i] - y[i]) / 2
    cost = cost + share
    print(f"output {i}: off by {a[i] - y[i]:4.1f}  share {share:.3f}")
print(f"cost {cost:.3f}")
# --8<-- [end:shares]


# --8<-- [start:cost]
def cost_of(a, y):
    cost = 0.0
    for i in range(len(a)):
        cost = cost + (a[i] - y[i]) * (a[i] - y[i]) / 2
    return cost


print(f"{cost_of(a, y):.3f}")
# --8<-- [end:cost]

assert abs(cost_of(a, y) - costs.squared_error(a, y)) < 1e-15
assert cost_of(a, y) == cost

# --8<-- [start:nudge]
dx = 0.000001
for i in range(3):
    nudged = list(a)
    nudged[i] = nudged[i] + dx
    slope = (cost_of(nudged, y) - cost_of(a, y)) / (nudged[i] - a[i])
    print(f"output {i}: slope {slope:7.4f}")
# --8<-- [end:nudge]


# --8<-- [start:each]
def cost_derivative_each(a, y):
    return a - y


for i in range(3):
    print(f"output {i}: slope {cost_derivative_each(a[i], y[i]):7.4f}")
# --8<-- [end:each]


# --8<-- [start:together]
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
    a = [0.7, other, 0.6]
    slopes = cost_derivative(a, y)
    print(f"a[1] = {other}  slopes[0] = {slopes[0]:.4f}")
# --8<-- [end:other-inputs]

for other in (0.2, 0.5, 0.9):

    def _along(value, other=other):
        return cost_of([value, other, 0.6], y)

    assert abs(central_difference(_along, 0.7) + 0.3) < 1e-9
