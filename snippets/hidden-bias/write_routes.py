"""Exercise: the slopes of the activations, summed over the routes."""

from derivlearn import loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.numeric import numeric_gradient


# --8<-- [start:start]
def activation_slopes(next_deltas, next_weights):
    slopes = []
    for i in range(len(next_weights[0])):
        slopes.append(next_deltas[0] * next_weights[0][i])
    return slopes


# --8<-- [end:start]


# --8<-- [start:wrong-last-route]
def activation_slopes(next_deltas, next_weights):
    slopes = []
    for i in range(len(next_weights[0])):
        for j in range(len(next_deltas)):
            total = next_deltas[j] * next_weights[j][i]
        slopes.append(total)
    return slopes


# --8<-- [end:wrong-last-route]


# --8<-- [start:wrong-never-from-0]
def activation_slopes(next_deltas, next_weights):
    slopes = []
    total = 0.0
    for i in range(len(next_weights[0])):
        for j in range(len(next_deltas)):
            total = total + next_deltas[j] * next_weights[j][i]
        slopes.append(total)
    return slopes


# --8<-- [end:wrong-never-from-0]


# --8<-- [start:wrong-weights-alone]
def activation_slopes(next_deltas, next_weights):
    slopes = []
    for i in range(len(next_weights[0])):
        total = 0.0
        for j in range(len(next_deltas)):
            total = total + next_weights[j][i]
        slopes.append(total)
    return slopes


# --8<-- [end:wrong-weights-alone]


# --8<-- [start:wrong-product]
def activation_slopes(next_deltas, next_weights):
    slopes = []
    for i in range(len(next_weights[0])):
        total = 1.0
        for j in range(len(next_deltas)):
            total = total * next_deltas[j] * next_weights[j][i]
        slopes.append(total)
    return slopes


# --8<-- [end:wrong-product]


# --8<-- [start:answer]
def activation_slopes(next_deltas, next_weights):
    slopes = []
    for i in range(len(next_weights[0])):
        total = 0.0
        for j in range(len(next_deltas)):
            total = total + next_deltas[j] * next_weights[j][i]
        slopes.append(total)
    return slopes


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for weights, activations, targets in (
        ([[0.6, -0.4], [0.3, 0.8], [-0.5, 0.2]], [0.5, 0.6], [1.0, 0.0, 0.0]),
        ([[0.4, -0.9, 0.1], [0.7, 0.2, -0.3]], [0.2, 0.9, 0.4], [0.0, 1.0]),
        ([[2.0], [-1.0], [0.5], [1.5]], [0.3], [1.0, 0.0, 1.0, 0.0]),
        ([[1.5, -0.5, 2.0]], [0.3, 0.8, -0.1], [1.0]),
    ):
        biases = [0.1] * len(weights)

        def cost(a, weights=weights, biases=biases, targets=targets):
            outputs = loops.activate(sigmoid, loops.forward(weights, biases, a))
            return squared_error(outputs, targets)

        zs = loops.forward(weights, biases, activations)
        output_slopes = squared_error_derivative(loops.activate(sigmoid, zs), targets)
        deltas = loops.last_deltas(output_slopes, zs, sigmoid_derivative)
        deltas = [round(delta, 6) for delta in deltas]
        measured = [round(slope, 6) for slope in numeric_gradient(cost, activations)]
        yield f"activation_slopes({deltas}, {weights})", measured, 1e-5

    given = [[0.5, 0.25], [[2.0, -1.0], [3.0, 1.5]]]
    call = "activation_slopes(deltas, weights); [deltas, weights]"
    yield f"deltas, weights = {given}; {call}", given


# --8<-- [end:check]
