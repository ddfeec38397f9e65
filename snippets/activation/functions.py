"""A neuron; then sigmoid, tanh and ReLU, each beside its derivative, measured."""

import math

from derivlearn import activations, example, loops
from derivlearn.numeric import central_difference


# --8<-- [start:neuron]
def sigmoid(z):
    return 1 / (1 + math.exp(-z))


inputs = [0.5, -1.0, 2.0, 0.25]
weights = [0.1, 0.2, -0.1, 0.4]

z = 0.1
for i in range(4):
    z = z + weights[i] * inputs[i]
a = sigmoid(z)
print(f"z = {z:.6f}  a = {a:.6f}")
# --8<-- [end:neuron]

assert z == loops.forward(example.HIDDEN_WEIGHTS, example.HIDDEN_BIASES, inputs)[0]

# --8<-- [start:sigmoid]
for z in (-4, -2, 0, 2, 4):
    slope = central_difference(sigmoid, z)
    print(f"z = {z:>2}  a = {sigmoid(z):.4f}  slope {slope:.4f}")
# --8<-- [end:sigmoid]


# --8<-- [start:sigmoid-derivative]
def sigmoid_derivative(z):
    a = sigmoid(z)
    return a * (1 - a)


for z in (-4, -2, 0, 2, 4):
    print(f"z = {z:>2}  slope {sigmoid_derivative(z):.4f}")
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
    return 2 * sigmoid(2 * z) - 1


def tanh_derivative(z):
    a = tanh(z)
    return 1 - a * a


for z in (-2, -1, 0, 1, 2):
    measured = central_difference(tanh, z)
    slope = tanh_derivative(z)
    print(f"z = {z:>2}  a = {tanh(z):7.4f}  slope {measured:.4f} {slope:.4f}")
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


for z in (-2.0, -1.0, 1.0, 2.0):
    measured = central_difference(relu, z)
    slope = relu_derivative(z)
    print(f"z = {z:4.1f}  a = {relu(z):.1f}  slope {measured:.4f} {slope:.4f}")
# --8<-- [end:relu]

stages = [
    ("sigmoid", sigmoid, sigmoid_derivative),
    ("tanh", tanh, tanh_derivative),
    ("relu", relu, relu_derivative),
]
for place in range(-40, 41):
    z = place / 8
    for name, f, derivative in stages:
        theirs = getattr(activations, name)(z)
        assert abs(f(z) - theirs) < 1e-15
        theirs = getattr(activations, name + "_derivative")(z)
        assert abs(derivative(z) - theirs) < 1e-15
        assert z == 0 or abs(derivative(z) - central_difference(f, z)) < 1e-8
assert relu_derivative(0.0) == 0.0

# --8<-- [start:wrong-no-minus]
# Forgets the minus of -z.
z = -0.15
print(f"{1 / (1 + math.exp(z)):.6f}")
# --8<-- [end:wrong-no-minus]

# --8<-- [start:wrong-times-a]
# Multiplies the slope at z by a.
print(f"{sigmoid_derivative(2) * sigmoid(2):.6f}")
# --8<-- [end:wrong-times-a]

# --8<-- [start:wrong-only-higher]
# Stretches the sigmoid, but does not squeeze it.
print(f"{central_difference(lambda z: 2 * sigmoid(z) - 1, 0):.4f}")
# --8<-- [end:wrong-only-higher]

# --8<-- [start:wrong-as-before]
# Takes the slope of the sigmoid.
print(f"{central_difference(sigmoid, 0):.4f}")
# --8<-- [end:wrong-as-before]

# --8<-- [start:wrong-z-for-a]
# Puts z where the formula wants a.
z = 2
print(f"{z * (1 - z):.6f}")
# --8<-- [end:wrong-z-for-a]

# --8<-- [start:wrong-subtraction]
# Subtracts 1 from z.
print(f"{z * (z - 1):.6f}")
# --8<-- [end:wrong-subtraction]
