"""A program that learns, and what it looks like when one thing is wrong with it."""

import math
import random

import numpy as np

from derivlearn import data, loops
from derivlearn.activations import relu, relu_derivative, sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.network import Standardise

# --8<-- [start:data]
flowers, species = data.irises()
kinds = ["virginica", "setosa", "versicolor"]
mm = []
y = []
for n in range(150):
    if n % 10 < 7:
        mm.append([10 * value for value in flowers[n]])
        target = [0.0, 0.0, 0.0]
        target[kinds.index(species[n])] = 1.0
        y.append(target)
print(len(mm), mm[0], y[0])
# --8<-- [end:data]


# --8<-- [start:learn]
def start(sizes, seed):
    dice = random.Random(seed)
    weights = []
    biases = []
    for layer in range(2):
        rows = []
        for _ in range(sizes[layer + 1]):
            row = []
            for _ in range(sizes[layer]):
                row.append(dice.uniform(-1, 1))
            rows.append(row)
        weights.append(rows)
        biases.append([0.0] * sizes[layer + 1])
    return weights, biases


def mean_cost(network, x, y, bend):
    weights, biases = network
    total = 0.0
    for n in range(len(x)):
        zs, _ = loops.forward_layers(weights, biases, x[n], bend[0])
        a = loops.activate(sigmoid, zs[1])
        total = total + squared_error(a, y[n])
    return total / len(x)


def step(network, x, y, rate, bend):
    weights, biases = network
    zs, inputs = loops.forward_layers(weights, biases, x, bend[0])
    a = loops.activate(sigmoid, zs[1])
    slopes = squared_error_derivative(a, y)
    last = loops.last_deltas(slopes, zs[1], sigmoid_derivative)
    weight_slopes, bias_slopes = loops.backward_layers(
        last, weights, zs, inputs, bend[1]
    )
    for layer in range(2):
        for j in range(len(biases[layer])):
            row = weights[layer][j]
            for i in range(len(row)):
                row[i] -= rate * weight_slopes[layer][j][i]
            biases[layer][j] -= rate * bias_slopes[layer][j]


def learn(network, samples, rate, epochs, bend):
    x, y = samples
    dice = random.Random(0)
    order = list(range(len(x)))
    costs = [mean_cost(network, x, y, bend)]
    for _ in range(epochs):
        dice.shuffle(order)
        for n in order:
            step(network, x[n], y[n], rate, bend)
        costs.append(mean_cost(network, x, y, bend))
    return costs


def report(name, x, y, rate, epochs=30):
    network = start([4, 2, 3], 1)
    bend = (sigmoid, sigmoid_derivative)
    costs = learn(network, (x, y), rate, epochs, bend)
    line = f"{name:12}"
    for epoch in (0, 1, 10, epochs):
        line = line + f"{costs[epoch]:7.3f}"
    return line


# --8<-- [end:learn]


# --8<-- [start:standardised]
def standardised(rows):
    found = [[] for _ in rows]
    for i in range(4):
        values = [row[i] for row in rows]
        mean = sum(values) / len(values)
        total = 0.0
        for value in values:
            total = total + (value - mean) ** 2
        spread = math.sqrt(total / len(values))
        for n in range(len(rows)):
            found[n].append((values[n] - mean) / spread)
    return found


x = standardised(mm)
# --8<-- [end:standardised]

assert np.allclose(x, Standardise(mm)(mm))

# --8<-- [start:stuck]
mixed = list(y)
random.Random(3).shuffle(mixed)

print("epoch            0      1     10     30")
print(report("right", x, y, 0.5))
print(report("in mm", mm, y, 0.5))
print(report("small rate", x, y, 0.0005))
print(report("large rate", x, y, 500))
print(report("mixed up", x, mixed, 0.5))
# --8<-- [end:stuck]


# --8<-- [start:scales]
def flat_places(x):
    weights, biases = start([4, 2, 3], 1)
    flat = 0
    count = 0
    for row in x:
        for z in loops.forward(weights[0], biases[0], row):
            count = count + 1
            if sigmoid_derivative(z) < 0.01:
                flat = flat + 1
    return f"{flat} of {count}"


print(flat_places(mm))
print(flat_places(x))
# --8<-- [end:scales]

# --8<-- [start:rates]
for rate in (0.0005, 0.005, 0.05, 0.5, 500):
    print(report(f"{rate:g}", x, y, rate))
# --8<-- [end:rates]

# --8<-- [start:one-flower]
print(report("one flower", x[:1], mixed[:1], 0.5, 300))
# --8<-- [end:one-flower]


# --8<-- [start:nearest]
def agreeing(x, y):
    count = 0
    for n in range(len(x)):
        least = math.inf
        for k in range(len(x)):
            if k != n and math.dist(x[n], x[k]) < least:
                least = math.dist(x[n], x[k])
                nearest = k
        if y[nearest] == y[n]:
            count = count + 1
    return count


print("right   ", agreeing(x, y), "of", len(x))
print("mixed up", agreeing(x, mixed), "of", len(x))
# --8<-- [end:nearest]


# --8<-- [start:dead]
def awake(network, x):
    weights, biases = network
    counts = [0] * len(biases[0])
    for row in x:
        zs = loops.forward(weights[0], biases[0], row)
        for j in range(len(zs)):
            if zs[j] > 0:
                counts[j] = counts[j] + 1
    return counts


bend = (relu, relu_derivative)
print("start   ", awake(start([4, 8, 3], 6), x))
for rate in (0.5, 5):
    network = start([4, 8, 3], 6)
    costs = learn(network, (x, y), rate, 2, bend)
    print(f"rate {rate:3}", awake(network, x), f"{costs[2]:.3f}")
# --8<-- [end:dead]

assert awake(network, x).count(0) == 5

# --8<-- [start:still-dead]
learn(network, (x, y), 0.5, 30, bend)
still = []
for j in range(8):
    if awake(network, x)[j] == 0:
        still.append(j)
print(still)
# --8<-- [end:still-dead]

assert still == [0, 3, 5, 6, 7]


# --8<-- [start:exercise-slopes]
def leaky_relu(z):
    return z if z > 0 else 0.01 * z


def leaky_relu_derivative(z):
    return 1.0 if z > 0 else 0.01


weights, biases = network
for activation, derivative in (
    (relu, relu_derivative),
    (leaky_relu, leaky_relu_derivative),
):
    zs, inputs = loops.forward_layers(weights, biases, x[0], activation)
    a = loops.activate(sigmoid, zs[1])
    slopes = squared_error_derivative(a, y[0])
    last = loops.last_deltas(slopes, zs[1], sigmoid_derivative)
    weight_slopes, bias_slopes = loops.backward_layers(
        last, weights, zs, inputs, derivative
    )
    print(bias_slopes[0][0] == 0.0, end=" ")
    print(weight_slopes[0][0] == [0.0] * 4, end=" ")
    print(weight_slopes[1][0][0] == 0.0)
# --8<-- [end:exercise-slopes]

# Wrong programs: what they print are wrong answers of the page's questions.

# --8<-- [start:wrong-thirds]
# One third, three times: as it is, then without the half, then the mean of the three.
misses = (2 / 3) ** 2 + 2 * (1 / 3) ** 2
print(f"{misses / 2:.3f}")
print(f"{misses:.3f}")
print(f"{misses / 3:.3f}")
# --8<-- [end:wrong-thirds]

# --8<-- [start:wrong-half]
# As if there were two kinds.
print("mixed up", len(x) // 2, "of", len(x))
# --8<-- [end:wrong-half]

# --8<-- [start:wrong-never]
# Wrong targets are taken for targets that never agree.
print("mixed up", sum(y[n] != y[n] for n in range(len(x))), "of", len(x))
# --8<-- [end:wrong-never]

# --8<-- [start:wrong-revived]
# Everything starts anew at 0.5.
network = start([4, 8, 3], 6)
learn(network, (x, y), 0.5, 30, bend)
counts = awake(network, x)
print([j for j in range(8) if counts[j] == 0])
# --8<-- [end:wrong-revived]
