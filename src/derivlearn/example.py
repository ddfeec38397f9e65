"""The network of the book: 4 inputs, 2 hidden neurons, 3 outputs, sigmoids throughout.

No two of its sizes are alike, so that no index can be taken for another. Its chapters
measure and compute the slopes of one and the same cost: the squared error against
TARGETS.
"""

__all__ = [
    "HIDDEN_BIASES",
    "HIDDEN_WEIGHTS",
    "INPUTS",
    "LAST_BIASES",
    "LAST_WEIGHTS",
    "TARGETS",
]

INPUTS = [0.5, -1.0, 2.0, 0.25]
"""What goes into the network: 4 numbers."""
TARGETS = [1.0, 0.0, 0.0]
"""What its outputs should be: 3 numbers."""

HIDDEN_WEIGHTS = [
    [0.1, 0.2, -0.1, 0.4],
    [-0.3, 0.1, 0.4, 0.5],
]
"""HIDDEN_WEIGHTS[j][i] goes from input i to hidden neuron j: 2 rows of 4."""
HIDDEN_BIASES = [0.1, -0.2]
"""One for each hidden neuron."""

LAST_WEIGHTS = [
    [0.6, -0.4],
    [0.3, 0.8],
    [-0.5, 0.2],
]
"""LAST_WEIGHTS[j][i] goes from hidden neuron i to output j: 3 rows of 2."""
LAST_BIASES = [0.1, -0.3, 0.2]
"""One for each output."""
