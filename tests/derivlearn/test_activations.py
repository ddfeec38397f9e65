"""Activation functions and their derivatives."""

import decimal
import math
import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derivlearn.activations import (
    relu,
    relu_derivative,
    sigmoid,
    sigmoid_derivative,
    softmax,
    softmax_derivative,
    tanh,
    tanh_derivative,
)
from derivlearn.numeric import central_difference

EXACT = decimal.Context(prec=60, Emin=-999_999, Emax=999_999)

every_float = st.floats(allow_nan=False, allow_infinity=False)
moderate = st.floats(-10, 10)
moderate_lists = st.lists(moderate, min_size=1, max_size=6)


def says(message: str) -> str:
    """Return a pattern for the whole message and nothing else."""
    return f"^{re.escape(message)}$"


def exact_sigmoid(z: float) -> Decimal:
    """Return 1 / (1 + e⁻ᶻ) to 60 digits."""
    return EXACT.divide(1, EXACT.add(1, EXACT.exp(EXACT.minus(Decimal(z)))))


def exact_softmax(zs: list[float]) -> list[Decimal]:
    """Return the shares to 60 digits."""
    powers = [EXACT.exp(Decimal(z)) for z in zs]
    total = Decimal(0)
    for power in powers:
        total = EXACT.add(total, power)
    return [EXACT.divide(power, total) for power in powers]


def added(values: list[float]) -> float:
    """Return the sum, rounded once."""
    return math.fsum(values)


@pytest.mark.parametrize(
    ("activation", "derivative"),
    [(sigmoid, sigmoid_derivative), (tanh, tanh_derivative)],
)
@given(z=moderate)
def test_derivative_matches_central_difference(
    activation: Callable[[float], float],
    derivative: Callable[[float], float],
    z: float,
) -> None:
    measured = central_difference(activation, z)
    assert derivative(z) == pytest.approx(measured, rel=1e-7, abs=1e-9)


@given(moderate.filter(lambda z: abs(z) > 1e-3))
def test_relu_derivative_matches_central_difference_beside_the_kink(z: float) -> None:
    assert relu_derivative(z) == pytest.approx(central_difference(relu, z), abs=1e-9)


@given(st.floats(-700, 700))
def test_sigmoid_keeps_all_digits(z: float) -> None:
    assert sigmoid(z) == pytest.approx(float(exact_sigmoid(z)), rel=1e-15, abs=0)


@given(st.floats(-700, 700))
def test_sigmoid_derivative_keeps_all_digits(z: float) -> None:
    exact = EXACT.multiply(exact_sigmoid(z), exact_sigmoid(-z))
    assert sigmoid_derivative(z) == pytest.approx(float(exact), rel=2e-15, abs=0)


@given(st.floats(-350, 350))
def test_tanh_derivative_keeps_all_digits(z: float) -> None:
    exact = EXACT.multiply(exact_sigmoid(2 * z), exact_sigmoid(-2 * z))
    exact = EXACT.multiply(4, exact)
    assert tanh_derivative(z) == pytest.approx(float(exact), rel=2e-15, abs=0)


def test_sigmoid_at_known_points() -> None:
    assert sigmoid(0.0) == 0.5
    assert sigmoid(1.0) == pytest.approx(0.7310585786300049, rel=1e-15)
    assert sigmoid(-1.0) == pytest.approx(0.2689414213699951, rel=1e-15)


def test_sigmoid_neuron_of_cs231n() -> None:
    w = [2.0, -3.0, -3.0]
    x = [-1.0, -2.0]
    z = w[0] * x[0] + w[1] * x[1] + w[2]
    slope = sigmoid_derivative(z)
    assert sigmoid(z) == pytest.approx(0.7310585786, abs=5e-11)
    assert [slope * w[0], slope * w[1]] == pytest.approx([0.39322, -0.58984], abs=5e-6)
    assert [slope * x[0], slope * x[1], slope] == pytest.approx(
        [-0.19661, -0.39322, 0.19661], abs=5e-6
    )


def test_slopes_are_largest_at_0() -> None:
    assert sigmoid_derivative(0.0) == 0.25
    assert tanh_derivative(0.0) == 1.0


def test_sigmoid_at_the_ends_of_the_floats() -> None:
    assert sigmoid(-745.0) == 5e-324
    assert [sigmoid(z) for z in (-1e308, -math.inf)] == [0.0, 0.0]
    assert [sigmoid(z) for z in (745.0, 1e308, math.inf)] == [1.0, 1.0, 1.0]


def test_sigmoid_derivative_at_the_ends_of_the_floats() -> None:
    assert [sigmoid_derivative(z) for z in (-745.0, 745.0)] == [5e-324, 5e-324]
    for z in (1e308, math.inf):
        assert [sigmoid_derivative(z), sigmoid_derivative(-z)] == [0.0, 0.0]


def test_tanh_at_the_ends_of_the_floats() -> None:
    for z in (1e308, math.inf):
        assert [tanh(z), tanh(-z)] == [1.0, -1.0]
        assert [tanh_derivative(z), tanh_derivative(-z)] == [0.0, 0.0]


def test_tanh_derivative_does_not_vanish_where_tanh_is_rounded_to_1() -> None:
    assert tanh(20.0) == 1.0
    assert tanh_derivative(20.0) == pytest.approx(1.699341702116635e-17, rel=1e-14)


def test_tanh_at_known_points() -> None:
    assert tanh(0.0) == 0.0
    assert tanh(1.0) == pytest.approx(0.7615941559557649, rel=1e-15)
    assert tanh(-1.0) == pytest.approx(-0.7615941559557649, rel=1e-15)


@given(every_float)
def test_tanh_is_a_stretched_sigmoid(z: float) -> None:
    assert tanh(z) == pytest.approx(2 * sigmoid(2 * z) - 1, abs=1e-15)


def test_relu_is_max_of_0_and_z() -> None:
    assert [relu(z) for z in (-1e308, -3.0, 0.0, 0.5, 3.0)] == [0.0, 0.0, 0.0, 0.5, 3.0]
    assert relu(1e308) == 1e308
    assert relu(math.inf) == math.inf
    assert relu(-math.inf) == 0.0


def test_relu_never_gives_a_negative_zero() -> None:
    assert math.copysign(1.0, relu(-0.0)) == 1.0


def test_relu_derivative_is_0_at_the_kink() -> None:
    zs = (-math.inf, -1e308, -5e-324, -0.0, 0.0, 5e-324, 1.0, 1e308, math.inf)
    assert [relu_derivative(z) for z in zs] == [0.0] * 5 + [1.0] * 4


@pytest.mark.parametrize(
    "function",
    [
        sigmoid,
        sigmoid_derivative,
        tanh,
        tanh_derivative,
        relu,
        relu_derivative,
    ],
)
def test_nan_is_an_error(function: Callable[[float], float]) -> None:
    message = says("z is nan, not a number: look at what computed it")
    with pytest.raises(ValueError, match=message):
        function(math.nan)


@given(every_float)
def test_no_float_is_too_large_for_an_activation(z: float) -> None:
    assert 0 <= sigmoid(z) <= 1
    assert 0 <= sigmoid_derivative(z) <= 0.25
    assert -1 <= tanh(z) <= 1
    assert 0 <= tanh_derivative(z) <= 1
    assert relu(z) in (0.0, z)
    assert relu_derivative(z) in (0.0, 1.0)


@given(moderate)
def test_sigmoid_of_minus_z_is_the_rest_to_1(z: float) -> None:
    assert sigmoid(z) + sigmoid(-z) == pytest.approx(1, rel=1e-15)


@given(st.lists(every_float, min_size=1, max_size=6))
def test_softmax_adds_up_to_1_for_any_floats(zs: list[float]) -> None:
    shares = softmax(zs)
    assert len(shares) == len(zs)
    assert all(0 <= share <= 1 for share in shares)
    assert added(shares) == pytest.approx(1, rel=1e-15)


@given(moderate_lists, st.integers(-1000, 1000))
def test_softmax_sees_differences_only(zs: list[float], shift: int) -> None:
    assert softmax([z + shift for z in zs]) == pytest.approx(softmax(zs), rel=1e-11)


@given(st.lists(st.floats(-300, 300), min_size=1, max_size=5))
def test_softmax_keeps_its_digits(zs: list[float]) -> None:
    exact = [float(share) for share in exact_softmax(zs)]
    assert softmax(zs) == pytest.approx(exact, rel=1e-13, abs=0)


def test_softmax_at_known_points() -> None:
    assert softmax([3.0]) == [1.0]
    assert softmax([7.0, 7.0, 7.0, 7.0]) == [0.25, 0.25, 0.25, 0.25]
    assert softmax([0.0, math.log(3.0)]) == pytest.approx([0.25, 0.75], rel=1e-15)
    assert softmax([1e308, -1e308]) == [1.0, 0.0]
    assert softmax([-1e308, -1e308]) == [0.5, 0.5]


@given(moderate, moderate)
def test_softmax_of_two_is_a_sigmoid_of_their_difference(z0: float, z1: float) -> None:
    shares = softmax([z0, z1])
    assert shares == pytest.approx([sigmoid(z0 - z1), sigmoid(z1 - z0)], rel=1e-14)
    rows = softmax_derivative([z0, z1])
    slope = sigmoid_derivative(z0 - z1)
    assert rows[0] == pytest.approx([slope, -slope], rel=1e-13)
    assert rows[1] == pytest.approx([-slope, slope], rel=1e-13)


@given(moderate_lists)
def test_softmax_derivative_matches_central_difference(zs: list[float]) -> None:
    rows = softmax_derivative(zs)
    assert [len(row) for row in rows] == [len(zs)] * len(zs)
    for i, row in enumerate(rows):
        for j, slope in enumerate(row):

            def share(z: float, i: int = i, j: int = j) -> float:
                return softmax([*zs[:j], z, *zs[j + 1 :]])[i]

            measured = central_difference(share, zs[j])
            assert slope == pytest.approx(measured, rel=1e-7, abs=1e-9)


@given(moderate_lists)
def test_softmax_derivative_rows_add_up_to_0(zs: list[float]) -> None:
    for row in softmax_derivative(zs):
        assert added(row) == pytest.approx(0, abs=1e-16)


def test_softmax_derivative_off_the_diagonal_of_the_corrections() -> None:
    assert softmax_derivative([0.07, 0.14, 0.24])[0][1] == pytest.approx(
        -0.101, abs=5e-4
    )


def test_softmax_derivative_of_one_share_is_0() -> None:
    assert softmax_derivative([3.0]) == [[0.0]]


def test_softmax_derivative_keeps_its_digits_where_a_share_is_rounded_to_1() -> None:
    assert softmax([0.0, -50.0])[0] == 1.0
    slope = softmax_derivative([0.0, -50.0])[0][0]
    assert slope == pytest.approx(1.928749847963918e-22, rel=1e-14, abs=0)


@pytest.mark.parametrize("function", [softmax, softmax_derivative])
@pytest.mark.parametrize("z", [math.nan, math.inf, -math.inf])
def test_softmax_of_what_is_not_finite_is_an_error(
    function: Callable[[list[float]], object], z: float
) -> None:
    message = says(f"zs[2] = {z!r} is not finite: softmax needs numbers")
    with pytest.raises(ValueError, match=message):
        function([1.0, 2.0, z])


@pytest.mark.parametrize("function", [softmax, softmax_derivative])
def test_softmax_of_nothing_is_an_error(
    function: Callable[[list[float]], object],
) -> None:
    message = says("zs is empty: give at least one number")
    with pytest.raises(ValueError, match=message):
        function([])
