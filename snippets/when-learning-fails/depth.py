"""Ten layers: what becomes of the slopes, by width, activation and range of weights."""

import math
import random

from derivlearn import loops
from derivlearn.activations import (
    relu,
    relu_derivative,
    sigmoid,
    sigmoid_derivative,
    tanh,
    tanh_derivative,
)
from derivlearn.costs import softmax_cross_entropy_derivative


# --8<-- [start:deltas]
def largest_deltas(width, size, activation, derivative, seed=1):
    sizes = [3] + [width] * 9 + [5]
    dice = random.Random(seed)
    weights = []
    biases = []
    for layer in range(10):
        m = sizes[layer]
        rows = []
        for _ in range(sizes[layer + 1]):
            row = []
            for _ in range(m):
                row.append(dice.uniform(-1, 1) * size(m))
            rows.append(row)
        weights.append(rows)
        biases.append([0.0] * sizes[layer + 1])

    zs, inputs = loops.forward_layers(weights, biases, [1.0, -0.5, 2.0], activation)
    last = softmax_cross_entropy_derivative(zs[9], [0.0, 0.0, 0.0, 1.0, 0.0])
    _, bias_slopes = loops.backward_layers(last, weights, zs, inputs, derivative)
    found = []
    for slopes in bias_slopes:
        found.append(max(abs(slope) for slope in slopes))
    return found


def one(m):
    return 1.0


def report(name, width, size, activation, derivative):
    found = largest_deltas(width, size, activation, derivative)
    each = (found[0] / found[9]) ** (1 / 9)
    return f"{name:8}{width:4}{found[9]:11.7f}{found[0]:15.7f} {each:5.2f}"


# --8<-- [end:deltas]

# --8<-- [start:vanishing]
print("        width    layer 9        layer 0  each")
for width in (4, 10, 30, 100):
    print(report("sigmoid", width, one, sigmoid, sigmoid_derivative))
# --8<-- [end:vanishing]

# --8<-- [start:exploding]
print("        width    layer 9        layer 0  each")
for width in (4, 10, 30, 100):
    print(report("ReLU", width, one, relu, relu_derivative))
# --8<-- [end:exploding]

# With 4 neurons and seed 1, what a layer hands on is 0 everywhere.
assert largest_deltas(4, one, relu, relu_derivative)[:9] == [0.0] * 9

# --8<-- [start:seeds]
gone = 0
for seed in range(200):
    found = largest_deltas(4, one, relu, relu_derivative, seed)
    if found[0] == 0.0:
        gone = gone + 1
print(gone, "of 200")
# --8<-- [end:seeds]


# --8<-- [start:first-weights]
def root(number):
    def size(m):
        return math.sqrt(number / m)

    return size


print("        width    layer 9        layer 0  each")
print(report("tanh 1", 30, root(1), tanh, tanh_derivative))
print(report("tanh 3", 30, root(3), tanh, tanh_derivative))
print(report("ReLU 3", 30, root(3), relu, relu_derivative))
print(report("ReLU 6", 30, root(6), relu, relu_derivative))
# --8<-- [end:first-weights]

# What is said of the four holds for other seeds, too.
for _seed in range(1, 9):
    _found = [
        largest_deltas(30, root(_number), _activation, _derivative, _seed)
        for _number, _activation, _derivative in (
            (1, tanh, tanh_derivative),
            (3, tanh, tanh_derivative),
            (3, relu, relu_derivative),
            (6, relu, relu_derivative),
        )
    ]
    _each = [(_one[0] / _one[9]) ** (1 / 9) for _one in _found]
    assert 0.45 < _each[0] < 0.52
    assert 0.71 < _each[1] < 0.78
    assert 0.59 < _each[2] < 0.7
    assert 0.83 < _each[3] < 1

# --8<-- [start:exercise-sigmoid]
print("        width    layer 9        layer 0  each")
print(report("sigm. 3", 30, root(3), sigmoid, sigmoid_derivative))
print(report("sigm. 48", 30, root(48), sigmoid, sigmoid_derivative))
# --8<-- [end:exercise-sigmoid]

# --8<-- [start:exercise-chance]
print(f"{-math.log(0.1):.2f}")
# --8<-- [end:exercise-chance]

# Wrong programs: what they print are wrong answers of the page's questions.

# --8<-- [start:wrong-quarters]
# The largest slope of the sigmoid nine times, and neither weights nor routes.
last = largest_deltas(100, one, sigmoid, sigmoid_derivative)[9]
print(f"sigmoid  100{last:11.7f}{last * 0.25**9:15.7f} {0.25:5.2f}")
# --8<-- [end:wrong-quarters]

# --8<-- [start:wrong-blocked]
# Half of the routes are blocked, nine times, and no weights.
print(f"ReLU     100{1:11.7f}{0.5**9:15.7f} {0.5:5.2f}")
# --8<-- [end:wrong-blocked]

# --8<-- [start:wrong-level]
# As if ±1/√m kept the slopes as they are; then as if the range were ±1.
print(f"{math.sqrt(30) / math.sqrt(30):.2f}")
print(f"{math.sqrt(1 / 3) * math.sqrt(30):.2f}")
# --8<-- [end:wrong-level]
