"""What is of the wrong kind is refused in words of our own, by every plain function."""

import inspect
import math
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from derivlearn import (
    activations,
    autograd,
    chain,
    costs,
    loops,
    matrix,
    matrix_layers,
    numeric,
)
from derivlearn._inner import checks
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.check import gradient_check
from derivlearn.matrix import Matrix
from derivlearn.network import Network
from derivlearn.tensor import Tensor

Given = Any  # right or wrong
NESTED: Given = [[1, 2]]
Call = tuple[Callable[..., object], list[Given]]

COLUMN = Matrix(2, 1, [0.25, 0.75])
SQUARE = Matrix(2, 2, [1.0, 0.0, 0.0, 1.0])
ROWS = [[1.0, 0.5], [0.5, 1.0]]
HALVES = [0.25, 0.75]
NETWORK = Network([2, 2], activation="sigmoid", cost="squared_error", seed=1)

# A call that is right, of each public function whose arguments are looked at.
RIGHT: list[Call] = [
    (numeric.forward_difference, [sigmoid, 0.5]),
    (numeric.central_difference, [sigmoid, 0.5]),
    (numeric.careful_difference, [sigmoid, 0.5]),
    (numeric.numeric_gradient, [lambda xs: xs[0], [0.5]]),
    (activations.sigmoid, [0.5]),
    (activations.sigmoid_derivative, [0.5]),
    (activations.tanh, [0.5]),
    (activations.tanh_derivative, [0.5]),
    (activations.relu, [0.5]),
    (activations.relu_derivative, [0.5]),
    (activations.softmax, [HALVES]),
    (activations.softmax_derivative, [HALVES]),
    (costs.squared_error, [HALVES, HALVES]),
    (costs.squared_error_derivative, [HALVES, HALVES]),
    (costs.binary_cross_entropy, [HALVES, HALVES]),
    (costs.binary_cross_entropy_derivative, [HALVES, HALVES]),
    (costs.sigmoid_binary_cross_entropy, [HALVES, HALVES]),
    (costs.sigmoid_binary_cross_entropy_derivative, [HALVES, HALVES]),
    (costs.cross_entropy, [HALVES, HALVES]),
    (costs.cross_entropy_derivative, [HALVES, HALVES]),
    (costs.softmax_cross_entropy, [HALVES, HALVES]),
    (costs.softmax_cross_entropy_derivative, [HALVES, HALVES]),
    (chain.composite, [[(sigmoid, sigmoid_derivative)], 0.5]),
    (chain.trace, [[(sigmoid, sigmoid_derivative)], 0.5]),
    (chain.chain_slope, [[(sigmoid, sigmoid_derivative)], 0.5]),
    (loops.forward, [ROWS, HALVES, HALVES]),
    (loops.activate, [sigmoid, HALVES]),
    (loops.last_deltas, [HALVES, HALVES, sigmoid]),
    (loops.hidden_deltas, [HALVES, ROWS, HALVES, sigmoid]),
    (loops.bias_slopes, [HALVES]),
    (loops.weight_slopes, [HALVES, HALVES]),
    (loops.forward_layers, [[ROWS], [HALVES], HALVES, sigmoid]),
    (loops.backward_layers, [HALVES, [ROWS], [HALVES], [HALVES], sigmoid]),
    (matrix.to_mat, [HALVES]),
    (matrix.from_rows, [ROWS]),
    (matrix.to_rows, [SQUARE]),
    (matrix.transpose, [SQUARE]),
    (matrix.mul_mat, [SQUARE, COLUMN]),
    (matrix.add_mat, [SQUARE, SQUARE]),
    (matrix.mul_entries, [SQUARE, SQUARE]),
    (matrix.map_mat, [sigmoid, SQUARE]),
    (matrix.ones, [2, 3]),
    (matrix_layers.forward, [SQUARE, COLUMN, COLUMN]),
    (matrix_layers.last_deltas, [COLUMN, COLUMN, sigmoid]),
    (matrix_layers.hidden_deltas, [COLUMN, SQUARE, COLUMN, sigmoid]),
    (matrix_layers.bias_slopes, [COLUMN]),
    (matrix_layers.weight_slopes, [COLUMN, COLUMN]),
    (matrix_layers.forward_layers, [[SQUARE], [COLUMN], COLUMN, sigmoid]),
    (
        matrix_layers.backward_layers,
        [COLUMN, [SQUARE], [COLUMN], [COLUMN], sigmoid],
    ),
]
# A stage's x is handed on to the stage, which looks at it by itself.
HANDED_ON = {chain.composite: {"x"}, chain.trace: {"x"}, chain.chain_slope: {"x"}}


def strangers(value: Given) -> list[Given]:
    """Return what is of another kind than a right argument."""
    every: list[Given] = [None, "0.5", 0.5, np.array(0.5), [0.5], sigmoid, COLUMN]
    if callable(value):
        return [one for one in every if not callable(one)]
    if isinstance(value, Matrix):
        return [one for one in every if not isinstance(one, Matrix)]
    if isinstance(value, list):
        others = [None, "0.5", 0.5, sigmoid, COLUMN, range(2)]
        return [*others, np.array([0.25, 0.75]), np.array([[0.5]]), np.array([0.0])]
    if isinstance(value, int):
        return [one for one in every if one is not value]
    return [None, "0.5", [0.5], sigmoid, COLUMN, np.array([0.25, 0.75]), 1j]


def wrong_calls() -> list[Given]:
    """Return each right call with one argument that is of another kind."""
    cases = []
    for function, given in RIGHT:
        names = list(inspect.signature(function).parameters)
        for k, value in enumerate(given):
            if names[k] in HANDED_ON.get(function, ()):
                continue
            for stranger in strangers(value):
                wrong = [*given[:k], stranger, *given[k + 1 :]]
                where = f"{function.__module__}.{function.__name__}"
                kind = type(stranger).__name__
                cases.append(
                    pytest.param(function, wrong, names[k], id=f"{where} {k} {kind}")
                )
    return cases


def test_every_public_function_that_looks_at_its_arguments_is_here() -> None:
    known = {function for function, _ in RIGHT}
    left_out = {"entry"}  # r and c are what Python takes for places; see below
    for module in (activations, chain, costs, loops, matrix, matrix_layers, numeric):
        for name, function in inspect.getmembers(module, inspect.isfunction):
            ours = function.__module__ == module.__name__
            if ours and not name.startswith("_") and name not in left_out:
                assert function in known, name


@pytest.mark.parametrize(("function", "given"), RIGHT)
def test_the_right_call_is_right(
    function: Callable[..., object], given: list[Given]
) -> None:
    function(*given)


@pytest.mark.parametrize(("function", "given", "name"), wrong_calls())
def test_another_kind_is_a_type_error_that_names_the_argument(
    function: Callable[..., object], given: list[Given], name: str
) -> None:
    with pytest.raises(TypeError, match=rf"^{name}(\[\d+\])* is "):
        function(*given)


@pytest.mark.parametrize("values", [np.array([0.0]), np.array([0.25, 0.75])])
@pytest.mark.parametrize(
    ("function", "given"),
    [call for call in RIGHT if any(isinstance(one, list) for one in call[1])],
)
def test_an_array_is_refused_whatever_it_holds_and_the_way_out_is_named(
    function: Callable[..., object], given: list[Given], values: Given
) -> None:
    for k, value in enumerate(given):
        if isinstance(value, list):
            with pytest.raises(TypeError, match=r"which is no list: give .*tolist\(\)"):
                function(*given[:k], values, *given[k + 1 :])


def test_numbers_of_numpy_are_numbers() -> None:
    halves: list[Given] = [np.float64(0.5), np.float32(0.5), np.array(0.5)]
    for number in halves:
        assert sigmoid(number) == sigmoid(0.5)
        assert costs.squared_error([number], [0.0]) == 0.125
        assert numeric.central_difference(sigmoid, number) == pytest.approx(0.235, 1e-3)
        assert matrix.to_mat([number]) == matrix.to_mat([0.5])
    two: Given = np.int64(2)
    assert sigmoid(two) == sigmoid(2)


def test_an_int_beyond_every_float_is_told_from_a_number() -> None:
    with pytest.raises(ValueError, match=r"^z is an int that is too large for a float"):
        sigmoid(10**400)
    with pytest.raises(ValueError, match=r"^a\[0\] is an int that is too large"):
        costs.squared_error([10**400], [0.0])


def test_a_list_of_rows_is_no_column() -> None:
    message = (
        r"^values\[0\] is \[1, 2\], which is no number: a list of rows is for from_"
    )
    rows: Given = [[1, 2], [3, 4]]
    with pytest.raises(TypeError, match=message):
        matrix.to_mat(rows)
    with pytest.raises(TypeError, match=message):
        Matrix(2, 1, rows)


def test_exchanged_arguments_are_told_by_their_names() -> None:
    f: Given = sigmoid
    x: Given = 0.5
    xs: Given = [0.5]
    with pytest.raises(TypeError, match=r"^f is 0\.5, which is no function"):
        numeric.forward_difference(x, f)
    with pytest.raises(TypeError, match=r"^f is \[0\.5\], which is no function"):
        numeric.numeric_gradient(xs, f)
    with pytest.raises(TypeError, match=r"^activation is \[0\.5\], which is no func"):
        loops.activate(xs, f)
    with pytest.raises(TypeError, match=r"^stages is 0\.5, which is no list"):
        chain.composite(x, f)


def test_what_a_function_gives_has_to_be_a_number() -> None:
    wrong: Given = lambda _: "0.5"  # noqa: E731
    with pytest.raises(TypeError, match=r"^f gives '0\.5' at x = "):
        numeric.central_difference(wrong, 0.5)
    with pytest.raises(TypeError, match=r"^f gives '0\.5' at xs\[0\] = "):
        numeric.numeric_gradient(wrong, [0.5])


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: loops.weight_slopes(NESTED, [2]), "deltas"),
        (lambda: loops.weight_slopes([2], NESTED), "inputs"),
        (lambda: loops.bias_slopes(NESTED), "deltas"),
        (lambda: loops.forward([[1.0]], NESTED, [1.0]), "biases"),
        (lambda: loops.forward([[1.0]], [1.0], NESTED), "inputs"),
        (lambda: loops.activate(abs, NESTED), "zs"),
        (lambda: matrix.from_rows([NESTED]), "rows[0]"),
        (lambda: costs.squared_error(NESTED, [1.0]), "a"),
    ],
)
def test_a_list_of_lists_is_no_list_of_numbers(
    call: Callable[[], object], name: str
) -> None:
    # Python would repeat a list that is multiplied by 2.
    message = f"{name}[0] is [1, 2], which is no number: give {name} as one list"
    with pytest.raises(TypeError, match=f"^{re.escape(message)}"):
        call()


def test_an_entry_is_one_of_a_matrix() -> None:
    with pytest.raises(TypeError, match=r"^a is \[\[1\]\], which is no Matrix"):
        matrix.entry([[1]], 0, 0)  # type: ignore[arg-type]
    nothing: Given = None
    with pytest.raises(TypeError, match=r"^values\[0\] is None, which is no number"):
        matrix.Matrix(1, 1, [nothing])


def of_length(count: int) -> str:
    """Return a text that is written with so many characters."""
    return "a" * (count - 2)


class TwoLines:
    """What is written on two lines."""

    def __repr__(self) -> str:
        """Two lines."""
        return "one\ntwo"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3, "3"),
        (of_length(60), repr(of_length(60))),
        (of_length(61), "a str"),
        (TwoLines(), "a TwoLines"),
        (object(), "a object"),
    ],
)
def test_a_message_shows_what_fits_on_a_line(value: object, text: str) -> None:
    assert checks.shown(value) == text


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (3, "deltas is 3, which is no list: give a list"),
        ({1: 2}, "deltas is {1: 2}, which is no list: give a list"),
        (
            np.array([1.0]),
            "deltas is array([1.]), which is no list: give deltas.tolist()",
        ),
        (np.float64(3), "deltas is np.float64(3.0), which is no list: give a list"),
    ],
)
def test_what_to_give_instead_of_what_is_no_list(values: Given, message: str) -> None:
    # The first versions of NumPy that fit write a number as it is.
    with pytest.raises(TypeError) as caught:
        loops.bias_slopes(values)
    assert str(caught.value).replace("is 3.0,", "is np.float64(3.0),") == message


# Calls that are wrong, and what is told of them.
TOLD: list[tuple[Callable[..., object], list[Given], str]] = [
    (Matrix, [1, 1, 3], "values is 3, which is no list: give a list"),
    (Matrix, [1, 1, []], "values is empty: give at least one value"),
    (
        Matrix,
        [1, 1, [[1]]],
        "values[0] is [1], which is no number: a list of rows is for from_rows",
    ),
    (
        Matrix,
        [1, 1, [np.array([1.0, 2.0])]],
        "values[0] is array([1., 2.]), which is no number: a list of rows",
    ),
    (Matrix, [1.5, 1, [1]], "rows is 1.5: give a whole number"),
    (
        matrix.transpose,
        [[1]],
        "a is [1], which is no Matrix: make one with to_mat or from_rows",
    ),
    (
        matrix_layers.forward_layers,
        [[7], [COLUMN], COLUMN, sigmoid],
        "weights[0] is 7, which is no Matrix: make one with to_mat or from_rows",
    ),
    (
        matrix_layers.forward_layers,
        [[SQUARE, 7], [COLUMN, COLUMN], COLUMN, sigmoid],
        "weights[1] is 7, which is no Matrix: make one with to_mat or from_rows",
    ),
    (
        matrix_layers.backward_layers,
        [COLUMN, [SQUARE], [COLUMN], [7], sigmoid_derivative],
        "layer_inputs[0] is 7, which is no Matrix: make one with to_mat",
    ),
    (loops.forward, [3, HALVES, HALVES], "weights is 3, which is no list: give a list"),
    (
        loops.forward,
        [[3, 4], HALVES, HALVES],
        "weights[0] is 3, which is no list: give a list",
    ),
    (numeric.central_difference, [str, 0.5], "it has to give a number"),
    (gradient_check, [3, [1.0], [1.0]], "cost is 3, which is no function"),
    (costs.squared_error, [[0.5, math.inf], HALVES], "a[1] = inf is not finite"),
    (NETWORK.weights.__getitem__, ["a"], "weights['a']: a layer is one whole number"),
    (
        Tensor.__matmul__,
        [Tensor([[1.0, 2.0]]), Tensor([[1.0, 2.0]])],
        "(1, 2) @ (1, 2): the left one needs a column for each row",
    ),
]


@pytest.mark.parametrize(("function", "given", "told"), TOLD)
def test_a_message_names_the_argument_and_what_to_do(
    function: Callable[..., object], given: list[Given], told: str
) -> None:
    with pytest.raises((TypeError, ValueError), match=re.escape(told)):
        function(*given)


@pytest.mark.parametrize("n", [1, 3, 5, -1, -3])
def test_a_negative_number_has_odd_powers(n: int) -> None:
    assert (autograd.Value(-2.0) ** n).data == (-2.0) ** n
    assert (Tensor(-2.0) ** n).data == (-2.0) ** n
