"""How often MicroPython's first answer to a changed program is another than CPython's.

    mkdocs build && derivlearn-site vendor --without-packages
    python benchmarks/first_answers.py [--programs 200] [--seed 0]

Each program is a block of the book with one change: a mutant, or what readers do who
try something out. It is run in Chromium, on a page of the built site, after CPython has
said what it prints.
"""

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tool/tests")]

from tests.built.browser.block import RUNNER, SLUG  # noqa: E402
from tests.built.browser.changed import changed  # noqa: E402
from tests.built.browser.conftest import served  # noqa: E402
from tests.built.browser.engines import chromium  # noqa: E402
from tests.built.browser.running import run  # noqa: E402
from tests.built.browser.test_changed import agrees  # noqa: E402


def main() -> None:
    """Run the programs, print what differs, and count."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--programs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    counts: Counter[str] = Counter()
    with (
        served(ROOT / "site") as address,
        tempfile.TemporaryDirectory() as folder,
        chromium(Path(folder)) as engine,
    ):
        engine.open(f"{address}en/{SLUG}/", width=1000)
        for told in changed(arguments.programs, arguments.seed):
            ended = run(engine, told.code)
            if not agrees(ended, told):
                counts["shown last, and not CPython's"] += 1
                print(told, ended)
            if told.error:
                counts["ended with an error"] += 1
            if RUNNER["corrected"] in ended.text or (told.error and ended.answered):
                counts["first answer was another"] += 1
            elif ended.answered:
                counts["first answer was the same"] += 1
            else:
                counts["answered by CPython alone, or by it first"] += 1
    for name, count in counts.items():
        print(f"{count:4}  {name}")


if __name__ == "__main__":
    main()
