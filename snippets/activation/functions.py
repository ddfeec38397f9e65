"""Sigmoid, tanh and ReLU, each beside its derivative, and the judge of all three."""

import math

from derivlearn import activations
from derivlearn.numeric import central_difference


# --8<-- [start:sigmoid]
def sigmoid(z):
    return 1 / (1 + math.exp(-z))


for z in (-4, -2, 0, 2, 4):
    print(f"z = {z:>2}  a = {sigmoid(z):.4f}")
# --8<-- [end:sigmoid]

# --8<-- [start:sigmoid-slope]
for z in (-4, -2, 0, 2, 4):
    slope = central_difference(sigmoid, z)
    print(f"z = {z:>2}  slope = {slope:.4f}")
# --8<-- [end:sigmoid-slope]


# --8<-- [start:sigmoid-derivative]
def sigmoid_derivative(z):
    a = sigmoid(z)
    return a * (1 - a)


for z in (-4, -2, 0, 2, 4):
    print(f"z = {z:>2}  slope = {sigmoid_derivative(z):.4f}")
# --8<-- [end:sigmoid-derivative]

# --8<-- [start:at-z]
z = 2
a = sigmoid(z)
print(f"measured  {central_difference(sigmoid, z):.6f}")
print(f"at z      {sigmoid_derivative(z):.6f}")
print(f"at a      {sigmoid_derivative(a):.6f}")
# --8<-- [end:at-z]


# --8<-- [start:tanh]
def tanh(z):
    up = math.exp(z)
    down = math.exp(-z)
    return (up - down) / (up + down)


def tanh_derivative(z):
    a = tanh(z)
    return 1 - a * a


for z in (-2, -1, 0, 1, 2):
    print(f"z = {z:>2}  a = {tanh(z):7.4f}  ", end="")
    print(f"slope = {tanh_derivative(z):.4f}")
# --8<-- [end:tanh]


# --8<-- [start:relu]
def relu(z):
    if z > 0:
        return z
    return 0.0


def relu_derivative(z):
    if z > 0:
        return 1.0
    return 0.0


for z in (-2.0, -1.0, 0.0, 1.0, 2.0):
    print(f"z = {z:>4}  a = {relu(z)}  slope = {relu_derivative(z)}")
# --8<-- [end:relu]

# --8<-- [start:judge]
stages = [
    ("sigmoid", sigmoid, sigmoid_derivative),
    ("tanh", tanh, tanh_derivative),
    ("relu", relu, relu_derivative),
]
for name, f, derivative in stages:
    worst = 0.0
    for z in (-3.5, -1.5, -0.5, 0.5, 1.5, 3.5):
        error = abs(derivative(z) - central_difference(f, z))
        worst = max(worst, error)
    print(name, worst < 1e-8)
# --8<-- [end:judge]

for place in range(-40, 41):
    z = place / 8
    for name, f, derivative in stages:
        theirs = getattr(activations, name)(z)
        assert abs(f(z) - theirs) < 1e-15
        theirs = getattr(activations, name + "_derivative")(z)
        assert abs(derivative(z) - theirs) < 1e-15
        assert z == 0 or abs(derivative(z) - central_difference(f, z)) < 1e-8

# --8<-- [start:cancel]
z = 40
print(sigmoid_derivative(z))
print(f"{activations.sigmoid_derivative(z):.6e}")
# --8<-- [end:cancel]

assert 1 - sigmoid(z) == 0.0
assert abs(1 - sigmoid(z) - sigmoid(-z)) < 1e-15
assert tanh_derivative(20) == 0.0
assert activations.tanh_derivative(20) > 1e-17
assert activations.sigmoid_derivative(z) > 4e-18

# --8<-- [start:overflow]
try:
    print(sigmoid(-1000))
except OverflowError:
    print("OverflowError")
print(activations.sigmoid(-1000))
# --8<-- [end:overflow]

for f, point in ((sigmoid, -1000), (tanh, 1000), (tanh, -1000)):
    try:
        f(point)
    except OverflowError:
        continue
    raise AssertionError
assert activations.tanh(1000) == 1.0
