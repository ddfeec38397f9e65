"""The terms of the book are short, and told from what they must not be called."""

import re

import pytest

from derivlearn_site.pages import glossary
from tests.test_book import BOOK

TERMS = glossary.read(BOOK)
# A definition that a reader takes in at a glance: characters, or words.
LONGEST = {"ja": 60, "en": 20}


@pytest.mark.parametrize("language", BOOK.languages)
@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.id)
def test_every_term_of_the_book_has_a_short_definition(
    term: glossary.Term, language: str
) -> None:
    means = term.means(language)
    length = len(means) if language == "ja" else len(means.split())
    assert 0 < length <= LONGEST.get(language, 25), means
    assert not means.endswith(("。", "."))
    assert not re.search(r"[|*_`$<>\[\]]", means), "no Markdown"


@pytest.mark.parametrize("language", BOOK.languages)
@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.id)
def test_the_check_of_the_prose_tells_good_from_bad(
    term: glossary.Term, language: str
) -> None:
    good, bad = (term.examples(language, kind) for kind in ("good", "bad"))

    def wrong(text: str) -> list[tuple[str, str]]:
        found = glossary.wrong_words_of(text, TERMS, language)
        return [(each.id, word) for each, word in found]

    assert {text: wrong(text) for text in good if wrong(text)} == {}
    reported = {word for text in bad for id_, word in wrong(text) if id_ == term.id}
    assert reported == set(term.never(language))
    assert all(wrong(text) for text in bad)
    assert bool(good) == bool(bad)
