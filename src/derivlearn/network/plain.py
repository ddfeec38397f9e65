"""A network in NumPy, as plain as it can be: ``loops`` for N samples at once.

A sample is a row. Each line of a formula has the shape of what it makes beside it, and
n outputs of a layer are m inputs of the next. The cost of N samples is the mean of
theirs, so the last deltas of a sample are divided by N.
"""

import itertools
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

__all__ = [
    "backward_layers",
    "forward_layers",
    "sigmoid",
    "sigmoid_derivative",
    "softmax",
    "start",
    "train",
]

Array = npt.NDArray[np.float64]
Arrays = list[Array]  # one for each layer
Function = Callable[[Array], Array]


def start(sizes: list[int], seed: int) -> tuple[Arrays, Arrays]:
    """Weights (n, m) that keep the spread of z, for any m, and biases (n,) of 0."""
    rng = np.random.default_rng(seed)
    weights = []
    biases = []
    for m, n in itertools.pairwise(sizes):
        weights.append(rng.standard_normal((n, m)) * np.sqrt(1 / m))  # (n, m)
        biases.append(np.zeros(n))  # (n,)
    return weights, biases


def sigmoid(z: Array) -> Array:
    """σ(z) = 1 / (1 + e⁻ᶻ)."""
    powers: Array = np.exp(-z)
    return 1 / (1 + powers)


def sigmoid_derivative(z: Array) -> Array:
    """σ′(z) = σ(z) (1 - σ(z))."""
    return sigmoid(z) * (1 - sigmoid(z))


def softmax(z: Array) -> Array:
    """sᵢ = e^zᵢ / Σⱼ e^zⱼ, in each row."""
    powers: Array = np.exp(z - z.max(axis=1, keepdims=True))  # (N, n)
    shares: Array = powers / powers.sum(axis=1, keepdims=True)  # (N, n)
    return shares


def forward_layers(
    weights: Arrays, biases: Arrays, x: Array, activation: Function
) -> tuple[Arrays, Arrays]:
    """For each layer z = x Wᵀ + b, and activation(z) goes into the next one."""
    zs = []
    layer_inputs = []
    for W, b in zip(weights, biases, strict=True):
        layer_inputs.append(x)  # (N, m)
        zs.append(x @ W.T + b)  # (N, n)
        x = activation(zs[-1])  # (N, n)
    return zs, layer_inputs


def backward_layers(
    last_deltas: Array,
    weights: Arrays,
    zs: Arrays,
    layer_inputs: Arrays,
    activation_derivative: Function,
) -> tuple[Arrays, Arrays]:
    """∂C/∂W = δᵀ x, ∂C/∂b = Σ δ, and δ = δ_next W_next ⊙ σ′(z), from last to first."""
    deltas = last_deltas  # (N, n)
    weight_slopes: Arrays = []
    bias_slopes: Arrays = []
    for layer in range(len(weights) - 1, -1, -1):
        weight_slopes.insert(0, deltas.T @ layer_inputs[layer])  # (n, m)
        bias_slopes.insert(0, deltas.sum(axis=0))  # (n,)
        if layer > 0:
            routes = deltas @ weights[layer]  # (N, m)
            deltas = routes * activation_derivative(zs[layer - 1])  # (N, m)
    return weight_slopes, bias_slopes


def train(  # noqa: PLR0913 - every one of them is the caller's choice
    weights: Arrays,
    biases: Arrays,
    x: Array,
    labels: npt.NDArray[np.integer],
    *,
    epochs: int,
    batch_size: int,
    learning_rate: float,
    seed: int,
) -> None:
    """W ← W - rate · ∂C/∂W for each batch: sigmoids, then softmax, cross-entropy."""
    y = np.eye(len(biases[-1]))[labels]  # (N, n)
    rng = np.random.default_rng(seed)
    for _ in range(epochs):
        order = rng.permutation(len(x))  # (N,)
        for k in range(0, len(x), batch_size):
            rows = order[k : k + batch_size]  # (N,), of this batch
            zs, inputs = forward_layers(weights, biases, x[rows], sigmoid)
            deltas = (softmax(zs[-1]) - y[rows]) / len(rows)  # (N, n)
            slopes = backward_layers(deltas, weights, zs, inputs, sigmoid_derivative)
            for layer in range(len(weights)):
                weights[layer] -= learning_rate * slopes[0][layer]  # (n, m)
                biases[layer] -= learning_rate * slopes[1][layer]  # (n,)
