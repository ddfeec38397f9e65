"""Forward through the layers of a network, and back, for many samples at once.

A sample is a row: a layer makes N rows of n numbers from N rows of m.

    z = a Wᵀ + b         (N, n) = (N, m) (m, n) + (n,)    a of the layer before
    a = f(z)             (N, n)

Back from the cost, with δ = ∂C/∂z:

    ∂C/∂W = δᵀ a         (n, m) = (n, N) (N, m)           a of the layer before
    ∂C/∂b = Σ δ          (n,)                             over the samples
    ∂C/∂a = δ W          (N, m) = (N, n) (n, m)           a of the layer before
    δ = ∂C/∂a · f′(z)    (N, m)                           of the layer before

They are the formulas of ``loops``, with a matrix product for each of its inner loops.
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
    """The arrays that N samples pass through: made once, filled again at each step.

    a[0] are the inputs; z[k] and a[k + 1] are what layer k makes of a[k], and delta[k]
    is its δ. The targets y (N, n) are set by whoever goes back. The inputs and what the
    last layer makes may be replaced by other arrays of their shape.
    """

    def __init__(self, x: Array, sizes: tuple[int, ...]) -> None:
        """Keep x itself, and room for all that comes of it."""
        shapes = [(len(x), n) for n in sizes[1:]]
        self.a = [x, *(np.empty(shape, x.dtype) for shape in shapes)]
        self.z = [np.empty(shape, x.dtype) for shape in shapes]
        self.delta = [np.empty(shape, x.dtype) for shape in shapes]
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
        """Fill in z and a, from the first layer to the last."""
        for k, (weights, biases) in enumerate(parameters.layers):
            activate, _ = self._functions[k]
            z = batch.z[k]
            batch.a[k].dot(weights.T, out=z)  # (N, n) = (N, m) (m, n)
            z += biases  # (N, n)
            activate(z, batch.a[k + 1])  # (N, n)

    def backward(
        self, parameters: Parameters, batch: Batch, slopes: Parameters
    ) -> None:
        """Fill in δ and the slopes, from the last layer to the first.

        The slopes are the sum over the samples.
        """
        # This is ∂C/∂a of squared error. Of cross-entropy it is δ at once, since the
        # slope of the activation cancels out.
        np.subtract(batch.a[-1], batch.y, out=batch.delta[-1])  # (N, n)
        is_delta = self._cross_entropy is not None
        for k in reversed(range(len(parameters.layers))):
            delta = batch.delta[k]
            if not is_delta:
                _, through_activation = self._functions[k]
                through_activation(batch.a[k + 1], delta)  # (N, n)
            weight_slopes, bias_slopes = slopes.layers[k]
            delta.T.dot(batch.a[k], out=weight_slopes)  # (n, m) = (n, N) (N, m)
            batch.ones.dot(delta, out=bias_slopes)  # (n,) = (N,) (N, n)
            if k > 0:
                weights, _ = parameters.layers[k]
                delta.dot(weights, out=batch.delta[k - 1])  # (N, m) = (N, n) (n, m)
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
