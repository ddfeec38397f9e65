"""What `math` lacks in MicroPython, and errors by the names that CPython gives them.

In the reader's browser it takes the place of `math`, with the rest of it.
"""

from math import exp as _exp
from math import frexp, inf, isfinite, ldexp, sqrt
from math import log as _log

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

# The bits of a number, and the exponent of the smallest one that there is.
_BITS, _LEAST = 53, -1074


def exp(x: float) -> float:
    """Return e ** x; what is too large for a float is an OverflowError."""
    try:
        result = _exp(x)
    except (OverflowError, ValueError):  # CPython's name for it, and MicroPython's
        result = inf
    if result == inf != x:
        raise OverflowError("math range error")
    return result


def log(x: float, base: "float | None" = None) -> float:
    """Return ln x, or the logarithm to a base."""
    if base is not None:
        return log(x) / log(base)
    if x <= 0.0:
        raise ValueError("math domain error")
    return _log(x)


def log1p(x: float) -> float:
    """Return ln(1 + x), of small x too: ln u, and what u = 1 + x has lost of x."""
    if x <= -1.0:
        raise ValueError("math domain error")
    u = 1.0 + x
    if u in (1.0, inf):
        return x * 1.0
    return _log(u) + (x - (u - 1.0)) / u


def ulp(x: float) -> float:
    """Return the distance to the next number that is farther from 0."""
    if not isfinite(x):
        return abs(x)
    exponent = frexp(x)[1] - _BITS if x else _LEAST
    return ldexp(1.0, max(exponent, _LEAST))


def prod(iterable: "Iterable[Any]", *, start: "Any" = 1) -> "Any":
    """Return the product of all items."""
    for each in iterable:
        start = start * each
    return start


def hypot(*coordinates: float) -> float:
    """Return the distance from 0."""
    largest = max([abs(x) for x in coordinates], default=0.0)
    if largest == 0.0 or not isfinite(largest):
        return largest * 1.0
    exponent = frexp(largest)[1]
    squares = 0.0
    for x in coordinates:
        scaled = ldexp(x, -exponent)
        squares += scaled * scaled
    return ldexp(sqrt(squares), exponent)


def dist(p: "Sequence[float]", q: "Sequence[float]") -> float:
    """Return the distance between two points."""
    if len(p) != len(q):
        raise ValueError("both points must have the same number of dimensions")
    return hypot(*[p[i] - q[i] for i in range(len(p))])


def gcd(*integers: int) -> int:
    """Return the largest whole number that divides all."""
    result = 0
    for each in integers:
        other = abs(each)
        while other:
            result, other = other, result % other
    return result
