"""A page becomes a notebook whose cells run one after the other."""

import json
import re

import nbformat
import pytest

from conftest import FIGURE
from derivlearn_site.base.settings import Settings
from derivlearn_site.notebooks import notebook
from derivlearn_site.pages import page

TEXTS = {
    "hint": "Hint {number}",
    "notebook_from": "From [{title}]({url}).",
    "notebook_code": "{title}: the code",
    "notebook_more": "{title}, continued",
}
REST = """\
??? answer "Answer"
    ```python
    --8<-- "demo/double.py:root"
    ```

    ```text
    --8<-- "demo/double.out:root"
    ```
"""


@pytest.fixture
def source(book: Settings) -> page.Page:
    return page.read(book.docs / "ja" / "demo.md", book)


@pytest.fixture
def cells(book: Settings) -> list[nbformat.NotebookNode]:
    """Return the cells of the book's only page, behind the one that says whose."""
    return downloaded(book, REST)[1:]


def downloaded(book: Settings, rest: str) -> list[nbformat.NotebookNode]:
    """Return the cells of the page to download with something else at its end."""
    path = book.docs / "ja" / "demo.md"
    text = path.read_text(encoding="utf-8")
    assert REST in text
    book.config["site_url"] = "https://example.org/book/"
    source = page.parse(text.replace(REST, rest), path, book)
    assert source.problems == []
    made = nbformat.reads(notebook.download(source, TEXTS), 4)
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


def test_the_programs_of_a_page_are_those_of_its_cells(
    source: page.Page, cells: list[nbformat.NotebookNode]
) -> None:
    code = [cell["source"] for cell in cells if cell["cell_type"] == "code"]
    assert notebook.programs(source) == code


def test_the_cells_run_in_one_session_and_print_what_is_recorded(
    cells: list[nbformat.NotebookNode], capsys: pytest.CaptureFixture[str]
) -> None:
    session: dict[str, object] = {}
    for cell in cells:
        if cell["cell_type"] == "code":
            exec(cell["source"], session)  # noqa: S102
            recorded = "".join(output["text"] for output in cell["outputs"])
            assert capsys.readouterr().out == recorded


def test_a_download_says_first_which_page_it_is(book: Settings) -> None:
    first, title, *_ = downloaded(book, REST)
    assert first["source"] == "From [Double](https://example.org/book/ja/demo/)."
    assert title["source"].startswith("# Double")


def test_the_same_page_is_the_same_file(source: page.Page) -> None:
    text = notebook.download(source, TEXTS)
    assert text == notebook.download(source, TEXTS)
    made = json.loads(text)
    assert made["metadata"]["title"] == "Double"
    ids = [cell["id"] for cell in made["cells"]]
    assert ids == [f"cell-{number}" for number in range(1, len(ids) + 1)]


def test_a_file_is_called_like_its_page(source: page.Page) -> None:
    assert notebook.file_name(source) == "demo.ipynb"


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("linear.md", "https://example.org/book/ja/linear/"),
        ("linear.md#limit", "https://example.org/book/ja/linear/#limit"),
        ("index.md#top", "https://example.org/book/ja/#top"),
        ("../assets/a.svg", "https://example.org/book/assets/a.svg"),
        ("#root", "#root"),
        ("https://example.com/a.md", "https://example.com/a.md"),
    ],
)
def test_a_link_leads_to_the_published_site(
    book: Settings, target: str, address: str
) -> None:
    last = downloaded(book, f"[a]({target})")[-1]
    assert last["source"] == f'## Root <a id="root"></a>\n\n[a]({address})'


def test_code_of_an_answer_follows_it_under_its_name(book: Settings) -> None:
    rest = (
        REST.replace("    ```python", "    Before.\n\n    ```python") + "\n    After.\n"
    )
    before, code, after = downloaded(book, f"{rest}\nNext.\n")[-3:]
    assert before["source"] == (
        '## Root <a id="root"></a>\n\n'
        "<details>\n<summary>Answer</summary>\n\nBefore.\n\n</details>\n\n"
        "**Answer: the code**"
    )
    assert code["source"].endswith("print(math.sqrt(y * 2))")
    assert code["outputs"][0]["text"] == "4.0\n"
    assert code["metadata"]["jupyter"]["source_hidden"]
    assert after["source"] == (
        "<details>\n<summary>Answer, continued</summary>\n\nAfter.\n\n</details>\n\n"
        "Next."
    )


def test_a_remark_with_code_is_a_quotation_before_it(book: Settings) -> None:
    rest = REST.replace('??? answer "Answer"', "!!! note")
    before, code = downloaded(book, rest)[-2:]
    assert before["source"] == '## Root <a id="root"></a>\n\n> **Note**'
    assert code["metadata"] == {}


def test_other_fences_stay_wherever_they_stand(book: Settings) -> None:
    book.config["repo_url"] = "https://example.org/source"
    rest = (
        '!!! note "Get it"\n\n    ```console\n    $ git clone {{ repo_url }}\n\n'
        "    $ cd book\n    ```\n\nEnd.\n"
    )
    last = downloaded(book, rest)[-1]
    assert last["source"].endswith(
        "> **Get it**\n>\n> ```console\n> $ git clone https://example.org/source\n"
        ">\n> $ cd book\n> ```\n\nEnd."
    )


def test_a_figure_is_a_cell_of_its_own(dot: Settings) -> None:
    _, shown, after = downloaded(dot, f"{FIGURE}\nEnd.\n")[-3:]
    assert re.match(r'<figure>\n<img src="data:image/svg', shown["source"])
    assert after["source"] == "End."


def test_hints_of_an_exercise_are_folded_below_it(book: Settings) -> None:
    path = book.snippets / "demo" / "own.py"
    parts = {
        "start": "def half(x):\n    return 0",
        "wrong-one": "def half(x):\n    return x",
        "wrong-two": "def half(x):\n    return 2 * x",
        "answer": "def half(x):\n    return x / 2",
        "check": "for x in (1, 2):\n    yield_ = half(x)",
    }
    path.write_text(
        "\n".join(
            f"# --8<-- [start:{name}]\n{code}\n# --8<-- [end:{name}]\n"
            for name, code in parts.items()
        ),
        encoding="utf-8",
    )
    rest = '```exercise\n--8<-- "demo/own.py:start"\nhint: One.\nhint: `Two`.\n```\n'
    code, hints = downloaded(book, rest)[-2:]
    assert code["source"] == parts["start"]
    assert hints["source"] == (
        "<details>\n<summary>Hint 1</summary>\n\nOne.\n\n</details>\n\n"
        "<details>\n<summary>Hint 2</summary>\n\n`Two`.\n\n</details>"
    )
