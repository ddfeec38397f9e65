"""Slopes that lower the cost and are wrong; the gradient check that tells."""

import random
from copy import deepcopy

from derivlearn import example, loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.check import gradient_check
from derivlearn.costs import (
    binary_cross_entropy,
    squared_error,
    squared_error_derivative,
)
from derivlearn.numeric import numeric_gradient

# --8<-- [start:network]
inputs = example.INPUTS
targets = example.TARGETS
hidden_weights = deepcopy(example.HIDDEN_WEIGHTS)
hidden_biases = deepcopy(example.HIDDEN_BIASES)
last_weights = deepcopy(example.LAST_WEIGHTS)
last_biases = deepcopy(example.LAST_BIASES)


def forward():
    hidden_zs = loops.forward(hidden_weights, hidden_biases, inputs)
    hidden = loops.activate(sigmoid, hidden_zs)
    last_zs = loops.forward(last_weights, last_biases, hidden)
    outputs = loops.activate(sigmoid, last_zs)
    return hidden_zs, hidden, last_zs, outputs


def cost():
    outputs = forward()[3]
    return squared_error(outputs, targets)


print(f"{cost():.6f}")
# --8<-- [end:network]


# --8<-- [start:wrong-slopes]
def slopes_from(last_deltas):
    hidden_zs, hidden, _, _ = forward()
    hidden_deltas = loops.hidden_deltas(
        last_deltas,
        last_weights,
        hidden_zs,
        sigmoid_derivative,
    )
    return {
        "hidden_weights": loops.weight_slopes(hidden_deltas, inputs),
        "hidden_biases": hidden_deltas,
        "last_weights": loops.weight_slopes(last_deltas, hidden),
        "last_biases": last_deltas,
    }


def wrong_slopes():
    outputs = forward()[3]
    return slopes_from(squared_error_derivative(outputs, targets))


# --8<-- [end:wrong-slopes]


# --8<-- [start:falls]
def move(numbers, slopes):
    for k in range(len(numbers)):
        numbers[k] = numbers[k] - 0.5 * slopes[k]


for step in range(101):
    if step in (0, 1, 10, 100):
        a = forward()[3]
        print(f"{step:3}  cost {cost():.6f}", end="  ")
        print(f"a {a[0]:.2f} {a[1]:.2f} {a[2]:.2f}")
    slopes = wrong_slopes()
    for j in range(2):
        move(hidden_weights[j], slopes["hidden_weights"][j])
    move(hidden_biases, slopes["hidden_biases"])
    for j in range(3):
        move(last_weights[j], slopes["last_weights"][j])
    move(last_biases, slopes["last_biases"])
# --8<-- [end:falls]

# --8<-- [start:three]
hidden_weights = deepcopy(example.HIDDEN_WEIGHTS)
hidden_biases = deepcopy(example.HIDDEN_BIASES)
last_weights = deepcopy(example.LAST_WEIGHTS)
last_biases = deepcopy(example.LAST_BIASES)


def cost_of_last_biases(numbers):
    hidden = forward()[1]
    zs = loops.forward(last_weights, numbers, hidden)
    return squared_error(loops.activate(sigmoid, zs), targets)


measured = numeric_gradient(cost_of_last_biases, last_biases)
computed = wrong_slopes()["last_biases"]
for j in range(3):
    print(f"{measured[j]:9.6f} {computed[j]:9.6f}")
# --8<-- [end:three]


# --8<-- [start:relative]
def relative_error(measured, computed):
    gap = abs(measured - computed)
    return gap / max(abs(measured), abs(computed))


for m, c in (
    (0.0000013, 0.0000014),
    (1234.5678, 1234.5679),
    (0.1416240, 0.5822520),
):
    print(f"{abs(m - c):.7f} {relative_error(m, c):.0e}")
# --8<-- [end:relative]


# --8<-- [start:right]
def right_slopes():
    _, _, last_zs, outputs = forward()
    output_slopes = squared_error_derivative(outputs, targets)
    last_deltas = loops.last_deltas(
        output_slopes,
        last_zs,
        sigmoid_derivative,
    )
    return slopes_from(last_deltas)


parameters = {
    "hidden_weights": hidden_weights,
    "hidden_biases": hidden_biases,
    "last_weights": last_weights,
    "last_biases": last_biases,
}
report = gradient_check(cost, parameters, right_slopes())
print(report.passed())
print(len(report.comparisons))
# --8<-- [end:right]

assert report.passed(1e-8)

# --8<-- [start:wrong]
report = gradient_check(cost, parameters, wrong_slopes())
print(report.passed())

least = 1.0
for comparison in report.comparisons:
    least = min(least, comparison.error)
print(f"errors from {least:.2f} to {report.worst.error:.2f}")
print(report.worst.name)
# --8<-- [end:wrong]

# --8<-- [start:tiny]
numbers = [0.0]


def cube():
    return numbers[0] ** 3


report = gradient_check(cube, {"w": numbers}, {"w": [0.0]})
c = report.worst
print(f"measured {c.measured:.0e}, computed {c.computed:.0f}")
print(f"relative error {relative_error(c.measured, c.computed):.0f}")
print(report.passed())
# --8<-- [end:tiny]


# --8<-- [start:other-cost]
def other_cost():
    return binary_cross_entropy(forward()[3], targets)


report = gradient_check(other_cost, parameters, wrong_slopes())
print(report.passed())
# --8<-- [end:other-cost]

assert report.passed(1e-8)

# --8<-- [start:ratio]
last_zs = forward()[2]
report = gradient_check(
    cost,
    {"last_biases": last_biases},
    {"last_biases": wrong_slopes()["last_biases"]},
)
for j in range(3):
    c = report.comparisons[j]
    times = c.computed / c.measured
    bend = sigmoid_derivative(last_zs[j])
    print(f"{c.name}  {times:.4f} {1 / bend:.4f}")
# --8<-- [end:ratio]

for c in report.comparisons:
    assert abs(c.computed / c.measured * sigmoid_derivative(last_zs[0]) - 1) < 0.05


# --8<-- [start:dropped]
def hidden_deltas(next_deltas, next_weights, zs):
    deltas = []
    for i in range(len(zs)):
        total = 0.0
        for j in range(len(zs)):
            route = next_deltas[j] * next_weights[j][i]
            total = total + route
        deltas.append(total * sigmoid_derivative(zs[i]))
    return deltas


# --8<-- [end:dropped]


# --8<-- [start:where]
def dropped_slopes():
    hidden_zs, _, _, _ = forward()
    slopes = right_slopes()
    deltas = hidden_deltas(slopes["last_biases"], last_weights, hidden_zs)
    slopes["hidden_biases"] = deltas
    slopes["hidden_weights"] = loops.weight_slopes(deltas, inputs)
    return slopes


report = gradient_check(cost, parameters, dropped_slopes())
for name in parameters:
    failed = 0
    total = 0
    for comparison in report.comparisons:
        if comparison.name.startswith(name):
            total = total + 1
            if comparison.error > 1e-7:
                failed = failed + 1
    print(f"{name:14}  {failed} of {total} failed")
# --8<-- [end:where]

for _name, _error in report.errors.items():
    assert (0.1 < _error < 1) == _name.startswith("hidden")
    assert (_error < 1e-8) == _name.startswith("last")


# --8<-- [start:exercise-square]
def random_rows(dice, rows, columns):
    table = []
    for j in range(rows):
        row = []
        for i in range(columns):
            row.append(dice.uniform(-1, 1))
        table.append(row)
    return table


for sizes in ([4, 2, 3], [3, 3, 3], [4, 3, 2]):
    dice = random.Random(1)
    inputs = [0.5] * sizes[0]
    targets = [1.0] * sizes[2]
    hidden_weights = random_rows(dice, sizes[1], sizes[0])
    hidden_biases = [0.1] * sizes[1]
    last_weights = random_rows(dice, sizes[2], sizes[1])
    last_biases = [0.1] * sizes[2]
    parameters = {
        "hidden_weights": hidden_weights,
        "hidden_biases": hidden_biases,
        "last_weights": last_weights,
        "last_biases": last_biases,
    }
    try:
        report = gradient_check(cost, parameters, dropped_slopes())
        print(sizes, report.passed())
    except IndexError:
        print(sizes, "IndexError")
# --8<-- [end:exercise-square]

# What is offered as wrong answers, for the network of the book once more.
inputs = example.INPUTS
targets = example.TARGETS
hidden_weights = deepcopy(example.HIDDEN_WEIGHTS)
hidden_biases = deepcopy(example.HIDDEN_BIASES)
last_weights = deepcopy(example.LAST_WEIGHTS)
last_biases = deepcopy(example.LAST_BIASES)
parameters = {
    "hidden_weights": hidden_weights,
    "hidden_biases": hidden_biases,
    "last_weights": last_weights,
    "last_biases": last_biases,
}


# What the questions say: every wrong slope has the right sign; a cost and its slopes
# that are both twice as large pass.
def _doubled(slopes):
    if isinstance(slopes, dict):
        return {name: _doubled(each) for name, each in slopes.items()}
    return (
        [_doubled(each) for each in slopes] if isinstance(slopes, list) else 2 * slopes
    )


_report = gradient_check(cost, parameters, wrong_slopes())
assert all(each.measured * each.computed > 0 for each in _report.comparisons)
assert gradient_check(lambda: 2 * cost(), parameters, _doubled(right_slopes())).passed()

# --8<-- [start:wrong-multiplied-twice]
# The slope of the sigmoid once too often.
right = right_slopes()["last_biases"]
zs = forward()[2]
measured = numeric_gradient(cost_of_last_biases, last_biases)
print(f"{measured[0]:9.6f} {right[0] * sigmoid_derivative(zs[0]):9.6f}")
# --8<-- [end:wrong-multiplied-twice]

# --8<-- [start:wrong-nothing-forgotten]
# The slopes that are right.
print(f"{measured[0]:9.6f} {right[0]:9.6f}")
# --8<-- [end:wrong-nothing-forgotten]

# --8<-- [start:wrong-gap-not-divided]
print(f"{abs(1234.5678 - 1234.5679):.0e}")
# --8<-- [end:wrong-gap-not-divided]

# --8<-- [start:wrong-gap-multiplied]
print(f"{abs(1234.5678 - 1234.5679) * 1234.5679:.0e}")
# --8<-- [end:wrong-gap-multiplied]

# --8<-- [start:wrong-only-where-forgotten]
# Wrong are the slopes of the output layer's biases alone.
slopes = right_slopes()
slopes["last_biases"] = wrong_slopes()["last_biases"]
errors = gradient_check(cost, parameters, slopes).errors.values()
print(f"errors from {min(errors):.2f} to {max(errors):.2f}")
# --8<-- [end:wrong-only-where-forgotten]

# --8<-- [start:wrong-divided-by-the-smaller]
errors = []
for comparison in gradient_check(cost, parameters, wrong_slopes()).comparisons:
    gap = abs(comparison.measured - comparison.computed)
    errors.append(gap / min(abs(comparison.measured), abs(comparison.computed)))
print(f"errors from {min(errors):.2f} to {max(errors):.2f}")
# --8<-- [end:wrong-divided-by-the-smaller]

# --8<-- [start:wrong-upside-down]
# Measured by computed, instead of computed by measured.
print(f"{measured[0] / wrong_slopes()['last_biases'][0]:.4f}")
# --8<-- [end:wrong-upside-down]

# --8<-- [start:wrong-share-of-the-gap]
# The relative error instead of the ratio.
print(f"{relative_error(measured[0], wrong_slopes()['last_biases'][0]):.4f}")
# --8<-- [end:wrong-share-of-the-gap]


# --8<-- [start:wrong-weights-kept]
# The wrong deltas get into the slopes of the biases alone.
def failed_weights(slopes):
    report = gradient_check(cost, parameters, slopes)
    errors = [e for name, e in report.errors.items() if "hidden_weights" in name]
    failed = sum(error > 1e-7 for error in errors)
    print(f"hidden_weights  {failed} of {len(errors)} failed")


slopes = dropped_slopes()
slopes["hidden_weights"] = right_slopes()["hidden_weights"]
failed_weights(slopes)
# --8<-- [end:wrong-weights-kept]

# --8<-- [start:wrong-one-neuron]
# Only neuron 1 lacks a route.
slopes = dropped_slopes()
slopes["hidden_weights"][0] = right_slopes()["hidden_weights"][0]
failed_weights(slopes)
# --8<-- [end:wrong-one-neuron]
