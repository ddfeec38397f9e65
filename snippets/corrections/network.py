"""Corrections 5, 6, 11, 12 and 16, on the network of the book."""

from derivlearn import loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.example import (
    HIDDEN_BIASES,
    HIDDEN_WEIGHTS,
    INPUTS,
    LAST_BIASES,
    LAST_WEIGHTS,
    TARGETS,
)
from derivlearn.numeric import numeric_gradient

# --8<-- [start:chain]
hidden_z = loops.forward(HIDDEN_WEIGHTS, HIDDEN_BIASES, INPUTS)
hidden_a = loops.activate(sigmoid, hidden_z)
z = loops.forward(LAST_WEIGHTS, LAST_BIASES, hidden_a)
a = loops.activate(sigmoid, z)

stops = 0.0
goes_on = 0.0
for j in range(3):
    to_next_z = sigmoid_derivative(hidden_z[0]) * LAST_WEIGHTS[j][0]
    to_cost = sigmoid_derivative(z[j]) * (a[j] - TARGETS[j])
    stops = stops + to_next_z
    goes_on = goes_on + to_next_z * to_cost
print(f"stops at z   {stops:9.6f}")
print(f"to the cost  {goes_on:9.6f}")
# --8<-- [end:chain]


def _cost_of(biases):
    hidden = loops.activate(sigmoid, loops.forward(HIDDEN_WEIGHTS, biases, INPUTS))
    outputs = loops.activate(sigmoid, loops.forward(LAST_WEIGHTS, LAST_BIASES, hidden))
    return squared_error(outputs, TARGETS)


_measured = numeric_gradient(_cost_of, HIDDEN_BIASES)
assert abs(_measured[0] - goes_on) < 1e-9


def _sum_of_z(biases):
    hidden = loops.activate(sigmoid, loops.forward(HIDDEN_WEIGHTS, biases, INPUTS))
    total = 0.0
    for _z in loops.forward(LAST_WEIGHTS, LAST_BIASES, hidden):
        total = total + _z
    return total


assert abs(numeric_gradient(_sum_of_z, HIDDEN_BIASES)[0] - stops) < 1e-9

# --8<-- [start:shapes]
print("last layer:", len(LAST_WEIGHTS), "outputs,", len(LAST_WEIGHTS[0]), "inputs")
print("biases before it:", len(HIDDEN_BIASES))
# --8<-- [end:shapes]

# --8<-- [start:list]
output_slopes = squared_error_derivative(a, TARGETS)
print(type(output_slopes).__name__, len(output_slopes))

bias_slope_0 = 1 * sigmoid_derivative(z[0]) * output_slopes[0]
print(f"{bias_slope_0:.6f}")
# --8<-- [end:list]

deltas = loops.last_deltas(output_slopes, z, sigmoid_derivative)
assert deltas[0] == bias_slope_0


def _cost_of_last(numbers):
    weights = [numbers[0:2], numbers[2:4], numbers[4:6]]
    outputs = loops.activate(sigmoid, loops.forward(weights, numbers[6:9], hidden_a))
    return squared_error(outputs, TARGETS)


_last = LAST_WEIGHTS[0] + LAST_WEIGHTS[1] + LAST_WEIGHTS[2] + LAST_BIASES
_last_measured = numeric_gradient(_cost_of_last, _last)
assert abs(_last_measured[6] - bias_slope_0) < 1e-9

# --8<-- [start:each]
print(squared_error_derivative([0.75], [1.0]))
print(squared_error_derivative([0.75], [0.0]))
# --8<-- [end:each]

assert (
    abs(numeric_gradient(lambda _a: squared_error(_a, [1.0]), [0.75])[0] + 0.25) < 1e-9
)

# --8<-- [start:slope-of-what]
weight_slope = bias_slope_0 * hidden_a[0]
print(f"slope of the bias * input  {weight_slope:9.6f}")
print(f"the bias itself * input    {LAST_BIASES[0] * hidden_a[0]:9.6f}")
# --8<-- [end:slope-of-what]

assert abs(_last_measured[0] - weight_slope) < 1e-9

# --8<-- [start:how-far]
found = len(LAST_BIASES) + 3 * 2 + len(HIDDEN_BIASES)
print(found, "of", found + 2 * 4)
# --8<-- [end:how-far]

assert len(LAST_WEIGHTS) * len(LAST_WEIGHTS[0]) == 3 * 2
assert len(HIDDEN_WEIGHTS) * len(HIDDEN_WEIGHTS[0]) == 2 * 4
