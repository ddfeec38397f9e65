"""Exercise: a kink told from a mistake, by the slopes to the left and to the right."""


# --8<-- [start:start]
def verdict(left, right, computed):
    middle = (left + right) / 2
    if abs(middle - computed) < 0.001:
        return "right"
    return "mistake"


# --8<-- [end:start]


# --8<-- [start:wrong-kink-last]
def verdict(left, right, computed):
    middle = (left + right) / 2
    if abs(middle - computed) < 0.001:
        return "right"
    if abs(left - right) > 0.001:
        return "kink"
    return "mistake"


# --8<-- [end:wrong-kink-last]


# --8<-- [start:wrong-signs]
def verdict(left, right, computed):
    if left - right > 0.001:
        return "kink"
    if abs(left - computed) < 0.001:
        return "right"
    return "mistake"


# --8<-- [end:wrong-signs]


# --8<-- [start:wrong-exactly]
def verdict(left, right, computed):
    if left != right:
        return "kink"
    if abs(left - computed) < 0.001:
        return "right"
    return "mistake"


# --8<-- [end:wrong-exactly]


# --8<-- [start:wrong-one-side]
def verdict(left, right, computed):
    if abs(left - computed) < 0.001:
        return "right"
    if abs(left - right) > 0.001:
        return "kink"
    return "mistake"


# --8<-- [end:wrong-one-side]


# --8<-- [start:answer]
def verdict(left, right, computed):
    if abs(left - right) > 0.001:
        return "kink"
    if abs(left - computed) > 0.001:
        return "mistake"
    return "right"


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for left, right, computed, word in (
        (1.0, 0.0, 0.0, "kink"),
        (1.0, 0.0, 1.0, "kink"),
        (1.0, 0.0, 0.5, "kink"),
        (0.0, 1.0, 0.5, "kink"),
        (-2.0, 3.0, 3.0, "kink"),
        (0.25, 0.2500001, 0.25, "right"),
        (-0.5, -0.5, -0.5, "right"),
        (0.0, 0.0, 0.0, "right"),
        (0.25, 0.2500001, 0.26, "mistake"),
        (-0.5, -0.5, 0.5, "mistake"),
        (2.0, 2.0, 0.0, "mistake"),
    ):
        yield f"verdict({left}, {right}, {computed})", word


# --8<-- [end:check]
