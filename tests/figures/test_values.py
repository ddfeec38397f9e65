"""What pictures draw and print is what `derivlearn` computes."""

import math
import re
import runpy
from collections.abc import Callable
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from figures.gradient_check import drawing as gradient_check
from figures.layers import drawing as layers
from figures.loops_and_matrices import drawing as loops_and_matrices
from figures.matrix import drawing as matrix

from derivlearn import activations, example
from derivlearn.check import gradient_check as gradient_check_of
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.loops import (
    activate,
    forward,
    hidden_deltas,
    last_deltas,
    weight_slopes,
)
from derivlearn.numeric import central_difference, forward_difference
from derivlearn_site.figures import gallery
from tests.figures.reading import (
    BOOK,
    ROOT,
    SPACE,
    number,
    original,
    plots,
    printed,
    starts,
    texts,
)

HIDDEN_ZS = forward(example.HIDDEN_WEIGHTS, example.HIDDEN_BIASES, example.INPUTS)
HIDDEN = activate(activations.sigmoid, HIDDEN_ZS)
ZS = forward(example.LAST_WEIGHTS, example.LAST_BIASES, HIDDEN)
OUTPUTS = activate(activations.sigmoid, ZS)
OUTPUT_SLOPES = squared_error_derivative(OUTPUTS, example.TARGETS)
SLOPES = last_deltas(OUTPUT_SLOPES, ZS, activations.sigmoid_derivative)
WEIGHT_SLOPES = weight_slopes(SLOPES, HIDDEN)
HIDDEN_SLOPES = hidden_deltas(
    SLOPES, example.LAST_WEIGHTS, HIDDEN_ZS, activations.sigmoid_derivative
)


def cube(x: float) -> float:
    return x * x * x


def words(name: str) -> str:
    return number("\n".join(texts(original(name))))


def curve(name: str, data_name: str) -> list[tuple[float, float]]:
    return next(
        plot.curves()[data_name]
        for plot in plots(original(name))
        if data_name in plot.curves()
    )


@pytest.mark.parametrize("name", gallery.names(BOOK))
def test_each_mark_is_where_its_values_are(name: str) -> None:
    for plot in plots(original(name)):
        for says, is_at in plot.marks():
            # On a logarithmic axis, a place is as exact as its share of the value.
            shares = [1e-3 * (scale.kind == "log") for scale in (plot.x, plot.y)]
            assert is_at[0] == pytest.approx(says[0], abs=1e-3, rel=shares[0])
            assert is_at[1] == pytest.approx(says[1], abs=2e-3, rel=shares[1])


def marks(name: str) -> set[tuple[float, float]]:
    return {says for plot in plots(original(name)) for says, _ in plot.marks()}


@pytest.mark.parametrize(
    ("name", "data_name", "f"),
    [
        ("derivative", "curve", cube),
        ("constant", "curve", lambda _: 5),
        ("linear", "curve", lambda x: 3 * x + 2),
        ("slope-and-derivative", "function", lambda x: x * x),
        ("slope-and-derivative", "derivative", lambda x: 2 * x),
        ("activation", "function-0", activations.sigmoid),
        ("activation", "derivative-0", activations.sigmoid_derivative),
        ("activation", "function-1", activations.tanh),
        ("activation", "derivative-1", activations.tanh_derivative),
        ("activation", "function-2", activations.relu),
        ("activation", "derivative-2-left", activations.relu_derivative),
        ("activation", "derivative-2-right", lambda _: 1),
        ("partial", "along-x", lambda x: x * x - x + 2),
        ("partial", "along-y", lambda y: 4 + 2 * y + 2 * y * y),
    ],
)
def test_each_curve_is_its_function(
    name: str, data_name: str, f: Callable[[float], float]
) -> None:
    points = curve(name, data_name)
    assert len(points) > 1
    for x, y in points:
        # A hundredth of a unit of the picture, across and upwards.
        assert y == pytest.approx(f(x), abs=0.02)


def test_the_points_of_the_derivative_lie_on_the_curve() -> None:
    assert marks("derivative") == {(x, round(cube(x), 4)) for x in (3, 3.25, 3.5, 4)}


def test_the_lines_of_the_derivative_have_the_slopes_that_they_bear() -> None:
    (plot,) = plots(original("derivative"))
    drawn = []
    for path in plot.group.iter(f"{SPACE}path"):
        ends = [plot.values(*at) for at in starts(path)]
        if len(ends) == 2 and abs(ends[1][0] - 4.25) < 0.01 and ends[1][1] > 10:
            drawn.append((ends[1][1] - ends[0][1]) / (ends[1][0] - ends[0][0]))
            on_line = ends[0][1] + drawn[-1] * (3 - ends[0][0])
            assert on_line == pytest.approx(27, abs=0.02)
    slopes = [forward_difference(cube, 3, dx, relative=False) for dx in (1, 0.5, 0.25)]
    slopes.append(central_difference(cube, 3))
    assert drawn == pytest.approx(slopes, abs=0.02)
    for slope in slopes:
        assert f"{round(slope, 2):g}" in texts(original("derivative"))


@pytest.mark.parametrize(
    ("name", "difference"),
    [("forward", forward_difference), ("central", central_difference)],
)
def test_every_error_is_drawn_and_those_of_0_in_their_own_row(
    name: str, difference: Callable[..., float]
) -> None:
    (plot,) = plots(original("difference-error"))
    points = plot.curves()[name]
    assert len(points) == 141
    zeros = 0
    lowest = min(y for _, y in points)
    for x, y in points:
        # The increment as it was written, from the place where it was drawn.
        dx = float(f"{x:.2e}")
        nearest = min(_increments(), key=lambda one: abs(math.log(one / dx)))
        error = abs(difference(cube, 3, nearest, relative=False) - 27)
        if error == 0:
            zeros += 1
            assert y == lowest < 1e-12
        else:
            assert math.log10(y) == pytest.approx(math.log10(error), abs=0.01)
    assert zeros > 5
    left, right = points[0][0], points[-1][0]
    assert left == pytest.approx(1e-15, rel=0.01)
    assert right == pytest.approx(0.1, rel=0.01)


def _increments() -> list[float]:
    decades = range(15, 0, -1)
    mantissas = (1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8)
    return [float(f"{m}e-{decade}") for decade in decades for m in mantissas]


def test_the_constant_rises_by_nothing() -> None:
    assert marks("constant") == {(3, 5), (4, 5)}
    assert " 1" in words("constant")
    assert " 0" in words("constant")


def test_the_line_takes_the_same_step_in_two_places() -> None:
    assert marks("linear") == {(0, 2), (1, 5), (2, 8), (3, 11)}
    assert sum(one.endswith(" 3") for one in texts(original("linear"))) == 2
    assert sum(one.endswith(" 1") for one in texts(original("linear"))) == 2


def test_the_slopes_above_are_the_heights_below() -> None:
    above, below = plots(original("slope-and-derivative"))
    points = {says for says, _ in above.marks()}
    assert points == {(-1, 1), (0.5, 0.25), (1.5, 2.25)}
    assert {says for says, _ in below.marks()} == {(x, 2 * x) for x, _ in points}
    assert above.x == below.x


def test_relu_has_no_slope_but_is_given_0_at_its_kink() -> None:
    *_, below = plots(original("activation"))
    assert {says for says, _ in below.marks()} == {(0, 0), (0, 1)}
    circles = {
        circle.get("data-y"): circle.get("fill", "")
        for circle in below.group.iter(f"{SPACE}circle")
    }
    assert "paper" in circles["1"]
    assert "paper" not in circles["0"]


def test_the_activations_are_printed_and_their_tangents_have_their_slopes() -> None:
    columns = ("sigmoid", "tanh", "relu")
    printed = words("activation").split()
    tangents = {}
    for plot in plots(original("activation")):
        for path in plot.group.iter(f"{SPACE}path"):
            part = path.get("data-part", "")
            if part.startswith("tangent"):
                (x, y), (right, top) = (plot.values(*at) for at in starts(path))
                tangents[part] = (top - y) / (right - x) if right > x else None
    for name in columns:
        for f in (name, f"{name}_derivative"):
            assert f"{getattr(activations, f)(0):.4f}" in printed
    assert tangents["tangent-0"] == pytest.approx(0.25, abs=0.01)
    assert tangents["tangent-1"] == pytest.approx(1, abs=0.01)
    assert tangents["tangent-2"] is None


def test_the_bars_add_up_to_the_cost_and_the_arrows_are_the_slopes() -> None:
    a, y = [0.7, 0.2, 0.6], [1.0, 0.0, 0.0]
    shares, slopes, *lines = plots(original("loss"))
    drawn = [says[1] for says, _ in shares.marks()]
    assert drawn == pytest.approx([(p - q) ** 2 / 2 for p, q in zip(a, y, strict=True)])
    assert math.fsum(drawn) == pytest.approx(squared_error(a, y))
    arrows = [says[1] for says, _ in slopes.marks()]
    assert arrows == pytest.approx(squared_error_derivative(a, y))
    for line, output, target in zip(lines, a, y, strict=True):
        assert [says for says, _ in line.marks()] == [(target, 0), (output, 0)]
        # As far apart as the arrow is long.
        assert line.x.end - line.x.start == pytest.approx(
            slopes.y.start - (slopes.y.start + slopes.y.end) / 2
        )
    printed = words("loss").split()
    for shown in ("0.045", "0.020", "0.180", "0.245", "-0.3", "0.2", "0.6"):
        assert shown in printed


def test_each_contour_has_the_height_that_it_bears() -> None:
    above = plots(original("partial"))[0]
    levels = []
    for path in above.group.iter(f"{SPACE}path"):
        level = path.get("data-level")
        if level is None:
            continue
        levels.append(float(level))
        for x, y in (above.values(*at) for at in starts(path)):
            assert x * x + x * y + 2 * y * y == pytest.approx(levels[-1], abs=0.01)
    assert 2 * 2 + 2 * -1 + 2 * -1 * -1 in levels
    assert [says for says, _ in above.marks()] == [(2, -1)]


def test_a_map_is_as_wide_as_it_is_high() -> None:
    above = plots(original("partial"))[0]
    across = (above.x.end - above.x.start) / (above.x.high - above.x.low)
    upwards = (above.y.start - above.y.end) / (above.y.high - above.y.low)
    assert across == pytest.approx(upwards, rel=1e-3)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        (
            "last-bias",
            [
                ZS[0],
                OUTPUTS[0],
                squared_error(OUTPUTS, example.TARGETS),
                activations.sigmoid_derivative(ZS[0]),
                OUTPUT_SLOPES[0],
                SLOPES[0],
            ],
        ),
        (
            "last-weight",
            [
                *HIDDEN,
                activations.sigmoid_derivative(ZS[0]),
                OUTPUT_SLOPES[0],
                WEIGHT_SLOPES[0][0],
            ],
        ),
        (
            "matrix",
            [*SLOPES, *HIDDEN, *(slope for row in WEIGHT_SLOPES for slope in row)],
        ),
        (
            "hidden-bias",
            [
                HIDDEN_ZS[0],
                HIDDEN[0],
                *SLOPES,
                *(
                    slope * row[0]
                    for slope, row in zip(SLOPES, example.LAST_WEIGHTS, strict=True)
                ),
                activations.sigmoid_derivative(HIDDEN_ZS[0]),
                HIDDEN_SLOPES[0],
            ],
        ),
    ],
)
def test_the_numbers_of_the_network_are_computed(
    name: str, values: list[float]
) -> None:
    for value in values:
        assert f"{value:.6f}" in words(name).split()


def test_the_table_is_laid_out_column_by_column() -> None:
    picture = original("matrix")
    table, line = (
        [
            [number("".join(text.itertext())) for text in cell.iter(f"{SPACE}text")]
            for cell in group
        ]
        for group in (_named(picture, "table"), _named(picture, "line"))
    )
    columns = sorted({x for x, _ in _corners(picture, "table")})
    rows = sorted({y for _, y in _corners(picture, "table")})
    assert (len(rows), len(columns)) == (3, 2)
    for (x, y), inside, below in zip(
        _corners(picture, "table"), table, line, strict=True
    ):
        r, c = rows.index(y), columns.index(x)
        assert inside == [str(r + c * 3), f"{WEIGHT_SLOPES[r][c]:.6f}"]
        assert below == [str(r + c * 3), f"δ{'₀₁₂'[r]}x{'₀₁'[c]}"]
    xs = [x for x, _ in _corners(picture, "line")]
    assert xs == sorted(xs)
    assert "δ₂ × x₁" in texts(picture)


def test_rounded_factors_have_the_rounded_product() -> None:
    given = matrix.data()
    decimals = given["decimals"]
    assert isinstance(decimals, int)
    for slope, row in zip(SLOPES, WEIGHT_SLOPES, strict=True):
        for x, product in zip(HIDDEN, row, strict=True):
            shown = round(round(slope, decimals) * round(x, decimals), decimals)
            assert shown == round(product, decimals)


def _named(picture: ET.Element, name: str) -> ET.Element:
    group = picture.find(f".//{SPACE}g[@data-name='{name}']")
    assert group is not None
    return group


def _corners(picture: ET.Element, name: str) -> list[tuple[float, float]]:
    return [
        (float(rect.get("x", "")), float(rect.get("y", "")))
        for rect in _named(picture, name).iter(f"{SPACE}rect")
    ]


def test_the_map_has_every_neuron_and_every_weight() -> None:
    picture = original("start")
    xs = [float(circle.get("cx", "")) for circle in picture.iter(f"{SPACE}circle")]
    assert [xs.count(x) for x in sorted(set(xs))] == [4, 2, 3, 1]
    thin = [
        path
        for path in picture.iter(f"{SPACE}path")
        if path.get("stroke-width") == "0.5"
    ]
    assert len(thin) == sum(p * q for p, q in pairwise((4, 2, 3, 1)))


def test_every_neuron_has_what_the_chapter_prints_of_it() -> None:
    chapter = runpy.run_path(str(ROOT / "snippets/layers/network.py"))
    assert chapter["weights"] == layers.WEIGHTS
    assert chapter["biases"] == layers.BIASES
    assert chapter["inputs"] == layers.INPUTS
    assert chapter["targets"] == layers.TARGETS
    picture = original("layers")
    written: dict[tuple[float, float], str] = {}
    for text in picture.iter(f"{SPACE}text"):
        place = float(text.get("x", "")), float(text.get("y", ""))
        written[place] = number("".join(text.itertext()))
    columns: dict[float, list[float]] = {}
    for circle in picture.iter(f"{SPACE}circle"):
        columns.setdefault(float(circle.get("cx", "")), []).append(
            float(circle.get("cy", ""))
        )
    activations = [*chapter["layer_inputs"], chapter["outputs"]]
    slopes = [None, *chapter["bias_slopes"]]
    assert len(columns) == len(activations) == len(slopes) == 4
    for x, above, below in zip(sorted(columns), activations, slopes, strict=True):
        assert len(columns[x]) == len(above)
        for j, y in enumerate(sorted(columns[x])):
            assert written[x, y - 17] == f"{above[j]:.4f}"
            if below is None:
                assert (x, y + 27) not in written
            else:
                assert written[x, y + 27] == f"{below[j]:.4f}"


def test_the_right_slopes_pass_and_those_of_a_route_too_few_fail_in_layer_0() -> None:
    right = gradient_check.report(whole=True)
    wrong = gradient_check.report(whole=False)
    assert right.passed(1e-8)
    failed = {name for name, error in wrong.errors.items() if error > 1e-7}
    assert failed == {name for name in wrong.errors if "s[0]" in name}
    (plot,) = plots(original("gradient-check"))
    drawn = sorted(says[1] for says, _ in plot.marks())
    lowest = gradient_check.LOWEST
    expected = [*right.errors.values(), *wrong.errors.values()]
    assert drawn == pytest.approx(
        sorted(max(error, lowest) for error in expected), rel=1e-5
    )
    high = [says for says, _ in plot.marks() if says[1] > 1e-7]
    assert len(high) == len(failed) == 10
    assert all(0.1 < error < 1 for _, error in high)


def test_the_errors_are_those_of_the_program_that_the_chapter_shows() -> None:
    path = ROOT / "snippets/gradient-check/check.py"
    # Behind the section on the route that is left out, it goes on to other networks.
    code = path.read_text(encoding="utf-8").partition("# --8<-- [start:exercise-sq")[0]
    chapter: dict[str, Any] = {}
    exec(code, chapter)  # noqa: S102 our own code
    for whole, slopes in ((True, "right_slopes"), (False, "dropped_slopes")):
        parameters = chapter["parameters"]
        printed = gradient_check_of(chapter["cost"], parameters, chapter[slopes]())
        found = gradient_check.report(whole=whole).errors
        for kind, (_, start) in zip(parameters, gradient_check.GROUPS, strict=True):
            errors = [error for name, error in found.items() if name.startswith(start)]
            assert errors == [
                error for name, error in printed.errors.items() if name.startswith(kind)
            ]


def test_each_learning_rate_starts_alike_and_ends_as_the_chapter_prints() -> None:
    ends = {"rate-0.5": 0.124, "rate-8": 0.0015, "rate-128": 0.25}
    for name, end in ends.items():
        points = curve("training", name)
        assert [round(x) for x, _ in points] == list(range(101))
        assert points[0][1] == pytest.approx(0.125, abs=1e-3)
        assert points[-1][1] == pytest.approx(end, abs=6e-4)
        assert f" {name.removeprefix('rate-')}" in words("training")


def test_the_curve_of_the_right_learning_rate_is_the_printed_one() -> None:
    points = curve("training", "rate-8")
    recorded = printed("training/xor.py")
    rows = re.findall(r"^ *(\d+) (0\.\d{4})$", recorded, re.MULTILINE)
    assert len(rows) == 11
    for step, cost in rows:
        assert points[int(step)][1] == pytest.approx(float(cost), abs=6e-4)


def test_the_graph_bears_the_values_and_slopes_of_its_formula() -> None:
    x, y = 3, 2
    values = {"x": x, "y": y, "u": x + y, "v": (x + y) * x, "f": (x + y) * (x + 1)}
    slopes = {"x": (x + 1) + (x + y), "y": x + 1, "u": 1 + x, "v": 1, "f": 1}
    ways = [1, 1, 1, 1, x, x + y]
    drawn = texts(original("autograd"))
    for name in values:
        assert name in drawn
    numbers = [int(one) for one in drawn if one.isdigit()]
    assert sorted(numbers) == sorted([*values.values(), *slopes.values()])
    assert sorted(one for one in drawn if one.startswith("×")) == sorted(
        f"× {way}" for way in ways
    )
    circles = list(original("autograd").iter(f"{SPACE}circle"))
    assert len(circles) == len(values)


def test_the_times_are_drawn_as_measured_and_show_what_the_chapter_says() -> None:
    (plot,) = plots(original("loops-and-matrices"))
    measured = loops_and_matrices.times()
    assert set(measured) == {"loops", "matrices", "numpy"}
    for way, pairs in measured.items():
        drawn = plot.curves()[way]
        assert len(drawn) == len(pairs) == 8
        for (x, y), (weights, seconds) in zip(drawn, pairs, strict=True):
            assert x == pytest.approx(weights, rel=0.01)
            assert y == pytest.approx(seconds, rel=0.01)
        assert [weights for weights, _ in pairs] == [14 * 4**n for n in range(8)]
    loops, matrices, numpy = (
        [seconds for _, seconds in measured[way]]
        for way in ("loops", "matrices", "numpy")
    )
    assert all(2 < m / p < 10 for m, p in zip(matrices, loops, strict=True))
    assert 0.8 < numpy[0] / loops[0] < 1.25
    assert numpy[3] < 1.25 * numpy[0]
    assert 40 < loops[5] / numpy[5] < 60
    assert loops[7] > 100 * numpy[7]
