"""Which slopes fail says where the mistake is."""

import random

from derivlearn import example, loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.check import gradient_check
from derivlearn.costs import binary_cross_entropy


# --8<-- [start:bug]
def hidden_deltas(next_deltas, next_weights, zs):
    slopes = []
    for i in range(len(zs)):
        total = 0.0
        for j in range(len(zs)):
            route = next_deltas[j] * next_weights[j][i]
            total = total + route
        slopes.append(total * sigmoid_derivative(zs[i]))
    return slopes


# --8<-- [end:bug]


# --8<-- [start:report]
def report_of(weights, biases, inputs, targets):
    def forward():
        zs, layer_inputs = loops.forward_layers(
            weights,
            biases,
            inputs,
            sigmoid,
        )
        return zs, layer_inputs, loops.activate(sigmoid, zs[1])

    def cost():
        return binary_cross_entropy(forward()[2], targets)

    zs, layer_inputs, outputs = forward()
    last = []
    for j in range(len(outputs)):
        last.append(outputs[j] - targets[j])
    before = hidden_deltas(last, weights[1], zs[0])
    weight_slopes = [
        loops.weight_slopes(before, layer_inputs[0]),
        loops.weight_slopes(last, layer_inputs[1]),
    ]
    return gradient_check(
        cost,
        {"weights": weights, "biases": biases},
        {"weights": weight_slopes, "biases": [before, last]},
    )


report = report_of(
    [example.HIDDEN_WEIGHTS, example.LAST_WEIGHTS],
    [example.HIDDEN_BIASES, example.LAST_BIASES],
    example.INPUTS,
    example.TARGETS,
)
print(report.passed())
# --8<-- [end:report]

# --8<-- [start:where]
for name in ("weights[0]", "biases[0]", "weights[1]", "biases[1]"):
    failed = 0
    total = 0
    for comparison in report.comparisons:
        if comparison.name.startswith(name):
            total = total + 1
            if comparison.error > 1e-7:
                failed = failed + 1
    print(f"{name:10}  {failed} of {total} failed")
# --8<-- [end:where]

for _name, _error in report.errors.items():
    assert (_error > 0.1) == ("s[0]" in _name)
    assert (_error < 1e-8) == ("s[1]" in _name)


# --8<-- [start:exercise-square]
def checked(sizes):
    dice = random.Random(1)
    weights = []
    biases = []
    for layer in range(2):
        rows = []
        for j in range(sizes[layer + 1]):
            row = []
            for i in range(sizes[layer]):
                row.append(dice.uniform(-1, 1))
            rows.append(row)
        weights.append(rows)
        biases.append([0.1] * sizes[layer + 1])
    inputs = [0.5] * sizes[0]
    targets = [1.0] * sizes[2]
    try:
        report = report_of(weights, biases, inputs, targets)
    except IndexError:
        return "IndexError"
    return report.passed()


for sizes in ([4, 2, 3], [3, 3, 3], [4, 3, 2]):
    print(sizes, checked(sizes))
# --8<-- [end:exercise-square]

assert not checked([4, 2, 3])
assert checked([3, 3, 3])
assert checked([4, 3, 2]) == "IndexError"
