"""Cells are executed in a kernel, and only when what they stand on has changed."""

from pathlib import Path

import nbformat
import pytest
from nbclient.exceptions import CellExecutionError

from derivlearn_site.notebooks import kernel


def executed(root: Path, *code: str, text: str = "") -> list[str]:
    """Return what each cell of a notebook with some text printed."""
    cells = [nbformat.v4.new_code_cell(each) for each in code]
    cells.insert(0, nbformat.v4.new_markdown_cell(text))
    made = nbformat.v4.new_notebook(cells=cells)
    kernel.execute(made, root, "demo")
    nbformat.validate(made)
    return ["".join(out["text"] for out in cell["outputs"]) for cell in cells[1:]]


def test_cells_are_executed_once_for_all_languages_and_builds(tmp_path: Path) -> None:
    package = tmp_path / "src/derivlearn"
    package.mkdir(parents=True)
    for name in ("__init__", "used", "unused"):
        (package / f"{name}.py").write_text("x = 1\n")
    ran = tmp_path / "ran"
    counts = f"with open({str(ran)!r}, 'a') as file:\n    file.write('.')"
    code = f"from derivlearn import used\n{counts}", "print(used.x)"

    def runs(*code: str, x: int, text: str) -> int:
        before = len(ran.read_text()) if ran.exists() else 0
        assert executed(tmp_path, *code, text=text) == ["", f"{x}\n"]
        return len(ran.read_text()) - before

    assert runs(*code, x=1, text="はじめの言語") == 1
    assert runs(*code, x=1, text="Another language") == 0
    (package / "unused.py").write_text("x = 2\n")
    assert runs(*code, x=1, text="") == 0
    (package / "used.py").write_text("x = 2\n")
    assert runs(*code, x=2, text="") == 1
    assert runs(code[0], f"{code[1]}  # a remark", x=2, text="") == 1


def test_a_cell_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(CellExecutionError, match="ZeroDivisionError"):
        executed(tmp_path, "1 / 0")
    assert not (tmp_path / ".cache").exists()
