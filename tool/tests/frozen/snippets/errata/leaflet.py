"""What the leaflet says, and what is so."""

from interest.growth import grown

# --8<-- [start:simple]
print(1000 * (1 + 2 * 0.25), grown(1000, 2))
# --8<-- [end:simple]
