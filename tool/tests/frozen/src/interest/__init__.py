"""How an amount grows by interest."""
