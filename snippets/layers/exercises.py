"""Answers to the exercises of the chapter on any number of layers."""

import math

from derivlearn import loops
from derivlearn.activations import sigmoid, sigmoid_derivative


# --8<-- [start:count]
def count(sizes):
    forward = 0
    backward = 0
    numbers = 0
    for layer in range(len(sizes) - 1):
        m = sizes[layer]
        n = sizes[layer + 1]
        forward = forward + n * m
        backward = backward + n * m
        if layer > 0:
            backward = backward + n * m
        numbers = numbers + n * m + n
    return forward, backward, numbers


for sizes in ([3, 4, 2, 5], [64, 30, 10], [100] * 11):
    forward, backward, numbers = count(sizes)
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
    _forward, _backward, _numbers = count(_sizes)
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
    assert _numbers == sum(len(_row) + 1 for _rows in _weights for _row in _rows)
assert math.isclose(count([100] * 11)[1] / count([100] * 11)[0], 1.9)
