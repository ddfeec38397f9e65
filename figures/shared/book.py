"""The numbers of the book's own network, computed once for all pictures."""

from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.example import (
    HIDDEN_BIASES,
    HIDDEN_WEIGHTS,
    INPUTS,
    LAST_BIASES,
    LAST_WEIGHTS,
    TARGETS,
)
from derivlearn.loops import (
    activate,
    forward,
    hidden_deltas,
    last_deltas,
    weight_slopes,
)
from derivlearn_site.figures import svg

HIDDEN_ZS = forward(HIDDEN_WEIGHTS, HIDDEN_BIASES, INPUTS)
HIDDEN_OUTPUTS = activate(sigmoid, HIDDEN_ZS)
HIDDEN_BENDS = activate(sigmoid_derivative, HIDDEN_ZS)

LAST_ZS = forward(LAST_WEIGHTS, LAST_BIASES, HIDDEN_OUTPUTS)
OUTPUTS = activate(sigmoid, LAST_ZS)
LAST_BENDS = activate(sigmoid_derivative, LAST_ZS)

COST = squared_error(OUTPUTS, TARGETS)
OUTPUT_SLOPES = squared_error_derivative(OUTPUTS, TARGETS)
LAST_DELTAS = last_deltas(OUTPUT_SLOPES, LAST_ZS, sigmoid_derivative)
LAST_WEIGHT_SLOPES = weight_slopes(LAST_DELTAS, HIDDEN_OUTPUTS)
HIDDEN_DELTAS = hidden_deltas(LAST_DELTAS, LAST_WEIGHTS, HIDDEN_ZS, sigmoid_derivative)
SIZES = (len(INPUTS), len(HIDDEN_BIASES), len(LAST_BIASES))

# As many decimals as the pages print.
DECIMALS = 6


def number(value: float) -> str:
    """Return a number as the pages print it; what is exact stays short."""
    if round(value, 1) == value:
        return svg.plain(value)
    return svg.printed(value, DECIMALS)
