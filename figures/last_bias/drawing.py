"""The path of one bias to the cost, with the slope of each step."""

from collections.abc import Mapping
from itertools import accumulate, pairwise
from operator import mul

from figures.shared import book
from figures.shared.neurons import Neuron, joined
from figures.shared.product import product

from derivlearn.activations import sigmoid
from derivlearn.costs import squared_error
from derivlearn.example import LAST_BIASES, LAST_WEIGHTS, TARGETS
from derivlearn.loops import activate, forward
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.live import Text

LABELS = {
    "slope": Message("the numbers over the arrows"),
    "value": Message("the numbers under the circles"),
    "nudge": Message("how far each one moves if the bias grows by 0.01"),
    "product": Message("the three slopes, multiplied"),
}
LIVE = {
    "set-bias": Text(Message("the choice of a bias")),
    "set-to": Text(Message("the choice of how far a nudge has come")),
    "nudged": Text(Message("what is done to the bias"), ("bias", "nudge")),
    "moved": Text(
        Message("the change that a step hands on, as a multiple of the one before"),
        ("end", "slope", "change"),
    ),
    "really": Text(
        Message("the change of the cost, computed anew beside the forecast"), ("real",)
    ),
}

LEVEL = 106.0
NUDGE = 0.01
# How a circle looks that the nudge has not reached.
DIM = [["stroke", svg.MUTED], ["stroke-width", "1"]]


def data() -> dict[str, object]:
    """Return the three paths, with all numbers as they are printed."""
    biases = range(len(LAST_BIASES))
    return {
        "settings": [
            {
                "name": "bias",
                "values": [*biases],
                "start": 0,
                "options": [_symbols(j)[0] for j in biases],
            },
            {
                "name": "to",
                "values": [1, 2, 3],
                "start": 3,
                "options": [*"zaC"],
                "plays": True,
            },
        ],
        "dim": DIM,
        "nudge": svg.plain(NUDGE),
        "paths": [_path(j) for j in biases],
    }


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw four stations and three arrows, and below what they hand on."""
    stations = [Neuron(38 + 88 * i, LEVEL, name) for i, name in enumerate(_symbols(0))]
    slopes = _slopes(0)
    steps = [*enumerate(zip(pairwise(stations), slopes, strict=True), start=1)]
    return svg.picture(
        312,
        svg.text(6, 18, labels["slope"], fill=svg.MUTED),
        *(joined(start, end) for start, end in pairwise(stations)),
        *(
            svg.element("g", joined(start, end, lit=True), data_part=f"arrow-{number}")
            for number, ((start, end), _) in steps
        ),
        *(_over(start, end, slope, number) for number, ((start, end), slope) in steps),
        *(_station(station, number) for number, station in enumerate(stations)),
        *(
            _under(
                station,
                LEVEL + 38,
                book.number(value),
                f"value-{number}",
                fill=svg.VALUE,
            )
            for number, (station, value) in enumerate(
                zip(stations, _values(0), strict=True)
            )
        ),
        svg.text(6, LEVEL + 62, labels["value"], fill=svg.MUTED),
        svg.line((6, LEVEL + 76), (334, LEVEL + 76), stroke=svg.GRID),
        svg.text(6, LEVEL + 97, labels["nudge"], fill=svg.MUTED),
        *(
            _under(station, LEVEL + 121, _signed(change), f"change-{number}")
            for number, (station, change) in enumerate(
                zip(stations, _changes(0), strict=True)
            )
        ),
        product(LEVEL + 136, labels["product"], "∂C/∂b₀", slopes, book.LAST_DELTAS[0]),
    )


def _symbols(j: int) -> tuple[str, str, str, str]:
    """Return the four stations of the path of a bias."""
    number = svg.SUBSCRIPTS[j]
    return f"b{number}", f"z{number}", f"a{number}", "C"


def _values(j: int) -> tuple[float, float, float, float]:
    return LAST_BIASES[j], book.LAST_ZS[j], book.OUTPUTS[j], book.COST


def _slopes(j: int) -> tuple[float, float, float]:
    return 1.0, book.LAST_BENDS[j], book.OUTPUT_SLOPES[j]


def _changes(j: int) -> list[str]:
    """Return how far each station moves, going by the slopes."""
    changes = accumulate(_slopes(j), mul, initial=NUDGE)
    return [
        svg.plain(change) if change == NUDGE else book.number(change)
        for change in changes
    ]


def _real_change(j: int) -> float:
    """Return how far the cost really moves."""
    biases = [bias + NUDGE * (k == j) for k, bias in enumerate(LAST_BIASES)]
    zs = forward(LAST_WEIGHTS, biases, book.HIDDEN_OUTPUTS)
    return squared_error(activate(sigmoid, zs), TARGETS) - book.COST


def _path(j: int) -> dict[str, object]:
    slopes = _slopes(j)
    return {
        "symbols": [*_symbols(j)],
        "values": [book.number(value) for value in _values(j)],
        "slopes": [book.number(slope) for slope in slopes],
        "products": [book.number(slope) for slope in accumulate(slopes, mul)],
        "changes": _changes(j),
        "signed": [_signed(change) for change in _changes(j)],
        "real": book.number(_real_change(j)),
    }


def _signed(change: str) -> str:
    """Return a change with its sign, even if that is a plus."""
    return change if change.startswith("\N{MINUS SIGN}") else f"+{change}"


def _station(station: Neuron, number: int) -> str:
    """Return a circle; pointing at it lets the nudge come there."""
    drawn = station.draw(f"station-{number}")
    if number == 0:
        return drawn
    room = svg.element(
        "circle",
        cx=station.x,
        cy=station.y,
        r=23,
        fill="none",
        pointer_events="all",
    )
    return svg.element("g", room, drawn, data_choose=f"to {number}")


def _over(start: Neuron, end: Neuron, slope: float, number: int) -> str:
    middle = (start.x + end.x) / 2
    return svg.text(
        middle,
        LEVEL - 52,
        f"∂{end.symbol}/∂{start.symbol}",
        anchor="middle",
        fill=svg.MUTED,
        data_part=f"step-{number}",
    ) + svg.text(
        middle,
        LEVEL - 32,
        book.number(slope),
        anchor="middle",
        fill=svg.SLOPE,
        data_part=f"slope-{number}",
    )


def _under(
    station: Neuron, y: float, words: str, part: str, fill: str = svg.INK
) -> str:
    return svg.text(station.x, y, words, anchor="middle", fill=fill, data_part=part)
