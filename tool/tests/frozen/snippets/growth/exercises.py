"""Answers to the exercises of the chapter on growth."""

from interest import growth

# --8<-- [start:halve]
for years in (1, 4):
    half = growth.grown(1000, years, 0.125) - 1000
    whole = growth.grown(1000, years) - 1000
    print(f"{half / whole:.2f}")
# --8<-- [end:halve]
