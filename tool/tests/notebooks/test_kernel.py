"""Cells are executed in a kernel, and only when what they stand on has changed."""

from pathlib import Path

import nbformat
import pytest

from conftest import PAGE
from derivlearn_site.base.errors import SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.notebooks import kernel
from derivlearn_site.pages import page

USE = "y = double(4)\nprint(y)"


def executed(book: Settings, language: str = "ja", text: str = PAGE) -> list[str]:
    """Return what each cell of the book's page printed."""
    path = book.docs / language / "demo.md"
    made = kernel.executed(page.parse(text, path, book))
    nbformat.validate(made)
    return ["".join(out["text"] for out in cell["outputs"]) for cell in made["cells"]]


def edit(path: Path, old: str, new: str) -> None:
    """Replace a text in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_cells_are_the_blocks_of_the_page_in_one_session(book: Settings) -> None:
    made = kernel.executed(page.read(book.docs / "ja" / "demo.md", book))
    nbformat.validate(made)
    assert [cell["source"] for cell in made["cells"]] == [
        "def double(x):\n    return 2 * x",
        USE,
        "import math\n\nprint(math.sqrt(y * 2))",
    ]
    assert [cell["id"] for cell in made["cells"]] == ["cell-1", "cell-2", "cell-3"]
    assert all(cell["execution_count"] is None for cell in made["cells"])
    assert executed(book) == ["", "8\n", "4.0\n"]


def test_cells_are_executed_once_for_all_languages_and_builds(book: Settings) -> None:
    [entry] = book.config["plugins"]
    entry["derivlearn-site"]["package"] = "interest"
    package = book.root / "src/interest"
    package.mkdir(parents=True)
    for name in ("__init__", "used", "unused"):
        (package / f"{name}.py").write_text("x = 1\n")
    ran = book.root / "ran"
    counts = f"with open({str(ran)!r}, 'a') as file:\n    file.write('.')"
    snippet = book.snippets / "demo/double.py"
    edit(snippet, USE, f"from interest import used\n{counts}\n{USE}\nprint(used.x)")

    def runs(language: str = "ja", text: str = PAGE, *, x: int) -> int:
        before = len(ran.read_text()) if ran.exists() else 0
        assert executed(book, language, text) == ["", f"8\n{x}\n", "4.0\n"]
        return len(ran.read_text()) - before

    assert runs("ja", x=1) == 1
    assert runs("en", PAGE.replace("Twice four", "Another language"), x=1) == 0
    (package / "unused.py").write_text("x = 2\n")
    assert runs(x=1) == 0
    (package / "used.py").write_text("x = 2\n")
    assert runs(x=2) == 1
    edit(snippet, "print(used.x)", "print(used.x)  # a remark")
    assert runs(x=2) == 1


def test_a_cell_that_fails_is_told_with_its_page(book: Settings) -> None:
    edit(book.snippets / "demo/double.py", USE, "y = 4 / 0\nprint(y)")
    with pytest.raises(SourceError) as error:
        executed(book)
    problem = error.value.problem
    assert (problem.path, problem.line) == (book.docs / "ja" / "demo.md", 1)
    assert "ZeroDivisionError" in problem.detail
    assert not list(book.root.rglob(".cache/notebooks/*"))
