"""Exercise: the multiplications of the forward pass and of the backward pass."""

import itertools
import math

from derivlearn import loops
from derivlearn.activations import sigmoid, sigmoid_derivative


# --8<-- [start:start]
def multiplications(sizes):
    forward = 0
    backward = 0
    for layer in range(len(sizes) - 1):
        m = sizes[layer]
        n = sizes[layer + 1]
        forward = forward + n * m
        backward = backward + n * m
    return forward, backward


# --8<-- [end:start]


# --8<-- [start:wrong-twice-everywhere]
def multiplications(sizes):
    forward = 0
    for layer in range(len(sizes) - 1):
        forward = forward + sizes[layer] * sizes[layer + 1]
    return forward, 2 * forward


# --8<-- [end:wrong-twice-everywhere]


# --8<-- [start:wrong-no-route-from-the-last]
def multiplications(sizes):
    forward = 0
    backward = 0
    for layer in range(len(sizes) - 1):
        m = sizes[layer]
        n = sizes[layer + 1]
        forward = forward + n * m
        backward = backward + n * m
        if layer < len(sizes) - 2:
            backward = backward + n * m
    return forward, backward


# --8<-- [end:wrong-no-route-from-the-last]


# --8<-- [start:wrong-routes-alone]
def multiplications(sizes):
    forward = 0
    backward = 0
    for layer in range(len(sizes) - 1):
        m = sizes[layer]
        n = sizes[layer + 1]
        forward = forward + n * m
        if layer > 0:
            backward = backward + n * m
    return forward, backward


# --8<-- [end:wrong-routes-alone]


# --8<-- [start:wrong-with-biases]
def multiplications(sizes):
    forward = 0
    backward = 0
    for layer in range(len(sizes) - 1):
        m = sizes[layer]
        n = sizes[layer + 1]
        forward = forward + n * (m + 1)
        backward = backward + n * (m + 1)
        if layer > 0:
            backward = backward + n * m
    return forward, backward


# --8<-- [end:wrong-with-biases]


# --8<-- [start:answer]
def multiplications(sizes):
    forward = 0
    backward = 0
    for layer in range(len(sizes) - 1):
        m = sizes[layer]
        n = sizes[layer + 1]
        forward = forward + n * m
        backward = backward + n * m
        if layer > 0:
            backward = backward + n * m
    return forward, backward


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for sizes in ([3, 4, 2, 5], [64, 30, 10], [7, 3], [2, 1, 6], [100] * 11):
        pairs = list(itertools.pairwise(sizes))
        forward = sum(m * n for m, n in pairs)
        routes = sum(m * n for m, n in pairs[1:])
        yield f"multiplications({sizes})", (forward, forward + routes)
    yield "sizes = [3, 4, 2]; multiplications(sizes); sizes", [3, 4, 2]


# --8<-- [end:check]

# --8<-- [start:count]
for sizes in ([3, 4, 2, 5], [64, 30, 10], [100] * 11):
    forward, backward = multiplications(sizes)
    numbers = 0
    for layer in range(len(sizes) - 1):
        numbers = numbers + sizes[layer + 1] * (sizes[layer] + 1)
    nudging = numbers * 2 * forward
    ratio = nudging / (forward + backward)
    print(len(sizes) - 1, "layers,", numbers, "numbers")
    print("  forward ", forward)
    print(f"  backward {backward} ({backward / forward:.2f} times)")
    print(f"  nudging  {nudging} ({ratio:.0f} times both)")
# --8<-- [end:count]


class _Counted(float):
    """A number that counts the products it takes part in."""

    products = 0

    def __mul__(self, other: float) -> "_Counted":
        _Counted.products += 1
        return _Counted(float(self) * float(other))

    def __add__(self, other: float) -> "_Counted":
        return _Counted(float(self) + float(other))

    __rmul__, __radd__ = __mul__, __add__


for _sizes in ([3, 4, 2, 5], [64, 30, 10], [7, 3]):
    _weights = [
        [[_Counted(0.1)] * _sizes[_layer] for _ in range(_sizes[_layer + 1])]
        for _layer in range(len(_sizes) - 1)
    ]
    _biases = [[_Counted(0.1)] * _n for _n in _sizes[1:]]
    _Counted.products = 0
    _zs, _layer_inputs = loops.forward_layers(
        _weights, _biases, [_Counted(0.5)] * _sizes[0], lambda z: _Counted(sigmoid(z))
    )
    _forward, _backward = multiplications(_sizes)
    assert _Counted.products == _forward
    _Counted.products = 0
    loops.backward_layers(
        [_Counted(0.1)] * _sizes[-1],
        _weights,
        _zs,
        _layer_inputs,
        lambda z: _Counted(sigmoid_derivative(z)),
    )
    # Besides, each hidden neuron multiplies by the slope of its activation.
    assert _Counted.products == _backward + sum(_sizes[1:-1])
_forward, _backward = multiplications([100] * 11)
assert math.isclose(_backward / _forward, 1.9)
