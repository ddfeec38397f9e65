"""One step of learning, written three times, and the time that each of them takes."""

import random
import time

import numpy as np

from derivlearn import loops, matrix, matrix_layers
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error_derivative
from derivlearn.matrix import add_mat, map_mat, mul_entries
from derivlearn.network import Network


# --8<-- [start:network]
def numbers(count, dice):
    found = []
    for _ in range(count):
        found.append(dice.uniform(-1, 1))
    return found


def network(size):
    dice = random.Random(1)
    counts = [4 * size, 2 * size, 3 * size]
    weights = []
    biases = []
    for layer in range(2):
        rows = []
        for _ in range(counts[layer + 1]):
            rows.append(numbers(counts[layer], dice))
        weights.append(rows)
        biases.append(numbers(counts[layer + 1], dice))
    return weights, biases


for size in (1, 8, 32):
    weights, biases = network(size)
    count = 0
    for rows in weights:
        count = count + len(rows) * len(rows[0])
    print(f"{4 * size}-{2 * size}-{3 * size}: {count} weights")
# --8<-- [end:network]

for size in (1, 8, 32):
    weights, biases = network(size)
    assert sum(len(rows) * len(rows[0]) for rows in weights) == 14 * size * size


# --8<-- [start:by-loops]
rate = 0.5


def step_loops(weights, biases, x, y):
    zs, inputs = loops.forward_layers(weights, biases, x, sigmoid)
    a = loops.activate(sigmoid, zs[1])

    output_slopes = squared_error_derivative(a, y)
    last = loops.last_deltas(output_slopes, zs[1], sigmoid_derivative)
    weight_slopes, bias_slopes = loops.backward_layers(
        last, weights, zs, inputs, sigmoid_derivative
    )

    for layer in range(2):
        for j in range(len(biases[layer])):
            row = weights[layer][j]
            for i in range(len(row)):
                row[i] -= rate * weight_slopes[layer][j][i]
            biases[layer][j] -= rate * bias_slopes[layer][j]


# --8<-- [end:by-loops]


# --8<-- [start:by-matrices]
def minus(value):
    return -value


def move(slope):
    return -rate * slope


def step_matrices(weights, biases, x, y):
    zs, inputs = matrix_layers.forward_layers(weights, biases, x, sigmoid)
    a = map_mat(sigmoid, zs[1])

    output_slopes = add_mat(a, map_mat(minus, y))
    activation_slopes = map_mat(sigmoid_derivative, zs[1])
    last = mul_entries(activation_slopes, output_slopes)
    weight_slopes, bias_slopes = matrix_layers.backward_layers(
        last, weights, zs, inputs, sigmoid_derivative
    )

    for layer in range(2):
        moves = map_mat(move, weight_slopes[layer])
        weights[layer] = add_mat(weights[layer], moves)
        moves = map_mat(move, bias_slopes[layer])
        biases[layer] = add_mat(biases[layer], moves)


# --8<-- [end:by-matrices]


# --8<-- [start:by-numpy]
def step_numpy(W, b, x, y):
    h = 1 / (1 + np.exp(-(W[0] @ x + b[0])))
    a = 1 / (1 + np.exp(-(W[1] @ h + b[1])))

    last = (a - y) * a * (1 - a)
    hidden = (W[1].T @ last) * h * (1 - h)

    count = x.shape[1]
    W[1] -= rate * (last @ h.T) / count
    b[1] -= rate * last.sum(axis=1, keepdims=True) / count
    W[0] -= rate * (hidden @ x.T) / count
    b[0] -= rate * hidden.sum(axis=1, keepdims=True) / count


# --8<-- [end:by-numpy]


# --8<-- [start:same]
def as_matrices(weights, biases):
    M = [matrix.from_rows(rows) for rows in weights]
    m = [matrix.to_mat(numbers) for numbers in biases]
    return M, m


def as_arrays(weights, biases):
    W = [np.array(rows) for rows in weights]
    b = [np.array([numbers]).T for numbers in biases]
    return W, b


dice = random.Random(2)
x, y = numbers(32, dice), numbers(24, dice)
weights, biases = network(8)
M, m = as_matrices(weights, biases)
W, b = as_arrays(weights, biases)
for _ in range(10):
    step_loops(weights, biases, x, y)
    step_matrices(M, m, matrix.to_mat(x), matrix.to_mat(y))
    step_numpy(W, b, np.array([x]).T, np.array([y]).T)

for layer in range(2):
    moved = np.array(network(8)[0][layer]) - W[layer]
    by_loops = np.array(weights[layer]) - W[layer]
    by_matrices = np.array(matrix.to_rows(M[layer])) - W[layer]
    print(f"layer {layer} {W[layer].shape}: {abs(moved).max():.4f}")
    print("  loops", abs(by_loops).max() < 1e-12)
    print("  matrices", abs(by_matrices).max() < 1e-12)
# --8<-- [end:same]

for layer in range(2):
    assert abs(np.array(weights[layer]) - W[layer]).max() < 1e-12
    assert abs(np.array(matrix.to_rows(M[layer])) - W[layer]).max() < 1e-12
    assert abs(np.array([biases[layer]]).T - b[layer]).max() < 1e-12
    assert abs(np.array(matrix.to_rows(m[layer])) - b[layer]).max() < 1e-12

# The network of the package learns the same.
_theirs = Network([32, 16, 24], activation="sigmoid", cost="squared_error", seed=0)
_theirs.weights = [np.array(rows) for rows in network(8)[0]]
_theirs.biases = [np.array(numbers) for numbers in network(8)[1]]
for _ in _theirs.train([x], [y], epochs=10, batch_size=1, learning_rate=rate, seed=0):
    pass
for layer in range(2):
    assert abs(_theirs.weights[layer] - W[layer]).max() < 1e-12


# --8<-- [start:fastest]
def fastest(steps, repeats, rounds):
    best = [float("inf")] * len(steps)
    for _ in range(rounds):
        for k in range(len(steps)):
            begun = time.perf_counter()
            for _ in range(repeats[k]):
                steps[k]()
            seconds = (time.perf_counter() - begun) / repeats[k]
            best[k] = min(best[k], seconds)
    return best


# --8<-- [end:fastest]


# --8<-- [start:three-ways]
def three_ways(size):
    dice = random.Random(2)
    x, y = numbers(4 * size, dice), numbers(3 * size, dice)
    x_mat, y_mat = matrix.to_mat(x), matrix.to_mat(y)
    X, Y = np.array([x]).T, np.array([y]).T
    weights, biases = network(size)
    M, m = as_matrices(weights, biases)
    W, b = as_arrays(weights, biases)

    def by_loops():
        step_loops(weights, biases, x, y)

    def by_matrices():
        step_matrices(M, m, x_mat, y_mat)

    def by_numpy():
        step_numpy(W, b, X, Y)

    return [by_loops, by_matrices, by_numpy]


# --8<-- [end:three-ways]

# --8<-- [start:large]
large = fastest(three_ways(32), [1, 1, 5], 7)

print("matrices faster than loops:", large[1] < large[0])
print("NumPy more than 10 times:", large[0] > 10 * large[2])
# --8<-- [end:large]

assert large[1] > large[0]
assert large[0] > 10 * large[2]

# --8<-- [start:small]
small = fastest(three_ways(1), [10, 10, 10], 30)

print("NumPy more than 10 times:", small[0] > 10 * small[2])
# --8<-- [end:small]

assert small[0] < 10 * small[2]


# --8<-- [start:together]
def columns(height, count, dice):
    rows = []
    for _ in range(count):
        rows.append(numbers(height, dice))
    return np.array(rows).T


def moves_of_w0(X, Y):
    W, b = as_arrays(*network(8))
    before = W[0].copy()
    step_numpy(W, b, X, Y)
    return W[0] - before


dice = random.Random(2)
X, Y = columns(32, 64, dice), columns(24, 64, dice)
total = np.zeros((16, 32))
for n in range(64):
    total += moves_of_w0(X[:, [n]], Y[:, [n]])

together = moves_of_w0(X, Y)
print(X.shape, together.shape)
print(abs(together - total / 64).max() < 1e-12)
# --8<-- [end:together]

assert abs(together).max() > 1e-3
assert abs(together - total / 64).max() < 1e-12

# --8<-- [start:batch]
W, b = as_arrays(*network(8))
singles = [(X[:, [n]], Y[:, [n]]) for n in range(64)]


def one_by_one():
    for x, y in singles:
        step_numpy(W, b, x, y)


def all_at_once():
    step_numpy(W, b, X, Y)


times = fastest([one_by_one, all_at_once], [1, 5], 20)
print("more than 4 times:", times[0] > 4 * times[1])
# --8<-- [end:batch]

assert times[0] > 4 * times[1]

# --8<-- [start:exercise-batch-size]
W, b = as_arrays(*network(8))


def with_batch(count):
    dice = random.Random(2)
    X, Y = columns(32, count, dice), columns(24, count, dice)

    def step():
        step_numpy(W, b, X, Y)

    return step


counts = [1, 8, 64, 512]
steps = [with_batch(count) for count in counts]
seconds = fastest(steps, [10, 10, 5, 2], 20)
for k in (1, 2, 3):
    less = seconds[k] / counts[k] < seconds[0]
    print(f"{counts[k]:3}: {512 // counts[k]:3} steps, {less}")
# --8<-- [end:exercise-batch-size]

for k in (1, 2, 3):
    assert seconds[k] / counts[k] < seconds[0]


# --8<-- [start:exercise-hasty]
def step_hasty(W, b, x, y):
    h = 1 / (1 + np.exp(-(W[0] @ x + b[0])))
    a = 1 / (1 + np.exp(-(W[1] @ h + b[1])))

    last = (a - y) * a * (1 - a)
    W[1] -= rate * (last @ h.T)
    b[1] -= rate * last
    hidden = (W[1].T @ last) * h * (1 - h)
    W[0] -= rate * (hidden @ x.T)
    b[0] -= rate * hidden


dice = random.Random(2)
x, y = numbers(32, dice), numbers(24, dice)
weights, biases = network(8)
W, b = as_arrays(weights, biases)
for _ in range(10):
    step_loops(weights, biases, x, y)
    step_hasty(W, b, np.array([x]).T, np.array([y]).T)
for layer in range(2):
    gaps = abs(np.array(weights[layer]) - W[layer])
    print(layer, gaps.max() < 1e-12, f"{gaps.max():.4f}")
# --8<-- [end:exercise-hasty]

# Wrong programs: what they print are wrong answers of the page's questions.

# --8<-- [start:wrong-8-times]
# Each layer is 8 times as large, and so, it seems, are the weights.
print(f"32-16-24: {8 * 14} weights")
# --8<-- [end:wrong-8-times]

# --8<-- [start:wrong-all-layers]
# All three layers are multiplied with each other.
print(f"32-16-24: {32 * 16 * 24} weights")
# --8<-- [end:wrong-all-layers]

# --8<-- [start:wrong-numpy]
# The time of NumPy, in place of that of the matrices in plain Python.
print("matrices faster than loops:", large[2] < large[0])
# --8<-- [end:wrong-numpy]

# --8<-- [start:wrong-shapes]
# The moves the other way round; then a move for each of the 64.
print(X.shape, together.T.shape)
print(X.shape, (together @ X).shape)
# --8<-- [end:wrong-shapes]

# --8<-- [start:wrong-one-by-one]
# Both times one by one.
times = fastest([one_by_one, one_by_one], [1, 1], 20)
print("more than 4 times:", times[0] > 4 * times[1])
# --8<-- [end:wrong-one-by-one]

# --8<-- [start:wrong-no-transpose]
# `.T` is forgotten; then it is there; then the product is the other way round.
last = np.ones((24, 1))
try:
    print((W[1] @ last).shape)
except ValueError:
    print("ValueError")
print((W[1].T @ last).shape)
print((last.T @ W[1]).shape)
# --8<-- [end:wrong-no-transpose]

# --8<-- [start:wrong-count]
# How far a step without the division goes, in steps with it; then √64; then no further.
rate = 64 * rate
undivided = moves_of_w0(X, Y)
print(f"{abs(undivided).max() / abs(together).max():.2f}")
print(f"{64**0.5:.2f}")
print(f"{abs(together).max() / abs(together).max():.2f}")
# --8<-- [end:wrong-count]
