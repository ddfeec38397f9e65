"""What came of each learning rate is told as it is, and in little room."""

import json
import re

import pytest
from figures.training import drawing as training
from figures.training.drawing import Trace

from derivlearn_site.figures import svg
from tests.figures.reading import original, plots, printed

PRINTED = printed("training/xor.py")
ROWS = re.findall(r"^ *([\d.]+)  (0\.\d{4})  (.+)$", PRINTED, re.MULTILINE)
HALF = (0.5, 0.5, 0.5, 0.5)


def test_the_costs_and_the_answers_are_those_that_the_chapter_prints() -> None:
    assert [float(rate) for rate, *_ in ROWS] == [0.5, 8, 128]
    for rate, cost, answers in ROWS:
        trace = training.trace(float(rate))
        assert f"{trace.costs[-1]:.4f}" == cost
        assert " ".join(f"{answer:.2f}" for answer in trace.answers) == answers


@pytest.mark.parametrize(
    ("costs", "answers", "fate"),
    [
        ((0.125, 0.124, 0.121), HALF, "still"),
        ((0.125, 0.2, 0.125), HALF, "moving"),
        ((0.125, 0.11, 0.08), (0.3, 0.6, 0.6, 0.3), "moving"),
        ((0.125, 0.05, 0.0099), (0.1, 0.9, 0.9, 0.1), "learned"),
        ((0.125, 0.25, 0.25), (0.996, 1.0, 1.0, 1.0), "all-1"),
        ((0.125, 0.25, 0.25), (0.004, 0.0, 0.0, 0.0), "all-0"),
        ((0.125, 0.25, 0.25), (0.004, 0.006, 0.0, 0.0), "moving"),
    ],
)
def test_what_has_happened_is_decided_by_the_numbers(
    costs: tuple[float, ...], answers: tuple[float, ...], fate: str
) -> None:
    assert Trace(costs, answers).fate() == fate
    assert fate in training.LIVE


def test_a_cost_has_jumped_only_if_it_was_above_both_its_ends() -> None:
    assert Trace((0.125, 0.2, 0.01), HALF).highest() == 0.2
    assert Trace((0.125, 0.2, 0.2), HALF).highest() is None
    assert Trace((0.125, 0.13, 0.01), HALF).highest() is None


@pytest.mark.parametrize(
    ("rate", "fate"), [(0.125, "still"), (2.0, "moving"), (8.0, "learned")]
)
def test_gentle_rates_fare_as_the_chapter_says(rate: float, fate: str) -> None:
    assert training.trace(rate).fate() == fate


def test_the_three_rates_of_the_chapter_can_be_chosen() -> None:
    assert {float(rate) for rate, *_ in ROWS} <= training.RATES.keys()


def test_what_a_page_loads_is_small() -> None:
    assert len(json.dumps(training.data())) < 25_000


# The larger ones jump, not everywhere alike.
@pytest.mark.parametrize("rate", [rate for rate in training.RATES if rate < 16])
def test_no_curve_crosses_the_name_of_the_one_that_moves(rate: float) -> None:
    (plot,) = plots(original("training"))
    step, cost = training.RATES[rate]
    size = (plot.x.end - plot.x.start) / training.STEPS
    wide = svg.width(f"learning rate {svg.plain(rate)}") / size
    unit = (plot.y.high - plot.y.low) / (plot.y.start - plot.y.end)
    drawn = plot.curves()
    points = [*drawn["rate-0.5"], *drawn["rate-128"]]
    for x, y in (*points, *enumerate(training.trace(rate).costs)):
        if step - 1 <= x <= step + wide:
            assert not cost - 3 * unit < y < cost + 11 * unit, (x, y)
