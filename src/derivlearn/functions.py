"""The two functions whose slope is the same everywhere, each with its derivative."""

__all__ = ["constant", "constant_derivative", "linear", "linear_derivative"]


def constant(x: float, c: float) -> float:  # noqa: ARG001 - any x gives c
    """f(x) = c."""
    return c


def constant_derivative(x: float, c: float) -> float:  # noqa: ARG001 - flat everywhere
    """f′(x) = 0."""
    return 0.0


def linear(x: float, a: float, b: float) -> float:
    """f(x) = ax + b.

    Examples:
        >>> linear(3, a=2, b=1)
        7
    """
    return a * x + b


def linear_derivative(x: float, a: float, b: float) -> float:  # noqa: ARG001 - a line
    """f′(x) = a."""
    return a
