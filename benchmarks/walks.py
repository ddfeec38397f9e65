"""Whether a reader who does at random what can be done with code is ever misled.

    mkdocs build
    python benchmarks/walks.py [--walks 200] [--first 0]

Each walk edits, runs, takes back, follows links, reloads, and switches tabs and
languages in headless Chromium, on a phone or a desktop. After each step what ran is
what was in view, what was written can be had back, and what was pressed and all above
it has stayed within a line. Whatever goes astray is printed with the steps before it.
"""

import argparse
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tool/tests")]

from tests.built.browser.conftest import served  # noqa: E402
from tests.built.browser.walking import AstrayError, Walk  # noqa: E402

from needs import QUIET, chromium  # noqa: E402


def main() -> None:
    """Take the walks, and print how many of them went astray."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--walks", type=int, default=200)
    parser.add_argument("--first", type=int, default=0, help="the seed of the first")
    arguments = parser.parse_args()
    astray = steps = 0
    with served(ROOT / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        for done in range(arguments.walks):
            if done and done % 20 == 0:
                print(f"{done} walks, {astray} astray, {steps} steps", flush=True)
            walk = Walk(browser, address, arguments.first + done)
            try:
                walk.go()
            except AstrayError as error:
                astray += 1
                print(error, flush=True)
            steps += len(walk.steps)
        browser.close()
    print(f"{astray} of {arguments.walks} walks went astray, in {steps} steps")


if __name__ == "__main__":
    main()
