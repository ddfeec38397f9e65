"""The constant and the linear function."""

from hypothesis import given
from hypothesis import strategies as st

from derivlearn.functions import (
    constant,
    constant_derivative,
    linear,
    linear_derivative,
)
from derivlearn.numeric import central_difference, forward_difference

moderate = st.floats(-100, 100)


def test_constant_is_the_same_for_every_x() -> None:
    assert [constant(x, 5.0) for x in (-1e308, 0.0, 3.0)] == [5.0, 5.0, 5.0]


@given(st.floats(-1e300, 1e300), moderate)
def test_constant_derivative_is_exactly_the_measured_slope(x: float, c: float) -> None:
    assert constant_derivative(x, c) == 0.0
    assert forward_difference(lambda x: constant(x, c), x) == 0.0
    assert central_difference(lambda x: constant(x, c), x) == 0.0


def test_linear_is_a_times_x_plus_b() -> None:
    assert linear(3.0, 3.0, 2.0) == 11.0
    assert linear(0.0, 7.0, -2.5) == -2.5
    assert linear(-4.0, 0.5, 1.0) == -1.0


@given(moderate, moderate, moderate)
def test_linear_derivative_matches_central_difference(
    x: float, a: float, b: float
) -> None:
    assert linear_derivative(x, a, b) == a
    assert abs(central_difference(lambda x: linear(x, a, b), x) - a) < 1e-6
