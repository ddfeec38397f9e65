"""Three years, and how far each is from its goal."""

from collections.abc import Mapping

from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg

LABELS = {"goal": Message("the name of a goal")}

MISSES = (-0.3, 0.25, 0.1)


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw a bar for each year, up or down from the line of the goals."""
    bars = [
        svg.line((60 + 80 * i, 70), (60 + 80 * i, 70 - 150 * miss), stroke_width=20)
        for i, miss in enumerate(MISSES)
    ]
    line = svg.line((20, 70), (300, 70), stroke=svg.MUTED)
    return svg.picture(130, *bars, line, svg.text(305, 74, labels["goal"]))
