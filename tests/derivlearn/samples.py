"""Random networks for the property tests."""

from collections.abc import Callable

from hypothesis import settings
from hypothesis import strategies as st

from derivlearn.activations import (
    relu,
    relu_derivative,
    sigmoid,
    sigmoid_derivative,
    softmax,
    tanh,
    tanh_derivative,
)
from derivlearn.costs import (
    binary_cross_entropy,
    cross_entropy,
    sigmoid_binary_cross_entropy_derivative,
    softmax_cross_entropy_derivative,
    squared_error,
    squared_error_derivative,
)
from derivlearn.loops import activate, backward_layers, forward_layers, last_deltas

Function = Callable[[float], float]
Weights = list[list[list[float]]]
Biases = list[list[float]]

SMOOTH: list[tuple[Function, Function]] = [
    (sigmoid, sigmoid_derivative),
    (tanh, tanh_derivative),
]
ACTIVATIONS = [*SMOOTH, (relu, relu_derivative)]
# An activation of the last layer together with a cost.
ENDS = ["squared", "yes or no", "shares"]

moderate = st.floats(-2, 2)

# For what checks every parameter of a network, many times in a run of mutation testing.
few = settings(max_examples=25)


class Sample:
    """A network of random sizes and numbers, with one sample to learn from."""

    def __init__(
        self,
        layers: tuple[Weights, Biases],
        sample: tuple[list[float], list[float]],
        hidden: tuple[Function, Function],
        end: str,
    ) -> None:
        """Keep all of it."""
        self.weights, self.biases = layers
        self.inputs, self.targets = sample
        self.activation, self.derivative = hidden
        self.end = end

    def __repr__(self) -> str:
        """Say what a failing example was."""
        return f"Sample({vars(self)})"

    def run(self) -> tuple[list[list[float]], list[list[float]]]:
        """Return zs and layer_inputs."""
        return forward_layers(self.weights, self.biases, self.inputs, self.activation)

    def cost(self) -> float:
        """Return the cost of the sample."""
        zs, _ = self.run()
        if self.end == "shares":
            return cross_entropy(softmax(zs[-1]), self.targets)
        outputs = activate(sigmoid, zs[-1])
        if self.end == "squared":
            return squared_error(outputs, self.targets)
        return binary_cross_entropy(outputs, self.targets)

    def last_deltas(self) -> list[float]:
        """Return the slopes of the cost to the last zs."""
        zs, _ = self.run()
        if self.end == "shares":
            return softmax_cross_entropy_derivative(zs[-1], self.targets)
        if self.end == "squared":
            outputs = activate(sigmoid, zs[-1])
            output_slopes = squared_error_derivative(outputs, self.targets)
            return last_deltas(output_slopes, zs[-1], sigmoid_derivative)
        return sigmoid_binary_cross_entropy_derivative(zs[-1], self.targets)

    def slopes(self) -> tuple[Weights, Biases]:
        """Return the slopes of the weights and of the biases, from the loops."""
        zs, layer_inputs = self.run()
        return backward_layers(
            self.last_deltas(), self.weights, zs, layer_inputs, self.derivative
        )


def numbers(count: int) -> st.SearchStrategy[list[float]]:
    """Return a strategy for a list of that many numbers."""
    return st.lists(moderate, min_size=count, max_size=count)


def rows(n: int, m: int) -> st.SearchStrategy[list[list[float]]]:
    """Return a strategy for n rows of m numbers."""
    return st.lists(numbers(m), min_size=n, max_size=n)


@st.composite
def samples(
    draw: st.DrawFn, hidden: list[tuple[Function, Function]] = ACTIVATIONS
) -> Sample:
    """Draw a network of 1 to 4 layers, with 1 to 4 neurons each."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=2, max_size=5), label="sizes")
    weights = []
    biases = []
    for layer in range(len(sizes) - 1):
        weights.append(draw(rows(sizes[layer + 1], sizes[layer]), label="weights"))
        biases.append(draw(numbers(sizes[layer + 1]), label="biases"))
    inputs = draw(numbers(sizes[0]), label="inputs")
    # A single share of 1 is always the whole, at a cost of 0.
    end = draw(st.sampled_from(ENDS if sizes[-1] > 1 else ENDS[:2]), label="end")
    raw = draw(numbers(sizes[-1]), label="targets")
    targets = softmax(raw) if end == "shares" else [abs(y) / 2 for y in raw]
    pair = draw(st.sampled_from(hidden), label="activation")
    return Sample((weights, biases), (inputs, targets), pair, end)
