"""What the figure `derivative` should say."""

from derivlearn import numeric
from tests.built.browser.expected import Expected


def cube(x: float) -> float:
    return x * x * x


def computed(x: float, dx: float) -> list[float]:
    slope = numeric.forward_difference(cube, x, dx, relative=False)
    return [
        *(cube(x + dx), cube(x), x + dx, x),
        *(cube(x + dx) - cube(x), (x + dx) - x, slope, x, dx),
        *(slope, 3 * x * x, abs(slope - 3 * x * x)),
    ]


EXPECTED = Expected(
    (
        {"x": 3, "dx": 1},
        {"x": 2.5, "dx": 0.5},
        {"x": 3.1, "dx": 0.03},
        {"x": 2.75, "dx": 1e-8},
        {"x": 3, "dx": 4e-15},
        {"x": 1000000000.0, "dx": 0.1},
        {"x": -2.5, "dx": -0.25},
    ),
    computed,
)
