"""Where the slopes of a layer are all 0, the line ends, and its row says so."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.built.browser import told
from tests.built.browser.conftest import Visit
from tests.built.browser.test_figures import Figure

SAYS = told.figure("depth-slopes")
# How many lines a part holds, and how many points they have.
DRAWN = """part => {
  const places = part.getAttribute("d")
  return [places.split("M").length - 1, places.split(/[ML]/).length - 1]
}"""


@pytest.mark.parametrize(
    ("network", "text", "points", "zeros"),
    [
        ("width=4&activation=2&range=0", "gone", 1, 9),
        ("width=30&activation=2&range=3", "level", 10, 0),
        ("width=100&activation=2&range=0", "exploding", 10, 0),
    ],
)
def test_a_line_ends_where_every_slope_is_0(
    visit: Callable[..., Visit], network: str, text: str, points: int, zeros: int
) -> None:
    link = f"en/when-learning-fails/#figure-depth-slopes~{network}"
    figure = Figure(visit(link).page, "depth-slopes")
    expect(figure.says).to_contain_text(SAYS[text].strip())

    def drawn(part: str) -> list[int]:
        found: list[int] = figure.svg.locator(f"[data-part={part}]").evaluate(DRAWN)
        return found

    assert drawn("line") == [1, points]
    assert drawn("dots") == [points, 2 * points]
    # A cross is two lines.
    assert drawn("zeros") == [2 * zeros, 4 * zeros]
