"""What a network is given, checked: errors name the argument, the place and the reason.

Functions named after a thing return it, made fit for use; those named ``check_…``
return nothing.
"""

import math
import operator
from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from derivlearn._inner.checks import check_number, shown
from derivlearn.costs import TARGET_TOLERANCE
from derivlearn.network._functions import ACTIVATIONS, CROSS_ENTROPIES, Array

COSTS = ("squared_error", "cross_entropy")
DTYPES = ("float64", "float32")

Item = TypeVar("Item")


def whole(name: str, value: int, *, least: int) -> int:
    """The value as an int, if it is a whole number and not too small."""
    try:
        number = operator.index(value)
    except TypeError as error:
        raise TypeError(
            f"{name} is {shown(value)}, which is no whole number"
        ) from error
    if number < least:
        raise ValueError(f"{name} = {number} is below {least}")
    return number


def generator(seed: int) -> np.random.Generator:
    """Where random numbers come from; never from the clock."""
    return np.random.default_rng(whole("seed", seed, least=0))


def rate(learning_rate: float) -> float:
    """A finite number above 0."""
    check_number("learning_rate", learning_rate)
    if not 0 < learning_rate < math.inf:
        raise ValueError(
            f"learning_rate = {learning_rate!r} is no rate: give a number above 0"
        )
    return float(learning_rate)


def network_sizes(sizes: Sequence[int]) -> tuple[int, ...]:
    """Whole numbers from 1 on, two at least."""
    sizes = sequence("sizes", sizes)
    if len(sizes) < 2:  # noqa: PLR2004 - the two that the message names
        raise ValueError(
            f"sizes has length {len(sizes)}, expected at least 2: how many inputs, "
            "then how many outputs of each layer"
        )
    return tuple(whole(f"sizes[{k}]", size, least=1) for k, size in enumerate(sizes))


def activation_names(
    activation: str | Sequence[str], sizes: tuple[int, ...]
) -> tuple[str, ...]:
    """One known name for each layer, softmax for none but the last."""
    count = len(sizes) - 1
    if isinstance(activation, str):
        names = (activation,) * count
    else:
        names = sequence("activation", activation)
    if len(names) != count:
        raise ValueError(
            f"activation has length {len(names)}, expected {count}: "
            "one name for each layer, or one string for all"
        )
    for name in names:
        _check_known("activation", name, tuple(ACTIVATIONS))
    if "softmax" in names[:-1]:
        raise ValueError(
            "activation is softmax in a hidden layer: it shares out 1 among answers, "
            "so it is for the last layer; choose sigmoid, tanh or relu"
        )
    if names[-1] == "softmax" and sizes[-1] == 1:
        raise ValueError(
            "activation is softmax with one output, which would always be 1: "
            "choose sigmoid, or give sizes a last number of 2 or more"
        )
    return names


def cost_name(cost: str, activation: str) -> str:
    """A known name that goes with the activation of the outputs."""
    _check_known("cost", cost, COSTS)
    if cost == "cross_entropy" and activation not in CROSS_ENTROPIES:
        raise ValueError(
            f"cost is cross_entropy, the logarithm of outputs between 0 and 1, but "
            f"{activation} has others: choose squared_error, "
            "or sigmoid or softmax for the last layer"
        )
    return cost


def float_dtype(dtype: npt.DTypeLike) -> np.dtype[Any]:
    """One of the two kinds of float that matrices are fast with."""
    # NumPy would read all kinds of text as the description of a dtype.
    name = dtype if isinstance(dtype, str) else _dtype_name(dtype)
    _check_known("dtype", name, DTYPES)
    return np.dtype(name)


def _dtype_name(dtype: npt.DTypeLike) -> str:
    """What NumPy calls it."""
    try:
        return np.dtype(dtype).name
    except (TypeError, ValueError):
        return shown(dtype)


def _check_known(argument: str, name: str, known: Sequence[str]) -> None:
    """A name that is on the list."""
    if not isinstance(name, str):
        raise TypeError(
            f"{argument} is {shown(name)}, which is no name: "
            f"choose from {', '.join(known)}"
        )
    if name not in known:
        raise ValueError(
            f"{argument} {name!r} is unknown: choose from {', '.join(known)}"
        )


def sequence(argument: str, values: Sequence[Item]) -> tuple[Item, ...]:
    """One value after the other."""
    try:
        return tuple(values)
    except TypeError as error:
        raise TypeError(
            f"{argument} is {shown(values)}, which is no list: give a list"
        ) from error


def array(name: str, values: npt.ArrayLike) -> npt.NDArray[Any]:
    """Values as an array of whatever kind of real numbers they are."""
    try:
        found = np.asarray(values)
    except ValueError as error:
        raise ValueError(
            f"{name} is no array: its rows must be equally long ({error})"
        ) from error
    if found.dtype.kind not in "biuf":
        raise TypeError(f"{name} holds {found.dtype}, expected real numbers")
    return found


def floats(name: str, values: npt.NDArray[Any], dtype: np.dtype[Any]) -> Array:
    """The array itself if it is of this dtype and row after row, else such a copy."""
    with np.errstate(over="ignore"):
        found: Array = np.asarray(values, dtype, order="C")
    # If a number is nan, so are both extremes; they take no memory.
    if not np.isfinite([found.min(), found.max()]).all():
        where = _first(name, values, ~np.isfinite(found))
        raise ValueError(f"{where} is not finite in {dtype.name}")
    return found


def one_hot(labels: npt.NDArray[Any], n: int, dtype: np.dtype[Any]) -> Array:
    """1 in the place that the label names, 0 in the others."""
    if labels.dtype.kind not in "iu":
        raise ValueError(
            f"y holds {labels.dtype} for labels: a label is a whole number; targets "
            f"have {n} numbers for each sample"
        )
    if labels.min() < 0 or labels.max() >= n:
        where = _first("y", labels, (labels < 0) | (labels >= n))
        raise ValueError(
            f"{where} is no label: labels go from 0 to {n - 1}, one for each output"
        )
    targets: Array = np.eye(n, dtype=dtype)[np.atleast_1d(labels)]
    return targets


def check_probabilities(y: npt.NDArray[Any]) -> None:
    """0 ≤ y ≤ 1."""
    if y.min() < 0 or y.max() > 1:
        raise ValueError(
            f"{_first('y', y, (y < 0) | (y > 1))} is not from 0 to 1: "
            "a target of cross-entropy is a probability"
        )


def check_shares(y: npt.NDArray[Any]) -> None:
    """Σᵢ yᵢ = 1 in each row, but for the rounding of its own dtype."""
    rounding = 64 * np.finfo(y.dtype).eps if y.dtype.kind == "f" else 0
    sums = y.sum(axis=-1, dtype="float64")
    bad = np.abs(sums - 1) > max(TARGET_TOLERANCE, rounding)
    if bad.any():
        where = _first("y", sums, bad, "adds up to")
        raise ValueError(f"{where}, not to 1: divide each target by their sum")


def check_shape(name: str, values: npt.NDArray[Any], shape: tuple[int, ...]) -> None:
    """No number may be missing, and none left over."""
    if values.shape != shape:
        raise ValueError(f"{name} has shape {values.shape}, expected {shape}")


def check_product(left: npt.NDArray[Any], right: npt.NDArray[Any]) -> None:
    """Matrices both, and as many columns as rows."""
    shapes = f"{left.shape} @ {right.shape}"
    if not left.ndim == right.ndim == 2:  # noqa: PLR2004 - rows and columns
        raise ValueError(f"{shapes}: give both two dimensions, a column as (m, 1)")
    if left.shape[1] != right.shape[0]:
        raise ValueError(f"{shapes}: the left one needs a column for each row")


def _first(
    name: str, values: npt.NDArray[Any], bad: npt.NDArray[np.bool_], verb: str = "="
) -> str:
    """The first bad entry of an array, such as "x[3, 1] = nan"."""
    place = [int(i) for i in np.argwhere(bad)[0]]
    return f"{name}{place or ''} {verb} {values[tuple(place)].item()!r}"
