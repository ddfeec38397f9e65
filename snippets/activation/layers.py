"""What an activation function is for: without one, two layers fold into one."""

from derivlearn import example, loops
from derivlearn.activations import sigmoid

# --8<-- [start:neuron]
inputs = [0.5, -1.0, 2.0, 0.25]
weights = [0.1, 0.2, -0.1, 0.4]

z = 0.1
for i in range(4):
    z = z + weights[i] * inputs[i]
a = sigmoid(z)
print(f"z = {z:.6f}  a = {a:.6f}")
# --8<-- [end:neuron]

assert z == loops.forward(example.HIDDEN_WEIGHTS, example.HIDDEN_BIASES, inputs)[0]

# --8<-- [start:network]
hidden_weights = [
    [0.1, 0.2, -0.1, 0.4],
    [-0.3, 0.1, 0.4, 0.5],
]
hidden_biases = [0.1, -0.2]

last_weights = [
    [0.6, -0.4],
    [0.3, 0.8],
    [-0.5, 0.2],
]
last_biases = [0.1, -0.3, 0.2]
# --8<-- [end:network]

assert inputs == example.INPUTS
assert hidden_weights == example.HIDDEN_WEIGHTS
assert hidden_biases == example.HIDDEN_BIASES
assert last_weights == example.LAST_WEIGHTS
assert last_biases == example.LAST_BIASES


# --8<-- [start:two-layers]
def forward(weights, biases, inputs):
    zs = []
    for j in range(len(biases)):
        z = biases[j]
        for i in range(len(inputs)):
            z = z + weights[j][i] * inputs[i]
        zs.append(z)
    return zs


hidden = forward(hidden_weights, hidden_biases, inputs)
outputs = forward(last_weights, last_biases, hidden)
for j in range(3):
    print(f"output {j}: {outputs[j]:.6f}")
# --8<-- [end:two-layers]

assert hidden == loops.forward(hidden_weights, hidden_biases, inputs)
assert outputs == loops.forward(last_weights, last_biases, hidden)

# --8<-- [start:fold]
folded_weights = []
for j in range(3):
    row = []
    for k in range(4):
        w = 0.0
        for i in range(2):
            w = w + last_weights[j][i] * hidden_weights[i][k]
        row.append(w)
    folded_weights.append(row)

folded_biases = forward(last_weights, last_biases, hidden_biases)

for j in range(3):
    print(f"b = {folded_biases[j]:5.2f}  w =", end="")
    for k in range(4):
        print(f"{folded_weights[j][k]:6.2f}", end="")
    print()
# --8<-- [end:fold]

# --8<-- [start:one-layer]
folded_outputs = forward(folded_weights, folded_biases, inputs)
for j in range(3):
    print(f"output {j}: {folded_outputs[j]:.6f}")
# --8<-- [end:one-layer]

for point in (inputs, [3.0, 1.0, -2.0, 5.0], [-10.0, 7.5, 0.0, 100.0]):
    two = forward(
        last_weights, last_biases, forward(hidden_weights, hidden_biases, point)
    )
    one = forward(folded_weights, folded_biases, point)
    for j in range(3):
        assert abs(one[j] - two[j]) < 1e-12


# --8<-- [start:bent]
def straight(x):
    hidden = forward(hidden_weights, hidden_biases, [x, -1.0, 2.0, 0.25])
    return forward(last_weights, last_biases, hidden)[0]


def bent(x):
    hidden = forward(hidden_weights, hidden_biases, [x, -1.0, 2.0, 0.25])
    for i in range(2):
        hidden[i] = sigmoid(hidden[i])
    return forward(last_weights, last_biases, hidden)[0]


for x in (-10, -5, 0, 5):
    s = straight(x + 5) - straight(x)
    b = bent(x + 5) - bent(x)
    print(f"{x:>3} to {x + 5:>2}  straight: {s:.4f}  bent: {b:.4f}")
# --8<-- [end:bent]

for x in (-10, -5, 0, 5):
    assert abs(straight(x + 5) - straight(x) - 5 * folded_weights[0][0]) < 1e-12
    assert abs(bent(x + 5) - bent(x) - 5 * folded_weights[0][0]) > 0.5
