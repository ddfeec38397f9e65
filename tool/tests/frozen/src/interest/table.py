"""Amounts, year by year."""

from interest.growth import grown

__all__ = ["table"]


def table(amount: float, years: int) -> list[float]:
    """Return the amount at the beginning, and after each year."""
    return [grown(amount, year) for year in range(years + 1)]
