"""Exercise: the check has found a mistake; find it in the code."""

import random

from derivlearn import example, loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.check import gradient_check
from derivlearn.costs import squared_error, squared_error_derivative


# --8<-- [start:start]
def all_slopes(weights, biases, inputs, targets):
    zs = loops.forward(weights[0], biases[0], inputs)
    hidden = loops.activate(sigmoid, zs)
    last_zs = loops.forward(weights[1], biases[1], hidden)
    outputs = loops.activate(sigmoid, last_zs)

    slope = sigmoid_derivative
    output_slopes = squared_error_derivative(outputs, targets)
    last = loops.last_deltas(output_slopes, last_zs, slope)
    first = loops.hidden_deltas(last, weights[1], hidden, slope)
    weight_slopes = [
        loops.weight_slopes(first, inputs),
        loops.weight_slopes(last, hidden),
    ]
    return weight_slopes, [first, last]


# --8<-- [end:start]

_parameters = {
    "weights": [example.HIDDEN_WEIGHTS, example.LAST_WEIGHTS],
    "biases": [example.HIDDEN_BIASES, example.LAST_BIASES],
}


def _cost():
    _weights, _biases = _parameters["weights"], _parameters["biases"]
    _zs, _ = loops.forward_layers(_weights, _biases, example.INPUTS, sigmoid)
    return squared_error(loops.activate(sigmoid, _zs[1]), example.TARGETS)


def _report():
    _weights, _biases = all_slopes(
        *_parameters.values(), example.INPUTS, example.TARGETS
    )
    return gradient_check(_cost, _parameters, {"weights": _weights, "biases": _biases})


# What the page says of the code to start from.
for _name, _error in _report().errors.items():
    if "s[0]" in _name:
        assert 0.03 < _error < 0.05
    else:
        assert _error < 1e-8


# --8<-- [start:wrong-cost-slopes-go-on]
def all_slopes(weights, biases, inputs, targets):
    zs = loops.forward(weights[0], biases[0], inputs)
    hidden = loops.activate(sigmoid, zs)
    last_zs = loops.forward(weights[1], biases[1], hidden)
    outputs = loops.activate(sigmoid, last_zs)

    slope = sigmoid_derivative
    output_slopes = squared_error_derivative(outputs, targets)
    last = loops.last_deltas(output_slopes, last_zs, slope)
    first = loops.hidden_deltas(output_slopes, weights[1], zs, slope)
    weight_slopes = [
        loops.weight_slopes(first, inputs),
        loops.weight_slopes(last, hidden),
    ]
    return weight_slopes, [first, last]


# --8<-- [end:wrong-cost-slopes-go-on]


# --8<-- [start:wrong-both-at-the-activation]
def all_slopes(weights, biases, inputs, targets):
    zs = loops.forward(weights[0], biases[0], inputs)
    hidden = loops.activate(sigmoid, zs)
    last_zs = loops.forward(weights[1], biases[1], hidden)
    outputs = loops.activate(sigmoid, last_zs)

    slope = sigmoid_derivative
    output_slopes = squared_error_derivative(outputs, targets)
    last = loops.last_deltas(output_slopes, outputs, slope)
    first = loops.hidden_deltas(last, weights[1], hidden, slope)
    weight_slopes = [
        loops.weight_slopes(first, inputs),
        loops.weight_slopes(last, hidden),
    ]
    return weight_slopes, [first, last]


# --8<-- [end:wrong-both-at-the-activation]


# --8<-- [start:wrong-weights-times-pre-activations]
def all_slopes(weights, biases, inputs, targets):
    zs = loops.forward(weights[0], biases[0], inputs)
    hidden = loops.activate(sigmoid, zs)
    last_zs = loops.forward(weights[1], biases[1], hidden)
    outputs = loops.activate(sigmoid, last_zs)

    slope = sigmoid_derivative
    output_slopes = squared_error_derivative(outputs, targets)
    last = loops.last_deltas(output_slopes, last_zs, slope)
    first = loops.hidden_deltas(last, weights[1], zs, slope)
    weight_slopes = [
        loops.weight_slopes(first, inputs),
        loops.weight_slopes(last, zs),
    ]
    return weight_slopes, [first, last]


# --8<-- [end:wrong-weights-times-pre-activations]


# --8<-- [start:wrong-no-slope-of-the-activation]
def all_slopes(weights, biases, inputs, targets):
    zs = loops.forward(weights[0], biases[0], inputs)
    hidden = loops.activate(sigmoid, zs)
    last_zs = loops.forward(weights[1], biases[1], hidden)
    outputs = loops.activate(sigmoid, last_zs)

    output_slopes = squared_error_derivative(outputs, targets)
    last = loops.last_deltas(output_slopes, last_zs, sigmoid_derivative)
    first = loops.hidden_deltas(last, weights[1], zs, lambda _: 1.0)
    weight_slopes = [
        loops.weight_slopes(first, inputs),
        loops.weight_slopes(last, hidden),
    ]
    return weight_slopes, [first, last]


# --8<-- [end:wrong-no-slope-of-the-activation]


# --8<-- [start:wrong-all-rows-in-layer-0]
def all_slopes(weights, biases, inputs, targets):
    zs = loops.forward(weights[0], biases[0], inputs)
    hidden = loops.activate(sigmoid, zs)
    last_zs = loops.forward(weights[1], biases[1], hidden)
    outputs = loops.activate(sigmoid, last_zs)

    slope = sigmoid_derivative
    output_slopes = squared_error_derivative(outputs, targets)
    last = loops.last_deltas(output_slopes, last_zs, slope)
    first = loops.hidden_deltas(last, weights[1], zs, slope)
    rows = loops.weight_slopes(first, inputs) + loops.weight_slopes(last, hidden)
    weight_slopes = [rows, []]
    return weight_slopes, [first, last]


# --8<-- [end:wrong-all-rows-in-layer-0]


# --8<-- [start:answer]
def all_slopes(weights, biases, inputs, targets):
    zs = loops.forward(weights[0], biases[0], inputs)
    hidden = loops.activate(sigmoid, zs)
    last_zs = loops.forward(weights[1], biases[1], hidden)
    outputs = loops.activate(sigmoid, last_zs)

    slope = sigmoid_derivative
    output_slopes = squared_error_derivative(outputs, targets)
    last = loops.last_deltas(output_slopes, last_zs, slope)
    first = loops.hidden_deltas(last, weights[1], zs, slope)
    weight_slopes = [
        loops.weight_slopes(first, inputs),
        loops.weight_slopes(last, hidden),
    ]
    return weight_slopes, [first, last]


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    dice = random.Random(2)

    def some(count):
        return [round(dice.uniform(-1, 1), 1) for _ in range(count)]

    for m, h, n in ((4, 2, 3), (2, 3, 1), (3, 4, 2)):
        weights = [[some(m) for _ in range(h)], [some(h) for _ in range(n)]]
        biases = [some(h), some(n)]
        inputs = some(m)
        targets = [1.0] + [0.0] * (n - 1)

        def cost(weights=weights, biases=biases, inputs=inputs, targets=targets):
            zs, _ = loops.forward_layers(weights, biases, inputs, sigmoid)
            return squared_error(loops.activate(sigmoid, zs[1]), targets)

        # Only measured here: what is handed over as slopes is laid out alike.
        numbers = {"weights": weights, "biases": biases}
        report = gradient_check(cost, numbers, numbers)
        measured = iter([round(one.measured, 6) for one in report.comparisons])
        expected = (
            [[[next(measured) for _ in row] for row in rows] for rows in weights],
            [[next(measured) for _ in row] for row in biases],
        )
        yield f"all_slopes({weights}, {biases}, {inputs}, {targets})", expected, 2e-6

    names = "weights, biases, inputs, targets"
    given = [weights, biases, inputs, targets]
    yield f"{names} = {given}; all_slopes({names}); [{names}]", given


# --8<-- [end:check]

assert _report().passed(1e-8)
