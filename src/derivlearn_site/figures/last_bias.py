"""The path of one bias to the cost, with the slope of each step."""

from collections.abc import Mapping
from itertools import pairwise

from derivlearn.example import LAST_BIASES
from derivlearn_site.errors import Message
from derivlearn_site.figures import book, svg
from derivlearn_site.figures.neurons import Neuron, joined

LABELS = {
    "slope": Message("the numbers over the arrows"),
    "value": Message("the numbers under the circles"),
    "product": Message("the three slopes, multiplied"),
}

LEVEL = 106.0


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw four stations and three arrows, and multiply below."""
    values = (LAST_BIASES[0], book.LAST_ZS[0], book.OUTPUTS[0], book.COST)
    slopes = (1.0, book.LAST_BENDS[0], book.COST_SLOPES[0])
    symbols = ("b₀", "z₀", "a₀", "C")
    stations = [Neuron(38 + 88 * i, LEVEL, name) for i, name in enumerate(symbols)]
    steps = list(pairwise(stations))
    return svg.picture(
        252,
        svg.text(6, 18, labels["slope"], fill=svg.MUTED),
        *(joined(start, end, lit=True) for start, end in steps),
        *(
            _over(start, end, slope)
            for (start, end), slope in zip(steps, slopes, strict=True)
        ),
        *(station.draw() for station in stations),
        *(
            _under(station, value)
            for station, value in zip(stations, values, strict=True)
        ),
        svg.text(6, LEVEL + 62, labels["value"], fill=svg.MUTED),
        product(
            LEVEL + 78, labels["product"], "∂C/∂b₀", slopes, book.LAST_BIAS_SLOPES[0]
        ),
    )


def product(
    y: float, words: str, symbol: str, factors: tuple[float, ...], value: float
) -> str:
    """Return the factors multiplied, in two lines under a rule."""
    multiplied = " × ".join(_number(factor) for factor in factors)
    return "".join(
        (
            svg.line((6, y), (334, y), stroke=svg.GRID),
            svg.text(6, y + 22, words, fill=svg.MUTED),
            svg.text(334, y + 22, multiplied, anchor="end"),
            svg.text(
                334,
                y + 47,
                f"{symbol} = {_number(value)}",
                anchor="end",
                font_size=svg.LARGE,
                fill=svg.A,
                font_weight="600",
            ),
        )
    )


def _number(value: float) -> str:
    """Return a number as the page prints it; what is exact stays short."""
    if round(value, 1) == value:
        return svg.plain(value)
    return svg.printed(value, book.DECIMALS)


def _over(start: Neuron, end: Neuron, slope: float) -> str:
    middle = (start.x + end.x) / 2
    symbol = f"∂{end.symbol}/∂{start.symbol}"
    return svg.text(
        middle, LEVEL - 52, symbol, anchor="middle", fill=svg.MUTED
    ) + svg.text(middle, LEVEL - 32, _number(slope), anchor="middle")


def _under(station: Neuron, value: float) -> str:
    return svg.text(station.x, LEVEL + 38, _number(value), anchor="middle")
