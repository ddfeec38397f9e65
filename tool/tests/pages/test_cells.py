"""An exercise that nothing checks has a cell, and whoever forgets it is told."""

import json
from collections import defaultdict
from pathlib import Path

import pytest

import frozen_book
from derivlearn_site.base import settings
from derivlearn_site.code import runner
from derivlearn_site.code.snippet import text_of
from derivlearn_site.notebooks import notebook
from derivlearn_site.pages import cells
from derivlearn_site.pages import page as pages
from frozen_book import put

PAGE = "docs/ja/growth.md"
FILE = "docs/cells.yml"
ANSWER = '```python\n    --8<-- "growth/exercises.py:halve"\n    ```'
OUTPUT = '```text\n    --8<-- "growth/exercises.out:halve"\n    ```'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A book with an exercise that nothing checks, and one that has a check."""
    root = frozen_book.copy(tmp_path / "book")
    path = root / PAGE
    text = path.read_text("utf-8").replace("{ #halve }", "{ #exercise-halve }")
    path.write_text(text.replace("{ #until }", "{ #exercise-until }"), "utf-8")
    return root


def read(root: Path) -> pages.Page:
    return pages.read(root / PAGE, settings.load(root))


def told(root: Path) -> list[tuple[str, int, str]]:
    book = settings.load(root)
    page = pages.read(root / PAGE, book)
    return [
        (book.relative(each.path).as_posix(), each.line, str(each.message))
        for each in cells.problems(book, {page.slug: page})
    ]


def test_a_cell_stands_before_the_answer_on_what_the_answer_stands_on(
    root: Path,
) -> None:
    page = read(root)
    [cell] = cells.of(page)
    assert (cell.id, cell.key) == ("cell-exercise-halve", "growth/exercise-halve")
    assert page.lines[cell.line - 1].startswith("??? answer")
    assert text_of(cell.program.code) == ""
    assert "growth" in cell.at_hand
    assert told(root) == []
    printed: list[str] = []
    assert runner.run("", cell.program.source, printed.append, "interest") is None
    assert printed == []


def test_a_cell_has_more_at_hand_where_the_file_says_so(root: Path) -> None:
    (root / FILE).write_text(
        "growth:\n  exercise-halve: write_years.py:answer\n", "utf-8"
    )
    [cell] = cells.of(read(root))
    assert {"years_until", "growth"} <= {*cell.at_hand}
    assert told(root) == []


def test_an_exercise_has_no_cell_where_code_cannot_help(root: Path) -> None:
    (root / FILE).write_text(
        "growth:\n  exercise-halve:\n    none: it is for paper\n", "utf-8"
    )
    assert cells.of(read(root)) == []
    assert told(root) == []


@pytest.mark.parametrize(
    ("said", "line", "message"),
    [
        ("growth:\n  exercise-until: years.py:grow\n", 2, "or has a check and needs"),
        ("growth:\n  exercise-gone: years.py:grow\n", 2, "is no exercise"),
        ("growth:\n  exercise-halve: gone.py:grow\n", 2, "gone.py is not there"),
        ("growth:\n  exercise-halve: years.py:gone\n", 2, "no section 'gone'"),
        ("growth: [\n", 2, "YAML"),
    ],
)
def test_what_the_file_gets_wrong_is_told(
    root: Path, said: str, line: int, message: str
) -> None:
    (root / FILE).write_text(said, "utf-8")
    [(path, at, words)] = told(root)
    assert (path, at) == (FILE, line)
    assert message in words


def test_an_exercise_without_check_and_code_is_told(root: Path) -> None:
    with (
        frozen_book.edited(root, PAGE, put(ANSWER, "")),
        frozen_book.edited(root, PAGE, put(OUTPUT, "")),
    ):
        [(path, line, words)] = told(root)
        heading = read(root).lines[line - 1]
        assert path == PAGE
        assert "{ #exercise-halve }" in heading
        assert "neither a check nor code" in words


def test_a_notebook_has_an_empty_cell_before_the_answer(root: Path) -> None:
    page = read(root)
    made = json.loads(notebook.download(page, defaultdict(str)))
    empty = [
        number
        for number, cell in enumerate(made["cells"])
        if cell["cell_type"] == "code" and not cell["source"]
    ]
    assert len(empty) == 1
    assert "exercise-halve" in "".join(made["cells"][empty[0] - 1]["source"])
