"""The book's network as a map: which chapter explains which part."""

from collections.abc import Mapping
from itertools import pairwise

from figures.shared import book
from figures.shared.neurons import Neuron, column, joined

from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg

LABELS = {
    "inputs": Message("the first column of circles"),
    "hidden": Message("the second column: the hidden layer"),
    "outputs": Message("the third column: the output layer"),
    "cost": Message("the single circle on the right"),
    "activation": Message("the chapter on activation functions"),
    "loss": Message("the chapter on the loss"),
    "last-bias": Message("the chapter on the last biases"),
    "last-weight": Message("the chapter on the last weights"),
    "matrix": Message("the chapter on matrices"),
    "hidden-bias": Message("the chapter on the second-to-last biases"),
    "hidden-weight": Message("where the first weights are explained"),
}

COLUMNS = (26.0, 124.0, 226.0, 310.0)
MIDDLE = 146.0
# The height of the way back, and of the first chapter below it.
BACK, FIRST, STEP = 246.0, 278.0, 22.0


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the network, chapters on the way there above, on the way back below."""
    layers: list[list[Neuron]] = [
        *(
            column(x, MIDDLE, 40, size, 10)
            for x, size in zip(COLUMNS, book.SIZES, strict=False)
        ),
        [Neuron(COLUMNS[3], MIDDLE, "C", 15)],
    ]
    weights = [(p + q) / 2 for p, q in pairwise(COLUMNS)]
    return svg.picture(
        FIRST + 5 * STEP,
        *(
            joined(start, end)
            for layer, following in pairwise(layers)
            for start in layer
            for end in following
        ),
        *(neuron.draw() for layer in layers for neuron in layer),
        *_names(labels),
        *_there(labels),
        svg.arrow((COLUMNS[3], BACK), (weights[0] - 14, BACK), stroke=svg.SLOPE),
        svg.line((COLUMNS[3], MIDDLE + 46), (COLUMNS[3], BACK), stroke=svg.SLOPE),
        *(svg.line((x, MIDDLE + 44), (x, BACK), stroke=svg.SLOPE) for x in weights[:2]),
        _back(COLUMNS[2], 0, labels["last-bias"]),
        _back(weights[1], 1, labels["last-weight"]),
        svg.text(weights[1] + 8, FIRST + 2 * STEP, labels["matrix"]),
        _back(COLUMNS[1], 3, labels["hidden-bias"]),
        _back(weights[0], 4, labels["hidden-weight"], fill=svg.MUTED),
    )


def _names(labels: Mapping[str, str]) -> list[str]:
    """Return the name of each column, under it."""
    keys = ("inputs", "hidden", "outputs", "cost")
    levels = (MIDDLE + 86, MIDDLE + 86, MIDDLE + 86, MIDDLE + 36)
    return [
        svg.text(x, y, labels[key], anchor="middle", fill=svg.MUTED, halo=True)
        for x, y, key in zip(COLUMNS, levels, keys, strict=True)
    ]


def _there(labels: Mapping[str, str]) -> list[str]:
    """Return the chapters on what happens inside the circles, over them."""
    hidden, outputs, cost = COLUMNS[1:]
    return [
        svg.text((hidden + outputs) / 2, 18, labels["activation"], anchor="middle"),
        svg.path(
            [
                (hidden, MIDDLE - 34),
                (hidden, 28),
                (outputs, 28),
                (outputs, MIDDLE - 54),
            ],
            stroke=svg.MUTED,
        ),
        svg.text(334, 56, labels["loss"], anchor="end", halo=True),
        svg.line((cost, 64), (cost, MIDDLE - 19), stroke=svg.MUTED),
    ]


def _back(x: float, row: int, words: str, *, fill: str = svg.INK) -> str:
    """Return a chapter on the way back, hung from its part."""
    y = FIRST + row * STEP
    return svg.line((x, BACK), (x, y + 2), stroke=svg.SLOPE) + svg.text(
        x + 8, y, words, fill=fill
    )
