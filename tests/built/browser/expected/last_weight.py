"""What the figure `last-weight` should say."""

from derivlearn import activations, loops
from tests.built.browser.expected import Expected
from tests.built.browser.expected.book import BENDS, HIDDEN, OUTPUT_SLOPES, ZS

BIAS_SLOPES = loops.last_deltas(OUTPUT_SLOPES, ZS, activations.sigmoid_derivative)

WEIGHT_SLOPES = loops.weight_slopes(BIAS_SLOPES, HIDDEN)


def computed(weight: int) -> list[float]:
    """Return the numbers as the chapter prints them, with six decimals."""
    j, i = divmod(weight, 2)
    first, second, third = HIDDEN[i], BENDS[j], OUTPUT_SLOPES[j]
    bias, slope = BIAS_SLOPES[j], WEIGHT_SLOPES[j][i]
    numbers = [
        *(first, second, third, first, bias, slope),
        *(i, j, first, i, j, bias, slope),
    ]
    return [round(number, 6) for number in numbers]


EXPECTED = Expected(tuple({"weight": weight} for weight in range(6)), computed)
