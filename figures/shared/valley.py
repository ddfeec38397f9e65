"""The valley x² + xy + 2y² from above: its map, with lines of equal height."""

import math
from typing import TypeVar

from derivlearn.autograd import Value
from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import Axes, Scale

MAP = Axes(x=Scale(-3.4, 3.4, 26, 330), y=Scale(-2.4, 2.4, 244, 29.41))
LEVELS = (1.0, 2.0, 4.0, 8.0)
# In which direction from the middle a line of equal height bears its height.
ANGLE = math.radians(127)

Number = TypeVar("Number", float, Value)


def height(x: Number, y: Number) -> Number:
    """x² + xy + 2y²."""
    return x * x + x * y + 2 * y * y


def seen_from_above() -> list[str]:
    """Return the axes of the map, and the lines of equal height with their heights."""
    return [
        MAP.x_axis([-2, 0, 2]),
        MAP.y_axis([-2, -1, 0, 1, 2], grid=False),
        *map(_contour, LEVELS),
    ]


def _contour(level: float) -> str:
    angles = (math.radians(5 * step) for step in range(73))
    places = [MAP.at(*_at(level, angle)) for angle in angles]
    across, down = MAP.at(*_at(level, ANGLE))
    return svg.path(places, stroke=svg.MUTED, data_level=f"{level:g}") + svg.text(
        across,
        down + svg.WAIST,
        svg.plain(level),
        anchor="middle",
        fill=svg.MUTED,
        halo=True,
    )


def _at(level: float, angle: float) -> tuple[float, float]:
    """Return the point of that height in that direction from the middle.

    The height grows with the square of the distance: height(rx, ry) = r² height(x, y).
    """
    x, y = math.cos(angle), math.sin(angle)
    distance = math.sqrt(level / height(x, y))
    return distance * x, distance * y
