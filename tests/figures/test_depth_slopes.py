"""The slopes of ten layers are those of the chapter, and are told as what they are."""

import json
import math
import re
import runpy
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from figures.depth_slopes import drawing as depth
from figures.depth_slopes.drawing import ACTIVATIONS, RANGES, START, WIDTHS, Curve
from hypothesis import given
from hypothesis import strategies as st

from derivlearn import activations
from derivlearn_site.figures import svg
from tests.figures.reading import (
    ROOT,
    SHOWN,
    SPACE,
    Shown,
    number,
    original,
    plots,
    printed,
    starts,
)

CHAPTER = ROOT / "snippets/when-learning-fails"
PRINTED = printed("when-learning-fails/depth.py")
ROWS = re.findall(
    r"^(sigmoid|tanh|ReLU) (\d?) *(\d+) +([\d.]+) +([\d.]+) +([\d.]+)$",
    PRINTED,
    re.MULTILINE,
)
EVERY = [*product(WIDTHS, ACTIVATIONS, RANGES)]
SHOWN_HERE = [one for one in SHOWN if one.name == "depth-slopes"]
# No activation is steeper.
STEEPEST = {"sigmoid": 0.25, "tanh": 1.0, "relu": 1.0}

networks = st.tuples(
    st.sampled_from((2, 4, 10)),
    st.sampled_from(ACTIVATIONS),
    st.sampled_from([*RANGES]),
    st.integers(0, 500),
)


@pytest.fixture(scope="module")
def largest_deltas() -> Callable[..., list[float]]:
    """The chapter's own function."""
    chapter = runpy.run_path(str(CHAPTER / "depth.py"))
    found: Callable[..., list[float]] = chapter["largest_deltas"]
    return found


def size(span: str) -> Callable[[int], float]:
    """Return a range as the chapter's function wants it."""
    over = RANGES[span]
    return lambda m: 1.0 if over is None else math.sqrt(over / m)


def given_to_the_script() -> list[dict[str, Any]]:
    curves = depth.data()["curves"]
    assert isinstance(curves, list)
    return curves


def test_every_curve_is_what_the_chapter_computes(
    largest_deltas: Callable[..., list[float]],
) -> None:
    curves = given_to_the_script()
    assert len(curves) == len(EVERY) == 48
    for (width, name, span), shown in zip(EVERY, curves, strict=True):
        f, derivative = (
            getattr(activations, each) for each in (name, f"{name}_derivative")
        )
        deltas = largest_deltas(width, size(span), f, derivative)
        assert depth.curve(width, name, span).deltas == pytest.approx(deltas)
        # In three digits; what is 0 is exactly 0.
        assert shown["deltas"] == pytest.approx(deltas, rel=5.1e-3, abs=0)
        each = (deltas[0] / deltas[9]) ** (1 / 9)
        assert shown["each"] == pytest.approx(each, abs=5.1e-3)


def test_the_numbers_are_those_that_the_chapter_prints() -> None:
    assert len(ROWS) == 12
    for name, over, width, last, first, each in ROWS:
        span = f"±√({over}/m)" if over else "±1"
        found = depth.curve(int(width), name.lower(), span)
        assert f"{found.deltas[-1]:.7f}" == last
        assert f"{found.deltas[0]:.7f}" == first
        shown = given_to_the_script()[EVERY.index((int(width), name.lower(), span))]
        assert f"{shown['each']:.2f}" == each


@pytest.mark.parametrize(
    ("first", "fate"),
    [
        (0.0, "gone"),
        (1e-12, "vanishing"),
        (0.07, "vanishing"),
        (0.08, "level"),
        (1.0, "level"),
        (13.0, "level"),
        (14.0, "exploding"),
        (1e5, "exploding"),
    ],
)
def test_what_becomes_of_the_slopes_is_decided_by_the_ends(
    first: float, fate: str
) -> None:
    assert Curve((first, *[0.5] * 8, 1.0)).fate() == fate
    assert fate in depth.LIVE


def test_the_slopes_fare_as_the_chapter_says() -> None:
    def fate(*network: Any) -> str:  # noqa: ANN401 - as `curve` takes them
        return depth.curve(*network).fate()

    assert {fate(width, "sigmoid", "±1") for width in WIDTHS} == {"vanishing"}
    assert {fate(width, "relu", "±1") for width in WIDTHS[1:]} == {"exploding"}
    assert fate(4, "relu", "±1") == "gone"
    assert fate(30, "tanh", "±√(1/m)") == "vanishing"
    assert fate(30, "tanh", "±√(3/m)") == fate(30, "relu", "±√(6/m)") == "level"


# By the chain rule, a δ is a sum over the layer behind: so many terms, none of them
# larger than the largest weight times the largest δ there, times the steepest slope.
@given(networks)
def test_no_layer_has_a_larger_slope_than_all_routes_can_add_up_to(
    network: tuple[int, str, str, int],
) -> None:
    width, activation, span, seed = network
    deltas = depth.curve(width, activation, span, seed).deltas
    assert 0 < deltas[9] <= 1
    for layer in range(9):
        behind = 5 if layer == 8 else width
        most = STEEPEST[activation] * behind * size(span)(width) * deltas[layer + 1]
        assert deltas[layer] <= most * (1 + 1e-9)


# A ReLU lets through what is positive, and a range multiplies all alike.
@given(st.integers(0, 500))
def test_whether_a_relu_blocks_every_route_is_not_for_the_range_to_say(
    seed: int,
) -> None:
    curves = [depth.curve(4, "relu", span, seed).deltas for span in RANGES]
    blocked = [[delta == 0 for delta in deltas] for deltas in curves]
    assert all(each == blocked[0] for each in blocked)
    # And behind a layer that is blocked, nothing comes through.
    assert blocked[0] == sorted(blocked[0], reverse=True)


def test_the_line_is_drawn_as_computed_and_the_guide_is_level_with_layer_9() -> None:
    (plot,) = plots(original("depth-slopes"))
    drawn = plot.curves()
    deltas = depth.curve(*START).deltas
    assert [round(x) for x, _ in drawn["deltas"]] == [*range(9, -1, -1)]
    for x, y in drawn["deltas"]:
        assert math.log10(y) == pytest.approx(math.log10(deltas[round(x)]), abs=1e-3)
    assert drawn["guide"] == [
        pytest.approx((layer, deltas[9]), rel=2e-3) for layer in (9, 0)
    ]
    (dots,) = (
        path
        for path in plot.group.iter(f"{SPACE}path")
        if path.get("data-part") == "dots"
    )
    places = [plot.values(*at) for at in starts(dots)]
    assert places[::2] == places[1::2] == drawn["deltas"]


def test_every_curve_is_on_the_axis() -> None:
    (plot,) = plots(original("depth-slopes"))
    for shown in given_to_the_script():
        for delta in filter(None, shown["deltas"]):
            assert plot.y.low <= delta <= plot.y.high
    # What is 0 is marked in its own row, below.
    assert plot.y.start + depth.CROSS < depth.ZERO < depth.FLOOR


@pytest.mark.parametrize("one", SHOWN_HERE, ids=lambda one: one.where)
def test_the_names_over_every_curve_leave_room_for_that_of_the_axis(one: Shown) -> None:
    for width, activation, span in EVERY:
        drawn = one.texts["drawn"].format(
            activation=one.texts.get(activation, "ReLU"), width=width, range=span
        )
        assert 6 + svg.width(one.texts["y"]) + 6 < 334 - svg.width(drawn)


@pytest.mark.parametrize("one", SHOWN_HERE, ids=lambda one: one.where)
def test_the_words_tell_the_numbers_of_the_line(one: Shown) -> None:
    deltas = depth.curve(*START).deltas
    for delta in (deltas[0], deltas[9]):
        assert f"{delta:.7f}" in number(one.texts["alt"])


def test_what_a_page_loads_is_small() -> None:
    assert len(json.dumps(depth.data(), separators=(",", ":"))) < 6_000
