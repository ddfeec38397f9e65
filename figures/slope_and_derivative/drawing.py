"""Each slope of the curve above is a point of the curve below."""

import math
from collections.abc import Mapping

from derivlearn.numeric import central_difference
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import Axes, Scale
from derivlearn_site.figures.live import Text

LABELS = {
    "function": Message("the equation of the function"),
    "derivative": Message("the equation of its derivative"),
    "slope": Message("the word before the number of a slope"),
}
LIVE = {
    "set-x": Text(Message("the slider of the point")),
    "slope-is": Text(Message("a slope beside its tangent"), ("slope",)),
    "uphill": Text(
        Message("height and slope where the curve goes uphill"), ("x", "y", "slope")
    ),
    "downhill": Text(
        Message("height and slope where the curve goes downhill"), ("x", "y", "slope")
    ),
    "level": Text(Message("the slope where the curve is level"), ("x",)),
    "too-large": Text(Message("why there is no height: x² is no float"), ("x",)),
    "outside": Text(Message("the picture shows only these x"), ("low", "high")),
}

# The first one can be moved; the words of the others keep out of its way.
X = 0.5
FIXED = (-1.0, 1.5)
# Half of how far a tangent reaches across.
REACH = 0.42
# Where the slope of the point that moves is written: inside of the curve, in the
# middle at the bottom, and this far from the point elsewhere.
ASIDE, TURN = 44.0, 0.6
LIFT, LESS = 16.0, 10.0
# Slopes that have been passed are left behind as dots, this far apart across.
STEP = 0.1


def data() -> dict[str, object]:
    """Return the settings, and where words find room."""
    return {
        "settings": [
            {"name": "x", "values": [n / 20 for n in range(-40, 41)], "start": X}
        ],
        "fixed": [*FIXED],
        "apart": 30,
        "reach": REACH,
        "beside": {"aside": ASIDE, "turn": TURN, "lift": LIFT, "less": LESS},
    }


def square(x: float) -> float:
    """x²."""
    return x * x


def slope(x: float) -> float:
    """Return the slope of the square, measured."""
    return central_difference(square, x)


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the function with its tangents over the derivative with their slopes."""
    across = Scale(-2.4, 2.4, 30, 326)
    above = Axes(x=across, y=Scale(-0.6, 4.8, 196, 14))
    below = Axes(x=across, y=Scale(-5, 5, 404, 238))
    return svg.picture(
        414,
        svg.element(
            "g",
            *(_down(above, below, x) for x in FIXED),
            _down(above, below, X, data_part="down"),
        ),
        above.plot(
            above.x_axis((), y=0),
            above.y_axis([0, 2, 4], grid=False),
            above.curve(square, -2.15, 2.15, data_name="function"),
            svg.text(
                above.x(-1.95) + 12, above.y(4.4), labels["function"], fill=svg.INK
            ),
            *(_fixed_tangent(above, x, labels["slope"]) for x in FIXED),
            *_tangent(above, labels["slope"]),
        ),
        below.plot(
            below.x_axis((), y=0),
            *(_number(below, x, f"x-{row}") for row, x in enumerate(FIXED)),
            _number(below, X, "x"),
            below.y_axis([-4, -2, 0, 2, 4], grid=False),
            below.curve(
                slope, -2.4, 2.4, steps=2, stroke=svg.SLOPE, data_name="derivative"
            ),
            _trace(below),
            *(_fixed_slope(below, x, f"slope-{row}") for row, x in enumerate(FIXED)),
            *_slope(below),
            svg.text(
                below.x.end,
                below.y(-2.6),
                labels["derivative"],
                anchor="end",
                fill=svg.SLOPE,
            ),
        ),
    )


def _down(above: Axes, below: Axes, x: float, data_part: str | None = None) -> str:
    """Return the line that joins a tangent to its slope."""
    return svg.line(
        above.at(x, square(x)),
        below.at(x, min(slope(x), 0)),
        stroke=svg.MUTED,
        dashes="1.5 3",
        data_part=data_part,
    )


def _line(axes: Axes, x: float, data_part: str | None = None) -> str:
    """Return the tangent itself."""
    ends = [(x + side * REACH, square(x) + slope(x) * side * REACH) for side in (-1, 1)]
    return axes.line(
        ends[0], ends[1], stroke=svg.SLOPE, stroke_width=1.75, data_part=data_part
    )


def _fixed_tangent(axes: Axes, x: float, word: str) -> str:
    """Return a tangent with its slope beside it, on the outer side of the curve."""
    left = x < 0
    words = svg.text(
        axes.x(x) + (-10 if left else 12),
        axes.y(square(x)) + (10 if left else 14),
        f"{word} {svg.rounded(slope(x))}",
        anchor="end" if left else "start",
        fill=svg.SLOPE,
        halo=True,
    )
    return _line(axes, x) + words + axes.mark(x, square(x))


def _tangent(axes: Axes, word: str) -> tuple[str, ...]:
    """Return the tangent that can be moved, with its slope inside of the curve."""
    words = svg.text(
        axes.x(X) - ASIDE * min(X / TURN, 1),
        axes.y(square(X)) - LIFT + LESS * X,
        f"{word} {svg.rounded(slope(X))}",
        anchor="middle",
        fill=svg.SLOPE,
        halo=True,
        data_part="tangent-name",
    )
    mark = axes.mark(X, square(X))
    return (
        _line(axes, X, data_part="tangent"),
        words,
        axes.handle(X, square(X), mark, sets="x", data_part="point"),
    )


def _fixed_slope(axes: Axes, x: float, part: str) -> str:
    """Return a slope as a point, with its number."""
    left = x < 0
    return axes.mark(x, slope(x), shape="diamond", stroke=svg.SLOPE) + svg.text(
        axes.x(x) + (-12 if left else 12),
        axes.y(slope(x)) + (-4 if left else 12),
        svg.rounded(slope(x)),
        anchor="end" if left else "start",
        fill=svg.SLOPE,
        halo=True,
        data_part=part,
    )


def _slope(axes: Axes) -> tuple[str, ...]:
    """Return the slope of the tangent that can be moved, with its number."""
    mark = axes.mark(X, slope(X), shape="diamond", stroke=svg.SLOPE)
    number = svg.text(
        axes.x(X) + 12,
        axes.y(slope(X)) + 12,
        svg.rounded(slope(X)),
        fill=svg.SLOPE,
        halo=True,
        data_part="slope-number",
    )
    return number, axes.handle(X, slope(X), mark, sets="x", data_part="slope")


def _trace(axes: Axes) -> str:
    """Return where the slopes that have been passed will be dots: a line of dots."""
    start, end = axes.at(X, slope(X)), axes.at(X + STEP, slope(X + STEP))
    return svg.line(
        start,
        start,
        stroke=svg.SLOPE,
        stroke_width=5,
        dashes=f"0 {svg.coordinate(math.dist(start, end))}",
        stroke_linecap="round",
        data_part="trace",
    )


def _number(axes: Axes, x: float, part: str) -> str:
    """Return the x of a tangent, between the plots that share it."""
    return svg.text(
        axes.x(x),
        axes.y.end - 14,
        svg.plain(x),
        anchor="middle",
        fill=svg.MUTED,
        halo=True,
        data_part=part,
    )
