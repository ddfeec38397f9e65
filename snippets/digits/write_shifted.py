"""Exercise: an image moved to the right by one pixel, in a plain list."""


# --8<-- [start:start]
def shifted(pixels, width):
    return pixels[-1:] + pixels[:-1]


# --8<-- [end:start]


# --8<-- [start:wrong-to-the-left]
def shifted(pixels, width):
    moved = []
    for start in range(0, len(pixels), width):
        row = pixels[start : start + width]
        moved = moved + row[1:] + row[:1]
    return moved


# --8<-- [end:wrong-to-the-left]


# --8<-- [start:wrong-falls-off]
def shifted(pixels, width):
    moved = []
    for start in range(0, len(pixels), width):
        row = pixels[start : start + width]
        moved.append(0)
        moved = moved + row[:-1]
    return moved


# --8<-- [end:wrong-falls-off]


# --8<-- [start:wrong-down]
def shifted(pixels, width):
    return pixels[-width:] + pixels[:-width]


# --8<-- [end:wrong-down]


# --8<-- [start:wrong-always-8]
def shifted(pixels, width):
    moved = []
    for start in range(0, len(pixels), 8):
        row = pixels[start : start + 8]
        moved = moved + row[-1:] + row[:-1]
    return moved


# --8<-- [end:wrong-always-8]


# --8<-- [start:wrong-mirrored]
def shifted(pixels, width):
    moved = []
    for start in range(0, len(pixels), width):
        row = pixels[start : start + width]
        moved = moved + row[::-1]
    return moved


# --8<-- [end:wrong-mirrored]


# --8<-- [start:answer]
def shifted(pixels, width):
    moved = []
    for start in range(0, len(pixels), width):
        row = pixels[start : start + width]
        moved = moved + row[-1:] + row[:-1]
    return moved


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for pixels, width in (
        ([1, 2, 3, 4, 5, 6], 3),
        ([1, 2, 3, 4, 5, 6], 2),
        ([0, 7, 0, 9, 16, 0, 4, 12], 4),
        ([5, 6, 7], 1),
        ([3, 8], 2),
    ):
        rows = [pixels[n : n + width] for n in range(0, len(pixels), width)]
        right = [p for row in rows for p in (row[-1], *row[:-1])]
        yield f"shifted({pixels}, {width})", right
    yield "pixels = [1, 2, 3, 4]; shifted(pixels, 2); pixels", [1, 2, 3, 4]


# --8<-- [end:check]
