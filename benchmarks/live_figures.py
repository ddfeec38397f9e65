"""How long a figure takes to answer when a reader moves a slider.

    mkdocs build
    python benchmarks/live_figures.py [--throttle 4]

In headless Chromium, with the processor slowed down, every slider of every live figure
goes through its values, and every choice is made. What is printed is the time that the
script takes for one event: the median and the 95th percentile, in milliseconds, and
each as a share of what keeps up with a hand, 8 and 16 ms.
"""

import argparse
import statistics
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tool/tests")]

from tests.built.browser.conftest import served  # noqa: E402
from tests.built.browser.test_figures import PLACES, Figure  # noqa: E402
from tests.built.conftest import path_of  # noqa: E402

from needs import QUIET, chromium  # noqa: E402

MEDIAN, LONGEST = 8, 16
MOVES = """async figure => {
  const took = []
  const time = (input, type) => {
    const begun = performance.now()
    input.dispatchEvent(new Event(type, {bubbles: true}))
    took.push(performance.now() - begun)
  }
  const choices = [...figure.querySelectorAll("[type=radio]")]
  for (const choice of Array(10).fill(choices).flat()) {
    await new Promise(requestAnimationFrame)
    choice.checked = true
    time(choice, "change")
  }
  for (const range of figure.querySelectorAll("[type=range]")) {
    for (let step = 0; step < 120; step += 1) {
      await new Promise(requestAnimationFrame)
      range.value = step % (Number(range.max) + 1)
      time(range, "input")
    }
  }
  return took
}"""


def main() -> None:
    """Measure every live figure of the English pages, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--throttle", type=float, default=4)
    arguments = parser.parse_args()
    with served(ROOT / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        for language, slug, name in PLACES:
            if language != "en":
                continue
            page = browser.new_page()
            page.goto(address + path_of(language, slug))
            figure = Figure(page, name)
            rate = {"rate": arguments.throttle}
            page.context.new_cdp_session(page).send(
                "Emulation.setCPUThrottlingRate", rate
            )
            took = figure.all.evaluate(MOVES)
            median = statistics.median(took)
            longest = statistics.quantiles(took, n=20)[-1]
            print(
                f"{name:22} median {median:5.2f} ms ({median / MEDIAN:.2f}), "
                f"95th percentile {longest:5.2f} ms ({longest / LONGEST:.2f})"
            )
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
