"""Two flowers at once, one number at a time; then many of them in NumPy."""

import numpy as np

from derivlearn import data, loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.example import (
    HIDDEN_BIASES,
    HIDDEN_WEIGHTS,
    INPUTS,
    LAST_BIASES,
    LAST_WEIGHTS,
)
from derivlearn.numeric import numeric_gradient

# --8<-- [start:flowers]
weights = [HIDDEN_WEIGHTS, LAST_WEIGHTS]
biases = [HIDDEN_BIASES, LAST_BIASES]
flowers = [INPUTS, [-1.0, 1.0, -1.25, -1.5]]
targets = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]


def row(numbers):
    line = ""
    for number in numbers:
        line = line + f"{number:10.6f}"
    return line


for n in range(2):
    print(f"flower {n}", row(flowers[n]))
# --8<-- [end:flowers]


# --8<-- [start:deltas]
def outputs_with(last_biases, flower):
    zs, _ = loops.forward_layers(
        weights,
        [HIDDEN_BIASES, last_biases],
        flower,
        sigmoid,
    )
    return zs[1], loops.activate(sigmoid, zs[1])


deltas = []
for n in range(2):
    z, a = outputs_with(LAST_BIASES, flowers[n])
    output_slopes = squared_error_derivative(a, targets[n])
    found = loops.last_deltas(output_slopes, z, sigmoid_derivative)
    deltas.append(found)
    print(f"flower {n}", row(found))
# --8<-- [end:deltas]


# --8<-- [start:measured]
def total_cost(last_biases):
    total = 0.0
    for n in range(2):
        _, a = outputs_with(last_biases, flowers[n])
        total = total + squared_error(a, targets[n])
    return total


print("measured", row(numeric_gradient(total_cost, LAST_BIASES)))

sums = []
for j in range(3):
    sums.append(deltas[0][j] + deltas[1][j])
print("added up", row(sums))
# --8<-- [end:measured]

for _measured, _sum in zip(
    numeric_gradient(total_cost, LAST_BIASES), sums, strict=True
):
    assert abs(_measured - _sum) < 1e-9

# --8<-- [start:columns]
W = [np.array(weights[0]), np.array(weights[1])]
X = np.array(flowers).T
print(W[0].shape, X.shape)

products = W[0] @ X
print(products.shape)
for n in range(2):
    print(f"column {n}", row(products[:, n]))
    by_loops = loops.forward(weights[0], [0.0, 0.0], flowers[n])
    print(" by loops", row(by_loops))
# --8<-- [end:columns]

for _n in range(2):
    _by_loops = loops.forward(weights[0], [0.0, 0.0], flowers[_n])
    assert abs(products[:, _n] - _by_loops).max() < 1e-12

# --8<-- [start:copied]
b = [np.array([biases[0]]).T, np.array([biases[1]]).T]
print(b[0].shape)

Z = products + b[0]
copied = np.array([biases[0], biases[0]]).T
print((products + copied == Z).all())
# --8<-- [end:copied]

assert (products + copied == Z).all()

# --8<-- [start:trap]
column = b[1]
flat = np.array(biases[1])
print(column.shape, flat.shape)

print(np.zeros((3, 3)) + column)
print(np.zeros((3, 3)) + flat)
try:
    print(np.zeros((3, 2)) + flat)
except ValueError:
    print("ValueError")
# --8<-- [end:trap]


# --8<-- [start:slopes]
def slopes_of(W, b, X, Y):
    H = 1 / (1 + np.exp(-(W[0] @ X + b[0])))
    A = 1 / (1 + np.exp(-(W[1] @ H + b[1])))

    last_deltas = (A - Y) * A * (1 - A)
    hidden_deltas = (W[1].T @ last_deltas) * H * (1 - H)

    W_slopes = [hidden_deltas @ X.T, last_deltas @ H.T]
    b_slopes = [
        hidden_deltas.sum(axis=1, keepdims=True),
        last_deltas.sum(axis=1, keepdims=True),
    ]
    return W_slopes, b_slopes


Y = np.array(targets).T
W_slopes, b_slopes = slopes_of(W, b, X, Y)
for layer in range(2):
    print(W_slopes[layer].shape, b_slopes[layer].shape)
print(row(b_slopes[1][:, 0]))
# --8<-- [end:slopes]

# --8<-- [start:same]
totals = [np.zeros((2, 4)), np.zeros((3, 2))]
for n in range(2):
    zs, xs = loops.forward_layers(weights, biases, flowers[n], sigmoid)
    by_loops, _ = loops.backward_layers(
        deltas[n],
        weights,
        zs,
        xs,
        sigmoid_derivative,
    )
    for layer in range(2):
        totals[layer] += np.array(by_loops[layer])
for layer in range(2):
    gaps = abs(W_slopes[layer] - totals[layer])
    print(layer, gaps.max() < 1e-12)
# --8<-- [end:same]

for layer in range(2):
    assert abs(W_slopes[layer] - totals[layer]).max() < 1e-12
assert abs(b_slopes[1][:, 0] - sums).max() < 1e-12

# --8<-- [start:irises]
flowers, species = data.irises()
X = np.array(flowers).T
middle = X.mean(axis=1, keepdims=True)
spread = X.std(axis=1, keepdims=True)
X = (X - middle) / spread
print(X.shape, middle.shape)

kinds = ["virginica", "setosa", "versicolor"]
Y = np.zeros((3, 150))
for n in range(150):
    Y[kinds.index(species[n]), n] = 1.0
# --8<-- [end:irises]


# --8<-- [start:sum-or-mean]
def learned(X, Y, divisor):
    W = [np.array(HIDDEN_WEIGHTS), np.array(LAST_WEIGHTS)]
    b = [np.array([HIDDEN_BIASES]).T, np.array([LAST_BIASES]).T]
    for _ in range(30):
        W_slopes, b_slopes = slopes_of(W, b, X, Y)
        for layer in range(2):
            W[layer] -= 2.0 * W_slopes[layer] / divisor
            b[layer] -= 2.0 * b_slopes[layer] / divisor

    H = 1 / (1 + np.exp(-(W[0] @ X + b[0])))
    A = 1 / (1 + np.exp(-(W[1] @ H + b[1])))
    return ((A - Y) ** 2).sum() / 2 / X.shape[1]


for apart in (50, 10, 1):
    x, y = X[:, ::apart], Y[:, ::apart]
    N = x.shape[1]
    by_sum = learned(x, y, 1)
    by_mean = learned(x, y, N)
    print(f"{N:3} flowers: sum {by_sum:.3f}, mean {by_mean:.3f}")
# --8<-- [end:sum-or-mean]

# The sum ends where each output of each flower is 0: half of the one target of 1.
assert abs(by_sum - 0.5) < 1e-3

# --8<-- [start:exercise-shapes]
W = [np.zeros((30, 64)), np.zeros((10, 30))]
b = [np.zeros((30, 1)), np.zeros((10, 1))]
W_slopes, b_slopes = slopes_of(
    W,
    b,
    np.zeros((64, 20)),
    np.zeros((10, 20)),
)
for layer in range(2):
    print(W_slopes[layer].shape, b_slopes[layer].shape)
# --8<-- [end:exercise-shapes]

# --8<-- [start:exercise-one-step]
total = -0.116330 + 0.138600
print(f"slopes: {total:.6f} {total / 2:.6f}")
print(f"mean: {0.1 - 0.5 * total / 2:.6f}")
print(f"sum:  {0.1 - 0.5 * total:.6f}")
print(f"mean at rate 1: {0.1 - 1.0 * total / 2:.6f}")
# --8<-- [end:exercise-one-step]

# --8<-- [start:exercise-keepdims]
last = np.ones((3, 2))
b = np.array([[0.1], [-0.3], [0.2]])
b = b - 0.5 * last.sum(axis=1)
print(b.shape)

b = np.array([[0.1], [-0.3], [0.2]])
try:
    b -= 0.5 * last.sum(axis=1)
except ValueError:
    print("ValueError")
# --8<-- [end:exercise-keepdims]

# Wrong programs: what they print are wrong answers of the page's questions.

# --8<-- [start:wrong-mean]
# The mean of the slopes, where the costs are added up.
print("measured", row([sums[j] / 2 for j in range(3)]))
# --8<-- [end:wrong-mean]

two_flowers = np.array([INPUTS, [-1.0, 1.0, -1.25, -1.5]]).T
two_deltas = np.array(deltas).T

# --8<-- [start:wrong-transposed]
# Both tables turned the other way.
print((np.array(HIDDEN_WEIGHTS).T @ two_flowers.T).shape)
# --8<-- [end:wrong-transposed]

# --8<-- [start:wrong-number-by-number]
# `*` in place of `@`: no sums at all.
print((np.array(HIDDEN_WEIGHTS) * two_flowers.T).shape)
# --8<-- [end:wrong-number-by-number]

# --8<-- [start:wrong-down]
# The mean of each flower, not of each measurement.
print(X.shape, X.mean(axis=0, keepdims=True).shape)
# --8<-- [end:wrong-down]

# --8<-- [start:wrong-flat]
# `keepdims=True` forgotten.
print(X.shape, X.mean(axis=1).shape)
# --8<-- [end:wrong-flat]

# --8<-- [start:wrong-axis]
# `axis=0` adds the outputs of a flower; then the right sum, then one without keepdims.
print(two_deltas.sum(axis=0, keepdims=True).shape)
print(two_deltas.sum(axis=1, keepdims=True).shape)
print(two_deltas.sum(axis=0).shape)
# --8<-- [end:wrong-axis]

# --8<-- [start:wrong-rates]
# The rate of the mean that goes as far as 2 for the sum; as it is; the wrong way round.
print(2.0 * 150)
print(2.0)
print(f"{2.0 / 150:.3f}")
# --8<-- [end:wrong-rates]
