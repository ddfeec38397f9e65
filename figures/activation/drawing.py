"""Three activation functions, each over its derivative."""

import math
from collections.abc import Callable, Mapping

from derivlearn.activations import (
    relu,
    relu_derivative,
    sigmoid,
    sigmoid_derivative,
    tanh,
    tanh_derivative,
)
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import Axes, Scale
from derivlearn_site.figures.live import Text

LABELS = {
    "sigmoid": Message("the name of the sigmoid"),
    "tanh": Message("the name of the hyperbolic tangent"),
    "relu": Message("the name of ReLU"),
    "function": Message("the upper row: the functions"),
    "derivative": Message("the lower row: their derivatives"),
}
_SLOPES = ("sigmoid_slope", "tanh_slope", "relu_slope")
LIVE = {
    "set-z": Text(Message("the slider of z")),
    "says": Text(
        Message("the three functions at z, each with its slope"),
        ("z", "sigmoid", "tanh", "relu", *_SLOPES),
    ),
    "kink": Text(
        Message("the same at z = 0, where ReLU has no slope but is given one"),
        ("sigmoid", "tanh", *_SLOPES),
    ),
    "too-small": Text(Message("why a slope that is not 0 is told as 0")),
    "outside": Text(Message("the picture shows only these z"), ("low", "high")),
}

Function = Callable[[float], float]
Z = 0.0
REACH = 4.0
RELU = 2
SMALL, WIDE = 80.0, 104.0
# Half of a tangent's length, on the picture.
TANGENT = 20.0
DECIMALS = 4


def data() -> dict[str, object]:
    """Return the settings, and how the tangents and the numbers are drawn."""
    tenths = round(REACH * 10)
    return {
        "settings": [
            {
                "name": "z",
                "values": [n / 10 for n in range(-tenths, tenths + 1)],
                "start": Z,
            }
        ],
        "tangent": TANGENT,
        "decimals": DECIMALS,
    }


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw functions above and derivatives below, in three columns."""
    return svg.picture(
        386,
        _row(labels["function"], 16),
        svg.element(
            "g",
            svg.text(334, 16, f"z = {svg.plain(Z)}", anchor="end", data_part="z"),
        ),
        _column(0, labels["sigmoid"], (0, 0.5, 1), sigmoid, sigmoid_derivative),
        _column(1, labels["tanh"], (-1, 0, 1), tanh, tanh_derivative),
        _relu(RELU, labels["relu"]),
        _row(labels["derivative"], 222),
    )


def _row(words: str, y: float) -> str:
    return svg.text(6, y, words, fill=svg.MUTED) + svg.line(
        (6, y + 8), (334, y + 8), stroke=svg.GRID
    )


def _axes(column: int) -> tuple[Axes, Axes]:
    """Return the plots of a column; the derivatives share one scale."""
    start = 40 + WIDE * column
    x = Scale(-REACH, REACH, start, start + SMALL)
    return (
        Axes(x=x, y=Scale(-1.1, 4.1 if column == RELU else 1.1, 184, 78)),
        Axes(x=x, y=Scale(-0.1, 1.1, 354, 252)),
    )


def _frame(
    axes: Axes, ticks: tuple[float, ...], across: tuple[float, ...], *parts: str
) -> str:
    return axes.plot(
        axes.y_axis(ticks),
        axes.line((0, axes.y.low), (0, axes.y.high), stroke=svg.GRID),
        *(_under(axes, tick) for tick in across),
        *parts,
    )


def _under(axes: Axes, tick: float) -> str:
    return svg.text(
        axes.x(tick),
        axes.y.start + 18,
        svg.plain(tick),
        anchor="middle",
        fill=svg.MUTED,
    )


def _heads(column: int, name: str, function: Function, derivative: Function) -> str:
    """Return the name of a function, its value and its slope, over their plots."""
    above, below = _axes(column)
    middle = (above.x.start + above.x.end) / 2
    value, slope = (svg.printed(f(Z), DECIMALS) for f in (function, derivative))
    return svg.text(middle, 48, name, anchor="middle") + svg.element(
        "g",
        svg.text(
            middle,
            above.y.end - 11,
            value,
            anchor="middle",
            data_part=f"value-{column}",
        ),
        svg.text(
            middle,
            below.y.end - 7,
            slope,
            anchor="middle",
            fill=svg.SLOPE,
            data_part=f"slope-{column}",
        ),
    )


def _marks(column: int, function: Function, derivative: Function) -> tuple[str, str]:
    """Return the points on a function and on its derivative, which can be moved."""
    above, below = _axes(column)
    a, slope = function(Z), derivative(Z)
    return (
        above.handle(Z, a, above.mark(Z, a), sets="z", data_part=f"point-{column}"),
        below.handle(
            Z,
            slope,
            below.mark(Z, slope, stroke=svg.SLOPE),
            sets="z",
            data_part=f"height-{column}",
        ),
    )


def _tangent(column: int, a: float, slope: float | None) -> str:
    """Return the tangent at a point; without a slope, there is none to see."""
    axes, _ = _axes(column)
    reach = 0.0
    if slope is not None:
        across, up = axes.x(1) - axes.x(0), axes.y(0) - axes.y(1)
        reach = TANGENT / math.hypot(across, slope * up)
    return axes.line(
        (Z - reach, a - (slope or 0) * reach),
        (Z + reach, a + (slope or 0) * reach),
        stroke=svg.SLOPE,
        stroke_width=1.75,
        data_part=f"tangent-{column}",
    )


def _column(
    column: int,
    name: str,
    ticks: tuple[float, ...],
    function: Function,
    derivative: Function,
) -> str:
    above, below = _axes(column)
    across = (-REACH, 0.0, REACH)
    peak = derivative(0)
    point, height = _marks(column, function, derivative)
    return "".join(
        (
            _heads(column, name, function, derivative),
            _frame(
                above,
                ticks,
                (),
                above.curve(function, -REACH, REACH, data_name=f"function-{column}"),
                _tangent(column, function(Z), derivative(Z)),
                point,
            ),
            _frame(
                below,
                (0, peak) if peak == 1 else (0, peak, 1),
                across,
                below.curve(
                    derivative,
                    -REACH,
                    REACH,
                    stroke=svg.SLOPE,
                    data_name=f"derivative-{column}",
                ),
                height,
            ),
        )
    )


def _relu(column: int, name: str) -> str:
    """Return ReLU; its derivative jumps at 0, where it is 0."""
    above, below = _axes(column)
    point, height = _marks(column, relu, relu_derivative)
    # What is left at the end of the lower line when the point has moved on.
    end = svg.element("circle", cx=below.x(0), cy=below.y(0), r=3, fill=svg.SLOPE)
    return "".join(
        (
            _heads(column, name, relu, relu_derivative),
            _frame(
                above,
                (0, 4),
                (),
                above.curve(
                    relu, -REACH, REACH, steps=2, data_name=f"function-{column}"
                ),
                _tangent(column, relu(Z), None),
                point,
            ),
            _frame(
                below,
                (0, 1),
                (-REACH, 0.0, REACH),
                below.curve(
                    relu_derivative,
                    -REACH,
                    0,
                    stroke=svg.SLOPE,
                    steps=1,
                    data_name="derivative-2-left",
                ),
                below.curve(
                    lambda _: 1.0,
                    0,
                    REACH,
                    stroke=svg.SLOPE,
                    steps=1,
                    data_name="derivative-2-right",
                ),
                below.mark(0, 1, shape="ring", stroke=svg.SLOPE),
                end,
                height,
            ),
        )
    )
