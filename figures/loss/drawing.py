"""Three outputs: what each adds to the squared error, and the slope to each."""

from collections.abc import Mapping

from figures.shared import columns
from figures.shared.columns import ACROSS, TARGETS, UNIT

from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import constants, svg
from derivlearn_site.figures.axes import Axes, Scale
from derivlearn_site.figures.live import Text

LABELS = {
    "share": Message("what one output adds to the cost"),
    "total": Message("the word before the whole cost"),
    "slope": Message("the slope of the cost with respect to one output"),
}
_WAYS = ("way0", "way1", "way2")
LIVE = {
    "set-a0": Text(Message("the slider of output 0")),
    "set-a1": Text(Message("the slider of output 1")),
    "set-a2": Text(Message("the slider of output 2")),
    "total-is": Text(Message("the whole cost, whatever it is"), ("cost",)),
    "says": Text(
        Message("the cost, its slopes, and which way each output lowers it"),
        ("cost", "slope0", "slope1", "slope2", *_WAYS),
    ),
    "up": Text(Message("the way of an output that should grow")),
    "down": Text(Message("the way of an output that should shrink")),
    "stay": Text(Message("the way of an output that equals its target")),
    "met": Text(Message("all outputs equal their targets")),
    "too-large": Text(Message("the cost is no float")),
    "outside": Text(
        Message("the picture shows only outputs from here to there"), ("low", "high")
    ),
}

_CONSTANTS = constants.beside(__file__)
DECIMALS: int = _CONSTANTS["decimals"]
# How far a share is over its bar.
OVER: float = _CONSTANTS["over"]
# How far a slope is below the middle of its arrow, and at least from the line at 0.
NUMBER: dict[str, float] = _CONSTANTS["number"]

OUTPUTS = [0.7, 0.2, 0.6]
BAR = 44.0
SHARES = Axes(x=ACROSS, y=Scale(0, 0.5, 272, 132))
# As long on the picture as an output is away from its target.
SLOPES = Axes(x=ACROSS, y=Scale(-1, 1, 466, 466 - 2 * UNIT))
LINE = 62.0


def data() -> dict[str, object]:
    """Return the outputs that can be set, and their targets."""
    return {
        "settings": [
            {"name": f"a{i}", "values": [n / 10 for n in range(11)], "start": output}
            for i, output in enumerate(OUTPUTS)
        ],
        "targets": TARGETS,
    }


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw one column for each output: its numbers, its share, its slope."""
    derivative = squared_error_derivative(OUTPUTS, TARGETS)
    cost = squared_error(OUTPUTS, TARGETS)
    return svg.picture(
        SLOPES.y.start + 6,
        svg.element(
            "g",
            _heading(labels["share"], 112),
            svg.text(
                334,
                112,
                f"{labels['total']} {svg.printed(cost, DECIMALS)}",
                anchor="end",
                fill=svg.COST,
                data_part="total",
            ),
            SHARES.plot(
                columns.level(SHARES, SHARES.y.high),
                SHARES.x_axis(()),
                *(_share(i) for i in range(3)),
            ),
            _heading(labels["slope"], 310),
            SLOPES.plot(
                columns.level(SLOPES, SLOPES.y.high),
                columns.level(SLOPES, SLOPES.y.low),
                SLOPES.x_axis((), y=0),
                *(_slope(i, slope) for i, slope in enumerate(derivative)),
            ),
            *(_output(i) for i in range(3)),
        ),
    )


def _heading(words: str, y: float) -> str:
    return svg.text(6, y, words, fill=svg.MUTED)


def _output(i: int) -> str:
    """Return an output and its target, in numbers and on a line from 0 to 1."""
    return columns.numbers(i, svg.plain(OUTPUTS[i]), 20) + columns.number_line(
        i, OUTPUTS[i], LINE, sets=f"a{i}"
    )


def _share(i: int) -> str:
    """Return the share of an output as a bar, with its number."""
    share = squared_error([OUTPUTS[i]], [TARGETS[i]])
    x, top, floor = SHARES.x(i), SHARES.y(share), SHARES.y.start
    bar = svg.element(
        "rect",
        x=x - BAR / 2,
        y=top,
        width=BAR,
        height=floor - top,
        fill=svg.COST,
        fill_opacity="0.18",
        stroke=svg.COST,
        data_x=f"{i}",
        data_y=f"{share:.6g}",
        data_part=f"bar-{i}",
    )
    return bar + svg.text(
        x,
        top - OVER,
        svg.printed(share, DECIMALS),
        anchor="middle",
        fill=svg.COST,
        data_part=f"share-{i}",
    )


def _slope(i: int, slope: float) -> str:
    """Return a slope as an arrow, and its number, which keeps off the line at 0."""
    zero, end = SLOPES.y(0), SLOPES.y(slope)
    middle = (zero + end) / 2 + NUMBER["middle"]
    under, over = zero + NUMBER["under"], zero - NUMBER["over"]
    level = max(middle, under) if slope < 0 else min(middle, over)
    return columns.arrow(SLOPES, i, slope) + svg.text(
        SLOPES.x(i) + 10,
        level,
        svg.rounded(slope),
        fill=svg.SLOPE,
        data_part=f"slope-{i}",
    )
