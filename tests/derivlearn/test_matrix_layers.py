"""Layers as products of matrices."""

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from derivlearn import loops
from derivlearn.activations import tanh, tanh_derivative
from derivlearn.matrix import Matrix, from_rows, to_mat, to_rows
from derivlearn.matrix_layers import (
    backward_layers,
    bias_slopes,
    forward,
    forward_layers,
    hidden_deltas,
    last_deltas,
    weight_slopes,
)
from tests.derivlearn.samples import Sample, few, numbers, samples

Array = npt.NDArray[np.float64]


def says(message: str) -> str:
    """Return a pattern for the whole message and nothing else."""
    return f"^{re.escape(message)}$"


def columns(lists: list[list[float]]) -> Matrix:
    """Return a matrix with a column for each list."""
    return Matrix(len(lists[0]), len(lists), [x for numbers in lists for x in numbers])


def as_array(m: Matrix) -> Array:
    """Return a NumPy array of a matrix."""
    return np.array(to_rows(m))


def close(expected: object) -> Any:  # noqa: ANN401 - what pytest.approx gives
    """Return what is equal to 1e-12."""
    return pytest.approx(expected, rel=1e-12, abs=1e-12)


#     1 2         0.5
#     3 4   and   0
#     5 6        -0.5
TALL = from_rows([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
THREE = to_mat([0.5, 0.0, -0.5])
# Two samples.
PAIR = from_rows([[1.0, 10.0], [-1.0, 100.0]])


def test_forward_adds_the_bias_to_each_sample() -> None:
    assert to_rows(forward(TALL, THREE, PAIR)) == [
        [-0.5, 210.5],
        [-1.0, 430.0],
        [-1.5, 649.5],
    ]


def test_slopes_add_up_over_the_samples() -> None:
    deltas = from_rows([[1.0, 2.0], [0.5, -1.0], [0.0, 4.0]])
    assert bias_slopes(deltas) == to_mat([3.0, -0.5, 4.0])
    assert to_rows(weight_slopes(deltas, PAIR)) == [
        [21.0, 199.0],
        [-9.5, -100.5],
        [40.0, 400.0],
    ]


def test_slopes_go_back_through_the_transpose_and_the_activation() -> None:
    zs = from_rows([[1.0, 2.0], [3.0, 4.0]])
    next_deltas = from_rows([[1.0, 0.0], [10.0, 1.0], [100.0, 0.0]])
    slopes = hidden_deltas(next_deltas, TALL, zs, lambda z: 10 * z)
    assert to_rows(slopes) == [[5310.0, 60.0], [19260.0, 160.0]]


@few
@given(samples())
def test_one_sample_has_the_slopes_of_the_loops(sample: Sample) -> None:
    weights = [from_rows(w) for w in sample.weights]
    biases = [to_mat(b) for b in sample.biases]
    zs, layer_inputs = forward_layers(
        weights, biases, to_mat(sample.inputs), sample.activation
    )
    loop_zs, loop_inputs = sample.run()
    assert [m.columns for m in layer_inputs + zs] == [1] * 2 * len(weights)
    for layer in range(len(weights)):
        assert layer_inputs[layer].values == close(loop_inputs[layer])
        assert zs[layer].values == close(loop_zs[layer])

    w_slopes, b_slopes = backward_layers(
        to_mat(sample.last_deltas()), weights, zs, layer_inputs, sample.derivative
    )
    loop_w_slopes, loop_b_slopes = sample.slopes()
    assert len(w_slopes) == len(b_slopes) == len(weights)
    for layer in range(len(weights)):
        assert as_array(w_slopes[layer]) == close(np.array(loop_w_slopes[layer]))
        assert as_array(b_slopes[layer]) == close(np.array([loop_b_slopes[layer]]).T)


@few
@given(samples(), st.data())
def test_many_samples_have_the_sum_of_the_slopes_of_each(
    sample: Sample, data: st.DataObject
) -> None:
    count = data.draw(st.integers(1, 4), label="samples")
    many = [data.draw(numbers(len(sample.inputs))) for _ in range(count)]
    last = [data.draw(numbers(len(sample.biases[-1]))) for _ in range(count)]
    weights = [from_rows(w) for w in sample.weights]
    biases = [to_mat(b) for b in sample.biases]
    zs, layer_inputs = forward_layers(weights, biases, columns(many), sample.activation)
    w_slopes, b_slopes = backward_layers(
        columns(last), weights, zs, layer_inputs, sample.derivative
    )
    w_sums = [np.zeros((w.rows, w.columns)) for w in weights]
    b_sums = [np.zeros((b.rows, 1)) for b in biases]
    for inputs, slopes in zip(many, last, strict=True):
        one = loops.forward_layers(
            sample.weights, sample.biases, inputs, sample.activation
        )
        back = loops.backward_layers(slopes, sample.weights, *one, sample.derivative)
        for layer in range(len(weights)):
            w_sums[layer] += np.array(back[0][layer])
            b_sums[layer] += np.array([back[1][layer]]).T
    for layer in range(len(weights)):
        assert as_array(w_slopes[layer]) == close(w_sums[layer])
        assert as_array(b_slopes[layer]) == close(b_sums[layer])


@few
@given(samples(), st.data())
def test_layers_are_what_numpy_makes_of_the_formulas(
    sample: Sample, data: st.DataObject
) -> None:
    count = data.draw(st.integers(1, 4), label="samples")
    many = columns([data.draw(numbers(len(sample.inputs))) for _ in range(count)])
    last = columns([data.draw(numbers(len(sample.biases[-1]))) for _ in range(count)])
    zs, layer_inputs = forward_layers(
        [from_rows(w) for w in sample.weights],
        [to_mat(b) for b in sample.biases],
        many,
        sample.activation,
    )
    w_slopes, b_slopes = backward_layers(
        last,
        [from_rows(w) for w in sample.weights],
        zs,
        layer_inputs,
        sample.derivative,
    )

    sigma = np.vectorize(sample.activation, otypes=[float])
    sigma_slope = np.vectorize(sample.derivative, otypes=[float])
    weights = [np.array(w) for w in sample.weights]
    x = [as_array(many)]
    z = []
    for layer, w in enumerate(weights):
        z.append(w @ x[layer] + np.array([sample.biases[layer]]).T)
        x.append(sigma(z[layer]))
    delta = as_array(last)
    for layer in reversed(range(len(weights))):
        assert as_array(zs[layer]) == close(z[layer])
        assert as_array(w_slopes[layer]) == close(delta @ x[layer].T)
        assert as_array(b_slopes[layer]) == close(delta.sum(axis=1, keepdims=True))
        if layer > 0:
            delta = (weights[layer].T @ delta) * sigma_slope(z[layer - 1])


def zeros(rows: int, columns: int) -> Matrix:
    """Return a matrix whose shape is all that matters."""
    return Matrix(rows, columns, [0.0] * (rows * columns))


def ahead(
    weights: list[Matrix], biases: list[Matrix], inputs: Matrix
) -> Callable[[], object]:
    """Return a call of forward_layers with an activation that must not be called."""

    def activation(_: float) -> float:
        raise AssertionError

    return lambda: forward_layers(weights, biases, inputs, activation)


def back(
    weights: list[Matrix], layer_inputs: list[Matrix], zs: list[Matrix], last: Matrix
) -> Callable[[], object]:
    """Return a call of backward_layers with a derivative that must not be called."""

    def derivative(_: float) -> float:
        raise AssertionError

    return lambda: backward_layers(last, weights, zs, layer_inputs, derivative)


def a_good_network() -> tuple[list[Matrix], list[Matrix]]:
    """Return weights and biases of a 2-3-1 network."""
    return [zeros(3, 2), zeros(1, 3)], [zeros(3, 1), zeros(1, 1)]


WEIGHTS, BIASES = a_good_network()
INPUTS = [zeros(2, 5), zeros(3, 5)]
ZS = [zeros(3, 5), zeros(1, 5)]
NO_LAYER = "weights is empty: give at least one layer"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: forward(zeros(3, 2), zeros(3, 1), zeros(3, 4)),
            "inputs is 3×4, expected 2×4: a row for each column of weights",
        ),
        (
            lambda: forward(zeros(3, 2), zeros(2, 1), zeros(2, 4)),
            "biases is 2×1, expected 3×1: a row for each row of weights",
        ),
        (
            lambda: forward(zeros(3, 2), zeros(3, 4), zeros(2, 4)),
            "biases is 3×4, expected 3×1: a row for each row of weights",
        ),
        (
            lambda: last_deltas(zeros(3, 4), zeros(2, 4), tanh_derivative),
            "output_slopes is 3×4, expected 2×4: one for each entry of zs",
        ),
        (
            lambda: last_deltas(zeros(2, 1), zeros(2, 4), tanh_derivative),
            "output_slopes is 2×1, expected 2×4: one for each entry of zs",
        ),
        (
            lambda: weight_slopes(zeros(3, 4), zeros(2, 5)),
            "inputs is 2×5, expected 2×4: a column for each column of deltas",
        ),
        (
            lambda: hidden_deltas(
                zeros(3, 4), zeros(3, 2), zeros(3, 4), tanh_derivative
            ),
            "zs is 3×4, expected 2×4: a row for each column of next_weights",
        ),
        (
            lambda: hidden_deltas(
                zeros(2, 4), zeros(3, 2), zeros(2, 4), tanh_derivative
            ),
            (
                "next_deltas is 2×4, expected 3×4: "
                "a row for each row of next_weights, a column for each column of zs"
            ),
        ),
        (
            lambda: hidden_deltas(
                zeros(3, 1), zeros(3, 2), zeros(2, 4), tanh_derivative
            ),
            (
                "next_deltas is 3×1, expected 3×4: "
                "a row for each row of next_weights, a column for each column of zs"
            ),
        ),
        (lambda: forward_layers([], [], zeros(2, 1), tanh), NO_LAYER),
        (
            ahead(WEIGHTS, BIASES[:1], zeros(2, 5)),
            "biases has length 1, expected 2: one for each entry of weights",
        ),
        (
            ahead([zeros(3, 2), zeros(1, 2)], BIASES, zeros(2, 5)),
            "weights[1] is 1×2, expected 1×3: a column for each row of weights[0]",
        ),
        (
            ahead(
                [zeros(3, 2), zeros(1, 3), zeros(3, 2)],
                [*BIASES, zeros(3, 1)],
                zeros(2, 5),
            ),
            "weights[2] is 3×2, expected 3×1: a column for each row of weights[1]",
        ),
        (
            ahead(WEIGHTS, BIASES, zeros(3, 5)),
            "inputs is 3×5, expected 2×5: a row for each column of weights[0]",
        ),
        (
            ahead(WEIGHTS, [zeros(3, 1), zeros(3, 1)], zeros(2, 5)),
            "biases[1] is 3×1, expected 1×1: a row for each row of weights[1]",
        ),
        (
            ahead(WEIGHTS, [zeros(3, 2), zeros(1, 1)], zeros(2, 5)),
            "biases[0] is 3×2, expected 3×1: a row for each row of weights[0]",
        ),
        (back([], [], [], zeros(1, 1)), NO_LAYER),
        (
            back([zeros(3, 2), zeros(1, 2)], INPUTS, ZS, zeros(1, 5)),
            "weights[1] is 1×2, expected 1×3: a column for each row of weights[0]",
        ),
        (
            back(WEIGHTS, [*INPUTS, zeros(1, 5)], ZS, zeros(1, 5)),
            "layer_inputs has length 3, expected 2: one for each entry of weights",
        ),
        (
            back(WEIGHTS, INPUTS, ZS[1:], zeros(1, 5)),
            "zs has length 1, expected 2: one for each entry of weights",
        ),
        (
            back(WEIGHTS, [zeros(2, 5), zeros(2, 5)], ZS, zeros(1, 5)),
            (
                "layer_inputs[1] is 2×5, expected 3×5: a row for each column of "
                "weights[1], a column for each of layer_inputs[0]"
            ),
        ),
        (
            back(WEIGHTS, INPUTS, [zeros(2, 5), zeros(1, 5)], zeros(1, 5)),
            (
                "zs[0] is 2×5, expected 3×5: a row for each row of weights[0], "
                "a column for each of layer_inputs[0]"
            ),
        ),
        (
            back(WEIGHTS, INPUTS, [zeros(3, 5), zeros(1, 4)], zeros(1, 5)),
            (
                "zs[1] is 1×4, expected 1×5: a row for each row of weights[1], "
                "a column for each of layer_inputs[0]"
            ),
        ),
        (
            back(WEIGHTS, INPUTS, ZS, zeros(1, 1)),
            (
                "last_deltas is 1×1, expected 1×5: a row for each row of weights[1], "
                "a column for each of layer_inputs[0]"
            ),
        ),
        (
            back(WEIGHTS, INPUTS, ZS, zeros(3, 5)),
            (
                "last_deltas is 3×5, expected 1×5: a row for each row of weights[1], "
                "a column for each of layer_inputs[0]"
            ),
        ),
    ],
)
def test_shapes_that_do_not_fit_are_an_error(
    call: Callable[[], object], message: str
) -> None:
    with pytest.raises(ValueError, match=says(message)):
        call()
