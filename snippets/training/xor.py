"""A network learns XOR from random weights by gradient descent."""

import math
import random

from derivlearn import loops
from derivlearn.activations import sigmoid, sigmoid_derivative, tanh, tanh_derivative
from derivlearn.check import gradient_check
from derivlearn.costs import squared_error, squared_error_derivative

# --8<-- [start:samples]
samples = [
    ([0.0, 0.0], [0.0]),
    ([0.0, 1.0], [1.0]),
    ([1.0, 0.0], [1.0]),
    ([1.0, 1.0], [0.0]),
]
# --8<-- [end:samples]


# --8<-- [start:start-layers]
def start_layers(sizes, seed):
    rng = random.Random(seed)
    weights = []
    biases = []
    for layer in range(1, len(sizes)):
        m = sizes[layer - 1]
        n = sizes[layer]
        size = 1 / math.sqrt(m)
        rows = []
        for j in range(n):
            row = []
            for i in range(m):
                row.append(rng.uniform(-size, size))
            rows.append(row)
        weights.append(rows)
        biases.append([0.0] * n)
    return weights, biases


weights, biases = start_layers([2, 3, 1], 1)
for row in weights[0]:
    print(f"{row[0]:6.3f} {row[1]:6.3f}")
last = weights[1][0]
print(f"{last[0]:6.3f} {last[1]:6.3f} {last[2]:6.3f}")
# --8<-- [end:start-layers]


# --8<-- [start:cost]
def outputs_of(weights, biases, inputs):
    zs, _ = loops.forward_layers(weights, biases, inputs, tanh)
    return loops.activate(sigmoid, zs[-1])


def mean_cost(weights, biases):
    total = 0.0
    for inputs, targets in samples:
        outputs = outputs_of(weights, biases, inputs)
        total = total + squared_error(outputs, targets)
    return total / len(samples)


for inputs, targets in samples:
    outputs = outputs_of(weights, biases, inputs)
    print(inputs, f"{outputs[0]:.3f}", targets[0])
print(f"mean cost {mean_cost(weights, biases):.4f}")
# --8<-- [end:cost]


# --8<-- [start:map]
def map_of(weights, biases):
    rows = []
    for up in range(10, -1, -1):
        digits = []
        for across in range(11):
            inputs = [across / 10, up / 10]
            output = outputs_of(weights, biases, inputs)[0]
            digits.append(str(int(output * 10)))
        rows.append(" ".join(digits))
    return "\n".join(rows)


print(map_of(weights, biases))
# --8<-- [end:map]


# --8<-- [start:step]
def slopes_of(weights, biases, inputs, targets):
    zs, layer_inputs = loops.forward_layers(
        weights,
        biases,
        inputs,
        tanh,
    )
    outputs = loops.activate(sigmoid, zs[-1])
    last_deltas = loops.last_deltas(
        squared_error_derivative(outputs, targets),
        zs[-1],
        sigmoid_derivative,
    )
    return loops.backward_layers(
        last_deltas,
        weights,
        zs,
        layer_inputs,
        tanh_derivative,
    )


def step(weights, biases, rate):
    found = []
    for inputs, targets in samples:
        found.append(slopes_of(weights, biases, inputs, targets))
    share = rate / len(samples)
    for weight_slopes, bias_slopes in found:
        for layer in range(len(weights)):
            w = weights[layer]
            b = biases[layer]
            for j in range(len(b)):
                b[j] = b[j] - share * bias_slopes[layer][j]
                for i in range(len(w[j])):
                    slope = weight_slopes[layer][j][i]
                    w[j][i] = w[j][i] - share * slope


# --8<-- [end:step]

# --8<-- [start:slopes]
first_weights, first_biases = start_layers([2, 3, 1], 1)
total = 0.0
for inputs, targets in samples:
    weight_slopes, _ = slopes_of(
        first_weights,
        first_biases,
        inputs,
        targets,
    )
    slope = weight_slopes[1][0][0]
    print(inputs, f"{slope:9.6f}")
    total = total + slope
print(f"mean {total / 4:.6f}")
# --8<-- [end:slopes]

for inputs, targets in samples:
    weight_slopes, bias_slopes = slopes_of(weights, biases, inputs, targets)

    def cost_of_sample(inputs=inputs, targets=targets):
        return squared_error(outputs_of(weights, biases, inputs), targets)

    assert gradient_check(
        cost_of_sample,
        {"weights": weights, "biases": biases},
        {"weights": weight_slopes, "biases": bias_slopes},
    ).passed()


def totals_of(weights, biases):
    """All 13 slopes, added up over the samples."""
    totals = [0.0] * 13
    for inputs, targets in samples:
        weight_slopes, bias_slopes = slopes_of(weights, biases, inputs, targets)
        numbers = bias_slopes[0] + bias_slopes[1] + weight_slopes[1][0]
        for row in weight_slopes[0]:
            numbers = numbers + row
        for k in range(13):
            totals[k] += numbers[k]
    return totals


# At first the samples pull in opposite directions: what is left of all their slopes is
# little beside the largest of a single one.
_largest = max(
    abs(slopes_of(weights, biases, inputs, targets)[1][1][0])
    for inputs, targets in samples
)
assert max(abs(total) / 4 for total in totals_of(weights, biases)) < _largest / 8

# From here on the page shows the sections in another order: what it shows earlier
# stands later here, and is not run again before the others.

# --8<-- [start:exercise-plateau]
for hidden, seed in ((3, 14), (2, 7)):
    weights, biases = start_layers([2, hidden, 1], seed)
    costs = []
    for count in range(1, 1001):
        step(weights, biases, 8.0)
        if count in (100, 200, 300, 1000):
            costs.append(f"{mean_cost(weights, biases):.4f}")
    print(f"{hidden} hidden: " + " ".join(costs))
# --8<-- [end:exercise-plateau]

# --8<-- [start:exercise-hidden]
for hidden in (1, 2, 4):
    learned = 0
    for seed in range(10):
        weights, biases = start_layers([2, hidden, 1], seed)
        for count in range(150):
            step(weights, biases, 8.0)
        if mean_cost(weights, biases) < 0.01:
            learned = learned + 1
    print(f"{hidden} hidden: learned {learned} of 10")
# --8<-- [end:exercise-hidden]

# --8<-- [start:seeds]
learned = 0
for seed in range(20):
    weights, biases = start_layers([2, 3, 1], seed)
    for count in range(100):
        step(weights, biases, 8.0)
    cost = mean_cost(weights, biases)
    if cost < 0.01:
        learned = learned + 1
    else:
        print(f"seed {seed}: cost {cost:.4f}")
        for inputs, targets in samples:
            output = outputs_of(weights, biases, inputs)[0]
            print(inputs, f"{output:.2f}", targets[0])
print(f"learned: {learned} of 20")
# --8<-- [end:seeds]

assert learned == 19

# --8<-- [start:alike]
for same in (0.0, 0.5):
    weights = [[[same] * 2, [same] * 2, [same] * 2], [[same] * 3]]
    biases = [[0.0] * 3, [0.0]]
    for count in range(100):
        step(weights, biases, 8.0)
    print(f"all {same}: cost {mean_cost(weights, biases):.4f}")
    for row in weights[0]:
        print(f"  {row[0]:.4f} {row[1]:.4f}")
# --8<-- [end:alike]

# Three neurons that are one.
assert weights[0][0] == weights[0][1] == weights[0][2]
assert biases[0][0] == biases[0][1] == biases[0][2]
assert weights[1][0][0] == weights[1][0][1] == weights[1][0][2]

# From 0 all 13 slopes are exactly 0 when the samples are added up; from 0.5 none is.
for same, still in ((0.0, 13), (0.5, 0)):
    weights = [[[same] * 2, [same] * 2, [same] * 2], [[same] * 3]]
    assert totals_of(weights, [[0.0] * 3, [0.0]]).count(0.0) == still

# --8<-- [start:train]
weights, biases = start_layers([2, 3, 1], 1)
print(f"  0 {mean_cost(weights, biases):.4f}")
for count in range(1, 101):
    step(weights, biases, 8.0)
    if count % 10 == 0:
        print(f"{count:3} {mean_cost(weights, biases):.4f}")
# --8<-- [end:train]

# --8<-- [start:learned]
print(map_of(weights, biases))
# --8<-- [end:learned]

# No place of the map is so close to the next digit that another machine's rounding
# would print that.
for up in range(11):
    for across in range(11):
        _tenths = 10 * outputs_of(weights, biases, [across / 10, up / 10])[0]
        assert abs(_tenths - round(_tenths)) > 1e-3

# --8<-- [start:three-rates]
for rate in (0.5, 8.0, 128.0):
    weights, biases = start_layers([2, 3, 1], 1)
    for count in range(100):
        step(weights, biases, rate)
    answers = []
    for inputs, _ in samples:
        output = outputs_of(weights, biases, inputs)[0]
        answers.append(f"{output:.2f}")
    cost = mean_cost(weights, biases)
    print(f"{rate:5.1f}  {cost:.4f}  " + " ".join(answers))
# --8<-- [end:three-rates]

assert abs(mean_cost(weights, biases) - 0.25) < 1e-4

# Wrong programs: what they print are wrong answers of the page's questions.

# --8<-- [start:wrong-not-halved]
# The half of the squared error is forgotten.
total = 0.0
for _, targets in samples:
    total = total + (0.5 - targets[0]) ** 2
print(f"mean cost {total / len(samples):.4f}")
# --8<-- [end:wrong-not-halved]

# --8<-- [start:wrong-not-divided]
# The costs are added up and not divided by 4.
total = 0.0
for _, targets in samples:
    total = total + squared_error([0.5], targets)
print(f"mean cost {total:.4f}")
# --8<-- [end:wrong-not-divided]

# --8<-- [start:wrong-more-steps]
# 16 times as many steps, not a rate 16 times as large.
weights, biases = start_layers([2, 3, 1], 1)
for count in range(1600):
    step(weights, biases, 8.0)
print(f"{128.0}  {mean_cost(weights, biases):.4f}")
# --8<-- [end:wrong-more-steps]

# --8<-- [start:wrong-way-up]
# The lowest row comes first.
weights, biases = start_layers([2, 3, 1], 1)
for count in range(100):
    step(weights, biases, 8.0)
print(map_of(weights, biases).splitlines()[-1])
# --8<-- [end:wrong-way-up]

# --8<-- [start:wrong-or]
# 1 as soon as one of the numbers is 1, which is OR.
samples[3] = ([1.0, 1.0], [1.0])
weights, biases = start_layers([2, 3, 1], 1)
for count in range(100):
    step(weights, biases, 8.0)
print(map_of(weights, biases).splitlines()[0])
# --8<-- [end:wrong-or]
