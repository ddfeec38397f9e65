"""Cross-entropy: its slopes to the outputs, and where a - y is right."""

import math

from derivlearn import costs
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.numeric import numeric_gradient

# --8<-- [start:scold]
for a in (0.9, 0.5, 0.1, 0.01, 0.001):
    squared = (a - 1) * (a - 1) / 2
    print(f"a = {a:<5}  squared {squared:.3f}  cross {-math.log(a):.3f}")
# --8<-- [end:scold]


# --8<-- [start:cost]
def cross_entropy(a, y):
    cost = 0.0
    for i in range(len(a)):
        cost = cost - y[i] * math.log(a[i])
        cost = cost - (1 - y[i]) * math.log(1 - a[i])
    return cost


a = [0.7, 0.2, 0.6]
y = [1.0, 0.0, 0.0]
print(f"{cross_entropy(a, y):.6f}")
# --8<-- [end:cost]

assert abs(cross_entropy(a, y) - costs.binary_cross_entropy(a, y)) < 1e-15


# --8<-- [start:measure]
def cost_of_a(a):
    return cross_entropy(a, y)


measured = numeric_gradient(cost_of_a, a)
for i in range(3):
    print(f"measured {measured[i]:7.4f}  a - y {a[i] - y[i]:7.4f}")
# --8<-- [end:measure]


# --8<-- [start:derivative]
def cross_entropy_derivative(a, y):
    slopes = []
    for i in range(len(a)):
        slopes.append((a[i] - y[i]) / (a[i] * (1 - a[i])))
    return slopes


slopes = cross_entropy_derivative(a, y)
for i in range(3):
    print(f"slopes[{i}] = {slopes[i]:7.4f}")
# --8<-- [end:derivative]

assert slopes == costs.binary_cross_entropy_derivative(a, y)
for i in range(3):
    assert abs(slopes[i] - measured[i]) < 1e-6


# --8<-- [start:to-z]
def cost_of_z(z):
    a = []
    for i in range(len(z)):
        a.append(sigmoid(z[i]))
    return cross_entropy(a, y)


z = []
for i in range(3):
    z.append(math.log(a[i] / (1 - a[i])))

measured = numeric_gradient(cost_of_z, z)
for i in range(3):
    print(f"z = {z[i]:7.4f}  measured {measured[i]:7.4f}")
# --8<-- [end:to-z]

for i in range(3):
    assert abs(sigmoid(z[i]) - a[i]) < 1e-15
    assert abs(measured[i] - (a[i] - y[i])) < 1e-8

# --8<-- [start:product]
for i in range(3):
    bend = sigmoid_derivative(z[i])
    print(f"{slopes[i]:7.4f} * {bend:.4f} = {slopes[i] * bend:7.4f}")
# --8<-- [end:product]

short = costs.sigmoid_binary_cross_entropy_derivative(z, y)
for i in range(3):
    assert abs(slopes[i] * sigmoid_derivative(z[i]) - short[i]) < 1e-14
    assert abs(short[i] - (a[i] - y[i])) < 1e-14


# --8<-- [start:recipe]
def squared_error_of_z(z):
    a = []
    for i in range(len(z)):
        a.append(sigmoid(z[i]))
    return costs.squared_error(a, y)


measured = numeric_gradient(squared_error_of_z, z)
for i in range(3):
    recipe = (a[i] - y[i]) * sigmoid_derivative(z[i])
    print(f"recipe {recipe:7.4f}  squared error {measured[i]:7.4f}")
# --8<-- [end:recipe]

for i in range(3):
    recipe = (a[i] - y[i]) * sigmoid_derivative(z[i])
    assert abs(recipe - measured[i]) < 1e-9
