"""A 3-4-2-5 network with what each neuron holds: its activation and its slope."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from derivlearn.activations import sigmoid, sigmoid_derivative, softmax
from derivlearn.costs import softmax_cross_entropy_derivative
from derivlearn.loops import backward_layers, forward_layers
from derivlearn_site.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.neurons import Neuron, column, joined

LABELS = {
    "forward": Message("over the network: what the forward pass computes"),
    "backward": Message("under the network: what the backward pass computes"),
    "inputs": Message("the first column"),
    "layer-0": Message("the second column"),
    "layer-1": Message("the third column"),
    "layer-2": Message("the last column"),
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

# As many decimals as the chapter prints.
DECIMALS = 4

COLUMNS = (34.0, 124.0, 214.0, 304.0)
MIDDLE, GAP, RADIUS = 222.0, 68.0, 12.0
TOP, BOTTOM = 32.0, 412.0


def values() -> tuple[list[list[float]], list[list[float]]]:
    """Return the values of all four columns, and the slopes of the last three."""
    layer_inputs, zs = forward_layers(WEIGHTS, BIASES, INPUTS, sigmoid)
    outputs = softmax(zs[-1])
    last = softmax_cross_entropy_derivative(outputs, TARGETS)
    _, slopes = backward_layers(WEIGHTS, layer_inputs, zs, sigmoid_derivative, last)
    return [*layer_inputs, outputs], slopes


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the network, an activation over each neuron and a slope under it."""
    activations, slopes = values()
    layers = [
        column(x, MIDDLE, GAP, len(numbers), RADIUS)
        for x, numbers in zip(COLUMNS, activations, strict=True)
    ]
    right = svg.WIDTH - 6
    return svg.picture(
        BOTTOM + 38,
        svg.text(6, 20, labels["forward"], fill=svg.A),
        svg.arrow((6, TOP), (right, TOP), stroke=svg.A, stroke_width=1.75),
        *(
            joined(start, end)
            for layer, following in pairwise(layers)
            for start in layer
            for end in following
        ),
        *(neuron.draw() for layer in layers for neuron in layer),
        *_indices(layers),
        *_written(layers, activations, above=True),
        *_written(layers[1:], slopes, above=False),
        *_names(labels),
        svg.arrow((right, BOTTOM), (6, BOTTOM), stroke=svg.B, stroke_width=1.75),
        svg.text(right, BOTTOM + 22, labels["backward"], anchor="end", fill=svg.B),
    )


def _indices(layers: list[list[Neuron]]) -> Iterator[str]:
    """Yield the number of each neuron, inside it."""
    for layer in layers:
        for j, neuron in enumerate(layer):
            yield svg.text(
                neuron.x, neuron.y + 4.5, str(j), anchor="middle", fill=svg.MUTED
            )


def _written(
    layers: list[list[Neuron]], numbers: list[list[float]], *, above: bool
) -> Iterator[str]:
    """Yield a number for each neuron, over or under it."""
    for layer, row in zip(layers, numbers, strict=True):
        for neuron, number in zip(layer, row, strict=True):
            yield svg.text(
                neuron.x,
                neuron.y - RADIUS - 5 if above else neuron.y + RADIUS + 15,
                svg.printed(number, DECIMALS),
                anchor="middle",
                halo=True,
                fill=svg.A if above else svg.B,
            )


def _names(labels: Mapping[str, str]) -> Iterator[str]:
    """Yield the name of each column, over all neurons."""
    keys = ("inputs", "layer-0", "layer-1", "layer-2")
    for x, key in zip(COLUMNS, keys, strict=True):
        yield svg.text(x, TOP + 17, labels[key], anchor="middle", fill=svg.MUTED)
