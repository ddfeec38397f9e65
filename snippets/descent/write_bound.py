"""Exercise: the learning rate above which one weight moves away."""


# --8<-- [start:start]
def largest_rate(slope_of):
    return 2 / slope_of(1)


# --8<-- [end:start]


# --8<-- [start:wrong-at-0]
def largest_rate(slope_of):
    return 2 / slope_of(0)


# --8<-- [end:wrong-at-0]


# --8<-- [start:wrong-of-the-first-network]
def largest_rate(slope_of):
    return 2 / 4


# --8<-- [end:wrong-of-the-first-network]


# --8<-- [start:wrong-one-step]
def largest_rate(slope_of):
    return 1 / (slope_of(1) - slope_of(0))


# --8<-- [end:wrong-one-step]


# --8<-- [start:wrong-turned-round]
def largest_rate(slope_of):
    return 2 / (slope_of(0) - slope_of(1))


# --8<-- [end:wrong-turned-round]


# --8<-- [start:wrong-upside-down]
def largest_rate(slope_of):
    return (slope_of(1) - slope_of(0)) / 2


# --8<-- [end:wrong-upside-down]


# --8<-- [start:answer]
def largest_rate(slope_of):
    k = slope_of(1) - slope_of(0)
    return 2 / k


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for slope_of, k in (
        ("lambda w: (2 * w - 3) * 2", 4),
        ("lambda w: (3 * w - 3) * 3", 9),
        ("lambda w: 0.25 * w + 7", 0.25),
        ("lambda w: 100 * (w - 0.5)", 100),
    ):
        yield f"largest_rate({slope_of})", 2 / k
    # Just below it, the weight comes closer to 0.5; just above, it moves away.
    for part, closer in ((0.99, True), (1.01, False)):
        given = "def slope_of(w):\n    return 8 * (w - 0.5)\n\n"
        given += f"w, rate = 2.0, {part} * largest_rate(slope_of)\n"
        given += "for _ in range(100):\n    w = w - rate * slope_of(w)\n\n"
        yield f"{given}abs(w - 0.5) < 1.5", closer


# --8<-- [end:check]
