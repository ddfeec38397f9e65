"""What the cells of a notebook page put out is what mkdocs-jupyter shows of them."""

import base64
from collections.abc import Callable
from typing import Any

import nbformat
import pytest

from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page
from derivlearn_site.publish import jupyter
from derivlearn_site.publish.jupyter import NotebookError, Output

FIGURE = '<svg viewBox="0 0 9 9" role="img" aria-label="線"><line x2="9"/></svg>'
TABLE = "<table>\n<tr><td>*1* &lt;</td></tr>\n<tr><td>2</td></tr>\n</table>"

Shown = dict[str, Any]
PutOut = Callable[..., list[list[Output]]]


def printed(output: str, name: str = "stdout") -> Shown:
    return {"output_type": "stream", "name": name, "text": output}


def shown(mime: str, data: str) -> Shown:
    return {"output_type": "display_data", "metadata": {}, "data": {mime: data}}


def value(data: str) -> Shown:
    kind = {"output_type": "execute_result", "execution_count": 1}
    return shown("text/plain", data) | kind


@pytest.fixture
def put_out(book: Settings) -> PutOut:
    """Return what the page shows of cells, given what the kernel says of each."""

    def put_out(*cells: list[Shown]) -> list[list[Output]]:
        made = nbformat.v4.new_notebook()
        for number, outputs in enumerate(cells):
            cell = nbformat.v4.new_code_cell("x", id=f"{number}", execution_count=None)
            cell["outputs"] = [nbformat.from_dict(each) for each in outputs]
            made["cells"].append(cell)
        return jupyter.outputs(page.read(book.docs / "ja" / "demo.md", book), made)

    return put_out


def test_each_cell_has_its_outputs_in_their_order(put_out: PutOut) -> None:
    cells = [[printed("1 < 2\n")], [], [shown("text/html", TABLE), printed("3\n")]]
    assert put_out(*cells) == [
        [Output("text", "1 < 2\n")],
        [],
        [Output("html", TABLE), Output("text", "3\n")],
    ]


def test_what_a_cell_prints_is_kept_to_the_last_space(put_out: PutOut) -> None:
    text = "  1 &amp; <b>\n\n\n\t2  \n   \n"
    assert put_out([printed(text)]) == [[Output("text", text)]]


def test_what_a_cell_prints_in_pieces_is_one_output(put_out: PutOut) -> None:
    pieces = [printed("1\n"), printed("2"), printed("\n3\n")]
    assert put_out(pieces) == [[Output("text", "1\n2\n3\n")]]


def test_the_value_of_a_cell_is_an_output_of_its_own(put_out: PutOut) -> None:
    assert put_out([printed("1"), value("[1, 2]")]) == [
        [Output("text", "1"), Output("text", "[1, 2]\n")]
    ]


def test_a_figure_is_markup_of_the_page(put_out: PutOut) -> None:
    [[figure]] = put_out([shown("image/svg+xml", FIGURE)])
    assert figure == Output("html", f"<figure>{FIGURE}</figure>")


def test_what_stands_before_a_figure_of_its_own_file_is_left_out(
    put_out: PutOut,
) -> None:
    file = f'<?xml version="1.0"?>\n<!DOCTYPE svg>\n{FIGURE}\n'
    [[figure]] = put_out([shown("image/svg+xml", file)])
    assert figure.content.startswith("<figure><svg ")


@pytest.mark.parametrize(
    ("output", "message"),
    [
        (printed("DeprecationWarning\n", "stderr"), "stderr: DeprecationWarning"),
        (shown("image/svg+xml", "<svg></svg>"), "text alternative"),
        (shown("image/svg+xml", '<svg data-aria-label=""></svg>'), "text alternative"),
        (shown("image/png", base64.b64encode(b"PNG").decode()), "not SVG"),
        (shown("text/markdown", "*1*"), "text/markdown"),
        (shown("application/javascript", "alert()"), "application/javascript"),
    ],
)
def test_what_the_book_does_not_show_is_an_error(
    put_out: PutOut, output: Shown, message: str
) -> None:
    with pytest.raises(NotebookError, match=message):
        put_out([printed("1\n"), output])


def test_a_page_whose_outputs_are_the_same_is_not_read_again(
    put_out: PutOut, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = put_out([printed("1\n")])
    with monkeypatch.context() as patch:
        patch.setattr(jupyter, "nb2html", lambda _: pytest.fail("read again"))
        assert put_out([printed("1\n")]) == first
    assert put_out([printed("2\n")]) == [[Output("text", "2\n")]]
