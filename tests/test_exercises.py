"""The check of every exercise passes what is right and refuses what is not."""

from typing import Any

import pytest

from derivlearn_site.code import runner, snippet
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


def judged(block: Block, name: str) -> dict[str, Any]:
    """Return what the check finds of a section that a reader has typed."""
    assert block.check
    before = text_of(block.program.preamble)
    code = text_of(block.snippet.program((name,), set()).code)
    return runner.check(before, code, block.check.source, lambda _: None, BOOK.package)


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
def test_every_exercise_is_on_its_page_in_each_language_that_has_it(
    language: str,
) -> None:
    pages = [page.read(path, BOOK) for path in BOOK.pages(language)]
    shown = {each.snippet.path for p in pages for each in p.blocks if each.check}
    files = [path for p in pages for path in (BOOK.snippets / p.slug).glob("*.py")]
    assert shown == {path for path in files if snippet.read(path).is_exercise}
