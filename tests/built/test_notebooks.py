"""Every page with code comes as a notebook that runs and prints what it shows."""

import base64
import io
import os
import re
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import nbformat
import pytest
from bs4 import BeautifulSoup
from mkdocs_jupyter.nbconvert2 import nb2html

from building import Built
from derivlearn_site.code.snippet import text_of
from derivlearn_site.notebooks import notebook
from derivlearn_site.pages import page as pages
from tests.built.conftest import BOOK, PAGES, ROOT, STRINGS, path_of

SITE = BOOK.config["site_url"]


def source(language: str, slug: str) -> pages.Page:
    return pages.read(BOOK.docs / language / f"{slug}.md", BOOK)


SOURCES = {place: source(*place) for place in PAGES}
WITH_CODE = [place for place, page in SOURCES.items() if page.blocks]
ORIGINALS = [slug for language, slug in WITH_CODE if language == BOOK.languages[0]]
# Blocks of two snippets of this page give the same names to different things.
SHARING = next(
    slug
    for slug in ORIGINALS
    if len({b.snippet.path for b in SOURCES[BOOK.languages[0], slug].blocks}) > 1
)
# Those that the build itself executes.
EXECUTED = [slug for slug in ORIGINALS if SOURCES[BOOK.languages[0], slug].is_notebook]


def notebook_of(built: Built, language: str, slug: str) -> Path:
    return built.site / path_of(language, slug) / f"{slug}.ipynb"


def read(built: Built, language: str, slug: str) -> nbformat.NotebookNode:
    return nbformat.read(notebook_of(built, language, slug), 4)


def code_of(made: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    """Return the cells with code; those that wait for the reader's have none."""
    cells = [cell for cell in made["cells"] if cell["cell_type"] == "code"]
    return [cell for cell in cells if cell["source"]]


def text_in(made: nbformat.NotebookNode) -> str:
    """Return all Markdown of a notebook."""
    cells = [cell for cell in made["cells"] if cell["cell_type"] == "markdown"]
    return "\n\n".join(cell["source"] for cell in cells)


def executed(built: Built, slug: str) -> Path:
    """Return where the build keeps what it has executed, once for all languages."""
    return built.root / f".cache/notebooks/{slug}.ipynb"


def printed(cell: nbformat.NotebookNode) -> str:
    return "".join(output["text"] for output in cell["outputs"])


def test_each_page_with_code_and_no_other_is_there_as_one_notebook(
    built: Built,
) -> None:
    # A page that a language lacks comes with the notebook of the original.
    expected = {
        notebook_of(built, code, slug) for code in BOOK.languages for slug in ORIGINALS
    }
    assert set(built.site.rglob("*.ipynb")) == expected


def test_each_page_with_code_and_no_other_links_to_its_notebook(built: Built) -> None:
    for language, slug in PAGES:
        label = STRINGS[language]["notebook"]
        link = f'<a href="{slug}.ipynb" download>{label}</a>'
        shown = (language, slug) in WITH_CODE
        assert built.page(language, slug).count(link) == shown, f"{language}/{slug}"


@pytest.mark.parametrize(("language", "slug"), WITH_CODE)
def test_a_notebook_is_valid_and_says_where_it_is_from(
    built: Built, language: str, slug: str
) -> None:
    made = read(built, language, slug)
    nbformat.validate(made)
    assert made["metadata"]["kernelspec"]["name"] == "python3"
    assert made["metadata"]["title"] == SOURCES[language, slug].headings[0].text
    first = made["cells"][0]["source"]
    assert f"({SITE}{path_of(language, slug)})" in first
    assert f"`{BOOK.install}`" in first


@pytest.mark.parametrize("slug", [each for each in ORIGINALS if each not in EXECUTED])
def test_the_cells_run_one_after_the_other_and_print_what_is_recorded(
    built: Built, slug: str
) -> None:
    page = SOURCES[BOOK.languages[0], slug]
    cells = code_of(read(built, page.language, slug))
    names: dict[str, object] = {"__name__": "__main__"}
    for cell, block in zip(cells, page.blocks, strict=True):
        assert cell["source"].endswith(text_of(block.program.code).rstrip("\n"))
        assert printed(cell) == block.output
        with redirect_stdout(io.StringIO()) as out:
            exec(cell["source"], names)  # noqa: S102
        assert out.getvalue() == block.output, cell["source"]


@pytest.mark.parametrize("slug", ORIGINALS)
def test_the_code_is_the_same_in_every_language(built: Built, slug: str) -> None:
    original, *others = (
        [(cell["source"], printed(cell)) for cell in code_of(read(built, *place))]
        for place in WITH_CODE
        if place[1] == slug
    )
    assert others == [original] * len(others)


@pytest.mark.parametrize("slug", EXECUTED)
def test_a_kernel_printed_what_is_recorded(built: Built, slug: str) -> None:
    ran = code_of(nbformat.read(executed(built, slug), 4))
    cells = [(cell["source"], printed(cell)) for cell in ran]
    download = code_of(read(built, BOOK.languages[0], slug))
    assert cells == [(cell["source"], printed(cell)) for cell in download]
    assert all(cell["execution_count"] is None for cell in ran)


@pytest.mark.parametrize("slug", EXECUTED)
def test_a_page_shows_what_mkdocs_jupyter_shows_of_its_cells(
    built: Built, slug: str
) -> None:
    jupyter = BeautifulSoup(nb2html(str(executed(built, slug))), "html.parser")
    selected = jupyter.select(".jp-OutputArea-output[data-mime-type='text/plain'] pre")
    outputs = [each.get_text() for each in selected]
    assert outputs
    for language in BOOK.languages:
        page = BeautifulSoup(built.page(language, slug), "html.parser")
        shown = [each.get_text() for each in page.select(".output code")]
        assert [each.split("\n") for each in shown] == [
            each.split("\n") for each in outputs
        ]
        assert page.select(".output.stale") == []


def test_a_notebook_runs_in_jupyter(built: Built, tmp_path: Path) -> None:
    name = "ran.ipynb"
    path = notebook_of(built, BOOK.languages[0], SHARING)
    command = ["-m", "nbconvert", "--to", "notebook", "--execute", "--output", name]
    search = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(  # noqa: S603
        [sys.executable, *command, "--output-dir", str(tmp_path), str(path)],
        env={**os.environ, "PYTHONPATH": search},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    ran = code_of(nbformat.read(tmp_path / name, 4))
    assert all(cell["execution_count"] for cell in ran)
    published = code_of(nbformat.read(path, 4))
    assert [printed(cell) for cell in ran] == [printed(cell) for cell in published]


@pytest.mark.parametrize(("language", "slug"), WITH_CODE)
def test_nothing_that_the_page_says_is_lost(
    built: Built, language: str, slug: str
) -> None:
    said = _letters(text_in(read(built, language, slug)))
    page = SOURCES[language, slug]
    lost = [line for _, line in page.words if _letters(line) not in said]
    assert lost == []


def _letters(text: str) -> str:
    """Return the letters of a text without what only says how it looks."""
    text = re.sub(r'^ *(?:!!!|\?\?\?\+?) \w+ "(.*)"$', r"\1", text, flags=re.MULTILINE)
    text = re.sub(r"\]\([^)\s]+\)|</?[a-z][^<>]*>| \{ #[-\w]+ \}", "", text)
    return re.sub(r"[\W_]", "", text)


@pytest.mark.parametrize(("language", "slug"), WITH_CODE)
def test_every_link_of_a_notebook_leads_somewhere(
    built: Built, language: str, slug: str
) -> None:
    text = text_in(read(built, language, slug))
    own = set(re.findall(r'<a id="([^"]+)"></a>', text))
    assert own == {heading.id for heading in SOURCES[language, slug].headings}
    for link in re.findall(r"\]\(([^)\s]+)\)", _without_code(text)):
        if link.startswith("#"):
            assert link[1:] in own
            continue
        assert urlsplit(link).scheme == "https", link
        if link.startswith(SITE):
            path, _, anchor = link.removeprefix(SITE).partition("#")
            html = (built.site / path / "index.html").read_text(encoding="utf-8")
            assert not anchor or f' id="{anchor}"' in html, link


@pytest.mark.parametrize(("language", "slug"), WITH_CODE)
def test_no_markup_of_the_site_is_left(built: Built, language: str, slug: str) -> None:
    text = _without_code(text_in(read(built, language, slug)))
    pattern = r"^ *(?:!!!|\?\?\?).*|\{:? ?[.#].*?\}|\{\{.*|--8<--.*"
    left = re.findall(pattern, text, flags=re.MULTILINE)
    assert left == []
    assert len(re.findall("<details>", text)) == len(re.findall("</details>", text))


def _without_code(text: str) -> str:
    text = re.sub(
        r"^(?:> )?```.*?^(?:> )?```", "", text, flags=re.DOTALL | re.MULTILINE
    )
    return re.sub(r"`[^`\n]+`|\$\$.*?\$\$|\$[^$\n]+\$", "", text, flags=re.DOTALL)


@pytest.mark.parametrize(("language", "slug"), WITH_CODE)
def test_the_pictures_of_a_notebook_are_in_it(
    built: Built, language: str, slug: str
) -> None:
    text = text_in(read(built, language, slug))
    images = re.findall(
        r'<img src="data:image/svg\+xml;base64,([^"]+)" alt="[^"]+"', text
    )
    figures = [each.info for each in SOURCES[language, slug].fences].count("figure")
    assert text.count("<img") == len(images) == figures
    for image in images:
        svg = base64.b64decode(image).decode()
        ET.fromstring(svg)  # noqa: S314
        assert "var(" not in svg
        assert "light-dark(" not in svg


@pytest.mark.parametrize(("language", "slug"), WITH_CODE)
def test_the_same_book_gives_the_same_bytes(
    built: Built, language: str, slug: str
) -> None:
    made = notebook.download(SOURCES[language, slug], STRINGS[language])
    assert notebook_of(built, language, slug).read_text(encoding="utf-8") == made
