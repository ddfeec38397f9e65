"""A layer, one weight at a time."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derivlearn.activations import (
    sigmoid,
    sigmoid_derivative,
    tanh,
    tanh_derivative,
)
from derivlearn.costs import (
    binary_cross_entropy,
    binary_cross_entropy_derivative,
    squared_error,
    squared_error_derivative,
)
from derivlearn.loops import (
    activate,
    backward_layers,
    forward,
    forward_layers,
    hidden_deltas,
    last_deltas,
    weight_slopes,
)
from derivlearn.matrix import Matrix, mul_mat, to_mat, to_rows, transpose
from derivlearn.numeric import central_difference, numeric_gradient
from tests.derivlearn.samples import SMOOTH, Sample, few, samples

Function = Callable[[float], float]

moderate = st.floats(-2, 2)
sizes = st.integers(1, 4)


def says(message: str) -> str:
    """Return a pattern for the whole message and nothing else."""
    return f"^{re.escape(message)}$"


def numbers(count: int) -> st.SearchStrategy[list[float]]:
    """Return a strategy for a list of that many numbers."""
    return st.lists(moderate, min_size=count, max_size=count)


def as_rows(flat: list[float], columns: int) -> list[list[float]]:
    """Return a flat list, row after row, cut into rows."""
    return [flat[k : k + columns] for k in range(0, len(flat), columns)]


def as_matrix(rows: list[list[float]]) -> Matrix:
    """Return rows as a matrix."""
    flat = [x for row in rows for x in row]
    return transpose(Matrix(len(rows[0]), len(rows), flat))


def test_forward_adds_the_products_to_the_bias() -> None:
    zs = forward([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], [0.5, -0.5], [1.0, 10.0, 100.0])
    assert zs == [321.5, 653.5]


def test_forward_starts_from_the_bias_and_goes_through_the_inputs_in_order() -> None:
    """Each of these sums is another one in another order."""
    large = 2.0**53
    assert forward([[large, -large]], [1.0], [1.0, 1.0]) == [0.0]
    assert forward([[-large, 1.0]], [large], [1.0, 1.0]) == [1.0]


def test_activate_takes_each_number_on_its_own() -> None:
    assert activate(lambda z: 10 * z, [1.0, -2.0, 3.0]) == [10.0, -20.0, 30.0]


def test_last_deltas_multiply_two_slopes() -> None:
    slopes = last_deltas([1.0, 0.5, -1.0], [1.0, 2.0, 3.0], lambda z: 10 * z)
    assert slopes == [10.0, 10.0, -30.0]


def test_weight_slopes_multiply_each_delta_with_each_input() -> None:
    slopes = weight_slopes([1.0, -2.0, 0.5], [10.0, 100.0])
    assert slopes == [[10.0, 100.0], [-20.0, -200.0], [5.0, 50.0]]


def test_hidden_deltas_add_up_the_routes() -> None:
    slopes = hidden_deltas(
        [1.0, 10.0, 100.0],
        [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]],
        [1.0, 2.0],
        lambda z: 10 * z,
    )
    assert slopes == [5310.0, 12840.0]


def test_hidden_deltas_add_the_routes_in_order() -> None:
    large = 2.0**53
    weights = [[1.0], [large], [-large]]
    assert hidden_deltas([1.0] * 3, weights, [0.0], lambda _: 1.0) == [0.0]


@given(st.data(), sizes, sizes)
def test_forward_equals_matrices(data: st.DataObject, m: int, n: int) -> None:
    weights = as_rows(data.draw(numbers(n * m), label="weights"), m)
    biases = data.draw(numbers(n), label="biases")
    inputs = data.draw(numbers(m), label="inputs")
    products = mul_mat(as_matrix(weights), to_mat(inputs)).values
    expected = [b + p for b, p in zip(biases, products, strict=True)]
    assert forward(weights, biases, inputs) == pytest.approx(expected, abs=1e-14)


@given(st.data(), sizes, sizes)
def test_weight_slopes_equal_matrices(data: st.DataObject, m: int, n: int) -> None:
    slopes = data.draw(numbers(n), label="bias_slopes")
    inputs = data.draw(numbers(m), label="inputs")
    table = mul_mat(to_mat(slopes), transpose(to_mat(inputs)))
    assert weight_slopes(slopes, inputs) == to_rows(table)


@given(st.data(), sizes, sizes)
def test_hidden_deltas_equal_matrices(data: st.DataObject, m: int, n: int) -> None:
    zs = data.draw(numbers(m), label="zs")
    next_weights = as_rows(data.draw(numbers(n * m), label="next_weights"), m)
    next_slopes = data.draw(numbers(n), label="next_deltas")
    routes = mul_mat(transpose(as_matrix(next_weights)), to_mat(next_slopes)).values
    expected = [r * tanh_derivative(z) for r, z in zip(routes, zs, strict=True)]
    slopes = hidden_deltas(next_slopes, next_weights, zs, tanh_derivative)
    assert slopes == pytest.approx(expected, rel=1e-13, abs=1e-14)


@pytest.mark.parametrize(
    ("cost", "cost_derivative"),
    [
        (squared_error, squared_error_derivative),
        (binary_cross_entropy, binary_cross_entropy_derivative),
    ],
)
@given(data=st.data(), shape=st.tuples(sizes, sizes, sizes))
def test_slopes_of_two_layers_match_numeric_gradient(
    data: st.DataObject,
    shape: tuple[int, int, int],
    cost: Callable[[list[float], list[float]], float],
    cost_derivative: Callable[[list[float], list[float]], list[float]],
) -> None:
    """All weights and biases of an m-h-n network with tanh and then sigmoid."""
    m, h, n = shape
    inputs = data.draw(numbers(m), label="inputs")
    targets = [abs(t) / 2 for t in data.draw(numbers(n), label="targets")]
    lengths = [h * m, h, n * h, n]
    parameters = data.draw(numbers(h * m + h + n * h + n), label="parameters")

    def parts(flat: list[float]) -> list[list[float]]:
        cut = []
        start = 0
        for length in lengths:
            cut.append(flat[start : start + length])
            start += length
        return cut

    def network_cost(flat: list[float]) -> float:
        w1, b1, w2, b2 = parts(flat)
        hidden = activate(tanh, forward(as_rows(w1, m), b1, inputs))
        outputs = activate(sigmoid, forward(as_rows(w2, h), b2, hidden))
        return cost(outputs, targets)

    w1, b1, w2, b2 = parts(parameters)
    z1 = forward(as_rows(w1, m), b1, inputs)
    hidden = activate(tanh, z1)
    z2 = forward(as_rows(w2, h), b2, hidden)
    outputs = activate(sigmoid, z2)

    b2_slopes = last_deltas(cost_derivative(outputs, targets), z2, sigmoid_derivative)
    w2_slopes = weight_slopes(b2_slopes, hidden)
    b1_slopes = hidden_deltas(b2_slopes, as_rows(w2, h), z1, tanh_derivative)
    w1_slopes = weight_slopes(b1_slopes, inputs)

    flat = [x for row in w1_slopes for x in row] + b1_slopes
    flat += [x for row in w2_slopes for x in row] + b2_slopes
    measured = numeric_gradient(network_cost, parameters)
    assert flat == pytest.approx(measured, rel=1e-6, abs=1e-7)


def test_mazurs_network() -> None:
    """Every number of Matt Mazur's step by step example, but for his slip."""
    inputs = [0.05, 0.10]
    targets = [0.01, 0.99]
    w1 = [[0.15, 0.20], [0.25, 0.30]]
    w2 = [[0.40, 0.45], [0.50, 0.55]]
    b1 = [0.35, 0.35]
    b2 = [0.60, 0.60]
    rate = 0.5

    z1 = forward(w1, b1, inputs)
    hidden = activate(sigmoid, z1)
    z2 = forward(w2, b2, hidden)
    outputs = activate(sigmoid, z2)
    assert outputs == pytest.approx([0.751365070, 0.772928465], abs=5e-10)
    assert squared_error(outputs, targets) == pytest.approx(0.298371109, abs=5e-10)

    output_slopes = squared_error_derivative(outputs, targets)
    b2_slopes = last_deltas(output_slopes, z2, sigmoid_derivative)
    assert b2_slopes == pytest.approx([0.138498562, -0.038098237], abs=5e-10)
    w2_slopes = weight_slopes(b2_slopes, hidden)

    # The slope to the first hidden activation: two routes, added up.
    identity_slopes = hidden_deltas(b2_slopes, w2, z1, lambda _: 1.0)
    assert identity_slopes[0] == pytest.approx(0.036350306, abs=5e-10)
    b1_slopes = hidden_deltas(b2_slopes, w2, z1, sigmoid_derivative)
    assert b1_slopes == pytest.approx([0.008771355, 0.009954255], abs=5e-10)
    w1_slopes = weight_slopes(b1_slopes, inputs)

    def stepped(rows: list[list[float]], slopes: list[list[float]]) -> Matrix:
        flat = []
        for row, row_slopes in zip(rows, slopes, strict=True):
            for x, slope in zip(row, row_slopes, strict=True):
                flat.append(x - rate * slope)
        return as_matrix(as_rows(flat, len(rows[0])))

    new_w1 = to_rows(stepped(w1, w1_slopes))
    new_w2 = to_rows(stepped(w2, w2_slopes))
    assert new_w1[0] == pytest.approx([0.149780716, 0.199561432], abs=5e-10)
    assert new_w1[1] == pytest.approx([0.249751144, 0.299502287], abs=5e-10)
    assert new_w2[0] == pytest.approx([0.358916480, 0.408666186], abs=5e-10)
    assert new_w2[1] == pytest.approx([0.511301270, 0.561370121], abs=5e-10)

    def cost_with(b1: list[float], b2: list[float]) -> float:
        hidden = activate(sigmoid, forward(new_w1, b1, inputs))
        return squared_error(activate(sigmoid, forward(new_w2, b2, hidden)), targets)

    new_b1 = [b - rate * slope for b, slope in zip(b1, b1_slopes, strict=True)]
    new_b2 = [b - rate * slope for b, slope in zip(b2, b2_slopes, strict=True)]
    assert cost_with(b1, b2) == pytest.approx(0.291027774, abs=5e-10)
    assert cost_with(new_b1, new_b2) == pytest.approx(0.280471447, abs=5e-10)


def test_sigmoid_neuron_of_cs231n() -> None:
    zs = forward([[2.0, -3.0]], [-3.0], [-1.0, -2.0])
    slopes = last_deltas([1.0], zs, sigmoid_derivative)
    assert activate(sigmoid, zs) == pytest.approx([0.7310585786], abs=5e-11)
    assert weight_slopes(slopes, [-1.0, -2.0])[0] == pytest.approx(
        [-0.19661, -0.39322], abs=5e-6
    )
    assert slopes == pytest.approx([0.19661], abs=5e-6)
    assert hidden_deltas(slopes, [[2.0, -3.0]], [0.0, 0.0], lambda _: 1.0) == (
        pytest.approx([0.39322, -0.58984], abs=5e-6)
    )


# A 2-3-1 network whose numbers can be worked out by hand.
HAND_WEIGHTS = [[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[1.0, 10.0, 100.0]]]
HAND_BIASES = [[0.5, 0.0, -0.5], [7.0]]
HAND_LAYER_INPUTS = [[1.0, -1.0], [-5.0, -10.0, -15.0]]
HAND_ZS = [[-0.5, -1.0, -1.5], [-1598.0]]


def test_layers_hand_their_activations_on_but_for_the_last() -> None:
    passed = forward_layers(HAND_WEIGHTS, HAND_BIASES, [1.0, -1.0], lambda z: 10 * z)
    assert passed == (HAND_ZS, HAND_LAYER_INPUTS)


def test_slopes_go_back_from_layer_to_layer() -> None:
    slopes = backward_layers(
        [3.0], HAND_WEIGHTS, HAND_ZS, HAND_LAYER_INPUTS, lambda z: 2 * z
    )
    assert slopes == (
        [
            [[-3.0, 3.0], [-60.0, 60.0], [-900.0, 900.0]],
            [[-15.0, -30.0, -45.0]],
        ],
        [[-3.0, -60.0, -900.0], [3.0]],
    )


def test_what_goes_in_and_what_comes_out_are_lists_of_their_own() -> None:
    inputs = [1.0, -1.0]
    _, layer_inputs = forward_layers(HAND_WEIGHTS, HAND_BIASES, inputs, tanh)
    layer_inputs[0][0] = 9.0
    assert inputs == [1.0, -1.0]
    last = [3.0]
    _, all_deltas = backward_layers(
        last, HAND_WEIGHTS, HAND_ZS, HAND_LAYER_INPUTS, tanh_derivative
    )
    all_deltas[-1][0] = 9.0
    assert last == [3.0]


def test_one_layer_is_a_layer() -> None:
    inputs = [1.0, 10.0]
    zs, layer_inputs = forward_layers([W], [[0.5, 0.0, -0.5]], inputs, tanh)
    assert layer_inputs == [inputs]
    assert zs == [forward(W, [0.5, 0.0, -0.5], inputs)]
    last = [1.0, -2.0, 0.5]
    slopes = backward_layers(last, [W], zs, layer_inputs, tanh_derivative)
    assert slopes == ([weight_slopes(last, inputs)], [last])


@few
@given(samples())
def test_layers_are_layers_one_by_one(sample: Sample) -> None:
    zs, layer_inputs = sample.run()
    x = sample.inputs
    for layer, (w, b) in enumerate(zip(sample.weights, sample.biases, strict=True)):
        assert layer_inputs[layer] == x
        assert zs[layer] == forward(w, b, x)
        x = activate(sample.activation, zs[layer])
    assert len(layer_inputs) == len(zs) == len(sample.weights)


@few
@given(samples())
def test_slopes_are_laid_out_like_weights_and_biases(sample: Sample) -> None:
    w_slopes, b_slopes = sample.slopes()
    assert [[len(row) for row in rows] for rows in w_slopes] == [
        [len(row) for row in rows] for rows in sample.weights
    ]
    assert [len(row) for row in b_slopes] == [len(row) for row in sample.biases]


@few
@given(samples(SMOOTH))
def test_slopes_of_any_network_match_central_difference(sample: Sample) -> None:
    w_slopes, b_slopes = sample.slopes()
    holders = [*zip(sample.biases, b_slopes, strict=True)]
    for w, w_slope in zip(sample.weights, w_slopes, strict=True):
        holders.extend(zip(w, w_slope, strict=True))
    for values, slopes in holders:
        for k, before in enumerate(values):

            def along(x: float, values: list[float] = values, k: int = k) -> float:
                values[k] = x
                return sample.cost()

            measured = central_difference(along, before)
            values[k] = before
            assert slopes[k] == pytest.approx(measured, rel=1e-6, abs=1e-7)


def test_mazurs_network_in_one_backward_pass() -> None:
    weights = [[[0.15, 0.20], [0.25, 0.30]], [[0.40, 0.45], [0.50, 0.55]]]
    biases = [[0.35, 0.35], [0.60, 0.60]]
    targets = [0.01, 0.99]
    zs, layer_inputs = forward_layers(weights, biases, [0.05, 0.10], sigmoid)
    outputs = activate(sigmoid, zs[-1])
    last = last_deltas(
        squared_error_derivative(outputs, targets), zs[-1], sigmoid_derivative
    )
    w_slopes, b_slopes = backward_layers(
        last, weights, zs, layer_inputs, sigmoid_derivative
    )
    assert b_slopes[1] == pytest.approx([0.138498562, -0.038098237], abs=5e-10)
    assert b_slopes[0] == pytest.approx([0.008771355, 0.009954254], abs=1e-9)
    expected = [
        [[0.149780716, 0.199561432], [0.249751144, 0.299502287]],
        [[0.358916480, 0.408666186], [0.511301270, 0.561370121]],
    ]
    for layer in range(2):
        for j in range(2):
            stepped = []
            for i in range(2):
                stepped.append(weights[layer][j][i] - 0.5 * w_slopes[layer][j][i])
            assert stepped == pytest.approx(expected[layer][j], abs=5e-10)


W = [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]
RAGGED = [[1.0, 2.0], [3.0], [5.0, 6.0]]
RAGGED_LAST = [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0, 7.0]]
EMPTY_ADVICE = "is empty: give at least one number"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: forward([], [], [1.0]), f"biases {EMPTY_ADVICE}"),
        (lambda: forward([[]], [1.0], []), f"inputs {EMPTY_ADVICE}"),
        (
            lambda: forward(W, [1.0, 2.0], [1.0, 2.0]),
            "weights has length 3, expected 2: one for each entry of biases",
        ),
        (
            lambda: forward(W, [1.0] * 4, [1.0, 2.0]),
            "weights has length 3, expected 4: one for each entry of biases",
        ),
        (
            lambda: forward(W, [1.0] * 3, [1.0]),
            "weights[0] has length 2, expected 1: one for each entry of inputs",
        ),
        (
            lambda: forward(RAGGED, [1.0] * 3, [1.0, 2.0]),
            "weights[1] has length 1, expected 2: one for each entry of inputs",
        ),
        (
            lambda: forward(RAGGED_LAST, [1.0] * 3, [1.0, 2.0]),
            "weights[2] has length 3, expected 2: one for each entry of inputs",
        ),
        (lambda: activate(tanh, []), f"zs {EMPTY_ADVICE}"),
        (lambda: last_deltas([], [], tanh_derivative), f"zs {EMPTY_ADVICE}"),
        (
            lambda: last_deltas([1.0], [1.0, 2.0], tanh_derivative),
            "output_slopes has length 1, expected 2: one for each entry of zs",
        ),
        (
            lambda: last_deltas([1.0] * 3, [1.0, 2.0], tanh_derivative),
            "output_slopes has length 3, expected 2: one for each entry of zs",
        ),
        (lambda: weight_slopes([], [1.0]), f"deltas {EMPTY_ADVICE}"),
        (lambda: weight_slopes([1.0], []), f"inputs {EMPTY_ADVICE}"),
        (
            lambda: hidden_deltas([1.0], [[]], [], tanh_derivative),
            f"zs {EMPTY_ADVICE}",
        ),
        (
            lambda: hidden_deltas([], [], [1.0], tanh_derivative),
            f"next_deltas {EMPTY_ADVICE}",
        ),
        (
            lambda: hidden_deltas([1.0, 2.0], W, [1.0, 2.0], tanh_derivative),
            (
                "next_weights has length 3, expected 2: "
                "one for each entry of next_deltas"
            ),
        ),
        (
            lambda: hidden_deltas([1.0] * 3, W, [1.0], tanh_derivative),
            "next_weights[0] has length 2, expected 1: one for each entry of zs",
        ),
        (
            lambda: hidden_deltas([1.0] * 3, RAGGED, [1.0, 2.0], tanh_derivative),
            "next_weights[1] has length 1, expected 2: one for each entry of zs",
        ),
        (
            lambda: hidden_deltas([1.0] * 3, RAGGED_LAST, [1.0, 2.0], tanh_derivative),
            "next_weights[2] has length 3, expected 2: one for each entry of zs",
        ),
    ],
)
def test_shapes_that_do_not_fit_are_an_error(
    call: Callable[[], object], message: str
) -> None:
    with pytest.raises(ValueError, match=says(message)):
        call()


ONE = [[0.0, 0.0, 0.0]]  # one row of three
NO_LAYER = "weights is empty: give at least one layer"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: forward_layers([], [], [1.0], tanh), NO_LAYER),
        (
            lambda: forward_layers([W], [], [1.0], tanh),
            "biases has length 0, expected 1: one for each entry of weights",
        ),
        (
            lambda: forward_layers([W], [[1.0] * 3, [1.0]], [1.0], tanh),
            "biases has length 2, expected 1: one for each entry of weights",
        ),
        (
            lambda: forward_layers([W], [[1.0] * 3], [], tanh),
            f"inputs {EMPTY_ADVICE}",
        ),
        (
            lambda: forward_layers([W, []], [[1.0] * 3, []], [1.0] * 2, tanh),
            f"biases[1] {EMPTY_ADVICE}",
        ),
        (
            lambda: forward_layers([W], [[1.0] * 3], [1.0] * 3, tanh),
            "weights[0][0] has length 2, expected 3: one for each entry of inputs",
        ),
        (
            lambda: forward_layers([W, ONE], [[1.0] * 3, [1.0] * 2], [1.0] * 2, tanh),
            "weights[1] has length 1, expected 2: one for each entry of biases[1]",
        ),
        (
            lambda: forward_layers([W, W], [[1.0] * 3, [1.0] * 3], [1.0] * 2, tanh),
            "weights[1][0] has length 2, expected 3: one for each entry of biases[0]",
        ),
        (
            lambda: forward_layers(
                [W, ONE, RAGGED], [[1.0] * 3, [1.0], [1.0] * 3], [1.0] * 2, tanh
            ),
            "weights[2][0] has length 2, expected 1: one for each entry of biases[1]",
        ),
    ],
)
def test_layers_that_do_not_fit_are_an_error_forward(
    call: Callable[[], object], message: str
) -> None:
    with pytest.raises(ValueError, match=says(message)):
        call()


def test_layers_are_checked_before_anything_is_computed() -> None:
    def activation(_: float) -> float:
        raise AssertionError

    with pytest.raises(ValueError, match=r"^weights\[1\]\[0\] has length 2"):
        forward_layers([W, W], [[1.0] * 3, [1.0] * 3], [1.0] * 2, activation)


def back(
    weights: list[list[list[float]]],
    layer_inputs: list[list[float]],
    zs: list[list[float]],
    last: list[float],
) -> Callable[[], object]:
    """Return a call of backward_layers with a derivative that must not be called."""

    def derivative(_: float) -> float:
        raise AssertionError

    return lambda: backward_layers(last, weights, zs, layer_inputs, derivative)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (back([], [], [], []), NO_LAYER),
        (
            back([W], [[1.0] * 2, [1.0] * 3], [[1.0] * 3], [1.0] * 3),
            "layer_inputs has length 2, expected 1: one for each entry of weights",
        ),
        (
            back([W], [[1.0] * 2], [], [1.0] * 3),
            "zs has length 0, expected 1: one for each entry of weights",
        ),
        (back([W], [[]], [[1.0] * 3], [1.0] * 3), f"layer_inputs[0] {EMPTY_ADVICE}"),
        (
            back([W, []], [[1.0] * 2, [1.0] * 3], [[1.0] * 3, []], []),
            f"zs[1] {EMPTY_ADVICE}",
        ),
        (
            back([W, ONE], [[1.0] * 2, [1.0] * 2], [[1.0] * 3, [1.0]], [1.0]),
            "layer_inputs[1] has length 2, expected 3: one for each entry of zs[0]",
        ),
        (
            back([W], [[1.0] * 2], [[1.0] * 2], [1.0] * 2),
            "weights[0] has length 3, expected 2: one for each entry of zs[0]",
        ),
        (
            back([W, W], [[1.0] * 2, [1.0] * 3], [[1.0] * 3, [1.0] * 3], [1.0] * 3),
            (
                "weights[1][0] has length 2, expected 3: "
                "one for each entry of layer_inputs[1]"
            ),
        ),
        (
            back([RAGGED_LAST], [[1.0] * 2], [[1.0] * 3], [1.0] * 3),
            (
                "weights[0][2] has length 3, expected 2: "
                "one for each entry of layer_inputs[0]"
            ),
        ),
        (
            back([W, ONE], [[1.0] * 2, [1.0] * 3], [[1.0] * 3, [1.0]], [1.0] * 3),
            "last_deltas has length 3, expected 1: one for each entry of zs[1]",
        ),
    ],
)
def test_layers_that_do_not_fit_are_an_error_backward(
    call: Callable[[], object], message: str
) -> None:
    with pytest.raises(ValueError, match=says(message)):
        call()
