"""The weights and biases of a network as one row of numbers, with views into it.

So a step of gradient descent is a single subtraction, whatever the number of layers.
"""

import itertools
from collections.abc import Sequence
from typing import overload

import numpy as np
import numpy.typing as npt

from derivlearn._inner.checks import shown
from derivlearn.network import _checks
from derivlearn.network._functions import Array


def count(sizes: tuple[int, ...]) -> int:
    """How many weights and biases there are."""
    return sum(n * m + n for m, n in itertools.pairwise(sizes))


class Parameters:
    """All parameters in one row, and views of the weights and biases of each layer."""

    def __init__(self, flat: Array, sizes: tuple[int, ...]) -> None:
        """Layer after layer: n · m weights, row after row, then n biases."""
        self.flat = flat
        self.sizes = sizes
        self.weights: list[Array] = []  # (n, m) each
        self.biases: list[Array] = []  # (n,) each
        start = 0
        for m, n in itertools.pairwise(sizes):
            middle = start + n * m
            end = middle + n
            self.weights.append(flat[start:middle].reshape(n, m))
            self.biases.append(flat[middle:end])
            start = end

    def empty_like(self) -> "Parameters":
        """As many, for numbers to come."""
        return Parameters(np.empty_like(self.flat), self.sizes)


class Parts(Sequence[Array]):
    """The weights, or the biases, of all layers; to be read and set, never resized."""

    def __init__(self, name: str, arrays: list[Array]) -> None:
        """Keep the views."""
        self._name = name
        self._arrays = arrays

    def __len__(self) -> int:
        """L."""
        return len(self._arrays)

    @overload
    def __getitem__(self, layer: int) -> Array: ...
    @overload
    def __getitem__(self, layer: slice) -> list[Array]: ...
    def __getitem__(self, layer: int | slice) -> Array | list[Array]:
        """Those of a layer, or of some layers."""
        if not isinstance(layer, slice):
            self._check_layer(layer)
        return self._arrays[layer]

    def __setitem__(self, layer: int, values: npt.ArrayLike) -> None:
        """Copy values into a layer."""
        self._check_layer(layer)
        self._arrays[layer][...] = self._checked(layer, values)

    def __repr__(self) -> str:
        """As a list of arrays."""
        return repr(self._arrays)

    def replace(self, arrays: Sequence[npt.ArrayLike]) -> None:
        """Copy arrays into all layers, once all of them are known to fit."""
        arrays = _checks.sequence(self._name, arrays)
        if len(arrays) != len(self):
            raise ValueError(
                f"{self._name} has length {len(arrays)}, expected {len(self)}: "
                "one array for each layer"
            )
        # Copies, since arrays may be views of these very layers, in another order.
        copies = [self._checked(k, values).copy() for k, values in enumerate(arrays)]
        for layer in range(len(self)):
            self._arrays[layer][...] = copies[layer]

    def check(self) -> None:
        """Raise if a number is not finite."""
        for layer, array in enumerate(self._arrays):
            _checks.floats(f"{self._name}[{layer}]", array, array.dtype)

    def _check_layer(self, layer: int) -> None:
        """Counted from 0, or from the end with -1."""
        count = len(self)
        if not isinstance(layer, (int, np.integer)):
            raise TypeError(
                f"{self._name}[{shown(layer)}]: a layer is one whole number; "
                f"what is in it comes behind, as in {self._name}[0][1, 2]"
            )
        if not -count <= layer < count:
            raise IndexError(
                f"{self._name}[{layer}]: the layers are numbered from 0 to {count - 1}"
            )

    def _checked(self, layer: int, values: npt.ArrayLike) -> Array:
        """Values of the shape of a layer, as its floats."""
        name = f"{self._name}[{layer}]"
        array = _checks.array(name, values)
        _checks.check_shape(name, array, self._arrays[layer].shape)
        return _checks.floats(name, array, self._arrays[layer].dtype)
