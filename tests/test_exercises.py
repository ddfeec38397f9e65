"""The check of every exercise passes what is right and refuses what is not."""

from typing import Any

import pytest

from derivlearn_site.code import runner
from derivlearn_site.code.snippet import text_of
from derivlearn_site.pages import page
from derivlearn_site.pages.page import Block
from tests.test_book import BOOK

EXERCISES = [
    pytest.param(block, id=f"{language}-{path.stem}-{block.id}")
    for language in BOOK.languages
    for path in BOOK.pages(language)
    for block in page.read(path, BOOK).blocks
    if block.check
]
# The chapters in which there is something to write.
CHAPTERS = {
    *("derivative", "constant", "slope-and-derivative", "linear", "activation", "loss"),
    *("partial", "last-bias", "last-weight", "matrix", "hidden-bias"),
    *("hidden-weight", "layers", "gradient-check", "training", "digits", "autograd"),
    "loops-and-matrices",
}


def judged(block: Block, name: str) -> dict[str, Any]:
    """Return what the check finds of a section that a reader has typed."""
    assert block.check
    before = text_of(block.program.preamble)
    code = text_of(block.snippet.program((name,), set()).code)
    return runner.check(before, code, block.check.source, lambda _: None)


@pytest.mark.parametrize("block", EXERCISES)
def test_the_answer_passes(block: Block) -> None:
    assert judged(block, "answer").get("passed", 0) > 1


@pytest.mark.parametrize("block", EXERCISES)
def test_the_code_to_start_from_runs_and_is_refused(block: Block) -> None:
    found = judged(block, "start")
    assert {"call", "got", "expected"} == found.keys()


@pytest.mark.parametrize(
    ("block", "name"),
    [
        pytest.param(*each.values, name, id=f"{each.id}-{name}")
        for each in EXERCISES
        for name in each.values[0].snippet.wrong  # type: ignore[union-attr]
    ],
)
def test_what_is_wrong_is_refused(block: Block, name: str) -> None:
    found = judged(block, name)
    assert {"call", "got", "expected"} == found.keys()


@pytest.mark.parametrize("language", BOOK.languages)
def test_the_chapters_have_something_to_write(language: str) -> None:
    pages = [page.read(path, BOOK) for path in BOOK.pages(language)]
    assert {p.slug for p in pages if any(block.check for block in p.blocks)} == CHAPTERS
