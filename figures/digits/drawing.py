"""The first ten handwritten digits of the data, with their labels."""

from collections.abc import Mapping

from figures.shared import images

from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg

LABELS = {"label": Message("what the number under each image is")}

SIZE = 6.5
ACROSS, DOWN = 68.0, 90.0
LEFT, TOP = 8.0, 32.0
COLUMNS = 5


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw two rows of five."""
    pixels, targets = images.data()
    placed, numbers = [], []
    for k in range(2 * COLUMNS):
        left = LEFT + ACROSS * (k % COLUMNS)
        top = TOP + DOWN * (k // COLUMNS)
        placed.append((left, top, images.image(pixels[k])))
        middle, under = left + 4 * SIZE, top + 8 * SIZE + 20
        label = str(targets[k])
        numbers.append(
            svg.text(
                middle, under, label, anchor="middle", font_size=svg.LARGE, fill=svg.A
            )
        )
    return svg.picture(
        TOP + 2 * DOWN - 6,
        svg.text(LEFT - 1, 18, labels["label"], fill=svg.MUTED),
        images.squares(placed, SIZE),
        *numbers,
    )
