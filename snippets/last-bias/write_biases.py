"""Exercise: the slopes of the biases of the last layer."""

from derivlearn import loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error
from derivlearn.numeric import central_difference, numeric_gradient


# --8<-- [start:start]
def bias_slopes(zs, targets):
    slopes = []
    for j in range(len(zs)):
        a = sigmoid(zs[j])
        slopes.append(a - targets[j])
    return slopes


# --8<-- [end:start]


# --8<-- [start:wrong-slope-at-the-activation]
def bias_slopes(zs, targets):
    slopes = []
    for j in range(len(zs)):
        a = sigmoid(zs[j])
        slopes.append(sigmoid_derivative(a) * (a - targets[j]))
    return slopes


# --8<-- [end:wrong-slope-at-the-activation]


# --8<-- [start:wrong-without-activation]
def bias_slopes(zs, targets):
    slopes = []
    for j in range(len(zs)):
        slope = sigmoid_derivative(zs[j])
        slopes.append(slope * (zs[j] - targets[j]))
    return slopes


# --8<-- [end:wrong-without-activation]


# --8<-- [start:wrong-turned-round]
def bias_slopes(zs, targets):
    slopes = []
    for j in range(len(zs)):
        a = sigmoid(zs[j])
        slopes.append(a * (1 - a) * (targets[j] - a))
    return slopes


# --8<-- [end:wrong-turned-round]


# --8<-- [start:wrong-added-up]
def bias_slopes(zs, targets):
    total = 0.0
    for j in range(len(zs)):
        a = sigmoid(zs[j])
        total = total + a * (1 - a) * (a - targets[j])
    return [total] * len(zs)


# --8<-- [end:wrong-added-up]


# --8<-- [start:wrong-activation-again]
def bias_slopes(zs, targets):
    slopes = []
    for j in range(len(zs)):
        a = sigmoid(zs[j])
        slopes.append(a * (a - targets[j]))
    return slopes


# --8<-- [end:wrong-activation-again]


# --8<-- [start:answer]
def bias_slopes(zs, targets):
    slopes = []
    for j in range(len(zs)):
        a = sigmoid(zs[j])
        slope = sigmoid_derivative(zs[j])
        slopes.append(slope * (a - targets[j]))
    return slopes


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for zs, targets in (
        ([1.1, 1.2], [0.01, 0.99]),
        ([-2.0], [1.0]),
        ([0.0, 3.0, -0.5], [1.0, 0.0, 0.5]),
    ):

        def cost_of(nudges, zs=zs, targets=targets):
            moved = [z + nudge for z, nudge in zip(zs, nudges, strict=True)]
            return squared_error(loops.activate(sigmoid, moved), targets)

        nudges = [0.0] * len(zs)
        measured = [round(slope, 6) for slope in numeric_gradient(cost_of, nudges)]
        yield f"bias_slopes({zs}, {targets})", measured, 1e-5
    given = [[1.0, -2.0], [0.0, 1.0]]
    yield f"z, y = {given}; bias_slopes(z, y); [z, y]", given


# --8<-- [end:check]

# --8<-- [start:mazur]
hidden = loops.activate(
    sigmoid,
    loops.forward([[0.15, 0.20], [0.25, 0.30]], [0.35, 0.35], [0.05, 0.10]),
)
weights = [[0.40, 0.45], [0.50, 0.55]]
biases = [0.60, 0.60]
targets = [0.01, 0.99]

zs = loops.forward(weights, biases, hidden)
outputs = loops.activate(sigmoid, zs)
slopes = bias_slopes(zs, targets)
for j in range(2):
    print(f"a{j} = {outputs[j]:.9f}  slope = {slopes[j]:.9f}")
# --8<-- [end:mazur]


def cost_of(bias):
    zs = loops.forward(weights, [bias, biases[1]], hidden)
    return squared_error(loops.activate(sigmoid, zs), targets)


assert f"{central_difference(cost_of, 0.60):.8f}" == "0.13849856"
assert f"{slopes[0]:.9f}" == "0.138498562"
assert f"{outputs[0]:.9f}" == "0.751365070"
assert f"{outputs[1]:.9f}" == "0.772928465"
