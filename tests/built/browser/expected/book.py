"""The network of the book, computed step by step."""

from derivlearn import activations, costs, example, loops

HIDDEN = loops.activate(
    activations.sigmoid,
    loops.forward(example.HIDDEN_WEIGHTS, example.HIDDEN_BIASES, example.INPUTS),
)

ZS = loops.forward(example.LAST_WEIGHTS, example.LAST_BIASES, HIDDEN)

BENDS = loops.activate(activations.sigmoid_derivative, ZS)

OUTPUTS = loops.activate(activations.sigmoid, ZS)

OUTPUT_SLOPES = costs.squared_error_derivative(OUTPUTS, example.TARGETS)
