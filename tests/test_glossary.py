"""The terms of the book are explained in every language that has a glossary page."""

import re

import pytest

from derivlearn_site.pages import glossary
from derivlearn_site.translation.drift import TODO
from examples import told_apart_by_its_words
from tests.test_book import BOOK

TERMS = glossary.read(BOOK)
# A definition that a reader takes in at a glance: characters, or words.
LONGEST = {"ja": 60, "en": 20}


def has_glossary(language: str) -> bool:
    """Tell whether a language has translated the page that shows its terms."""
    path = BOOK.docs / language / f"{BOOK.glossary}.md"
    return path.is_file() and TODO not in path.read_text(encoding="utf-8")


each_language = pytest.mark.parametrize("language", BOOK.languages)
each_term = pytest.mark.parametrize("term", TERMS, ids=lambda term: term.id)


@pytest.mark.parametrize("language", [*filter(has_glossary, BOOK.languages)])
@each_term
def test_a_language_with_a_glossary_names_and_defines_each_term(
    term: glossary.Term, language: str
) -> None:
    assert term.entry.get(language)
    assert term.means(language)


@each_language
@each_term
def test_a_definition_is_short_and_plain(term: glossary.Term, language: str) -> None:
    means = term.means(language)
    length = len(means) if language == "ja" else len(means.split())
    assert length <= LONGEST.get(language, 25), means
    assert not means.endswith(("。", "."))
    assert not re.search(r"[|*_`$<>\[\]]", means), "no Markdown"


@each_language
@each_term
def test_the_check_of_the_prose_tells_good_from_bad(
    term: glossary.Term, language: str
) -> None:
    told_apart_by_its_words(term, TERMS, language)
