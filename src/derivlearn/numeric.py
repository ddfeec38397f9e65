"""Slopes measured, not derived: the change of the output over the change of the input.

No derivative needs to be known here, which is what makes these functions a judge
over all those that claim to be one.
"""

import math

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

# A large step measures the slope of the wrong line; a small one leaves few digits
# in f(x + h) - f(x). The best step lies between. With eps = 2**-52, the distance
# from 1 to the next float, it is near the square root of eps for the forward
# difference and near the cube root for the central one. Powers of two, so that
# scaling by them rounds nothing. See Numerical Recipes, section 5.7.
FORWARD_DX = 2.0**-26
CENTRAL_DX = 2.0**-17


def forward_difference(
    f: "Callable[[float], float]",
    x: float,
    dx: float = FORWARD_DX,
    *,
    relative: bool = True,
    name: str = "x",
) -> float:
    """f′(x) ≈ (f(x + h) - f(x)) / ((x + h) - x), with an error that shrinks like h.

    The divisor is what was really added: x + h is rounded, so (x + h) - x is
    seldom exactly h.

    Args:
        f: One number in, one number out.
        x: Where to measure.
        dx: The step. A negative one looks back: the backward difference.
        relative: Whether to scale the step, h = dx · max(1, |x|), so that it does
            not vanish beside a large x. If false, h = dx.
        name: What an error calls x, such as "weights[0][1]".

    Returns:
        The slope of the line through the curve at x and at x + h.

    Raises:
        ValueError: If x or dx is not finite, dx is 0, vanishes beside x or leads
            beyond the largest float, or if f or the slope is not finite.
    """
    h = _step(x, dx, name, relative=relative)
    return _secant_slope(f, x, _moved(x, h, name), name)


def central_difference(
    f: "Callable[[float], float]",
    x: float,
    dx: float = CENTRAL_DX,
    *,
    relative: bool = True,
    name: str = "x",
) -> float:
    """f′(x) ≈ (f(x + h) - f(x - h)) / ((x + h) - (x - h)), its error shrinks like h².

    Args:
        f: One number in, one number out.
        x: Where to measure.
        dx: The step to either side; its sign does not matter.
        relative: Whether to scale the step, h = dx · max(1, |x|), so that it does
            not vanish beside a large x. If false, h = dx.
        name: What an error calls x, such as "weights[0][1]".

    Returns:
        The slope of the line through the curve at x - h and at x + h.

    Raises:
        ValueError: If x or dx is not finite, dx is 0, vanishes beside x or leads
            beyond the largest float, or if f or the slope is not finite.
    """
    h = _step(x, dx, name, relative=relative)
    return _secant_slope(f, _moved(x, -h, name), _moved(x, h, name), name)


def numeric_gradient(
    f: "Callable[[list[float]], float]",
    xs: list[float],
    dx: float = CENTRAL_DX,
    *,
    relative: bool = True,
) -> list[float]:
    """[∂f/∂x₀, ∂f/∂x₁, …]: one central difference per entry, the others held still.

    Args:
        f: A list of m numbers in, one number out. It gets a new list each time.
        xs: Where to measure, m numbers; left as they are.
        dx: The step to either side; its sign does not matter.
        relative: Whether to scale the step to each entry, h = dx · max(1, |xs[i]|).
            If false, h = dx.

    Returns:
        m slopes, in the order of xs.

    Raises:
        ValueError: If xs is empty, or as in central_difference.
    """
    if not xs:
        raise ValueError("xs is empty: give at least one number to measure a slope at")
    slopes = []
    for i in range(len(xs)):
        along = _with_one_changed(f, xs, i)
        slope = central_difference(along, xs[i], dx, relative=relative, name=f"xs[{i}]")
        slopes.append(slope)
    return slopes


def _with_one_changed(
    f: "Callable[[list[float]], float]", xs: list[float], i: int
) -> "Callable[[float], float]":
    """The function of xs[i] alone: all other entries keep their present values."""

    def along(value: float) -> float:
        changed = list(xs)
        changed[i] = value
        return f(changed)

    return along


def _step(x: float, dx: float, name: str, *, relative: bool) -> float:
    """The step h: dx · max(1, |x|) if relative, else dx."""
    if not math.isfinite(x):
        raise ValueError(f"{name} = {x!r} is not finite: measure the slope at a number")
    if dx == 0 or not math.isfinite(dx):
        raise ValueError(f"dx = {dx!r} is no step: choose a small number, such as 1e-6")
    if relative:
        return dx * max(1.0, abs(x))
    return dx


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


def _secant_slope(
    f: "Callable[[float], float]", left: float, right: float, name: str
) -> float:
    """(f(right) - f(left)) / (right - left), the slope of the line through both."""
    run = right - left
    if not math.isfinite(run):
        raise ValueError(
            f"from {name} = {left!r} to {right!r} is too far for a float: "
            "choose a smaller dx"
        )
    rise = _finite_value(f, right, name) - _finite_value(f, left, name)
    slope = rise / run
    if not math.isfinite(slope):
        raise ValueError(
            f"f changes by {rise!r} from {name} = {left!r} to {right!r}: its slope is "
            "too large for a float; measure elsewhere, or scale f down"
        )
    return slope


def _finite_value(f: "Callable[[float], float]", x: float, name: str) -> float:
    """f(x), if it is a finite number."""
    value = f(x)
    if not math.isfinite(value):
        raise ValueError(
            f"f gives {value!r} at {name} = {x!r}: measure where f is finite, "
            "or choose a smaller dx"
        )
    return value
