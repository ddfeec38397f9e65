"""Functions one after the other, and the slope through all of them.

A composite function is a list of stages, the one applied first at the front. A stage is
a pair (f, derivative), each of which takes a number and gives one.

Raises:
    TypeError: If stages is no list of pairs of functions.
    ValueError: If stages is empty.
"""

from derivlearn._inner import checks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Function = Callable[[float], float]
    Stage = tuple[Function, Function]

__all__ = ["chain_slope", "composite", "trace"]


def composite(stages: "list[Stage]", x: float) -> float:
    """… f₃(f₂(f₁(x))) …: each stage takes what the one before gave."""
    _check_stages(stages)
    value = x
    for f, _ in stages:
        value = f(value)
    return value


def trace(stages: "list[Stage]", x: float) -> "list[dict[str, float]]":
    """What goes in, what comes out and how steep it is, stage by stage.

    Returns:
        One dict for each stage: its "input", its "output", its "slope" at that input,
        and the "product" of all slopes up to and with this one.
    """
    _check_stages(stages)
    steps = []
    value = x
    product = 1.0
    for f, derivative in stages:
        output = f(value)
        # At this stage's own input, not at x: there lies the whole chain rule.
        slope = derivative(value)
        product *= slope
        steps.append(
            {"input": value, "output": output, "slope": slope, "product": product}
        )
        value = output
    return steps


def chain_slope(stages: "list[Stage]", x: float) -> float:
    """f₁′(x) · f₂′(f₁(x)) · f₃′(f₂(f₁(x))) · …: each slope at its own point.

    Examples:
        >>> line = (lambda x: 3 * x + 2, lambda x: 3)
        >>> square = (lambda x: x * x, lambda x: 2 * x)
        >>> chain_slope([line, square], 3.0)
        66.0
    """
    return trace(stages, x)[-1]["product"]


def _check_stages(stages: "list[Stage]") -> None:
    """Pairs of functions, one at least: no stages are no function."""
    checks.check_list("stages", stages, "pair (f, derivative)")
    for k in range(len(stages)):
        checks.check_length(f"stages[{k}]", stages[k], "(f, derivative)", 2)
        for which in (0, 1):
            checks.check_function(f"stages[{k}][{which}]", stages[k][which])
