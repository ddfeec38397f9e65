"""What the figure `autograd` should say."""

from tests.built.browser.expected import Expected
from tests.figures.expressions import evaluated


def computed(f: str, x: float, y: float) -> list[float]:
    """Return the value and both slopes; there is nothing to say of what has none."""
    return [*(evaluated(f, x, y) or ())]


EXPECTED = Expected(
    (
        {"f": "(x + y) + (x + y) * x", "x": 3, "y": 2},
        {"f": "(x + y) + (x + y) * x", "x": -1.25, "y": 0},
        {"f": "1 / (1 + exp(-x))", "x": 0.1, "y": 2},
        {"f": "x ** 3 - 3 * x * y ** 2", "x": -2, "y": 0.5},
        {"f": "tanh(x * y) * sigmoid(x + y)", "x": 0.3, "y": -0.7},
        {"f": "log(exp(x) + exp(y))", "x": 1, "y": 5},
        {"f": "relu(x - y) / y", "x": 3, "y": 1000000.0},
        {"f": "x", "x": 3, "y": 2},
        {"f": "2 ** 10", "x": 3, "y": 2},
        {"f": "x / y", "x": 3, "y": 0},
        {"f": "x +", "x": 3, "y": 2},
    ),
    computed,
)
