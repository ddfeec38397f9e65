"""Exercise: the bias slopes of every layer, from the last one to the first."""

import random

from derivlearn import loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.numeric import central_difference


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
        return [dice.uniform(-2, 2) for _ in range(count)]

    def outputs_of(weights, biases, inputs):
        zs, _ = loops.forward_layers(weights, biases, inputs, sigmoid)
        return zs, loops.activate(sigmoid, zs[-1])

    def measured(weights, biases, inputs, targets):
        found = []
        for numbers in biases:
            row = []
            for j in range(len(numbers)):
                kept = numbers[j]

                def cost(value, numbers=numbers, j=j):
                    numbers[j] = value
                    return squared_error(
                        outputs_of(weights, biases, inputs)[1], targets
                    )

                row.append(round(central_difference(cost, kept), 6))
                numbers[j] = kept
            found.append(row)
        return found

    for sizes in ([3, 4, 2, 5], [2, 3, 2], [4, 3], [2, 3, 5, 2, 4]):
        weights = []
        biases = []
        for layer in range(len(sizes) - 1):
            weights.append([some(sizes[layer]) for _ in range(sizes[layer + 1])])
            biases.append(some(sizes[layer + 1]))
        inputs = some(sizes[0])
        targets = [0.0] * sizes[-1]
        zs, outputs = outputs_of(weights, biases, inputs)
        output_slopes = squared_error_derivative(outputs, targets)
        last = loops.last_deltas(output_slopes, zs[-1], sigmoid_derivative)
        expected = measured(weights, biases, inputs, targets)
        got = all_deltas(last, weights, zs)
        name = "-".join(str(size) for size in sizes)
        yield f"all_deltas(…)  # {name}", got, expected, 2e-6


# --8<-- [end:check]

for call, got, expected, *_ in check():
    assert [len(row) for row in got] == [len(row) for row in expected], call
    for row, expected_row in zip(got, expected, strict=True):
        for g, e in zip(row, expected_row, strict=True):
            assert abs(g - e) < 1e-6, call
