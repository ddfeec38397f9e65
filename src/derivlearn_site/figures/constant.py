"""A constant function: one step across, none upwards."""

from collections.abc import Mapping

from derivlearn.functions import constant
from derivlearn_site.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import Axes, Scale

LABELS = {
    "curve": Message("the equation of the line"),
    "run": Message("the change across"),
    "rise": Message("the change upwards"),
}

VALUE = 5.0
LEFT, RIGHT = 3.0, 4.0


def f(x: float) -> float:
    """Return 5, whatever x is."""
    return constant(x, VALUE)


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the line, two points on it, and the way from one to the other."""
    axes = Axes(x=Scale(0, 6, 28, 322), y=Scale(0, 6.2, 206, 16))
    run, rise = RIGHT - LEFT, f(RIGHT) - f(LEFT)
    middle, below = axes.x((LEFT + RIGHT) / 2), axes.y(f(LEFT)) + 26
    parts = [
        axes.x_axis(range(7)),
        axes.y_axis([0, VALUE], grid=False),
        *(axes.line((x, 0), (x, f(x)), stroke=svg.GRID) for x in (LEFT, RIGHT)),
        axes.curve(f, 0, 6, steps=1, data_name="curve"),
        *(axes.mark(x, f(x)) for x in (LEFT, RIGHT)),
        *(_place(axes, x, anchor) for x, anchor in ((LEFT, "end"), (RIGHT, "start"))),
        svg.arrow((axes.x(LEFT) + 2, below), (axes.x(RIGHT) - 2, below), stroke=svg.A),
        _step(middle, below + 22, labels["run"], run, svg.A),
        _step(middle, below + 44, labels["rise"], rise, svg.B),
        svg.text(axes.x.start + 4, axes.y(VALUE) - 12, labels["curve"]),
    ]
    return svg.picture(236, axes.plot(*parts))


def _place(axes: Axes, x: float, anchor: str) -> str:
    """Return the two numbers of a point, away from the other point."""
    away = 8 if anchor == "start" else -8
    words = f"({svg.plain(x)}, {svg.plain(f(x))})"
    return svg.text(axes.x(x) - away, axes.y(f(x)) - 12, words, anchor=anchor)


def _step(x: float, y: float, words: str, value: float, fill: str) -> str:
    return svg.text(
        x, y, f"{words} {svg.plain(value)}", anchor="middle", fill=fill, halo=True
    )
