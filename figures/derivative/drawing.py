"""Secants through a point of y = x³ that turn into the tangent."""

from collections.abc import Mapping

from figures.shared.differences import SMALL, cube

from derivlearn.numeric import central_difference, forward_difference
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import Axes, Scale
from derivlearn_site.figures.live import Text

LABELS = {
    "curve": Message("the equation of the curve"),
    "secant": Message("a line through two points of the curve"),
    "tangent": Message("the line that the secants approach, and its slope"),
    "point": Message("the point that all lines go through"),
}
LIVE = {
    "set-x": Text(Message("the slider of the point")),
    "set-dx": Text(Message("the slider of the increment")),
    "point-at": Text(Message("the point, wherever it is"), ("x", "y")),
    "tangent-at": Text(Message("the tangent, whatever its slope"), ("slope",)),
    "says": Text(
        Message("the slope of the secant beside that of the tangent"),
        ("x", "dx", "slope", "tangent", "error"),
    ),
    "nothing-added": Text(
        Message("why there is no slope: adding the increment leaves x as it is"),
        ("x", "dx"),
    ),
    "too-large": Text(Message("why there is no slope: x³ is no float"), ("x",)),
    "outside": Text(
        Message("the picture shows only these x, and increments up to this"),
        ("low", "high", "largest"),
    ),
}

X = 3.0
# Each increment with the dashes of its secant: the shorter, the closer to the tangent.
SECANTS = ((1.0, "9 4"), (0.5, "5 3"), (0.25, "2 2.5"))
LEFT, RIGHT = 2.05, 4.25


def data() -> dict[str, object]:
    """Return the settings, and what keeps words apart from each other."""
    return {
        "settings": [
            {"name": "x", "values": [n / 20 for n in range(50, 63)], "start": X},
            {"name": "dx", "values": [*SMALL, 1.0], "start": 1.0},
        ],
        "shares": [dx for dx, _ in SECANTS],
        "apart": {"across": 30, "down": 13},
    }


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the curve, three secants, the tangent, and the increments below the axis."""
    axes = Axes(x=Scale(LEFT, RIGHT, 6, 290), y=Scale(8, 76, 350, 22))
    tangent = central_difference(cube, X)
    floor = axes.y.start
    parts = [axes.x_axis(()), _tick(axes, X, ""), _down(axes, X, "down")]
    for row, (dx, dashes) in enumerate(SECANTS):
        slope = forward_difference(cube, X, dx, relative=False)
        parts += [
            _tick(axes, X + dx, f"-{row}"),
            _down(axes, X + dx, f"down-{row}"),
            svg.path(
                _through(axes, slope),
                stroke=svg.VALUE,
                stroke_width=1.25,
                dashes=dashes,
                data_part=f"secant-{row}",
            ),
            _end(axes, slope, svg.VALUE, f"end-{row}"),
            _increment(axes, dx, floor + 34 + 19 * row, dashes, row),
        ]
    parts += [
        svg.path(
            _through(axes, tangent),
            stroke=svg.SLOPE,
            stroke_width=1.75,
            data_part="tangent",
        ),
        _end(axes, tangent, svg.SLOPE, "tangent-end"),
        axes.curve(cube, LEFT, 4.23, data_name="curve"),
        *(_ring(axes, dx, f"ring-{row}") for row, (dx, _) in enumerate(SECANTS)),
        axes.handle(X, cube(X), axes.mark(X, cube(X)), sets="x", data_part="point"),
        svg.text(
            axes.x(X) - 9,
            axes.y(cube(X)) - 8,
            labels["point"],
            anchor="end",
            data_part="point-name",
        ),
        svg.text(axes.x(3.92) - 14, axes.y(62), labels["curve"], anchor="end"),
        svg.text(334, axes.y(75) - 8, labels["secant"], anchor="end", fill=svg.VALUE),
        svg.text(
            334,
            axes.y(36),
            labels["tangent"],
            anchor="end",
            fill=svg.SLOPE,
            data_part="tangent-name",
        ),
    ]
    return svg.picture(floor + 82, axes.plot(*parts))


def _tick(axes: Axes, x: float, row: str) -> str:
    """Return a tick that can move along the axis, with its number."""
    place, level = axes.x(x), axes.y.start
    return svg.element(
        "g",
        svg.line((place, level), (place, level + 4), stroke=svg.MUTED),
        svg.text(
            place,
            level + 17,
            svg.plain(x),
            anchor="middle",
            fill=svg.MUTED,
            data_part=f"tick-number{row}",
        ),
        data_part=f"tick{row}",
    )


def _down(axes: Axes, x: float, part: str) -> str:
    """Return the line from a point of the curve down to the axis."""
    return axes.line((x, axes.y.low), (x, cube(x)), stroke=svg.GRID, data_part=part)


def _ring(axes: Axes, dx: float, part: str) -> str:
    """Return the mark of a secant's second point; the first one can be dragged."""
    place = (X + dx, cube(X + dx))
    mark = axes.mark(*place, shape="ring", stroke=svg.VALUE)
    if dx == SECANTS[0][0]:
        return axes.handle(*place, mark, sets="dx", data_from="x", data_part=part)
    return svg.element("g", mark, data_part=part)


def _through(axes: Axes, slope: float) -> list[tuple[float, float]]:
    """Return the line of that slope through the point, across the whole plot."""
    left = max(axes.x.low, X + (axes.y.low - cube(X)) / slope)
    return [axes.at(x, cube(X) + slope * (x - X)) for x in (left, RIGHT)]


def _end(axes: Axes, slope: float, fill: str, part: str) -> str:
    """Return the slope at the right end of its line."""
    level = axes.y(cube(X) + slope * (RIGHT - X))
    words = svg.rounded(slope)
    return svg.text(axes.x.end + 6, level + svg.WAIST, words, fill=fill, data_part=part)


def _increment(axes: Axes, dx: float, level: float, dashes: str, row: int) -> str:
    """Return the increment as a length below the axis."""
    left, right = axes.x(X), axes.x(X + dx)
    start, end = (
        svg.line(
            (place, level - 3),
            (place, level + 3),
            stroke=svg.VALUE,
            data_part=f"increment-{name}-{row}",
        )
        for place, name in ((left, "start"), (right, "end"))
    )
    length = svg.line(
        (left, level),
        (right, level),
        stroke=svg.VALUE,
        dashes=dashes,
        data_part=f"increment-{row}",
    )
    name = svg.text(
        right + 7,
        level + svg.WAIST,
        f"Δx = {svg.plain(dx)}",
        fill=svg.VALUE,
        data_part=f"increment-name-{row}",
    )
    return length + start + end + name
