"""Digits that the network reads wrong: what they are, and what it takes them for."""

from collections.abc import Mapping

from figures.shared import images

from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg

LABELS = {"legend": Message("what the numbers under each image are")}

COUNT = 12
SIZE = 7.0
# In pixels of the images.
ACROSS, DOWN = 12, 13
LEFT, TOP = 16.0, 32.0
COLUMNS = 4


def misread() -> list[int]:
    """Return the numbers of the first images that are read wrong."""
    read = images.reading()
    pairs = zip(read.answers, read.labels, strict=True)
    wrong = [i for i, (answer, label) in enumerate(pairs) if answer != label]
    return wrong[:COUNT]


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw three rows of four."""
    read = images.reading()
    placed, words = [], []
    for k, i in enumerate(misread()):
        across, down = ACROSS * (k % COLUMNS), DOWN * (k // COLUMNS)
        placed.append((across, down, read.images[i]))
        said = f"{read.labels[i]} → {read.answers[i]}, {read.shares[i]:.2f}"
        middle = LEFT + (across + images.SIDE / 2) * SIZE
        under = TOP + (down + images.SIDE) * SIZE + 18
        words.append(svg.text(middle, under, said, anchor="middle"))
    return svg.picture(
        TOP + DOWN * SIZE * COUNT / COLUMNS - 8,
        svg.text(6, 18, labels["legend"], fill=svg.MUTED),
        images.squares(placed, (LEFT, TOP), SIZE),
        *words,
    )
