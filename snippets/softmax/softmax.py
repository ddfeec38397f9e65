"""Softmax of two, of three and of many; its slopes, and the form that stays finite."""

import math
from random import Random

from derivlearn import activations, costs
from derivlearn.activations import sigmoid
from derivlearn.numeric import numeric_gradient

# --8<-- [start:two]
z = [2.0, 0.5]
total = math.exp(z[0]) + math.exp(z[1])
s = [math.exp(z[0]) / total, math.exp(z[1]) / total]
print(f"{s[0]:.4f} + {s[1]:.4f} = {s[0] + s[1]:.4f}")
print(f"{sigmoid(z[0] - z[1]):.4f}")
# --8<-- [end:two]

assert abs(s[0] - sigmoid(1.5)) < 1e-15
assert abs(s[1] - sigmoid(-1.5)) < 1e-15


# --8<-- [start:three]
def softmax(z):
    powers = []
    total = 0.0
    for i in range(len(z)):
        powers.append(math.exp(z[i]))
        total = total + powers[i]
    s = []
    for i in range(len(z)):
        s.append(powers[i] / total)
    return s


z = [0.130915, 0.332024, 0.092028]
s = softmax(z)
print(f"{s[0]:.4f} + {s[1]:.4f} + {s[2]:.4f} = {sum(s):.4f}")
# --8<-- [end:three]

for i in range(3):
    assert abs(s[i] - activations.softmax(z)[i]) < 1e-15

# --8<-- [start:s-minus-y]
y = [1.0, 0.0, 0.0]


def cost_of_z(z):
    s = softmax(z)
    cost = 0.0
    for i in range(len(s)):
        cost = cost - y[i] * math.log(s[i])
    return cost


measured = numeric_gradient(cost_of_z, z)
for i in range(3):
    print(f"s - y {s[i] - y[i]:7.4f}  measured {measured[i]:7.4f}")
# --8<-- [end:s-minus-y]

assert abs(cost_of_z(z) - costs.softmax_cross_entropy(z, y)) < 1e-14
for i in range(3):
    assert abs(measured[i] - (s[i] - y[i])) < 1e-9
# --8<-- [start:ten]
z = [0.5, -2.0, 1.5, 3.0, -0.5, 0.0, 2.5, -1.0, 1.0, -3.0]
y = [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0]

s = softmax(z)
measured = numeric_gradient(cost_of_z, z)
worst = 0.0
for i in range(10):
    worst = max(worst, abs(measured[i] - (s[i] - y[i])))
print(worst < 1e-8)
# --8<-- [end:ten]


# --8<-- [start:table]
def zero(z):
    return softmax(z)[0]


def one(z):
    return softmax(z)[1]


def two(z):
    return softmax(z)[2]


z = [0.130915, 0.332024, 0.092028]
for output in (zero, one, two):
    slopes = numeric_gradient(output, z)
    print(f"{slopes[0]:8.4f}{slopes[1]:8.4f}{slopes[2]:8.4f}")
# --8<-- [end:table]

y = [1.0, 0.0, 0.0]
s = softmax(z)
table = activations.softmax_derivative(z)
for i, output in enumerate((zero, one, two)):
    for j in range(3):
        assert abs(numeric_gradient(output, z)[j] - table[i][j]) < 1e-9
        other = s[i] * (1 - s[i]) if i == j else -s[i] * s[j]
        assert abs(table[i][j] - other) < 1e-15
        assert abs(-1 / s[0] * table[0][j] - (s[j] - y[j])) < 1e-14


# --8<-- [start:overflow]
def safe_softmax(z):
    largest = max(z)
    below = []
    for i in range(len(z)):
        below.append(z[i] - largest)
    return softmax(below)


z = [1000.0, 1001.0]
try:
    print(softmax(z))
except OverflowError:
    print("OverflowError")
s = safe_softmax(z)
print(f"{s[0]:.4f}  {s[1]:.4f}")
# --8<-- [end:overflow]

for z in ([2.0, 0.5], [0.130915, 0.332024, 0.092028], [-4.0, 0.0, 3.0, 1.0]):
    for i in range(len(z)):
        assert abs(softmax(z)[i] - safe_softmax(z)[i]) < 1e-15

# Measured for many outputs, and for targets that share out 1 among all of them.
random = Random(1)
for count in (2, 5, 10, 50):
    z = [random.uniform(-3, 3) for _ in range(count)]
    y = softmax([random.uniform(-3, 3) for _ in range(count)])
    s = softmax(z)
    measured = numeric_gradient(cost_of_z, z)
    for i in range(count):
        assert abs(measured[i] - (s[i] - y[i])) < 1e-7


# --8<-- [start:wrong-shares-of-z]
# Shares of z itself, without a power of e.
def print_shares(z):
    s = [z[0] / (z[0] + z[1]), z[1] / (z[0] + z[1])]
    print(f"{s[0]:.4f} + {s[1]:.4f} = {s[0] + s[1]:.4f}")


print_shares([2.0, 0.5])
# --8<-- [end:wrong-shares-of-z]


# --8<-- [start:wrong-sigmoids]
# Each on its own.
def print_sigmoids(z):
    s = [sigmoid(z[0]), sigmoid(z[1])]
    print(f"{s[0]:.4f} + {s[1]:.4f} = {s[0] + s[1]:.4f}")


print_sigmoids([2.0, 0.5])
# --8<-- [end:wrong-sigmoids]

# --8<-- [start:wrong-shares-of-z-raised]
print_shares([5.0, 3.5])
# --8<-- [end:wrong-shares-of-z-raised]

# --8<-- [start:wrong-sigmoids-raised]
print_sigmoids([5.0, 3.5])
# --8<-- [end:wrong-sigmoids-raised]

# --8<-- [start:wrong-one-to-one]
# The table of sigmoids: no output moves with another z.
s = softmax([0.130915, 0.332024, 0.092028])
print(f"{s[0] * (1 - s[0]):8.4f}{0.0:8.4f}{0.0:8.4f}")
# --8<-- [end:wrong-one-to-one]

# --8<-- [start:wrong-sign]
print(f"{s[0] * (1 - s[0]):8.4f}{s[0] * s[1]:8.4f}{s[0] * s[2]:8.4f}")
# --8<-- [end:wrong-sign]

# --8<-- [start:wrong-cut-off]
# No z above 700, so that nothing overflows.
s = softmax([min(1000.0, 700.0), min(1001.0, 700.0)])
print(f"{s[0]:.4f}  {s[1]:.4f}")
# --8<-- [end:wrong-cut-off]

# --8<-- [start:wrong-largest-takes-all]
s = [float(z == max(1000.0, 1001.0)) for z in (1000.0, 1001.0)]
print(f"{s[0]:.4f}  {s[1]:.4f}")
# --8<-- [end:wrong-largest-takes-all]
