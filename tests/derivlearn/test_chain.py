"""Functions one after the other."""

import math
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derivlearn.activations import (
    sigmoid,
    sigmoid_derivative,
    tanh,
    tanh_derivative,
)
from derivlearn.chain import chain_slope, composite, trace
from derivlearn.functions import linear, linear_derivative
from derivlearn.numeric import central_difference

Function = Callable[[float], float]
Stage = tuple[Function, Function]


def line(a: float, b: float) -> Stage:
    """Return ax + b as a stage."""
    return (lambda x: linear(x, a, b), lambda x: linear_derivative(x, a, b))


SQUARE: Stage = (lambda x: x * x, lambda x: 2 * x)
SINE: Stage = (math.sin, math.cos)

stages_lists = st.lists(
    st.one_of(
        st.builds(line, st.floats(-2, 2), st.floats(-2, 2)),
        st.sampled_from([SINE, (sigmoid, sigmoid_derivative), (tanh, tanh_derivative)]),
    ),
    min_size=1,
    max_size=6,
)


@given(stages_lists, st.floats(-3, 3))
def test_product_of_slopes_matches_central_difference(
    stages: list[Stage], x: float
) -> None:
    measured = central_difference(lambda x: composite(stages, x), x)
    assert chain_slope(stages, x) == pytest.approx(measured, rel=1e-6, abs=1e-7)


@given(stages_lists, st.floats(-3, 3))
def test_trace_hands_each_output_to_the_next_stage(
    stages: list[Stage], x: float
) -> None:
    steps = trace(stages, x)
    assert len(steps) == len(stages)
    value = x
    product = 1.0
    for step, (f, derivative) in zip(steps, stages, strict=True):
        product *= derivative(value)
        assert step == {
            "input": value,
            "output": f(value),
            "slope": derivative(value),
            "product": product,
        }
        value = f(value)
    assert value == composite(stages, x)
    assert product == chain_slope(stages, x)


def test_each_slope_is_taken_at_its_own_point() -> None:
    """(3x + 2)² at 3: 66, where slopes that are all taken at x = 3 give 18."""
    stages = [line(3.0, 2.0), SQUARE]
    assert composite(stages, 3.0) == 121.0
    assert chain_slope(stages, 3.0) == 66.0
    wrong = 1.0
    for _, derivative in stages:
        wrong *= derivative(3.0)
    assert wrong == 18.0


def test_trace_shows_every_number_on_the_way() -> None:
    assert trace([line(3.0, 2.0), SQUARE, line(0.5, 1.0)], 3.0) == [
        {"input": 3.0, "output": 11.0, "slope": 3.0, "product": 3.0},
        {"input": 11.0, "output": 121.0, "slope": 22.0, "product": 66.0},
        {"input": 121.0, "output": 61.5, "slope": 0.5, "product": 33.0},
    ]


def test_the_first_stage_is_applied_first() -> None:
    assert composite([SQUARE, line(3.0, 2.0)], 3.0) == 29.0
    assert chain_slope([SQUARE, line(3.0, 2.0)], 3.0) == 18.0


def test_one_stage_is_the_function_itself() -> None:
    assert composite([SQUARE], 3.0) == 9.0
    assert chain_slope([SQUARE], 3.0) == 6.0


@pytest.mark.parametrize("function", [composite, trace, chain_slope])
def test_no_stages_are_an_error(
    function: Callable[[list[Stage], float], object],
) -> None:
    message = re.escape("stages is empty: give at least one pair (f, derivative)")
    with pytest.raises(ValueError, match=f"^{message}$"):
        function([], 3.0)


@pytest.mark.parametrize(
    ("stages", "message"),
    [
        (
            [SQUARE, (math.sin,)],
            "stages[1] has length 1, expected 2: one for each entry of (f, derivative)",
        ),
        ([(3, math.cos)], "stages[0][0] is 3, which is no function"),
        ([SINE, (math.sin, 3)], "stages[1][1] is 3, which is no function"),
    ],
)
def test_a_stage_that_is_no_pair_of_functions_is_an_error(
    stages: Any,  # noqa: ANN401 - wrong ones
    message: str,
) -> None:
    with pytest.raises((TypeError, ValueError), match=f"^{re.escape(message)}$"):
        composite(stages, 1.0)
