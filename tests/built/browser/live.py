"""What each live figure should say for some settings, computed with `derivlearn`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from derivlearn import numeric
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.matrix import entry, mul_mat, to_mat, transpose
from derivlearn_site.figures import book

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


def matrix(index: int) -> list[float]:
    slopes, inputs = book.LAST_BIAS_SLOPES, book.HIDDEN_OUTPUTS
    table = mul_mat(to_mat(slopes), transpose(to_mat(inputs)))
    r, c = index % table.rows, index // table.rows
    if not 0 <= index < len(table.values):
        return [0, len(table.values) - 1]
    product = entry(table, r, c)
    return [
        *(round(each, 8) for each in (slopes[r], inputs[c], product)),
        *(r, c, r, c, table.rows, index, index + 1),
    ]


def loss(**outputs: float) -> list[float]:
    a = [outputs[f"a{i}"] for i in range(3)]
    y = [1.0, 0.0, 0.0]
    cost, slopes = squared_error(a, y), squared_error_derivative(a, y)
    shares = [squared_error([p], [q]) for p, q in zip(a, y, strict=True)]
    said = [cost, *slopes] if any(slopes) else [0, 0]
    pairs = [each for pair in zip(a, y, strict=True) for each in pair]
    return [*pairs, *shares, cost, *said]


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
    "loss": Expected(
        (
            {"a0": 0.7, "a1": 0.2, "a2": 0.6},
            {"a0": 0, "a1": 1, "a2": 1},
            {"a0": 1, "a1": 0, "a2": 0},
            {"a0": 1, "a1": 0.3, "a2": 0},
            {"a0": 0.123, "a1": 1e-8, "a2": 0.6},
            {"a0": -1.5, "a1": 0.2, "a2": 1000000.0},
        ),
        loss,
    ),
    "matrix": Expected(tuple({"index": n} for n in (5, 0, 1, 2, 3, 4, 6, -1)), matrix),
}
