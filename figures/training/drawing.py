"""The cost of a network that learns XOR, over the steps, at several learning rates."""

import math
import random
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from derivlearn.activations import sigmoid, sigmoid_derivative, tanh, tanh_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.loops import activate, backward_layers, forward_layers, last_deltas
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import constants, svg
from derivlearn_site.figures.axes import Axes, Scale
from derivlearn_site.figures.live import Text

LABELS = {
    "x": Message("what goes across: how many steps were taken"),
    "y": Message("what goes up: the mean cost of the four samples"),
    "rate": Message("the word before a learning rate"),
}
LIVE = {
    "set-rate": Text(Message("the slider of the learning rate")),
    "rate-is": Text(Message("a learning rate, with its number"), ("rate",)),
    "says": Text(
        Message("the cost after the last step, and the four answers"),
        ("rate", "cost", "answer0", "answer1", "answer2", "answer3"),
    ),
    "still": Text(Message("that the cost has hardly moved")),
    "moving": Text(Message("that the cost has moved, and is not low enough yet")),
    "learned": Text(Message("that XOR has been learned")),
    "all-1": Text(Message("that every answer is 1, and hardly a way leads back")),
    "all-0": Text(Message("that every answer is 0, and hardly a way leads back")),
    "jumped": Text(
        Message("how high the cost was on the way, if above its start"), ("highest",)
    ),
    "not-tried": Text(
        Message("that a learning rate was not tried, and which one is closest"),
        ("rate", "closest"),
    ),
}

DECIMALS: dict[str, int] = constants.beside(__file__)["decimals"]
SAMPLES = (
    ([0.0, 0.0], [0.0]),
    ([0.0, 1.0], [1.0]),
    ([1.0, 0.0], [1.0]),
    ([1.0, 1.0], [0.0]),
)
SIZES = (2, 3, 1)
SEED = 1
STEPS = 100
# The learning rates that stay, each with the ink and the dashes of its curve, and
# where its name begins: at which step, at which cost.
STAY = ((0.5, svg.C, "7 3", (44, 0.137)), (128.0, svg.B, "2 2", (44, 0.264)))
# The one that is chosen first.
RATE = 8.0
# All that can be chosen, each with the place where its name is free of the curves.
RATES: dict[float, tuple[float, float]] = {
    **dict.fromkeys((0.125, 0.25, 0.5, 0.75, 1.0), (44, 0.107)),
    1.5: (36, 0.095),
    2.0: (34, 0.085),
    3.0: (12, 0.08),
    4.0: (58, 0.05),
    6.0: (45, 0.045),
    **dict.fromkeys((8.0, 12.0, 16.0, 24.0), (33, 0.045)),
    32.0: (10, 0.03),
    **dict.fromkeys((48.0, 64.0, 96.0, 128.0, 192.0, 256.0, 384.0, 512.0), (44, 0.225)),
}
# The chapter says that a network has learned if its cost is below this.
LEARNED = 0.01
# A cost has moved if it is away from the first one by more than this share of it.
MOVED = 0.05
# An answer that is printed as 1.00.
CERTAIN = 0.995

Layers = tuple[list[list[list[float]]], list[list[float]]]


@dataclass(frozen=True)
class Trace:
    """What came of a learning rate: the costs, and the answers after the last step."""

    costs: tuple[float, ...]
    answers: tuple[float, ...]

    def fate(self) -> str:
        """Return which of the texts tells what has happened."""
        first, *_, last = self.costs
        if last < LEARNED:
            return "learned"
        if min(self.answers) > CERTAIN:
            return "all-1"
        if max(self.answers) < 1 - CERTAIN:
            return "all-0"
        still = all(abs(cost - first) <= MOVED * first for cost in self.costs)
        return "still" if still else "moving"

    def highest(self) -> float | None:
        """Return how high the cost was, if it was above both its ends."""
        first, *_, last = self.costs
        highest = max(self.costs)
        return highest if highest > (1 + MOVED) * max(first, last) else None


def data() -> dict[str, object]:
    """Return what came of each learning rate, in the decimals that are shown."""
    return {
        "settings": [{"name": "rate", "values": [*RATES], "start": RATE}],
        "traces": [_shown(rate) for rate in RATES],
    }


def _shown(rate: float) -> dict[str, object]:
    of = trace(rate)
    highest = of.highest()
    return {
        "costs": [round(cost, DECIMALS["cost"]) for cost in of.costs],
        "answers": [round(answer, DECIMALS["answer"]) for answer in of.answers],
        "fate": of.fate(),
        "highest": highest and round(highest, DECIMALS["cost"]),
        "name": [*RATES[rate]],
    }


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw one curve for each of three learning rates, from the same weights."""
    axes = Axes(x=Scale(0, STEPS, 48, 326), y=Scale(0, 0.28, 292, 40))
    return svg.picture(
        axes.y.start + 52,
        axes.plot(
            axes.y_axis([0, 0.05, 0.1, 0.15, 0.2, 0.25]),
            axes.x_axis(range(0, STEPS + 1, 20)),
            svg.text(6, 18, labels["y"]),
            svg.text(334, axes.y.start + 42, labels["x"], anchor="end"),
            *(_curve(axes, rate, ink, dashes=dashes) for rate, ink, dashes, _ in STAY),
            _curve(axes, RATE, svg.A, stroke_width=3, data_part="curve"),
            *(
                _name(axes, place, labels["rate"], rate, ink)
                for rate, ink, _, place in STAY
            ),
            _name(axes, RATES[RATE], labels["rate"], RATE, svg.A, data_part="name"),
        ),
    )


def _curve(
    axes: Axes, rate: float, ink: str, stroke_width: float = 1.75, **style: str
) -> str:
    places = [axes.at(step, cost) for step, cost in enumerate(trace(rate).costs)]
    return svg.path(
        places,
        stroke=ink,
        stroke_width=stroke_width,
        data_name=f"rate-{svg.plain(rate)}",
        **style,
    )


def _name(
    axes: Axes,
    place: tuple[float, float],
    word: str,
    rate: float,
    ink: str,
    **part: str,
) -> str:
    across, down = axes.at(*place)
    words = f"{word} {svg.plain(rate)}"
    return svg.text(across, down, words, fill=ink, halo=True, **part)


@lru_cache
def trace(rate: float) -> Trace:
    """Return the mean cost before the first step and after each, and the answers."""
    weights, biases = _start()
    found = [_cost(weights, biases)]
    for _ in range(STEPS):
        _step(weights, biases, rate)
        found.append(_cost(weights, biases))
    answers = (_outputs(weights, biases, inputs)[0] for inputs, _ in SAMPLES)
    return Trace(tuple(found), tuple(answers))


def _start() -> Layers:
    """Return random weights as the chapter draws them, and biases of 0."""
    rng = random.Random(SEED)  # noqa: S311 no secret
    weights = []
    for m, n in pairwise(SIZES):
        size = 1 / math.sqrt(m)
        weights.append([[rng.uniform(-size, size) for _ in range(m)] for _ in range(n)])
    return weights, [[0.0] * n for n in SIZES[1:]]


def _outputs(
    weights: list[list[list[float]]], biases: list[list[float]], inputs: list[float]
) -> list[float]:
    zs, _ = forward_layers(weights, biases, inputs, tanh)
    return activate(sigmoid, zs[-1])


def _cost(weights: list[list[list[float]]], biases: list[list[float]]) -> float:
    total = 0.0
    for inputs, targets in SAMPLES:
        total += squared_error(_outputs(weights, biases, inputs), targets)
    return total / len(SAMPLES)


def _step(
    weights: list[list[list[float]]], biases: list[list[float]], rate: float
) -> None:
    """Move every number against its mean slope, all slopes found beforehand."""
    found = []
    for inputs, targets in SAMPLES:
        zs, layer_inputs = forward_layers(weights, biases, inputs, tanh)
        ends = squared_error_derivative(activate(sigmoid, zs[-1]), targets)
        last = last_deltas(ends, zs[-1], sigmoid_derivative)
        found.append(backward_layers(last, weights, zs, layer_inputs, tanh_derivative))
    for weight_slopes, all_bias_slopes in found:
        for layer, rows in enumerate(weights):
            for j, row in enumerate(rows):
                slope = all_bias_slopes[layer][j]
                biases[layer][j] -= rate / len(SAMPLES) * slope
                for i in range(len(row)):
                    row[i] -= rate / len(SAMPLES) * weight_slopes[layer][j][i]
