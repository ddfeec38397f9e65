"""A 3-4-2-5 network with what each neuron holds: its activation and its slope."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import pairwise

from figures.shared.neurons import Neuron, column, joined
from figures.shared.trace import DECIMALS, NOTHING, Trace, Written

from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.live import Text

LABELS = {
    "forward": Message("over the network: what the forward pass computes"),
    "backward": Message("under the network: what the backward pass computes"),
    "inputs": Message("the first column"),
    "layer-0": Message("the second column"),
    "layer-1": Message("the third column"),
    "layer-2": Message("the last column"),
}
LIVE = {
    "set-step": Text(Message("the slider of the step that has been reached")),
    "set-neuron": Text(Message("the choice of the neuron that is written out")),
    "each": Text(Message("the choice of number 0 of whichever layer a step computes")),
    "says-inputs": Text(Message("where the forward pass begins")),
    "says-hidden": Text(
        Message("what a hidden neuron makes of what it is given"),
        ("layer", "number", "z", "a"),
    ),
    "says-output": Text(
        Message("what an output neuron makes of what it is given"),
        ("layer", "number", "z", "a"),
    ),
    "says-cost": Text(
        Message("what an output brings into the cost, and the cost"),
        ("number", "term", "cost"),
    ),
    "says-output-slope": Text(
        Message("where the backward pass begins: an output's slope"),
        ("layer", "number", "gap", "bend", "slope"),
    ),
    "says-hidden-slope": Text(
        Message("the slope of a hidden neuron: its routes, and the activation's slope"),
        ("layer", "number", "count", "sum", "bend", "slope"),
    ),
    "says-all": Text(Message("that every slope is known now"), ("count",)),
    "says-weights": Text(
        Message("the slopes of the bias and of the weights of a neuron"),
        ("layer", "number", "slope", "count"),
    ),
    "turn": Text(
        Message("when the chosen neuron is computed, if the step computes others"),
        ("layer", "number", "forward", "backward"),
    ),
    "no-step": Text(Message("which steps there are"), ("first", "last")),
}

# The numbers of the chapter's own network, as its snippet has them.
WEIGHTS = [
    [[0.4, -0.2, 0.5], [-0.6, 0.1, 0.3], [0.2, 0.7, -0.4], [0.5, -0.3, 0.6]],
    [[0.8, -0.5, 0.3, -0.7], [-0.4, 0.9, 0.6, 0.2]],
    [[1.0, -0.6], [-0.8, 0.5], [0.3, 0.9], [-0.2, -0.7], [0.6, 0.4]],
]
BIASES = [[0.1, -0.2, 0.3, 0.2], [0.2, -0.1], [0.1, -0.3, 0.2, 0.4, -0.1]]
INPUTS = [1.0, -0.5, 2.0]
TARGETS = [0.0, 0.0, 0.0, 1.0, 0.0]
TRACE = Trace(WEIGHTS, BIASES, INPUTS, TARGETS)

COLUMNS = (34.0, 124.0, 214.0, 304.0)
MIDDLE, GAP, RADIUS = 222.0, 68.0, 12.0
TOP, BOTTOM = 32.0, 412.0

# How circles and lines look: at rest, at work, and written out.
DIM = [["stroke", svg.MUTED], ["stroke-width", "1"]]
CIRCLES, LINES = ("1.75", "3.5"), ("1", "2.5")

# The column of the outputs; that of the inputs is 0, and that of layer l is l + 1.
LAST = len(BIASES)
# The neurons that compute something, by their columns and numbers.
NEURONS = [(layer + 1, j) for layer, row in enumerate(BIASES) for j in range(len(row))]


@dataclass(frozen=True)
class Part:
    """The neurons of a column that a step computes, each one written out."""

    way: str
    column: int
    says: str
    written: list[Written]
    # The lines at work lead from this column to the next one.
    gap: int | None = None


@dataclass(frozen=True)
class Step:
    """What a step computes, and what is known with it."""

    way: str
    # The columns at work.
    lit: list[int]
    parts: list[Part]
    # So many columns have their values, and those from here on have their slopes.
    values: int = LAST + 1
    slopes: int = LAST + 1
    # What there is to say where no neuron is written out.
    whole: str = ""
    said: Written = NOTHING


def data() -> dict[str, object]:
    """Return all steps, and how circles and lines look in them."""
    steps = [asdict(step) for step in (*_there(), *_back(), _all())]
    return {
        "settings": [
            {
                "name": "step",
                "values": [*range(1, len(steps) + 1)],
                "start": len(steps),
                "plays": True,
            },
            {
                "name": "neuron",
                "values": [*range(-1, len(NEURONS))],
                "start": -1,
                "options": ["each", *(f"{at - 1}-{j}" for at, j in NEURONS)],
            },
        ],
        "sizes": [len(row) for row in TRACE.activations],
        "neurons": [_neuron(at, j) for at, j in NEURONS],
        "dim": DIM,
        "looks": {"there": _looks(svg.VALUE), "back": _looks(svg.SLOPE)},
        "steps": steps,
    }


def _neuron(at: int, j: int) -> dict[str, int]:
    """Return where a neuron is, and in which steps it is computed."""
    turns = {"forward": at + 1, "backward": 2 * LAST + 3 - at}
    return {"column": at, "layer": at - 1, "number": j, **turns}


def _looks(stroke: str) -> dict[str, object]:
    """Return how circles and lines look that are at work, and written out."""
    return {
        name: [[["stroke", stroke], ["stroke-width", width]] for width in widths]
        for name, widths in (("circles", CIRCLES), ("lines", LINES))
    }


def _there() -> Iterator[Step]:
    """Yield the inputs, each layer, and the cost."""
    yield Step("there", [0], [], values=1, whole="says-inputs", said=TRACE.inputs())
    for at in range(1, LAST + 1):
        says = "says-output" if at == LAST else "says-hidden"
        part = Part("there", at, says, TRACE.layer(at - 1), gap=at - 1)
        yield Step("there", [at - 1, at], [part], values=at + 1)
    yield Step("there", [LAST], [Part("there", LAST, "says-cost", TRACE.costs())])


def _back() -> Iterator[Step]:
    """Yield each layer, from the last one to the first."""
    part = Part("back", LAST, "says-output-slope", TRACE.slopes(LAST - 1))
    yield Step("back", [LAST], [part], slopes=LAST)
    for at in range(LAST - 1, 0, -1):
        part = Part("back", at, "says-hidden-slope", TRACE.slopes(at - 1), gap=at)
        yield Step("back", [at, at + 1], [part], slopes=at)


def _all() -> Step:
    """Return the picture as it is drawn; the weights of any neuron can be chosen."""
    parts = [
        Part("back", at, "says-weights", TRACE.weights_of(at - 1), gap=at - 1)
        for at in range(1, LAST + 1)
    ]
    count = sum(len(row) + 1 for rows in WEIGHTS for row in rows)
    return Step(
        "there",
        [*range(LAST + 1)],
        parts,
        slopes=1,
        whole="says-all",
        said=Written("", {"count": count}),
    )


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the network, an activation over each neuron and a slope under it."""
    layers = [
        column(x, MIDDLE, GAP, len(numbers), RADIUS)
        for x, numbers in zip(COLUMNS, TRACE.activations, strict=True)
    ]
    right = svg.WIDTH - 6
    return svg.picture(
        BOTTOM + 38,
        svg.text(6, 20, labels["forward"], fill=svg.VALUE),
        svg.arrow((6, TOP), (right, TOP), stroke=svg.VALUE, stroke_width=1.75),
        *_lines(layers),
        *(
            _circle(neuron, at, j)
            for at, layer in enumerate(layers)
            for j, neuron in enumerate(layer)
        ),
        *_names(labels),
        svg.element(
            "g",
            svg.arrow(
                (right, BOTTOM), (6, BOTTOM), stroke=svg.SLOPE, stroke_width=1.75
            ),
            svg.text(
                right, BOTTOM + 22, labels["backward"], anchor="end", fill=svg.SLOPE
            ),
            data_part="backward",
        ),
    )


def _lines(layers: list[list[Neuron]]) -> Iterator[str]:
    """Yield a line for each weight."""
    for gap, (layer, following) in enumerate(pairwise(layers)):
        for i, start in enumerate(layer):
            for j, end in enumerate(following):
                yield joined(start, end, part=f"line-{gap}-{i}-{j}")


def _circle(neuron: Neuron, at: int, j: int) -> str:
    """Return a neuron with its numbers; one that computes something can be chosen."""
    x, y = neuron.x, neuron.y
    parts = [
        neuron.draw(f"circle-{at}-{j}"),
        svg.text(x, y + svg.WAIST, str(j), anchor="middle", fill=svg.MUTED),
        _number(
            x, y - RADIUS - 5, TRACE.activations[at][j], svg.VALUE, f"value-{at}-{j}"
        ),
    ]
    if at == 0:
        return svg.element("g", *parts)
    slope = TRACE.bias_slopes[at - 1][j]
    room = svg.element(
        "rect",
        x=x - 36,
        y=y - 32,
        width=72,
        height=64,
        fill="none",
        pointer_events="all",
    )
    return svg.element(
        "g",
        room,
        *parts,
        _number(x, y + RADIUS + 15, slope, svg.SLOPE, f"slope-{at}-{j}"),
        data_choose=f"neuron {NEURONS.index((at, j))}",
    )


def _number(x: float, y: float, value: float, fill: str, part: str) -> str:
    return svg.text(
        x,
        y,
        svg.printed(value, DECIMALS),
        anchor="middle",
        halo=True,
        fill=fill,
        data_part=part,
    )


def _names(labels: Mapping[str, str]) -> Iterator[str]:
    """Yield the name of each column, over all neurons."""
    keys = ("inputs", "layer-0", "layer-1", "layer-2")
    for x, key in zip(COLUMNS, keys, strict=True):
        yield svg.text(x, TOP + 17, labels[key], anchor="middle", fill=svg.MUTED)
