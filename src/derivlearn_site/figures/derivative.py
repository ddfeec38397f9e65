"""Secants through a point of y = x³ that turn into the tangent."""

from collections.abc import Mapping

from derivlearn.numeric import central_difference, forward_difference
from derivlearn_site.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import Axes, Scale

LABELS = {
    "curve": Message("the equation of the curve"),
    "secant": Message("a line through two points of the curve"),
    "tangent": Message("the line that the secants approach, and its slope"),
    "point": Message("the point that all lines go through"),
}

X = 3.0
# Each increment with the dashes of its secant: the shorter, the closer to the tangent.
SECANTS = ((1.0, "9 4"), (0.5, "5 3"), (0.25, "2 2.5"))
LEFT, RIGHT = 2.05, 4.25


def cube(x: float) -> float:
    """x³."""
    return x * x * x


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the curve, three secants, the tangent, and the increments below the axis."""
    axes = Axes(x=Scale(LEFT, RIGHT, 6, 290), y=Scale(8, 76, 350, 22))
    tangent = central_difference(cube, X)
    floor = axes.y.start
    parts = [axes.x_axis([X, *(X + dx for dx, _ in reversed(SECANTS))])]
    parts.append(axes.line((X, 8), (X, cube(X)), stroke=svg.GRID))
    for row, (dx, dashes) in enumerate(SECANTS):
        slope = forward_difference(cube, X, dx, relative=False)
        parts += [
            axes.line((X + dx, 8), (X + dx, cube(X + dx)), stroke=svg.GRID),
            _through(axes, slope, stroke=svg.B, dashes=dashes),
            _end(axes, slope, svg.plain(round(slope, 2)), svg.B),
            _increment(axes, dx, floor + 34 + 19 * row, dashes),
        ]
    parts += [
        _through(axes, tangent, stroke=svg.A, stroke_width=1.75),
        _end(axes, tangent, svg.plain(round(tangent, 2)), svg.A),
        axes.curve(cube, LEFT, 4.23, data_name="curve"),
        *(
            axes.mark(X + dx, cube(X + dx), shape="ring", stroke=svg.B)
            for dx, _ in SECANTS
        ),
        axes.mark(X, cube(X)),
        svg.text(axes.x(X) - 9, axes.y(cube(X)) - 8, labels["point"], anchor="end"),
        svg.text(axes.x(3.92) - 14, axes.y(62), labels["curve"], anchor="end"),
        svg.text(334, axes.y(75) - 8, labels["secant"], anchor="end", fill=svg.B),
        svg.text(334, axes.y(36), labels["tangent"], anchor="end", fill=svg.A),
    ]
    return svg.picture(floor + 82, axes.plot(*parts))


def _through(
    axes: Axes,
    slope: float,
    *,
    stroke: str,
    stroke_width: float = 1.25,
    dashes: str | None = None,
) -> str:
    """Return the line of that slope through the point, across the whole plot."""
    left = max(axes.x.low, X + (axes.y.low - cube(X)) / slope)
    return axes.line(
        (left, cube(X) + slope * (left - X)),
        (RIGHT, cube(X) + slope * (RIGHT - X)),
        stroke=stroke,
        stroke_width=stroke_width,
        dashes=dashes,
    )


def _end(axes: Axes, slope: float, words: str, fill: str) -> str:
    """Return the slope at the right end of its line."""
    level = axes.y(cube(X) + slope * (RIGHT - X))
    return svg.text(axes.x.end + 6, level + 4.5, words, fill=fill)


def _increment(axes: Axes, dx: float, level: float, dashes: str) -> str:
    """Return the increment as a length below the axis."""
    left, right = axes.x(X), axes.x(X + dx)
    ends = (
        svg.line((end, level - 3), (end, level + 3), stroke=svg.B)
        for end in (left, right)
    )
    return (
        svg.line((left, level), (right, level), stroke=svg.B, dashes=dashes)
        + "".join(ends)
        + svg.text(right + 7, level + 4.5, f"Δx = {svg.plain(dx)}", fill=svg.B)
    )
