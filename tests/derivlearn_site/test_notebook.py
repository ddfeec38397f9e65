"""A page becomes a notebook whose cells run one after the other."""

import nbformat
import pytest

from derivlearn_site import notebook, page
from derivlearn_site.settings import Settings


@pytest.fixture
def cells(book: Settings) -> list[nbformat.NotebookNode]:
    """Return the cells of the book's only page."""
    made = notebook.notebook(page.read(book.docs / "ja" / "demo.md", book))
    nbformat.validate(made)
    return list(made["cells"])


def test_text_and_code_alternate_as_on_the_page(
    cells: list[nbformat.NotebookNode],
) -> None:
    assert [cell["cell_type"] for cell in cells] == [
        *("markdown", "code", "markdown", "code", "markdown", "code")
    ]
    assert cells[0]["source"] == '# Double <a id="demo"></a>'


def test_a_cell_holds_its_block_and_the_imports_that_are_missing(
    cells: list[nbformat.NotebookNode],
) -> None:
    assert cells[3]["source"] == "y = double(4)\nprint(y)"
    assert cells[5]["source"] == "import math\n\nprint(math.sqrt(y * 2))"


def test_the_cells_run_in_one_session_and_print_what_is_recorded(
    cells: list[nbformat.NotebookNode], capsys: pytest.CaptureFixture[str]
) -> None:
    session: dict[str, object] = {}
    for cell in cells:
        if cell["cell_type"] == "code":
            exec(cell["source"], session)  # noqa: S102
            recorded = "".join(output["text"] for output in cell["outputs"])
            assert capsys.readouterr().out == recorded
