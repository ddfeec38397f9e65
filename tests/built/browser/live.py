"""What each live figure should say for some settings, computed with `derivlearn`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from derivlearn import functions, numeric

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


def constant(x: float, dx: float) -> list[float]:
    def f(x: float) -> float:
        return functions.constant(x, 5)

    run = (x + dx) - x
    quotient = [f(x + dx), f(x), x + dx, x, f(x + dx) - f(x), run]
    if run == 0:
        return [*quotient, x, dx, x]
    slope = numeric.forward_difference(f, x, dx, relative=False)
    return [*quotient, slope, x, dx, f(x), slope]


EXPECTED = {
    "constant": Expected(
        (
            {"x": 3, "dx": 1},
            {"x": 1.2, "dx": 0.03},
            {"x": 3, "dx": 0.0000001},
            {"x": 3, "dx": 1e-16},
            {"x": 2000000000.0, "dx": 0.0000001},
            {"x": -1000, "dx": 0.0000001},
            {"x": 4, "dx": -0.25},
        ),
        constant,
    ),
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
}
