"""What the figure `loss` should say."""

from derivlearn.costs import squared_error, squared_error_derivative
from tests.built.browser.expected import Expected


def computed(**outputs: float) -> list[float]:
    a = [outputs[f"a{i}"] for i in range(3)]
    y = [1.0, 0.0, 0.0]
    cost, slopes = squared_error(a, y), squared_error_derivative(a, y)
    shares = [squared_error([p], [q]) for p, q in zip(a, y, strict=True)]
    said = [cost, *slopes] if any(slopes) else [0, 0]
    pairs = [each for pair in zip(a, y, strict=True) for each in pair]
    return [*pairs, *shares, cost, *said]


EXPECTED = Expected(
    (
        {"a0": 0.7, "a1": 0.2, "a2": 0.6},
        {"a0": 0, "a1": 1, "a2": 1},
        {"a0": 1, "a1": 0, "a2": 0},
        {"a0": 1, "a1": 0.3, "a2": 0},
        {"a0": 0.123, "a1": 1e-8, "a2": 0.6},
        {"a0": -1.5, "a1": 0.2, "a2": 1000000.0},
    ),
    computed,
)
