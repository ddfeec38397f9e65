"""Answers to the exercises of the chapter on linear functions."""

from derivlearn import example, functions
from derivlearn.numeric import central_difference


# --8<-- [start:general]
def line(x, a, b):
    return a * x + b


for a, b in ((3, 2), (3, -7), (-2, 5), (0.5, 2), (0, 5)):
    rise = line(3.25, a, b) - line(3, a, b)
    run = 3.25 - 3
    print(f"a = {a:<3}  b = {b:>2}  slope = {rise / run}")
# --8<-- [end:general]


def with_numbers(a, b):
    def f(x):
        return line(x, a, b)

    return f


for a, b in ((3, 2), (3, -7), (-2, 5), (0.5, 2), (0, 5)):
    assert (line(3.25, a, b) - line(3, a, b)) / 0.25 == a
    for x in (-4, 0, 3, 1000):
        assert line(x, a, b) == functions.linear(x, a, b)
        assert functions.linear_derivative(x, a, b) == a
        assert abs(central_difference(with_numbers(a, b), x) - a) < 1e-9


# --8<-- [start:every-weight]
inputs = [0.5, -1.0, 2.0, 0.25]


def z_of(weights, bias):
    z = bias
    for i in range(4):
        z = z + weights[i] * inputs[i]
    return z


before = z_of([0.1, 0.2, -0.1, 0.4], 0.1)
for i in range(4):
    weights = [0.1, 0.2, -0.1, 0.4]
    weights[i] = weights[i] + 1
    print(f"weight {i}: {z_of(weights, 0.1) - before:.2f}")
print(f"bias:     {z_of([0.1, 0.2, -0.1, 0.4], 1.1) - before:.2f}")
# --8<-- [end:every-weight]

assert inputs == example.INPUTS
for i in range(4):
    weights = list(example.HIDDEN_WEIGHTS[0])
    weights[i] = weights[i] + 1
    assert abs(z_of(weights, 0.1) - before - example.INPUTS[i]) < 1e-12

# --8<-- [start:where]
for b in (0, 2, -7, 100):
    before = line(3, 3, b)
    after = line(4, 3, b)
    print(f"b = {b:<3}  {after} - {before} = {after - before}")
# --8<-- [end:where]
