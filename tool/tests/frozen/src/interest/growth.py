"""Interest on interest."""


def grown(amount: float, years: int, rate: float = 0.25) -> float:
    """Return what an amount has become after some whole years.

    Raises:
        ValueError: There are less than no years.
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
