"""The first ten handwritten digits of the data, with their labels."""

from collections.abc import Mapping

from figures.shared import images

from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg

LABELS = {"label": Message("what the number under each image is")}

SIZE = 6.5
# In pixels of the images.
ACROSS, DOWN = 10, 14
LEFT, TOP = 14.0, 32.0
COLUMNS = 5


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw two rows of five."""
    pixels, targets = images.data()
    placed, numbers = [], []
    for k in range(2 * COLUMNS):
        across, down = ACROSS * (k % COLUMNS), DOWN * (k // COLUMNS)
        placed.append((across, down, images.image(pixels[k])))
        middle = LEFT + (across + images.SIDE / 2) * SIZE
        under = TOP + (down + images.SIDE) * SIZE + 20
        label = str(targets[k])
        numbers.append(
            svg.text(
                middle,
                under,
                label,
                anchor="middle",
                font_size=svg.LARGE,
                fill=svg.VALUE,
            )
        )
    return svg.picture(
        TOP + 2 * DOWN * SIZE - 6,
        svg.text(LEFT - 1, 18, labels["label"], fill=svg.MUTED),
        images.squares(placed, (LEFT, TOP), SIZE),
        *numbers,
    )
