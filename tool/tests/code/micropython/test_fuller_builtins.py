"""The built-in functions that MicroPython is given do what CPython's do."""

import builtins
import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derivlearn_site.code.micropython import fuller_builtins as ours

PAIRS = st.lists(st.tuples(st.integers(0, 3), st.integers()))


@given(pairs=PAIRS, reverse=st.booleans())
def test_equal_items_keep_their_order(
    *, pairs: list[tuple[int, int]], reverse: bool
) -> None:
    def key(pair: tuple[int, int]) -> int:
        return pair[0]

    expected = builtins.sorted(pairs, key=key, reverse=reverse)
    assert ours.sorted(pairs, key=key, reverse=reverse) == expected
    assert ours.sorted(pairs) == builtins.sorted(pairs)


@given(xs=st.lists(st.floats(-1e9, 1e9)))
def test_a_sum_of_floats_is_rounded_once(xs: list[float]) -> None:
    exact = float(builtins.sum(map(Fraction, xs)))
    assert ours.sum(xs) == pytest.approx(exact, rel=1e-15, abs=1e-15)


def test_a_sum_is_that_of_newer_pythons() -> None:
    assert ours.sum([0.1] * 10) == 1.0
    assert ours.sum([1e308, 1e308, -1e308]) == math.inf
    assert ours.sum([[1], [2]], []) == [1, 2]
    assert ours.sum(range(5)) == 10
    assert repr(ours.sum([])) == "0"


def test_what_is_zipped_strictly_ends_together() -> None:
    assert list(ours.zip([1, 2], "ab", strict=True)) == [(1, "a"), (2, "b")]
    assert list(ours.zip([1, 2], "a")) == [(1, "a")]
    assert list(ours.zip(strict=True)) == []
    with pytest.raises(ValueError, match="zip"):
        ours.zip([1, 2], "a", strict=True)


def test_nobody_is_asked() -> None:
    with pytest.raises(EOFError):
        ours.input("name?")
