"""The reader's own program, as it stands, reads handwritten digits."""

# --8<-- [start:program]
from math import exp
from random import Random

from derivlearn import data


def sigmoid(z):
    return 1 / (1 + exp(-z))


def layer(weights, biases, inputs):
    outputs = []
    for j in range(len(biases)):
        z = biases[j]
        for i in range(len(inputs)):
            z = z + weights[j][i] * inputs[i]
        outputs.append(sigmoid(z))
    return outputs


def forward(network, inputs):
    hidden = layer(network[0], network[1], inputs)
    return layer(network[2], network[3], hidden)


def update(weights, biases, deltas, inputs, rate):
    for j in range(len(deltas)):
        biases[j] = biases[j] - rate * deltas[j]
        for i in range(len(inputs)):
            weights[j][i] = weights[j][i] - rate * deltas[j] * inputs[i]


def step(network, inputs, targets, rate):
    hidden = layer(network[0], network[1], inputs)
    outputs = layer(network[2], network[3], hidden)

    last_deltas = []
    for j in range(len(outputs)):
        a = outputs[j]
        last_deltas.append((a - targets[j]) * a * (1 - a))

    hidden_deltas = []
    for i in range(len(hidden)):
        total = 0.0
        for j in range(len(outputs)):
            total = total + last_deltas[j] * network[2][j][i]
        a = hidden[i]
        hidden_deltas.append(total * a * (1 - a))

    update(network[2], network[3], last_deltas, hidden, rate)
    update(network[0], network[1], hidden_deltas, inputs, rate)


# --8<-- [end:program]

# --8<-- [start:samples]
pictures, meant = data.digits()
samples = []
for k in range(1797):
    inputs = [pixel / 16 for pixel in pictures[k]]
    targets = [0.0] * 10
    targets[meant[k]] = 1.0
    samples.append((inputs, targets))
seen = samples[:1297]
unseen = samples[1297:]
# --8<-- [end:samples]

# --8<-- [start:learn]
dice = Random(1)


def start(rows, columns):
    weights = []
    for _ in range(rows):
        weights.append([dice.uniform(-0.2, 0.2) for _ in range(columns)])
    return weights


network = [start(30, 64), [0.0] * 30, start(10, 30), [0.0] * 10]
for epoch in range(1, 4):
    dice.shuffle(seen)
    for inputs, targets in seen:
        step(network, inputs, targets, 0.5)
    right = 0
    for inputs, targets in unseen:
        outputs = forward(network, inputs)
        if outputs.index(max(outputs)) == targets.index(1.0):
            right = right + 1
    print(f"epoch {epoch}: {right} of {len(unseen)}")
# --8<-- [end:learn]

# No answer hangs on the last digits: the second largest output is well below.
for inputs, _ in unseen:
    second, first = sorted(forward(network, inputs))[-2:]
    assert second < first - 1e-5

# Wrong programs: what they print are wrong answers of the page's questions.


# --8<-- [start:wrong-no-learning]
def read_by(network, size):
    right = 0
    for inputs, targets in unseen:
        outputs = forward(network, [size * pixel for pixel in inputs])
        if outputs.index(max(outputs)) == targets.index(1.0):
            right = right + 1
    return f"{right} of {len(unseen)}"


# The first weights, before any step.
dice = Random(1)
network = [start(30, 64), [0.0] * 30, start(10, 30), [0.0] * 10]
print("epoch 0:", read_by(network, 1))
# --8<-- [end:wrong-no-learning]

# --8<-- [start:wrong-not-scaled]
# Pixels from 0 to 16, as if nobody had divided them.
for epoch in range(3):
    dice.shuffle(seen)
    for inputs, targets in seen:
        step(network, [16 * pixel for pixel in inputs], targets, 0.5)
print("epoch 3:", read_by(network, 16))
# --8<-- [end:wrong-not-scaled]
