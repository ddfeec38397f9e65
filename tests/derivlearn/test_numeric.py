"""Slopes measured by a small step."""

import math
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from derivlearn.numeric import (
    CENTRAL_DX,
    FORWARD_DX,
    SMALLER_STEPS,
    WELL_AGREED,
    careful_difference,
    central_difference,
    forward_difference,
    numeric_gradient,
)

moderate = st.floats(-10, 10)


def square(x: float) -> float:
    return x * x


def cube(x: float) -> float:
    return x * x * x


def three_x_plus_two(x: float) -> float:
    return 3 * x + 2


def says(message: str) -> str:
    """Return a pattern for the whole message and nothing else."""
    return f"^{re.escape(message)}$"


def test_steps_are_powers_of_two_near_the_roots_of_eps() -> None:
    assert FORWARD_DX == 1 / 67_108_864
    assert CENTRAL_DX == 1 / 131_072


def test_forward_difference_is_the_slope_of_the_secant_to_the_right() -> None:
    # (3.5² - 3²) / 0.5
    assert forward_difference(square, 3.0, 0.5, relative=False) == 6.5


def test_forward_difference_with_a_negative_step_looks_back() -> None:
    # (3² - 2.5²) / 0.5
    assert forward_difference(square, 3.0, -0.5, relative=False) == 5.5


def test_central_difference_is_the_slope_of_the_secant_around() -> None:
    # (2.5³ - 1.5³) / 1
    assert central_difference(cube, 2.0, 0.5, relative=False) == 12.25


def test_central_difference_does_not_care_about_the_sign_of_the_step() -> None:
    assert central_difference(cube, 2.0, -0.5, relative=False) == 12.25


@pytest.mark.parametrize(
    ("x", "slope"),
    [
        (0.25, 1.0),  # h = 0.5, since |x| < 1
        (1.0, 2.5),  # h = 0.5
        (3.0, 7.5),  # h = 1.5
        (-3.0, -4.5),  # h = 1.5
    ],
)
def test_forward_step_is_scaled_to_max_of_1_and_x(x: float, slope: float) -> None:
    assert forward_difference(square, x, 0.5) == slope


@pytest.mark.parametrize(
    ("x", "slope"),
    [
        (0.5, 1.0),  # h = 0.5, since |x| < 1: 3x² + h²
        (1.0, 3.25),  # h = 0.5
        (2.0, 13.0),  # h = 1
        (-4.0, 52.0),  # h = 2
    ],
)
def test_central_step_is_scaled_to_max_of_1_and_x(x: float, slope: float) -> None:
    assert central_difference(cube, x, 0.5) == slope


def test_gradient_step_is_scaled_unless_told_otherwise() -> None:
    def f(xs: list[float]) -> float:
        return cube(xs[0]) + cube(xs[1])

    assert numeric_gradient(f, [2.0, -4.0], 0.5) == [13.0, 52.0]
    assert numeric_gradient(f, [2.0, -4.0], 0.5, relative=False) == [12.25, 48.25]


def test_default_steps_are_the_named_ones() -> None:
    x = 1.75
    assert forward_difference(cube, x) == forward_difference(cube, x, 2.0**-26)
    assert central_difference(cube, x) == central_difference(cube, x, 2.0**-17)
    assert numeric_gradient(lambda xs: cube(xs[0]), [x]) == [
        central_difference(cube, x, 2.0**-17)
    ]


def test_the_divisor_is_what_was_really_added() -> None:
    """The article's program: 3x + 2 at 3 with a step of 0.0000001."""
    slope = forward_difference(three_x_plus_two, 3.0, 0.0000001, relative=False)
    assert slope == 3.000000004440892


def test_a_fixed_step_beside_a_large_x_gives_4_instead_of_3() -> None:
    slope = forward_difference(three_x_plus_two, 5e8, 0.0000001, relative=False)
    assert slope == 4.0


def test_a_scaled_step_beside_a_large_x_gives_3() -> None:
    for x in (5e8, 2e9, 1e300):
        assert forward_difference(three_x_plus_two, x) == pytest.approx(3, rel=1e-7)
        assert central_difference(three_x_plus_two, x) == pytest.approx(3, rel=1e-10)


def test_two_sides_measure_the_exponential_better_than_one() -> None:
    """At 1, over powers of ten: about 1e-8 at best looking forward, 1e-10 around.

    Bounds, not digits: exp may differ in its last digit from machine to machine.
    """
    forward = []
    central = []
    for power in range(1, 13):
        dx = 10.0**-power
        slope = forward_difference(math.exp, 1.0, dx, relative=False)
        forward.append(abs(slope - math.e))
        slope = central_difference(math.exp, 1.0, dx, relative=False)
        central.append(abs(slope - math.e))
    # Ten times closer: a tenth of the error, and to both sides a hundredth.
    assert forward[2] / forward[3] == pytest.approx(10, rel=0.01)
    assert central[1] / central[2] == pytest.approx(100, rel=0.01)
    assert forward[7] < 5e-8
    assert central[4] < 5e-10
    assert min(central) < min(forward) / 10
    # Too close, and round-off takes over.
    assert forward[11] > 100 * forward[7]
    assert central[11] > 100 * central[4]


def test_the_default_steps_are_good_ones() -> None:
    assert forward_difference(math.exp, 1.0) == pytest.approx(math.e, rel=3e-8)
    assert central_difference(math.exp, 1.0) == pytest.approx(math.e, rel=1e-10)


@given(moderate, moderate, moderate, moderate, moderate)
def test_central_difference_matches_the_slope_of_any_cubic(
    a: float, b: float, c: float, d: float, x: float
) -> None:
    def f(x: float) -> float:
        return ((a * x + b) * x + c) * x + d

    slope = (3 * a * x + 2 * b) * x + c
    assert central_difference(f, x) == pytest.approx(slope, rel=1e-7, abs=1e-6)
    assert forward_difference(f, x) == pytest.approx(slope, rel=1e-4, abs=1e-4)


@given(st.lists(moderate, min_size=1, max_size=5), st.data())
def test_gradient_of_a_weighted_sum_is_its_weights(
    xs: list[float], data: st.DataObject
) -> None:
    weights = data.draw(
        st.lists(moderate, min_size=len(xs), max_size=len(xs)), label="weights"
    )

    def f(xs: list[float]) -> float:
        total = 0.0
        for weight, x in zip(weights, xs, strict=True):
            total += weight * x
        return total

    assert numeric_gradient(f, xs) == pytest.approx(weights, abs=1e-6)


def test_gradient_of_a_product_is_the_other_factor() -> None:
    """Held constant is not irrelevant: the slope to x is y."""
    gradient = numeric_gradient(lambda xs: xs[0] * xs[1], [3.0, 5.0])
    assert gradient == pytest.approx([5.0, 3.0], rel=1e-10)


def test_gradient_of_the_cs231n_circuit() -> None:
    gradient = numeric_gradient(lambda v: (v[0] + v[1]) * v[2], [-2.0, 5.0, -4.0])
    assert gradient == pytest.approx([-4.0, -4.0, 3.0], rel=1e-10)


def test_gradient_changes_one_entry_at_a_time_and_not_the_callers_list() -> None:
    xs = [0.5, 2.0, -4.0]
    seen = []

    def f(given: list[float]) -> float:
        assert given is not xs
        seen.append(list(given))
        given[0] = math.nan  # what f does to its list is its own affair
        return 1.0

    assert numeric_gradient(f, xs, 0.5) == [0.0, 0.0, 0.0]
    assert xs == [0.5, 2.0, -4.0]
    assert sorted(seen) == sorted(
        [
            [0.0, 2.0, -4.0],
            [1.0, 2.0, -4.0],
            [0.5, 1.0, -4.0],
            [0.5, 3.0, -4.0],
            [0.5, 2.0, -6.0],
            [0.5, 2.0, -2.0],
        ]
    )


def test_errors_call_x_by_the_name_that_it_was_given() -> None:
    """The whole way down: the step, the point moved to, the value, the slope."""

    def cliff(x: float) -> float:
        return 1e300 if x > 0 else 0.0

    for difference in (forward_difference, central_difference):
        with pytest.raises(ValueError, match=r"vanishes beside w = 1e\+20; "):
            difference(square, 1e20, 1.0, relative=False, name="w")
        with pytest.raises(ValueError, match=r"from w = 1e\+308 leads beyond"):
            difference(square, 1e308, 1e308, relative=False, name="w")
        with pytest.raises(ValueError, match=r"f gives nan at w = 1\.5: "):
            difference(lambda _: math.nan, 1.0, 0.5, name="w")
        with pytest.raises(ValueError, match=r"changes so much from w = "):
            difference(cliff, 0.0, 1e-10, name="w")


@pytest.mark.parametrize("x", [math.nan, math.inf, -math.inf])
def test_a_point_that_is_no_number_is_an_error(x: float) -> None:
    message = says(f"x = {x!r} is not finite: measure the slope at a number")
    with pytest.raises(ValueError, match=message):
        forward_difference(square, x)
    with pytest.raises(ValueError, match=message):
        central_difference(square, x)
    message = says(f"w[0][1] = {x!r} is not finite: measure the slope at a number")
    with pytest.raises(ValueError, match=message):
        forward_difference(square, x, name="w[0][1]")
    with pytest.raises(ValueError, match=message):
        central_difference(square, x, name="w[0][1]")
    message = says(f"xs[1] = {x!r} is not finite: measure the slope at a number")
    with pytest.raises(ValueError, match=message):
        numeric_gradient(lambda _: 0.0, [1.0, x])


@pytest.mark.parametrize("relative", [True, False])
@pytest.mark.parametrize("dx", [0.0, -0.0, math.nan, math.inf, -math.inf])
def test_a_step_that_is_none_is_an_error(dx: float, *, relative: bool) -> None:
    message = says(f"dx = {dx!r} is no step: choose a small number, such as 1e-6")
    with pytest.raises(ValueError, match=message):
        forward_difference(square, 3.0, dx, relative=relative)
    with pytest.raises(ValueError, match=message):
        central_difference(square, 3.0, dx, relative=relative)
    with pytest.raises(ValueError, match=message):
        numeric_gradient(lambda xs: xs[0], [3.0], dx, relative=relative)


def test_a_step_that_is_no_number_is_an_error() -> None:
    text: Any = "a"
    message = says("dx is 'a', which is no number: give an int or a float")
    for difference in (forward_difference, central_difference, careful_difference):
        with pytest.raises(TypeError, match=message):
            difference(square, 3.0, text)


def test_a_step_that_vanishes_beside_x_is_an_error() -> None:
    message = says(
        "dx is too small: a step of 1e-07 vanishes beside x = 2000000000.0; "
        "choose a larger dx, or leave relative=True"
    )
    with pytest.raises(ValueError, match=message):
        forward_difference(three_x_plus_two, 2e9, 0.0000001, relative=False)
    message = says(
        "dx is too small: a step of -1e-07 vanishes beside xs[1] = 2000000000.0; "
        "choose a larger dx, or leave relative=True"
    )
    with pytest.raises(ValueError, match=message):
        numeric_gradient(lambda xs: xs[0], [1.0, 2e9], 0.0000001, relative=False)


def test_a_step_that_vanishes_to_one_side_only_is_an_error() -> None:
    """Floats lie twice as close below 1 as above it."""
    assert forward_difference(square, 1.0, -(2.0**-53)) == 2.0
    message = says(
        f"dx is too small: a step of {2.0**-53!r} vanishes beside x = 1.0; "
        "choose a larger dx, or leave relative=True"
    )
    with pytest.raises(ValueError, match=message):
        central_difference(square, 1.0, 2.0**-53)


def test_a_step_beyond_the_largest_float_is_an_error() -> None:
    message = says(
        "a step of 1e+308 from x = 1e+308 leads beyond the largest float; "
        "choose a smaller dx, or measure closer to 0"
    )
    with pytest.raises(ValueError, match=message):
        forward_difference(three_x_plus_two, 1e308, 1e308, relative=False)
    message = says(
        "a step of -1e+308 from x = -1e+308 leads beyond the largest float; "
        "choose a smaller dx, or measure closer to 0"
    )
    with pytest.raises(ValueError, match=message):
        central_difference(three_x_plus_two, -1e308, 1e308, relative=False)


def test_points_too_far_apart_are_an_error_and_not_a_slope_of_0() -> None:
    message = says(
        "from xs[0] = -1e+308 to 1e+308 is too far for a float: choose a smaller dx"
    )
    with pytest.raises(ValueError, match=message):
        numeric_gradient(lambda xs: xs[0], [0.0], 1e308)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_function_without_a_finite_value_is_an_error(value: float) -> None:
    def breaks_at_3(x: float) -> float:
        return value if x == 3.0 else 0.0

    message = says(
        f"f gives {value!r} at x = 3.0: measure where f is finite, "
        "or choose a smaller dx"
    )
    with pytest.raises(ValueError, match=message):
        forward_difference(breaks_at_3, 3.0, 1.0, relative=False)
    with pytest.raises(ValueError, match=message):
        forward_difference(breaks_at_3, 2.0, 1.0, relative=False)
    with pytest.raises(ValueError, match=message):
        central_difference(breaks_at_3, 2.0, 1.0, relative=False)
    with pytest.raises(ValueError, match=message):
        central_difference(breaks_at_3, 4.0, 1.0, relative=False)
    message = says(
        f"f gives {value!r} at xs[1] = 3.0: measure where f is finite, "
        "or choose a smaller dx"
    )
    with pytest.raises(ValueError, match=message):
        numeric_gradient(lambda xs: breaks_at_3(xs[1]), [1.0, 2.0], 0.5)


def test_a_slope_too_large_for_a_float_is_an_error() -> None:
    def cliff(x: float) -> float:
        return 1e308 if x > 0 else -1e308

    message = says(
        "f changes so much from x = -0.5 to 0.5 that its slope is too large for a "
        "float; measure elsewhere, or scale f down"
    )
    with pytest.raises(ValueError, match=message):
        central_difference(cliff, 0.0, 0.5)
    message = says(
        "f changes so much from x = 0.0 to 1e-10 that its slope is too large for a "
        "float; measure elsewhere, or scale f down"
    )
    with pytest.raises(ValueError, match=message):
        forward_difference(lambda x: 1e300 if x > 0 else 0.0, 0.0, 1e-10)


def test_the_gradient_at_no_point_is_an_error() -> None:
    message = says("xs is empty: give at least one number")
    with pytest.raises(ValueError, match=message):
        numeric_gradient(lambda _: 0.0, [])


def test_a_slope_that_two_steps_agree_on_is_taken_at_once() -> None:
    """Of 3x + 2 all steps give 3: that of the default one, and one of a quarter."""
    seen = []

    def line(x: float) -> float:
        seen.append(x - 2.0)
        return 3 * x + 2

    assert careful_difference(line, 2.0) == (3.0, 0.0)
    steps = [2 * CENTRAL_DX, CENTRAL_DX / 2]
    assert sorted(seen) == sorted([*steps, *(-h for h in steps)])


@pytest.mark.parametrize(
    ("f", "x", "slope"),
    [
        (math.sqrt, 1e-4, 50.0),
        (math.log, 1e-3, 1e3),
        (lambda x: 1 / x, 0.01, -1e4),
        (lambda x: 1 / x, 1e-4, -1e8),
        (abs, 1e-6, 1.0),
    ],
)
def test_smaller_steps_are_better_close_to_where_a_function_ends(
    f: Callable[[float], float], x: float, slope: float
) -> None:
    found, doubt = careful_difference(f, x)
    assert found == pytest.approx(slope, rel=1e-8)
    assert abs(found - slope) <= doubt
    assert doubt < 1e-8 * abs(slope)
    assert abs(central_difference(f, x) - slope) > 1e-7 * abs(slope)


@given(moderate, moderate, moderate, moderate)
def test_where_f_is_smooth_there_is_hardly_a_doubt(
    a: float, b: float, c: float, x: float
) -> None:
    slope, doubt = careful_difference(lambda x: (a * x + b) * x + c, x)
    assert slope == pytest.approx(2 * a * x + b, rel=1e-7, abs=1e-6)
    assert doubt <= max(1e-7 * abs(slope), 1e-6)


@pytest.mark.parametrize("x", [1e10, 3e10, 1e11, 7e12])
def test_where_whole_waves_lie_within_every_step_the_doubt_is_large(x: float) -> None:
    slope, doubt = careful_difference(math.sin, x)
    assert doubt > 1e-3 * abs(slope)


def test_a_jump_and_a_pole_within_the_step_are_told_by_the_doubt() -> None:
    for f in (lambda x: 1.0 if x > 0 else 0.0, lambda x: 1 / (x + 2.0**-40)):
        slope, doubt = careful_difference(f, 0.0)
        assert doubt > 0.5 * abs(slope)


def test_the_smallest_step_is_an_eighth_of_the_forward_difference() -> None:
    assert CENTRAL_DX / 4**SMALLER_STEPS == FORWARD_DX / 8
    assert WELL_AGREED == 2.0**-30


def test_the_careful_difference_takes_what_the_others_take() -> None:
    assert careful_difference(cube, 2.0, 0.5, relative=False)[0] == pytest.approx(12)
    message = says("w = nan is not finite: measure the slope at a number")
    with pytest.raises(ValueError, match=message):
        careful_difference(square, math.nan, name="w")


@pytest.mark.parametrize(
    ("f", "derivative", "places"),
    [
        (lambda x: 1 / x, lambda x: -1 / x**2, [k * 1e-7 for k in range(1, 100)]),
        (math.sin, math.cos, [1e9 * k for k in range(1, 100)]),
        (
            lambda x: abs(x) ** 0.5,
            lambda x: 0.5 * x**-0.5,
            [10**-k for k in range(2, 9)],
        ),
    ],
)
def test_no_wrong_slope_is_given_without_a_doubt(
    f: Callable[[float], float],
    derivative: Callable[[float], float],
    places: list[float],
) -> None:
    """Across a pole, over whole waves, close to where f rises straight up."""
    for x in places:
        found, doubt = careful_difference(f, x)
        if abs(found - derivative(x)) > 0.01 * abs(derivative(x)):
            assert doubt > 1e-3 * abs(found), x


@pytest.mark.parametrize("kind", [np.float32, np.float16, Fraction, Decimal])
def test_all_is_computed_with_floats(kind: Callable[[float], Any]) -> None:
    x = kind(0.25)
    assert central_difference(lambda x: x**3, x) == pytest.approx(0.1875, rel=1e-9)
    assert forward_difference(lambda x: x**3, x) == pytest.approx(0.1875, rel=1e-6)
    found, _ = careful_difference(lambda x: x**3, x)
    assert found == pytest.approx(0.1875, rel=1e-9)
    assert numeric_gradient(lambda xs: xs[0] ** 3, [x]) == pytest.approx([0.1875])
    # So is what f gives.
    assert central_difference(lambda x: kind(2 * x), 0.5, 0.125) == 2


def test_an_int_too_large_for_a_float_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"^f gives an? int at x = "):
        central_difference(lambda _: 10**400, 1.0)


@pytest.mark.parametrize("digits", [5, 6, 7, 8])
def test_where_f_is_rounded_no_two_steps_agree_on_0(digits: int) -> None:
    slope, doubt = careful_difference(lambda x: round(x * x, digits), 0.5)
    assert slope != 0 or doubt > 1e-3
    # While on the flat side of a kink, and where f is flat indeed, they do.
    assert careful_difference(lambda x: max(0.0, x), -2e-6) == (0.0, 0.0)
    assert careful_difference(lambda x: min(0.0, x), 2e-6) == (0.0, 0.0)
    assert careful_difference(lambda _: 1.0, 0.5) == (0.0, 0.0)


@pytest.mark.parametrize(("relative", "step"), [(True, 4.0), (False, 0.5)])
def test_a_careful_difference_begins_with_the_step_that_it_was_given(
    step: float, *, relative: bool
) -> None:
    asked = []

    def f(x: float) -> float:
        asked.append(x)
        return x**3

    careful_difference(f, 8.0, 0.5, relative=relative)
    assert set(asked[:4]) == {8 + step, 8 - step, 8 + step / 4, 8 - step / 4}


def test_a_careful_difference_calls_x_by_its_name() -> None:
    with pytest.raises(ValueError, match=r"^f gives nan at w\[0\] = "):
        careful_difference(lambda _: math.nan, 1.0, name="w[0]")

    def ends_close_by(x: float) -> float:
        return math.nan if abs(x - 1) < CENTRAL_DX / 2 else x**3

    with pytest.raises(ValueError, match=r"^f gives nan at w\[0\] = "):
        careful_difference(ends_close_by, 1.0, name="w[0]")


def test_where_a_large_x_is_rounded_no_two_steps_agree_on_0() -> None:
    slope, doubt = careful_difference(lambda x: round(x, 2), 1000.0)
    assert slope != 0 or doubt > 1e-3
