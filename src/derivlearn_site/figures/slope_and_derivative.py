"""Each slope of the curve above is a point of the curve below."""

from collections.abc import Mapping

from derivlearn.numeric import central_difference
from derivlearn_site.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import Axes, Scale

LABELS = {
    "function": Message("the equation of the function"),
    "derivative": Message("the equation of its derivative"),
    "slope": Message("the word before the number of a slope"),
}

XS = (-1.0, 0.5, 1.5)
# Half of how far a tangent reaches across.
REACH = 0.42


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
        *(_down(above, below, x) for x in XS),
        above.plot(
            above.x_axis((), y=0),
            above.y_axis([0, 2, 4], grid=False),
            above.curve(square, -2.15, 2.15, data_name="function"),
            *(_tangent(above, x, labels["slope"]) for x in XS),
            svg.text(
                above.x(-1.95) + 12, above.y(4.1), labels["function"], fill=svg.INK
            ),
        ),
        below.plot(
            below.x_axis((), y=0),
            _numbers(below),
            below.y_axis([-4, -2, 0, 2, 4], grid=False),
            below.curve(
                slope, -2.4, 2.4, steps=2, stroke=svg.A, data_name="derivative"
            ),
            *(_slope(below, x) for x in XS),
            svg.text(
                below.x.end,
                below.y(-2.6),
                labels["derivative"],
                anchor="end",
                fill=svg.A,
            ),
        ),
    )


def _down(above: Axes, below: Axes, x: float) -> str:
    """Return the line that joins a tangent to its slope."""
    return svg.line(
        above.at(x, square(x)),
        below.at(x, min(slope(x), 0)),
        stroke=svg.MUTED,
        dashes="1.5 3",
    )


def _tangent(axes: Axes, x: float, word: str) -> str:
    """Return a tangent with its slope beside it, on the outer side of the curve."""
    ends = [(x + side * REACH, square(x) + slope(x) * side * REACH) for side in (-1, 1)]
    left = x < 1
    words = svg.text(
        axes.x(x) + (-10 if left else 12),
        axes.y(square(x)) + (14 if x > 1 else 10 if x < 0 else -10),
        f"{word} {svg.plain(round(slope(x), 2))}",
        anchor="end" if left else "start",
        fill=svg.A,
        halo=True,
    )
    return (
        axes.line(ends[0], ends[1], stroke=svg.A, stroke_width=1.75)
        + words
        + axes.mark(x, square(x))
    )


def _slope(axes: Axes, x: float) -> str:
    """Return a slope as a point, with its number."""
    left = x < 0
    return axes.mark(x, slope(x), shape="diamond", stroke=svg.A) + svg.text(
        axes.x(x) + (-12 if left else 12),
        axes.y(slope(x)) + (-4 if left else 12),
        svg.plain(round(slope(x), 2)),
        anchor="end" if left else "start",
        fill=svg.A,
        halo=True,
    )


def _numbers(axes: Axes) -> str:
    """Return the xs of the tangents, between the plots that share them."""
    return "".join(
        svg.text(
            axes.x(x),
            axes.y.end - 14,
            svg.plain(x),
            anchor="middle",
            fill=svg.MUTED,
            halo=True,
        )
        for x in XS
    )
