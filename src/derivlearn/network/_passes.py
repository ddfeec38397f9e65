"""Forward and back as in ``plain``, into arrays that are there already.

To make an array takes about as long as to fill a small one. So those that N samples
pass through are made once, and filled anew at each step.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from derivlearn.network._functions import (
    ACTIVATIONS,
    CROSS_ENTROPIES,
    Array,
    squared_error,
)
from derivlearn.network._parameters import Parameters


class Batch:
    """The arrays of N samples: a[0] are the inputs, a[-1] the outputs, y the targets.

    Layer l makes z[l] of a[l], and of that a[l + 1]; deltas[l] is its δ. The inputs, z
    and a of the last layer, and y, may be replaced by other arrays of their shape.
    """

    def __init__(self, x: Array, sizes: tuple[int, ...]) -> None:
        """Keep x itself, and room for all that comes of it."""
        shapes = [(len(x), n) for n in sizes[1:]]
        self.a = [x, *(np.empty(shape, x.dtype) for shape in shapes)]
        self.z = [np.empty(shape, x.dtype) for shape in shapes]
        self.deltas = [np.empty(shape, x.dtype) for shape in shapes]
        self.y: Array
        self.ones = np.ones(len(x), x.dtype)


class Passes:
    """The two ways through a network, and the cost where they meet."""

    def __init__(self, activations: tuple[str, ...], cost: str) -> None:
        """Look the functions up, once."""
        self._functions = [ACTIVATIONS[name] for name in activations]
        # None for the squared error.
        self._cross_entropy = None
        if cost == "cross_entropy":
            self._cross_entropy = CROSS_ENTROPIES[activations[-1]]

    def forward(self, parameters: Parameters, batch: Batch) -> None:
        """Fill in z = a Wᵀ + b and a = f(z), from the first layer to the last."""
        for layer, (activate, _) in enumerate(self._functions):
            z = batch.z[layer]
            batch.a[layer].dot(parameters.weights[layer].T, out=z)  # (N, n)
            z += parameters.biases[layer]  # (N, n)
            activate(z, batch.a[layer + 1])  # (N, n)

    def backward(
        self, parameters: Parameters, batch: Batch, slopes: Parameters
    ) -> None:
        """Fill in δ, ∂C/∂W = δᵀ a and ∂C/∂b = Σ δ, from the last layer to the first.

        The slopes are the sum over the samples.
        """
        # This is ∂C/∂a of squared error. Of cross-entropy it is δ at once, since the
        # slope of the activation cancels out.
        np.subtract(batch.a[-1], batch.y, out=batch.deltas[-1])  # (N, n)
        is_delta = self._cross_entropy is not None
        for layer in reversed(range(len(self._functions))):
            deltas = batch.deltas[layer]
            if not is_delta:
                _, through_activation = self._functions[layer]
                through_activation(batch.a[layer + 1], deltas)  # (N, n)
            deltas.T.dot(batch.a[layer], out=slopes.weights[layer])  # (n, m)
            batch.ones.dot(deltas, out=slopes.biases[layer])  # (n,)
            if layer > 0:
                weights = parameters.weights[layer]
                deltas.dot(weights, out=batch.deltas[layer - 1])  # (N, m)
                is_delta = False

    def tally(self, z: Array, a: Array, y: Array) -> tuple[float, int]:
        """The cost of the outputs of N samples, added up, and how many are right."""
        if self._cross_entropy is None:
            cost = squared_error(a, y)
        else:
            cost = self._cross_entropy(z, y)
        return cost, int((_answers(a) == _answers(y)).sum())


def _answers(rows: Array) -> npt.NDArray[Any]:
    """The number of the largest entry in each row; of one alone, whether it is > ½."""
    answers: npt.NDArray[Any] = rows[:, 0] > 0.5  # noqa: PLR2004 - no or yes
    if rows.shape[1] > 1:
        answers = rows.argmax(axis=1)
    return answers
