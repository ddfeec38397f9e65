"""What the figure `slope-and-derivative` should say."""

from derivlearn import numeric
from tests.built.browser.expected import Expected


def square(x: float) -> float:
    return x * x


def computed(x: float) -> list[float]:
    slope = numeric.central_difference(square, x)
    return [x, 2, x, slope, x, *((square(x), slope) if slope else (0,))]


EXPECTED = Expected(
    (
        {"x": 0.5},
        {"x": 2},
        {"x": 0},
        {"x": -0.05},
        {"x": -1.85},
        {"x": 1000000000.0},
        {"x": -7.25},
    ),
    computed,
)
