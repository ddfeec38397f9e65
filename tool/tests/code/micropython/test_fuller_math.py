"""What MicroPython's `math` is given is what CPython's has."""

import math
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derivlearn_site.code.micropython import fuller_math as ours

ANY = st.floats(allow_nan=False, allow_infinity=False)
# Additions and a logarithm, each rounded.
NEAR = 4 * sys.float_info.epsilon


@given(x=st.floats(-1.0, 1e300, exclude_min=True))
def test_the_logarithm_of_one_and_a_little_is_near(x: float) -> None:
    assert ours.log1p(x) == pytest.approx(math.log1p(x), rel=NEAR, abs=0.0)


@given(x=ANY)
def test_the_distance_to_the_next_number_is_the_same(x: float) -> None:
    assert ours.ulp(x) == math.ulp(x)


@given(xs=st.lists(ANY, max_size=6))
def test_the_distance_from_0_is_near(xs: list[float]) -> None:
    scaled = [x / 4 for x in xs]  # so that it is a number
    assert ours.hypot(*scaled) == pytest.approx(math.hypot(*scaled), rel=NEAR)
    assert ours.dist(scaled, [0.0] * len(xs)) == ours.hypot(*scaled)


@given(xs=st.lists(st.integers(-(10**9), 10**9), max_size=5))
def test_products_and_divisors_are_the_same(xs: list[int]) -> None:
    assert ours.prod(xs) == math.prod(xs)
    assert ours.prod(xs, start=2.5) == math.prod(xs, start=2.5)
    assert ours.gcd(*xs) == math.gcd(*xs)


@pytest.mark.parametrize("x", [math.inf, -math.inf, 0.0, 5e-324])
def test_the_ends_of_the_numbers_are_the_same(x: float) -> None:
    assert ours.ulp(x) == math.ulp(x)
    assert ours.exp(min(x, 1.0)) == math.exp(min(x, 1.0))
    assert ours.hypot(x, 0.0) == math.hypot(x, 0.0)
    if x >= 0:
        assert ours.log1p(x) == math.log1p(x)


@given(x=st.floats(-700, 700), base=st.sampled_from([None, 2, 10]))
def test_powers_and_logarithms_are_those_of_math(x: float, base: int | None) -> None:
    assert ours.exp(x) == math.exp(x)
    assert ours.log(ours.exp(x)) == math.log(math.exp(x))
    if base:
        expected = math.log(math.exp(x), base)
        assert ours.log(math.exp(x), base) == pytest.approx(expected, rel=NEAR)


def test_what_is_too_large_and_what_has_no_logarithm_is_refused() -> None:
    with pytest.raises(OverflowError, match="range"):
        ours.exp(1000.0)
    for refused in (ours.log, ours.log1p):
        with pytest.raises(ValueError, match="domain"):
            refused(-1.0)
    with pytest.raises(ValueError, match="dimensions"):
        ours.dist([1.0], [1.0, 2.0])
