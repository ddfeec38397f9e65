"""What pictures of difference quotients share: small increments, and x³."""

_MANTISSAS = ("1", "1.5", "2", "3", "4", "5", "6", "8")
# Up to 0.8, and so small that adding them leaves a number as it is. Written in
# decimals: reading those rounds alike everywhere.
SMALL = [float(f"{m}e-{power}") for power in range(17, 0, -1) for m in _MANTISSAS]


def cube(x: float) -> float:
    """x³."""
    return x * x * x
