"""What a build makes of the pages of a book, whichever generator shows them."""

import json
from pathlib import Path

import nbformat
import pytest

from conftest import FIGURE, PAGE
from derivlearn_site.base import settings
from derivlearn_site.base.errors import Message, Problem
from derivlearn_site.base.settings import Settings
from derivlearn_site.code import record
from derivlearn_site.publish import jupyter, search, site
from derivlearn_site.publish.extension import header
from derivlearn_site.publish.jupyter import NotebookError, Output
from derivlearn_site.publish.site import Build, Staged
from shown import language_of, show

SITE = "https://example.org/book/"


@pytest.fixture
def build(book: Settings) -> Build:
    """A build of the tiny book."""
    return Build(book)


def write(book: Settings, text: str, language: str = "ja", slug: str = "demo") -> Path:
    """Write a page."""
    path = book.docs / language / f"{slug}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def staged(build: Build, text: str | None = None, language: str = "ja") -> Staged:
    """Return the only page of a language, with another text if there is one."""
    path = build.book.docs / language / "demo.md"
    if text is not None:
        write(build.book, text, language)
    return build.stage(path, language_of(build.book, language))


def beside(build: Build, page: Staged, language: str = "ja") -> dict[str, str]:
    """Return the files beside a page."""
    return dict(build.beside(page, language_of(build.book, language)))


def test_a_page_begins_with_a_line_that_says_which_it_is(build: Build) -> None:
    page = staged(build)
    assert page.problems == ()
    assert page.text.startswith(f"{header('ja', 'demo', '')}\n")
    assert "```{.python #block-1 " in page.text
    assert [block.id for block in page.blocks] == ["block-1", "block-2", "block-3"]


@pytest.mark.parametrize(
    ("slug", "address"),
    [("demo", "glossary.md"), ("a/b", "../glossary.md"), ("glossary", "")],
)
def test_a_page_knows_where_the_glossary_is(
    build: Build, slug: str, address: str
) -> None:
    for each in ("glossary", slug):
        write(build.book, PAGE.replace("demo/", f"{slug}/"), slug=each)
    text = build.stage(
        build.book.docs / "ja" / f"{slug}.md", language_of(build.book)
    ).text
    assert text.startswith(header("ja", slug, address))


def test_a_page_is_made_anew_when_a_chapter_that_it_needs_is_renamed(
    build: Build,
) -> None:
    path = write(build.book, PAGE.replace("---\n", "---\nneeds: [other]\n", 1))
    write(build.book, PAGE, slug="other")
    language = language_of(build.book)
    before = build.key(path, language, [])
    assert build.key(path, language, []) == before
    write(build.book, PAGE.replace("# Double", "# Twice"), slug="other")
    assert build.key(path, language, []) != before


def test_a_page_with_a_mistake_shows_it_and_nothing_is_beside_it(build: Build) -> None:
    page = staged(build, PAGE.replace("demo/double.py:use", "demo/duoble.py:use"))
    assert [(each.path.name, each.line) for each in page.problems] == [("demo.md", 14)]
    assert '!!! warning ""' in page.text
    assert "docs/ja/demo.md:14: " in page.text
    assert "--8<--" not in page.text
    assert "Twice four:" in show(build.book, page.text).html
    assert page.blocks == ()
    assert beside(build, page) == {}


@pytest.mark.parametrize(
    "figure",
    [
        FIGURE.replace("alt: A dot.\n", ""),
        FIGURE.replace("figure: dot", "figure: nowhere"),
        FIGURE.replace("alt: A dot.", "alt: [A dot."),
        FIGURE.replace("caption: C", "caption: $x$"),
    ],
)
def test_a_figure_with_a_mistake_is_told_and_the_build_goes_on(
    dot: Settings, figure: str
) -> None:
    build = Build(dot)
    page = staged(build, PAGE.replace("Twice four:", figure))
    [problem] = page.problems
    assert problem.path == dot.docs / "ja" / "demo.md"
    assert 11 <= problem.line <= 15
    assert beside(build, page) == {}


def test_a_snippet_that_fails_is_told_on_the_page_that_shows_it(build: Build) -> None:
    snippet = build.book.snippets / "demo" / "double.py"
    failed = Problem(snippet, 7, Message("failed: {error}", error="no"))
    other = Problem(
        snippet.with_name("other.py"), 1, Message("failed: {error}", error="")
    )
    build.run = record.Run({}, (failed, other))
    page = staged(build)
    assert page.problems == (failed,)
    assert "snippets/demo/double.py:7: failed: no" in page.text
    # All that it shows is there, and can be run.
    assert len(page.blocks) == 3
    assert "blocks.json" in beside(build, page)


def test_a_page_shows_what_the_snippets_print_at_this_moment(build: Build) -> None:
    snippet = build.book.snippets / "demo" / "double.py"
    build.run = record.Run({snippet: {"use": "9\n", "root": "4.0\n"}}, ())
    assert "```{.text .output .stale}\n9\n" in staged(build).text


def test_snippets_are_run_once_and_a_record_that_is_stale_is_told(
    build: Build,
) -> None:
    assert build.run_all() == []
    path = build.book.snippets / "demo" / "double.py"
    assert build.run.printed[path]["use"] == "8\n"
    path.write_text(path.read_text().replace("double(4)", "double(8)"))
    [problem] = build.run_all()
    assert problem.path.name == "double.out"
    assert "```{.text .output .stale}\n16\n" in staged(build).text


NOTEBOOK = PAGE.replace("---\n\n", "notebook: true\n---\n\n", 1)


def test_a_notebook_page_shows_what_its_cells_put_out(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jupyter, "outputs", lambda *_: pytest.fail("not a notebook"))
    assert ".stale" not in staged(build).text
    printed = [[], [Output("text", "7\n")], [Output("text", "4.0\n")]]
    monkeypatch.setattr(jupyter, "outputs", lambda *_: printed)
    build.renew(settings.load(build.book.root))
    assert "```{.text .output .stale}\n7\n" in staged(build, NOTEBOOK).text


def test_what_a_notebook_page_must_not_show_is_told_and_the_build_goes_on(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NotebookError(Message("a cell wrote to stderr: {text}", text="oh"))

    monkeypatch.setattr(jupyter, "outputs", refuse)
    page = staged(build, NOTEBOOK)
    [problem] = page.problems
    assert (problem.path.name, problem.line) == ("demo.md", 1)
    assert "docs/ja/demo.md:1: a cell wrote to stderr: oh" in page.text
    assert page.blocks == ()


def test_a_notebook_whose_cell_fails_is_told_and_the_build_goes_on(
    build: Build,
) -> None:
    path = build.book.snippets / "demo" / "double.py"
    path.write_text(path.read_text().replace("double(4)", "double(4) / 0"))
    page = staged(build, NOTEBOOK)
    assert "docs/ja/demo.md:1: a cell of the notebook failed" in page.text
    assert "ZeroDivisionError" in page.text


def test_a_translation_says_where_it_is_behind_its_original(build: Build) -> None:
    assert "dl-notice" not in staged(build).text
    assert staged(build, language="en").text.count("<p>Behind.</p>") == 2
    (build.book.docs / "ja" / "demo.md").unlink()
    assert "dl-notice" not in staged(build, language="en").text


def test_what_is_kept_of_the_original_but_cannot_be_read_is_told(build: Build) -> None:
    kept = build.book.docs / "en" / ".originals" / "demo.txt"
    kept.parent.mkdir()
    kept.write_text("<<<<<<< ours\n", encoding="utf-8")
    [problem] = staged(build, language="en").problems
    assert problem.path == kept


def test_a_page_is_read_once_in_a_build(build: Build) -> None:
    path = build.book.docs / "ja" / "demo.md"
    first = build.source(path)
    assert build.source(path) is first
    build.renew(settings.load(build.book.root))
    assert build.source(path) is not first


def test_a_page_is_made_of_all_its_files_and_of_nothing_else(build: Build) -> None:
    path = build.book.docs / "ja" / "demo.md"

    def key(language: str = "ja") -> str:
        build.renew(settings.load(build.book.root))
        return build.key(path, language_of(build.book, language), ["demo.md"])

    first = key()
    assert key() == first
    assert key("en") != first
    # Where its links lead, and whether they lead anywhere, depends on the others.
    addresses = ["demo.md", "other.md"]
    assert build.key(path, language_of(build.book), addresses) != first
    other = build.book.docs / "ja" / "other.md"
    other.write_text("# Other { #other }\n", encoding="utf-8")
    assert key() == first
    texts = build.book.docs / "ja" / "book.yml"
    package = build.book.root / "src" / "doubling" / "__init__.py"
    package.parent.mkdir(parents=True)
    package.write_text("", encoding="utf-8")
    made_of = [path, build.book.root / "mkdocs.yml", package]
    seen = {key()}
    for file in [*made_of, *sorted((build.book.snippets / "demo").iterdir())]:
        file.write_text(f"{file.read_text(encoding='utf-8')}#\n", encoding="utf-8")
        seen.add(key())
    words = texts.read_text(encoding="utf-8")
    texts.write_text(f"{words}# a remark\n", encoding="utf-8")
    assert key() in seen
    texts.write_text(words.replace("copy: Copy", "copy: Take"), encoding="utf-8")
    seen.add(key())
    assert len(seen) == 1 + len(made_of) + 2 + 1


def test_the_settings_of_a_rebuild_are_those_of_now(build: Build) -> None:
    texts = build.book.docs / "en" / "book.yml"
    texts.write_text(texts.read_text().replace("name: English", "name: Inglés"))
    build.renew(settings.load(build.book.root))
    assert [each.name for each in build.languages] == ["日本語", "Inglés"]
    path = build.book.docs / "ja" / "demo.md"
    assert build.source(path).settings == build.book


def test_beside_a_page_lie_its_blocks_and_its_notebook(build: Build) -> None:
    files = beside(build, staged(build))
    assert list(files) == ["blocks.json", "demo.ipynb"]
    assert list(json.loads(files["blocks.json"])) == ["block-1", "block-2", "block-3"]
    nbformat.validate(nbformat.reads(files["demo.ipynb"], 4))
    # A borrowed page brings the notebook of the original, in its words.
    assert beside(build, staged(build), "en")["demo.ipynb"] == files["demo.ipynb"]


def test_beside_a_page_without_code_lies_nothing(build: Build) -> None:
    text = "---\ndescription: Nothing.\n---\n\n# Nothing { #nothing }\n"
    assert beside(build, staged(build, text)) == {}


WORDS = """\
---
description: $x^2^3$
---

# Words { #words }

Good: $\\Delta x$, and

$$
\\begin{aligned} y
$$

- 値$x^2^3$です。

$$
\\begin{aligned} y
z \\end{alined}
$$

## A $\\Delta x$ { #step }

!!! note "題"

    一行目
    *二*行目の \\frac で
    $$
    z
    $$
"""


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (WORDS, [10, 13, 16, 20, 25]),
        (PAGE, []),
        (PAGE.replace("Twice four:", "文 \\\\(x です\n"), [11]),
        (PAGE.replace("Twice four:", "1\n$$\nx\n$$\n"), [12]),
    ],
)
def test_the_mistakes_of_formulas_are_told_with_their_lines(
    build: Build, text: str, lines: list[int]
) -> None:
    page = staged(build, text)
    assert page.problems == ()
    shown = show(build.book, page.text)
    problems = list(build.formula_problems(page, shown.mistakes))
    assert [problem.line for problem in problems] == lines
    assert {problem.path for problem in problems} <= {page.source.path}
    assert "</h1>" in shown.html


def test_a_block_without_a_listing_is_told_with_its_line(build: Build) -> None:
    page = staged(build)
    html = show(build.book, page.text).html
    assert list(site.without_listing(page, html)) == []
    lost = html.replace(' id="block-2"', "")
    [problem] = site.without_listing(page, lost)
    assert problem.path == page.source.path
    assert problem.line == page.blocks[1].line
    assert "block-2" in problem.message


def test_a_fence_that_is_indented_for_nothing_has_no_listing(build: Build) -> None:
    page = staged(build, PAGE.replace('??? answer "Answer"\n', "文\n\n"))
    assert page.problems == ()
    problems = site.without_listing(page, show(build.book, page.text).html)
    assert [problem.line for problem in problems] == [page.blocks[2].line]


def test_a_site_is_completed_with_its_search_and_its_texts(
    build: Build, tmp_path: Path
) -> None:
    (build.book.docs / "glossary.yml").write_text("slope: {ja: 傾き, en: slope}\n")
    (tmp_path / search.INDEX).parent.mkdir()
    (tmp_path / search.INDEX).write_text('{"docs": []}')
    build.finish(tmp_path, language_of(build.book, "en"))
    texts = json.loads((tmp_path / search.TEXTS).read_text(encoding="utf-8"))
    assert [term["names"] for term in texts["terms"]] == [["slope", "傾き"]]
    assert json.loads((tmp_path / "runner.json").read_text())["yours"] == "Yours"


def test_a_page_in_no_languages_folder_is_told(build: Build) -> None:
    assert list(build.unlisted()) == []
    path = write(build.book, "# A { #a }\n", language="fr")
    [problem] = build.unlisted()
    assert problem.path == path
    assert "lies in no language's folder" in problem.message


def test_addresses_are_made_of_the_settings(build: Build) -> None:
    build.book.config.update(
        site_url=SITE, repo_url="https://example.org/code", edit_uri="edit/main/docs/"
    )
    assert build.address("ja", "demo/") == f"{SITE}ja/demo/"
    assert (
        build.edit_url("ja/a.md") == "https://example.org/code/edit/main/docs/ja/a.md"
    )
    assert build.translate_url("en", "a.md").endswith("new/main/docs/en?filename=a.md")
    found = {each.hreflang: each.url for each in build.alternates("demo/")}
    assert found["ja"] == f"{SITE}ja/demo/"
    assert found["en"] == found["x-default"] == f"{SITE}en/demo/"
    (build.book.docs / "en" / "demo.md").unlink()
    assert [each.hreflang for each in build.alternates("demo/")] == ["ja", "x-default"]
    assert build.alternates("") == []


def test_hidden_files_are_no_files_of_the_site(tmp_path: Path) -> None:
    for name in ("b.md", "a/c.md", ".d", ".e/f.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert site.files(tmp_path) == ["a/c.md", "b.md"]


def test_a_problem_is_told_as_someone_at_the_root_would_write_it(build: Build) -> None:
    path = build.book.docs / "ja" / "demo.md"
    problem = Problem(path, 3, Message("failed: {error}", error="a"), "b")
    assert str(build.told(problem)).startswith("docs/ja/demo.md:3: failed: a\n")
