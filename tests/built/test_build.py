"""What a build publishes, and that it publishes nothing that is broken."""

import json
import re
from collections import Counter
from urllib.parse import urljoin

import pytest

from building import Built, Tags, build
from derivlearn_site.base.languages import FALLBACK
from derivlearn_site.pages import cells
from derivlearn_site.pages import page as pages
from tests.built.conftest import (
    BOOK,
    NOTEBOOKS,
    PAGES,
    PLAIN,
    copy_book,
    path_of,
)

SITE = BOOK.config["site_url"]
NOTICE = re.compile(r'<aside class="dl-notice"[^>]*>.*?</aside>', re.DOTALL)


def test_each_page_is_published_in_each_language(built: Built) -> None:
    for language, slug in PAGES:
        assert f'<html lang="{language}"' in built.page(language, slug)


def test_each_fence_of_a_page_and_nothing_else_is_a_listing(built: Built) -> None:
    for language, slug in PAGES:
        source = pages.read(BOOK.docs / language / f"{slug}.md", BOOK)
        shown = Counter(fence.info for fence in source.fences)
        # What says that a section is behind shows what has changed, in a listing.
        html = NOTICE.sub("", built.page(language, slug))
        if slug == BOOK.reference:  # its sections are made of docstrings
            html = html.partition("<h2")[0]
        preambles = html.count('<details class="preamble"')
        places = len(cells.of(source))
        asked = sum(shown[info] for info in pages.ASKING)
        expected = shown.total() - shown["figure"] - asked + preambles + places
        assert html.count("<pre") == expected, f"{language}/{slug}"
        assert html.count('<figure class="dl-figure') == shown["figure"]
        assert len(re.findall(' class="dl-(?:ask|order)"', html)) == asked


def test_what_is_shown_is_the_code_and_what_it_printed(built: Built) -> None:
    for language, slug in PAGES:
        source = pages.read(BOOK.docs / language / f"{slug}.md", BOOK)
        text = re.sub(r"<[^>]+>", "", built.page(language, slug))
        for block in source.blocks:
            last = block.output.strip().splitlines()[-1:]
            assert all(line.strip() in _unescape(text) for line in last)


def _unescape(text: str) -> str:
    return text.replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")


def test_every_link_inside_the_site_leads_somewhere(built: Built) -> None:
    assert built.broken_links(SITE) == []


def test_no_page_loads_anything_from_elsewhere(built: Built) -> None:
    for address, tags in built.documents().items():
        loaded = [
            *tags.values("script", "src"),
            *tags.values("img", "src"),
            *tags.values("iframe", "src"),
            *(
                attributes["href"] or ""
                for tag, attributes in tags.found
                if tag == "link"
                and {*(attributes.get("rel") or "").split()}
                & {"stylesheet", "preload", "icon", "preconnect", "dns-prefetch"}
            ),
        ]
        for link in loaded:
            target = urljoin(SITE + address, link)
            assert target.startswith(SITE), f"{address}: {link}"
            name = target.removeprefix(SITE)
            assert (built.site / name).is_file(), f"{address}: {link}"


def test_the_languages_of_a_page_know_each_other(built: Built) -> None:
    for language, slug in PAGES:
        tags = Tags(built.page(language, slug))
        announced = {
            str(attributes["hreflang"]): attributes["href"]
            for tag, attributes in tags.found
            if tag == "link" and "hreflang" in attributes
        }
        there = [code for code in BOOK.languages if (code, slug) in PAGES]
        default = FALLBACK if FALLBACK in there else there[0]
        assert announced == {
            **{code: SITE + path_of(code, slug) for code in there},
            "x-default": SITE + path_of(default, slug) if slug != "index" else SITE,
        }
        canonical = [
            attributes["href"]
            for tag, attributes in tags.found
            if tag == "link" and attributes.get("rel") == "canonical"
        ]
        assert canonical == [SITE + path_of(language, slug)]


def test_a_page_waits_for_two_style_sheets_and_a_third_if_it_asks(built: Built) -> None:
    # The theme's palette, whose name changes with its version, is not one of them.
    for language, slug in PAGES:
        html = built.page(language, slug)
        sheets = re.findall(r'<link rel="stylesheet" href="[^"]*/(\w+)\.', html)
        asks = ["asking"] if 'class="dl-ask"' in html else []
        assert sheets == ["main", "book", *asks]
        assert ("asking/waiting.js" in html) == bool(asks)


def test_search_is_served_by_the_books_own_worker(built: Built) -> None:
    # The theme's worker bears a hash in its name, which changes with its version.
    for language, slug in PAGES:
        [config] = re.findall(
            r'<script id="__config" type="application/json">(.*?)</script>',
            built.page(language, slug),
        )
        worker = json.loads(config)["search"]
        assert worker.endswith(
            f"search/worker.js?index=../../../{language}/search/texts.json"
        )


def test_each_language_finds_its_own_pages_only(built: Built) -> None:
    for language in BOOK.languages:
        text = (built.site / language / "search/texts.json").read_text("utf-8")
        locations = {*json.loads(text)["pages"]}
        # Of the original, too: what a language lacks it borrows.
        slugs = {slug for each, slug in PAGES if each in {language, BOOK.languages[0]}}
        assert locations == {f"{slug}/" for slug in slugs - {"index"}} | {""}


FIRST, SECOND, THIRD, FOURTH = sorted(PLAIN)[:4]
NOTEBOOK = max(NOTEBOOKS)
[BLOCK, *_] = pages.read(BOOK.docs / BOOK.languages[0] / f"{NOTEBOOK}.md", BOOK).blocks
MARKER = f"# --8<-- [start:{BLOCK.names[0]}]\n"
MISTAKES = {
    "a link that leads nowhere": (
        (f"docs/en/{FIRST}.md", "# ", "[nowhere](nowhere.md)\n\n# "),
        f"docs/en: Doc file '{FIRST}.md' contains a link 'nowhere.md'",
        "",  # by MkDocs
        "",
    ),
    "a misspelt include": (
        (f"docs/ja/{FIRST}.md", f'--8<-- "{FIRST}/', f'--8<-- "{FIRST}t/'),
        f"docs/ja/{FIRST}.md:",
        f"this page shows snippets/{FIRST}/ only",
        "このページが取り込めるのは",
    ),
    "a fence that would not be run": (
        (f"docs/en/{SECOND}.md", "```python", "```py"),
        f"docs/en/{SECOND}.md:",
        "a fence is one of",
        "フェンスは",
    ),
    "a snippet that fails": (
        (str(BOOK.relative(BLOCK.snippet.path)), MARKER, f"{MARKER}1 / 0\n"),
        f"{BOOK.relative(BLOCK.snippet.path)}:{BLOCK.snippet_line}: ",
        "failed",
        "実行できません：",
    ),
    "a text of a language without its number": (
        ("docs/en/book.yml", "Hint {number}", "Hint {nombre}"),
        "docs/en/book.yml:",
        "'hint' has {nombre} to be filled in, and docs/ja/book.yml:",
        "「hint」の波かっこは{nombre}ですが、",
    ),
    "a formula that cannot be shown": (
        (f"docs/en/{THIRD}.md", "# ", "$\\nosuchcommand$\n\n# "),
        f"docs/en/{THIRD}.md:",
        "the formula `\\nosuchcommand`",
        "数式`\\nosuchcommand`：",
    ),
    "a formula that cannot be shown on another page": (
        (f"docs/en/{FOURTH}.md", "# ", "$x^2^3$\n\n# "),
        f"docs/en/{FOURTH}.md:",
        "the formula `x^2^3`",
        "数式`x^2^3`：",
    ),
    "a notebook whose cell fails": (
        (str(BOOK.relative(BLOCK.snippet.path)), MARKER, MARKER),
        f"docs/ja/{NOTEBOOK}.md:1: ",
        "a cell of the notebook failed",
        "ノートブックのセルが失敗しました。",
    ),
}


@pytest.fixture(scope="module", params=["en", "ja"])
def broken(
    request: pytest.FixtureRequest,
    built: Built,
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[str, Built]:
    """A book with all these mistakes, built by a person who reads a language."""
    root = copy_book(tmp_path_factory.mktemp("broken"), built)
    for (name, old, new), *_ in MISTAKES.values():
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return request.param, build(root, request.param)


def test_a_book_with_mistakes_is_not_built(broken: tuple[str, Built]) -> None:
    assert broken[1].status == 1


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_build_names_the_file_of_each_mistake_in_the_readers_language(
    broken: tuple[str, Built], mistake: str
) -> None:
    language, built = broken
    _, place, english, japanese = MISTAKES[mistake]
    told = english if language == "en" else japanese
    lines = [line for line in built.said.splitlines() if place in line]
    assert any(told in line for line in lines), built.said
