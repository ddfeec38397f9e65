"""The last layer, with the path of one of its six weights lit."""

from collections.abc import Mapping
from itertools import product as pairs

from figures.shared import book
from figures.shared.neurons import Neuron, joined
from figures.shared.product import product

from derivlearn.example import LAST_WEIGHTS
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.live import Text

LABELS = {
    "input": Message("the circles on the left: what goes into the layer"),
    "output": Message("the circles in the middle: what comes out"),
    "product": Message("the three slopes, multiplied"),
}
LIVE = {
    "set-weight": Text(Message("the choice of a weight")),
    "says": Text(
        Message("where the three slopes of a weight come from"),
        ("weight", "input", "output", "first", "bias", "bias_slope"),
    ),
    "falls": Text(
        Message("their product, and that more of the weight makes the cost fall"),
        ("weight", "slope"),
    ),
    "rises": Text(
        Message("their product, and that more of the weight makes the cost rise"),
        ("weight", "slope"),
    ),
}

LEVEL = 84.0
INPUTS = [
    Neuron(34, LEVEL + 104 * i, f"x{svg.SUBSCRIPTS[i]}", lit=i == 0) for i in range(2)
]
OUTPUTS = [
    Neuron(186, LEVEL + 68 * j, f"a{svg.SUBSCRIPTS[j]}", lit=j == 0) for j in range(3)
]
COST = Neuron(308, LEVEL, "C")

# The weights by output and input, as `LAST_WEIGHTS` has them; the first one is lit.
WEIGHTS = [*pairs(range(3), range(2))]
# Where each one has its name: beside its own line, away from all other words.
NAMES = ((104, 103), (122, 166), (126, 101), (110, 192), (126, 127), (108, 225))


def data() -> dict[str, object]:
    """Return the six weights, each with its three slopes as they are printed."""
    return {
        "settings": [
            {
                "name": "weight",
                "values": [*range(len(WEIGHTS))],
                "start": 0,
                "options": [_symbol(j, i) for j, i in WEIGHTS],
            }
        ],
        "weights": [
            _weight(j, i, place) for (j, i), place in zip(WEIGHTS, NAMES, strict=True)
        ],
    }


def _weight(j: int, i: int, place: tuple[float, float]) -> dict[str, object]:
    slopes = [book.number(slope) for slope in _slopes(j, i)]
    total = book.LAST_WEIGHT_SLOPES[j][i]
    return {
        "input": i,
        "output": j,
        "place": [*place],
        "value": svg.plain(LAST_WEIGHTS[j][i]),
        "steps": [*_steps(j, i)],
        "slopes": slopes,
        "said": {
            "weight": _symbol(j, i),
            "input": i,
            "output": j,
            "first": slopes[0],
            "bias": f"b{svg.SUBSCRIPTS[j]}",
            "bias_slope": book.number(book.LAST_DELTAS[j]),
            "slope": book.number(total),
        },
        "turn": "falls" if total < 0 else "rises",
    }


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the layer, the lit path along its upper edge, and multiply below."""
    slopes = _slopes(0, 0)
    return svg.picture(
        336,
        *(joined(start, end) for start in INPUTS for end in OUTPUTS),
        *(joined(output, COST) for output in OUTPUTS),
        *(
            _lit(INPUTS[i], OUTPUTS[j], f"weight-{number}", hidden=number > 0)
            for number, (j, i) in enumerate(WEIGHTS)
        ),
        *(
            _lit(output, COST, f"cost-{j}", hidden=j > 0)
            for j, output in enumerate(OUTPUTS)
        ),
        *(neuron.draw(f"input-{i}") for i, neuron in enumerate(INPUTS)),
        *(neuron.draw(f"output-{j}") for j, neuron in enumerate(OUTPUTS)),
        COST.draw(),
        *(
            _slope(number, x, symbol, slope)
            for number, (x, symbol, slope) in enumerate(
                zip((104, 186, 268), _steps(0, 0), slopes, strict=True)
            )
        ),
        _name(*NAMES[0], f"{_symbol(0, 0)} = {svg.plain(LAST_WEIGHTS[0][0])}"),
        *(
            _value(neuron, value)
            for neuron, value in zip(INPUTS, book.HIDDEN_OUTPUTS, strict=True)
        ),
        svg.text(34, LEVEL + 176, labels["input"], anchor="middle", fill=svg.MUTED),
        svg.text(186, LEVEL + 176, labels["output"], anchor="middle", fill=svg.MUTED),
        product(
            LEVEL + 190,
            labels["product"],
            "∂C/∂w₀₀",
            slopes,
            book.LAST_WEIGHT_SLOPES[0][0],
        ),
        *(
            _room(INPUTS[i], OUTPUTS[j], number)
            for number, (j, i) in enumerate(WEIGHTS)
        ),
    )


def _slopes(j: int, i: int) -> tuple[float, float, float]:
    """Return the slopes along the path of a weight."""
    return book.HIDDEN_OUTPUTS[i], book.LAST_BENDS[j], book.OUTPUT_SLOPES[j]


def _steps(j: int, i: int) -> tuple[str, str, str]:
    """Return what these slopes are called."""
    end = svg.SUBSCRIPTS[j]
    return f"∂z{end}/∂{_symbol(j, i)}", f"∂a{end}/∂z{end}", f"∂C/∂a{end}"


def _symbol(j: int, i: int) -> str:
    return f"w{svg.SUBSCRIPTS[j]}{svg.SUBSCRIPTS[i]}"


def _lit(start: Neuron, end: Neuron, part: str, *, hidden: bool) -> str:
    """Return the heavy arrow over a thin line, to be seen on the lit path alone."""
    return svg.element(
        "g",
        joined(start, end, lit=True),
        data_part=part,
        visibility="hidden" if hidden else None,
    )


def _room(start: Neuron, end: Neuron, number: int) -> str:
    """Return a line that nobody sees, wide enough to be pointed at."""
    return svg.line(
        (start.x, start.y),
        (end.x, end.y),
        stroke="none",
        stroke_width=22,
        pointer_events="all",
        data_choose=f"weight {number}",
    )


def _name(x: float, y: float, words: str) -> str:
    """Return the name of a weight, on a piece of paper that hides the lines there."""
    # A halo around the number would eat into the slanted letter before it.
    paper = svg.element("rect", x=x - 34, y=y - 12, width=68, height=16, fill=svg.PAPER)
    return svg.element(
        "g",
        paper,
        svg.text(x, y, words, anchor="middle", data_part="name-words"),
        data_part="name",
    )


def _value(neuron: Neuron, value: float) -> str:
    return svg.text(
        neuron.x,
        neuron.y + 40,
        svg.printed(value, book.DECIMALS),
        anchor="middle",
        fill=svg.VALUE,
        halo=True,
    )


def _slope(number: int, x: float, symbol: str, slope: float) -> str:
    return svg.text(
        x, 22, symbol, anchor="middle", fill=svg.MUTED, data_part=f"step-{number}"
    ) + svg.text(
        x,
        42,
        svg.printed(slope, book.DECIMALS),
        anchor="middle",
        fill=svg.SLOPE,
        data_part=f"slope-{number}",
    )
