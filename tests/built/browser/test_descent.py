"""A path that leaves the map is drawn as far as the map goes."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.built.browser import told
from tests.built.browser.conftest import Visit
from tests.built.browser.test_figures import Figure

SAYS = told.figure("descent")

# The places of a part on the picture, and the edges of its plot.
DRAWN = r"""part => {
  const through = part.getAttribute("d").matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)
  const {xScale, yScale} = part.closest("[data-x-scale]").dataset
  const ends = scale => scale.split(" ").slice(-2).map(Number)
  const places = [...through].map(place => place.slice(1).map(Number))
  return [places, ends(xScale), ends(yScale)]
}"""


@pytest.mark.parametrize("rate", ["0.46", "0.6", "5", "-2", "1e9", "1e300"])
@pytest.mark.parametrize("start", [0, 1])
def test_a_path_ends_at_the_edge(
    visit: Callable[..., Visit], rate: str, start: int
) -> None:
    link = f"figure-descent~rate={rate}&steps=16&from={start}"
    figure = Figure(visit(f"en/descent/#{link}").page, "descent")
    moved = told.either(told.like(SAYS["says"]), told.like(SAYS["too-large"]))
    expect(figure.says).to_contain_text(moved)
    for part in ("path", "path-dots", "costs", "costs-dots"):
        places, *edges = figure.svg.locator(f"[data-part={part}]").evaluate(DRAWN)
        assert places or rate == "1e300", part
        for place in places:
            for at, (first, last) in zip(place, edges, strict=True):
                assert min(first, last) - 0.01 <= at <= max(first, last) + 0.01, part


def test_a_mark_beyond_the_edge_looks_hollow(visit: Callable[..., Visit]) -> None:
    page = visit("en/descent/#figure-descent~rate=0.5&steps=2&from=0").page
    figure = Figure(page, "descent")
    mark = figure.svg.locator("[data-part=place]")
    expect(figure.says).to_contain_text(told.like(SAYS["says"], steps=2))
    solid = mark.get_attribute("fill")
    figure.follow("rate=0.5&steps=16&from=0")
    expect(figure.says).to_contain_text(told.like(SAYS["gone"]))
    assert mark.get_attribute("fill") != solid
    figure.press("reset")
    assert mark.get_attribute("fill") == solid
