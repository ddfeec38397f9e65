"""Proves in MicroPython which blocks it may answer, and writes that down."""

import json
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from derivlearn_site.base.errors import Message, SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.code import instant
from derivlearn_site.code.instant import Shown
from derivlearn_site.pages import page as pages
from derivlearn_site.publish import browser


def shown(book: Settings) -> Iterator[Shown]:
    """Yield the blocks of all pages of the original; other languages show the same."""
    for path in sorted((book.docs / book.languages[0]).rglob("*.md")):
        for block in pages.read(path, book).blocks:
            yield browser.shown(block)


def run(book: Settings, blocks: Sequence[Shown]) -> Sequence[Mapping[str, Any]]:
    """Run blocks in MicroPython; return each `output` or `failure`, and its time.

    Raises:
        SourceError: Node is missing, or MicroPython could not be started.
    """
    scripts = book.docs / browser.BUILT / "runner"
    given = {
        "library": instant.files(book),
        "blocks": [{"before": each.before, "code": each.code} for each in blocks],
    }
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(given, file)
        file.flush()
        words = ["node", str(browser.WEB / "run_micropython.mjs")]
        try:
            done = subprocess.run(  # noqa: S603
                [*words, str(scripts), file.name],
                capture_output=True,
                check=True,
                encoding="utf-8",
            )
        except (OSError, subprocess.CalledProcessError) as error:
            said = getattr(error, "stderr", "") or str(error)
            message = Message("MicroPython could not be run; what was said is below")
            raise SourceError(Path(words[1]), 1, message, said) from error
    results: Sequence[Mapping[str, Any]] = json.loads(done.stdout)
    return results


def write(book: Settings) -> tuple[int, Sequence[Shown]]:
    """Write down what is proven; return of how many blocks, and the others."""
    scripts = book.docs / browser.BUILT / "runner"
    digests = instant.digests(book, scripts, shown(book))
    results = run(book, list(digests.values()))
    proven, others = {}, []
    for (digest, block), result in zip(digests.items(), results, strict=True):
        if result.get("output") == block.output:
            is_quick = result["milliseconds"] <= instant.PATIENCE
            how = instant.ALONE if is_quick else instant.FIRST
            proven[digest] = how, block.key
        else:
            others.append(block)
    instant.write(book, proven)
    return len(proven), others
