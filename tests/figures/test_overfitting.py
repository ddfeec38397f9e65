"""The costs that are kept are those of the network, and the lowest one is marked."""

import json
import re
from itertools import pairwise

import pytest
from figures.overfitting import drawing, train
from figures.overfitting.drawing import AXES, Costs
from hypothesis import given
from hypothesis import strategies as st

from derivlearn_site.figures import svg
from tests.figures.reading import SHOWN, SPACE, original, plots, printed

PRINTED = printed("when-learning-fails/overfit.py")
ROW = re.compile(r"^ *(\d+): train ([\d.]+), test ([\d.]+)$", re.MULTILINE)
EACH = drawing.costs()
CURVES = ("train", "test")

each_count = pytest.mark.parametrize("count", EACH)
a_cost = st.floats(0.001, 10)


@each_count
def test_what_is_kept_is_what_training_anew_costs(count: int) -> None:
    kept, anew = EACH[count], train.costs(count)
    assert len(anew["train"]) == train.EPOCHS
    for name in CURVES:
        assert getattr(kept, name) == pytest.approx(anew[name], abs=2e-5)
        # Rounded twice, they are told as if they had been rounded once.
        told = [f"{cost:.{drawing.DECIMALS}f}" for cost in getattr(kept, name)]
        assert told == [f"{cost:.{drawing.DECIMALS}f}" for cost in anew[name]]
    best = min(range(train.EPOCHS), key=anew["test"].__getitem__) + 1
    assert kept.best == best
    assert kept.test.count(kept.lowest) == 1


@given(a_cost)
def test_a_shortened_cost_is_told_as_the_cost_itself(cost: float) -> None:
    assert train.shortened(cost) == pytest.approx(cost, abs=1.01e-5)
    assert round(train.shortened(cost), train.TOLD) == round(cost, train.TOLD)


@pytest.mark.parametrize(("section", "count"), [("costs", 400), ("more", 1297)])
def test_the_costs_are_those_that_the_chapter_prints(section: str, count: int) -> None:
    printed = PRINTED.partition(f"[start:{section}]")[2].partition("[end:")[0]
    rows = ROW.findall(printed)
    assert [int(epoch) for epoch, *_ in rows] == [1, 5, 10, 20, 50, 100]
    for epoch, *wanted in rows:
        curves = (EACH[count].train, EACH[count].test)
        assert [f"{curve[int(epoch) - 1]:.3f}" for curve in curves] == wanted


def test_more_images_cost_less_in_the_test_after_every_epoch() -> None:
    assert [*EACH] == sorted(EACH)
    for fewer, more in pairwise(EACH.values()):
        assert all(a > b for a, b in zip(fewer.test, more.test, strict=True))


@each_count
def test_the_curves_go_where_the_caption_says(count: int) -> None:
    costs = EACH[count]
    *before, end = costs.train
    assert end < min(before)
    assert 1 < costs.best < len(costs.test)
    assert costs.test[0] > costs.test[-1] > costs.lowest


@given(st.lists(a_cost, min_size=1))
def test_no_cost_of_the_test_is_below_the_marked_one(test: list[float]) -> None:
    costs = Costs((), tuple(test))
    above = [costs.above(epoch) for epoch in range(1, len(test) + 1)]
    assert min(above) == above[costs.best - 1] == 0
    for cost, percent in zip(test, above, strict=True):
        assert costs.lowest * (1 + percent / 100) == pytest.approx(cost)


@each_count
def test_only_the_lowest_cost_is_told_to_be_no_higher(count: int) -> None:
    costs = EACH[count]
    for epoch in range(1, len(costs.test) + 1):
        assert (round(costs.above(epoch), 1) == 0) == (epoch == costs.best)


def test_both_curves_are_drawn_as_they_are_kept() -> None:
    (plot,) = plots(original("overfitting"))
    shown = EACH[drawing.COUNT]
    for name, costs in (("train", shown.train), ("test", shown.test)):
        epochs, drawn = zip(*plot.curves()[name], strict=True)
        assert epochs == pytest.approx(range(1, 101), abs=0.01)
        assert drawn == pytest.approx(costs, rel=1e-3)


def test_the_mark_is_at_the_lowest_cost_and_the_dots_at_the_last_ones() -> None:
    (plot,) = plots(original("overfitting"))
    shown = EACH[drawing.COUNT]
    diamond = plot.group.find(f".//{SPACE}path[@data-part='mark']")
    assert diamond is not None
    assert diamond.get("data-x") == f"{shown.best}"
    assert diamond.get("data-y") == f"{shown.lowest:g}"
    points = plot.curves()["test"]
    assert min(points, key=lambda point: point[1])[0] == pytest.approx(shown.best)
    assert {says for says, _ in plot.marks()} == {
        (shown.best, shown.lowest),
        (100, shown.train[-1]),
        (100, shown.test[-1]),
    }


@each_count
def test_all_costs_are_on_the_plot(count: int) -> None:
    for cost in (*EACH[count].train, *EACH[count].test):
        assert AXES.y.low < cost < AXES.y.high


def test_the_slider_goes_by_what_the_page_tells_and_is_short_enough_to_play() -> None:
    stops = drawing.stops()
    assert {1, 5, 10, 20, 50, 100} <= {*stops}
    assert {costs.best for costs in EACH.values()} <= {*stops}
    assert stops[-1] == train.EPOCHS
    assert len(stops) <= 28


@each_count
def test_no_curve_crosses_a_name_or_the_number_of_the_mark(count: int) -> None:
    costs = EACH[count]
    curves = {"train": costs.train, "test": costs.test}
    across, down = AXES.at(costs.best, costs.lowest)
    taken = [(across + 7, across + 7 + svg.width("0.000"), down + 19)]
    for name, curve in curves.items():
        wide = max(
            svg.width(one.texts[name]) for one in SHOWN if one.name == "overfitting"
        )
        baseline = AXES.y(curve[drawing.NAMED - 1]) - drawing.OVER[name]
        end = drawing.NAMES_END
        taken.append((end - wide, end, baseline))
    for left, right, baseline in taken:
        for curve in curves.values():
            for epoch, cost in enumerate(curve, 1):
                if left <= AXES.x(epoch) <= right:
                    place = AXES.y(cost)
                    assert not baseline - 0.78 * svg.SIZE < place < baseline + 2, epoch


def test_what_a_page_loads_is_small() -> None:
    assert len(json.dumps(drawing.data(), separators=(",", ":"))) < 5500
