"""Exercise: the derivative of an activation function with a kink."""

from derivlearn.numeric import central_difference


# --8<-- [start:start]
def leaky_relu(z):
    if z > 0:
        return z
    return 0.1 * z


def leaky_relu_derivative(z):
    return 1.0


# --8<-- [end:start]


# --8<-- [start:wrong-relu]
def leaky_relu(z):
    if z > 0:
        return z
    return 0.1 * z


def leaky_relu_derivative(z):
    if z > 0:
        return 1.0
    return 0.0


# --8<-- [end:wrong-relu]


# --8<-- [start:wrong-value]
def leaky_relu(z):
    if z > 0:
        return z
    return 0.1 * z


def leaky_relu_derivative(z):
    if z > 0:
        return 1.0
    return 0.1 * z


# --8<-- [end:wrong-value]


# --8<-- [start:wrong-turned-round]
def leaky_relu(z):
    if z > 0:
        return z
    return 0.1 * z


def leaky_relu_derivative(z):
    if z > 0:
        return 0.1
    return 1.0


# --8<-- [end:wrong-turned-round]


# --8<-- [start:wrong-too-far-right]
def leaky_relu(z):
    if z > 0:
        return z
    return 0.1 * z


def leaky_relu_derivative(z):
    if z > 0.1:
        return 1.0
    return 0.1


# --8<-- [end:wrong-too-far-right]


# --8<-- [start:wrong-too-far-left]
def leaky_relu(z):
    if z > 0:
        return z
    return 0.1 * z


def leaky_relu_derivative(z):
    if z > -0.2:
        return 1.0
    return 0.1


# --8<-- [end:wrong-too-far-left]


# --8<-- [start:answer]
def leaky_relu(z):
    if z > 0:
        return z
    return 0.1 * z


def leaky_relu_derivative(z):
    if z > 0:
        return 1.0
    return 0.1


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    def leaky_relu(z):
        return z if z > 0 else 0.1 * z

    for z in (2.0, -2.0, 0.25, -0.25, 0.001, -0.001, 40.0, -40.0):
        measured = round(central_difference(leaky_relu, z), 6)
        yield f"leaky_relu_derivative({z})", measured, 1e-5


# --8<-- [end:check]
