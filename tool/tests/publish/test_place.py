"""Above a title stands where the page is; below a chapter, what a reader says of it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from markdown import Markdown

from derivlearn_site.base import languages
from derivlearn_site.pages import page as pages
from derivlearn_site.publish import place
from frozen_book import BOOK

LANGUAGES = languages.read_all(BOOK)


def shown(slug: str, language: str = "en", of: str = "") -> str:
    path = BOOK.docs / (of or language) / f"{slug}.md"
    return "\n".join(place.lines(pages.read(path, BOOK), LANGUAGES[language]))


def test_a_chapter_says_its_part_and_number_and_leads_to_the_list() -> None:
    assert "The chapters on money" in shown("saving")
    assert "[Chapter 2 of 3](index.md)" in shown("saving")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_is_to_be_known_first_is_linked_by_its_title(language: str) -> None:
    title = pages.outline(BOOK.docs / language / "growth.md", BOOK).headings[0].text
    assert f"[{title}](growth.md)" in shown("saving", language)
    assert "growth.md" not in shown("growth", language)


def test_a_borrowed_page_has_its_line_in_the_language_of_the_site_and_no_time() -> None:
    borrowed = shown("saving", "fr", of="ja")
    assert ' lang="fr"' in borrowed
    assert " min" not in borrowed


def test_a_language_without_a_pace_tells_no_time() -> None:
    source = pages.read(BOOK.docs / "en/saving.md", BOOK)
    timeless = replace(LANGUAGES["en"], pace=None)
    assert " min" in shown("saving")
    assert " min" not in "\n".join(place.lines(source, timeless))


@pytest.mark.parametrize("slug", ["words", "errata"])
def test_a_page_that_is_in_no_section_has_none(slug: str) -> None:
    assert shown(slug) == ""


@pytest.mark.parametrize("slug", ["index", "growth", "saving", "ledger"])
def test_what_is_kept_can_be_copied_and_forgotten_at_home_and_in_chapters(
    slug: str,
) -> None:
    told = shown(slug)
    assert told.count('<p class="dl-kept"') == 1
    assert re.findall(r'data-do="(\w+)"', told) == ["copy", "forget"]


def test_questions_come_back_where_there_are_chapters_before() -> None:
    recalls = ["data-recall" in shown(slug) for slug in ("growth", "saving", "ledger")]
    assert recalls == [False, True, True]


def test_the_line_comes_before_the_title_and_is_read_after_it() -> None:
    md = Markdown(extensions=["md_in_html"])
    md.treeprocessors.register(place.Above(md), "place", -10)
    html = md.convert('# Title\n\nText.\n\n<p class="dl-place" markdown="span">A</p>\n')
    assert re.findall(r"<(\w+)[ >]", html) == ["p", "h1", "p"]


def test_the_way_back_reads_the_form_that_the_store_keeps() -> None:
    store = Path(place.__file__).parents[1] / "web/src/memory/store.ts"
    [version] = re.findall(r"\nconst VERSION = (\d+)\n", store.read_text("utf-8"))
    way = "\n".join(place.way_in(BOOK, LANGUAGES["en"].strings))
    assert f"version === {version} " in way
    assert 'localStorage.getItem("interest.memory")' in way
    assert "\n\n" not in way


def test_the_contents_name_every_page_of_a_section_in_the_language() -> None:
    [(title, listed)] = place.contents(BOOK, LANGUAGES["en"])
    assert title == "The chapters on money"
    assert [(slug, number) for slug, number, _ in listed] == [
        ("growth", 1),
        ("saving", 2),
        ("ledger", 3),
    ]
    assert all(name for _, _, name in listed)
