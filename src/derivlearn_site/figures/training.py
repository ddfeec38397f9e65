"""The cost of a network that learns XOR, over the steps, at three learning rates."""

import math
import random
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

from derivlearn.activations import sigmoid, sigmoid_derivative, tanh, tanh_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.loops import activate, backward_layers, bias_slopes, forward_layers
from derivlearn_site.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import Axes, Scale

LABELS = {
    "x": Message("what goes across: how many steps were taken"),
    "y": Message("what goes up: the mean cost of the four samples"),
    "rate": Message("the word before a learning rate"),
}

SAMPLES = (
    ([0.0, 0.0], [0.0]),
    ([0.0, 1.0], [1.0]),
    ([1.0, 0.0], [1.0]),
    ([1.0, 1.0], [0.0]),
)
SIZES = (2, 3, 1)
SEED = 1
STEPS = 100
# Each learning rate with the ink and the dashes of its curve, and where its name
# stands: from which step on, at which cost.
CURVES = (
    (0.5, svg.C, "7 3", 44, 0.137),
    (8.0, svg.A, None, 33, 0.045),
    (128.0, svg.B, "2 2", 44, 0.264),
)

Layers = tuple[list[list[list[float]]], list[list[float]]]


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw one curve for each learning rate, from the same weights."""
    axes = Axes(x=Scale(0, STEPS, 48, 326), y=Scale(0, 0.28, 292, 40))
    parts = [
        axes.y_axis([0, 0.05, 0.1, 0.15, 0.2, 0.25]),
        axes.x_axis(range(0, STEPS + 1, 20)),
        svg.text(6, 18, labels["y"]),
        svg.text(334, axes.y.start + 42, labels["x"], anchor="end"),
    ]
    for rate, ink, dashes, step, cost in CURVES:
        places = [axes.at(k, c) for k, c in enumerate(costs(rate))]
        parts += [
            svg.path(
                places,
                stroke=ink,
                stroke_width=1.75,
                dashes=dashes,
                data_name=f"rate-{svg.plain(rate)}",
            ),
            svg.text(
                axes.x(step),
                axes.y(cost),
                f"{labels['rate']} {svg.plain(rate)}",
                fill=ink,
                halo=True,
            ),
        ]
    return svg.picture(axes.y.start + 52, axes.plot(*parts))


@lru_cache
def costs(rate: float) -> tuple[float, ...]:
    """Return the mean cost before the first step, and after each."""
    weights, biases = _start()
    found = [_cost(weights, biases)]
    for _ in range(STEPS):
        _step(weights, biases, rate)
        found.append(_cost(weights, biases))
    return tuple(found)


def _start() -> Layers:
    """Return random weights as the chapter draws them, and biases of 0."""
    rng = random.Random(SEED)  # noqa: S311 no secret
    weights = []
    for m, n in pairwise(SIZES):
        size = 1 / math.sqrt(m)
        weights.append([[rng.uniform(-size, size) for _ in range(m)] for _ in range(n)])
    return weights, [[0.0] * n for n in SIZES[1:]]


def _cost(weights: list[list[list[float]]], biases: list[list[float]]) -> float:
    total = 0.0
    for inputs, targets in SAMPLES:
        _, zs = forward_layers(weights, biases, inputs, tanh)
        total += squared_error(activate(sigmoid, zs[-1]), targets)
    return total / len(SAMPLES)


def _step(
    weights: list[list[list[float]]], biases: list[list[float]], rate: float
) -> None:
    """Move every number against its mean slope, all slopes found beforehand."""
    found = []
    for inputs, targets in SAMPLES:
        layer_inputs, zs = forward_layers(weights, biases, inputs, tanh)
        ends = squared_error_derivative(activate(sigmoid, zs[-1]), targets)
        last = bias_slopes(zs[-1], sigmoid_derivative, ends)
        found.append(backward_layers(weights, layer_inputs, zs, tanh_derivative, last))
    for weight_slopes, all_bias_slopes in found:
        for layer, rows in enumerate(weights):
            for j, row in enumerate(rows):
                slope = all_bias_slopes[layer][j]
                biases[layer][j] -= rate / len(SAMPLES) * slope
                for i in range(len(row)):
                    row[i] -= rate / len(SAMPLES) * weight_slopes[layer][j][i]
