"""The network that ``derivlearn.network`` offers: checked, fast, and saved."""

import math
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Self

import numpy as np
import numpy.typing as npt

from derivlearn.network import _checks, _files
from derivlearn.network._descent import ROWS_AT_ONCE, Descent, Order, measure, slices
from derivlearn.network._functions import Array
from derivlearn.network._parameters import Parameters, Parts, count
from derivlearn.network._passes import Batch, Passes
from derivlearn.network._standardise import scale_warning


class Progress(NamedTuple):
    """How an epoch went: the mean cost and accuracy of all samples.

    Each is measured on the way, just before the step that learns from it. What the
    network makes of them after the epoch is told by ``cost_of`` and ``accuracy``.
    """

    epoch: int
    cost: float
    accuracy: float


class Network:
    """Layers of neurons, each fed by all outputs of the layer before.

    Weights begin as normally distributed numbers times √(1/m), so that the spread of z
    does not depend on m; before a ReLU, which drops half of what it gets, times √(2/m).
    Biases begin as 0.

    Args:
        sizes: How many inputs the network has, then how many outputs each layer has:
            [64, 30, 10] is 64 inputs, 30 hidden neurons and 10 outputs.
        activation: "sigmoid", "tanh", "relu" or "softmax" for all layers, or a list
            with one of these for each layer. Softmax is for the last one.
        cost: "squared_error", ½ Σ (a - y)², or "cross_entropy": for sigmoids, each of
            which answers yes or no on its own, or for softmax, which shares out 1.
        seed: A whole number from 0 on; it decides the weights.
        dtype: "float64" or "float32", for all parameters and results.

    Raises:
        ValueError: If there are fewer than two sizes, a size is below 1, a name is not
            known, or activation and cost do not go together.

    Source:
        √(1/m): LeCun, Bottou, Orr and Müller, Efficient BackProp, section 4.6.
        √(2/m): He, Zhang, Ren and Sun, Delving Deep into Rectifiers, section 2.2.
    """

    def __init__(
        self,
        sizes: Sequence[int],
        *,
        activation: str | Sequence[str],
        cost: str,
        seed: int,
        dtype: npt.DTypeLike = "float64",
    ) -> None:
        """Check that all of it fits together, then draw the weights."""
        self._sizes = _checks.network_sizes(sizes)
        self._activations = _checks.activation_names(activation, self._sizes)
        self._cost = _checks.cost_name(cost, self._activations[-1])
        self._dtype = _checks.float_dtype(dtype)
        self._passes = Passes(self._activations, self._cost)
        rng = _checks.generator(seed)
        self._flat = np.zeros(count(self._sizes), self._dtype)
        for name, weights in zip(self._activations, self.weights, strict=True):
            m = weights.shape[1]
            spread = math.sqrt((2 if name == "relu" else 1) / m)
            weights[...] = rng.standard_normal(weights.shape) * spread  # (n, m)

    @property
    def sizes(self) -> tuple[int, ...]:
        """The number of inputs, then of the outputs of each layer: L + 1 numbers."""
        return self._sizes

    @property
    def activations(self) -> tuple[str, ...]:
        """L names, one for each layer."""
        return self._activations

    @property
    def cost(self) -> str:
        """The name of the cost; ``cost_of`` computes it."""
        return self._cost

    @property
    def dtype(self) -> np.dtype[Any]:
        """The kind of float that parameters and results are."""
        return self._dtype

    @property
    def weights(self) -> Parts:
        """L arrays (n, m), as in ``loops``: weights[l][j, i] from input i to output j.

        They are the network's own: ``network.weights[0][2, 1] += 0.1`` changes it.
        Whole arrays are checked and copied: ``network.weights[0] = array``.
        """
        return Parts("weights", self._parameters().weights)

    @weights.setter
    def weights(self, arrays: Sequence[npt.ArrayLike]) -> None:
        self.weights.replace(arrays)

    @property
    def biases(self) -> Parts:
        """L arrays (n,), to be read and set like the weights."""
        return Parts("biases", self._parameters().biases)

    @biases.setter
    def biases(self, arrays: Sequence[npt.ArrayLike]) -> None:
        self.biases.replace(arrays)

    def __repr__(self) -> str:
        """All that was chosen but the seed: its weights may have learnt since."""
        return (
            f"Network({list(self._sizes)}, activation={list(self._activations)}, "
            f"cost={self._cost!r}, dtype={self._dtype.name!r})"
        )

    @np.errstate(all="ignore")
    def forward(self, x: npt.ArrayLike) -> Array:
        """The outputs a for the inputs x.

        Args:
            x: One sample (m,), or N of them (N, m).

        Returns:
            n outputs (n,), or (N, n).

        Raises:
            ValueError: If x has another shape, is empty or not finite, or if an output
                is not finite.
        """
        samples, single = self._checked_inputs(x)  # (N, m)
        parameters = self._parameters()
        outputs = np.empty((len(samples), self._sizes[-1]), self._dtype)  # (N, n)
        for rows in slices(len(samples), ROWS_AT_ONCE):
            batch = Batch(samples[rows], self._sizes)
            self._passes.forward(parameters, batch)
            outputs[rows] = batch.a[-1]
        self._check_result("an output", outputs)
        return outputs[0] if single else outputs

    def cost_of(self, x: npt.ArrayLike, y: npt.ArrayLike) -> float:
        """C, the mean over the samples.

        Args:
            x: One sample (m,), or N of them (N, m).
            y: The targets, (n,) or (N, n). Or labels: for each sample the number of the
                output that should be 1 while the others are 0. With one output, y may
                be (N,): its targets.

        Returns:
            The cost.

        Raises:
            ValueError: If a shape does not fit, x or y is empty or not finite, a label
                has no output, cross-entropy cannot have such targets, or if the cost is
                not finite.
        """
        return self._checked_measure(x, y)[0]

    def accuracy(self, x: npt.ArrayLike, y: npt.ArrayLike) -> float:
        """The share of the samples that are answered right.

        The answer is the number of the largest output; right is the number of the
        largest target. With one output, the answer is whether it is above ½.

        Args:
            x: One sample (m,), or N of them (N, m).
            y: As in cost_of.

        Returns:
            From 0 to 1.

        Raises:
            ValueError: As in cost_of.
        """
        return self._checked_measure(x, y)[1]

    @np.errstate(all="ignore")
    def gradients(
        self, x: npt.ArrayLike, y: npt.ArrayLike
    ) -> tuple[list[Array], list[Array]]:
        """∂C/∂W and ∂C/∂b of all layers, the mean over the samples.

        Args:
            x: One sample (m,), or N of them (N, m).
            y: As in cost_of.

        Returns:
            The slopes of the weights, laid out like the weights, and those of the
            biases, laid out like the biases.

        Raises:
            ValueError: As in cost_of, or if a slope is not finite.
        """
        samples, targets = self._checked_samples(x, y)
        parameters = self._parameters()
        slopes = parameters.empty_like()
        batch = Batch(samples, self._sizes)
        batch.y = targets
        self._passes.forward(parameters, batch)
        self._passes.backward(parameters, batch, slopes)
        slopes.flat /= len(samples)
        self._check_result("a slope", slopes.flat)
        return slopes.weights, slopes.biases

    def train(  # noqa: PLR0913 - every one of them is the caller's choice
        self,
        x: npt.ArrayLike,
        y: npt.ArrayLike,
        *,
        epochs: int,
        batch_size: int,
        learning_rate: float,
        seed: int,
    ) -> Iterator[Progress]:
        """W ← W - rate · ∂C/∂W, and b likewise, once for each batch of samples.

        The network learns while the result is looped over, one epoch each time::

            for epoch, cost, accuracy in network.train(x, y, epochs=30, …):
                print(epoch, cost, accuracy)

        A loop that stops early leaves it as it was after the last epoch. In each epoch
        the samples are taken in the order ``rng.permutation(N)``, with
        ``rng = numpy.random.default_rng(seed)``.

        Args:
            x: N samples (N, m). Leave them as they are until the loop is over.
            y: As in cost_of.
            epochs: How often to go through all samples, at least once.
            batch_size: How many samples make a step; the last step of an epoch takes
                those that are left.
            learning_rate: The rate, above 0.
            seed: A whole number from 0 on; it decides the order.

        Returns:
            An iterator over the epochs: the number of each, from 1 on, and the mean
            cost and accuracy of the samples, each just before it was learnt from.

        Raises:
            ValueError: At once, as in cost_of or if another argument is out of range.
                In the loop, if learning_rate is so large that numbers overflow; the
                network is then as it was before that epoch.
        """
        samples, targets = self._checked_samples(x, y)
        epochs = _checks.whole("epochs", epochs, least=1)
        rng = _checks.generator(seed)
        descent = Descent(
            self._passes,
            self._parameters(),
            samples,
            targets,
            batch_size=min(
                _checks.whole("batch_size", batch_size, least=1), len(samples)
            ),
            learning_rate=_checks.rate(learning_rate),
        )
        if warning := scale_warning(samples):
            warnings.warn(warning, stacklevel=2)
        return self._epochs(descent, epochs, rng)

    def save(self, path: str | Path) -> None:
        """Write everything into a file, for ``load``: text, in JSON.

        It is written beside the path and then put in its place, so that what was there
        before is lost only when the new file is whole.

        Args:
            path: Where to.

        Raises:
            OSError: If the file cannot be written.
            ValueError: If a parameter is not finite.
        """
        self._check_parameters()
        parameters = self._flat
        saved = _files.Saved(self._sizes, self._activations, self._cost, parameters)
        _files.write(path, saved)

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """The network that ``save`` wrote, the same to the last bit.

        Args:
            path: Where it is.

        Returns:
            A new network.

        Raises:
            OSError: If the file cannot be read.
            ValueError: If it holds no network, or has changed since it was written.
        """
        saved = _files.read(path)
        network = cls(
            saved.sizes,
            activation=saved.activations,
            cost=saved.cost,
            seed=0,
            dtype=saved.parameters.dtype,
        )
        network._flat[...] = saved.parameters
        network._check_parameters()
        return network

    def _parameters(self) -> Parameters:
        """The network's own weights and biases."""
        return Parameters(self._flat, self._sizes)

    def _epochs(
        self, descent: Descent, epochs: int, rng: np.random.Generator
    ) -> Iterator[Progress]:
        """Let a copy of the parameters learn, and keep it if the epoch ends well."""
        for epoch in range(1, epochs + 1):
            descent.learner.flat[...] = self._flat
            order: Order = rng.permutation(len(descent.x))  # (N,)
            cost, accuracy = descent.epoch(order)
            if not (math.isfinite(cost) and descent.has_ended_well(order)):
                self._check_parameters()  # or they are to blame
                self.cost_of(descent.x, descent.y)  # or x and y
                raise ValueError(
                    f"learning_rate = {descent.learning_rate!r} is too large: numbers "
                    f"overflow in epoch {epoch}; the network is as it was before that "
                    "epoch"
                )
            self._flat[...] = descent.learner.flat
            yield Progress(epoch, cost, accuracy)

    def _checked_measure(
        self, x: npt.ArrayLike, y: npt.ArrayLike
    ) -> tuple[float, float]:
        """The cost and the accuracy, if the cost is finite."""
        samples, targets = self._checked_samples(x, y)
        cost, accuracy = measure(self._passes, self._parameters(), samples, targets)
        self._check_result("the cost", np.array(cost))
        return cost, accuracy

    def _checked_samples(
        self, x: npt.ArrayLike, y: npt.ArrayLike
    ) -> tuple[Array, Array]:
        """The inputs (N, m) and the targets (N, n), as floats of this network."""
        samples, single = self._checked_inputs(x)
        return samples, self._checked_targets(y, len(samples), single=single)

    def _checked_inputs(self, x: npt.ArrayLike) -> tuple[Array, bool]:
        """The inputs (N, m), and whether a single sample was given without an N."""
        m = self._sizes[0]
        array = _checks.array("x", x)
        if array.ndim not in (1, 2) or array.shape[-1] != m:
            raise ValueError(
                f"x has shape {array.shape}, expected (N, {m}), or ({m},) for a single "
                "sample"
            )
        if not array.size:
            raise ValueError("x is empty: give at least one sample")
        samples = _checks.floats("x", array, self._dtype)
        return np.atleast_2d(samples), array.ndim == 1

    def _checked_targets(self, y: npt.ArrayLike, count: int, *, single: bool) -> Array:
        """The targets (N, n), made from labels if y holds labels."""
        n = self._sizes[-1]
        array = _checks.array("y", y)
        one_each = () if single else (count,)
        if n > 1 and array.shape == one_each:
            return _checks.one_hot(array, n, self._dtype)
        if array.shape not in ((*one_each, n), one_each):
            raise ValueError(
                f"y has shape {array.shape}, expected {(*one_each, n)} for targets or "
                f"{one_each} for labels, as many as x has samples"
            )
        targets = _checks.floats("y", array, self._dtype)
        if self._cost == "cross_entropy":
            _checks.check_probabilities(array)
            if self._activations[-1] == "softmax":
                _checks.check_shares(array)
        return targets.reshape(count, n)

    def _check_result(self, name: str, values: Array) -> None:
        """A number that is not finite comes from a parameter or from an overflow."""
        if np.isfinite(values).all():
            return
        self._check_parameters()
        raise ValueError(
            f"{name} is too large for {self._dtype.name}: "
            "x, y or a parameter is too large"
        )

    def _check_parameters(self) -> None:
        """Raise if one of them is not finite."""
        for parts in (self.weights, self.biases):
            parts.check()
