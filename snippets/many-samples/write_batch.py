"""Exercise: the slopes of a layer for many samples, of the mean of their costs."""

import random

from derivlearn.numeric import numeric_gradient


# --8<-- [start:start]
def batch_slopes(deltas, inputs):
    weight_slopes = []
    bias_slopes = []
    for j in range(len(deltas)):
        row = []
        for i in range(len(inputs)):
            row.append(deltas[j][0] * inputs[i][0])
        weight_slopes.append(row)
        bias_slopes.append(deltas[j][0])
    return weight_slopes, bias_slopes


# --8<-- [end:start]


# --8<-- [start:wrong-sum]
def batch_slopes(deltas, inputs):
    weight_slopes = []
    bias_slopes = []
    for j in range(len(deltas)):
        row = []
        for i in range(len(inputs)):
            total = 0.0
            for n in range(len(deltas[j])):
                total = total + deltas[j][n] * inputs[i][n]
            row.append(total)
        weight_slopes.append(row)
        bias_slopes.append(sum(deltas[j]))
    return weight_slopes, bias_slopes


# --8<-- [end:wrong-sum]


# --8<-- [start:wrong-bias-not-divided]
def batch_slopes(deltas, inputs):
    weight_slopes = []
    bias_slopes = []
    for j in range(len(deltas)):
        count = len(deltas[j])
        row = []
        for i in range(len(inputs)):
            total = 0.0
            for n in range(count):
                total = total + deltas[j][n] * inputs[i][n]
            row.append(total / count)
        weight_slopes.append(row)
        bias_slopes.append(sum(deltas[j]))
    return weight_slopes, bias_slopes


# --8<-- [end:wrong-bias-not-divided]


# --8<-- [start:wrong-divided-by-the-outputs]
def batch_slopes(deltas, inputs):
    weight_slopes = []
    bias_slopes = []
    for j in range(len(deltas)):
        count = len(deltas)
        row = []
        for i in range(len(inputs)):
            total = 0.0
            for n in range(len(deltas[j])):
                total = total + deltas[j][n] * inputs[i][n]
            row.append(total / count)
        weight_slopes.append(row)
        bias_slopes.append(sum(deltas[j]) / count)
    return weight_slopes, bias_slopes


# --8<-- [end:wrong-divided-by-the-outputs]


# --8<-- [start:wrong-means-multiplied]
def batch_slopes(deltas, inputs):
    weight_slopes = []
    bias_slopes = []
    for j in range(len(deltas)):
        count = len(deltas[j])
        delta = sum(deltas[j]) / count
        row = []
        for i in range(len(inputs)):
            row.append(delta * sum(inputs[i]) / count)
        weight_slopes.append(row)
        bias_slopes.append(delta)
    return weight_slopes, bias_slopes


# --8<-- [end:wrong-means-multiplied]


# --8<-- [start:wrong-total-goes-on]
def batch_slopes(deltas, inputs):
    weight_slopes = []
    bias_slopes = []
    for j in range(len(deltas)):
        count = len(deltas[j])
        row = []
        total = 0.0
        for i in range(len(inputs)):
            for n in range(count):
                total = total + deltas[j][n] * inputs[i][n]
            row.append(total / count)
        weight_slopes.append(row)
        bias_slopes.append(sum(deltas[j]) / count)
    return weight_slopes, bias_slopes


# --8<-- [end:wrong-total-goes-on]


# --8<-- [start:wrong-last-sample-missing]
def batch_slopes(deltas, inputs):
    weight_slopes = []
    bias_slopes = []
    for j in range(len(deltas)):
        count = len(deltas[j])
        row = []
        for i in range(len(inputs)):
            total = 0.0
            for n in range(count - 1):
                total = total + deltas[j][n] * inputs[i][n]
            row.append(total / count)
        weight_slopes.append(row)
        bias_slopes.append(sum(deltas[j]) / count)
    return weight_slopes, bias_slopes


# --8<-- [end:wrong-last-sample-missing]


# --8<-- [start:answer]
def batch_slopes(deltas, inputs):
    weight_slopes = []
    bias_slopes = []
    for j in range(len(deltas)):
        count = len(deltas[j])
        row = []
        for i in range(len(inputs)):
            total = 0.0
            for n in range(count):
                total = total + deltas[j][n] * inputs[i][n]
            row.append(total / count)
        weight_slopes.append(row)

        total = 0.0
        for n in range(count):
            total = total + deltas[j][n]
        bias_slopes.append(total / count)
    return weight_slopes, bias_slopes


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    cases = [
        ([[1.0, -3.0]], [[2.0, 4.0]], [[-5.0]], [-1.0]),
        ([[0.5], [2.0]], [[4.0], [-1.0]], [[2.0, -0.5], [8.0, -2.0]], [0.5, 2.0]),
    ]
    dice = random.Random(5)
    for n, m, count in ((3, 2, 4), (2, 4, 5)):
        sizes = (m, n, n * (m + 1))
        xs, ys = (
            [[dice.randint(-9, 9) / 10 for _ in range(size)] for _ in range(count)]
            for size in sizes[:2]
        )
        numbers = [dice.randint(-9, 9) / 10 for _ in range(sizes[2])]

        def gap(numbers, j, x, y):
            row = numbers[j * (len(x) + 1) :]
            return sum(row[i] * x[i] for i in range(len(x))) + row[len(x)] - y[j]

        def cost(numbers, n=n, xs=xs, ys=ys):
            total = 0.0
            for x, y in zip(xs, ys, strict=True):
                total += sum(gap(numbers, j, x, y) ** 2 for j in range(n)) / 2
            return total / len(xs)

        slopes = [round(slope, 6) for slope in numeric_gradient(cost, numbers)]
        rows = [slopes[j * (m + 1) : (j + 1) * (m + 1)] for j in range(n)]
        pairs = [*zip(xs, ys, strict=True)]
        deltas = [
            [round(gap(numbers, j, *pair), 2) for pair in pairs] for j in range(n)
        ]
        inputs = [list(row) for row in zip(*xs, strict=True)]
        cases.append((deltas, inputs, [r[:-1] for r in rows], [r[-1] for r in rows]))

    for deltas, inputs, weight_slopes, bias_slopes in cases:
        expected = weight_slopes, bias_slopes
        yield f"batch_slopes({deltas}, {inputs})", expected, 2e-6
    given = [[[1.0, -3.0]], [[2.0, 4.0]]]
    call = "batch_slopes(deltas, inputs); [deltas, inputs]"
    yield f"deltas, inputs = {given}; {call}", given


# --8<-- [end:check]
