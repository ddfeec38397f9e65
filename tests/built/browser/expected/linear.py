"""What the figure `linear` should say."""

from derivlearn import functions, numeric
from tests.built.browser.expected import Expected


def computed(a: float, b: float) -> list[float]:
    def f(x: float) -> float:
        return functions.linear(x, a, b)

    said, slopes = [], []
    for x in (0.0, 2.0):
        slopes.append(numeric.forward_difference(f, x, 1, relative=False))
        said += [f(x + 1), f(x), x + 1, x, f(x + 1) - f(x), 1, slopes[-1]]
    if any(abs(slope - a) > 1e-9 * abs(a) for slope in slopes):
        return [*said, *slopes, a]
    return [*said, b, abs(slopes[0]), slopes[0]] if a else [*said, b, slopes[0]]


EXPECTED = Expected(
    (
        {"a": 3, "b": 2},
        {"a": -1, "b": 0},
        {"a": 0, "b": 5},
        {"a": 0.75, "b": 3.5},
        {"a": 0.1, "b": 2},
        {"a": -2, "b": 5},
        {"a": 1e-7, "b": 2},
        {"a": 3, "b": -7},
        {"a": 3, "b": 1e16},
    ),
    computed,
)
