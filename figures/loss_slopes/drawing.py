"""Three pre-activations: their outputs, the cost, and its slope to each of them."""

from collections.abc import Mapping
from itertools import product

from figures.shared import columns
from figures.shared.columns import ACROSS, TARGETS, UNIT

from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.loops import activate, last_deltas
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import Axes, Scale
from derivlearn_site.figures.live import Text

LABELS = {
    "slope": Message("the slope of the cost with respect to a pre-activation"),
    "total": Message("the word before the whole cost"),
}
LIVE = {
    "set-cost": Text(Message("the choice of the cost")),
    "set-z0": Text(Message("the slider of pre-activation 0")),
    "set-z1": Text(Message("the slider of pre-activation 1")),
    "set-z2": Text(Message("the slider of pre-activation 2")),
    "squared": Text(Message("the squared error, after the sigmoid")),
    "cross": Text(Message("cross-entropy, after the sigmoid")),
    "softmax": Text(Message("cross-entropy, after softmax")),
    "total-is": Text(Message("the whole cost, whatever it is"), ("cost",)),
    "says": Text(
        Message("the cost, the outputs, and the slopes to the pre-activations"),
        ("cost", *(f"{name}{i}" for name, i in product(("a", "slope"), range(3)))),
    ),
    "flat": Text(
        Message("that an output is far from its target, and its slope almost 0"),
        ("output",),
    ),
    "together": Text(Message("that the outputs of softmax add up to 1")),
    "too-large": Text(Message("the cost is no float")),
    "outside": Text(
        Message("the picture shows only pre-activations from here to there"),
        ("low", "high"),
    ),
}

# The first output is as wrong as can be, and has the smallest slope.
ZS = [-6.0, -1.5, 0.5]
LARGEST = 8
DIGITS = 4
# How far down the lines of the pre-activations and of the outputs are.
INTO, OUT_OF = 42.0, 160.0
SLOPES = Axes(x=ACROSS, y=Scale(-1, 1, 232 + 2 * UNIT, 232))
COSTS = ("squared", "cross", "softmax")


def data() -> dict[str, object]:
    """Return the costs to choose from, and the pre-activations that can be set."""
    values = [n / 2 for n in range(-2 * LARGEST, 2 * LARGEST + 1)]
    return {
        "settings": [
            {
                "name": "cost",
                "values": [*range(len(COSTS))],
                "start": 0,
                "options": [*COSTS],
            },
            *(
                {"name": f"z{i}", "values": values, "start": z}
                for i, z in enumerate(ZS)
            ),
        ],
        "targets": TARGETS,
        "digits": DIGITS,
    }


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw a column for each output: what goes in, what comes out, and the slope."""
    outputs = activate(sigmoid, ZS)
    slopes = last_deltas(
        squared_error_derivative(outputs, TARGETS), ZS, sigmoid_derivative
    )
    cost = svg.printed(squared_error(outputs, TARGETS), DIGITS)
    heading = SLOPES.y.end - 22
    return svg.picture(
        SLOPES.y.start + 28,
        svg.element(
            "g",
            *(_way(i, j) for i, j in product(range(3), repeat=2)),
            *(_into(i) for i in range(3)),
            *(_out_of(i, output) for i, output in enumerate(outputs)),
            svg.text(6, heading, labels["slope"], fill=svg.MUTED),
            svg.text(
                334,
                heading,
                f"{labels['total']} {cost}",
                anchor="end",
                fill=svg.COST,
                data_part="total",
            ),
            SLOPES.plot(
                columns.level(SLOPES, 1),
                columns.level(SLOPES, -1),
                SLOPES.x_axis((), y=0),
                *(columns.arrow(SLOPES, i, slope) for i, slope in enumerate(slopes)),
            ),
            *(_number(i, slope) for i, slope in enumerate(slopes)),
        ),
    )


def _way(j: int, i: int) -> str:
    """Return an arrow from a pre-activation to an output that it moves."""
    start, end = (ACROSS(j), INTO + 28), (ACROSS(i), OUT_OF - 58)
    crosses = i != j
    return svg.element(
        "g",
        svg.arrow(start, end, stroke=svg.MUTED),
        visibility="hidden" if crosses else None,
        data_part=f"way-{j}-{i}" if crosses else None,
    )


def _into(i: int) -> str:
    """Return a pre-activation: its number, and a line that it can be moved on."""
    middle, z = ACROSS(i), ZS[i]
    half = 4 * LARGEST
    axes = Axes(
        x=Scale(-LARGEST, LARGEST, middle - half, middle + half),
        y=Scale(0, 1, INTO, INTO - UNIT),
    )
    return svg.text(
        middle,
        INTO - 22,
        f"z{svg.SUBSCRIPTS[i]} = {svg.plain(z)}",
        anchor="middle",
        data_part=f"z-{i}",
    ) + axes.plot(
        axes.x_axis(()),
        *(columns.end_number(axes, tick) for tick in (-LARGEST, LARGEST)),
        axes.handle(z, 0, axes.mark(z, 0), sets=f"z{i}", data_part=f"into-{i}"),
    )


def _out_of(i: int, output: float) -> str:
    """Return an output and its target, in numbers and on a line from 0 to 1."""
    return columns.numbers(
        i, svg.printed(output, DIGITS), OUT_OF - 42
    ) + columns.number_line(i, output, OUT_OF)


def _number(i: int, slope: float) -> str:
    return svg.text(
        ACROSS(i),
        SLOPES.y.start + 21,
        svg.printed(slope, DIGITS),
        anchor="middle",
        fill=svg.SLOPE,
        data_part=f"slope-{i}",
    )
