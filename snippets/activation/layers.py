"""What an activation function is for: without one, two layers fold into one."""

from derivlearn import example, loops
from derivlearn.activations import sigmoid


# --8<-- [start:two-straight]
def first(x):
    return 3 * x + 1


def second(u):
    return 2 * u + 4


for x in (0, 1, 2):
    print(f"x = {x}  {second(first(x)):2}  {6 * x + 6:2}")
# --8<-- [end:two-straight]

for x in range(-100, 101):
    assert second(first(x)) == 6 * x + 6

# --8<-- [start:network]
inputs = [0.5, -1.0, 2.0, 0.25]

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


def forward(weights, biases, inputs):
    zs = []
    for j in range(len(biases)):
        z = biases[j]
        for i in range(len(inputs)):
            z = z + weights[j][i] * inputs[i]
        zs.append(z)
    return zs


# --8<-- [end:network]

assert inputs == example.INPUTS
assert hidden_weights == example.HIDDEN_WEIGHTS
assert hidden_biases == example.HIDDEN_BIASES
assert last_weights == example.LAST_WEIGHTS
assert last_biases == example.LAST_BIASES

# --8<-- [start:fold]
one_weights = []
for j in range(3):
    row = []
    for i in range(4):
        w = 0.0
        for h in range(2):
            w = w + last_weights[j][h] * hidden_weights[h][i]
        row.append(w)
    one_weights.append(row)
one_biases = forward(last_weights, last_biases, hidden_biases)

hidden = forward(hidden_weights, hidden_biases, inputs)
two_layers = forward(last_weights, last_biases, hidden)
one_layer = forward(one_weights, one_biases, inputs)
for j in range(3):
    print(f"two layers {two_layers[j]:6.3f}  one layer {one_layer[j]:6.3f}")
# --8<-- [end:fold]

assert abs(one_weights[0][0] - 0.18) < 1e-15
assert hidden == loops.forward(hidden_weights, hidden_biases, inputs)
assert two_layers == loops.forward(last_weights, last_biases, hidden)
for point in (inputs, [3.0, 1.0, -2.0, 5.0], [-10.0, 7.5, 0.0, 100.0]):
    two = forward(
        last_weights, last_biases, forward(hidden_weights, hidden_biases, point)
    )
    one = forward(one_weights, one_biases, point)
    for j in range(3):
        assert abs(one[j] - two[j]) < 1e-12


# --8<-- [start:bent]
def straight(x):
    hidden = forward(hidden_weights, hidden_biases, [x, -1.0, 2.0, 0.25])
    return forward(last_weights, last_biases, hidden)[0]


def bent(x):
    hidden = forward(hidden_weights, hidden_biases, [x, -1.0, 2.0, 0.25])
    for h in range(2):
        hidden[h] = sigmoid(hidden[h])
    return forward(last_weights, last_biases, hidden)[0]


for x in (-10, -5, 0, 5):
    s = straight(x + 5) - straight(x)
    b = bent(x + 5) - bent(x)
    print(f"{x:>3} to {x + 5:>2}  straight {s:.4f}  bent {b:.4f}")
# --8<-- [end:bent]

for x in (-10, -5, 0, 5):
    assert abs(straight(x + 5) - straight(x) - 5 * one_weights[0][0]) < 1e-12
    assert abs(bent(x + 5) - bent(x) - 5 * one_weights[0][0]) > 0.5

# --8<-- [start:wrong-turned-round]
# Goes through the second stage first.
print(first(second(2)))
# --8<-- [end:wrong-turned-round]

# --8<-- [start:wrong-added]
# Gives both stages the same x, and adds.
print(first(2) + second(2))
# --8<-- [end:wrong-added]

# --8<-- [start:wrong-one-route]
# Takes one route only, through hidden neuron 0.
print(f"{5 * last_weights[0][0] * hidden_weights[0][0]:.4f}")
# --8<-- [end:wrong-one-route]

# --8<-- [start:wrong-no-5]
# Forgets that the input moves by 5.
print(f"{one_weights[0][0]:.4f}")
# --8<-- [end:wrong-no-5]
