"""Ten layers with the same loop; what becomes of the slopes on the long way back."""

import random

from derivlearn import loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.check import gradient_check
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.numeric import central_difference

# --8<-- [start:network]
sizes = [3, 4, 2, 5, 3, 6, 4, 5, 2, 4, 5]
dice = random.Random(1)
weights = []
biases = []
for layer in range(10):
    rows = []
    for j in range(sizes[layer + 1]):
        leading_here = []
        for i in range(sizes[layer]):
            leading_here.append(dice.uniform(-1, 1))
        rows.append(leading_here)
    weights.append(rows)
    biases.append([0.0] * sizes[layer + 1])

inputs = [1.0, -0.5, 2.0]
targets = [0.0, 0.0, 0.0, 1.0, 0.0]
# --8<-- [end:network]

# --8<-- [start:largest]
zs, layer_inputs = loops.forward_layers(
    weights,
    biases,
    inputs,
    sigmoid,
)
outputs = loops.activate(sigmoid, zs[9])
output_slopes = squared_error_derivative(outputs, targets)
last_deltas = loops.last_deltas(
    output_slopes,
    zs[9],
    sigmoid_derivative,
)
weight_slopes, bias_slopes = loops.backward_layers(
    last_deltas,
    weights,
    zs,
    layer_inputs,
    sigmoid_derivative,
)
for layer in range(9, -1, -1):
    largest = 0.0
    for slope in bias_slopes[layer]:
        largest = max(largest, abs(slope))
    print(f"layer {layer}: {largest:.7f}")
# --8<-- [end:largest]

assert 600_000 < 0.1477063 / largest < 900_000
for _layer in range(9):
    _here = max(abs(slope) for slope in bias_slopes[_layer])
    _behind = max(abs(slope) for slope in bias_slopes[_layer + 1])
    assert _here < _behind / 2


# --8<-- [start:measure]
def cost():
    zs, _ = loops.forward_layers(weights, biases, inputs, sigmoid)
    outputs = loops.activate(sigmoid, zs[9])
    return squared_error(outputs, targets)


def cost_of_first_bias(value):
    kept = biases[0][0]
    biases[0][0] = value
    result = cost()
    biases[0][0] = kept
    return result


print(f"{bias_slopes[0][0]:.9f}")
print(f"{central_difference(cost_of_first_bias, 0.0):.9f}")
# --8<-- [end:measure]

assert abs(central_difference(cost_of_first_bias, 0.0) - bias_slopes[0][0]) < 1e-10

_report = gradient_check(
    cost,
    {"weights": weights, "biases": biases},
    {"weights": weight_slopes, "biases": bias_slopes},
)
assert _report.passed(), str(_report)


# --8<-- [start:wrong-no-bends]
# The way back without the slopes of the activation.
def largest_in_layer_0(derivative):
    _, slopes = loops.backward_layers(
        last_deltas, weights, zs, layer_inputs, derivative
    )
    print(f"layer 0: {max(abs(slope) for slope in slopes[0]):.7f}")


largest_in_layer_0(lambda _: 1.0)
# --8<-- [end:wrong-no-bends]

# --8<-- [start:wrong-halved-each-time]
largest = max(abs(delta) for delta in last_deltas)
for _ in range(9):
    largest = largest / 2
print(f"layer 0: {largest:.7f}")
# --8<-- [end:wrong-halved-each-time]
