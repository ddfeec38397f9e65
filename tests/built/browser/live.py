"""What each live figure should say for some settings, computed with `derivlearn`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from derivlearn import numeric

Values = Mapping[str, float]


@dataclass(frozen=True)
class Expected:
    """Some settings of a figure, and the numbers that it should say for each."""

    settings: tuple[Values, ...]
    numbers: Callable[..., list[float]]


def cube(x: float) -> float:
    return x * x * x


def derivative(x: float, dx: float) -> list[float]:
    slope = numeric.forward_difference(cube, x, dx, relative=False)
    return [
        *(cube(x + dx), cube(x), x + dx, x),
        *(cube(x + dx) - cube(x), (x + dx) - x, slope, x, dx),
        *(slope, 3 * x * x, abs(slope - 3 * x * x)),
    ]


def square(x: float) -> float:
    return x * x


def slope_and_derivative(x: float) -> list[float]:
    slope = numeric.central_difference(square, x)
    return [x, 2, x, slope, x, *((square(x), slope) if slope else (0,))]


EXPECTED = {
    "derivative": Expected(
        (
            {"x": 3, "dx": 1},
            {"x": 2.5, "dx": 0.5},
            {"x": 3.2, "dx": 0.03},
            {"x": 2.75, "dx": 1e-8},
            {"x": 3, "dx": 4e-15},
            {"x": 1000000000.0, "dx": 0.1},
            {"x": -2.5, "dx": -0.25},
        ),
        derivative,
    ),
    "slope-and-derivative": Expected(
        (
            {"x": 0.5},
            {"x": 2},
            {"x": 0},
            {"x": -0.05},
            {"x": -1.85},
            {"x": 1000000000.0},
            {"x": -7.25},
        ),
        slope_and_derivative,
    ),
}
