"""The two functions whose slope is the same everywhere, each with its derivative."""


def constant(x: float, c: float) -> float:  # noqa: ARG001 - any x gives c
    """f(x) = c."""
    return c


def constant_derivative(x: float, c: float) -> float:  # noqa: ARG001 - flat everywhere
    """f′(x) = 0."""
    return 0.0


def linear(x: float, a: float, b: float) -> float:
    """f(x) = ax + b."""
    return a * x + b


def linear_derivative(x: float, a: float, b: float) -> float:  # noqa: ARG001 - a line
    """f′(x) = a."""
    return a
