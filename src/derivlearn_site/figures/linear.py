"""3x + 2: one step across is three upwards, wherever it is taken."""

from collections.abc import Mapping

from derivlearn import functions
from derivlearn_site.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import Axes, Scale

LABELS = {
    "curve": Message("the equation of the line"),
    "run": Message("the change across"),
    "rise": Message("the change upwards"),
}

COEFFICIENT, CONSTANT = 3.0, 2.0
# Where a step of 1 across starts.
STEPS = (0.0, 2.0)


def linear(x: float) -> float:
    """3x + 2."""
    return functions.linear(x, COEFFICIENT, CONSTANT)


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the line and two steps on it, each with what it gains."""
    axes = Axes(x=Scale(-0.5, 3.6, 30, 268), y=Scale(0, 13, 318, 14))
    parts = [
        axes.y_axis([0, 2, 5, 8, 11]),
        axes.x_axis(range(4)),
        axes.curve(linear, -0.5, 3.6, steps=1, data_name="curve"),
        *(_step(axes, start, labels) for start in STEPS),
        svg.text(
            axes.x(1.5) - 12, axes.y(linear(1.5)) - 6, labels["curve"], anchor="end"
        ),
    ]
    return svg.picture(348, axes.plot(*parts))


def _step(axes: Axes, start: float, labels: Mapping[str, str]) -> str:
    """Return one step: across, then upwards, from one point of the line to another."""
    end = start + 1
    run, rise = end - start, linear(end) - linear(start)
    return "".join(
        (
            axes.line((start, linear(start)), (end, linear(start)), stroke=svg.A),
            axes.line(
                (end, linear(start)), (end, linear(end)), stroke=svg.B, dashes="5 3"
            ),
            axes.mark(start, linear(start)),
            axes.mark(end, linear(end)),
            svg.text(
                axes.x(end),
                axes.y(linear(start)) + 17,
                f"{labels['run']} {svg.plain(run)}",
                anchor="middle" if start == STEPS[0] else "end",
                fill=svg.A,
                halo=True,
            ),
            svg.text(
                axes.x(end) + 8,
                axes.y((linear(start) + linear(end)) / 2) + 9,
                f"{labels['rise']} {svg.plain(rise)}",
                fill=svg.B,
                halo=True,
            ),
        )
    )
