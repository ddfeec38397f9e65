"""Costs and their derivatives."""

import math
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derivlearn.activations import sigmoid, sigmoid_derivative, softmax
from derivlearn.costs import (
    TARGET_TOLERANCE,
    binary_cross_entropy,
    binary_cross_entropy_derivative,
    cross_entropy,
    cross_entropy_derivative,
    sigmoid_binary_cross_entropy,
    sigmoid_binary_cross_entropy_derivative,
    softmax_cross_entropy,
    softmax_cross_entropy_derivative,
    squared_error,
    squared_error_derivative,
)
from derivlearn.numeric import numeric_gradient

Pairs = tuple[list[float], list[float]]
Function = Callable[[list[float], list[float]], object]

SQUARED = [squared_error, squared_error_derivative]
BINARY = [binary_cross_entropy, binary_cross_entropy_derivative]
SHARED = [cross_entropy, cross_entropy_derivative]
BINARY_FROM_Z = [sigmoid_binary_cross_entropy, sigmoid_binary_cross_entropy_derivative]
SHARED_FROM_Z = [softmax_cross_entropy, softmax_cross_entropy_derivative]
FROM_A: list[Function] = [*SQUARED, *BINARY, *SHARED]
FROM_Z: list[Function] = [*BINARY_FROM_Z, *SHARED_FROM_Z]
EVERY = [*((one, "a") for one in FROM_A), *((one, "zs") for one in FROM_Z)]
# What to use where an output is rounded to 0 or 1.
STAY_INSIDE = [
    (binary_cross_entropy, "sigmoid_binary_cross_entropy"),
    (binary_cross_entropy_derivative, "sigmoid_binary_cross_entropy_derivative"),
    (cross_entropy, "softmax_cross_entropy"),
    (cross_entropy_derivative, "softmax_cross_entropy_derivative"),
]

# Correction 1 of the book.
OUTPUTS = [0.7, 0.2, 0.6]
TARGETS = [1.0, 0.0, 0.0]


def says(message: str) -> str:
    """Return a pattern for the whole message and nothing else."""
    return f"^{re.escape(message)}$"


def pairs(a: st.SearchStrategy[float], y: st.SearchStrategy[float]) -> "Strategy":
    """Return two lists of one length."""
    return st.lists(st.tuples(a, y), min_size=1, max_size=5).map(
        lambda drawn: ([pair[0] for pair in drawn], [pair[1] for pair in drawn])
    )


def shares(weights: list[float]) -> list[float]:
    """Return the weights, scaled to add up to 1."""
    total = math.fsum(weights)
    return [weight / total for weight in weights]


Strategy = st.SearchStrategy[Pairs]

moderate = st.floats(-10, 10)
inside = st.floats(0.01, 0.99)
probability = st.floats(0, 1)


@given(pairs(moderate, moderate))
def test_squared_error_derivative_matches_numeric_gradient(ay: Pairs) -> None:
    a, y = ay
    measured = numeric_gradient(lambda a: squared_error(a, y), a)
    assert squared_error_derivative(a, y) == pytest.approx(measured, abs=1e-7)


@given(pairs(inside, probability))
def test_binary_cross_entropy_derivative_matches_numeric_gradient(ay: Pairs) -> None:
    a, y = ay
    measured = numeric_gradient(lambda a: binary_cross_entropy(a, y), a)
    slopes = binary_cross_entropy_derivative(a, y)
    assert slopes == pytest.approx(measured, rel=1e-4, abs=1e-6)


@given(pairs(inside, inside))
def test_cross_entropy_derivative_matches_numeric_gradient(ay: Pairs) -> None:
    a, y = ay[0], shares(ay[1])
    measured = numeric_gradient(lambda a: cross_entropy(a, y), a)
    slopes = cross_entropy_derivative(a, y)
    assert slopes == pytest.approx(measured, rel=1e-4, abs=1e-6)


@given(pairs(moderate, probability))
def test_the_slope_to_z_goes_through_the_sigmoid(zy: Pairs) -> None:
    zs, y = zy

    def cost(zs: list[float]) -> float:
        return binary_cross_entropy([sigmoid(z) for z in zs], y)

    slopes = sigmoid_binary_cross_entropy_derivative(zs, y)
    assert slopes == pytest.approx(numeric_gradient(cost, zs), rel=1e-6, abs=1e-7)


@given(pairs(moderate, inside).filter(lambda zy: len(zy[0]) > 1))
def test_the_slope_to_z_goes_through_softmax(zy: Pairs) -> None:
    zs, y = zy[0], shares(zy[1])

    def cost(zs: list[float]) -> float:
        return cross_entropy(softmax(zs), y)

    slopes = softmax_cross_entropy_derivative(zs, y)
    assert slopes == pytest.approx(numeric_gradient(cost, zs), rel=1e-6, abs=1e-7)


def test_squared_error_is_half_the_sum_of_squares() -> None:
    assert squared_error([3.0, -1.0], [1.0, 0.5]) == 3.125
    assert squared_error([2.0], [2.0]) == 0.0
    assert squared_error_derivative([3.0, -1.0], [1.0, 0.5]) == [2.0, -1.5]


def test_squared_error_of_mazurs_network() -> None:
    cost = squared_error([0.751365070, 0.772928465], [0.01, 0.99])
    assert cost == pytest.approx(0.298371109, abs=1e-9)


def test_cross_entropy_of_a_coin_is_ln_2() -> None:
    ln2 = pytest.approx(0.6931471805599453, rel=1e-15)
    assert binary_cross_entropy([0.5], [1.0]) == ln2
    assert binary_cross_entropy([0.5], [0.0]) == ln2
    assert binary_cross_entropy([0.5], [0.25]) == ln2
    assert cross_entropy([0.5, 0.5], [1.0, 0.0]) == ln2


def test_binary_cross_entropy_counts_every_output() -> None:
    expected = -(math.log(0.7) + math.log(0.8) + math.log(0.4))
    assert binary_cross_entropy(OUTPUTS, TARGETS) == pytest.approx(expected, rel=1e-15)


def test_cross_entropy_weighs_every_output() -> None:
    expected = -(0.2 * math.log(0.5) + 0.3 * math.log(0.4) + 0.5 * math.log(0.1))
    cost = cross_entropy([0.5, 0.4, 0.1], [0.2, 0.3, 0.5])
    assert cost == pytest.approx(expected, rel=1e-15)


def test_true_slopes_of_binary_cross_entropy_are_not_a_minus_y() -> None:
    slopes = binary_cross_entropy_derivative(OUTPUTS, TARGETS)
    assert slopes == pytest.approx([-1.4286, 1.25, 2.5], abs=5e-5)
    zs = [math.log(a / (1 - a)) for a in OUTPUTS]
    short = sigmoid_binary_cross_entropy_derivative(zs, TARGETS)
    assert short == pytest.approx([-0.3, 0.2, 0.6], rel=1e-14)


def test_short_form_times_the_sigmoids_slope_descends_squared_error() -> None:
    zs = [math.log(a / (1 - a)) for a in OUTPUTS]
    short = sigmoid_binary_cross_entropy_derivative(zs, TARGETS)
    recipe = [slope * sigmoid_derivative(z) for slope, z in zip(short, zs, strict=True)]
    measured = numeric_gradient(
        lambda zs: squared_error([sigmoid(z) for z in zs], TARGETS), zs
    )
    assert recipe == pytest.approx([-0.063, 0.032, 0.144], rel=1e-12)
    assert recipe == pytest.approx(measured, rel=1e-8)


def test_softmax_slopes_of_the_corrections() -> None:
    slopes = softmax_cross_entropy_derivative([-1.0, 0.5, -2.0], [0.0, 1.0, 0.0])
    assert slopes == pytest.approx([0.171, -0.234, 0.063], abs=5e-4)


def test_true_slopes_of_cross_entropy_look_only_at_the_targets() -> None:
    slopes = cross_entropy_derivative([0.5, 0.25, 0.25], [0.0, 1.0, 0.0])
    assert slopes == [0.0, -4.0, 0.0]
    assert cross_entropy_derivative([0.5, 0.4], [0.25, 0.75]) == [-0.5, -1.875]


def test_cross_entropies_stay_finite_close_to_the_edge() -> None:
    tiny = 5e-324
    almost = 1 - 2.0**-53
    assert binary_cross_entropy([tiny], [1.0]) == pytest.approx(744.44, abs=0.01)
    assert binary_cross_entropy([tiny], [0.0]) == tiny
    assert binary_cross_entropy([almost], [0.0]) == pytest.approx(36.74, abs=0.01)
    assert cross_entropy([tiny, 0.5], [1.0, 0.0]) == pytest.approx(744.44, abs=0.01)
    assert binary_cross_entropy_derivative([tiny], [0.0]) == [1.0]
    assert binary_cross_entropy_derivative([almost], [0.0]) == [2.0**53]
    assert cross_entropy_derivative([tiny, 0.5], [0.0, 1.0]) == [0.0, -2.0]


def test_binary_cross_entropy_keeps_its_digits_close_to_0() -> None:
    assert binary_cross_entropy([1e-20], [0.0]) == 1e-20


@given(pairs(moderate, probability))
def test_from_z_it_is_the_cost_of_the_sigmoids(zy: Pairs) -> None:
    zs, y = zy
    cost = binary_cross_entropy([sigmoid(z) for z in zs], y)
    assert sigmoid_binary_cross_entropy(zs, y) == pytest.approx(cost, rel=1e-11)


@given(pairs(moderate, inside).filter(lambda zy: len(zy[0]) > 1))
def test_from_z_it_is_the_cost_of_softmax(zy: Pairs) -> None:
    zs, y = zy[0], shares(zy[1])
    cost = cross_entropy(softmax(zs), y)
    assert softmax_cross_entropy(zs, y) == pytest.approx(cost, rel=1e-11)


def test_from_z_no_digit_is_lost_where_an_output_is_rounded_to_0_or_1() -> None:
    """ln(1 + e⁻ᶻ) is e⁻ᶻ to the last digit for a z this large."""
    assert sigmoid_binary_cross_entropy([37.0], [1]) == pytest.approx(math.exp(-37))
    assert sigmoid_binary_cross_entropy([-700.0], [0]) == pytest.approx(math.exp(-700))
    assert sigmoid_binary_cross_entropy([800.0], [0]) == 800.0
    for zs, y in (([40.0, 0.0], [1.0, 0.0]), ([0.0, 40.0], [0.0, 1.0])):
        assert softmax_cross_entropy(zs, y) == pytest.approx(math.exp(-40))
    assert softmax_cross_entropy([800.0, 0.0], [0.0, 1.0]) == 800.0
    assert sigmoid_binary_cross_entropy_derivative([800.0, -800.0], [0, 1]) == [1, -1]
    assert softmax_cross_entropy_derivative([800.0, 0.0], [0, 1]) == [1, -1]


@pytest.mark.parametrize(("function", "name"), EVERY)
def test_lengths_that_differ_are_an_error(function: Function, name: str) -> None:
    message = f"{name} has 3 entries and y has 2: give one target for each output"
    with pytest.raises(ValueError, match=says(message)):
        function([0.5, 0.5, 0.5], [0.5, 0.5])


@pytest.mark.parametrize(("function", "name"), EVERY)
def test_no_outputs_are_an_error(function: Function, name: str) -> None:
    message = says(f"{name} is empty: give at least one number")
    with pytest.raises(ValueError, match=message):
        function([], [])


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize(("function", "name"), EVERY)
def test_what_is_not_finite_is_an_error(
    function: Function, name: str, value: float
) -> None:
    advice = "is not finite: look at the step that computed it"
    with pytest.raises(ValueError, match=says(f"{name}[1] = {value!r} {advice}")):
        function([0.5, value], [0.0, 1.0])
    with pytest.raises(ValueError, match=says(f"y[0] = {value!r} {advice}")):
        function([0.5, 0.5], [value, 1.0])


@pytest.mark.parametrize("target", [-5e-324, -1.0, 1 + 2.0**-52, 2.0])
@pytest.mark.parametrize("function", [*BINARY, *SHARED, *FROM_Z])
def test_a_target_that_is_no_probability_is_an_error(
    function: Function, target: float
) -> None:
    message = says(
        f"y[1] = {target!r} is not from 0 to 1: "
        "a target of cross-entropy is a probability"
    )
    with pytest.raises(ValueError, match=message):
        function([0.5, 0.5], [0.0, target])


@pytest.mark.parametrize("function", [*SHARED, *SHARED_FROM_Z])
def test_targets_of_softmax_that_do_not_add_up_to_1_are_an_error(
    function: Function,
) -> None:
    message = says("y adds up to 1.5, not to 1: divide each target by their sum")
    with pytest.raises(ValueError, match=message):
        function([0.25, 0.75], [0.5, 1.0])
    message = says("y adds up to 0.5, not to 1: divide each target by their sum")
    with pytest.raises(ValueError, match=message):
        function([0.25, 0.75], [0.5, 0.0])


@pytest.mark.parametrize("function", [*SHARED, *SHARED_FROM_Z])
def test_targets_of_softmax_may_be_rounded(function: Function) -> None:
    assert TARGET_TOLERANCE == 2.0**-30
    function([0.5] * 10, [0.1] * 10)
    function([0.5, 0.5], [1.0, TARGET_TOLERANCE])
    function([0.5, 0.5], [1.0 - TARGET_TOLERANCE, 0.0])
    for y in ([1.0, 2 * TARGET_TOLERANCE], [1.0 - 2 * TARGET_TOLERANCE, 0.0]):
        with pytest.raises(ValueError, match=r"^y adds up to "):
            function([0.5, 0.5], y)


@pytest.mark.parametrize("output", [-1.0, -5e-324, 1 + 2.0**-52, 2.0])
@pytest.mark.parametrize("function", [*BINARY, *SHARED])
def test_an_output_that_is_no_probability_is_an_error(
    function: Function, output: float
) -> None:
    message = says(
        f"a[1] = {output!r} is not from 0 to 1: "
        "give the activation's output a, not its input z"
    )
    with pytest.raises(ValueError, match=message):
        function([0.5, output], [0.0, 1.0])


@pytest.mark.parametrize("output", [-0.0, 0.0, 1.0])
@pytest.mark.parametrize(("function", "from_z"), STAY_INSIDE)
def test_an_output_on_the_edge_is_an_error_that_names_the_way_out(
    function: Function, from_z: str, output: float
) -> None:
    message = says(
        f"a[1] = {output!r} is not strictly between 0 and 1, where cross-entropy is "
        f"finite: give {from_z} what went into the activation"
    )
    with pytest.raises(ValueError, match=message):
        function([0.5, output], [0.0, 1.0])


@pytest.mark.parametrize(
    ("function", "from_z"),
    [
        (binary_cross_entropy_derivative, "sigmoid_binary_cross_entropy_derivative"),
        (cross_entropy_derivative, "softmax_cross_entropy_derivative"),
    ],
)
def test_a_slope_too_large_for_a_float_is_an_error(
    function: Function, from_z: str
) -> None:
    message = says(
        "the slope to a[1] is too large for a float: "
        f"give {from_z} what went into the activation"
    )
    with pytest.raises(ValueError, match=message):
        function([0.5, 1e-310], [0.0, 1.0])


def test_a_cost_too_large_for_a_float_is_an_error() -> None:
    message = says("the cost is too large for a float: look at the outputs")
    with pytest.raises(ValueError, match=message):
        squared_error([1e200], [0.0])
    with pytest.raises(ValueError, match=message):
        sigmoid_binary_cross_entropy([1e308, 1e308], [0.0, 0.0])
    with pytest.raises(ValueError, match=message):
        softmax_cross_entropy([1e308, -1e308], [0.0, 1.0])
    message = says("the slope to a[1] is too large for a float: look at the outputs")
    with pytest.raises(ValueError, match=message):
        squared_error_derivative([0.0, 1e308], [0.0, -1e308])


def test_an_answer_that_no_target_asks_for_costs_nothing_however_far_away() -> None:
    assert softmax_cross_entropy([1e308, -1e308], [1.0, 0.0]) == 0.0
    assert softmax_cross_entropy([0.0, 0.0, -1e308], [0.5, 0.5, 0.0]) == math.log(2)


def test_a_cost_that_a_float_can_just_hold_is_given() -> None:
    assert squared_error([1.2e154], [0.0]) == 1.2e154**2 / 2
