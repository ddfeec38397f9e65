"""Scales, and what is drawn on them: curves, lines, marks, ticks.

Marks carry the values that they stand for (`data-x`, `data-y`), and a plot its scales
(`data-x-scale`), so that a test or a script can read the picture back.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from derivlearn_site.figures import svg

_RAISED = str.maketrans("-0123456789", f"⁻{svg.SUPERSCRIPTS}")


def power_of_ten(value: float) -> str:
    """Return a power of ten as a label: 10⁻⁶."""
    power = round(math.log10(value))
    return f"10{str(power).translate(_RAISED)}" if power else "1"


@dataclass(frozen=True)
class Scale:
    """Where a value is on the picture: `low` is at `start` and `high` at `end`."""

    low: float
    high: float
    start: float
    end: float
    kind = "linear"

    def __call__(self, value: float) -> float:
        """Return the coordinate of a value."""
        low, high = self.measure(self.low), self.measure(self.high)
        share = (self.measure(value) - low) / (high - low)
        return self.start + share * (self.end - self.start)

    def measure(self, value: float) -> float:
        """Return what is laid out evenly along the axis: here the value itself."""
        return value

    def __str__(self) -> str:
        """Return the scale in a form that can be read back."""
        ends = (self.low, self.high, self.start, self.end)
        return " ".join((self.kind, *(f"{end:g}" for end in ends)))


@dataclass(frozen=True)
class LogScale(Scale):
    """A scale on which equal steps multiply by equal factors."""

    kind = "log"

    def measure(self, value: float) -> float:
        """Return the power of ten."""
        return math.log10(value)


@dataclass(frozen=True)
class Axes:
    """A plot: one scale across, one upwards."""

    x: Scale
    y: Scale

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return the place of a point on the picture."""
        return self.x(x), self.y(y)

    def plot(self, *parts: str) -> str:
        """Return parts as one group that knows its scales."""
        return svg.element(
            "g", *parts, data_x_scale=str(self.x), data_y_scale=str(self.y)
        )

    def curve(
        self,
        f: Callable[[float], float],
        low: float,
        high: float,
        *,
        steps: int = 64,
        **style: str,
    ) -> str:
        """Return the curve of a function from `low` to `high`, in straight pieces."""
        xs = [low + (high - low) * step / steps for step in range(steps + 1)]
        places = [self.at(x, f(x)) for x in xs]
        return svg.path(places, stroke_width=1.75, **style)

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        *,
        stroke: str = svg.INK,
        stroke_width: float = 1,
        dashes: str | None = None,
        **more: str | float | None,
    ) -> str:
        """Return a straight line between two points."""
        return svg.line(
            self.at(*start),
            self.at(*end),
            stroke=stroke,
            stroke_width=stroke_width,
            dashes=dashes,
            **more,
        )

    def mark(
        self,
        x: float,
        y: float,
        *,
        shape: str = "dot",
        stroke: str = svg.INK,
        **more: str,
    ) -> str:
        """Return a mark at a point.

        Args:
            x: The point's value across.
            y: The point's value upwards.
            shape: `dot` (filled), `ring` or `diamond`.
            stroke: The colour.
            **more: Attributes, such as `data_part`.
        """
        across, down = self.at(x, y)
        values = {"data_x": f"{x:.6g}", "data_y": f"{y:.6g}", **more}
        if shape == "dot":
            return svg.element(
                "circle",
                cx=across,
                cy=down,
                r=4.5,
                fill=stroke,
                stroke=svg.PAPER,
                stroke_width=1.5,
                **values,
            )
        if shape == "ring":
            return svg.element(
                "circle",
                cx=across,
                cy=down,
                r=3.75,
                fill=svg.PAPER,
                stroke=stroke,
                stroke_width=1.5,
                **values,
            )
        return svg.element(
            "path",
            d=f"M{svg.coordinate(across)} {svg.coordinate(down - 5)}l5 5l-5 5l-5 -5z",
            fill=svg.PAPER,
            stroke=stroke,
            stroke_width=1.5,
            **values,
        )

    def handle(
        self, x: float, y: float, mark: str, *, sets: str, **more: str | None
    ) -> str:
        """Return a mark that can be taken hold of, with room for a finger around it.

        Args:
            x: The mark's value across.
            y: The mark's value upwards.
            mark: The mark itself.
            sets: The setting that dragging it changes.
            **more: Attributes: `data_part`, and `data_from`, the setting from which
                the one that is set is measured, if not from 0.
        """
        across, down = self.at(x, y)
        room = svg.element(
            "circle", cx=across, cy=down, r=23, fill="none", pointer_events="all"
        )
        return svg.element("g", room, mark, data_drag=sets, **more)

    def x_axis(
        self,
        ticks: Iterable[float],
        *,
        y: float | None = None,
        labels: Callable[[float], str] = svg.plain,
    ) -> str:
        """Return the axis across, with ticks and their numbers below it."""
        level = self.y(self.y.low if y is None else y)
        parts = [svg.line((self.x.start, level), (self.x.end, level), stroke=svg.MUTED)]
        for tick in ticks:
            place = self.x(tick)
            parts += [
                svg.line((place, level), (place, level + 4), stroke=svg.MUTED),
                svg.text(
                    place, level + 17, labels(tick), anchor="middle", fill=svg.MUTED
                ),
            ]
        return "".join(parts)

    def y_axis(
        self,
        ticks: Iterable[float],
        *,
        labels: Callable[[float], str] = svg.plain,
        grid: bool = True,
    ) -> str:
        """Return a number left of the plot for each tick, and a line across it."""
        parts = []
        for tick in ticks:
            level = self.y(tick)
            if grid:
                parts.append(
                    svg.line(
                        (self.x.start, level), (self.x.end, level), stroke=svg.GRID
                    )
                )
            parts.append(
                svg.text(
                    self.x.start - 6,
                    level + svg.WAIST,
                    labels(tick),
                    anchor="end",
                    fill=svg.MUTED,
                )
            )
        return "".join(parts)
