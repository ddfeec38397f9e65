"""Exercise: the step of the last layer, and the slopes of the layer before it."""

from derivlearn import loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.numeric import numeric_gradient

# --8<-- [start:mazur]
inputs = [0.05, 0.10]
targets = [0.01, 0.99]
hidden_weights = [[0.15, 0.20], [0.25, 0.30]]
hidden_biases = [0.35, 0.35]
next_weights = [[0.40, 0.45], [0.50, 0.55]]
next_biases = [0.60, 0.60]

hidden_z = loops.forward(hidden_weights, hidden_biases, inputs)
hidden = loops.activate(sigmoid, hidden_z)
next_z = loops.forward(next_weights, next_biases, hidden)
outputs = loops.activate(sigmoid, next_z)
next_deltas = loops.last_deltas(
    squared_error_derivative(outputs, targets), next_z, sigmoid_derivative
)

for j in range(2):
    print(f"next b{j}: {next_deltas[j]:.9f}")

hidden_deltas = []
for i in range(2):
    total = 0.0
    for j in range(2):
        total = total + next_deltas[j] * next_weights[j][i]
    hidden_deltas.append(total * sigmoid_derivative(hidden_z[i]))
    print(f"a{i}: {total:.9f}  b{i}: {hidden_deltas[i]:.9f}")
# --8<-- [end:mazur]


def cost_of_biases(changed):
    hidden = loops.activate(sigmoid, loops.forward(hidden_weights, changed, inputs))
    z = loops.forward(next_weights, next_biases, hidden)
    return squared_error(loops.activate(sigmoid, z), targets)


def cost_of_hidden(changed):
    z = loops.forward(next_weights, next_biases, changed)
    return squared_error(loops.activate(sigmoid, z), targets)


measured = numeric_gradient(cost_of_biases, hidden_biases)
for i in range(2):
    assert abs(hidden_deltas[i] - measured[i]) < 1e-9
assert f"{numeric_gradient(cost_of_hidden, hidden)[0]:.7f}" == "0.0363503"
assert f"{hidden_deltas[0]:.9f}" == "0.008771355"
assert f"{hidden_deltas[1]:.9f}" == "0.009954255"


# --8<-- [start:start]
def stepped(weights, slopes):
    changed = []
    for j in range(len(weights)):
        row = []
        for i in range(len(weights[j])):
            w = weights[j][i]
            row.append(w - 0.5 * slopes[j][i])
        changed.append(row)
    return changed


def one_step(weights, deltas, hidden, zs):
    slopes = loops.weight_slopes(deltas, hidden)
    weights = stepped(weights, slopes)
    before = loops.hidden_deltas(
        deltas,
        weights,
        zs,
        sigmoid_derivative,
    )
    return weights, before


# --8<-- [end:start]


# --8<-- [start:wrong-not-moved]
def stepped(weights, slopes):
    changed = []
    for j in range(len(weights)):
        row = []
        for i in range(len(weights[j])):
            w = weights[j][i]
            row.append(w - 0.5 * slopes[j][i])
        changed.append(row)
    return changed


def one_step(weights, deltas, hidden, zs):
    before = loops.hidden_deltas(
        deltas,
        weights,
        zs,
        sigmoid_derivative,
    )
    return weights, before


# --8<-- [end:wrong-not-moved]


# --8<-- [start:wrong-moved-twice]
def stepped(weights, slopes):
    changed = []
    for j in range(len(weights)):
        row = []
        for i in range(len(weights[j])):
            w = weights[j][i]
            row.append(w - 0.5 * slopes[j][i])
        changed.append(row)
    return changed


def one_step(weights, deltas, hidden, zs):
    before = loops.hidden_deltas(
        deltas,
        weights,
        zs,
        sigmoid_derivative,
    )
    slopes = loops.weight_slopes(deltas, hidden)
    weights = stepped(weights, slopes)
    weights = stepped(weights, slopes)
    return weights, before


# --8<-- [end:wrong-moved-twice]


# --8<-- [start:wrong-slopes-at-activations]
def stepped(weights, slopes):
    changed = []
    for j in range(len(weights)):
        row = []
        for i in range(len(weights[j])):
            w = weights[j][i]
            row.append(w - 0.5 * slopes[j][i])
        changed.append(row)
    return changed


def one_step(weights, deltas, hidden, zs):
    before = loops.hidden_deltas(
        deltas,
        weights,
        hidden,
        sigmoid_derivative,
    )
    weights = stepped(weights, loops.weight_slopes(deltas, hidden))
    return weights, before


# --8<-- [end:wrong-slopes-at-activations]


# --8<-- [start:wrong-in-place]
def stepped(weights, slopes):
    changed = []
    for j in range(len(weights)):
        row = []
        for i in range(len(weights[j])):
            w = weights[j][i]
            row.append(w - 0.5 * slopes[j][i])
        changed.append(row)
    return changed


def one_step(weights, deltas, hidden, zs):
    before = loops.hidden_deltas(
        deltas,
        weights,
        zs,
        sigmoid_derivative,
    )
    for j in range(len(deltas)):
        for i in range(len(hidden)):
            weights[j][i] = weights[j][i] - 0.5 * deltas[j] * hidden[i]
    return weights, before


# --8<-- [end:wrong-in-place]


# --8<-- [start:answer]
def stepped(weights, slopes):
    changed = []
    for j in range(len(weights)):
        row = []
        for i in range(len(weights[j])):
            w = weights[j][i]
            row.append(w - 0.5 * slopes[j][i])
        changed.append(row)
    return changed


def one_step(weights, deltas, hidden, zs):
    slopes = loops.weight_slopes(deltas, hidden)
    before = loops.hidden_deltas(
        deltas,
        weights,
        zs,
        sigmoid_derivative,
    )
    return stepped(weights, slopes), before


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for weights, deltas, zs in (
        ([[0.4, 0.45], [0.5, 0.55]], [0.14, -0.04], [0.38, 0.39]),
        ([[0.5, -1.0, 2.0]], [0.8], [-1.5, 0.0, 2.0]),
        ([[0.6], [-0.4], [1.5]], [0.5, -0.25, 1.0], [0.75]),
    ):
        hidden = [round(sigmoid(z), 2) for z in zs]
        rows = list(zip(weights, deltas, strict=True))

        def cost_of(zs, rows=rows):
            return sum(
                delta * w * sigmoid(z)
                for row, delta in rows
                for w, z in zip(row, zs, strict=True)
            )

        moved = [
            [round(w - 0.5 * delta * a, 6) for w, a in zip(row, hidden, strict=True)]
            for row, delta in rows
        ]
        measured = [round(slope, 6) for slope in numeric_gradient(cost_of, zs)]
        call = f"one_step({weights}, {deltas}, {hidden}, {zs})"
        yield call, (moved, measured), 1e-5
    given = [[[0.4, 0.45]], [0.5], [0.6, 0.7], [0.4, 0.8]]
    yield f"w, d, a, z = {given}; one_step(w, d, a, z); [w, d, a, z]", given


# --8<-- [end:check]


# --8<-- [start:one-step]
def cost(hidden_weights, next_weights):
    hidden_z = loops.forward(hidden_weights, hidden_biases, inputs)
    hidden = loops.activate(sigmoid, hidden_z)
    next_z = loops.forward(next_weights, next_biases, hidden)
    return squared_error(loops.activate(sigmoid, next_z), targets)


new_next_weights, right = one_step(next_weights, next_deltas, hidden, hidden_z)
wrong = loops.hidden_deltas(next_deltas, new_next_weights, hidden_z, sigmoid_derivative)
print(f"cost: {cost(hidden_weights, next_weights):.9f}")
for deltas in (right, wrong):
    print(f"bias slopes: {deltas[0]:.9f} {deltas[1]:.9f}")
    new_weights = stepped(hidden_weights, loops.weight_slopes(deltas, inputs))
    print(f"new weights: {new_weights[0][0]:.9f} {new_weights[0][1]:.9f}")
    print(f"             {new_weights[1][0]:.9f} {new_weights[1][1]:.9f}")
    print(f"cost: {cost(new_weights, new_next_weights):.9f}")
# --8<-- [end:one-step]

right_weights = stepped(hidden_weights, loops.weight_slopes(right, inputs))
wrong_weights = new_weights
for i in range(2):
    assert 0.14 < 1 - wrong[i] / right[i] < 0.18
assert f"{cost(hidden_weights, next_weights):.9f}" == "0.298371109"
assert f"{cost(right_weights, new_next_weights):.9f}" == "0.291027774"
assert f"{cost(wrong_weights, new_next_weights):.9f}" == "0.291027924"
# The new weights that Mazur prints are those of the right way, all eight.
for found, printed in (
    (right_weights, [[0.149780716, 0.199561432], [0.249751144, 0.299502287]]),
    (new_next_weights, [[0.358916480, 0.408666186], [0.511301270, 0.561370121]]),
):
    for j in range(2):
        for i in range(2):
            assert abs(found[j][i] - printed[j][i]) < 5.1e-10
