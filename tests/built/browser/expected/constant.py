"""What the figure `constant` should say."""

from derivlearn import functions, numeric
from tests.built.browser.expected import Expected


def computed(x: float, dx: float) -> list[float]:
    def f(x: float) -> float:
        return functions.constant(x, 5)

    run = (x + dx) - x
    quotient = [f(x + dx), f(x), x + dx, x, f(x + dx) - f(x), run]
    if run == 0:
        return [*quotient, x, dx, x]
    slope = numeric.forward_difference(f, x, dx, relative=False)
    return [*quotient, slope, x, dx, f(x), slope]


EXPECTED = Expected(
    (
        {"x": 3, "dx": 1},
        {"x": 1.2, "dx": 0.03},
        {"x": 3, "dx": 0.0000001},
        {"x": 3, "dx": 1e-16},
        {"x": 2000000000.0, "dx": 0.0000001},
        {"x": -1000, "dx": 0.0000001},
        {"x": 4, "dx": -0.25},
    ),
    computed,
)
