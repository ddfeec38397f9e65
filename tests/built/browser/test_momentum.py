"""Paths that leave the map are drawn as far as it goes, and end at its edges."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.built.browser import told
from tests.built.browser.conftest import Visit
from tests.built.browser.test_descent import DRAWN
from tests.built.browser.test_figures import Figure

SAYS = told.figure("momentum")
LINES = ("path", "plain", "costs", "plain-costs")


@pytest.mark.parametrize("rate", ["0.021", "0.025", "0.3", "5", "-2", "1e9", "1e300"])
def test_paths_end_at_the_edge(visit: Callable[..., Visit], rate: str) -> None:
    page = visit("en/descent/").page
    figure = Figure(page, "momentum")
    for momentum in ("0", "0.5", "0.99"):
        figure.follow(f"momentum={momentum}&rate={rate}&steps=300")
        moved = told.either(told.like(SAYS["says"]), told.like(SAYS["too-large"]))
        expect(figure.says).to_contain_text(moved)
        for part in LINES:
            places, *edges = figure.svg.locator(f"[data-part={part}]").evaluate(DRAWN)
            assert places or rate == "1e300", part
            for place in places:
                for at, (first, last) in zip(place, edges, strict=True):
                    assert min(first, last) - 0.01 <= at <= max(first, last) + 0.01


def test_a_path_that_comes_back_goes_on_where_it_does(
    visit: Callable[..., Visit],
) -> None:
    figure = Figure(visit("en/descent/").page, "momentum")
    figure.follow("momentum=0.5&rate=0.025&steps=300")
    expect(figure.says).to_contain_text(told.like(SAYS["arrived"], needed=80))
    drawn = figure.svg.locator("[data-part=path]").get_attribute("d") or ""
    assert drawn.count("M") == 2
    assert drawn.count("L") > 280


def test_a_mark_beyond_the_edge_looks_hollow(visit: Callable[..., Visit]) -> None:
    figure = Figure(visit("en/descent/").page, "momentum")
    place, cost = (
        figure.svg.locator(f"[data-part={part}]") for part in ("place", "cost")
    )
    solid, hollow = place.get_attribute("fill"), cost.get_attribute("fill")
    assert solid != hollow
    figure.follow("momentum=0.5&rate=0.025&steps=1")
    assert place.get_attribute("fill") == hollow
    assert cost.get_attribute("fill") == solid
    figure.press("reset")
    assert place.get_attribute("fill") == solid
    assert cost.get_attribute("fill") == hollow
