"""Programs with one mistake each, about the flowers: what a question offers as wrong.

All of it is apart from `program.py`, which is an exercise: its wrong sections are what
the check refuses.
"""

from random import Random

from derivlearn import data, example, loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative

SPECIES = ("virginica", "setosa", "versicolor")
flowers, names = data.irises()


def standardised(chosen, others):
    scales = []
    for column in zip(*(flowers[k] for k in chosen), strict=True):
        total = 0.0
        for x in column:
            total = total + x
        average = total / len(column)
        total = 0.0
        for x in column:
            total = total + (x - average) ** 2
        scales.append((average, (total / len(column)) ** 0.5))
    groups = []
    for group in (chosen, others):
        samples = []
        for k in group:
            pairs = zip(flowers[k], scales, strict=True)
            inputs = [(x - average) / spread for x, (average, spread) in pairs]
            samples.append((inputs, [float(names[k] == name) for name in SPECIES]))
        groups.append(samples)
    return groups


def fresh():
    return [
        [list(row) for row in example.HIDDEN_WEIGHTS],
        list(example.HIDDEN_BIASES),
        [list(row) for row in example.LAST_WEIGHTS],
        list(example.LAST_BIASES),
    ]


def passed_through(network, inputs):
    zs = loops.forward(network[0], network[1], inputs)
    hidden = loops.activate(sigmoid, zs)
    last_zs = loops.forward(network[2], network[3], hidden)
    return zs, hidden, last_zs, loops.activate(sigmoid, last_zs)


def step(network, inputs, targets, rate, bend=sigmoid_derivative):
    zs, hidden, last_zs, outputs = passed_through(network, inputs)
    slopes = squared_error_derivative(outputs, targets)
    last = loops.last_deltas(slopes, last_zs, sigmoid_derivative)
    first = loops.hidden_deltas(last, network[2], zs, bend)
    for weights, biases, deltas, arriving in (
        (network[2], network[3], last, hidden),
        (network[0], network[1], first, inputs),
    ):
        for j in range(len(deltas)):
            biases[j] -= rate * deltas[j]
            for i in range(len(arriving)):
                weights[j][i] -= rate * deltas[j] * arriving[i]


def cost(network, samples):
    total = 0.0
    for inputs, targets in samples:
        total = total + squared_error(passed_through(network, inputs)[3], targets)
    return total / len(samples)


def right(network, samples):
    count = 0
    for inputs, targets in samples:
        outputs = passed_through(network, inputs)[3]
        count += outputs.index(max(outputs)) == targets.index(1.0)
    return count


dice = Random(0)
order = list(range(150))
dice.shuffle(order)
samples, tests = standardised(order[:105], order[105:])
network = fresh()
assert f"{cost(network, samples):.3f}" == "0.411"

# --8<-- [start:wrong-not-halved]
# The sum of the squares, without the half.
print(f"{2 * cost(network, samples):.3f}")
# --8<-- [end:wrong-not-halved]

# --8<-- [start:wrong-average-of-outputs]
# Divided by the number of outputs, too.
print(f"{cost(network, samples) / 3:.3f}")
# --8<-- [end:wrong-average-of-outputs]

shuffled = list(samples)
for _ in range(30):
    dice.shuffle(shuffled)
    for inputs, targets in shuffled:
        step(network, inputs, targets, 0.5)
assert right(network, tests) == 43

# --8<-- [start:wrong-rows-are-answers]
# Rows and columns exchanged.
table = [[0, 0, 0], [0, 0, 0], [0, 0, 0]]
for inputs, targets in tests:
    outputs = passed_through(network, inputs)[3]
    table[outputs.index(max(outputs))][targets.index(1.0)] += 1
print(table[2])
# --8<-- [end:wrong-rows-are-answers]

# --8<-- [start:wrong-order-of-species]
# The columns in another order: setosa, virginica, versicolor.
answers = [0, 0, 0]
for inputs, targets in tests:
    outputs = passed_through(network, inputs)[3]
    if targets == [0.0, 0.0, 1.0]:
        answers[[1, 0, 2][outputs.index(max(outputs))]] += 1
print(answers)
# --8<-- [end:wrong-order-of-species]


# --8<-- [start:wrong-sepal-length-alone]
# The nearest by the first of the four measurements.
def nearest(distance):
    count = 0
    for inputs, targets in tests:
        best = samples[0]
        for other in samples:
            if distance(inputs, other[0]) < distance(inputs, best[0]):
                best = other
        if best[1] == targets:
            count = count + 1
    print(count, "of", len(tests))


nearest(lambda xs, others: (xs[0] - others[0]) ** 2)
# --8<-- [end:wrong-sepal-length-alone]

# --8<-- [start:wrong-no-distance]
# Every flower is as near as every other, so the answer is always the same.
nearest(lambda *_: 0.0)
# --8<-- [end:wrong-no-distance]

for _ in range(30):
    dice.shuffle(shuffled)
inputs, targets = shuffled[0]
once = fresh()
step(once, inputs, targets, 0.5)
assert [round(bias, 4) for bias in once[1]] == [0.077, -0.2039]

# --8<-- [start:wrong-no-bend]
# The hidden deltas lack the slope of the activation.
once = fresh()
step(once, inputs, targets, 0.5, lambda _: 1.0)
print([round(bias, 4) for bias in once[1]])
# --8<-- [end:wrong-no-bend]


# --8<-- [start:wrong-shuffled]
def ten_epochs(samples, dice=None):
    network = fresh()
    shown = list(samples)
    for _ in range(10):
        if dice:
            dice.shuffle(shown)
        for inputs, targets in shown:
            step(network, inputs, targets, 0.5)
    return network


shuffled_network = ten_epochs(samples, Random(0))
found = cost(shuffled_network, shuffled)
print(f"10 {found:.3f} {right(shuffled_network, shuffled)}")
# --8<-- [end:wrong-shuffled]

# --8<-- [start:wrong-last-species-alone]
# Only the virginicas are shown.
last_network = ten_epochs([each for each in samples if each[1][0]])
found = cost(last_network, samples)
print(f"10 {found:.3f} {right(last_network, samples)}")
# --8<-- [end:wrong-last-species-alone]

# --8<-- [start:wrong-same-nine]
# The cost is that of the nine once more, not of the flowers that are unknown.
nine = [0, 1, 2, 50, 51, 52, 100, 101, 102]
few, rest = standardised(nine, [k for k in range(150) if k not in nine])
network = fresh()
for epoch in range(1500):
    dice.shuffle(few)
    for inputs, targets in few:
        step(network, inputs, targets, 0.5)
    if epoch == 29:
        early = [list(row) for row in network[0]], list(network[1])
        early = [*early, [list(row) for row in network[2]], list(network[3])]
print(f"{cost(network, few):.3f}")
# --8<-- [end:wrong-same-nine]

# What a question says: where the answer is right, the cost has fallen since epoch 30,
# and where it is wrong, it has risen.
for flowers_of, rises in ((True, False), (False, True)):
    group = [each for each in rest if right(network, [each]) == flowers_of]
    group = [each for each in group if right(early, [each]) == flowers_of]
    assert (cost(network, group) > cost(early, group)) == rises
