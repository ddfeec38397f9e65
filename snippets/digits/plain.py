"""The network of the chapter, written out in NumPy: forward, back, learning."""

# --8<-- [start:load]
import numpy as np

from derivlearn import data

X, digits = data.digits()
X = np.array(X) / 16
digits = np.array(digits)
print(X.shape, digits.shape)
# --8<-- [end:load]


# --8<-- [start:forward]
def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def softmax(z):
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def forward_layers(weights, biases, x):
    zs = []
    layer_inputs = []
    for layer in range(len(weights)):
        W, b = weights[layer], biases[layer]
        z = x @ W.T + b  # (N, n)
        zs.append(z)
        layer_inputs.append(x)  # (N, m)
        x = sigmoid(z)  # (N, n)
    return zs, layer_inputs


# --8<-- [end:forward]


# --8<-- [start:backward]
def backward_layers(deltas, weights, zs, layer_inputs):
    weight_slopes = []
    bias_slopes = []
    for layer in range(len(weights) - 1, -1, -1):
        W_slopes = deltas.T @ layer_inputs[layer]  # (n, m)
        b_slopes = deltas.sum(axis=0)  # (n,)
        weight_slopes.insert(0, W_slopes)
        bias_slopes.insert(0, b_slopes)
        if layer > 0:
            s = sigmoid(zs[layer - 1])  # (N, m)
            routes = deltas @ weights[layer]  # (N, m)
            deltas = routes * s * (1 - s)  # (N, m)
    return weight_slopes, bias_slopes


# --8<-- [end:backward]


# --8<-- [start:train]
def train(weights, biases, x, targets, dice):
    order = dice.permutation(len(x))  # (N,)
    for k in range(0, len(x), 10):
        rows = order[k : k + 10]
        zs, layer_inputs = forward_layers(weights, biases, x[rows])
        deltas = softmax(zs[-1]) - targets[rows]  # (10, n)
        W_slopes, b_slopes = backward_layers(
            deltas / len(rows), weights, zs, layer_inputs
        )
        for layer in range(len(weights)):
            weights[layer] -= 0.5 * W_slopes[layer]  # (n, m)
            biases[layer] -= 0.5 * b_slopes[layer]  # (n,)


# --8<-- [end:train]

# --8<-- [start:learn]
dice = np.random.default_rng(1)
weights = []
biases = []
for m, n in ((64, 30), (30, 10)):
    weights.append(dice.standard_normal((n, m)) / np.sqrt(m))
    biases.append(np.zeros(n))

targets = np.eye(10)[digits]  # (N, n)
dice = np.random.default_rng(1)
for _ in range(30):
    train(weights, biases, X[:1297], targets[:1297], dice)

zs, _ = forward_layers(weights, biases, X[1297:])
read = zs[-1].argmax(axis=1)
print("wrong:", int((read != digits[1297:]).sum()), "of 500")
# --8<-- [end:learn]

# The package has these lines, too, and its Network learns the same.
from derivlearn.network import Network, plain  # noqa: E402 - no part of the page

_weights, _biases = plain.start([64, 30, 10], 1)
plain.train(
    _weights,
    _biases,
    X[:1297],
    digits[:1297],
    epochs=30,
    batch_size=10,
    learning_rate=0.5,
    seed=1,
)
_network = Network(
    [64, 30, 10], activation=["sigmoid", "softmax"], cost="cross_entropy", seed=1
)
for _ in _network.train(
    X[:1297], digits[:1297], epochs=30, batch_size=10, learning_rate=0.5, seed=1
):
    pass
for _layer in (0, 1):
    for _theirs in (_weights, _network.weights):
        assert abs(_theirs[_layer] - weights[_layer]).max() < 1e-9
    for _theirs in (_biases, _network.biases):
        assert abs(_theirs[_layer] - biases[_layer]).max() < 1e-9
