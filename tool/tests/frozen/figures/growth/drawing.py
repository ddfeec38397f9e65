"""Interest that is paid in parts, and what it comes to if there are ever more."""

import math
from collections.abc import Mapping

from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import Axes, Scale
from derivlearn_site.figures.live import Text
from interest.growth import grown

LABELS = {
    "curve": Message("the name of the curve"),
    "steps": Message("the name of the steps"),
}
LIVE = {
    "set-n": Text(Message("the slider of the payments")),
    "says": Text(Message("what has become of 1"), ("n", "amount")),
}

PAYMENTS = 4
LARGEST = 12


def data() -> dict[str, object]:
    """Return how many payments a year there may be."""
    values = list(range(1, LARGEST + 1))
    return {"settings": [{"name": "n", "values": values, "start": PAYMENTS}]}


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the curve, and the steps below it."""
    axes = Axes(x=Scale(0, 1, 28, 290), y=Scale(1, 3, 190, 16))
    steps = [
        axes.at(i / PAYMENTS, grown(1, level, 1 / PAYMENTS))
        for i in range(PAYMENTS + 1)
        for level in (max(i - 1, 0), i)
    ]
    return svg.picture(
        216,
        axes.plot(
            axes.x_axis([0, 1]),
            axes.y_axis([1, 2, 3]),
            axes.curve(math.exp, 0, 1, stroke=svg.A),
            svg.path(steps, stroke=svg.B, data_part="steps"),
            svg.text(120, 60, labels["curve"], fill=svg.A),
            svg.text(200, 150, labels["steps"], fill=svg.B),
        ),
    )
