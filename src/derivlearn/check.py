"""Gradient check: is every computed slope the one that is measured?

Parameters and slopes may be nested in any way that has a length and an index: lists of
lists, NumPy arrays, a list of arrays, a dict of names. Nothing here asks what they are.

Two slopes are compared by their relative error,

    |measured - computed| / max(|measured|, |computed|, floor).

Without the floor, 0 beside a measured 1e-17 would be an error of 1. A cost is known to
some sixteen digits, and of the difference of two costs that lie close together to some
eleven; fewer, if the slope is small beside the cost or beside the other slopes. So the
floor is about a hundredth of the largest measured slope, or of the cost if that is
larger; of the cost less where the weight is large, as the step is larger there. It is
at least a thousandth, since a measured slope is off by about the square of the step,
6e-11, also where all slopes are 0. At the floor, an error of 1e-7 is a billionth of the
largest slope, or 1e-10: mistakes are larger. Where sigmoids are so close to 1 that
their cost has lost digits itself, allow 1e-5.

Where an error is large, the slope is measured once more, with smaller steps: close to
where a cost ends, such as √w near 0, they agree better. A report tells what is special
about its worst place. Where a kink, such as that of ReLU, lies within the nudge, the
measured slope is a mixture of the slopes on its two sides, and no judge: if those to
the left and to the right differ, move the parameters a little, or choose a smaller dx,
and check again.
"""

import math

from derivlearn._inner import checks
from derivlearn._inner.places import Place, all_places
from derivlearn.numeric import (
    CENTRAL_DX,
    careful_difference,
    central_difference,
    forward_difference,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Measured = Any  # what a difference gives
    Nested = Any  # a number, or anything with a length and an index
    Cost = Callable[[], float]

__all__ = ["Comparison", "Report", "gradient_check"]

# About a hundredth, and about a thousandth.
FLOOR_SHARE = 2.0**-7
LEAST_FLOOR = 2.0**-10
TOLERANCE = 1e-7
# Two slopes that differ by a larger share are not to be trusted.
DOUBT = 1e-3
# A change by this share of it shows in a cost of full precision, and in a float32 not.
TRACE = 2.0**-40


class Comparison:
    """One slope, measured and computed.

    Attributes:
        name: The parameter, such as "weights[1][2][0]".
        measured: Its slope by central difference.
        computed: Its slope as it was handed in.
        doubt: By how much two steps differ about the measured slope; 0 where it was
            measured but once, as it agreed.
        error: |measured - computed| / max(|measured|, |computed|, floor); 0 if both
            are equal, inf if the computed slope is not finite.
    """

    def __init__(
        self,
        name: str,
        measured: float,
        computed: float,
        floor: float,
        doubt: float = 0.0,
    ) -> None:
        """Compare the two, with a floor below which the error is not relative."""
        self.name = name
        self.measured = measured
        self.computed = computed
        self.doubt = doubt
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

    Attributes:
        comparisons: One for each parameter, in their order.
        worst: The one with the largest error.
        left: The slope measured to the left of the worst place.
        right: The slope measured to the right of it.
        errors: All relative errors, by the parameters' names.
        notes: What may be to blame instead of the worst slope, in words.
    """

    def __init__(
        self,
        comparisons: list[Comparison],
        worst: Comparison,
        left: float,
        right: float,
        notes: tuple[str, ...] = (),
    ) -> None:
        """Keep them all."""
        self.comparisons = comparisons
        self.worst = worst
        self.left = left
        self.right = right
        self.notes = notes
        self.errors = {}
        for comparison in comparisons:
            self.errors[comparison.name] = comparison.error

    def passed(self, tolerance: float = TOLERANCE) -> bool:
        """Whether no relative error is above the tolerance."""
        return self.worst.error <= tolerance

    def __str__(self) -> str:
        """How many were compared, the worst of them, and what is special about it."""
        lines = [
            f"slopes compared: {len(self.comparisons)}, the worst of them:",
            str(self.worst),
            f"(to the left {self.left:.4g}, to the right {self.right:.4g})",
        ]
        for note in self.notes:
            lines.append(f"({note})")
        return "\n".join(lines)


def gradient_check(
    cost: "Cost",
    parameters: "Nested",
    slopes: "Nested",
    *,
    dx: "float | None" = None,
) -> Report:
    """(C(w + h) - C(w - h)) / 2h for each parameter w, beside its computed slope.

    Each parameter is changed where it stands, and put back as it was, also if the cost
    raises.

    Args:
        cost: Computes the cost from the parameters as they are at that moment; twice
            the same for the same parameters.
        parameters: Numbers, nested in anything that has a length and an index and can
            be changed; a dict gives them names.
        slopes: Laid out like the parameters, as backward_layers and Network.gradients
            give them.
        dx: The step to either side, h = dx · max(1, |w|). If none is given, it is that
            of central_difference, and where an error is large, smaller ones are tried.

    Returns:
        The report: print it, or ask whether it has passed.

    Raises:
        TypeError: If a parameter, a slope or the cost is no number, or a parameter
            cannot be changed.
        ValueError: If names or shapes differ, there is nothing to compare, a parameter
            or the cost is not finite, the cost changes by itself, a place holds no
            float of full precision, two places are one, or as in central_difference.

    Source:
        The step, and why relative errors: Stanford's CS231n, "Gradient checks".

    Examples:
        >>> weights = [3.0, 5.0]
        >>> def cost():
        ...     return weights[0] * weights[1]
        >>> gradient_check(cost, weights, [5.0, 3.0]).passed()
        True
    """
    checks.check_function("cost", cost)
    places = all_places(parameters, slopes)
    measurement = _Measurement(cost, CENTRAL_DX if dx is None else dx)
    measured = [(measurement.at(place, central_difference), 0.0) for place in places]
    comparisons = _compare(places, measured, measurement.cost)
    # Once for most. A slope that turns out to be smaller lowers the floor of all, so
    # that others may be off now.
    once = set(range(len(places) if dx is None else 0))
    while off := [k for k in once if TOLERANCE < comparisons[k].error < math.inf]:
        for k in off:
            measured[k] = measurement.at(places[k], careful_difference)
        once.difference_update(off)
        comparisons = _compare(places, measured, measurement.cost)
    worst = 0
    for k in range(len(places)):
        if comparisons[k].error > comparisons[worst].error:
            worst = k
    left, right = measurement.sides(places[worst])
    notes = _notes(places[worst], comparisons[worst], left, right, measurement)
    return Report(comparisons, comparisons[worst], left, right, notes)


def _compare(
    places: list[Place], measured: list[tuple[float, float]], cost: float
) -> list[Comparison]:
    """Each computed slope beside what was measured, a slope and its doubt."""
    trusted = [abs(slope) for slope, doubt in measured if doubt <= DOUBT * abs(slope)]
    largest = max(trusted, default=0.0)
    comparisons = []
    for k, place in enumerate(places):
        slope, doubt = measured[k]
        size = max(1.0, abs(place.before))
        floor = max(FLOOR_SHARE * largest, FLOOR_SHARE * cost / size, LEAST_FLOOR)
        comparisons.append(Comparison(place.name, slope, place.slope, floor, doubt))
    return comparisons


class _Measurement:
    """A cost, and all that was seen of it."""

    def __init__(self, cost: "Cost", dx: float) -> None:
        """Compute the cost twice: it has to be the same."""
        self._cost = cost
        self._dx = dx
        now, again = self._value("cost()"), self._value("cost()")
        if now != again:
            raise ValueError(
                f"cost() gives {now!r}, then {again!r}, for the same parameters: "
                "whatever is drawn at random in it, draw once, before the check"
            )
        self.cost = abs(now)

    def is_rounded(self, place: Place, slope: float) -> bool:
        """Whether the cost, of that slope, stands still at a step that would show."""
        size = max(1.0, abs(place.before))
        dx = TRACE * max(1.0, self.cost / slope / size)
        return dx < abs(self._dx) and self.sides(place, dx) == (0, 0)

    def at(self, place: Place, difference: "Callable[..., Measured]") -> "Measured":
        """What a difference gives at a place, which afterwards is as it was."""
        return self._along(place, difference, self._dx)

    def sides(self, place: Place, dx: "float | None" = None) -> tuple[float, float]:
        """The slopes to the left and to the right of a place."""
        dx = abs(self._dx if dx is None else dx)
        left = self._along(place, forward_difference, -dx)
        right = self._along(place, forward_difference, dx)
        # Looking back divides by -h, which makes -0.0 of a change of 0; not + 0.0.
        return left + 0.0, right

    def _along(
        self, place: Place, difference: "Callable[..., Measured]", dx: float
    ) -> "Measured":
        def cost_at(value: float) -> float:
            place.put(value)
            return self._value(f"cost() with {place.name} = {value!r}")

        try:
            return difference(cost_at, float(place.before), dx, name=place.name)
        finally:
            place.put(place.before)

    def _value(self, name: str) -> float:
        """The cost at this moment, a finite number."""
        value = self._cost()
        what_to_do = "check where the cost is finite, or choose a smaller dx"
        checks.check_finite(name, value, what_to_do)
        return float(value)


def _notes(
    place: Place,
    worst: Comparison,
    left: float,
    right: float,
    measurement: _Measurement,
) -> tuple[str, ...]:
    """What else than the worst slope may be to blame, if it is wrong at all."""
    if worst.error <= TOLERANCE:
        return ()
    if worst.measured == left == right == 0:
        return (
            f"cost() does not depend on {worst.name}: does it compute with a copy?",
        )
    slope = min(abs(left), abs(right))
    if slope > 0 and measurement.is_rounded(place, slope):
        return ("cost() is rounded on its way: compute all of it in float64",)
    if worst.doubt > DOUBT * abs(worst.measured):
        gap = f"{worst.doubt:.2g}"
        return (f"two steps differ by {gap} about it: no slope to be trusted here",)
    return ()
