"""MkDocs builds a small book in all its languages, and tells each of its mistakes."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.structure.files import Files

import frozen_book
from building import Built, build
from conftest import MKDOCS, TEXTS, write_book
from derivlearn_site.base import settings
from derivlearn_site.base.settings import Settings
from derivlearn_site.publish.plugin import LanguageBuilder, Shared
from derivlearn_site.publish.site import Build
from shown import language_of, markdown

SETTINGS = """\
site_name: Doubling
site_url: https://example.org/book/
repo_url: https://example.org/code
edit_uri: edit/main/docs/
nav: [index, demo, more, glossary]
theme:
  name: material
  font: false
  palette: [{scheme: default, toggle: {icon: material/brightness-4, name: dark}}]
plugins:
  - search
"""
FENCES = """\
  - pymdownx.superfences:
      custom_fences:
        - name: "*"
          class: highlight
          format: !!python/name:derivlearn_site.publish.listings.fence
"""
PYTHON = "      python: {version: '1', address: 'https://example.org/', bytes: 1}\n"
INDEX = """\
---
description: Start.
---

# Start { #start }

最初は[次](demo.md#root)。
"""
MORE = INDEX.replace("# Start { #start }", "# More { #more }").replace("最初", "傾き")
GLOSSARY = """\
---
description: Terms.
---

# Terms { #terms }

| Symbol | Page |
|---|---|
<!-- glossary -->
"""
TERMS = (
    "slope: {ja: 傾き, en: slope, means: {ja: 坂の急さ, en: steepness}, page: demo}\n"
)


def write_site(root: Path) -> Settings:
    """Write a book that MkDocs can build."""
    write_book(root)
    text = MKDOCS.replace("plugins:\n", SETTINGS)
    text = text.replace("  - pymdownx.superfences\n", FENCES)
    text = text.replace("      languages:", f"{PYTHON}      languages:")
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    # The frame of a page says more than Markdown does.
    frozen = yaml.safe_load((frozen_book.BOOK.docs / "en/book.yml").read_text())
    strings = {**frozen["strings"], **yaml.safe_load(TEXTS)["strings"]}
    for code, name in (("ja", "日本語"), ("en", "English")):
        texts = {"name": name, "strings": strings, "runner": frozen["runner"]}
        dumped = yaml.safe_dump(texts, allow_unicode=True)
        (root / f"docs/{code}/book.yml").write_text(dumped, encoding="utf-8")
    (root / "docs/glossary.yml").write_text(TERMS, encoding="utf-8")
    pages = {"index": INDEX, "more": MORE, "glossary": GLOSSARY}
    for slug, page in pages.items():
        (root / f"docs/ja/{slug}.md").write_text(page, encoding="utf-8")
    return settings.load(root)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A book without a mistake, built."""
    root = tmp_path_factory.mktemp("whole")
    write_site(root)
    return build(root)


MISTAKES: dict[str, Callable[[str], str]] = {
    "docs/ja/index.md": lambda text: f"{text}\n値は$\\nosuch$と$x^2^3$です。\n",
    "docs/ja/more.md": lambda text: f"{text}\n## A $y$ {{ #y }}\n\n文 \\frac です。\n",
    "docs/en/demo.md": lambda text: text.replace('??? answer "Answer"', "Answer:\n"),
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A book with mistakes on three pages, built."""
    root = tmp_path_factory.mktemp("broken")
    write_site(root)
    for name, edit in MISTAKES.items():
        path = root / name
        text = path.read_text(encoding="utf-8")
        path.write_text(edit(text), encoding="utf-8")
        assert edit(text) != text
    return build(root)


def test_a_book_without_a_mistake_is_built_without_a_word(whole: Built) -> None:
    assert (whole.said, whole.status) == ("", 0)


def test_a_page_is_what_markdown_makes_of_its_staged_text(whole: Built) -> None:
    for language in ("ja", "en"):
        html = whole.article(language, "demo")
        assert re.findall(r' id="(block-\d)"', html) == [
            "block-1",
            "block-2",
            "block-3",
        ]
        assert html.count('<div class="dl-bar" hidden') == 3
        assert html.count('<p class="dl-output"') == 2
    assert whole.page("en", "demo").count("<p>Behind.</p>") == 2
    assert "dl-notice" not in whole.page("ja", "demo")


def test_the_link_of_a_term_leads_to_the_glossary(whole: Built) -> None:
    link = '<a class="dl-term" href="../glossary/#slope">傾き</a>'
    for language in ("ja", "en"):
        assert link in whole.article(language, "more")
        assert "dl-term" not in whole.article(language, "glossary")
        assert '<span id="slope">' in whole.article(language, "glossary")
    assert '<a href="../demo/#root">次</a>' in whole.article("ja", "more")


def test_a_page_that_a_language_lacks_is_the_marked_original(whole: Built) -> None:
    html = whole.page("en", "more")
    assert '<link rel="canonical" href="https://example.org/book/ja/more/">' in html
    assert '<div lang="ja">' in html


def test_beside_a_page_lie_its_blocks_and_its_notebook(whole: Built) -> None:
    for language in ("ja", "en"):
        folder = whole.root / "site" / language / "demo"
        assert {path.name for path in folder.iterdir()} == {
            *("index.html", "blocks.json", "demo.ipynb")
        }


def test_the_search_finds_words_and_code_but_no_labels_and_no_buttons(
    whole: Built,
) -> None:
    path = whole.root / "site/en/search/texts.json"
    sections = json.loads(path.read_text(encoding="utf-8"))["pages"]["demo/"]
    [root] = [text for id_, _, text in sections if id_ == "root"]
    assert root == "Answer print(math.sqrt(y * 2)) 4.0"
    texts = "\n".join(text for _, _, text in sections)
    assert "y = double(4)" in texts
    labels = ("Output", "Before", "Copy", "run", "edit", "Behind.", "Changed", "import")
    assert [label for label in labels if label in texts] == []


def test_mistakes_of_formulas_are_told_on_all_pages_with_their_lines(
    broken: Built,
) -> None:
    assert broken.status == 1
    told = re.findall(
        r"(docs/\S+\.md:\d+): (?:the formula `(.*?)`|(no listing))", broken.said
    )
    # English borrows two of these pages, and tells their mistakes once more.
    assert set(told) == {
        ("docs/ja/index.md:9", "\\nosuch", ""),
        ("docs/ja/index.md:9", "x^2^3", ""),
        ("docs/ja/more.md:9", "y", ""),
        ("docs/ja/more.md:11", "文 \\frac です。", ""),
        ("docs/en/demo.md:25", "", "no listing"),
    }


def test_a_page_with_such_mistakes_is_built_all_the_same(broken: Built) -> None:
    html = broken.article("ja", "index")
    assert "<code>\\nosuch</code>" in html
    assert "<code>x^2^3</code>" in html
    assert "文 \\frac です。" in broken.article("ja", "more")
    assert "block-1" in broken.article("en", "demo")


@pytest.fixture
def builders(tmp_path: Path) -> Callable[[], LanguageBuilder]:
    """Return what begins the next rebuild of a language while someone is writing."""
    book = write_site(tmp_path)
    shared = Shared(Build(book))

    def begin() -> LanguageBuilder:
        config = load_config(str(tmp_path / "mkdocs.yml"))
        shared.build.renew(settings.load(tmp_path))
        return LanguageBuilder(shared, language_of(shared.build.book), config)

    return begin


def rendered(builder: LanguageBuilder, slug: str = "more") -> bool:
    """Show a page; return whether Markdown had to render it."""
    book, anew = builder.build.book, []

    def render(*_: object) -> None:
        anew.append(markdown(book, builder.markdown).convert(page.markdown))

    page: Any = SimpleNamespace(
        file=SimpleNamespace(
            src_dir=str(book.docs / "ja"), src_uri=f"{slug}.md", url=f"{slug}/"
        ),
        render=render,
        title=slug,
        content="",
        toc=[],
        meta={},
        present_anchor_ids=None,
        links_to_anchors=None,
    )
    files = Files([])
    builder.begin_page(page, files)
    page.markdown = builder.stage(page)
    page.render(load_config(str(book.root / "mkdocs.yml")), files)
    return bool(anew)


def test_a_page_that_has_not_changed_is_not_rendered_again(
    builders: Callable[[], LanguageBuilder],
) -> None:
    assert [rendered(builders()) for _ in range(3)] == [True, False, False]
    path = builders().build.book.docs / "ja" / "more.md"
    path.write_text(f"{MORE}\n次。\n", encoding="utf-8")
    assert [rendered(builders()) for _ in range(2)] == [True, False]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("docs/glossary.yml", "坂の急さ", "急な坂"),
        ("docs/ja/book.yml", "formula: Formula", "formula: Formel"),
    ],
)
def test_a_page_is_rendered_again_when_its_terms_or_its_labels_have_changed(
    builders: Callable[[], LanguageBuilder], name: str, old: str, new: str
) -> None:
    assert rendered(builders())
    path = builders().build.book.root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert [rendered(builders()) for _ in range(2)] == [True, False]
