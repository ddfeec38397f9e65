"""Networks and samples to try, for more than one file of tests."""

import itertools
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from hypothesis import strategies as st

from derivlearn.network import Network

HIDDEN = ("sigmoid", "tanh", "relu")
# What may come last, and the cost that is measured there.
LAST = (
    ("sigmoid", "squared_error"),
    ("tanh", "squared_error"),
    ("relu", "squared_error"),
    ("softmax", "squared_error"),
    ("sigmoid", "cross_entropy"),
    ("softmax", "cross_entropy"),
)

Numbers = npt.NDArray[np.float64]


class Case(NamedTuple):
    """A network, N samples for it and their targets."""

    network: Network
    x: Numbers  # (N, m)
    y: Numbers  # (N, n)


@st.composite
def cases(draw: st.DrawFn, max_size: int = 5, dtype: str = "float64") -> Case:
    """Return networks of up to four layers, with biases that are not 0."""
    last, cost = draw(st.sampled_from(LAST), label="last activation, cost")
    hidden = draw(st.lists(st.sampled_from(HIDDEN), max_size=3), label="hidden")
    length = len(hidden) + 1
    numbers = st.integers(1, max_size)
    sizes = draw(st.lists(numbers, min_size=length, max_size=length), label="sizes")
    outputs = draw(st.integers(2 if last == "softmax" else 1, max_size), label="n")
    seed = draw(st.integers(0, 2**32), label="seed")
    network = Network(
        [*sizes, outputs],
        activation=[*hidden, last],
        cost=cost,
        seed=seed,
        dtype=dtype,
    )
    rng = np.random.default_rng(seed)
    network.biases = [rng.normal(size=biases.shape) for biases in network.biases]
    count = draw(st.integers(1, 7), label="N")
    x = rng.normal(size=(count, sizes[0]))
    y = rng.random((count, outputs))
    if last == "softmax":
        y /= y.sum(axis=1, keepdims=True)
    return Case(network, x, y)


def parameters(network: Network) -> list[float]:
    """Return all weights and biases, layer after layer."""
    layers = zip(network.weights, network.biases, strict=True)
    return [float(p) for part in itertools.chain(*layers) for p in part.flat]


def set_parameters(network: Network, values: list[float]) -> None:
    """Set all weights and biases, in the order of ``parameters``."""
    start = 0
    for parts in zip(network.weights, network.biases, strict=True):
        for part in parts:
            part[...] = np.reshape(values[start : start + part.size], part.shape)
            start += part.size


def flat(slopes: tuple[Sequence[Any], Sequence[Any]]) -> list[float]:
    """Return slopes of weights and of biases in the order of ``parameters``."""
    layers = zip(*slopes, strict=True)
    return [float(g) for part in itertools.chain(*layers) for g in np.ravel(part)]


def bits(network: Network) -> bytes:
    """Return every bit of the parameters."""
    return np.array(parameters(network), network.dtype).tobytes()
