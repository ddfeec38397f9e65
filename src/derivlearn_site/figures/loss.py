"""Three outputs: what each adds to the squared error, and the slope to each."""

from collections.abc import Mapping

from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn_site.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import Axes, Scale

LABELS = {
    "share": Message("what one output adds to the cost"),
    "total": Message("the word before the whole cost"),
    "slope": Message("the slope of the cost with respect to one output"),
}

OUTPUTS = [0.7, 0.2, 0.6]
TARGETS = [1.0, 0.0, 0.0]
SUBSCRIPTS = "₀₁₂"
BAR = 44.0


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw one column for each output: its numbers, its share, its slope."""
    across = Scale(-0.5, 2.5, 24, 330)
    shares = Axes(x=across, y=Scale(0, 0.2, 220, 110))
    slopes = Axes(x=across, y=Scale(-0.4, 0.7, 404, 282))
    return svg.picture(
        408,
        *(_numbers(across(i), i) for i in range(3)),
        _heading(labels["share"], 72),
        svg.text(
            334,
            72,
            f"{labels['total']} {svg.printed(squared_error(OUTPUTS, TARGETS), 3)}",
            anchor="end",
            fill=svg.B,
        ),
        shares.plot(
            shares.x_axis(()),
            *(_share(shares, i) for i in range(3)),
        ),
        _heading(labels["slope"], 258),
        slopes.plot(
            slopes.x_axis((), y=0),
            *(
                _slope(slopes, i, slope)
                for i, slope in enumerate(squared_error_derivative(OUTPUTS, TARGETS))
            ),
        ),
    )


def _heading(words: str, y: float) -> str:
    return svg.text(6, y, words, fill=svg.MUTED)


def _numbers(x: float, i: int) -> str:
    """Return an output and its target, over their column."""
    return svg.text(
        x, 20, f"a{SUBSCRIPTS[i]} = {svg.plain(OUTPUTS[i])}", anchor="middle"
    ) + svg.text(
        x,
        40,
        f"y{SUBSCRIPTS[i]} = {svg.plain(TARGETS[i])}",
        anchor="middle",
        fill=svg.MUTED,
    )


def _share(axes: Axes, i: int) -> str:
    share = squared_error([OUTPUTS[i]], [TARGETS[i]])
    top = axes.y(share)
    return _bar(axes, i, share, svg.B) + svg.text(
        axes.x(i), top - 7, svg.printed(share, 3), anchor="middle", fill=svg.B
    )


def _slope(axes: Axes, i: int, slope: float) -> str:
    """Return a slope as an arrow from 0, the way a larger output moves the cost."""
    end = axes.y(slope)
    return svg.element(
        "g",
        svg.arrow(
            (axes.x(i), axes.y(0)), (axes.x(i), end), stroke=svg.A, stroke_width=1.75
        ),
        data_x=f"{i}",
        data_y=f"{slope:.6g}",
    ) + svg.text(
        axes.x(i) + 10, (axes.y(0) + end) / 2 + 5, svg.printed(slope, 1), fill=svg.A
    )


def _bar(axes: Axes, i: int, value: float, stroke: str) -> str:
    top = axes.y(value)
    return svg.element(
        "rect",
        x=axes.x(i) - BAR / 2,
        y=top,
        width=BAR,
        height=axes.y(0) - top,
        fill=stroke,
        fill_opacity="0.18",
        stroke=stroke,
        data_x=f"{i}",
        data_y=f"{value:.6g}",
    )
