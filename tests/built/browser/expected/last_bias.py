"""What the figure `last-bias` should say."""

import math

from derivlearn import activations, costs, example, loops
from tests.built.browser.expected import Expected
from tests.built.browser.expected.book import BENDS, HIDDEN, OUTPUT_SLOPES, OUTPUTS


def computed(bias: int, to: int) -> list[float]:
    """Return the numbers as the chapter prints them, with six decimals."""
    nudge = 0.01
    slopes = [1, BENDS[bias], OUTPUT_SLOPES[bias]][:to]
    changes = [nudge * math.prod(slopes[: step + 1]) for step in range(to)]
    numbers = [nudge, *slopes, changes[-1], nudge]
    for step in zip(slopes, changes, strict=True):
        numbers += step
    if to == 3:
        biases = [*example.LAST_BIASES]
        biases[bias] += nudge
        zs = loops.forward(example.LAST_WEIGHTS, biases, HIDDEN)
        outputs = loops.activate(activations.sigmoid, zs)
        numbers.append(
            costs.squared_error(outputs, example.TARGETS)
            - costs.squared_error(OUTPUTS, example.TARGETS)
        )
    return [round(number, 6) for number in numbers]


EXPECTED = Expected(
    tuple({"bias": bias, "to": to} for bias in range(3) for to in (1, 2, 3)),
    computed,
)
