"""Cross-entropy: why a logarithm, its slopes, and where a - y is right."""

import math

from derivlearn import costs, example, loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error
from derivlearn.numeric import central_difference, numeric_gradient

# --8<-- [start:many]
product = 1.0
logs = 0.0
for _ in range(1500):
    product = product * 0.5
    logs = logs + math.log(0.5)
print(product)
print(f"{logs:.2f}")
# --8<-- [end:many]

assert product == 0.0

# --8<-- [start:wrong]
for a in (0.9, 0.5, 0.1, 0.001):
    print(f"a = {a:<5}  squared {(a - 1) ** 2 / 2:.3f}  log {-math.log(a):.3f}")
# --8<-- [end:wrong]

for a in (0.9, 0.5, 0.1, 0.001):
    assert abs(central_difference(math.log, a) * a - 1) < 1e-4


# --8<-- [start:cost]
def binary_cross_entropy(a, y):
    cost = 0.0
    for i in range(len(a)):
        cost = cost - y[i] * math.log(a[i])
        cost = cost - (1 - y[i]) * math.log(1 - a[i])
    return cost


def cost_of_a(a):
    return binary_cross_entropy(a, y)


z = [0.130915, 0.332024, 0.092028]
y = [1.0, 0.0, 0.0]
a = loops.activate(sigmoid, z)
measured = numeric_gradient(cost_of_a, a)
for i in range(3):
    slope = (a[i] - y[i]) / (a[i] * (1 - a[i]))
    print(f"a - y {a[i] - y[i]:7.4f}  slope {slope:7.4f} {measured[i]:7.4f}")
# --8<-- [end:cost]

hidden = loops.activate(
    sigmoid,
    loops.forward(example.HIDDEN_WEIGHTS, example.HIDDEN_BIASES, example.INPUTS),
)
for i, exact in enumerate(
    loops.forward(example.LAST_WEIGHTS, example.LAST_BIASES, hidden)
):
    assert round(exact, 6) == z[i]
assert abs(binary_cross_entropy(a, y) - costs.binary_cross_entropy(a, y)) < 1e-15
for i, slope in enumerate(costs.binary_cross_entropy_derivative(a, y)):
    assert slope == (a[i] - y[i]) / (a[i] * (1 - a[i]))


# --8<-- [start:to-z]
def cost_of_z(z):
    return binary_cross_entropy(loops.activate(sigmoid, z), y)


measured = numeric_gradient(cost_of_z, z)
for i in range(3):
    print(f"a - y {a[i] - y[i]:7.4f}  measured {measured[i]:7.4f}")
# --8<-- [end:to-z]

for i in range(3):
    assert abs(measured[i] - (a[i] - y[i])) < 1e-8


# --8<-- [start:recipe]
def squared_of_z(z):
    return squared_error(loops.activate(sigmoid, z), y)


measured = numeric_gradient(squared_of_z, z)
for i in range(3):
    recipe = (a[i] - y[i]) * sigmoid_derivative(z[i])
    print(f"recipe {recipe:7.4f}  squared error {measured[i]:7.4f}")
# --8<-- [end:recipe]

for i in range(3):
    recipe = (a[i] - y[i]) * sigmoid_derivative(z[i])
    assert abs(recipe - measured[i]) < 1e-9

# --8<-- [start:wrong-multiplied]
# Times a (1 - a), instead of divided by it.
print(f"{(a[0] - y[0]) * a[0] * (1 - a[0]):7.4f}")
# --8<-- [end:wrong-multiplied]

# --8<-- [start:wrong-not-divided]
print(f"{a[0] - y[0]:7.4f}")
# --8<-- [end:wrong-not-divided]

# --8<-- [start:wrong-along-the-tangent]
# Along the tangent at 0.1, whose slope is -1 / 0.1, down to a tenth of it.
print(f"{-1 / 0.1 * (0.01 - 0.1):.3f}")
# --8<-- [end:wrong-along-the-tangent]

# --8<-- [start:wrong-powers-of-ten]
print(f"{-math.log10(0.1):.3f}")
# --8<-- [end:wrong-powers-of-ten]
