"""How large the slopes of ten layers are, on the way back from the output layer."""

import math
import random
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

import numpy as np
import numpy.typing as npt

from derivlearn.network import Network
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import Axes, LogScale, Scale, power_of_ten
from derivlearn_site.figures.live import Text

Array = npt.NDArray[np.float64]

LABELS = {
    "x": Message("what goes across: the layers, from the last one to the first"),
    "y": Message("what goes up: the largest δ of a layer"),
    "guide": Message("the level line: as large as in the last layer"),
}
LIVE = {
    "set-width": Text(Message("the choice of how many neurons a layer has")),
    "set-activation": Text(Message("the choice of the activation function")),
    "set-range": Text(Message("the choice of the range of the weights")),
    "sigmoid": Text(Message("the name of the sigmoid")),
    "drawn": Text(
        Message("which network is drawn: activation, neurons, range of the weights"),
        ("activation", "width", "range"),
    ),
    "says": Text(
        Message("the largest δ at both ends, and the mean factor of a layer"),
        ("last", "first", "each"),
    ),
    "vanishing": Text(Message("that the slopes vanish")),
    "exploding": Text(Message("that the slopes explode")),
    "level": Text(Message("that the slopes reach the first layers")),
    "gone": Text(Message("that all slopes of the first layer are 0")),
}

WIDTHS = (4, 10, 30, 100)
ACTIVATIONS = ("sigmoid", "tanh", "relu")
# Each range with the number over the m of its root; without one, it is the same for
# all m.
RANGES = {"±1": None, "±√(1/m)": 1, "±√(3/m)": 3, "±√(6/m)": 6}
START = (30, "sigmoid", "±1")

INPUTS = [1.0, -0.5, 2.0]
TARGETS = [0.0, 0.0, 0.0, 1.0, 0.0]
LAYERS = 10
SEED = 1
# Slopes are level if no layer, in the mean, multiplies or divides them by more: from
# one end to the other, that is about a factor of 13.
LEVEL = 4 / 3

AXES = Axes(x=Scale(LAYERS - 1, 0, 46, 322), y=LogScale(1e-10, 1e5, 266, 42))
# A logarithmic axis has no place for 0: it gets a row of its own.
ZERO = 288.0
# Where the axis across lies, and the line of words below it.
FLOOR, WORDS = ZERO + 14, ZERO + 52
# Half of a cross in the row of 0.
CROSS = 3.0


@dataclass(frozen=True)
class Curve:
    """The largest |δ| of each layer, from layer 0 on."""

    deltas: tuple[float, ...]

    def each(self) -> float:
        """Return what a layer on the way back multiplies by, in the mean."""
        return float((self.deltas[0] / self.deltas[-1]) ** (1 / (LAYERS - 1)))

    def fate(self) -> str:
        """Return which of the texts tells what becomes of the slopes."""
        if self.deltas[0] == 0:
            return "gone"
        if self.each() < 1 / LEVEL:
            return "vanishing"
        return "exploding" if self.each() > LEVEL else "level"


def data() -> dict[str, object]:
    """Return the choices, and a curve for each of all their combinations, in order."""
    width, activation, span = START
    return {
        "settings": [
            {
                "name": "width",
                "values": [*WIDTHS],
                "start": width,
                "options": [*map(str, WIDTHS)],
            },
            {
                "name": "activation",
                "values": [*range(len(ACTIVATIONS))],
                "start": ACTIVATIONS.index(activation),
                # What is called alike in all languages needs no text.
                "options": ["sigmoid", "tanh", "ReLU"],
            },
            {
                "name": "range",
                "values": [*range(len(RANGES))],
                "start": [*RANGES].index(span),
                "options": [*RANGES],
            },
        ],
        "zero": ZERO,
        "cross": CROSS,
        "curves": [_shown(*each) for each in product(WIDTHS, ACTIVATIONS, RANGES)],
    }


def _shown(width: int, activation: str, span: str) -> dict[str, object]:
    of = curve(width, activation, span)
    return {
        "deltas": [float(f"{delta:.3g}") for delta in of.deltas],
        "each": round(of.each(), 2),
        "fate": of.fate(),
    }


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the largest δ of each layer over the layers, from right to left."""
    width, activation, span = START
    deltas = curve(*START).deltas
    points = [AXES.at(layer, deltas[layer]) for layer in reversed(range(LAYERS))]
    drawn = labels["drawn"].format(
        activation=labels[activation], width=width, range=span
    )
    start, end = AXES.x.start, AXES.x.end
    return svg.picture(
        WORDS + 12,
        svg.text(6, 18, labels["y"], fill=svg.MUTED),
        svg.text(334, 18, drawn, anchor="end", fill=svg.SLOPE, data_part="drawn"),
        AXES.plot(
            AXES.y_axis([1e3, 1e-3, 1e-6, 1e-9], labels=power_of_ten),
            # Here lies the guide, which a line of the grid would hide.
            AXES.y_axis([1], grid=False),
            svg.line((start, ZERO), (end, ZERO), stroke=svg.GRID),
            svg.text(start - 6, ZERO + svg.WAIST, "0", anchor="end", fill=svg.MUTED),
            *_x_axis(),
            svg.line(
                AXES.at(LAYERS - 1, deltas[-1]),
                AXES.at(0, deltas[-1]),
                stroke=svg.MUTED,
                dashes="5 4",
                data_part="guide",
                data_name="guide",
            ),
            svg.path(
                points,
                stroke=svg.SLOPE,
                stroke_width=1.75,
                data_part="line",
                data_name="deltas",
            ),
            # Lines as long as nothing, with round ends.
            svg.lines(
                [[point, point] for point in points],
                stroke=svg.SLOPE,
                stroke_width=6,
                stroke_linecap="round",
                data_part="dots",
            ),
            # What is 0 at the start: nothing.
            svg.lines([], stroke=svg.SLOPE, stroke_width=1.75, data_part="zeros"),
        ),
        svg.line((6, WORDS - 4.5), (30, WORDS - 4.5), stroke=svg.MUTED, dashes="5 4"),
        svg.text(36, WORDS, labels["guide"], fill=svg.MUTED),
        svg.text(334, WORDS, labels["x"], anchor="end", fill=svg.MUTED),
    )


def _x_axis() -> list[str]:
    parts = [svg.line((AXES.x.start, FLOOR), (AXES.x.end, FLOOR), stroke=svg.MUTED)]
    for layer in range(LAYERS):
        place = AXES.x(layer)
        parts += [
            svg.line((place, FLOOR), (place, FLOOR + 4), stroke=svg.MUTED),
            svg.text(place, FLOOR + 17, str(layer), anchor="middle", fill=svg.MUTED),
        ]
    return parts


@lru_cache
def curve(width: int, activation: str, span: str, seed: int = SEED) -> Curve:
    """Return what becomes of the slopes in ten layers, as the chapter has them."""
    network = Network(
        _sizes(width),
        activation=[activation] * (LAYERS - 1) + ["softmax"],
        cost="cross_entropy",
        seed=0,
    )
    over = RANGES[span]
    network.weights = [
        drawn * (1.0 if over is None else math.sqrt(over / drawn.shape[1]))
        for drawn in _drawn(width, seed)
    ]
    # A bias is added as it is: the cost has the slope δ to it, too.
    _, deltas = network.gradients(INPUTS, TARGETS)
    return Curve(tuple(float(abs(each).max()) for each in deltas))


def _sizes(width: int) -> list[int]:
    return [len(INPUTS), *[width] * (LAYERS - 1), len(TARGETS)]


@lru_cache
def _drawn(width: int, seed: int) -> list[Array]:
    """Return the random weights of all layers, before they are brought to a range."""
    dice = random.Random(seed)  # noqa: S311 no secret
    return [
        np.array([[dice.uniform(-1, 1) for _ in range(m)] for _ in range(n)])
        for m, n in pairwise(_sizes(width))
    ]
