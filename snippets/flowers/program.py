"""The reader's own network: a program that learns irises, and what becomes of it."""

import math

from derivlearn import activations, loops
from derivlearn.costs import squared_error_derivative

# isort: split
# --8<-- [start:data]
from math import exp
from random import Random

from derivlearn import data, example

flowers, names = data.irises()
print(len(flowers), flowers[0], names[0])
# --8<-- [end:data]

# --8<-- [start:split]
dice = Random(0)
order = list(range(150))
dice.shuffle(order)
seen = order[:105]
unseen = order[105:]
# --8<-- [end:split]


# --8<-- [start:standardise]
def averages_and_deviations(chosen):
    averages = []
    deviations = []
    for i in range(4):
        total = 0.0
        for k in chosen:
            total = total + flowers[k][i]
        average = total / len(chosen)
        total = 0.0
        for k in chosen:
            total = total + (flowers[k][i] - average) ** 2
        averages.append(average)
        deviations.append((total / len(chosen)) ** 0.5)
    return averages, deviations


def sample(k, averages, deviations):
    inputs = []
    for i in range(4):
        inputs.append((flowers[k][i] - averages[i]) / deviations[i])
    targets = []
    for name in ("virginica", "setosa", "versicolor"):
        if names[k] == name:
            targets.append(1.0)
        else:
            targets.append(0.0)
    return inputs, targets


averages, deviations = averages_and_deviations(seen)
samples = [sample(k, averages, deviations) for k in seen]
tests = [sample(k, averages, deviations) for k in unseen]
inputs, targets = samples[0]
for x in inputs:
    print(f"{x:.2f}")
print(targets)
# --8<-- [end:standardise]


# --8<-- [start:start]
# forward(network, inputs): the list of the three outputs


# step(network, inputs, targets, rate): changes the numbers of the network


# --8<-- [end:start]


# The wrong programs have one mistake each, and a right `forward`.


# --8<-- [start:wrong-slope-at-the-wrong-point]
def sigmoid(z):
    return 1 / (1 + exp(-z))


def sums(weights, biases, inputs):
    return [
        bias + sum(w * x for w, x in zip(row, inputs, strict=True))
        for row, bias in zip(weights, biases, strict=True)
    ]


def forward(network, inputs):
    hidden = [sigmoid(z) for z in sums(network[0], network[1], inputs)]
    return [sigmoid(z) for z in sums(network[2], network[3], hidden)]


def slope(z):
    return sigmoid(z) * (1 - sigmoid(z))


def step(network, inputs, targets, rate):
    hidden = [sigmoid(z) for z in sums(network[0], network[1], inputs)]
    outputs = [sigmoid(z) for z in sums(network[2], network[3], hidden)]
    last = [(outputs[j] - targets[j]) * slope(outputs[j]) for j in range(3)]
    back = [sum(last[j] * network[2][j][i] for j in range(3)) for i in range(2)]
    first = [back[i] * slope(hidden[i]) for i in range(2)]
    for j in range(3):
        network[3][j] -= rate * last[j]
        for i in range(2):
            network[2][j][i] -= rate * last[j] * hidden[i]
    for i in range(2):
        network[1][i] -= rate * first[i]
        for k in range(4):
            network[0][i][k] -= rate * first[i] * inputs[k]


# --8<-- [end:wrong-slope-at-the-wrong-point]


# --8<-- [start:wrong-no-biases]
def layer(weights, biases, inputs):
    outputs = []
    for j in range(len(biases)):
        z = biases[j]
        for i in range(len(inputs)):
            z += weights[j][i] * inputs[i]
        outputs.append(1 / (1 + exp(-z)))
    return outputs


def forward(network, inputs):
    hidden = layer(network[0], network[1], inputs)
    return layer(network[2], network[3], hidden)


def step(network, inputs, targets, rate):
    hidden = layer(network[0], network[1], inputs)
    outputs = layer(network[2], network[3], hidden)
    last = [(a - y) * a * (1 - a) for a, y in zip(outputs, targets, strict=True)]
    first = []
    for i in range(2):
        total = sum(last[j] * network[2][j][i] for j in range(3))
        first.append(total * hidden[i] * (1 - hidden[i]))
    for j in range(3):
        for i in range(2):
            network[2][j][i] -= rate * last[j] * hidden[i]
    for i in range(2):
        for k in range(4):
            network[0][i][k] -= rate * first[i] * inputs[k]


# --8<-- [end:wrong-no-biases]


# --8<-- [start:wrong-updated-too-early]
def layer(weights, biases, inputs):
    outputs = []
    for j in range(len(biases)):
        z = biases[j]
        for i in range(len(inputs)):
            z += weights[j][i] * inputs[i]
        outputs.append(1 / (1 + exp(-z)))
    return outputs


def forward(network, inputs):
    hidden = layer(network[0], network[1], inputs)
    return layer(network[2], network[3], hidden)


def step(network, inputs, targets, rate):
    hidden = layer(network[0], network[1], inputs)
    outputs = layer(network[2], network[3], hidden)
    last = [(a - y) * a * (1 - a) for a, y in zip(outputs, targets, strict=True)]
    for j in range(3):
        network[3][j] -= rate * last[j]
        for i in range(2):
            network[2][j][i] -= rate * last[j] * hidden[i]
    for i in range(2):
        total = sum(last[j] * network[2][j][i] for j in range(3))
        delta = total * hidden[i] * (1 - hidden[i])
        network[1][i] -= rate * delta
        for k in range(4):
            network[0][i][k] -= rate * delta * inputs[k]


# --8<-- [end:wrong-updated-too-early]


# --8<-- [start:wrong-transposed]
def layer(weights, biases, inputs):
    outputs = []
    for j in range(len(biases)):
        z = biases[j]
        for i in range(len(inputs)):
            z += weights[j][i] * inputs[i]
        outputs.append(1 / (1 + exp(-z)))
    return outputs


def forward(network, inputs):
    hidden = layer(network[0], network[1], inputs)
    return layer(network[2], network[3], hidden)


def step(network, inputs, targets, rate):
    hidden = layer(network[0], network[1], inputs)
    outputs = layer(network[2], network[3], hidden)
    last = [(a - y) * a * (1 - a) for a, y in zip(outputs, targets, strict=True)]
    first = []
    for i in range(2):
        total = 0.0
        for j in range(2):
            total += last[j] * network[2][i][j]
        first.append(total * hidden[i] * (1 - hidden[i]))
    for j in range(3):
        network[3][j] -= rate * last[j]
        for i in range(2):
            network[2][j][i] -= rate * last[j] * hidden[i]
    for i in range(2):
        network[1][i] -= rate * first[i]
        for k in range(4):
            network[0][i][k] -= rate * first[i] * inputs[k]


# --8<-- [end:wrong-transposed]


# --8<-- [start:wrong-sign]
def layer(weights, biases, inputs):
    outputs = []
    for j in range(len(biases)):
        z = biases[j]
        for i in range(len(inputs)):
            z += weights[j][i] * inputs[i]
        outputs.append(1 / (1 + exp(-z)))
    return outputs


def forward(network, inputs):
    hidden = layer(network[0], network[1], inputs)
    return layer(network[2], network[3], hidden)


def step(network, inputs, targets, rate):
    hidden = layer(network[0], network[1], inputs)
    outputs = layer(network[2], network[3], hidden)
    last = [(a - y) * a * (1 - a) for a, y in zip(outputs, targets, strict=True)]
    first = []
    for i in range(2):
        total = sum(last[j] * network[2][j][i] for j in range(3))
        first.append(total * hidden[i] * (1 - hidden[i]))
    for j in range(3):
        network[3][j] += rate * last[j]
        for i in range(2):
            network[2][j][i] += rate * last[j] * hidden[i]
    for i in range(2):
        network[1][i] += rate * first[i]
        for k in range(4):
            network[0][i][k] += rate * first[i] * inputs[k]


# --8<-- [end:wrong-sign]


# --8<-- [start:wrong-slopes-added-up]
last_slopes = [[0.0, 0.0, 0.0] for _ in range(3)]
first_slopes = [[0.0, 0.0, 0.0, 0.0, 0.0] for _ in range(2)]


def layer(weights, biases, inputs):
    outputs = []
    for j in range(len(biases)):
        z = biases[j]
        for i in range(len(inputs)):
            z += weights[j][i] * inputs[i]
        outputs.append(1 / (1 + exp(-z)))
    return outputs


def forward(network, inputs):
    hidden = layer(network[0], network[1], inputs)
    return layer(network[2], network[3], hidden)


def step(network, inputs, targets, rate):
    hidden = layer(network[0], network[1], inputs)
    outputs = layer(network[2], network[3], hidden)
    last = [(a - y) * a * (1 - a) for a, y in zip(outputs, targets, strict=True)]
    first = []
    for i in range(2):
        total = sum(last[j] * network[2][j][i] for j in range(3))
        first.append(total * hidden[i] * (1 - hidden[i]))
    for deltas, arriving, slopes, weights, biases in (
        (last, hidden, last_slopes, network[2], network[3]),
        (first, inputs, first_slopes, network[0], network[1]),
    ):
        for j, delta in enumerate(deltas):
            slopes[j][-1] += delta
            biases[j] -= rate * slopes[j][-1]
            for i, x in enumerate(arriving):
                slopes[j][i] += delta * x
                weights[j][i] -= rate * slopes[j][i]


# --8<-- [end:wrong-slopes-added-up]


# --8<-- [start:wrong-one-route]
def layer(weights, biases, inputs):
    outputs = []
    for j in range(len(biases)):
        z = biases[j]
        for i in range(len(inputs)):
            z += weights[j][i] * inputs[i]
        outputs.append(1 / (1 + exp(-z)))
    return outputs


def forward(network, inputs):
    hidden = layer(network[0], network[1], inputs)
    return layer(network[2], network[3], hidden)


def step(network, inputs, targets, rate):
    hidden = layer(network[0], network[1], inputs)
    outputs = layer(network[2], network[3], hidden)
    last = [(a - y) * a * (1 - a) for a, y in zip(outputs, targets, strict=True)]
    first = []
    for i in range(2):
        for j in range(3):
            total = last[j] * network[2][j][i]
        first.append(total * hidden[i] * (1 - hidden[i]))
    for j in range(3):
        network[3][j] -= rate * last[j]
        for i in range(2):
            network[2][j][i] -= rate * last[j] * hidden[i]
    for i in range(2):
        network[1][i] -= rate * first[i]
        for k in range(4):
            network[0][i][k] -= rate * first[i] * inputs[k]


# --8<-- [end:wrong-one-route]


# --8<-- [start:wrong-no-slope-at-the-outputs]
def layer(weights, biases, inputs):
    outputs = []
    for j in range(len(biases)):
        z = biases[j]
        for i in range(len(inputs)):
            z += weights[j][i] * inputs[i]
        outputs.append(1 / (1 + exp(-z)))
    return outputs


def forward(network, inputs):
    hidden = layer(network[0], network[1], inputs)
    return layer(network[2], network[3], hidden)


def step(network, inputs, targets, rate):
    hidden = layer(network[0], network[1], inputs)
    outputs = layer(network[2], network[3], hidden)
    last = [a - y for a, y in zip(outputs, targets, strict=True)]
    first = []
    for i in range(2):
        total = sum(last[j] * network[2][j][i] for j in range(3))
        first.append(total * hidden[i] * (1 - hidden[i]))
    for j in range(3):
        network[3][j] -= rate * last[j]
        for i in range(2):
            network[2][j][i] -= rate * last[j] * hidden[i]
    for i in range(2):
        network[1][i] -= rate * first[i]
        for k in range(4):
            network[0][i][k] -= rate * first[i] * inputs[k]


# --8<-- [end:wrong-no-slope-at-the-outputs]


# --8<-- [start:answer]
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


# --8<-- [end:answer]


# --8<-- [start:check]
HIDDEN_WEIGHTS = [[0.1, 0.2, -0.1, 0.4], [-0.3, 0.1, 0.4, 0.5]]
LAST_WEIGHTS = [[0.6, -0.4], [0.3, 0.8], [-0.5, 0.2]]
NETWORK = [HIDDEN_WEIGHTS, [0.1, -0.2], LAST_WEIGHTS, [0.1, -0.3, 0.2]]
PARTS = ("[0][0]", "[0][1]", "[1]", "[2][0]", "[2][1]", "[2][2]", "[3]")
FLOWERS = (
    ([0.5, -1.0, 2.0, 0.25], [1.0, 0.0, 0.0]),
    ([-1.0, 1.0, -1.5, -1.25], [0.0, 1.0, 0.0]),
)


def copied(network):
    return [
        [list(each) if isinstance(each, list) else each for each in numbers]
        for numbers in network
    ]


def passed_through(weights, biases, numbers):
    found = []
    for row, bias in zip(weights, biases, strict=True):
        products = [w * x for w, x in zip(row, numbers, strict=True)]
        found.append(1 / (1 + math.exp(-bias - sum(products))))
    return found


def outputs_of(network, inputs):
    hidden = passed_through(network[0], network[1], inputs)
    return passed_through(network[2], network[3], hidden)


def cost_of(network, inputs, targets):
    outputs = outputs_of(network, inputs)
    return sum((a - y) ** 2 for a, y in zip(outputs, targets, strict=True)) / 2


def moved(network, inputs, targets, rate):
    """Where the network must be after a step: each slope is measured."""
    after = copied(network)
    nudged = copied(network)
    rows = zip(_rows(network), _rows(nudged), _rows(after), strict=True)
    for here, there, goal in rows:
        for i, number in enumerate(here):
            there[i] = number + 1e-5
            above = cost_of(nudged, inputs, targets)
            there[i] = number - 1e-5
            below = cost_of(nudged, inputs, targets)
            there[i] = number
            goal[i] = number - rate * (above - below) / 2e-5
    return after


def _rows(network):
    """The lists of numbers that a network is made of."""
    return [*network[0], network[1], *network[2], network[3]]


def check():
    for inputs, _ in FLOWERS:
        yield f"forward({NETWORK}, {inputs})", outputs_of(NETWORK, inputs)
    for rate in (0.5, 2.0):
        expected = NETWORK
        call = f"network = {NETWORK}"
        # Twice, as what is kept from one step to the next shows in the second.
        for inputs, targets in FLOWERS:
            expected = moved(expected, inputs, targets, rate)
            call = f"{call}; step(network, {inputs}, {targets}, {rate})"
            for name, rows in zip(PARTS, _rows(expected), strict=True):
                yield f"{call}; network{name}", rows, 1e-7
    given = NETWORK, FLOWERS[0][0]
    call = "forward(network, inputs); network, inputs"
    yield f"network, inputs = {given}; {call}", given
    given = FLOWERS[0]
    call = f"network = {NETWORK}; step(network, inputs, targets, 0.5); inputs, targets"
    yield f"inputs, targets = {given}; {call}", given


# --8<-- [end:check]


# --8<-- [start:fresh]
def fresh():
    return [
        [list(row) for row in example.HIDDEN_WEIGHTS],
        list(example.HIDDEN_BIASES),
        [list(row) for row in example.LAST_WEIGHTS],
        list(example.LAST_BIASES),
    ]


# --8<-- [end:fresh]

# --8<-- [start:one-step]
network = fresh()
step(network, [0.5, -1.0, 2.0, 0.25], [1.0, 0.0, 0.0], 0.5)
print(f"{(0.6 - network[2][0][0]) / 0.5:.6f}")
# --8<-- [end:one-step]


# --8<-- [start:measure]
def cost(network, samples):
    total = 0.0
    for inputs, targets in samples:
        outputs = forward(network, inputs)
        for j in range(3):
            total = total + (outputs[j] - targets[j]) ** 2 / 2
    return total / len(samples)


def right(network, samples):
    count = 0
    for inputs, targets in samples:
        outputs = forward(network, inputs)
        if outputs.index(max(outputs)) == targets.index(1.0):
            count = count + 1
    return count


# --8<-- [end:measure]

# --8<-- [start:train]
network = fresh()
print(f" 0 {cost(network, samples):.3f} {right(network, samples):4}")
for epoch in range(1, 31):
    dice.shuffle(samples)
    for inputs, targets in samples:
        step(network, inputs, targets, 0.5)
    if epoch in (1, 3, 10, 30):
        print(f"{epoch:2} {cost(network, samples):.3f} {right(network, samples):4}")
# --8<-- [end:train]

# --8<-- [start:unseen]
print(right(network, tests), "of", len(tests))

table = [[0, 0, 0], [0, 0, 0], [0, 0, 0]]
for inputs, targets in tests:
    outputs = forward(network, inputs)
    species = targets.index(1.0)
    answer = outputs.index(max(outputs))
    table[species][answer] = table[species][answer] + 1
for row in table:
    print(row)
# --8<-- [end:unseen]

assert right(network, tests) >= 41

# --8<-- [start:first-flower]
for a in forward(network, [0.5, -1.0, 2.0, 0.25]):
    print(f"{a:.2f}")
# --8<-- [end:first-flower]


# --8<-- [start:nearest]
def distance(xs, others):
    total = 0.0
    for i in range(4):
        total = total + (xs[i] - others[i]) ** 2
    return total


count = 0
for inputs, targets in tests:
    best = samples[0]
    for other in samples:
        if distance(inputs, other[0]) < distance(inputs, best[0]):
            best = other
    if best[1] == targets:
        count = count + 1
print(count, "of", len(tests))
# --8<-- [end:nearest]


# --8<-- [start:hasty]
def hasty_step(network, inputs, targets, rate):
    weights, biases, last_weights, last_biases = network
    zs = loops.forward(weights, biases, inputs)
    hidden = loops.activate(activations.sigmoid, zs)
    last_zs = loops.forward(last_weights, last_biases, hidden)
    outputs = loops.activate(activations.sigmoid, last_zs)

    slopes = squared_error_derivative(outputs, targets)
    deltas = loops.last_deltas(slopes, last_zs, activations.sigmoid_derivative)
    for j in range(3):
        last_biases[j] = last_biases[j] - rate * deltas[j]
        for i in range(2):
            last_weights[j][i] = last_weights[j][i] - rate * deltas[j] * hidden[i]

    # Too early: last_weights have moved already.
    deltas = loops.hidden_deltas(
        deltas, last_weights, zs, activations.sigmoid_derivative
    )
    for j in range(2):
        biases[j] = biases[j] - rate * deltas[j]
        for i in range(4):
            weights[j][i] = weights[j][i] - rate * deltas[j] * inputs[i]


hasty = fresh()
for _ in range(30):
    dice.shuffle(samples)
    for inputs, targets in samples:
        hasty_step(hasty, inputs, targets, 0.5)
print(f"{cost(hasty, samples):.3f} {right(hasty, tests)} of {len(tests)}")
# --8<-- [end:hasty]

# --8<-- [start:hasty-once]
careful, hasty = fresh(), fresh()
inputs, targets = samples[0]
step(careful, inputs, targets, 0.5)
hasty_step(hasty, inputs, targets, 0.5)
print([round(bias, 4) for bias in careful[1]])
print([round(bias, 4) for bias in hasty[1]])
# --8<-- [end:hasty-once]

# --8<-- [start:sorted]
sorted_network = fresh()
in_order = sorted(samples, key=lambda sample: sample[1])
for epoch in range(1, 31):
    for inputs, targets in in_order:
        step(sorted_network, inputs, targets, 0.5)
    if epoch in (10, 30):
        found = cost(sorted_network, samples)
        print(f"{epoch} {found:.3f} {right(sorted_network, samples)}")
# --8<-- [end:sorted]

# --8<-- [start:nine]
nine = [0, 1, 2, 50, 51, 52, 100, 101, 102]
others = [k for k in range(150) if k not in nine]
averages, deviations = averages_and_deviations(nine)
few = [sample(k, averages, deviations) for k in nine]
rest = [sample(k, averages, deviations) for k in others]

network = fresh()
for epoch in range(1, 1501):
    dice.shuffle(few)
    for inputs, targets in few:
        step(network, inputs, targets, 0.5)
    if epoch in (10, 30, 100, 300, 1500):
        print(
            f"{epoch:4} {cost(network, few):6.3f} {right(network, few)}"
            f" {cost(network, rest):6.3f} {right(network, rest):3}"
        )
# --8<-- [end:nine]


# --8<-- [start:exercise-cm]
def learned(samples, dice, rate=0.5):
    network = fresh()
    for _ in range(30):
        dice.shuffle(samples)
        for inputs, targets in samples:
            step(network, inputs, targets, rate)
    return network


for unit in (1, 0.1):
    zeros = [0.0, 0.0, 0.0, 0.0]
    units = [unit, unit, unit, unit]
    raw = [sample(k, zeros, units) for k in seen]
    raw_tests = [sample(k, zeros, units) for k in unseen]
    found = []
    for seed in range(6):
        found.append(right(learned(list(raw), Random(seed)), raw_tests))
    print(found)
# --8<-- [end:exercise-cm]

# --8<-- [start:exercise-rate]
for rate in (0.05, 0.5, 5, 50):
    network = learned(list(samples), Random(0), rate)
    print(f"{rate:5} {cost(network, samples):.3f} {right(network, tests)} of 45")
# --8<-- [end:exercise-rate]

# --8<-- [start:exercise-dice]
for seed in range(6):
    dice = Random(seed)
    order = list(range(150))
    dice.shuffle(order)
    averages, deviations = averages_and_deviations(order[:105])
    samples = [sample(k, averages, deviations) for k in order[:105]]
    tests = [sample(k, averages, deviations) for k in order[105:]]
    network = learned(samples, dice)
    print(seed, right(network, tests), "of 45")
# --8<-- [end:exercise-dice]
