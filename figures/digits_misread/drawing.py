"""Digits that the network reads wrong: what they are, and what it takes them for."""

from collections.abc import Mapping

from figures.shared import images

from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg

LABELS = {"legend": Message("what the numbers under each image are")}

COUNT = 12
SIZE = 7.0
ACROSS, DOWN = 84.0, 92.0
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
        left = LEFT + ACROSS * (k % COLUMNS)
        top = TOP + DOWN * (k // COLUMNS)
        placed.append((left, top, read.images[i]))
        said = f"{read.labels[i]} → {read.answers[i]}, {read.shares[i]:.2f}"
        middle, under = left + 4 * SIZE, top + 8 * SIZE + 18
        words.append(svg.text(middle, under, said, anchor="middle"))
    return svg.picture(
        TOP + DOWN * COUNT / COLUMNS - 8,
        svg.text(6, 18, labels["legend"], fill=svg.MUTED),
        images.squares(placed, SIZE),
        *words,
    )
