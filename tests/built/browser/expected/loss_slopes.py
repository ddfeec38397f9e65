"""What the figure `loss-slopes` should say."""

from derivlearn import activations, loops
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.network import Network
from tests.built.browser.expected import Expected

# What goes into its one layer is what comes in: a way to the cost from z on.
NETWORKS = {
    activation: Network([3, 3], activation=activation, cost="cross_entropy", seed=0)
    for activation in ("sigmoid", "softmax")
}
for network in NETWORKS.values():
    network.weights = [[[1, 0, 0], [0, 1, 0], [0, 0, 1]]]
    network.biases = [[0, 0, 0]]


def computed(cost: int, **zs: float) -> list[float]:
    """Return the numbers with four decimals, first those of the three quotients."""
    z, y = [zs[f"z{i}"] for i in range(3)], [1.0, 0.0, 0.0]
    softmax, squared = cost == 2, cost == 0
    a = activations.softmax(z) if softmax else [*map(activations.sigmoid, z)]
    if squared:
        total, slopes = squared_error(a, y), squared_error_derivative(a, y)
        slopes = loops.last_deltas(slopes, z, activations.sigmoid_derivative)
    else:
        network = NETWORKS["softmax" if softmax else "sigmoid"]
        _, (gradients,) = network.gradients([z], [y])
        total, slopes = network.cost_of([z], [y]), [*map(float, gradients)]
    said = []
    for each, output, target, slope in zip(z, a, y, slopes, strict=True):
        bend = [output, activations.sigmoid(-each)] if squared else []
        said += [output, target, *bend, slope]
    flat = squared and [
        i for i in range(3) if abs(a[i] - y[i]) >= 0.9 and abs(slopes[i]) <= 0.1
    ]
    return [round(each, 4) for each in (*said, total, *a, *slopes, *(flat or ()))]


EXPECTED = Expected(
    (
        {"cost": 0, "z0": -6, "z1": -1.5, "z2": 0.5},
        {"cost": 1, "z0": -6, "z1": -1.5, "z2": 0.5},
        {"cost": 2, "z0": -6, "z1": -1.5, "z2": 0.5},
        {"cost": 0, "z0": -8, "z1": 8, "z2": 0},
        {"cost": 2, "z0": 8, "z1": -8, "z2": -8},
        {"cost": 1, "z0": 0.123, "z1": 40, "z2": -1000},
        {"cost": 2, "z0": -1e9, "z1": 1e200, "z2": 3},
    ),
    computed,
)
