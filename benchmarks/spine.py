"""How long the way through the book takes to answer: marks, terms, headings.

    mkdocs build
    python benchmarks/spine.py [--throttle 4] [--site site]

In headless Chromium, with the processor slowed down, a chapter is read from heading to
heading, marked as finished and taken back, its terms are opened and its
headings' links copied. What is printed is the time of all scripts for one of these: the
median and the longest, in milliseconds.
"""

import argparse
import statistics
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tool/tests")]

from tests.built.browser.conftest import served  # noqa: E402

from needs import QUIET, chromium  # noqa: E402

CHAPTER = "en/softmax/"
WAIT = 250


def script(cdp: CDPSession, page: Page, act: Callable[[], object]) -> float:
    """Return how long scripts have run for something, in milliseconds."""
    before = _spent(cdp)
    act()
    page.wait_for_timeout(WAIT)
    return _spent(cdp) - before


def _spent(cdp: CDPSession) -> float:
    found = cdp.send("Performance.getMetrics")["metrics"]
    [seconds] = [each["value"] for each in found if each["name"] == "ScriptDuration"]
    return 1000 * float(seconds)


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--throttle", type=float, default=4)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    arguments = parser.parse_args()
    with served(arguments.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        page.goto(address + CHAPTER, wait_until="networkidle")
        cdp = page.context.new_cdp_session(page)
        cdp.send("Performance.enable")
        cdp.send("Emulation.setCPUThrottlingRate", {"rate": arguments.throttle})
        nothing = [script(cdp, page, lambda: None) for _ in range(5)]
        ids = page.evaluate("[...document.querySelectorAll('h2')].map(h => h.id)")
        box = page.locator(".dl-finished input")
        terms = page.locator("article > p .dl-term").all()
        signs = page.locator("h2 .headerlink").all()
        into_view = "id => document.getElementById(id).scrollIntoView()"
        press = "e => e.click()"
        acts = {
            "a heading is passed": [
                partial(page.evaluate, into_view, id_) for id_ in ids
            ],
            "a chapter is finished": [partial(box.evaluate, press)] * 10,
            "a term is opened": [partial(e.evaluate, press) for e in terms],
            "a link is copied": [partial(e.evaluate, press) for e in signs],
        }
        for what, each in acts.items():
            took = [script(cdp, page, act) - statistics.median(nothing) for act in each]
            print(f"{what:30} {statistics.median(took):6.1f} {max(took):6.1f}")
        browser.close()


if __name__ == "__main__":
    main()
