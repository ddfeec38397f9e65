"""Exercise: the slopes of the hidden weights, from the next layer's bias slopes on."""

from derivlearn import loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.numeric import numeric_gradient


# --8<-- [start:start]
def hidden_weight_slopes(next_deltas, next_weights, zs, inputs):
    rows = []
    for i in range(len(zs)):
        total = 0.0
        for j in range(len(next_deltas)):
            total = total + next_deltas[j] * next_weights[j][i]
        bias_slope = total * sigmoid_derivative(total)
        row = []
        for x in inputs:
            row.append(bias_slope * x)
        rows.append(row)
    return rows


# --8<-- [end:start]


# --8<-- [start:wrong-no-slope-of-the-activation]
def hidden_weight_slopes(next_deltas, next_weights, zs, inputs):
    rows = []
    for i in range(len(zs)):
        total = 0.0
        for j in range(len(next_deltas)):
            total = total + next_deltas[j] * next_weights[j][i]
        bias_slope = total
        row = []
        for x in inputs:
            row.append(bias_slope * x)
        rows.append(row)
    return rows


# --8<-- [end:wrong-no-slope-of-the-activation]


# --8<-- [start:wrong-slope-at-the-next-layer]
def hidden_weight_slopes(next_deltas, next_weights, zs, inputs):
    rows = []
    for i in range(len(zs)):
        total = 0.0
        for j in range(len(next_deltas)):
            total = total + next_deltas[j] * next_weights[j][i]
        bias_slope = total * sigmoid_derivative(next_deltas[0])
        row = []
        for x in inputs:
            row.append(bias_slope * x)
        rows.append(row)
    return rows


# --8<-- [end:wrong-slope-at-the-next-layer]


# --8<-- [start:wrong-way-round]
def hidden_weight_slopes(next_deltas, next_weights, zs, inputs):
    rows = []
    for x in inputs:
        row = []
        for i in range(len(zs)):
            total = 0.0
            for j in range(len(next_deltas)):
                total = total + next_deltas[j] * next_weights[j][i]
            row.append(total * sigmoid_derivative(zs[i]) * x)
        rows.append(row)
    return rows


# --8<-- [end:wrong-way-round]


# --8<-- [start:wrong-one-route]
def hidden_weight_slopes(next_deltas, next_weights, zs, inputs):
    rows = []
    for i in range(len(zs)):
        route = next_deltas[0] * next_weights[0][i]
        row = []
        for x in inputs:
            row.append(route * sigmoid_derivative(zs[i]) * x)
        rows.append(row)
    return rows


# --8<-- [end:wrong-one-route]


# --8<-- [start:answer]
def hidden_weight_slopes(next_deltas, next_weights, zs, inputs):
    rows = []
    for i in range(len(zs)):
        total = 0.0
        for j in range(len(next_deltas)):
            total = total + next_deltas[j] * next_weights[j][i]
        bias_slope = total * sigmoid_derivative(zs[i])
        row = []
        for x in inputs:
            row.append(bias_slope * x)
        rows.append(row)
    return rows


# --8<-- [end:answer]


# --8<-- [start:check]
def passed_through(weights, next_weights, inputs):
    zs = loops.forward(weights, [0.1] * len(weights), inputs)
    hidden = loops.activate(sigmoid, zs)
    next_zs = loops.forward(next_weights, [-0.2] * len(next_weights), hidden)
    return zs, next_zs, loops.activate(sigmoid, next_zs)


def measured(weights, next_weights, inputs, targets):
    m = len(inputs)

    def rows_of(numbers):
        return [numbers[start : start + m] for start in range(0, len(numbers), m)]

    def cost(numbers):
        *_, outputs = passed_through(rows_of(numbers), next_weights, inputs)
        return squared_error(outputs, targets)

    slopes = numeric_gradient(cost, [w for row in weights for w in row])
    return rows_of([round(slope, 6) for slope in slopes])


def check():
    for weights, next_weights, inputs, targets in (
        (
            [[0.1, 0.2, -0.1, 0.4], [-0.3, 0.1, 0.4, 0.5]],
            [[0.6, -0.4], [0.3, 0.8], [-0.5, 0.2]],
            [0.5, -1.0, 2.0, 0.25],
            [1.0, 0.0, 0.0],
        ),
        (
            [[0.7, -0.2], [0.1, 0.9], [-1.0, 0.3]],
            [[0.4, -0.9, 0.1], [0.7, 0.2, -0.3]],
            [1.0, -0.5],
            [0.0, 1.0],
        ),
        ([[2.0, 0.5, -1.0]], [[-1.5], [1.0]], [0.3, 0.0, 0.6], [1.0, 0.0]),
    ):
        zs, next_zs, outputs = passed_through(weights, next_weights, inputs)
        output_slopes = squared_error_derivative(outputs, targets)
        deltas = loops.last_deltas(output_slopes, next_zs, sigmoid_derivative)
        deltas = [round(delta, 6) for delta in deltas]
        zs = [round(z, 6) for z in zs]
        expected = measured(weights, next_weights, inputs, targets)
        call = f"hidden_weight_slopes({deltas}, {next_weights}, {zs}, {inputs})"
        yield call, expected, 1e-5

    names = "deltas, weights, zs, inputs"
    given = [deltas, next_weights, zs, inputs]
    yield f"{names} = {given}; hidden_weight_slopes({names}); [{names}]", given


# --8<-- [end:check]
