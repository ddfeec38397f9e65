"""The check of every exercise passes what is right and refuses what is not."""

import ast
from pathlib import Path
from typing import Any

import pytest
import yaml

from derivlearn_site.code import runner, snippet
from derivlearn_site.code.snippet import text_of
from derivlearn_site.pages import page
from derivlearn_site.pages.page import Block
from tests.test_book import BOOK


def name_of(block: Block) -> str:
    """Return the file of an exercise, as `<chapter>/<name>`."""
    path = block.snippet.path
    return f"{path.parent.name}/{path.stem}"


FOUND = [
    (language, block)
    for language in BOOK.languages
    for path in BOOK.pages(language)
    for block in page.read(path, BOOK).blocks
    if block.check
]
EXERCISES = [
    pytest.param(block, id=f"{language}-{name_of(block)}") for language, block in FOUND
]
# Each once: it is the same in every language.
BLOCKS = {name_of(block): block for _, block in FOUND}

OTHERS = Path(__file__).parent / "exercise_solutions.yml"
SOLUTIONS = [
    pytest.param(exercise, code, id=f"{exercise}-{kind}")
    for exercise, kinds in yaml.safe_load(OTHERS.read_text("utf-8")).items()
    for kind, code in kinds.items()
]

# Stands below an answer: its functions give what they gave as something else.
AS_OTHERS = """
import numpy as _np

def _array(found):
    try:
        return _np.array(found)
    except ValueError:  # its rows are not of one length
        return [_array(each) for each in found]

def _numpy(found):
    if isinstance(found, list):
        return _array(found)
    if isinstance(found, tuple):
        return tuple(map(_numpy, found))
    if isinstance(found, int | float):
        return _np.array(found)[()]
    return found

def _tuple(found):
    return tuple(map(_tuple, found)) if isinstance(found, list | tuple) else found

def _other(right, kind):
    return lambda *given: kind(right(*given))
"""


def code_of(block: Block, name: str) -> str:
    """Return a section of an exercise as a reader may have typed it."""
    return text_of(block.snippet.program((name,), set()).code)


def judged(block: Block, code: str) -> dict[str, Any]:
    """Return what the check finds of what a reader has typed."""
    assert block.check
    before = text_of(block.program.preamble)
    return runner.check(before, code, block.check.source, lambda _: None, BOOK.package)


@pytest.mark.parametrize("block", EXERCISES)
def test_the_answer_passes(block: Block) -> None:
    found = judged(block, code_of(block, "answer"))
    assert found.get("passed", 0) > 1, found


@pytest.mark.parametrize("block", EXERCISES)
def test_the_code_to_start_from_runs_and_is_refused(block: Block) -> None:
    before = text_of(block.program.preamble)
    start = code_of(block, "start")
    assert runner.run(before, start, lambda _: None, BOOK.package) is None
    assert "passed" not in judged(block, start)


@pytest.mark.parametrize(
    ("block", "name"),
    [
        pytest.param(block, name, id=f"{language}-{name_of(block)}-{name}")
        for language, block in FOUND
        for name in block.snippet.wrong
    ],
)
def test_what_is_wrong_is_refused(block: Block, name: str) -> None:
    found = judged(block, code_of(block, name))
    assert "passed" not in found
    # It is wrong as its author meant it, and not for a slip of the keyboard.
    assert found.get("failure", {}).get("type") not in ("NameError", "SyntaxError")


@pytest.mark.parametrize(("name", "code"), SOLUTIONS)
def test_a_right_solution_of_another_kind_passes(name: str, code: str) -> None:
    found = judged(BLOCKS[name], code)
    assert "passed" in found, found


@pytest.mark.parametrize("kind", ["_numpy", "_tuple"])
@pytest.mark.parametrize("name", BLOCKS)
def test_what_the_answer_gives_may_be_an_array_or_a_tuple(name: str, kind: str) -> None:
    answer = code_of(BLOCKS[name], "answer")
    functions = [node.name for node in ast.parse(answer).body if hasattr(node, "name")]
    others = [f"{each} = _other({each}, {kind})\n" for each in functions]
    found = judged(BLOCKS[name], "".join([answer, AS_OTHERS, *others]))
    assert "passed" in found, found


@pytest.mark.parametrize("name", BLOCKS)
def test_a_reader_can_repeat_the_case_that_failed(name: str) -> None:
    block = BLOCKS[name]
    before = text_of(block.program.preamble)
    told = 0
    for section in ("start", *block.snippet.wrong):
        code = code_of(block, section)
        found = judged(block, code)
        if "failure" in found:
            continue
        told += 1
        assert found["got"] != found["expected"], section
        assert "…" not in found["got"] + found["expected"], section
        again = f"def check():\n    yield {found['call']!r}, {found['expected']}\n"
        repeated = runner.check(before, code, again, lambda _: None, BOOK.package)
        assert "got" in repeated, section
        # What was near enough to be right was told as if it were.
        assert repeated | {"got": found["got"]} == found, section
    assert told


@pytest.mark.parametrize("language", BOOK.languages)
def test_every_exercise_is_on_its_page_in_each_language_that_has_it(
    language: str,
) -> None:
    pages = [page.read(path, BOOK) for path in BOOK.pages(language)]
    shown = {each.snippet.path for p in pages for each in p.blocks if each.check}
    files = [path for p in pages for path in (BOOK.snippets / p.slug).glob("*.py")]
    assert shown == {path for path in files if snippet.read(path).is_exercise}


@pytest.mark.parametrize("language", BOOK.languages)
def test_half_of_the_exercises_have_a_check_and_one_of_each_chapter(
    language: str,
) -> None:
    asked = checked = 0
    for chapter in (page.read(path, BOOK) for path in BOOK.pages(language)):
        headings = chapter.headings
        exercises = [h for h in headings if (h.id or "").startswith("exercise-")]
        above_checks = [
            [heading for heading in headings if heading.line < block.line][-1]
            for block in chapter.blocks
            if block.check
        ]
        with_check = [heading for heading in exercises if heading in above_checks]
        assert bool(with_check) == bool(exercises), chapter.slug
        asked += len(exercises)
        checked += len(with_check)
    assert checked >= asked / 2
