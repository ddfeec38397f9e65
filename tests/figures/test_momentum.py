"""Both paths are those of the chapter, and are drawn as they are."""

import re
from collections.abc import Sequence
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from figures.momentum import drawing as momentum

from derivlearn.numeric import numeric_gradient
from tests.figures.reading import (
    SHOWN,
    SPACE,
    Shown,
    number,
    original,
    plots,
    printed,
    starts,
    texts,
)

PRINTED = printed("descent/momentum.py")
ROWS = [
    (float(keep), int(steps), float(lowest))
    for keep, steps, lowest in re.findall(
        r"^([\d.]+) +(\d+) steps  lowest w0 +(-?[\d.]+)$", PRINTED, re.MULTILINE
    )
]
EVERY = [one for one in SHOWN if one.name == "momentum"]
RATES = (0.005, 0.019, 0.025)

each_momentum = pytest.mark.parametrize("keep", momentum.MOMENTA)
each_rate = pytest.mark.parametrize("rate", RATES)


def cost(place: Sequence[float]) -> float:
    return momentum.height(place[0], place[1])


def arrival(keep: float, rate: float) -> int | None:
    """Return the step at which the cost falls below the bound, of a thousand."""
    costs = map(cost, momentum.path(keep, rate, 1000))
    return next((n for n, each in enumerate(costs) if each < momentum.BOUND), None)


def line(part: str) -> ET.Element:
    found = original("momentum").find(f".//{SPACE}path[@data-part='{part}']")
    assert found is not None
    return found


@each_momentum
@each_rate
def test_each_step_keeps_its_share_of_the_last_one_and_goes_against_the_slopes(
    keep: float, rate: float
) -> None:
    places = momentum.path(keep, rate, 10)
    assert places[0] == momentum.START
    last = (0.0, 0.0)
    for here, there in pairwise(places):
        slopes = numeric_gradient(cost, [*here])
        moved = [keep * v - rate * slope for v, slope in zip(last, slopes, strict=True)]
        last = (there[0] - here[0], there[1] - here[1])
        assert last == pytest.approx(moved, rel=1e-6, abs=1e-6)


def test_each_momentum_arrives_when_the_chapter_prints_it() -> None:
    assert {keep for keep, *_ in ROWS} == {0.0, 0.5, 0.8, 0.9, 0.99}
    for keep, steps, lowest in ROWS:
        places = momentum.path(keep, momentum.RATE, 1000)
        assert arrival(keep, momentum.RATE) == steps
        assert f"{min(x for x, _ in places[: steps + 1]):.2f}" == f"{lowest:.2f}"


def test_more_momentum_helps_up_to_some_point() -> None:
    needed = [arrival(keep, momentum.RATE) or 0 for keep in momentum.MOMENTA]
    best = needed.index(min(needed))
    assert momentum.MOMENTA[best] == 0.8
    assert needed[: best + 1] == sorted(needed[: best + 1], reverse=True)
    assert needed[best:] == sorted(needed[best:])
    assert needed[-1] > needed[0]


@each_momentum
def test_a_path_leads_away_where_the_figure_says_so(keep: float) -> None:
    """At the limit that the script goes by, the gap changes nothing but its sign."""
    limit = 2 * (1 + keep) / momentum.STEEP
    for rate, leads_away in ((0.99 * limit, False), (1.01 * limit, True)):
        end = momentum.path(keep, rate)[-1]
        assert (cost(end) > cost(momentum.START)) == leads_away


@pytest.mark.parametrize("rate", [0.001, 0.01, 0.019, 0.0199])
def test_without_momentum_every_step_below_the_limit_lowers_the_cost(
    rate: float,
) -> None:
    for here, there in pairwise(momentum.path(0.0, rate)):
        assert cost(there) < cost(here)


def test_the_paths_are_drawn_as_computed() -> None:
    above, below = plots(original("momentum"))
    for part, keep in (("path", momentum.MOMENTUM), ("plain", 0.0)):
        places = momentum.path(keep, momentum.RATE)
        drawn = [above.values(*at) for at in starts(line(part))]
        assert len(drawn) == len(places) == momentum.STEPS + 1
        for found, place in zip(drawn, places, strict=True):
            assert found == pytest.approx(place, abs=1e-3)
    # Without momentum, the cost stays on the plot to the end.
    places = momentum.path(0.0, momentum.RATE)
    for step, (at, place) in enumerate(
        zip(starts(line("plain-costs")), places, strict=True)
    ):
        x, y = below.values(*at)
        assert x == pytest.approx(step, abs=0.01)
        assert y == pytest.approx(cost(place), rel=1e-3)


def test_the_cost_with_momentum_is_drawn_as_far_as_the_plot_goes() -> None:
    _, below = plots(original("momentum"))
    costs = [*map(cost, momentum.path(momentum.MOMENTUM, momentum.RATE))]
    drawn = [below.values(*at) for at in starts(line("costs"))]
    on_edge = [y for _, y in drawn if y == pytest.approx(below.y.low)]
    inside = [(x, y) for x, y in drawn if y > below.y.low * 1.001]
    assert len(on_edge) % 2 == 1
    assert [round(x) for x, _ in inside] == [
        step for step, each in enumerate(costs) if each > below.y.low
    ]
    for x, y in inside:
        assert y == pytest.approx(costs[round(x)], rel=1e-3)
    assert costs[-1] < below.y.low


def test_each_line_of_equal_height_has_the_height_that_it_bears() -> None:
    above, _ = plots(original("momentum"))
    ellipses = [*above.group.iter(f"{SPACE}ellipse")]
    assert len(ellipses) == len(momentum.LEVELS)
    for ellipse in ellipses:
        level = float(ellipse.get("data-level", ""))
        x, y, right, top = (
            float(ellipse.get(key, "")) for key in ("cx", "cy", "rx", "ry")
        )
        for across, up in ((right, 0), (0, top), (0.6 * right, 0.8 * top)):
            at = above.values(x + across, y - up)
            assert cost(at) == pytest.approx(level, rel=0.01)


def test_the_map_is_stretched_as_the_caption_says() -> None:
    above, _ = plots(original("momentum"))
    across = (above.x.end - above.x.start) / (above.x.high - above.x.low)
    upwards = (above.y.start - above.y.end) / (above.y.high - above.y.low)
    assert upwards == pytest.approx(5 * across)


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.where)
def test_who_cannot_see_the_picture_is_told_its_numbers(one: Shown) -> None:
    alt = number(one.texts["alt"])
    drawn = number("\n".join(texts(original("momentum"))))
    for each in (momentum.MOMENTUM, momentum.RATE):
        assert f"{each:g}" in alt
        assert f"{each:g}" in drawn
    lowest = min(x for x, _ in momentum.path(momentum.MOMENTUM, momentum.RATE))
    steps = [arrival(keep, momentum.RATE) for keep in (momentum.MOMENTUM, 0.0)]
    told = [*map(str, (*steps, momentum.STEPS, momentum.BOUND)), f"{lowest:.2f}"]
    assert [each for each in told if each not in alt] == []


def test_the_first_steps_are_played_one_by_one_and_all_of_them_in_little_time() -> None:
    played = momentum.PLAYED
    assert played[:21] == [*range(21)]
    assert played[-1] == momentum.STEPS
    # A second and a half each: a minute and a half for all.
    assert len(played) <= 60
