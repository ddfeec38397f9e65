"""The path through the valley is that of gradient descent, and is drawn as it is."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from figures.descent import drawing as descent
from figures.shared import valley

from derivlearn.numeric import numeric_gradient
from tests.figures.reading import SPACE, original, plots, printed, starts

PRINTED = printed("descent/valley.py")
ROWS = [
    tuple(map(float, re.findall(r"-?[\d.]+", row)))
    for row in PRINTED.splitlines()
    if "cost" in row
]
START = descent.STARTS[0]


def height(xs: list[float]) -> float:
    return valley.height(xs[0], xs[1])


def line(part: str) -> ET.Element:
    picture = original("descent")
    found = picture.find(f".//{SPACE}path[@data-part='{part}']")
    assert found is not None
    return found


@pytest.mark.parametrize("start", descent.STARTS)
@pytest.mark.parametrize("rate", [0.01, 0.4, 0.5])
def test_each_step_goes_against_the_slopes(
    start: tuple[float, float], rate: float
) -> None:
    places = descent.path(start, rate)
    assert places[0] == start
    assert len(places) == descent.STEPS + 1
    for here, there in pairwise(places):
        slopes = numeric_gradient(height, [*here])
        wanted = [at - rate * slope for at, slope in zip(here, slopes, strict=True)]
        assert there == pytest.approx(wanted, rel=1e-6, abs=1e-6)


def test_each_rate_leads_where_the_chapter_prints() -> None:
    assert len(ROWS) == 7
    for rate, x, y, cost in ROWS:
        place = descent.path(START, rate)[-1]
        assert place == pytest.approx((x, y), abs=0.00501)
        assert valley.height(*place) == pytest.approx(cost, abs=0.0000501)


def test_between_two_values_of_the_slider_lies_the_largest_rate_that_arrives() -> None:
    settings = descent.data()["settings"]
    assert isinstance(settings, list)
    ends = {
        rate: valley.height(*descent.path(START, rate)[-1])
        for rate in settings[0]["values"]
    }
    assert [rate for rate, cost in ends.items() if cost > valley.height(*START)] == [
        rate for rate in ends if rate > 0.455
    ]


def test_the_path_and_the_costs_are_drawn_as_computed() -> None:
    over, below = plots(original("descent"))
    places = descent.path(START, descent.RATE)
    costs = [(step, valley.height(*place)) for step, place in enumerate(places)]
    for plot, part, points in ((over, "path", places), (below, "costs", costs)):
        drawn = [plot.values(*at) for at in starts(line(part))]
        wanted = [each for ends in pairwise(points) for each in ends]
        assert len(drawn) == len(wanted)
        for found, point in zip(drawn, wanted, strict=True):
            assert found == pytest.approx(point, abs=0.01)
        dots = [plot.values(*at) for at in starts(line(f"{part}-dots"))]
        assert dots[::2] == dots[1::2]
        assert len(dots) == 2 * len(points)


def test_the_map_is_as_wide_as_it_is_high() -> None:
    over, _ = plots(original("descent"))
    across = (over.x.end - over.x.start) / (over.x.high - over.x.low)
    upwards = (over.y.start - over.y.end) / (over.y.high - over.y.low)
    assert across == pytest.approx(upwards, rel=1e-3)
