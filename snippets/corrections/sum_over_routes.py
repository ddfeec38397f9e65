"""Correction 4: the slopes of all routes of one value add up; Mazur's example."""

from derivlearn import loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.numeric import numeric_gradient

# --8<-- [start:routes]
next_deltas = [0.138498562, -0.038098237]
weights_from_0 = [0.40, 0.50]

slope = 0.0
for j in range(2):
    route = next_deltas[j] * weights_from_0[j]
    slope = slope + route
    print(f"{route:12.9f}")
print(f"{slope:12.9f}")
# --8<-- [end:routes]

# The whole network: the slopes above are what it gives, and the sum is measured.
_weights = [[0.40, 0.45], [0.50, 0.55]]
_targets = [0.01, 0.99]
_hidden = loops.activate(
    sigmoid, loops.forward([[0.15, 0.20], [0.25, 0.30]], [0.35, 0.35], [0.05, 0.10])
)


def _cost_of(hidden):
    outputs = loops.activate(sigmoid, loops.forward(_weights, [0.60, 0.60], hidden))
    return squared_error(outputs, _targets)


_z = loops.forward(_weights, [0.60, 0.60], _hidden)
_slopes = loops.last_deltas(
    squared_error_derivative(loops.activate(sigmoid, _z), _targets),
    _z,
    sigmoid_derivative,
)
for _j in range(2):
    assert abs(_slopes[_j] - next_deltas[_j]) < 1e-9
assert abs(numeric_gradient(_cost_of, _hidden)[0] - slope) < 1e-8
assert f"{slope:.9f}" == "0.036350306"
