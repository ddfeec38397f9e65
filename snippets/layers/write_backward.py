"""Exercise: the bias slopes of every layer, from the last one to the first."""

import itertools
import random

from derivlearn import loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.numeric import numeric_gradient


# --8<-- [start:start]
def all_deltas(last_deltas, weights, zs):
    found = [last_deltas]
    layer = len(weights) - 2
    slopes = []
    for i in range(len(zs[layer])):
        total = 0.0
        for j in range(len(found[0])):
            total = total + found[0][j] * weights[layer + 1][j][i]
        slopes.append(total * sigmoid_derivative(zs[layer][i]))
    found.insert(0, slopes)
    return found


# --8<-- [end:start]


# --8<-- [start:wrong-stops-before-the-first]
def all_deltas(last_deltas, weights, zs):
    found = [last_deltas]
    for layer in range(len(weights) - 2, 0, -1):
        slopes = []
        for i in range(len(zs[layer])):
            total = 0.0
            for j in range(len(found[0])):
                total = total + found[0][j] * weights[layer + 1][j][i]
            slopes.append(total * sigmoid_derivative(zs[layer][i]))
        found.insert(0, slopes)
    return found


# --8<-- [end:wrong-stops-before-the-first]


# --8<-- [start:wrong-last-layer-first]
def all_deltas(last_deltas, weights, zs):
    found = [last_deltas]
    for layer in range(len(weights) - 2, -1, -1):
        slopes = []
        for i in range(len(zs[layer])):
            total = 0.0
            for j in range(len(found[-1])):
                total = total + found[-1][j] * weights[layer + 1][j][i]
            slopes.append(total * sigmoid_derivative(zs[layer][i]))
        found.append(slopes)
    return found


# --8<-- [end:wrong-last-layer-first]


# --8<-- [start:wrong-always-from-the-last]
def all_deltas(last_deltas, weights, zs):
    found = [last_deltas]
    for layer in range(len(weights) - 2, -1, -1):
        slopes = []
        for i in range(len(zs[layer])):
            total = 0.0
            for j in range(len(weights[layer + 1])):
                total = total + last_deltas[j] * weights[layer + 1][j][i]
            slopes.append(total * sigmoid_derivative(zs[layer][i]))
        found.insert(0, slopes)
    return found


# --8<-- [end:wrong-always-from-the-last]


# --8<-- [start:wrong-slope-at-the-activation]
def all_deltas(last_deltas, weights, zs):
    found = [last_deltas]
    for layer in range(len(weights) - 2, -1, -1):
        slopes = []
        for i in range(len(zs[layer])):
            total = 0.0
            for j in range(len(found[0])):
                total = total + found[0][j] * weights[layer + 1][j][i]
            slopes.append(total * sigmoid_derivative(sigmoid(zs[layer][i])))
        found.insert(0, slopes)
    return found


# --8<-- [end:wrong-slope-at-the-activation]


# --8<-- [start:wrong-total-goes-on]
def all_deltas(last_deltas, weights, zs):
    found = [last_deltas]
    for layer in range(len(weights) - 2, -1, -1):
        slopes = []
        total = 0.0
        for i in range(len(zs[layer])):
            for j in range(len(found[0])):
                total = total + found[0][j] * weights[layer + 1][j][i]
            slopes.append(total * sigmoid_derivative(zs[layer][i]))
        found.insert(0, slopes)
    return found


# --8<-- [end:wrong-total-goes-on]


# --8<-- [start:wrong-empties-the-weights]
def all_deltas(last_deltas, weights, zs):
    found = [last_deltas]
    for layer in range(len(weights) - 2, -1, -1):
        next_weights = weights.pop()
        slopes = []
        for i in range(len(zs[layer])):
            total = 0.0
            for j in range(len(found[0])):
                total = total + found[0][j] * next_weights[j][i]
            slopes.append(total * sigmoid_derivative(zs[layer][i]))
        found.insert(0, slopes)
    return found


# --8<-- [end:wrong-empties-the-weights]


# --8<-- [start:answer]
def all_deltas(last_deltas, weights, zs):
    found = [last_deltas]
    for layer in range(len(weights) - 2, -1, -1):
        slopes = []
        for i in range(len(zs[layer])):
            total = 0.0
            for j in range(len(found[0])):
                total = total + found[0][j] * weights[layer + 1][j][i]
            slopes.append(total * sigmoid_derivative(zs[layer][i]))
        found.insert(0, slopes)
    return found


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    dice = random.Random(4)

    def some(count):
        return [round(dice.uniform(-2, 2), 1) for _ in range(count)]

    def passed_through(weights, biases, inputs):
        zs, _ = loops.forward_layers(weights, biases, inputs, sigmoid)
        return zs, loops.activate(sigmoid, zs[-1])

    def measured(weights, biases, inputs, targets):
        def cost_of(layer):
            def cost(numbers):
                moved = [*biases[:layer], numbers, *biases[layer + 1 :]]
                return squared_error(passed_through(weights, moved, inputs)[1], targets)

            return cost

        found = [numeric_gradient(cost_of(k), biases[k]) for k in range(len(biases))]
        return [[round(slope, 6) for slope in slopes] for slopes in found]

    for sizes in ([3, 4, 2, 5], [2, 3, 2], [4, 3], [2, 3, 5, 2, 4]):
        weights = []
        biases = []
        for m, n in itertools.pairwise(sizes):
            weights.append([some(m) for _ in range(n)])
            biases.append(some(n))
        inputs = some(sizes[0])
        targets = [0.0] * sizes[-1]
        zs, outputs = passed_through(weights, biases, inputs)
        output_slopes = squared_error_derivative(outputs, targets)
        last = loops.last_deltas(output_slopes, zs[-1], sigmoid_derivative)
        last = [round(delta, 6) for delta in last]
        zs = [[round(z, 6) for z in layer] for layer in zs]
        expected = measured(weights, biases, inputs, targets)
        yield f"all_deltas({last}, {weights}, {zs})", expected, 1e-5

    given = [last, weights, zs]
    names = "last, weights, zs"
    yield f"{names} = {given}; all_deltas({names}); [{names}]", given


# --8<-- [end:check]
