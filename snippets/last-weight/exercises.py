"""Answers to the exercises of the chapter on the weights of the last layer."""

from derivlearn import example, loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative

# --8<-- [start:zero-input]
weights = example.LAST_WEIGHTS
biases = example.LAST_BIASES
targets = example.TARGETS
inputs = [0.0, 0.6]

zs = loops.forward(weights, biases, inputs)
outputs = loops.activate(sigmoid, zs)
output_slopes = squared_error_derivative(outputs, targets)
deltas = loops.last_deltas(output_slopes, zs, sigmoid_derivative)
slopes = loops.weight_slopes(deltas, inputs)
for j in range(3):
    for i in range(2):
        print(f"w{j}{i}: slope == 0 is {slopes[j][i] == 0}")
# --8<-- [end:zero-input]

for j in range(3):
    assert deltas[j] != 0
    assert slopes[j][0] == 0
    assert slopes[j][1] != 0


# --8<-- [start:zero-input-cost]
def cost_of(w00):
    changed = [[w00, weights[0][1]], weights[1], weights[2]]
    zs = loops.forward(changed, biases, inputs)
    return squared_error(loops.activate(sigmoid, zs), targets)


print(f"{cost_of(0.6):.6f} {cost_of(100.0):.6f}")
# --8<-- [end:zero-input-cost]

assert cost_of(0.6) == cost_of(100.0) == cost_of(-100.0)

# --8<-- [start:all-six]
deltas = [-0.5, 0.25, 1.0]
inputs = [2.0, -4.0]
for j in range(3):
    print(deltas[j] * inputs[0], deltas[j] * inputs[1])
# --8<-- [end:all-six]

rows = loops.weight_slopes(deltas, inputs)
assert rows == [[-1.0, 2.0], [0.5, -1.0], [2.0, -4.0]]

# --8<-- [start:signs]
for inputs in ([0.46, 0.62], [0.46, -0.62]):
    zs = loops.forward(weights, biases, inputs)
    outputs = loops.activate(sigmoid, zs)
    output_slopes = squared_error_derivative(outputs, targets)
    deltas = loops.last_deltas(output_slopes, zs, sigmoid_derivative)
    slopes = loops.weight_slopes(deltas, inputs)
    print("inputs =", inputs)
    for j in range(3):
        print(f"{slopes[j][0]:+.2f} {slopes[j][1]:+.2f}")
# --8<-- [end:signs]

for j in range(3):
    for i in range(2):
        expected = (-1 if j == 0 else 1) * (-1 if i == 1 else 1)
        assert slopes[j][i] * expected > 0
