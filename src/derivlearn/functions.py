"""The two functions whose slope is the same everywhere, each with its derivative."""


def constant(x: float, c: float) -> float:  # noqa: ARG001 - any x gives c
    """f(x) = c.

    Args:
        x: The input; it has no influence.
        c: The value everywhere.

    Returns:
        c.
    """
    return c


def constant_derivative(x: float, c: float) -> float:  # noqa: ARG001 - flat everywhere
    """f′(x) = 0.

    Args:
        x: Where to take the slope; it has no influence.
        c: The value of the constant function; it has no influence either.

    Returns:
        0.0.
    """
    return 0.0


def linear(x: float, a: float, b: float) -> float:
    """f(x) = ax + b.

    Args:
        x: The input.
        a: The slope.
        b: The value at x = 0.

    Returns:
        The output.
    """
    return a * x + b


def linear_derivative(x: float, a: float, b: float) -> float:  # noqa: ARG001 - a line
    """f′(x) = a.

    Args:
        x: Where to take the slope; it has no influence.
        a: The slope.
        b: The value at x = 0; it has no influence either.

    Returns:
        a.
    """
    return a
