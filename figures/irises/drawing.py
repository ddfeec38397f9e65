"""150 irises by their petals, and which of the unseen ones the network takes wrong."""

import random
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from derivlearn import example
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error_derivative
from derivlearn.data import irises
from derivlearn.loops import activate, backward_layers, forward_layers, last_deltas
from derivlearn.network import Standardise
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import Axes, Scale

LABELS = {
    "x": Message("what goes across: how long the petals are"),
    "y": Message("what goes up: how wide the petals are"),
    "setosa": Message("the species setosa"),
    "versicolor": Message("the species versicolor"),
    "virginica": Message("the species virginica"),
    "wrong": Message("the flowers that the network takes for another species"),
    "made-up": Message("the flower of the first chapter, which nobody has measured"),
}

# In the order of the outputs.
SPECIES = ("virginica", "setosa", "versicolor")
SEED = 0
TRAINING = 105
EPOCHS = 30
RATE = 0.5
# Which of the four measurements are drawn.
LENGTH, WIDTH = 2, 3

PLOT = Axes(x=Scale(0.5, 7.5, 36, 332), y=Scale(0, 2.6, 390, 96))
# What is drawn around a place.
MARKS = {
    "setosa": ("m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0", svg.C),
    "versicolor": ("m0 -3.5l3.2 5.5h-6.4z", svg.B),
    "virginica": ("m-2.75 -2.75l5.5 5.5m0 -5.5l-5.5 5.5", svg.A),
    "wrong": ("m-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0", svg.INK),
    "made-up": ("m0 -5l5 5l-5 5l-5 -5z", svg.INK),
}
# Where the first name of each column stands, how far below it the next one, and how
# far from its mark.
COLUMNS, ROW, GAP = (14, 150), 20, 14


class Reading(NamedTuple):
    """What the network of the chapter makes of the flowers that it has not seen."""

    wrong: tuple[int, ...]
    made_up: tuple[float, ...]


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw every flower where its petals are, and a ring around the wrong ones."""
    flowers, names = irises()
    read = reading()
    placed: dict[str, list[Sequence[float]]] = {
        species: [f for f, name in zip(flowers, names, strict=True) if name == species]
        for species in dict.fromkeys(names)
    }
    placed["wrong"] = [flowers[k] for k in read.wrong]
    placed["made-up"] = [read.made_up]
    return svg.picture(
        430,
        *_key(labels),
        svg.text(6, 82, labels["y"], fill=svg.MUTED),
        PLOT.plot(
            PLOT.y_axis([0, 0.5, 1, 1.5, 2, 2.5]),
            PLOT.x_axis(range(1, 8)),
            *(
                _marks(name, [PLOT.at(each[LENGTH], each[WIDTH]) for each in all_of])
                for name, all_of in placed.items()
            ),
        ),
        svg.text(334, 427, labels["x"], anchor="end", fill=svg.MUTED),
    )


@lru_cache
def reading() -> Reading:
    """Train the network of the chapter, and let it read the flowers kept back."""
    flowers, _ = irises()
    dice = random.Random(SEED)  # noqa: S311 no secret
    order = [*range(len(flowers))]
    dice.shuffle(order)
    seen, unseen = order[:TRAINING], order[TRAINING:]
    scale = Standardise([flowers[k] for k in seen])
    samples = list(_samples(seen, scale))
    weights, biases = _start()
    for _ in range(EPOCHS):
        dice.shuffle(samples)
        for inputs, targets in samples:
            _step(weights, biases, inputs, targets)
    wrong = []
    for k, (inputs, targets) in zip(unseen, _samples(unseen, scale), strict=True):
        outputs = _outputs(weights, biases, inputs)
        if outputs.index(max(outputs)) != targets.index(1.0):
            wrong.append(k)
    made_up = scale.means + scale.deviations * np.array(example.INPUTS)
    return Reading(tuple(wrong), tuple(made_up.tolist()))


Samples = list[tuple[list[float], list[float]]]
Weights = list[list[list[float]]]
Biases = list[list[float]]


def _samples(chosen: list[int], scale: Standardise) -> Samples:
    """Return flowers on one scale, each with its targets."""
    flowers, names = irises()
    inputs = scale([flowers[k] for k in chosen]).tolist()
    targets = [[float(names[k] == species) for species in SPECIES] for k in chosen]
    return list(zip(inputs, targets, strict=True))


def _start() -> tuple[Weights, Biases]:
    """Return the weights and biases of the first chapter, to be changed."""
    weights = [example.HIDDEN_WEIGHTS, example.LAST_WEIGHTS]
    biases = [example.HIDDEN_BIASES, example.LAST_BIASES]
    return [[[*row] for row in rows] for rows in weights], [[*each] for each in biases]


def _outputs(weights: Weights, biases: Biases, inputs: list[float]) -> list[float]:
    zs, _ = forward_layers(weights, biases, inputs, sigmoid)
    return activate(sigmoid, zs[-1])


def _step(
    weights: Weights, biases: Biases, inputs: list[float], targets: list[float]
) -> None:
    """Learn from one flower: move every number against its slope."""
    zs, layer_inputs = forward_layers(weights, biases, inputs, sigmoid)
    ends = squared_error_derivative(activate(sigmoid, zs[-1]), targets)
    last = last_deltas(ends, zs[-1], sigmoid_derivative)
    slopes = backward_layers(last, weights, zs, layer_inputs, sigmoid_derivative)
    for layer, (weight_slopes, bias_slopes) in enumerate(zip(*slopes, strict=True)):
        for j, slope in enumerate(bias_slopes):
            biases[layer][j] -= RATE * slope
            for i, each in enumerate(weight_slopes[j]):
                weights[layer][j][i] -= RATE * each


def _marks(name: str, places: list[tuple[float, float]]) -> str:
    """Return a mark at each place, all of them in one path."""
    around, stroke = MARKS[name]
    starts = (f"M{svg.coordinate(x)} {svg.coordinate(y)}" for x, y in places)
    return svg.element(
        "path",
        d="".join(start + around for start in starts),
        fill="none",
        stroke=stroke,
        stroke_width=1.5,
        data_name=name,
    )


def _key(labels: Mapping[str, str]) -> list[str]:
    """Return what each mark is, in two columns."""
    found = []
    for place, name in enumerate(MARKS):
        column, row = divmod(place, 3)
        across, down = COLUMNS[column], 18 + ROW * row
        found += [
            _marks(name, [(across, down - svg.WAIST)]),
            svg.text(across + GAP, down, labels[name]),
        ]
    return found
