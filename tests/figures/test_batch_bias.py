"""One bias is copied to every flower, and the slopes that come back are added."""

import json
import math
import runpy
from xml.etree import ElementTree as ET

import pytest
from figures.batch_bias import drawing as batch
from hypothesis import given
from hypothesis import strategies as st

from derivlearn import example
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.loops import activate, forward_layers, last_deltas
from derivlearn.numeric import central_difference
from tests.figures.reading import (
    ROOT,
    SHOWN,
    SPACE,
    Shown,
    number,
    original,
    plots,
    starts,
)

CHAPTER = runpy.run_path(str(ROOT / "snippets/many-samples/batch.py"))
# What the chapter prints of output 0: a slope for each flower, and their sum.
DELTAS = [deltas[0] for deltas in CHAPTER["deltas"]]
SUM = CHAPTER["sums"][0]
# At its end the chapter has the real irises, one in each column.
INPUTS = [
    example.INPUTS,
    [-1.0, 1.0, -1.25, -1.5],
    *CHAPTER["X"][:, batch.REAL].T.tolist(),
]
TARGETS = [
    example.TARGETS,
    [0.0, 1.0, 0.0],
    *CHAPTER["Y"][:, batch.REAL].T.tolist(),
]
EVERY = [one for one in SHOWN if one.name == "batch-bias"]

counts = st.integers(1, len(INPUTS))
biases = st.floats(batch.BIASES[0], batch.BIASES[-1])


def zs_of(inputs: list[float], bias: float) -> list[float]:
    """Return the pre-activations of the outputs if output 0 has another bias."""
    zs, _ = forward_layers(
        [example.HIDDEN_WEIGHTS, example.LAST_WEIGHTS],
        [example.HIDDEN_BIASES, [bias, *example.LAST_BIASES[1:]]],
        inputs,
        sigmoid,
    )
    return zs[-1]


def total_cost(count: int, bias: float) -> float:
    """Return the costs of so many flowers, of all outputs, added up."""
    return math.fsum(
        squared_error(activate(sigmoid, zs_of(inputs, bias)), targets)
        for inputs, targets in list(zip(INPUTS, TARGETS, strict=True))[:count]
    )


def part(name: str) -> ET.Element:
    found = original("batch-bias").find(f".//{SPACE}*[@data-part='{name}']")
    assert found is not None
    return found


def written(name: str) -> str:
    return number("".join(part(name).itertext()))


def line(name: str) -> list[tuple[float, float]]:
    return starts(part(name))


def test_the_first_flowers_are_those_of_the_chapter() -> None:
    assert len(DELTAS) == batch.SHOWN
    for n, delta in enumerate(DELTAS):
        assert written(f"delta-{n}") == f"δ₀ {delta:.6f}"
        assert part(f"row-{n}").get("visibility") is None
    assert written("slope") == f"∂C/∂b₀ = {SUM:.6f}"


@pytest.mark.parametrize("n", range(len(INPUTS)))
def test_each_flower_has_what_the_network_computes_of_it(n: int) -> None:
    z, *_ = zs = zs_of(INPUTS[n], batch.BIAS)
    outputs = activate(sigmoid, zs)
    slopes = squared_error_derivative(outputs, TARGETS[n])
    delta, *_ = last_deltas(slopes, zs, sigmoid_derivative)
    assert written(f"z-{n}") == f"z₀ {z:.6f}"
    assert written(f"a-{n}") == f"a₀ {outputs[0]:.6f}"
    assert written(f"delta-{n}") == f"δ₀ {delta:.6f}"
    words = ["".join(each.itertext()) for each in part(f"row-{n}")]
    assert str(n) in words
    assert f"y₀ {TARGETS[n][0]:g}" in words


def test_the_flowers_that_are_not_in_the_batch_wait_unseen() -> None:
    for n in range(batch.SHOWN, len(INPUTS)):
        assert part(f"row-{n}").get("visibility") == "hidden"
    circles = [*original("batch-bias").iter(f"{SPACE}circle")]
    levels = [float(each.get("cy", "")) for each in circles[1:]]
    assert len(set(levels)) == len(levels) == len(INPUTS)
    # The ones that are seen are in the middle of the upper and of the lower half.
    halves = [batch.TOP + share * batch.ROOM for share in (0.25, 0.75)]
    assert levels[: batch.SHOWN] == pytest.approx(halves)


@given(counts, biases)
def test_the_slopes_of_the_flowers_add_up_to_that_of_their_total_cost(
    count: int, bias: float
) -> None:
    measured = central_difference(lambda at: total_cost(count, at), bias)
    assert batch.total_slope(count, bias) == pytest.approx(measured, abs=1e-8)


@given(counts, biases)
def test_a_nudge_moves_the_cost_as_computed_anew_and_close_to_the_forecast(
    count: int, bias: float
) -> None:
    real = batch.real_change(count, bias)
    anew = total_cost(count, bias + batch.NUDGE) - total_cost(count, bias)
    assert real == pytest.approx(anew, abs=1e-12)
    # The slope of each flower changes by no more than 0.16 times the bias.
    forecast = batch.NUDGE * batch.total_slope(count, bias)
    assert abs(real - forecast) <= count * 0.16 * batch.NUDGE**2 / 2


@given(biases)
def test_every_flower_wants_something_and_every_sum_is_on_the_picture(
    bias: float,
) -> None:
    total = 0.0
    for flower, targets in zip(batch.flowers(), TARGETS, strict=True):
        delta = flower.delta(bias)
        assert round(delta, batch.DECIMALS) != 0
        # Up to its target, and down to it.
        assert (delta < 0) == (targets[0] == 1)
        total += delta
        assert batch.SLOPES.x.low < total < batch.SLOPES.x.high


def test_a_nudge_is_told_with_forecast_and_truth() -> None:
    forecast = batch.NUDGE * SUM
    real = total_cost(2, batch.BIAS + batch.NUDGE) - total_cost(2, batch.BIAS)
    assert written("forecast") == f"0.01 × {SUM:.6f} = {forecast:.6f}"
    assert written("really") == f"{real:.6f}"


def test_each_slope_begins_where_the_one_before_ended() -> None:
    (plot,) = plots(original("batch-bias"))
    tips = [plot.x.value(x) for x, _ in line("slopes-heads")[1::3]]
    begins = [plot.x.value(x) for x, _ in line("slopes")[::2]]
    assert begins == pytest.approx([0, DELTAS[0]], abs=1e-4)
    assert tips == pytest.approx([DELTAS[0], SUM], abs=1e-4)
    (total,) = line("total-heads")[1::3]
    assert plot.x.value(total[0]) == pytest.approx(SUM, abs=1e-4)
    joints = [plot.x.value(x) for x, _ in line("joints")]
    assert joints == pytest.approx([DELTAS[0]] * 2 + [SUM] * 2, abs=1e-4)


def test_what_comes_back_comes_back_the_same_way() -> None:
    forth, back = line("forth"), line("back")
    assert len(forth) == len(back) == 2 * batch.SHOWN
    for n in range(batch.SHOWN):
        (x0, y0), (x1, y1) = forth[2 * n : 2 * n + 2]
        (x2, y2), (x3, y3) = back[2 * n : 2 * n + 2]
        assert x0 < x1
        assert x2 > x3
        # One beside the other, and as long.
        assert (x1 - x0, y1 - y0) == pytest.approx((x2 - x3, y2 - y3), abs=0.03)
        assert math.hypot(x2 - x1, y2 - y1) > batch.LANE
    assert part("back").get("stroke-dasharray")
    assert part("forth").get("stroke-dasharray") is None


def test_what_a_page_loads_is_small() -> None:
    assert len(json.dumps(batch.data())) < 1500


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.where)
def test_the_words_beside_the_picture_tell_its_numbers(one: Shown) -> None:
    alt = number(one.texts["alt"])
    seen = [f"{name}-{n}" for name in ("z", "a", "delta") for n in range(batch.SHOWN)]
    for name in (*seen, "slope", "forecast", "really"):
        *_, value = written(name).split(" = ")
        assert value.split(" ")[-1] in alt
    assert written("forecast") in alt
