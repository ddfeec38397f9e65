"""The gradient check."""

import math
import random
import re
from collections.abc import Callable
from types import MappingProxyType
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from derivlearn.activations import (
    relu,
    relu_derivative,
    sigmoid,
    softmax,
    tanh,
    tanh_derivative,
)
from derivlearn.check import (
    FLOOR_SHARE,
    LEAST_FLOOR,
    Comparison,
    Report,
    gradient_check,
)
from derivlearn.costs import (
    binary_cross_entropy,
    binary_cross_entropy_derivative,
    cross_entropy,
    sigmoid_binary_cross_entropy_derivative,
    softmax_cross_entropy_derivative,
    squared_error,
    squared_error_derivative,
)
from derivlearn.loops import activate, backward_layers, bias_slopes, forward_layers
from derivlearn.matrix import from_rows
from tests.derivlearn.samples import SMOOTH, Sample, few, samples


def says(message: str) -> str:
    """Return a pattern for the whole message and nothing else."""
    return f"^{re.escape(message)}$"


def checked(sample: Sample, slopes: tuple[object, object]) -> Report:
    """Return the report on all weights and biases of a network."""
    return gradient_check(
        sample.cost,
        {"weights": sample.weights, "biases": sample.biases},
        {"weights": slopes[0], "biases": slopes[1]},
    )


@few
@given(samples(SMOOTH))
def test_right_slopes_pass(sample: Sample) -> None:
    assert checked(sample, sample.slopes()).passed()


@few
@given(samples(SMOOTH))
def test_every_parameter_is_compared_in_its_order(sample: Sample) -> None:
    names: list[str] = []
    for layer, rows in enumerate(sample.weights):
        for j, row in enumerate(rows):
            names.extend(f"weights[{layer}][{j}][{i}]" for i in range(len(row)))
    for layer, numbers in enumerate(sample.biases):
        names.extend(f"biases[{layer}][{j}]" for j in range(len(numbers)))
    report = checked(sample, sample.slopes())
    assert list(report.errors) == names
    assert [comparison.name for comparison in report.comparisons] == names
    for comparison in report.comparisons:
        assert report.errors[comparison.name] == comparison.error
        assert report.worst.error >= comparison.error


@few
@given(samples(SMOOTH), st.data())
def test_one_wrong_slope_among_all_is_named(
    sample: Sample, data: st.DataObject
) -> None:
    w_slopes, b_slopes = sample.slopes()
    layer = data.draw(st.integers(0, len(b_slopes) - 1), label="layer")
    j = data.draw(st.integers(0, len(b_slopes[layer]) - 1), label="j")
    off = 1e-5 * max(1.0, *(abs(b) for bs in b_slopes for b in bs))
    if data.draw(st.booleans(), label="of a bias"):
        name = f"biases[{layer}][{j}]"
        b_slopes[layer][j] += off
    else:
        i = data.draw(st.integers(0, len(w_slopes[layer][j]) - 1), label="i")
        name = f"weights[{layer}][{j}][{i}]"
        w_slopes[layer][j][i] += off
    report = checked(sample, (w_slopes, b_slopes))
    assert not report.passed()
    assert report.worst.name == name


@few
@given(samples(SMOOTH))
def test_all_is_put_back(sample: Sample) -> None:
    before = repr((sample.weights, sample.biases))
    checked(sample, sample.slopes())
    assert repr((sample.weights, sample.biases)) == before


# sigmoid outputs (.7, .2, .6) and their targets
OUTPUTS = [0.7, 0.2, 0.6]
TARGETS = [1.0, 0.0, 0.0]


def test_cross_entropys_wrong_derivative_is_caught_at_the_outputs() -> None:
    """Correction 1: a - y is no slope to a."""
    a = list(OUTPUTS)

    def cost() -> float:
        return binary_cross_entropy(a, TARGETS)

    right = {"a": binary_cross_entropy_derivative(a, TARGETS)}
    assert right["a"] == pytest.approx([-1.4286, 1.25, 2.5], abs=5e-5)
    assert gradient_check(cost, {"a": a}, right).passed()

    wrong = {"a": [-0.3, 0.2, 0.6]}
    report = gradient_check(cost, {"a": a}, wrong)
    assert not report.passed()
    assert report.worst.name == "a[1]"
    assert report.errors == pytest.approx({"a[0]": 0.79, "a[1]": 0.84, "a[2]": 0.76})


def test_cross_entropys_wrong_recipe_is_caught_at_the_zs() -> None:
    """Correction 1: a - y times the sigmoid's slope descends squared error."""
    zs = [math.log(a / (1 - a)) for a in OUTPUTS]

    def cost() -> float:
        return binary_cross_entropy(activate(sigmoid, zs), TARGETS)

    right = sigmoid_binary_cross_entropy_derivative(zs, TARGETS)
    assert right == pytest.approx([-0.3, 0.2, 0.6])
    assert gradient_check(cost, {"zs": zs}, {"zs": right}).passed()

    report = gradient_check(cost, {"zs": zs}, {"zs": [-0.063, 0.032, 0.144]})
    assert not report.passed()
    assert report.worst.name == "zs[1]"
    assert report.worst.measured == pytest.approx(0.2)
    assert report.worst.computed == 0.032
    assert report.worst.error == pytest.approx(0.84)


def test_relus_slope_times_softmaxs_is_caught() -> None:
    """Correction 17: a recipe found elsewhere."""
    zs = [-1.0, 0.5, -2.0]
    targets = [0.0, 1.0, 0.0]

    def cost() -> float:
        return cross_entropy(softmax(zs), targets)

    right = softmax_cross_entropy_derivative(zs, targets)
    assert right == pytest.approx([0.171, -0.234, 0.063], abs=5e-4)
    assert gradient_check(cost, {"zs": zs}, {"zs": right}).passed()

    recipe = []
    for z, slope in zip(zs, right, strict=True):
        recipe.append(slope * relu_derivative(z) / 3)
    assert recipe == pytest.approx([0, -0.078, 0], abs=5e-4)
    report = gradient_check(cost, {"zs": zs}, {"zs": recipe})
    assert not report.passed()
    assert report.worst.name == "zs[0]"
    assert list(report.errors.values()) == pytest.approx([1, 2 / 3, 1])


def numpy_model() -> tuple[
    list[np.ndarray], list[np.ndarray], Callable[[], float], list[tuple[Any, Any]]
]:
    """Return weights, biases, cost and slopes of a 4-3-2 network of arrays.

    The parameters are views of one long row, and a slope comes as (dW, db) per layer.
    """
    rng = np.random.default_rng(1)
    row = rng.normal(size=4 * 3 + 3 + 3 * 2 + 2)
    weights = [row[:12].reshape(3, 4), row[15:21].reshape(2, 3)]
    biases = [row[12:15], row[21:]]
    x = rng.normal(size=(5, 4))
    y = rng.normal(size=(5, 2))

    def run() -> tuple[np.ndarray, np.ndarray]:
        hidden = np.tanh(x @ weights[0].T + biases[0])
        return hidden, hidden @ weights[1].T + biases[1]

    def cost() -> float:
        _, outputs = run()
        return float(((outputs - y) ** 2).sum() / 2)

    hidden, outputs = run()
    last = outputs - y
    first = (last @ weights[1]) * (1 - hidden**2)
    slopes = [(first.T @ x, first.sum(axis=0)), (last.T @ hidden, last.sum(axis=0))]
    return weights, biases, cost, slopes


def test_arrays_are_checked_like_lists() -> None:
    weights, biases, cost, slopes = numpy_model()
    before = [array.copy() for array in weights + biases]
    report = gradient_check(
        cost,
        {"weights": weights, "biases": biases},
        {
            "weights": [w_slope for w_slope, _ in slopes],
            "biases": [b_slope for _, b_slope in slopes],
        },
    )
    assert report.passed()
    assert len(report.errors) == 23
    assert list(report.errors)[-3:] == ["biases[0][2]", "biases[1][0]", "biases[1][1]"]
    for array, copy in zip(weights + biases, before, strict=True):
        assert array.tobytes() == copy.tobytes()


def test_layers_may_be_pairs_of_arrays() -> None:
    weights, biases, cost, slopes = numpy_model()
    layers = tuple(zip(weights, biases, strict=True))
    assert gradient_check(cost, {"layers": layers}, {"layers": slopes}).passed()
    slopes[1][0][1, 2] += 0.25
    report = gradient_check(cost, {"layers": layers}, {"layers": slopes})
    assert report.worst.name == "layers[1][0][1][2]"
    assert report.worst.computed - report.worst.measured == pytest.approx(0.25)


def test_a_transposed_square_of_weights_is_caught() -> None:
    """Its shape fits, its slopes do not."""
    weights = np.array([[1.0, 2.0], [3.0, 4.0]])
    x = np.array([0.5, -1.0])

    def cost() -> float:
        return float(((weights @ x) ** 2).sum() / 2)

    right = np.outer(weights @ x, x)
    assert gradient_check(cost, {"weights": weights}, {"weights": right}).passed()
    report = gradient_check(cost, {"weights": weights}, {"weights": right.T})
    assert report.worst.name in ("weights[0][1]", "weights[1][0]")
    assert not report.passed()


def test_a_matrix_is_checked_through_its_values() -> None:
    m = from_rows([[1.0, 2.0], [3.0, 4.0]])

    def cost() -> float:
        total = 0.0
        for value in m.values:
            total += value * value
        return total

    slopes = [2 * value for value in m.values]
    report = gradient_check(cost, {"m": m.values}, {"m": slopes})
    assert report.passed()
    assert m == from_rows([[1.0, 2.0], [3.0, 4.0]])


def test_names_may_stand_for_single_numbers() -> None:
    p = {"w": 2.0, "b": -1.0}
    report = gradient_check(lambda: p["w"] ** 2 + 3 * p["b"], p, {"w": 4.0, "b": 3.0})
    assert report.passed()
    assert list(report.errors) == ["w", "b"]
    assert p == {"w": 2.0, "b": -1.0}


def test_whole_numbers_and_minus_zero_are_put_back_as_they_were() -> None:
    xs: list[float] = [3, -0.0]
    report = gradient_check(lambda: xs[0] * xs[0] + xs[1], {"xs": xs}, {"xs": [6, 1]})
    assert report.passed()
    assert repr(xs) == "[3, -0.0]"


def test_a_parameter_is_put_back_if_the_cost_raises() -> None:
    xs = [1.0, 2.0]

    def cost() -> float:
        if xs[1] > 2.0:
            raise RuntimeError(repr(xs))
        return 0.0

    with pytest.raises(RuntimeError, match=r"^\[1\.0, 2\.0000"):
        gradient_check(cost, {"xs": xs}, {"xs": [0.0, 0.0]})
    assert xs == [1.0, 2.0]


def test_only_one_parameter_is_moved_at_a_time_by_a_step_to_either_side() -> None:
    xs = [0.5, -4.0]
    seen = []

    def cost() -> float:
        seen.append(tuple(xs))
        return 1.0

    gradient_check(cost, {"xs": xs}, {"xs": [0.0, 0.0]}, dx=0.25)
    moved = {(0.25, -4.0), (0.75, -4.0), (0.5, -5.0), (0.5, -3.0)}
    assert set(seen) == moved | {(0.5, -4.0)}


def test_the_step_is_that_of_the_central_difference_unless_given() -> None:
    xs = [1.0]
    seen = []

    def cost() -> float:
        seen.append(xs[0])
        return 1.0

    gradient_check(cost, {"xs": xs}, {"xs": [0.0]})
    assert {abs(x - 1.0) for x in seen} == {0.0, 2.0**-17}


def test_a_measured_slope_is_a_central_difference() -> None:
    xs = [2.0]
    report = gradient_check(lambda: xs[0] ** 3, {"xs": xs}, {"xs": [12.25]}, dx=0.25)
    # h = 0.5: (2.5³ - 1.5³) / 1, and (2³ - 1.5³) / 0.5 and (2.5³ - 2³) / 0.5.
    assert report.worst.measured == 12.25
    assert report.left == 9.25
    assert report.right == 15.25


def test_left_is_left_if_the_step_is_negative() -> None:
    xs = [2.0]
    report = gradient_check(lambda: xs[0] ** 3, {"xs": xs}, {"xs": [12.25]}, dx=-0.25)
    assert (report.worst.measured, report.left, report.right) == (12.25, 9.25, 15.25)


def test_a_kink_shows_on_its_two_sides() -> None:
    """ReLU's slope at 0 is 0 by agreement, and measured as ½ there."""
    zs = [1.0, 0.0]

    def cost() -> float:
        return relu(zs[0]) + relu(zs[1])

    slopes = {"zs": [relu_derivative(z) for z in zs]}
    report = gradient_check(cost, {"zs": zs}, slopes)
    assert not report.passed()
    assert report.worst.name == "zs[1]"
    assert report.worst.measured == 0.5
    assert (report.left, report.right) == (0.0, 1.0)
    assert str(report) == (
        "slopes compared: 2, the worst of them:\n"
        "zs[1]: measured 0.5, computed 0, relative error 1.0e+00\n"
        "(to the left 0, to the right 1)"
    )
    zs[1] = 0.001
    assert gradient_check(cost, {"zs": zs}, {"zs": [1.0, 1.0]}).passed()


def test_a_report_reads_well() -> None:
    xs = [1.0, 1.0]
    report = gradient_check(lambda: xs[0] / 3 + xs[1], {"xs": xs}, {"xs": [0.25, 1.0]})
    assert str(report.worst) == (
        "xs[0]: measured 0.333333, computed 0.25, relative error 2.5e-01"
    )
    assert str(report) == (
        "slopes compared: 2, the worst of them:\n"
        "xs[0]: measured 0.333333, computed 0.25, relative error 2.5e-01\n"
        "(to the left 0.3333, to the right 0.3333)"
    )


def test_of_equal_errors_the_first_is_the_worst() -> None:
    xs = [1.0, 1.0, 1.0]
    report = gradient_check(
        lambda: xs[0] + xs[1] + xs[2], {"xs": xs}, {"xs": [1.0, 0.0, 0.0]}
    )
    assert report.worst.name == "xs[1]"
    assert report.worst is report.comparisons[1]


def test_passing_is_up_to_the_tolerance() -> None:
    def report(error: float) -> Report:
        comparison = Comparison("w", 1.0, 1.0 - error, 0.0)
        return Report([comparison], comparison, 1.0, 1.0)

    assert report(0.5).passed(0.5)
    assert not report(0.5).passed(0.49)
    assert report(0.9e-7).passed()
    assert not report(1.1e-7).passed()


@pytest.mark.parametrize(
    ("measured", "computed", "floor", "error"),
    [
        (2.0, 1.0, 0.0, 0.5),
        (1.0, 2.0, 0.0, 0.5),
        (-1.0, 1.0, 0.0, 2.0),
        (-4.0, -3.0, 0.5, 0.25),
        (3.0, -4.0, 0.5, 1.75),
        (1e-17, 0.0, 0.0, 1.0),
        (1e-17, 0.0, 1e-10, 1e-7),
        (0.0, 0.0, 0.0, 0.0),
        (1.0, math.nan, 1.0, math.inf),
        (1.0, math.inf, 1.0, math.inf),
        (1.0, -math.inf, 1.0, math.inf),
    ],
)
def test_the_error_is_relative_to_the_larger_slope_or_the_floor(
    measured: float, computed: float, floor: float, error: float
) -> None:
    comparison = Comparison("w", measured, computed, floor)
    assert comparison.name == "w"
    assert comparison.measured == measured
    assert comparison.error == pytest.approx(error)
    assert repr(comparison.computed) == repr(computed)


def test_the_floor_is_a_share_of_the_largest_measured_slope() -> None:
    assert FLOOR_SHARE == 1 / 128
    xs = [0.0, 0.0]
    # A wrong computed slope, however large, does not raise the floor.
    slopes = {"xs": [1e9, 0.25]}
    report = gradient_check(lambda: -128 * xs[0], {"xs": xs}, slopes)
    assert report.errors["xs[1]"] == 0.25


def test_the_floor_is_a_share_of_the_cost_if_that_is_larger() -> None:
    xs = [0.0]
    report = gradient_check(lambda: 512.0 + xs[0] / 2, {"xs": xs}, {"xs": [1.5]})
    assert report.worst.error == 0.25
    report = gradient_check(lambda: xs[0] / 2 - 512.0, {"xs": xs}, {"xs": [1.5]})
    assert report.worst.error == 0.25


def test_the_floor_is_at_least_a_thousandth() -> None:
    assert LEAST_FLOOR == 1 / 1024
    report = gradient_check(zero, {"x": [1.0]}, {"x": [LEAST_FLOOR / 4]})
    assert report.worst.error == 0.25


def test_a_flat_place_passes_though_its_measured_slope_is_not_0() -> None:
    xs = [0.0]
    report = gradient_check(lambda: xs[0] ** 3, {"xs": xs}, {"xs": [0.0]})
    assert report.worst.measured == 2.0**-34
    assert report.passed()


def test_no_slope_at_all_passes_where_none_is_computed() -> None:
    xs = [1.0, 2.0]
    report = gradient_check(lambda: 0.0, {"xs": xs}, {"xs": [0.0, -0.0]})
    assert report.errors == {"xs[0]": 0.0, "xs[1]": 0.0}
    assert report.passed(0.0)


@pytest.mark.parametrize("slope", [math.nan, math.inf, -math.inf])
def test_a_slope_that_is_no_number_is_the_worst(slope: float) -> None:
    xs = [1.0, 1.0]
    report = gradient_check(lambda: xs[0] + xs[1], {"xs": xs}, {"xs": [5.0, slope]})
    assert report.worst.name == "xs[1]"
    assert report.worst.error == math.inf
    assert not report.passed(1e300)


LIST = [1.0, 2.0]
ADVICE = "lay the slopes out like the parameters"


def zero() -> float:
    """Return the cheapest cost."""
    return 0.0


@pytest.mark.parametrize(
    ("parameters", "slopes", "message"),
    [
        ({}, {}, "parameters is empty: give at least one name"),
        ({"w": LIST}, {}, "parameters has 'w', which slopes has not"),
        (
            {"w": LIST},
            {"w": LIST, "b": LIST},
            "slopes has 'b', which parameters has not",
        ),
        ({"w": []}, {"w": []}, "w is empty: give at least one number"),
        (
            {"w": [LIST, []]},
            {"w": [LIST, []]},
            "w[1] is empty: give at least one number",
        ),
        (
            {"w": LIST},
            {"w": [1.0]},
            f"w is of length 2 in parameters and of length 1 in slopes: {ADVICE}",
        ),
        (
            {"w": [LIST, LIST]},
            {"w": [LIST, [1.0, 2.0, 3.0]]},
            f"w[1] is of length 2 in parameters and of length 3 in slopes: {ADVICE}",
        ),
        (
            {"w": [LIST, LIST]},
            {"w": LIST},
            f"w[0] is of length 2 in parameters and one number in slopes: {ADVICE}",
        ),
        (
            {"b": LIST},
            {"b": np.zeros((2, 1))},
            f"b[0] is one number in parameters and of length 1 in slopes: {ADVICE}",
        ),
        (
            {"w": np.zeros((3, 2))},
            {"w": np.zeros((2, 3))},
            f"w is of length 3 in parameters and of length 2 in slopes: {ADVICE}",
        ),
        (
            {"w": [1.0, math.nan]},
            {"w": LIST},
            "w[1] = nan is not finite: measure the slope at a number",
        ),
        (
            {"w": np.array([1, 2])},
            {"w": LIST},
            (
                "w[0] was set to 0.3333333333333333 and holds 0.0: "
                "keep parameters as floats of full precision (float64)"
            ),
        ),
        (
            {"w": np.array([0.1], dtype=np.float32)},
            {"w": [1.0]},
            (
                "w[0] was set to 0.3333333333333333 and holds 0.3333333432674408: "
                "keep parameters as floats of full precision (float64)"
            ),
        ),
    ],
)
def test_what_cannot_be_compared_is_an_error(
    parameters: dict[str, Any], slopes: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=says(message)):
        gradient_check(zero, parameters, slopes)


IN_PLACE = "use lists, or arrays that can be written"
NO_NUMBER = "no number: give an int or a float"


class Frame:
    """Like a table of pandas: it has a length, and its keys are names."""

    def __len__(self) -> int:
        """Count the rows."""
        return 2

    def __getitem__(self, name: str) -> list[float]:
        """Return a column."""
        return {"height": [1.0, 2.0]}[name]


def read_only() -> np.ndarray:
    """Return an array that cannot be written."""
    array = np.ones(2)
    array.setflags(write=False)
    return array


@pytest.mark.parametrize(
    ("parameters", "slopes", "message"),
    [
        (
            {"w": LIST},
            [LIST],
            "slopes is [[1.0, 2.0]]: give a dict of the same names as parameters",
        ),
        ({"w": [1.0, "2"]}, {"w": LIST}, f"w[1] is '2', which is {NO_NUMBER}"),
        ({"w": {0: 1.0}}, {"w": 1.0}, f"w is {{0: 1.0}}, which is {NO_NUMBER}"),
        (
            {"w": LIST},
            {"w": [1.0, None]},
            f"the slope of w[1] is None, which is {NO_NUMBER}",
        ),
        (
            {"w": Frame()},
            {"w": LIST},
            (
                "w[0] is not there, although what should hold it, a Frame, has a "
                "length: use lists, or arrays"
            ),
        ),
        (
            {"w": [LIST, (1.0, 2.0)]},
            {"w": [LIST, LIST]},
            f"w[1][0] cannot be changed where it stands, in a tuple: {IN_PLACE}",
        ),
        (
            {"w": read_only()},
            {"w": LIST},
            f"w[0] cannot be changed where it stands, in a ndarray: {IN_PLACE}",
        ),
        (
            MappingProxyType({"w": 1.0}),
            {"w": 1.0},
            f"w cannot be changed where it stands, in a mappingproxy: {IN_PLACE}",
        ),
    ],
)
def test_what_is_of_the_wrong_kind_is_an_error(
    parameters: Any,  # noqa: ANN401 - wrong on purpose
    slopes: Any,  # noqa: ANN401
    message: str,
) -> None:
    with pytest.raises(TypeError, match=says(message)):
        gradient_check(zero, parameters, slopes)


def test_a_place_that_does_not_hold_a_float_is_left_as_it_was() -> None:
    counts = np.array([7, 8])
    with pytest.raises(ValueError, match=r"^w\[0\] was set to"):
        gradient_check(zero, {"w": counts}, {"w": LIST})
    assert counts.tolist() == [7, 8]


def test_nothing_is_moved_before_all_places_fit() -> None:
    def cost() -> float:
        raise AssertionError

    with pytest.raises(ValueError, match=r"^b is of length 1 in parameters"):
        gradient_check(cost, {"w": LIST, "b": [1.0]}, {"w": LIST, "b": 1.0})


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_cost_that_is_not_finite_is_an_error(value: float) -> None:
    xs = [1.0, 2.0]
    advice = "check where the cost is finite, or choose a smaller dx"
    message = says(f"cost() = {value!r} is not finite: {advice}")
    with pytest.raises(ValueError, match=message):
        gradient_check(lambda: value, {"xs": xs}, {"xs": [0.0, 0.0]})
    message = says(f"cost() with xs[1] = 2.5 = {value!r} is not finite: {advice}")
    with pytest.raises(ValueError, match=message):
        gradient_check(
            lambda: value if xs[1] > 2 else 0.0,
            {"xs": xs},
            {"xs": [0.0, 0.0]},
            dx=0.25,
        )
    assert xs == [1.0, 2.0]


def test_a_cost_that_forgets_to_return_is_an_error() -> None:
    def cost() -> float:
        tanh(1.0)
        return None  # type: ignore[return-value]

    with pytest.raises(TypeError, match=says(f"cost() is None, which is {NO_NUMBER}")):
        gradient_check(cost, {"xs": [1.0]}, {"xs": [0.0]})


def test_a_cost_that_returns_text_once_moved_is_an_error() -> None:
    xs = [1.0]

    def cost() -> float:
        return 0.0 if xs[0] == 1.0 else "much"  # type: ignore[return-value]

    message = rf"^cost\(\) with xs\[0\] = \S+ is 'much', which is {NO_NUMBER}$"
    with pytest.raises(TypeError, match=message):
        gradient_check(cost, {"xs": xs}, {"xs": [0.0]})
    assert xs == [1.0]


def test_a_step_that_is_none_is_an_error() -> None:
    message = says("dx = 0.0 is no step: choose a small number, such as 1e-6")
    with pytest.raises(ValueError, match=message):
        gradient_check(zero, {"xs": [1.0]}, {"xs": [0.0]}, dx=0.0)


def test_a_list_needs_no_names() -> None:
    """What backward_layers gives is checked as it is."""
    weights, biases = [[[0.5, -0.25]]], [[0.125]]
    inputs, targets = [2.0, 1.0], [1.0]

    def cost() -> float:
        zs, _ = forward_layers(weights, biases, inputs, tanh)
        return squared_error(zs[-1], targets)

    zs, layer_inputs = forward_layers(weights, biases, inputs, tanh)
    deltas = squared_error_derivative(zs[-1], targets)
    slopes = backward_layers(deltas, weights, zs, layer_inputs, tanh_derivative)
    report = gradient_check(cost, (weights, biases), slopes)
    assert report.passed()
    names = [
        f"parameters[{name}" for name in ("0][0][0][0]", "0][0][0][1]", "1][0][0]")
    ]
    assert list(report.errors) == names
    assert gradient_check(cost, biases[0], bias_slopes(deltas)).passed()
    with pytest.raises(TypeError, match=r"^parameters\[1\]\[0\]\[0\] cannot be"):
        gradient_check(cost, (weights, ((0.125,),)), slopes)


def test_a_cost_that_changes_by_itself_is_told() -> None:
    dice = random.Random(1)  # noqa: S311 - not for secrets
    xs = [1.0]
    with pytest.raises(
        ValueError, match=r"^cost\(\) gives \S+, then \S+, for the same"
    ):
        gradient_check(lambda: xs[0] + dice.random(), xs, [1.0])
    assert xs == [1.0]


def test_a_cost_that_does_not_look_at_the_parameter_is_told() -> None:
    xs = [1.0, 2.0]
    copy = np.array(xs)
    report = gradient_check(lambda: float(copy @ copy), {"xs": xs}, {"xs": [2.0, 4.0]})
    assert not report.passed()
    assert report.notes == (
        "cost() does not depend on xs[0]: does it compute with a copy?",
    )
    assert str(report).endswith(f"\n({report.notes[0]})")


@pytest.mark.parametrize("divisor", [1.0, 3.0])
def test_a_float32_cost_is_told(divisor: float) -> None:
    xs = np.array([0.3, -0.7])

    def cost() -> float:
        return float(np.square(xs.astype(np.float32)).sum()) / divisor

    for slopes in (2 * xs / divisor, 0 * xs):
        report = gradient_check(cost, {"xs": xs}, {"xs": slopes})
        assert not report.passed()
        assert report.notes == (
            "cost() is rounded on its way: compute all of it in float64",
        )
    # The same cost in float64, and a wrong slope: a mistake and nothing else.
    report = gradient_check(lambda: float(xs @ xs), {"xs": xs}, {"xs": xs})
    assert not report.passed()
    assert report.notes == ()


def test_a_simple_cost_is_not_taken_for_float32() -> None:
    xs = [1.0]
    report = gradient_check(lambda: 2 * xs[0], xs, [3.0])
    assert not report.passed()
    assert report.notes == ()


@pytest.mark.parametrize("shared", ["rows", "names", "views"])
def test_two_places_that_are_one_are_told(shared: str) -> None:
    array = np.ones(3)
    row = [1.0, 2.0, 3.0]
    every: dict[str, dict[str, Any]] = {
        "rows": {"w": [row] * 2},
        "names": {"w": row, "b": row},
        "views": {"w": array, "b": array[1:]},
    }
    parameters = every[shared]
    message = (
        r"^(w\[0\]\[0\]|w\[0\]|w\[1\]) changes with (w\[1\]|b)\[0\](\[0\])?: give each"
    )
    before = repr(parameters)
    with pytest.raises(ValueError, match=message):
        gradient_check(zero, parameters, parameters)
    assert repr(parameters) == before


@pytest.mark.parametrize("power", range(-3, 13))
def test_one_percent_is_found_however_large_the_weight(power: int) -> None:
    xs = [10.0**power]
    for share, passed in ((1.0, True), (1.01, False), (0.99, False)):
        slope = 2 * xs[0] * share
        report = gradient_check(lambda: xs[0] * xs[0], xs, [slope])
        assert report.passed() is passed, share


@pytest.mark.parametrize(
    ("f", "derivative", "x"),
    [
        (math.sqrt, lambda x: 0.5 / math.sqrt(x), 1e-4),
        (math.sqrt, lambda x: 0.5 / math.sqrt(x), 2e-5),
        (math.log, lambda x: 1 / x, 1e-3),
        (lambda x: 1 / x, lambda x: -1 / x**2, 0.01),
        (lambda x: 1 / x, lambda x: -1 / x**2, 1e-3),
        (lambda x: x**0.1, lambda x: 0.1 * x**-0.9, 1e-3),
    ],
)
def test_close_to_where_a_cost_ends_right_is_told_from_wrong(
    f: Callable[[float], float], derivative: Callable[[float], float], x: float
) -> None:
    xs = [x]
    assert gradient_check(lambda: f(xs[0]), xs, [derivative(x)]).passed()
    report = gradient_check(lambda: f(xs[0]), xs, [1.01 * derivative(x)])
    assert report.worst.error == pytest.approx(0.01, rel=0.02)
    assert report.notes == ()


def test_where_no_two_steps_agree_it_is_told() -> None:
    xs = [1e10]
    report = gradient_check(lambda: math.sin(xs[0]), xs, [math.cos(1e10)])
    assert not report.passed()
    assert report.notes[0].startswith("two steps differ by ")
    assert report.notes[0].endswith(" about it: no slope to be trusted here")
    assert report.worst.doubt > 0.5 * abs(report.worst.measured)


@pytest.mark.parametrize("digits", [5, 6, 7, 8, 10])
def test_a_cost_that_is_rounded_hides_no_slope(digits: int) -> None:
    xs = [0.5]
    report = gradient_check(lambda: round(xs[0] ** 2, digits), xs, [0.0])
    assert not report.passed()
    report = gradient_check(lambda: float(np.float32(xs[0]) ** 2), xs, [0.0])
    assert not report.passed()


def test_beside_a_jump_the_other_slopes_are_compared_as_ever() -> None:
    xs = [0.0, 1.0]

    def cost() -> float:
        return 1e3 * (xs[0] > 0) + xs[1]

    report = gradient_check(cost, xs, [0.0, 1.001])
    assert report.errors["parameters[1]"] > 1e-5


class Window:
    """A number whose place gives a view of it, as those of PyTorch do."""

    def __init__(self) -> None:
        """Hold 3."""
        self.held = np.array([3.0])

    def __len__(self) -> int:
        """One."""
        return 1

    def __getitem__(self, k: int) -> object:
        """The view."""
        return self.held[k : k + 1].reshape(())

    def __setitem__(self, k: int, value: float) -> None:
        """Change what all views show."""
        self.held[k] = value


def test_a_number_that_changes_with_its_place_is_put_back() -> None:
    window = Window()
    report = gradient_check(lambda: window.held[0] ** 2, window, [6.0])
    assert report.passed()
    assert window.held == [3.0]


def test_a_rounded_cost_is_told_at_a_large_weight_too() -> None:
    xs = [1000.0]
    cost = lambda: float(np.float32(xs[0]) ** 2)  # noqa: E731 - short
    report = gradient_check(cost, xs, [2001.0])
    assert report.notes == (
        "cost() is rounded on its way: compute all of it in float64",
    )


def test_a_small_slope_of_a_large_cost_is_not_taken_for_rounded() -> None:
    xs = [0.5]
    report = gradient_check(lambda: 1e6 + 0.01 * xs[0], xs, [5.0])
    assert not report.passed()
    assert report.notes == ()


def test_a_slope_that_agrees_is_measured_once_and_without_doubt() -> None:
    weights = [3.0, 4.0]
    report = gradient_check(lambda: weights[0] ** 2 + weights[1], [weights], [[6, 1]])
    assert [each.doubt for each in report.comparisons] == [0.0, 0.0]
    assert Comparison("w", 1.0, 1.0, 0.5).doubt == 0.0
    # The largest slope that is trusted makes the floor of all.
    wrong = gradient_check(
        lambda: weights[0] ** 2 + weights[1] * 0.001, [weights], [[6, 0.002]]
    )
    assert wrong.worst.error == pytest.approx(0.001 / (FLOOR_SHARE * 6), rel=1e-3)


def test_with_a_step_of_its_own_each_slope_is_measured_once() -> None:
    weights = [3.0]
    calls = []

    def cost() -> float:
        calls.append(weights[0])
        return weights[0] ** 2

    gradient_check(cost, [weights], [[6.0]], dx=0.001)
    right = len(calls)
    gradient_check(cost, [weights], [[7.0]], dx=0.001)
    # Once more to each side of the worst place, for what may be said of it.
    assert len(calls) - right == right + 4


def test_the_second_look_at_the_cost_is_named_too() -> None:
    values: Any = iter([1.0, None])
    with pytest.raises(TypeError, match=re.escape("cost() is None")):
        gradient_check(lambda: next(values), [[1.0]], [[0.0]])


def test_what_is_drawn_at_random_shall_be_drawn_once() -> None:
    values = iter([1.0, 2.0])
    wanted = "whatever is drawn at random in it, draw once, before the check"
    with pytest.raises(ValueError, match=wanted):
        gradient_check(lambda: next(values), [[1.0]], [[0.0]])


def test_a_doubt_is_told_in_numbers() -> None:
    weights = [1e10]
    report = gradient_check(lambda: 2 + math.sin(weights[0]), [weights], [[9.0]])
    assert re.search(r"two steps differ by [\d.e+-]+ about it", str(report))


def test_a_place_that_changes_with_another_one_in_its_own_way_is_told() -> None:
    class Tied(list[float]):
        def __setitem__(self, key: Any, value: Any) -> None:  # noqa: ANN401
            super().__setitem__(key, value)
            if key == 1:
                super().__setitem__(0, 2 * value)

    with pytest.raises(
        ValueError, match=re.escape("[0][0] changes with another one: ")
    ):
        gradient_check(lambda: 1.0, [Tied([1.0, 2.0])], [[0.0, 0.0]])
