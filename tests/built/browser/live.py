"""What each live figure should say for some settings, computed with `derivlearn`."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest

from derivlearn import activations, costs, example, functions, loops, numeric
from derivlearn.autograd import Value
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.example import LAST_WEIGHTS
from derivlearn.matrix import entry, mul_mat, to_mat, transpose
from derivlearn_site.figures import book, mistakes, training
from derivlearn_site.figures import layers as network
from tests.derivlearn_site.expressions import evaluated

Values = Mapping[str, float | str]

HIDDEN = loops.activate(
    activations.sigmoid,
    loops.forward(example.HIDDEN_WEIGHTS, example.HIDDEN_BIASES, example.INPUTS),
)
ZS = loops.forward(example.LAST_WEIGHTS, example.LAST_BIASES, HIDDEN)
BENDS = loops.activate(activations.sigmoid_derivative, ZS)
OUTPUTS = loops.activate(activations.sigmoid, ZS)
COST_SLOPES = costs.squared_error_derivative(OUTPUTS, example.TARGETS)
BIAS_SLOPES = loops.bias_slopes(ZS, activations.sigmoid_derivative, COST_SLOPES)
WEIGHT_SLOPES = loops.weight_slopes(BIAS_SLOPES, HIDDEN)


@dataclass(frozen=True)
class Expected:
    """Some settings of a figure, and the numbers that it should say for each."""

    settings: tuple[Values, ...]
    numbers: Callable[..., list[float]]
    # How exactly they are said: all digits but the last few, or so many decimals.
    near: float = 0

    def is_said(self, number: float, said: float) -> bool:
        """Tell whether a number that the figure says is the right one."""
        return said == pytest.approx(number, rel=1e-9, abs=self.near)


def cube(x: float) -> float:
    return x * x * x


def derivative(x: float, dx: float) -> list[float]:
    slope = numeric.forward_difference(cube, x, dx, relative=False)
    return [
        *(cube(x + dx), cube(x), x + dx, x),
        *(cube(x + dx) - cube(x), (x + dx) - x, slope, x, dx),
        *(slope, 3 * x * x, abs(slope - 3 * x * x)),
    ]


def difference_error(dx: float) -> list[float]:
    forward = numeric.forward_difference(cube, 3.0, dx, relative=False)
    central = numeric.central_difference(cube, 3.0, dx, relative=False)
    return [dx, abs(forward - 27), abs(central - 27)]


def hidden_bias(bias: int, routes: int) -> list[float]:
    products = [
        slope * row[bias]
        for slope, row in zip(book.LAST_BIAS_SLOPES, LAST_WEIGHTS, strict=True)
    ]
    total = 0.0
    for product in products[:routes]:
        total += product
    if routes == len(products):
        return [total, book.HIDDEN_BENDS[bias], 1, book.HIDDEN_BIAS_SLOPES[bias]]
    if routes == 0:
        return []
    last = routes - 1
    factors = [book.LAST_BIAS_SLOPES[last], LAST_WEIGHTS[last][bias]]
    return [*factors, products[last], total]


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


def constant(x: float, dx: float) -> list[float]:
    def f(x: float) -> float:
        return functions.constant(x, 5)

    run = (x + dx) - x
    quotient = [f(x + dx), f(x), x + dx, x, f(x + dx) - f(x), run]
    if run == 0:
        return [*quotient, x, dx, x]
    slope = numeric.forward_difference(f, x, dx, relative=False)
    return [*quotient, slope, x, dx, f(x), slope]


def square(x: float) -> float:
    return x * x


def slope_and_derivative(x: float) -> list[float]:
    slope = numeric.central_difference(square, x)
    return [x, 2, x, slope, x, *((square(x), slope) if slope else (0,))]


def partial(x: float, y: float) -> list[float]:
    first, second = Value(x), Value(y)
    height = first * first + first * second + 2 * second * second
    height.backward()
    return [x, y, height.data, first.grad, second.grad]


def descent(**values: float) -> list[float]:
    """Return the numbers in three digits, as they are said."""
    rate, steps = values["rate"], values["steps"]
    if steps not in range(17):
        return [0, 16]
    start = (2.0, 1.0 if values["from"] == 0 else -1.0)
    here = partial(*start)
    for step in range(int(steps)):
        x, y, _, *slopes = here
        x, y = x - rate * slopes[0], y - rate * slopes[1]
        if not math.isfinite(x * x + x * y + 2 * y * y):
            return [rate, step + 1]
        here = partial(x, y)
    x, y, cost, *slopes = here
    if steps == 0:
        return [x, y, cost, *slopes]
    numbers = [x, y, cost, cost / partial(*start)[2], *slopes]
    if abs(x) > 3.4 or abs(y) > 2.4:
        numbers.append(math.hypot(x, y))
    return [rate, steps, *(float(f"{number:.3g}") for number in numbers)]


def learned(rate: float) -> list[float]:
    """Return the numbers in the decimals that the chapter prints."""
    if rate not in training.RATES:
        return [rate, min(training.RATES, key=lambda other: abs(other - rate))]
    trace = training.trace(rate)
    answers = [round(answer, 2) for answer in trace.answers]
    highest = trace.highest()
    return [
        *(rate, 100, round(trace.costs[-1], 4), *answers),
        *([] if highest is None else [round(highest, 4)]),
    ]


def loss(**outputs: float) -> list[float]:
    a = [outputs[f"a{i}"] for i in range(3)]
    y = [1.0, 0.0, 0.0]
    cost, slopes = squared_error(a, y), squared_error_derivative(a, y)
    shares = [squared_error([p], [q]) for p, q in zip(a, y, strict=True)]
    said = [cost, *slopes] if any(slopes) else [0, 0]
    pairs = [each for pair in zip(a, y, strict=True) for each in pair]
    return [*pairs, *shares, cost, *said]


def activation(z: float) -> list[float]:
    values = [activations.sigmoid(z), activations.tanh(z), activations.relu(z)]
    slopes = [
        activations.sigmoid_derivative(z),
        activations.tanh_derivative(z),
        activations.relu_derivative(z),
    ]
    if z == 0:
        return [z, *values[:2], *slopes]
    pairs = zip(values, slopes, strict=True)
    return [z, *(number for pair in pairs for number in pair)]


def last_weight(weight: int) -> list[float]:
    """Return the numbers as the chapter prints them, with six decimals."""
    j, i = divmod(weight, 2)
    first, second, third = HIDDEN[i], BENDS[j], COST_SLOPES[j]
    bias, slope = BIAS_SLOPES[j], WEIGHT_SLOPES[j][i]
    numbers = [
        *(first, second, third, first, bias, slope),
        *(i, j, first, i, j, bias, slope),
    ]
    return [round(number, 6) for number in numbers]


def linear(a: float, b: float) -> list[float]:
    def f(x: float) -> float:
        return functions.linear(x, a, b)

    said, slopes = [], []
    for x in (0.0, 2.0):
        slopes.append(numeric.forward_difference(f, x, 1, relative=False))
        said += [f(x + 1), f(x), x + 1, x, f(x + 1) - f(x), 1, slopes[-1]]
    if any(abs(slope - a) > 1e-9 * abs(a) for slope in slopes):
        return [*said, *slopes, a]
    return [*said, b, abs(slopes[0]), slopes[0]] if a else [*said, b, slopes[0]]


def last_bias(bias: int, to: int) -> list[float]:
    """Return the numbers as the chapter prints them, with six decimals."""
    nudge = 0.01
    slopes = [1, BENDS[bias], COST_SLOPES[bias]][:to]
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


XS, ALL_ZS = loops.forward_layers(
    network.WEIGHTS, network.BIASES, network.INPUTS, activations.sigmoid
)
SHARES = activations.softmax(ALL_ZS[2])
ALL_WEIGHT_SLOPES, ALL_BIAS_SLOPES = loops.backward_layers(
    network.WEIGHTS,
    XS,
    ALL_ZS,
    activations.sigmoid_derivative,
    costs.softmax_cross_entropy_derivative(SHARES, network.TARGETS),
)
NEURONS = [(layer, j) for layer, row in enumerate(ALL_ZS) for j in range(len(row))]
# The layer that each step computes.
LAYERS = (-1, 0, 1, 2, 2, 2, 1, 0)


def layers(step: float, neuron: int) -> list[float]:
    """Return the factors of the formula, its results, and what the sentence tells."""
    if step not in range(1, 10):
        return [1, 9]
    chosen = NEURONS[neuron] if neuron >= 0 else None
    if step == 9:
        return weights_to(*chosen) if chosen else [41]
    layer = LAYERS[int(step) - 1]
    if chosen is None or chosen[0] == layer:
        return written_out(step, layer, chosen[1] if chosen else 0)
    return [*written_out(step, layer, 0), chosen[0] + 2, 8 - chosen[0]]


def written_out(step: float, layer: int, j: int) -> list[float]:
    if step == 1:
        return network.INPUTS
    if step <= 4:
        z, a = ALL_ZS[layer][j], [*XS, SHARES][layer + 1][j]
        products = flat(network.WEIGHTS[layer][j], XS[layer])
        powers = [z, *ALL_ZS[2]] if layer == 2 else [z]
        return [network.BIASES[layer][j], *products, z, *powers, a, layer, j, z, a]
    if step == 5:
        cost = costs.cross_entropy(SHARES, network.TARGETS)
        term = network.TARGETS[j] * math.log(SHARES[j])
        return [*flat(network.TARGETS, SHARES), cost, j, term, cost]
    slope = ALL_BIAS_SLOPES[layer][j]
    if step == 6:
        return [SHARES[j], network.TARGETS[j], slope, layer, j, slope]
    nexts = ALL_BIAS_SLOPES[layer + 1]
    weights = [row[j] for row in network.WEIGHTS[layer + 1]]
    bend = activations.sigmoid_derivative(ALL_ZS[layer][j])
    total = sum(delta * weight for delta, weight in zip(nexts, weights, strict=True))
    said = [layer, j, len(nexts), total, bend, slope]
    return [ALL_ZS[layer][j], bend, *flat(nexts, weights), bend, slope, *said]


def weights_to(layer: int, j: int) -> list[float]:
    slope = ALL_BIAS_SLOPES[layer][j]
    pairs = zip(XS[layer], ALL_WEIGHT_SLOPES[layer][j], strict=True)
    lines = [number for x, product in pairs for number in (slope, x, product)]
    return [*lines, slope, len(XS[layer])]


def flat(left: list[float], right: list[float]) -> list[float]:
    return [number for pair in zip(left, right, strict=True) for number in pair]


def find_mistake(game: int, nudged: int, answer: int) -> list[float]:
    """Return the numbers as the game prints them: costs with six decimals."""
    played = mistakes.game(game)
    numbers, report = played.network.numbers, played.report()

    def cost(place: int, by: float) -> float:
        w0, b0, w1, b1, w2, b2 = (
            number + by * (i == place) for i, number in enumerate(numbers)
        )
        x = [activations.sigmoid(w0 * played.network.x + b0)]
        zs = loops.forward([[w1], [w2]], [b1, b2], x)
        outputs = loops.activate(activations.sigmoid, zs)
        return round(squared_error(outputs, [1.0, 0.0]), 6)

    def measured(place: int) -> list[float]:
        below, above = cost(place, -0.005), cost(place, 0.005)
        return [above, below, round(above - below, 6), 0.01]

    def comparison(place: int) -> tuple[float, float]:
        found = report.comparisons[place]
        return float(f"{found.error:.1e}"), round(found.computed, 4)

    said = []
    if nudged:
        above, below, rise, run = measured(nudged - 1)
        at = numbers[nudged - 1]
        up, down = (round(at + by, 3) for by in (0.005, -0.005))
        said = [above, below, up, down, rise, run]
    if answer:
        error, computed = comparison(answer - 1)
        if error > 1e-7:
            _, _, rise, run = measured(answer - 1)
            return [*said, round(rise / run, 4), computed, error]
        said.append(error)
    if nudged:
        claimed = comparison(nudged - 1)[1]
        said += [down, below, at, cost(0, 0), up, above, rise, run, claimed]
    return said or [game]


def autograd(f: str, x: float, y: float) -> list[float]:
    """Return the value and both slopes; there is nothing to say of what has none."""
    return [*(evaluated(f, x, y) or ())]


EXPECTED = {
    "constant": Expected(
        (
            {"x": 3, "dx": 1},
            {"x": 1.2, "dx": 0.03},
            {"x": 3, "dx": 0.0000001},
            {"x": 3, "dx": 1e-16},
            {"x": 2000000000.0, "dx": 0.0000001},
            {"x": -1000, "dx": 0.0000001},
            {"x": 4, "dx": -0.25},
        ),
        constant,
    ),
    "linear": Expected(
        (
            {"a": 3, "b": 2},
            {"a": -1, "b": 0},
            {"a": 0, "b": 5},
            {"a": 0.75, "b": 3.5},
            {"a": 0.1, "b": 2},
            {"a": -2, "b": 5},
            {"a": 1e-7, "b": 2},
            {"a": 3, "b": -7},
            {"a": 3, "b": 1e16},
        ),
        linear,
    ),
    "derivative": Expected(
        (
            {"x": 3, "dx": 1},
            {"x": 2.5, "dx": 0.5},
            {"x": 3.1, "dx": 0.03},
            {"x": 2.75, "dx": 1e-8},
            {"x": 3, "dx": 4e-15},
            {"x": 1000000000.0, "dx": 0.1},
            {"x": -2.5, "dx": -0.25},
        ),
        derivative,
    ),
    "descent": Expected(
        (
            {"rate": 0.4, "steps": 16, "from": 0},
            {"rate": 0.4, "steps": 0, "from": 0},
            {"rate": 0.4, "steps": 1, "from": 1},
            {"rate": 0.01, "steps": 16, "from": 0},
            {"rate": 0.45, "steps": 15, "from": 0},
            {"rate": 0.46, "steps": 16, "from": 0},
            {"rate": 0.6, "steps": 16, "from": 1},
            {"rate": 0, "steps": 3, "from": 1},
            {"rate": -0.3, "steps": 7, "from": 0},
            {"rate": 1000000000.0, "steps": 16, "from": 0},
            {"rate": 1e300, "steps": 1, "from": 1},
            {"rate": 0.4, "steps": 2.5, "from": 0},
        ),
        descent,
    ),
    "difference-error": Expected(
        tuple({"dx": dx} for dx in (0.1, 2.5e-3, 1e-5, 1e-8, 4e-13, 1e-15, 7.0)),
        difference_error,
    ),
    "hidden-bias": Expected(
        tuple({"bias": i, "routes": count} for i in (0, 1) for count in range(4)),
        hidden_bias,
        near=0.5000001 * 10**-book.DECIMALS,
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
    "slope-and-derivative": Expected(
        (
            {"x": 0.5},
            {"x": 2},
            {"x": 0},
            {"x": -0.05},
            {"x": -1.85},
            {"x": 1000000000.0},
            {"x": -7.25},
        ),
        slope_and_derivative,
    ),
    "partial": Expected(
        (
            {"x": 2, "y": -1},
            {"x": -1, "y": 0.7},
            {"x": 2.4, "y": -1.6},
            {"x": 0, "y": 0},
            {"x": 1.25, "y": 0.35},
            {"x": 1000000000.0, "y": -3},
        ),
        partial,
    ),
    "activation": Expected(
        (
            {"z": 0},
            {"z": 0.1},
            {"z": -0.1},
            {"z": 4},
            {"z": -2.5},
            {"z": 40},
            {"z": -1000},
            {"z": 1000},
        ),
        activation,
    ),
    "find-mistake": Expected(
        (
            {"game": 1, "nudged": 0, "answer": 0},
            {"game": 1, "nudged": 1, "answer": 0},
            {"game": 1, "nudged": 2, "answer": 2},
            {"game": 1, "nudged": 4, "answer": 1},
            {"game": 10, "nudged": 0, "answer": 5},
            {"game": 10, "nudged": 0, "answer": 3},
            {"game": 30, "nudged": 6, "answer": 4},
        ),
        find_mistake,
    ),
    "autograd": Expected(
        (
            {"f": "(x + y) + (x + y) * x", "x": 3, "y": 2},
            {"f": "(x + y) + (x + y) * x", "x": -1.25, "y": 0},
            {"f": "1 / (1 + exp(-x))", "x": 0.1, "y": 2},
            {"f": "x ** 3 - 3 * x * y ** 2", "x": -2, "y": 0.5},
            {"f": "tanh(x * y) * sigmoid(x + y)", "x": 0.3, "y": -0.7},
            {"f": "log(exp(x) + exp(y))", "x": 1, "y": 5},
            {"f": "relu(x - y) / y", "x": 3, "y": 1000000.0},
            {"f": "x", "x": 3, "y": 2},
            {"f": "2 ** 10", "x": 3, "y": 2},
            {"f": "x / y", "x": 3, "y": 0},
            {"f": "x +", "x": 3, "y": 2},
        ),
        autograd,
    ),
    "last-bias": Expected(
        tuple({"bias": bias, "to": to} for bias in range(3) for to in (1, 2, 3)),
        last_bias,
    ),
    "training": Expected(
        tuple(
            {"rate": rate}
            for rate in (8, 0.125, 0.5, 2, 3, 16, 32, 48, 64, 128, 512, 7, -1)
        ),
        learned,
    ),
    "last-weight": Expected(
        tuple({"weight": weight} for weight in range(6)), last_weight
    ),
    "layers": Expected(
        (
            *({"step": step, "neuron": -1} for step in (0, 3.5, *range(1, 11))),
            *({"step": step, "neuron": 8} for step in range(1, 10)),
            *({"step": step, "neuron": 3} for step in (2, 3, 8, 9)),
            *({"step": step, "neuron": 5} for step in (3, 4, 7, 9)),
        ),
        layers,
        near=0.5000001e-4,
    ),
}
