"""An amount, left alone for some years."""

from interest.growth import often


# --8<-- [start:after]
def grown(amount, years):
    for _ in range(years):
        amount = amount * 1.25
    return amount


print(grown(1000, 2), grown(1000, 3))
# --8<-- [end:after]

# --8<-- [start:ratio]
dt = 1
more = grown(1000, 2 + dt) - grown(1000, 2)
print(more)
print(more / grown(1000, 2))
# --8<-- [end:ratio]

# --8<-- [start:limit]
n = 1
for _ in range(4):
    print(f"n = {n:<3} {often(1, n):.6f}")
    n = 4 * n
# --8<-- [end:limit]

# --8<-- [start:too-small]
print(1 + 1e-17, 1 + 1e-15)
# --8<-- [end:too-small]

assert often(1, 1) == 2


# --8<-- [start:wrong-once]
print(f"{1 + 3 / 4:.6f}")  # interest is paid once, and earns none
# --8<-- [end:wrong-once]
