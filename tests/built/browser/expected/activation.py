"""What the figure `activation` should say."""

from derivlearn import activations
from tests.built.browser.expected import Expected


def computed(z: float) -> list[float]:
    values = [activations.sigmoid(z), activations.tanh(z), activations.relu(z)]
    slopes = [
        activations.sigmoid_derivative(z),
        activations.tanh_derivative(z),
        activations.relu_derivative(z),
    ]
    if z == 0:
        return [z, *values[:2], *slopes]
    pairs = zip(values, slopes, strict=True)
    return [z, *(number for pair in pairs for number in pair)]


EXPECTED = Expected(
    (
        {"z": 0},
        {"z": 0.1},
        {"z": -0.1},
        {"z": 4},
        {"z": -2.5},
        {"z": 40},
        {"z": -1000},
        {"z": 1000},
    ),
    computed,
)
