"""How an amount grows by interest."""

__all__ = ["growth", "table"]
