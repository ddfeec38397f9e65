"""Three activation functions, each over its derivative."""

from collections.abc import Callable, Mapping

from derivlearn.activations import (
    relu,
    relu_derivative,
    sigmoid,
    sigmoid_derivative,
    tanh,
    tanh_derivative,
)
from derivlearn_site.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import Axes, Scale

LABELS = {
    "sigmoid": Message("the name of the sigmoid"),
    "tanh": Message("the name of the hyperbolic tangent"),
    "relu": Message("the name of ReLU"),
    "function": Message("the upper row: the functions"),
    "derivative": Message("the lower row: their derivatives"),
}

Function = Callable[[float], float]
REACH = 4.0
RELU = 2
SMALL, WIDE = 80.0, 104.0


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw functions above and derivatives below, in three columns."""
    return svg.picture(
        366,
        _row(labels["function"], 16),
        _column(0, labels["sigmoid"], (0, 0.5, 1), sigmoid, sigmoid_derivative),
        _column(1, labels["tanh"], (-1, 0, 1), tanh, tanh_derivative),
        _relu(RELU, labels["relu"]),
        _row(labels["derivative"], 206),
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
        Axes(x=x, y=Scale(-1.1, 4.1 if column == RELU else 1.1, 168, 62)),
        Axes(x=x, y=Scale(-0.1, 1.1, 334, 232)),
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


def _name(axes: Axes, words: str) -> str:
    middle = (axes.x.start + axes.x.end) / 2
    return svg.text(middle, 48, words, anchor="middle")


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
    return (
        _name(above, name)
        + _frame(
            above,
            ticks,
            (),
            above.curve(function, -REACH, REACH, data_name=f"function-{column}"),
            above.mark(0, function(0)),
        )
        + _frame(
            below,
            (0, peak) if peak == 1 else (0, peak, 1),
            across,
            below.curve(
                derivative,
                -REACH,
                REACH,
                stroke=svg.A,
                data_name=f"derivative-{column}",
            ),
            below.mark(0, peak, stroke=svg.A),
        )
    )


def _relu(column: int, name: str) -> str:
    """Return ReLU; its derivative jumps at 0, where it is 0."""
    above, below = _axes(column)
    return (
        _name(above, name)
        + _frame(
            above,
            (0, 4),
            (),
            above.curve(relu, -REACH, REACH, steps=2, data_name=f"function-{column}"),
            above.mark(0, relu(0)),
        )
        + _frame(
            below,
            (0, 1),
            (-REACH, 0.0, REACH),
            below.curve(
                relu_derivative,
                -REACH,
                0,
                stroke=svg.A,
                steps=1,
                data_name="derivative-2-left",
            ),
            below.curve(
                lambda _: 1.0,
                0,
                REACH,
                stroke=svg.A,
                steps=1,
                data_name="derivative-2-right",
            ),
            below.mark(0, 1, shape="ring", stroke=svg.A),
            below.mark(0, relu_derivative(0), stroke=svg.A),
        )
    )
