"""Answers to the exercises of the chapter on the biases of the last layer."""

from derivlearn import chain
from derivlearn.numeric import central_difference


# --8<-- [start:expand]
def expanded_derivative(x):
    return 18 * x + 12


for x in (3, 1, 0, -1, -2):
    wrong = 3 * (2 * x)
    right = 3 * (2 * (3 * x + 2))
    print(f"x = {x:<2}  {expanded_derivative(x):<3}", end="  ")
    print(f"right: {right:<3}  wrong: {wrong}")
# --8<-- [end:expand]

for point in (3, 1, 0, -1, -2):
    assert expanded_derivative(point) == 3 * 2 * (3 * point + 2)
    assert (3 * 2 * point == expanded_derivative(point)) == (point == -1)


# --8<-- [start:three]
def square(x):
    return x * x


def square_derivative(x):
    return 2 * x


def linear(x):
    return 3 * x + 2


def linear_derivative(x):
    return 3


stages = [
    (square, square_derivative),
    (linear, linear_derivative),
    (square, square_derivative),
]
for step in chain.trace(stages, 2):
    print(f"input = {step['input']:<3} output = {step['output']:<4}", end=" ")
    print(f"slope = {step['slope']:<3} product = {step['product']}")
# --8<-- [end:three]


def all_three(x):
    return square(linear(square(x)))


assert chain.chain_slope(stages, 2) == 336
assert abs(central_difference(all_three, 2) - 336) < 1e-5
