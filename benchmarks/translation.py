"""How long `status` and `check` take, and how they grow with the number of pages.

    python benchmarks/translation.py [--pages 500]

The pages are copies of the book's own, with their snippets, in a temporary folder.
"""

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from derivlearn_site.base import settings
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page
from derivlearn_site.translation import checks, drift
from derivlearn_site.translation import translator as translation

ROOT = Path(__file__).parents[1]


def grown(root: Path, count: int) -> Settings:
    """Return a book of so many pages, each a copy of one of the book's own."""
    for name in ("docs", "snippets", "src/derivlearn"):
        shutil.copytree(ROOT / name, root / name)
    book = settings.load(ROOT)
    originals = book.pages(book.languages[0])
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    slugs = []
    for number in range(count - len(originals)):
        slug = originals[number % len(originals)].stem
        copy = f"{slug}-{number}"
        slugs.append(copy)
        for language in book.languages:
            text = (book.docs / language / f"{slug}.md").read_text(encoding="utf-8")
            text = text.replace(f'"{slug}/', f'"{copy}/')
            (root / "docs" / language / f"{copy}.md").write_text(text, "utf-8")
        if (ROOT / "snippets" / slug).is_dir():
            shutil.copytree(ROOT / "snippets" / slug, root / "snippets" / copy)
    listed = "".join(f"  - {slug}\n" for slug in slugs)
    config = config.replace("  - corrections\n", f"{listed}  - corrections\n", 1)
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    grown = settings.load(root)
    for path in grown.pages(grown.languages[0]):
        for language in grown.languages[1:]:
            there = grown.docs / language / path.name
            drift.stamp(page.read(path, grown), page.read(there, grown))
    return grown


def seconds(work: Callable[[], object]) -> float:
    """Return the shorter of two times, of the processor's: others may keep it busy."""
    times = []
    for _ in range(2):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def main() -> None:
    """Print the times for the book, and for more and more pages."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=500)
    most = parser.parse_args().pages
    base = len(settings.load(ROOT).pages("ja"))
    first: tuple[float, float] | None = None
    for count in (base, most // 4, most // 2, most):
        with tempfile.TemporaryDirectory() as folder:
            book = grown(Path(folder), count)
            status = seconds(partial(translation.status, book, "en"))
            check = seconds(partial(checks.problems, book))
        first = first or (status / count, check / count)
        print(
            f"{count} pages: status {status:.2f} s, check {check:.2f} s; per page "
            f"{status / count / first[0]:.2f} and {check / count / first[1]:.2f} of "
            f"what the first takes"
        )


if __name__ == "__main__":
    main()
