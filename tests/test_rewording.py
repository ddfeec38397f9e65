"""Whoever changes the words of the book, or its chapters, is told what is amiss only.

Every edit is made in a copy of the real book, wherever it can be made, and what a
contributor runs is run on it.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from building import Built, build
from derivlearn_site.base import settings
from derivlearn_site.pages import collect
from derivlearn_site.pages import page as pages
from derivlearn_site.pages.page import Page
from derivlearn_site.translation import checks
from derivlearn_site.translation import translator as translation
from tests import rewriting
from tests.built.conftest import ROOT, copy_book

ADDED = "added"
# What pytest runs of each page, by its language and its slug.
Programs = dict[tuple[str, str], str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the book."""
    return copy_book(tmp_path)


def programs(root: Path) -> Programs:
    """Return what pytest runs of each page, and what it expects of it."""
    book = settings.load(root)
    return {
        (code, path.stem): collect.for_codeblocks(pages.read(path, book))
        for code in book.languages
        for path in book.pages(code)
    }


@pytest.fixture(scope="module")
def before() -> Programs:
    """What pytest runs of the book as it is."""
    return programs(ROOT)


def told(root: Path) -> str:
    """Return what `derivlearn-site check` says."""
    return "\n".join(map(str, checks.problems(settings.load(root))))


def states(root: Path, language: str) -> dict[str, int]:
    """Return how many sections of a language are in each state."""
    return translation.status(settings.load(root), language).totals()


def in_every_page(root: Path, edit: Callable[[Page], None]) -> None:
    for page in rewriting.outlines(root):
        edit(page)


def drop_from_every_page(root: Path) -> None:
    book = settings.load(root)
    slugs = [path.stem for path in book.pages(book.languages[0])]
    dropped = [slug for slug in slugs if rewriting.drop(book, slug)]
    assert len(dropped) > len(slugs) / 2


@pytest.mark.parametrize("edit", [rewriting.say_more, rewriting.split, rewriting.join])
def test_paragraphs_may_grow_part_and_join(
    root: Path, before: Programs, edit: Callable[[Page], None]
) -> None:
    in_every_page(root, edit)
    assert told(root) == ""
    assert programs(root) == before


def test_paragraphs_may_go(root: Path, before: Programs) -> None:
    drop_from_every_page(root)
    assert told(root) == ""
    assert programs(root) == before


def test_an_original_that_moves_on_leaves_its_translations_behind(root: Path) -> None:
    book = settings.load(root)
    original, *others = book.languages
    for page in rewriting.outlines(root):
        if page.language == original:
            rewriting.say_more(page)
    assert told(root) == ""
    for code in others:
        found = states(root, code)
        # All that is translated, but those that hold no paragraph at all.
        assert found["stale"] >= found["fresh"]


def test_a_translation_that_is_reworded_stays_in_step(root: Path) -> None:
    original, *others = settings.load(root).languages
    before = [states(root, code) for code in others]
    for page in rewriting.outlines(root):
        if page.language != original:
            rewriting.say_more(page)
    assert told(root) == ""
    assert [states(root, code) for code in others] == before


def test_chapters_may_change_places(root: Path) -> None:
    first, *_, last = rewriting.chapters(settings.load(root))
    rewriting.exchange(root, first, last)
    last_now, *_, first_now = rewriting.chapters(settings.load(root))
    assert (first_now, last_now) == (first, last)
    assert told(root) == ""


def test_a_chapter_may_be_added(root: Path, before: Programs) -> None:
    book = settings.load(root)
    rewriting.add(root, ADDED, rewriting.chapters(book)[0])
    assert told(root) == ""
    new = {(code, ADDED) for code in ("ja", "en")}
    assert programs(root).keys() == before.keys() | new


def test_a_chapter_may_go(root: Path, before: Programs) -> None:
    gone = rewriting.chapters(settings.load(root))[-1]
    rewriting.remove(root, gone)
    assert told(root) == ""
    assert programs(root) == {
        place: text for place, text in before.items() if place[1] != gone
    }


def test_a_language_may_be_begun(root: Path, before: Programs) -> None:
    slug = rewriting.chapters(settings.load(root))[1]
    language = begin_language(root, slug)
    assert told(root) == ""
    original = settings.load(root).languages[0]
    assert programs(root) == {**before, (language, slug): before[original, slug]}
    assert states(root, language)["untranslated"] > 0


def begin_language(root: Path, slug: str) -> str:
    """Begin a language that the book lacks with one page; return its code."""
    names = {"ko": "한국어", "fr": "Français"}
    known = settings.load(root).languages
    code = next(code for code in names if code not in known)
    rewriting.add_language(root, code, names[code])
    translation.begin(settings.load(root), code, slug)
    return code


def test_a_book_in_other_words_is_built(built: Built, tmp_path: Path) -> None:
    root = copy_book(tmp_path, built)
    for edit in (rewriting.say_more, rewriting.join, rewriting.split):
        in_every_page(root, edit)
    drop_from_every_page(root)
    assert told(root) == ""
    book = build(root)
    assert (book.status, book.said) == (0, "")


def test_a_book_of_other_chapters_and_languages_is_built(
    built: Built, tmp_path: Path
) -> None:
    root = copy_book(tmp_path, built)
    first, second, third, *_, last = rewriting.chapters(settings.load(root))
    rewriting.exchange(root, first, last)
    rewriting.add(root, ADDED, first)
    rewriting.remove(root, third)
    begin_language(root, second)
    assert told(root) == ""
    book = build(root)
    assert (book.status, book.said) == (0, "")
