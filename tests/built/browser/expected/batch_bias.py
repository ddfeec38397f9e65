"""What the figure `batch-bias` should say."""

from collections.abc import Iterable

from figures.batch_bias import drawing as batch

from derivlearn import activations, costs, example, loops
from tests.built.browser.expected import Expected

NUDGE = 0.01


def computed(flowers: int, bias: float, cost: int) -> list[float]:
    """Return who wants what, the slope, and what a nudge does."""
    if not -4 <= bias <= 4:
        return [-4, 4]
    shown = batch.flowers()[:flowers]
    deltas = [_delta(flower, bias) for flower in shown]
    share = flowers if cost else 1
    slope = sum(deltas) / share
    real = (_cost(shown, bias + NUDGE) - _cost(shown, bias)) / share
    return [
        *(n for n, delta in enumerate(deltas) if delta < 0),
        *(n for n, delta in enumerate(deltas) if delta > 0),
        *((sum(deltas), flowers) if cost else ()),
        *(slope, NUDGE, NUDGE * slope, real),
    ]


def _delta(flower: batch.Flower, bias: float) -> float:
    z = flower.base + bias
    slopes = costs.squared_error_derivative([activations.sigmoid(z)], [flower.target])
    return loops.last_deltas(slopes, [z], activations.sigmoid_derivative)[0]


def _cost(shown: Iterable[batch.Flower], bias: float) -> float:
    return sum(
        costs.squared_error([activations.sigmoid(flower.base + bias)], [flower.target])
        for flower in shown
    )


EXPECTED = Expected(
    (
        *(
            {"flowers": count, "bias": example.LAST_BIASES[0], "cost": cost}
            for count in range(1, 6)
            for cost in (0, 1)
        ),
        {"flowers": 5, "bias": -4, "cost": 0},
        {"flowers": 5, "bias": 4, "cost": 1},
        {"flowers": 4, "bias": -0.123, "cost": 1},
        {"flowers": 5, "bias": 1e9, "cost": 0},
    ),
    computed,
    near=0.5000001 * 10**-batch.DECIMALS,
)
