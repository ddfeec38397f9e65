"""A recipe that lowers the cost and is wrong; the gradient check that tells."""

import math
from copy import deepcopy

from derivlearn import example, loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.check import gradient_check
from derivlearn.costs import binary_cross_entropy, squared_error
from derivlearn.numeric import numeric_gradient

# --8<-- [start:network]
inputs = example.INPUTS
targets = example.TARGETS
weights = deepcopy([example.HIDDEN_WEIGHTS, example.LAST_WEIGHTS])
biases = deepcopy([example.HIDDEN_BIASES, example.LAST_BIASES])


def forward():
    zs, layer_inputs = loops.forward_layers(
        weights,
        biases,
        inputs,
        sigmoid,
    )
    return zs, layer_inputs, loops.activate(sigmoid, zs[1])


def cost():
    outputs = forward()[2]
    return binary_cross_entropy(outputs, targets)


print(f"{cost():.6f}")
# --8<-- [end:network]


# --8<-- [start:recipe]
def recipe_slopes():
    zs, layer_inputs, outputs = forward()
    output_slopes = []
    for j in range(3):
        output_slopes.append(outputs[j] - targets[j])
    last_deltas = loops.last_deltas(
        output_slopes,
        zs[1],
        sigmoid_derivative,
    )
    return loops.backward_layers(
        last_deltas,
        weights,
        zs,
        layer_inputs,
        sigmoid_derivative,
    )


# --8<-- [end:recipe]


# --8<-- [start:falls]
def move(numbers, slopes):
    for k in range(len(numbers)):
        numbers[k] = numbers[k] - 0.5 * slopes[k]


for step in range(101):
    if step in (0, 1, 10, 100):
        a = forward()[2]
        print(f"{step:3}  cost {cost():.6f}", end="  ")
        print(f"a {a[0]:.2f} {a[1]:.2f} {a[2]:.2f}")
    weight_slopes, bias_slopes = recipe_slopes()
    for layer in range(2):
        move(biases[layer], bias_slopes[layer])
        for j in range(len(weights[layer])):
            move(weights[layer][j], weight_slopes[layer][j])
# --8<-- [end:falls]

# --8<-- [start:three]
weights = deepcopy([example.HIDDEN_WEIGHTS, example.LAST_WEIGHTS])
biases = deepcopy([example.HIDDEN_BIASES, example.LAST_BIASES])
weight_slopes, bias_slopes = recipe_slopes()


def cost_of_last_biases(numbers):
    _, layer_inputs, _ = forward()
    zs = loops.forward(weights[1], numbers, layer_inputs[1])
    return binary_cross_entropy(loops.activate(sigmoid, zs), targets)


measured = numeric_gradient(cost_of_last_biases, biases[1])
for j in range(3):
    print(f"{measured[j]:9.6f} {bias_slopes[1][j]:9.6f}")
# --8<-- [end:three]


# --8<-- [start:relative]
def relative_error(measured, computed):
    gap = abs(measured - computed)
    return gap / max(abs(measured), abs(computed))


for m, c in (
    (0.0000013, 0.0000014),
    (1234.5678, 1234.5679),
    (0.5822520, 0.1416240),
):
    print(f"{abs(m - c):.7f} {relative_error(m, c):.0e}")
# --8<-- [end:relative]


# --8<-- [start:right]
def right_slopes():
    zs, layer_inputs, outputs = forward()
    last_deltas = []
    for j in range(3):
        last_deltas.append(outputs[j] - targets[j])
    return loops.backward_layers(
        last_deltas,
        weights,
        zs,
        layer_inputs,
        sigmoid_derivative,
    )


parameters = {"weights": weights, "biases": biases}
weight_slopes, bias_slopes = right_slopes()
right = {"weights": weight_slopes, "biases": bias_slopes}

report = gradient_check(cost, parameters, right)
print(len(report.comparisons))
print(report.passed())
# --8<-- [end:right]

assert report.passed(1e-8)

# --8<-- [start:wrong]
weight_slopes, bias_slopes = recipe_slopes()
wrong = {"weights": weight_slopes, "biases": bias_slopes}

report = gradient_check(cost, parameters, wrong)
print(report.passed())

least = 1.0
for comparison in report.comparisons:
    least = min(least, comparison.error)
print(f"{least:.2f} to {report.worst.error:.2f}")
# --8<-- [end:wrong]

# --8<-- [start:tolerance]
for dx in (1e-1, 1e-2, 1e-3, 1e-5, 1e-9, 1e-11):
    good = gradient_check(cost, parameters, right, dx=dx)
    bad = gradient_check(cost, parameters, wrong, dx=dx)
    print(f"{dx:.0e}  {good.passed()!s:5}", end="  ")
    print(f"{bad.worst.error:.2f}")
# --8<-- [end:tolerance]

for _dx, _low, _high in (
    (1e-1, 3e-3, 4e-3),
    (1e-2, 3e-5, 4e-5),
    (1e-3, 3e-7, 4e-7),
    (1e-5, 0, 1e-8),
    (1e-9, 5e-7, 1e-4),
    (1e-11, 1e-5, 1e-2),
):
    assert _low <= gradient_check(cost, parameters, right, dx=_dx).worst.error < _high

# --8<-- [start:worst]
report = gradient_check(
    cost,
    {"biases": biases},
    {"biases": bias_slopes},
)
worst = report.worst
print(worst.name)
print(f"measured {worst.measured:.6f}")
print(f"computed {worst.computed:.6f}")
print(f"error {worst.error:.2f}")
# --8<-- [end:worst]

# --8<-- [start:ratio]
a = [0.7, 0.2, 0.6]
zs = []
computed = []
for j in range(3):
    zs.append(math.log(a[j] / (1 - a[j])))
    slope = (a[j] - targets[j]) * sigmoid_derivative(zs[j])
    computed.append(slope)


def cost_of_zs():
    outputs = loops.activate(sigmoid, zs)
    return binary_cross_entropy(outputs, targets)


report = gradient_check(cost_of_zs, {"z": zs}, {"z": computed})
for j in range(3):
    c = report.comparisons[j]
    print(f"{c.measured:6.3f} {c.computed:6.3f}", end="  ")
    print(f"{c.computed / c.measured:.2f}", end=" ")
    print(f"{sigmoid_derivative(zs[j]):.2f}")
# --8<-- [end:ratio]


# --8<-- [start:squared]
def squared_cost():
    return squared_error(forward()[2], targets)


report = gradient_check(squared_cost, parameters, wrong)
print(report.passed())
# --8<-- [end:squared]

assert report.passed(1e-8)
