"""What the figure `softmax-two` should say."""

from derivlearn.activations import softmax
from derivlearn.costs import softmax_cross_entropy_derivative
from tests.built.browser.expected import Expected


def computed(z0: float, z1: float, answer: int) -> list[float]:
    """Return the numbers with four decimals, first those of both quotients."""
    y = [float(answer == i) for i in range(2)]
    s, slopes = softmax([z0, z1]), softmax_cross_entropy_derivative([z0, z1], y)
    said = [each for row in zip(s, y, slopes, strict=True) for each in row]
    rounded = [round(each, 4) for each in (*said, *s, *slopes)]
    return [*rounded[:6], z0 - z1, *rounded[6:]]


EXPECTED = Expected(
    (
        {"z0": 2, "z1": 0.5, "answer": 0},
        {"z0": 2, "z1": 0.5, "answer": 1},
        {"z0": 7, "z1": 5.5, "answer": 0},
        {"z0": -3, "z1": -3, "answer": 1},
        {"z0": -8, "z1": 8, "answer": 0},
        {"z0": 8, "z1": -8, "answer": 0},
        {"z0": 0.3, "z1": 0.1, "answer": 1},
        {"z0": 1000, "z1": 1001, "answer": 0},
        {"z0": -1e9, "z1": 1e200, "answer": 1},
    ),
    computed,
)
