"""A notebook that mkdocs-jupyter has rendered becomes a page like the others."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs_jupyter import convert

from derivlearn_site.notebooks.jupyter import NotebookError, from_jupyter, toc
from derivlearn_site.publish import mathml

PAGE = "docs/ja/difference-error.md"
FIGURE = '<svg viewBox="0 0 9 9" role="img" aria-label="線"><line x2="9"/></svg>'

Cell = dict[str, Any]
Render = Callable[..., str]


def text(source: str) -> Cell:
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def code(source: str, *outputs: Cell) -> Cell:
    return {
        "cell_type": "code",
        "execution_count": 1,
        "metadata": {},
        "outputs": list(outputs),
        "source": source,
    }


def printed(output: str, name: str = "stdout") -> Cell:
    return {"output_type": "stream", "name": name, "text": output}


def shown(mime: str, data: str) -> Cell:
    return {"output_type": "display_data", "metadata": {}, "data": {mime: data}}


@pytest.fixture
def render(tmp_path: Path) -> Render:
    def render_cells(*cells: Cell) -> str:
        path = tmp_path / "page.ipynb"
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        notebook = {
            "cells": [cell | {"id": f"{n}"} for n, cell in enumerate(cells)],
            "metadata": {"kernelspec": kernel},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
        path.write_text(json.dumps(notebook), encoding="utf-8")
        html = convert.nb2html(str(path), execute=False)
        return from_jupyter(html, where=PAGE, permalink="この見出しへのリンク")

    return render_cells


def test_nothing_of_jupyterlab_is_left(render: Render) -> None:
    html = render(text("文です。"), code("print(1)", printed("1\n")))
    assert "jp-" not in html
    assert "<style" not in html
    assert "<script" not in html
    assert "http" not in html


def test_what_a_cell_prints_in_pieces_is_one_output(render: Render) -> None:
    pieces = [printed("1\n"), printed("2"), printed("\n3\n")]
    html = render(code("print(1)", *pieces))
    assert html.count("language-text output") == 1
    assert "<code>1\n2\n3\n</code>" in html


def test_cells_and_outputs_look_like_fences_and_keep_their_order(
    render: Render,
) -> None:
    html = render(code("print(1)", printed("1 < 2\n")), text("文です。"), code("x"))
    for number in (1, 2):
        listing = f'<div class="language-python highlight" id="block-{number}"><pre>'
        assert html.count(listing) == 1
    output = '<div class="language-text output highlight"><pre><span></span><code>'
    assert html.index("print") < html.index(output) < html.index("文です")
    assert "<code>1 &lt; 2\n</code>" in html


def test_a_heading_takes_the_id_of_its_anchor(render: Render) -> None:
    html = render(text('## 誤差とΔx <a id="error"></a>'))
    assert html == (
        '<h2 id="error">誤差とΔx<a class="headerlink" href="#error" '
        'title="この見出しへのリンク">#</a></h2>'
    )


def test_a_heading_without_an_id_is_an_error(render: Render) -> None:
    with pytest.raises(NotebookError, match=f"{PAGE}.*誤差"):
        render(text("## 誤差"))


def test_the_table_of_contents_nests_headings(render: Render) -> None:
    html = render(
        text('# 題 <a id="title"></a>\n\n## `f`の節 <a id="one"></a>'),
        text('### 小節 <a id="small"></a>\n\n## 次 <a id="two"></a>'),
    )
    (title,) = toc(html)
    assert (title["id"], title["name"], title["level"]) == ("title", "題", 1)
    assert [token["name"] for token in title["children"]] == ["fの節", "次"]
    assert title["children"][0]["children"][0]["id"] == "small"


def test_formulas_are_marked_up_as_on_other_pages(render: Render) -> None:
    html = render(text("増分$\\Delta x < 1$と`$x$`\n\n$$\n\\frac{a}{b}\n$$\n"))
    assert '<span class="arithmatex">\\(\\Delta x &lt; 1\\)</span>' in html
    assert "<code>$x$</code>" in html
    assert '<p><div class="arithmatex">' not in html
    assert mathml.render(html, where=PAGE).count("<math") == 2


def test_a_figure_becomes_part_of_the_page(render: Render) -> None:
    html = render(code("draw()", shown("image/svg+xml", FIGURE)))
    assert f"<figure>{FIGURE}</figure>" in html


@pytest.mark.parametrize(
    ("output", "message"),
    [
        (printed("DeprecationWarning\n", "stderr"), "stderr: DeprecationWarning"),
        (shown("image/svg+xml", "<svg></svg>"), "text alternative"),
        (shown("image/png", "aGVsbG8="), "not SVG"),
    ],
)
def test_what_the_book_does_not_show_is_an_error(
    render: Render, output: Cell, message: str
) -> None:
    with pytest.raises(NotebookError, match=f"{PAGE}.*{message}"):
        render(code("x", output))


def test_any_other_page_is_an_error() -> None:
    with pytest.raises(NotebookError, match="mkdocs-jupyter"):
        from_jupyter("<p>text</p>", where=PAGE)
