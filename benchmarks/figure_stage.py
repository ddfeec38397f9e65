"""How high each figure is, and what of it is in sight while it is used.

    mkdocs build
    python benchmarks/figure_stage.py [--language ja] [--figure layers …]

In headless Chromium, on two phones and a desk, every live figure is played and stepped
through, every choice made, every slider moved to both ends, a number mistyped in every
box; then the keyboard goes through all that can be held, there and back, and whatever
can be dragged is dragged. What is printed is the height of each figure, of its picture
and of what stays in sight with it, in pixels; and below, each state in which the height
differs by more than 1 px, and each control with which less than 60 % of the picture,
not the whole of what is said, or the control itself is in sight.
"""

import argparse
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tool/tests")]

from tests.built.browser import stage  # noqa: E402
from tests.built.browser.conftest import served  # noqa: E402
from tests.built.browser.test_figures import PLACES, Figure  # noqa: E402
from tests.built.conftest import path_of  # noqa: E402

from needs import QUIET, chromium  # noqa: E402

HEIGHTS = """figure => ["", ".dl-live", ".dl-stage__view"]
  .map(query => (query ? figure.querySelector(query) : figure).getBoundingClientRect())
  .map(({height}) => Math.round(height))"""


def main() -> None:
    """Measure the figures of all pages, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--language")
    parser.add_argument("--figure", nargs="*")
    arguments = parser.parse_args()
    amiss = 0
    with served(ROOT / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        for language, slug, name in PLACES:
            if language != (arguments.language or language):
                continue
            if name not in (arguments.figure or [name]):
                continue
            for width, height in stage.SIZES:
                page = browser.new_page(viewport={"width": width, "height": height})
                page.goto(address + path_of(language, slug))
                figure = Figure(page, name)
                tell, tab = stage.of(page, name)
                page.wait_for_timeout(100)
                whole, picture, view = figure.all.evaluate(HEIGHTS)
                print(
                    f"{language} {name:22} {width:4} px: {whole:4}, "
                    f"picture {picture}, in sight {view or whole}"
                )
                for each in (
                    *stage.jumps(tell),
                    *stage.out_of_sight(tell, tab),
                    *stage.out_of_sight_when_dragged(page, name),
                ):
                    amiss += 1
                    print(f"    {each}")
                page.close()
        browser.close()
    print(f"{amiss} amiss")


if __name__ == "__main__":
    main()
