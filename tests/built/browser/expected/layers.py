"""What the figure `layers` should say."""

from figures.layers import drawing as network

from derivlearn import activations, costs, loops
from tests.built.browser.expected import Expected

ALL_ZS, XS = loops.forward_layers(
    network.WEIGHTS, network.BIASES, network.INPUTS, activations.sigmoid
)

OUTPUTS = loops.activate(activations.sigmoid, ALL_ZS[2])

ALL_WEIGHT_SLOPES, ALL_BIAS_SLOPES = loops.backward_layers(
    loops.last_deltas(
        costs.squared_error_derivative(OUTPUTS, network.TARGETS),
        ALL_ZS[2],
        activations.sigmoid_derivative,
    ),
    network.WEIGHTS,
    ALL_ZS,
    XS,
    activations.sigmoid_derivative,
)

NEURONS = [(layer, j) for layer, row in enumerate(ALL_ZS) for j in range(len(row))]

# The layer that each step computes.
LAYERS = (-1, 0, 1, 2, 2, 2, 1, 0)


def computed(step: float, neuron: int) -> list[float]:
    """Return the factors of the formula, its results, and what the sentence tells."""
    if step not in range(1, 10):
        return [1, 9]
    chosen = NEURONS[neuron] if neuron >= 0 else None
    if step == 9:
        return weights_to(*chosen) if chosen else [41]
    layer = LAYERS[int(step) - 1]
    if chosen is None or chosen[0] == layer:
        return written_out(step, layer, chosen[1] if chosen else 0)
    return [*written_out(step, layer, 0), chosen[0] + 2, 8 - chosen[0]]


def written_out(step: float, layer: int, j: int) -> list[float]:
    if step == 1:
        return network.INPUTS
    if step <= 4:
        z, a = ALL_ZS[layer][j], [*XS, OUTPUTS][layer + 1][j]
        products = flat(network.WEIGHTS[layer][j], XS[layer])
        return [network.BIASES[layer][j], *products, z, z, a, layer, j, z, a]
    if step == 5:
        cost = costs.squared_error(OUTPUTS, network.TARGETS)
        term = (OUTPUTS[j] - network.TARGETS[j]) ** 2
        return [*flat(OUTPUTS, network.TARGETS), 2, cost, j, term, cost]
    slope = ALL_BIAS_SLOPES[layer][j]
    if step == 6:
        z, a, y = ALL_ZS[layer][j], OUTPUTS[j], network.TARGETS[j]
        bend = activations.sigmoid_derivative(z)
        return [z, bend, a, y, bend, slope, layer, j, a - y, bend, slope]
    nexts = ALL_BIAS_SLOPES[layer + 1]
    weights = [row[j] for row in network.WEIGHTS[layer + 1]]
    bend = activations.sigmoid_derivative(ALL_ZS[layer][j])
    total = sum(delta * weight for delta, weight in zip(nexts, weights, strict=True))
    said = [layer, j, len(nexts), total, bend, slope]
    return [ALL_ZS[layer][j], bend, *flat(nexts, weights), bend, slope, *said]


def weights_to(layer: int, j: int) -> list[float]:
    slope = ALL_BIAS_SLOPES[layer][j]
    pairs = zip(XS[layer], ALL_WEIGHT_SLOPES[layer][j], strict=True)
    lines = [number for x, product in pairs for number in (slope, x, product)]
    return [*lines, slope, len(XS[layer])]


def flat(left: list[float], right: list[float]) -> list[float]:
    return [number for pair in zip(left, right, strict=True) for number in pair]


EXPECTED = Expected(
    (
        *({"step": step, "neuron": -1} for step in (0, 3.5, *range(1, 11))),
        *({"step": step, "neuron": 8} for step in range(1, 10)),
        *({"step": step, "neuron": 3} for step in (2, 3, 8, 9)),
        *({"step": step, "neuron": 5} for step in (3, 4, 7, 9)),
    ),
    computed,
    near=0.5000001e-4,
)
