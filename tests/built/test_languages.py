"""A language that lacks pages shows the original and says so, to machines too."""

import re
from pathlib import Path

import pytest

from building import Built, build
from derivlearn_site.base.languages import FALLBACK, translate_url
from tests.built.conftest import BOOK, BORROWED, KOREAN, NEW, STRINGS, copy_book

SITE = BOOK.config["site_url"]
ORIGINAL = BOOK.languages[0]
LISTED = r"languages: \[[^\]\n]*\]"


def test_a_name_and_two_pages_make_a_language(korean: Built) -> None:
    for slug in KOREAN:
        html = korean.page(NEW, slug)
        assert f'<html lang="{NEW}"' in html
        assert 'class="dl-borrowed"' not in html
        assert f'<link rel="canonical" href="{SITE}{NEW}/{slug}/">' in html
        assert f'hreflang="{NEW}" href="{SITE}{NEW}/{slug}/"' in korean.page(
            ORIGINAL, slug
        )


def test_a_section_that_is_not_translated_yet_says_so(korean: Built) -> None:
    html = korean.page(NEW, next(iter(KOREAN)))
    notice = STRINGS[FALLBACK]["untranslated"]
    assert html.count(notice) == html.count("<h2") + html.count("<h3")


@pytest.mark.parametrize("slug", BORROWED)
def test_a_page_that_is_not_translated_is_the_marked_original(
    korean: Built, slug: str
) -> None:
    html = korean.page(NEW, slug)
    assert 'class="dl-borrowed"' in html
    assert f'<div lang="{ORIGINAL}"' in html
    assert f'<link rel="canonical" href="{SITE}{ORIGINAL}/{slug}/">' in html
    repo, edit = BOOK.config["repo_url"], BOOK.config["edit_uri"]
    assert translate_url(repo, edit, NEW, f"{slug}.md") in html
    assert f'hreflang="{NEW}" href="{SITE}{NEW}/{slug}/"' not in html


@pytest.mark.parametrize("slug", BORROWED)
def test_a_borrowed_page_brings_the_notebook_of_the_original(
    korean: Built, slug: str
) -> None:
    texts = [
        (korean.site / code / slug / f"{slug}.ipynb").read_text(encoding="utf-8")
        for code in (ORIGINAL, NEW)
    ]
    assert texts[0] == texts[1]
    assert f'<a href="{slug}.ipynb" download>' in korean.page(NEW, slug)


def test_the_neutral_pages_offer_every_language(korean: Built) -> None:
    for name in ("index.html", "404.html"):
        html = (korean.site / name).read_text(encoding="utf-8")
        for code in (*BOOK.languages, NEW):
            assert f'<section lang="{code}">' in html


def test_the_texts_of_a_language_are_no_part_of_the_site(korean: Built) -> None:
    assert [*korean.site.rglob("book.yml*")] == []


def test_each_language_has_its_own_page_for_what_is_not_found(built: Built) -> None:
    for code in BOOK.languages:
        html = Path(built.site / code / "404.html").read_text(encoding="utf-8")
        assert f'<html lang="{code}"' in html
        assert STRINGS[code]["not_found"] in html


def test_a_language_may_be_one_that_the_theme_does_not_know(
    built: Built, tmp_path: Path
) -> None:
    config = copy_book(tmp_path, built) / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    listed = ", ".join([*BOOK.languages, "gsw", "ko-KR"])
    text = re.sub(LISTED, f"languages: [{listed}]", text)
    config.write_text(text, encoding="utf-8")
    for code, name in {"gsw": "Schwiizertüütsch", "ko-KR": "한국어"}.items():
        (tmp_path / "docs" / code).mkdir()
        path = tmp_path / "docs" / code / "book.yml"
        path.write_text(f"name: {name}\n", encoding="utf-8")
    book = build(tmp_path)
    assert (book.status, book.said) == (0, "")
    for code in ("gsw", "ko-KR"):
        assert f'<html lang="{code}"' in book.page(code, BOOK.pages(ORIGINAL)[0].stem)


@pytest.mark.parametrize(
    ("listed", "message"),
    [
        ("{ja: {name: 日本語}, en: {name: English}}", "write `languages:` as a list"),
        ("[ja, en_US]", "'en_US' is no code of a language"),
        ("", "write `languages:` as a list"),
    ],
)
def test_a_list_of_languages_that_is_none_ends_the_build_without_a_traceback(
    built: Built, tmp_path: Path, listed: str, message: str
) -> None:
    config = copy_book(tmp_path, built) / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    before, after = re.split(LISTED, text)
    config.write_text(f"{before}languages: {listed}{after}", encoding="utf-8")
    book = build(tmp_path)
    assert book.status == 1
    line = before.count("\n") + 1
    assert book.said.startswith(f"Error: mkdocs.yml:{line}: {message}")
    assert len(book.said.splitlines()) == 1
