"""A constant function: one step across, none upwards."""

from collections.abc import Mapping

from figures.shared.differences import SMALL

from derivlearn.functions import constant
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import Axes, Scale
from derivlearn_site.figures.live import Text

LABELS = {
    "curve": Message("the equation of the line"),
    "run": Message("the change across"),
    "rise": Message("the change upwards"),
}
LIVE = {
    "set-x": Text(Message("the slider of the point")),
    "set-dx": Text(Message("the slider of the increment")),
    "run-of": Text(Message("the change across, whatever it is"), ("run",)),
    "says": Text(
        Message("that the output stays as it is, and the slope exactly 0"),
        ("x", "dx", "y", "slope"),
    ),
    "nothing-added": Text(
        Message("why there is no slope: adding the increment leaves x as it is"),
        ("x", "dx"),
    ),
    "too-large": Text(
        Message("why there is no slope: x + Δx is no float"), ("x", "dx")
    ),
    "outside": Text(
        Message("the picture shows only these x, and increments up to this"),
        ("low", "high", "largest"),
    ),
}

VALUE = 5.0
LEFT, RIGHT = 3.0, 4.0
# How far the numbers of a point reach towards the other point.
INWARDS = 8


def data() -> dict[str, object]:
    """Return the settings, the value, and what keeps words apart from each other."""
    return {
        "settings": [
            {"name": "x", "values": [n / 10 for n in range(10, 41)], "start": LEFT},
            {
                "name": "dx",
                "values": [*SMALL, *(n / 10 for n in range(10, 21))],
                "start": RIGHT - LEFT,
            },
        ],
        "value": VALUE,
        "apart": 3 * INWARDS,
        "shortest": 14,
    }


def f(x: float) -> float:
    """Return 5, whatever x is."""
    return constant(x, VALUE)


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the line, two points on it, and the way from one to the other."""
    axes = Axes(x=Scale(0, 6, 28, 290), y=Scale(0, 6.2, 206, 16))
    run, rise = svg.plain(RIGHT - LEFT), svg.plain(f(RIGHT) - f(LEFT))
    middle, below = axes.x((LEFT + RIGHT) / 2), axes.y(f(LEFT)) + 26
    start, end = axes.x(LEFT) + 2, axes.x(RIGHT) - 2
    ends = ((LEFT, "start"), (RIGHT, "end"))
    parts = [
        axes.x_axis(range(7)),
        axes.y_axis([0, VALUE], grid=False),
        *(
            axes.line((x, 0), (x, f(x)), stroke=svg.GRID, data_part=f"down-{name}")
            for x, name in ends
        ),
        axes.curve(f, 0, 6, steps=1, data_name="curve"),
        # The one that x moves lies over the other.
        axes.handle(
            RIGHT,
            f(RIGHT),
            axes.mark(RIGHT, f(RIGHT)),
            sets="dx",
            data_from="x",
            data_part="end",
        ),
        axes.handle(
            LEFT, f(LEFT), axes.mark(LEFT, f(LEFT)), sets="x", data_part="start"
        ),
        *(_place(axes, x, name) for x, name in ends),
        svg.line(
            (start, below), (end - svg.HEAD, below), stroke=svg.A, data_part="run"
        ),
        svg.element(
            "g",
            svg.arrow((end - svg.HEAD - 1, below), (end, below), stroke=svg.A),
            data_part="run-tip",
        ),
        _step((middle, below + 22), f"{labels['run']} {run}", svg.A, "run-name"),
        _step((middle, below + 44), f"{labels['rise']} {rise}", svg.B, "rise-name"),
        svg.text(axes.x.end + 10, axes.y(VALUE) + svg.WAIST, labels["curve"]),
    ]
    return svg.picture(236, axes.plot(*parts))


def _place(axes: Axes, x: float, name: str) -> str:
    """Return the two numbers of a point, away from the other point."""
    start = name == "start"
    return svg.text(
        axes.x(x) + (INWARDS if start else -INWARDS),
        axes.y(f(x)) - 12,
        f"({svg.plain(x)}, {svg.plain(f(x))})",
        anchor="end" if start else "start",
        data_part=f"{name}-name",
    )


def _step(at: tuple[float, float], words: str, fill: str, part: str) -> str:
    return svg.text(*at, words, anchor="middle", fill=fill, halo=True, data_part=part)
