"""Slopes measured, not derived: the change of the output over the change of the input.

No derivative needs to be known here, which is what makes these functions a judge over
all those that claim to be one. ``f`` takes a number and gives one; for
``numeric_gradient`` it takes a list of m numbers.

``dx`` is the step, and ``relative`` whether it grows with the place, so as not to
vanish beside a large x: h = dx · max(1, |x|). If not, h = dx.

``name`` is what an error calls x, such as "weights[0][1]".

Raises:
    TypeError: If f is no function, or something is no number, or no list.
    ValueError: If x or dx is not finite, dx is 0, vanishes beside x or leads beyond the
        largest float, or if f or the slope is not finite there.
"""

import math

from derivlearn._inner import checks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Function = Callable[[float], float]

__all__ = [
    "CENTRAL_DX",
    "FORWARD_DX",
    "careful_difference",
    "central_difference",
    "forward_difference",
    "numeric_gradient",
]

# A large step measures the slope of the wrong line; a small one leaves few digits
# in f(x + h) - f(x). The best step lies between. With eps = 2**-52, the distance
# from 1 to the next float, it is near the square root of eps for the forward
# difference and near the cube root for the central one. Powers of two, so that
# scaling by them rounds nothing. See Numerical Recipes, section 5.7.
FORWARD_DX = 2.0**-26
"""The step of ``forward_difference``."""
CENTRAL_DX = 2.0**-17
"""The step of the others, to either side."""

# How many smaller steps are tried, each a quarter of the one before, and what share of
# a slope two of them may differ by to be taken as one.
SMALLER_STEPS = 6
WELL_AGREED = 2.0**-30


def forward_difference(
    f: "Function",
    x: float,
    dx: float = FORWARD_DX,
    *,
    relative: bool = True,
    name: str = "x",
) -> float:
    """f′(x) ≈ (f(x + h) - f(x)) / ((x + h) - x), with an error that shrinks like h.

    The divisor is what was really added: x + h is rounded, so (x + h) - x is seldom
    exactly h. A negative step looks back: the backward difference.

    Examples:
        >>> forward_difference(lambda x: x * x, 3.0, 0.5, relative=False)
        6.5
    """
    h = _step(f, x, dx, name, relative=relative)
    x = float(x)  # in which all is computed, whatever float it was
    right = _moved(x, h, name)
    f = _looked_after(f, name)
    slope = (f(right) - f(x)) / (right - x)
    _check_slope(slope, x, right, name)
    return slope


def central_difference(
    f: "Function",
    x: float,
    dx: float = CENTRAL_DX,
    *,
    relative: bool = True,
    name: str = "x",
) -> float:
    """f′(x) ≈ (f(x + h) - f(x - h)) / ((x + h) - (x - h)), its error shrinks like h².

    The step goes to either side; its sign does not matter.

    Examples:
        >>> central_difference(lambda x: x * x, 3.0)
        6.0
    """
    h = _step(f, x, dx, name, relative=relative)
    x = float(x)
    left, right = _moved(x, -h, name), _moved(x, h, name)
    f = _looked_after(f, name)
    slope = (f(right) - f(left)) / (right - left)
    _check_slope(slope, left, right, name)
    return slope


def numeric_gradient(
    f: "Callable[[list[float]], float]",
    xs: list[float],
    dx: float = CENTRAL_DX,
    *,
    relative: bool = True,
) -> list[float]:
    """[∂f/∂x₀, ∂f/∂x₁, …]: one central difference per entry, the others held still.

    f gets a new list each time; xs stay as they are.

    Examples:
        >>> numeric_gradient(lambda xs: xs[0] * xs[1], [3.0, 5.0])
        [5.0, 3.0]
    """
    checks.check_function("f", f)
    checks.check_list("xs", xs)
    slopes = []
    for i in range(len(xs)):
        along = _with_one_changed(f, xs, i)
        slope = central_difference(along, xs[i], dx, relative=relative, name=f"xs[{i}]")
        slopes.append(slope)
    return slopes


def careful_difference(
    f: "Function",
    x: float,
    dx: float = CENTRAL_DX,
    *,
    relative: bool = True,
    name: str = "x",
) -> tuple[float, float]:
    """The central difference that agrees best with one of a quarter of its step.

    A slope is known as well as two steps agree on it. Close to where f ends or breaks
    off, such as √x near 0, smaller steps agree ever better. Where none do, a kink, a
    jump, or a whole wave lies within the step, and the slope is not to be trusted.
    That two steps see no change at all says little, if f moves on both sides with the
    first: then it is rounded.

    Returns:
        The slope, and its doubt: by how much the two differ.

    Examples:
        >>> import math
        >>> slope, doubt = careful_difference(math.sqrt, 0.0001)
        >>> abs(slope - 50) < doubt < 1e-6
        True
        >>> slope, doubt = careful_difference(math.sin, 1e10)
        >>> doubt > abs(slope) / 2  # whole waves lie within each step
        True
    """
    h = _step(f, x, dx, name, relative=relative)
    first = central_difference(f, x, dx, relative=relative, name=name)
    slope, best, doubt = first, first, math.inf
    for k in range(1, SMALLER_STEPS + 1):
        before = slope
        slope = central_difference(f, x, dx / 4**k, relative=relative, name=name)
        stands = slope == 0 != first and before in (0, first)
        if stands and f(x - h) != f(x) != f(x + h):
            doubt = min(doubt, abs(slope - before))
            break
        if abs(slope - before) < doubt:
            best, doubt = slope, abs(slope - before)
        if doubt <= WELL_AGREED * abs(best):
            break
    return best, doubt


def _with_one_changed(
    f: "Callable[[list[float]], float]", xs: list[float], i: int
) -> "Function":
    """The function of xs[i] alone: all other entries keep their present values."""

    def along(value: float) -> float:
        changed = list(xs)
        changed[i] = value
        return f(changed)

    return along


# What the functions above are given, looked at.


def _step(
    f: "Callable[[float], float]", x: float, dx: float, name: str, *, relative: bool
) -> float:
    """The step h, once f, x and dx are what they should be."""
    try:
        usable = callable(f) and math.isfinite(x) and math.isfinite(dx) and dx != 0
    except (TypeError, OverflowError):
        usable = False
    if not usable:  # which of them is to blame, and why, takes its time to say
        _refuse_step(f, x, dx, name)
    if relative:
        return float(dx) * max(1.0, abs(x))
    return float(dx)


def _refuse_step(f: "Function", x: float, dx: float, name: str) -> None:
    """Say which of the three is no function, no number or no step."""
    checks.check_function("f", f)
    checks.check_finite(name, x, "measure the slope at a number")
    checks.check_number("dx", dx)
    raise ValueError(f"dx = {dx!r} is no step: choose a small number, such as 1e-6")


def _moved(x: float, h: float, name: str) -> float:
    """The point x + h, if that is another number than x and still a float."""
    moved = x + h
    if moved == x:
        raise ValueError(
            f"dx is too small: a step of {h!r} vanishes beside {name} = {x!r}; "
            "choose a larger dx, or leave relative=True"
        )
    if not math.isfinite(moved):
        raise ValueError(
            f"a step of {h!r} from {name} = {x!r} leads beyond the largest float; "
            "choose a smaller dx, or measure closer to 0"
        )
    return moved


def _looked_after(f: "Function", name: str) -> "Function":
    """The function f, which now says where it gives no finite number."""

    def value_at(x: float) -> float:
        value = f(x)
        try:
            finite = math.isfinite(value)
        except TypeError:
            raise TypeError(
                f"f gives {checks.shown(value)} at {name} = {x!r}: "
                "it has to give a number"
            ) from None
        except OverflowError:
            finite = False
        if not finite:
            raise ValueError(
                f"f gives {checks.shown(value)} at {name} = {x!r}: measure where f is "
                "finite, or choose a smaller dx"
            )
        return float(value)

    return value_at


def _check_slope(slope: float, left: float, right: float, name: str) -> None:
    """A float can hold how far apart the ends are, and how steep it is between them."""
    if not math.isfinite(right - left):
        raise ValueError(
            f"from {name} = {left!r} to {right!r} is too far for a float: "
            "choose a smaller dx"
        )
    if not math.isfinite(slope):
        raise ValueError(
            f"f changes so much from {name} = {left!r} to {right!r} that its slope is "
            "too large for a float; measure elsewhere, or scale f down"
        )
