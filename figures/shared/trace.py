"""A network's way there and back, written out in digits, neuron by neuron.

A formula has its factors with six decimals and its result with four: whoever works it
out as it is written comes to the result that it tells.
"""

from dataclasses import dataclass

from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.loops import activate, backward_layers, forward_layers, last_deltas
from derivlearn_site.figures import svg
from derivlearn_site.figures.svg import SUBSCRIPTS

# As many decimals as the chapter prints, and as many as a factor needs for that.
DECIMALS, FACTOR_DECIMALS = 4, 6

# A line ends between products, not inside of one.
_TIMES = "\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}"
_LESS = "\N{NO-BREAK SPACE}\N{MINUS SIGN}\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Written:
    """A computation in digits, and the numbers that a sentence tells of it."""

    formula: str
    said: dict[str, str | int]


NOTHING = Written("", {})


class Trace:
    """All that is computed: sigmoids in every layer, the squared error, and back."""

    def __init__(
        self,
        weights: list[list[list[float]]],
        biases: list[list[float]],
        inputs: list[float],
        targets: list[float],
    ) -> None:
        """Go forward to the cost, and back to the first layer."""
        self.weights, self.biases, self.targets = weights, biases, targets
        self.zs, self.layer_inputs = forward_layers(weights, biases, inputs, sigmoid)
        self.outputs = activate(sigmoid, self.zs[-1])
        self.cost = squared_error(self.outputs, targets)
        output_slopes = squared_error_derivative(self.outputs, targets)
        self.weight_slopes, self.bias_slopes = backward_layers(
            last_deltas(output_slopes, self.zs[-1], sigmoid_derivative),
            weights,
            self.zs,
            self.layer_inputs,
            sigmoid_derivative,
        )

    @property
    def activations(self) -> list[list[float]]:
        """The inputs, and what each layer makes of them."""
        return [*self.layer_inputs, self.outputs]

    def inputs(self) -> Written:
        """Write out what goes into the network."""
        return Written(f"x = {', '.join(map(_factor, self.layer_inputs[0]))}", {})

    def layer(self, layer: int) -> list[Written]:
        """Write out each neuron: its pre-activation, then its activation."""
        return [self._neuron(layer, j) for j in range(len(self.zs[layer]))]

    def _neuron(self, layer: int, j: int) -> Written:
        z, a = (result(row[j]) for row in (self.zs[layer], self.activations[layer + 1]))
        products = _sum(self.weights[layer][j], self.layer_inputs[layer])
        bias = _factor(self.biases[layer][j])
        return Written(
            f"z{SUBSCRIPTS[j]} = {bias} + {products} = {z}\n"
            f"a{SUBSCRIPTS[j]} = σ({_factor(self.zs[layer][j])}) = {a}",
            {"layer": layer, "number": j, "z": z, "a": a},
        )

    def costs(self) -> list[Written]:
        """Write out the cost, and tell what each output brings into its sum."""
        pairs = [*zip(self.outputs, self.targets, strict=True)]
        terms = " + ".join(f"({_factor(a)}{_LESS}{_factor(y)})²" for a, y in pairs)
        cost = result(self.cost)
        return [
            Written(
                f"C = ({terms}) ÷ 2 = {cost}",
                {"number": j, "term": result((a - y) ** 2), "cost": cost},
            )
            for j, (a, y) in enumerate(pairs)
        ]

    def slopes(self, layer: int) -> list[Written]:
        """Write out the slope of each neuron's bias."""
        of = self._slope_of_output if layer == len(self.zs) - 1 else self._slope
        return [of(layer, j) for j in range(len(self.zs[layer]))]

    def _slope_of_output(self, layer: int, j: int) -> Written:
        """Write out the output minus the target, times the slope of the sigmoid."""
        output, target = self.outputs[j], self.targets[j]
        z, bend = self.zs[layer][j], sigmoid_derivative(self.zs[layer][j])
        slope = result(self.bias_slopes[layer][j])
        return Written(
            f"σ′(z{SUBSCRIPTS[j]}) = σ′({_factor(z)}) = {result(bend)}\n"
            f"δ{SUBSCRIPTS[j]} = ({_factor(output)}{_LESS}{_factor(target)})"
            f"{_TIMES}{_factor(bend)} = {slope}",
            {
                "layer": layer,
                "number": j,
                "gap": result(output - target),
                "bend": result(bend),
                "slope": slope,
            },
        )

    def _slope(self, layer: int, i: int) -> Written:
        """Write out the routes onward, times the slope of the activation."""
        nexts = self.bias_slopes[layer + 1]
        weights = [row[i] for row in self.weights[layer + 1]]
        total = 0.0
        for each, weight in zip(nexts, weights, strict=True):
            total += each * weight
        z = self.zs[layer][i]
        bend, slope = sigmoid_derivative(z), result(self.bias_slopes[layer][i])
        return Written(
            f"σ′(z{SUBSCRIPTS[i]}) = σ′({_factor(z)}) = {result(bend)}\n"
            f"δ{SUBSCRIPTS[i]} = ({_sum(nexts, weights)}){_TIMES}{_factor(bend)}"
            f" = {slope}",
            {
                "layer": layer,
                "number": i,
                "count": len(nexts),
                "sum": result(total),
                "bend": result(bend),
                "slope": slope,
            },
        )

    def weights_of(self, layer: int) -> list[Written]:
        """Write out for each neuron the slopes of the weights that lead to it."""
        rows = zip(self.bias_slopes[layer], self.weight_slopes[layer], strict=True)
        return [
            Written(
                "\n".join(
                    f"∂C/∂w{SUBSCRIPTS[j]}{SUBSCRIPTS[i]} = {_factor(slope)}{_TIMES}"
                    f"{_factor(x, behind=True)} = {result(slopes[i])}"
                    for i, x in enumerate(self.layer_inputs[layer])
                ),
                {
                    "layer": layer,
                    "number": j,
                    "slope": result(slope),
                    "count": len(slopes),
                },
            )
            for j, (slope, slopes) in enumerate(rows)
        ]


def result(value: float) -> str:
    """Return a number that has been computed; a 0 that is exact stays short."""
    return svg.printed(value, DECIMALS) if value else "0"


def _factor(value: float, *, behind: bool = False) -> str:
    """Return a number without zeros at its end; behind a sign, a minus in brackets."""
    digits = svg.printed(value, FACTOR_DECIMALS).rstrip("0").rstrip(".")
    return f"({digits})" if behind and value < 0 else digits


def _sum(left: list[float], right: list[float]) -> str:
    """Return the products of two lists, added up."""
    return " + ".join(
        _TIMES.join(_factor(each, behind=True) for each in pair)
        for pair in zip(left, right, strict=True)
    )
