"""Networks: neurons, and the arrows that lead from one to the next."""

import math
from dataclasses import dataclass

from derivlearn_site.figures import constants, svg

_NEURON = constants.beside(__file__)["neuron"]
# How far the baseline of a symbol is below the middle of its circle.
BASELINE: float = _NEURON["baseline"]
# How far a heavy arrow ends from its circles.
GAP: float = _NEURON["gap"]


@dataclass(frozen=True)
class Neuron:
    """A circle with a symbol in it."""

    x: float
    y: float
    symbol: str = ""
    radius: float = 18
    lit: bool = True

    def draw(self, part: str | None = None) -> str:
        """Return the circle; one that is lit has a heavy line.

        Args:
            part: The circle's name for a script; its symbol is `{part}-name`.
        """
        circle = svg.element(
            "circle",
            cx=self.x,
            cy=self.y,
            r=self.radius,
            fill=svg.PAPER,
            stroke=svg.VALUE if self.lit else svg.MUTED,
            stroke_width=1.75 if self.lit else 1,
            data_part=part,
        )
        return circle + (self._word(part) if self.symbol else "")

    def _word(self, part: str | None) -> str:
        fill = svg.INK if self.lit else svg.MUTED
        return svg.text(
            self.x,
            self.y + BASELINE,
            self.symbol,
            anchor="middle",
            font_size=svg.LARGE,
            fill=fill,
            data_part=part and f"{part}-name",
        )


def column(
    x: float, middle: float, gap: float, count: int, radius: float
) -> list[Neuron]:
    """Return neurons one below the other, around the height `middle`."""
    top = middle - gap * (count - 1) / 2
    return [Neuron(x, top + gap * row, radius=radius) for row in range(count)]


def joined(
    start: Neuron,
    end: Neuron,
    *,
    lit: bool = False,
    dashes: str | None = None,
    part: str | None = None,
) -> str:
    """Return a line from one neuron to another; if lit, a heavy arrow.

    Args:
        start: Where it comes from.
        end: Where it leads to.
        lit: Whether it is a heavy arrow.
        dashes: Its dashes, if it has any.
        part: The name for a script of a line that is not lit.
    """
    across, down = end.x - start.x, end.y - start.y
    length = math.hypot(across, down)
    across, down = across / length, down / length
    away = start.radius + (GAP if lit else 0)
    close = end.radius + (GAP if lit else 0)
    tail = (start.x + across * away, start.y + down * away)
    tip = (end.x - across * close, end.y - down * close)
    if lit:
        return svg.arrow(tail, tip, stroke=svg.VALUE, stroke_width=1.75, dashes=dashes)
    return svg.line(
        tail, tip, stroke=svg.MUTED, stroke_width=0.5, dashes=dashes, data_part=part
    )
