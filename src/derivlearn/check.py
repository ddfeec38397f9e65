"""Gradient check: is every computed slope the one that is measured?

Parameters and slopes may be nested in any way that has a length and an index: lists
of lists, NumPy arrays, a list of arrays. Nothing here asks what they are.

Two slopes are compared by their relative error,

    |measured - computed| / max(|measured|, |computed|, floor).

Without the floor, 0 beside a measured 1e-17 would be an error of 1. A cost is known to
some sixteen digits, and of the difference of two costs that lie close together to some
eleven; fewer, if the slope is small beside the cost or beside the other slopes. So the
floor is about a hundredth of the largest measured slope, or of the cost if that is
larger. It is at least a thousandth, since a measured slope is off by about the square
of the step, 6e-11, also where all slopes are 0. At the floor, an error of 1e-7 is a
billionth of the largest slope, or 1e-10: mistakes are larger. Where sigmoids are so
close to 1 that their cost has lost digits itself, allow 1e-5.

Where a kink, such as that of ReLU, lies within the nudge, the measured slope is a
mixture of the slopes on its two sides, and no judge. So a report tells what is
measured to the left and to the right of the worst place. If these two differ, move
the parameters a little, or choose a smaller dx, and check again.
"""

import math

from derivlearn.numeric import CENTRAL_DX, central_difference, forward_difference

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    # A number, or what holds numbers: anything with a length and an index.
    Nested = Any
    # The name of a number, what holds it, where in there, and its computed slope.
    Place = tuple[str, Nested, "int | str", float]

# About a hundredth, and about a thousandth.
FLOOR_SHARE = 2.0**-7
LEAST_FLOOR = 2.0**-10


class Comparison:
    """One slope, measured and computed.

    Args:
        name: The parameter, such as "weights[1][2][0]".
        measured: Its slope by central difference.
        computed: Its slope as it was handed in.
        floor: What the error is at least compared with.

    Attributes:
        error: |measured - computed| / max(|measured|, |computed|, floor); 0 if both
            are equal, inf if the computed slope is not finite.
    """

    def __init__(
        self, name: str, measured: float, computed: float, floor: float
    ) -> None:
        """Compare the two."""
        self.name = name
        self.measured = measured
        self.computed = computed
        if measured == computed:
            self.error = 0.0
        elif not math.isfinite(computed):
            self.error = math.inf
        else:
            scale = max(abs(measured), abs(computed), floor)
            self.error = abs(measured - computed) / scale

    def __str__(self) -> str:
        """On one line."""
        return (
            f"{self.name}: measured {self.measured:.6g}, "
            f"computed {self.computed:.6g}, relative error {self.error:.1e}"
        )


class Report:
    """What a gradient check has found.

    Args:
        comparisons: One for each parameter, in their order.
        worst: The one with the largest error.
        left: The slope measured to the left of the worst place.
        right: The slope measured to the right of it.

    Attributes:
        errors: All relative errors, by the parameters' names.
    """

    def __init__(
        self,
        comparisons: list[Comparison],
        worst: Comparison,
        left: float,
        right: float,
    ) -> None:
        """Keep them all."""
        self.comparisons = comparisons
        self.worst = worst
        self.left = left
        self.right = right
        self.errors = {}
        for comparison in comparisons:
            self.errors[comparison.name] = comparison.error

    def passed(self, tolerance: float = 1e-7) -> bool:
        """Whether no error is above the tolerance.

        Args:
            tolerance: A relative error.

        Returns:
            True or False.
        """
        return self.worst.error <= tolerance

    def __str__(self) -> str:
        """How many were compared, the worst of them, and the sides of its place."""
        return (
            f"slopes compared: {len(self.comparisons)}, the worst of them:\n"
            f"{self.worst}\n"
            f"(to the left {self.left:.4g}, to the right {self.right:.4g})"
        )


def gradient_check(
    cost: "Callable[[], float]",
    parameters: "Mapping[str, Nested]",
    slopes: "Mapping[str, Nested]",
    *,
    dx: float = CENTRAL_DX,
) -> Report:
    """(C(w + h) - C(w - h)) / 2h for each parameter w, beside its computed slope.

    Each parameter is changed where it stands, and put back as it was, also if the
    cost raises.

    Args:
        cost: Computes the cost from the parameters as they are at that moment; twice
            the same for the same parameters.
        parameters: Names and what they stand for: numbers, nested in anything that
            has a length and an index and can be changed.
        slopes: The same names, and the slopes laid out like the parameters.
        dx: The step to either side, h = dx · max(1, |w|).

    Returns:
        The report: print it, or ask whether it has passed.

    Raises:
        TypeError: If a parameter, a slope or the cost is no number, or a parameter
            cannot be changed.
        ValueError: If names or shapes differ, there is nothing to compare, a
            parameter or the cost is not finite, a place holds no float of full
            precision, or as in central_difference.

    Source:
        The step, and why relative errors: Stanford's CS231n, "Gradient checks".
    """
    places = _all_places(parameters, slopes)
    now = _number("cost()", cost())
    if not math.isfinite(now):
        raise ValueError(f"cost() = {now!r} is not finite: check where it is")
    measured = []
    largest = abs(now)
    for place in places:
        slope = _measured(central_difference, cost, place, dx)
        measured.append(slope)
        largest = max(largest, abs(slope))
    comparisons = []
    worst = 0
    for k in range(len(places)):
        name, _, _, computed = places[k]
        floor = max(FLOOR_SHARE * largest, LEAST_FLOOR)
        comparisons.append(Comparison(name, measured[k], computed, floor))
        if comparisons[k].error > comparisons[worst].error:
            worst = k
    # Looking back divides by -h, which makes -0.0 of a change of 0: + 0.0 undoes that.
    left = _measured(forward_difference, cost, places[worst], -abs(dx)) + 0.0
    right = _measured(forward_difference, cost, places[worst], abs(dx))
    return Report(comparisons, comparisons[worst], left, right)


def _all_places(
    parameters: "Mapping[str, Nested]", slopes: "Mapping[str, Nested]"
) -> "list[Place]":
    """Every parameter, in order, with its computed slope."""
    for label, mapping in (("parameters", parameters), ("slopes", slopes)):
        if not hasattr(mapping, "keys"):
            raise TypeError(
                f"{label} is a {type(mapping).__name__}: give a dict of names, "
                'such as {"weights": weights}'
            )
    if not parameters:
        raise ValueError("parameters is empty: give at least one name")
    for name in slopes:
        if name not in parameters:
            raise ValueError(f"slopes has {name!r}, which parameters has not")
    places: list[Place] = []
    for name in parameters:
        if name not in slopes:
            raise ValueError(f"parameters has {name!r}, which slopes has not")
        _add_places(places, name, parameters, name, slopes[name])
    return places


def _add_places(
    places: "list[Place]",
    name: str,
    container: "Nested",
    key: "int | str",
    slope: "Nested",
) -> None:
    """What stands at container[key]: a number, or all that it holds."""
    parameter = container[key]
    length = _length(parameter)
    if length != _length(slope):
        raise ValueError(
            f"{name} is {_size(length)} in parameters and {_size(_length(slope))} in "
            "slopes: lay the slopes out like the parameters"
        )
    if length is None:
        _number(name, parameter)
        computed = _number(f"the slope of {name}", slope)
        _check_place(name, container, key)
        places.append((name, container, key, computed))
        return
    if length == 0:
        raise ValueError(f"{name} is empty: give at least one number")
    for i in range(length):
        _add_places(places, f"{name}[{i}]", parameter, i, slope[i])


def _length(value: "Nested") -> int | None:
    """How many it holds, or None for what should be a number."""
    if isinstance(value, (str, dict)):
        return None
    try:
        return len(value)
    except TypeError:
        return None


def _size(length: int | None) -> str:
    """A length in words."""
    if length is None:
        return "one number"
    return f"of length {length}"


def _number(name: str, value: "Nested") -> float:
    """A float of it; math.isfinite takes no text, which float does."""
    try:
        math.isfinite(value)
    except TypeError:
        raise TypeError(f"{name} = {value!r} is no number") from None
    return float(value)


def _check_place(name: str, container: "Nested", key: "int | str") -> None:
    """Put a third there, which only a float of full precision holds; put back."""
    before = container[key]
    try:
        container[key] = 1 / 3
    except (TypeError, ValueError):
        raise TypeError(
            f"{name} cannot be changed where it stands, in a "
            f"{type(container).__name__}: use lists, or arrays that can be written"
        ) from None
    held = float(container[key])
    container[key] = before
    if held != 1 / 3:
        raise ValueError(
            f"{name} was set to {1 / 3!r} and holds {held!r}: "
            "keep parameters as floats of full precision (float64)"
        )


def _measured(
    difference: "Callable[..., float]",
    cost: "Callable[[], float]",
    place: "Place",
    dx: float,
) -> float:
    """The slope at one place, which afterwards holds what it held before."""
    name, container, key, _ = place
    before = container[key]

    def along(value: float) -> float:
        container[key] = value
        result = _number("cost()", cost())
        if not math.isfinite(result):
            raise ValueError(
                f"cost() = {result!r} with {name} = {value!r}: "
                "check where the cost is finite, or choose a smaller dx"
            )
        return result

    try:
        return difference(along, float(before), dx, name=name)
    finally:
        container[key] = before
