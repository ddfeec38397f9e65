"""Interest on interest."""

__all__ = ["grown", "often"]


def grown(amount: float, years: int, rate: float = 0.25) -> float:
    """Return what an amount has become after some whole years.

    Args:
        amount: What there is at the beginning.
        years: How many years, as in ``range(years)``.
        rate: What is paid for each year.

    Raises:
        ValueError: There are less than no years.

    Examples:
        >>> grown(100.0, 2)
        156.25
    """
    if years < 0:
        message = f"years must be 0 or more, not {years}"
        raise ValueError(message)
    for _ in range(years):
        amount = amount * (1 + rate)
    return amount


def often(rate: float, payments: int) -> float:
    """Return what 1 has become after a year in which interest is paid in parts."""
    return grown(1, payments, rate / payments)
