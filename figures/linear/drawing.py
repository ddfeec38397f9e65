"""3x + 2: one step across is three upwards, wherever it is taken."""

from collections.abc import Mapping

from derivlearn import functions
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import constants, svg
from derivlearn_site.figures.axes import Axes, Scale
from derivlearn_site.figures.live import Text

LABELS = {
    "curve": Message("the equation of the line"),
    "run": Message("the change across"),
    "rise": Message("the change upwards"),
}
LIVE = {
    "set-a": Text(Message("the slider of the coefficient")),
    "set-b": Text(Message("the slider of the number that is added")),
    "rise-of": Text(Message("the change upwards, whatever it is"), ("rise",)),
    "up": Text(
        Message("where the line is at 0, how far each step goes up, and the slope"),
        ("b", "slope"),
    ),
    "down": Text(
        Message("where the line is at 0, how far each step goes down, and the slope"),
        ("b", "drop", "slope"),
    ),
    "flat": Text(Message("that the line is level, and its slope"), ("b", "slope")),
    "rounded": Text(
        Message("the slopes that rounding has changed, and the coefficient"),
        ("left", "right", "a"),
    ),
    "too-large": Text(Message("why there is no slope: ax + b is no float"), ("a", "b")),
    "outside": Text(Message("the picture shows only these heights"), ("low", "high")),
}

COEFFICIENT, CONSTANT = 3.0, 2.0
_CONSTANTS = constants.beside(__file__)
# How far a step is across, and where the steps start.
STEP: float = _CONSTANTS["step"]
STEPS = (0.0, 2.0)
# Where heights are read.
HEIGHTS: list[int] = _CONSTANTS["heights"]
# How far words are below what they name.
BELOW: dict[str, float] = _CONSTANTS["below"]
LEFT, RIGHT = -0.3, 3.3


def data() -> dict[str, object]:
    """Return the settings, the steps, and what keeps numbers apart from each other."""
    quarters = {"a": range(-4, 13), "b": range(21)}
    starts = {"a": COEFFICIENT, "b": CONSTANT}
    return {
        "settings": [
            # Quarters add up without rounding.
            {"name": name, "values": [n / 4 for n in all_of], "start": starts[name]}
            for name, all_of in quarters.items()
        ],
        "steps": list(STEPS),
        "apart": 13,
    }


def linear(x: float) -> float:
    """3x + 2."""
    return functions.linear(x, COEFFICIENT, CONSTANT)


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the line and two steps on it, each with what it gains."""
    # As high and as low as the sliders lift and tilt the line.
    axes = Axes(x=Scale(LEFT, RIGHT, 50, 272), y=Scale(-3.5, 14.5, 338, 14))
    parts = [
        axes.y_axis([0]),
        axes.x_axis(HEIGHTS),
        *(_height(axes, x) for x in HEIGHTS),
        axes.curve(linear, LEFT, RIGHT, steps=1, data_name="curve", data_part="line"),
        *(_step(axes, row, labels) for row in range(len(STEPS))),
        svg.text(
            axes.x(2) - 10,
            axes.y(linear(2)) + BELOW["line"],
            labels["curve"],
            anchor="end",
            data_part="line-name",
        ),
    ]
    return svg.picture(368, axes.plot(*parts))


def _height(axes: Axes, x: int) -> str:
    """Return how high the line is at x, as a number on the left and a line across."""
    level = axes.y(linear(x))
    return svg.element(
        "g",
        svg.line((axes.x.start, level), (axes.x.end, level), stroke=svg.GRID),
        svg.text(
            axes.x.start - 6,
            level + svg.WAIST,
            svg.plain(linear(x)),
            anchor="end",
            fill=svg.MUTED,
            data_part=f"height-number-{x}",
        ),
        data_part=f"height-{x}",
    )


def _step(axes: Axes, row: int, labels: Mapping[str, str]) -> str:
    """Return one step: across, then upwards, from one point of the line to another."""
    start, end = STEPS[row], STEPS[row] + STEP
    below, above = linear(start), linear(end)
    return "".join(
        (
            axes.line(
                (start, below), (end, below), stroke=svg.A, data_part=f"run-{row}"
            ),
            axes.line(
                (end, below),
                (end, above),
                stroke=svg.B,
                dashes="5 3",
                data_part=f"rise-{row}",
            ),
            axes.mark(start, below, data_part=f"start-{row}"),
            axes.mark(end, above, data_part=f"end-{row}"),
            svg.text(
                axes.x(end),
                axes.y(below) + BELOW["run"],
                f"{labels['run']} {svg.plain(end - start)}",
                anchor="end",
                fill=svg.A,
                halo=True,
                data_part=f"run-name-{row}",
            ),
            svg.text(
                axes.x(end) + 8,
                axes.y((below + above) / 2) + BELOW["rise"],
                f"{labels['rise']} {svg.plain(above - below)}",
                fill=svg.B,
                halo=True,
                data_part=f"rise-name-{row}",
            ),
        )
    )
