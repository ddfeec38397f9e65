"""Readers of Japanese find each term as it sounds, as they may not know its kanji."""

import re

import pytest

from derivlearn_site.pages import asked, glossary
from tests.test_book import BOOK

ASKED = asked.read(BOOK)
READ = re.compile(
    "|".join(sorted((re.escape(entry.key) for entry in ASKED.readings), key=len)[::-1])
)


@pytest.mark.parametrize("term", glossary.read(BOOK), ids=lambda term: term.id)
def test_a_term_can_be_typed_in_kana(term: glossary.Term) -> None:
    unread = [READ.sub("", name) for name in term.spellings("ja")]
    left = [
        kanji for rest in unread for kanji in re.findall("[\u4e00-\u9fff々]+", rest)
    ]
    assert left == [], "say in docs/search.yml, below `readings:`, how they are read"


def test_each_word_is_said_in_hiragana_and_in_the_order_of_the_sounds() -> None:
    sounds = [sound for entry in ASKED.readings for sound in entry.values]
    assert [sound for sound in sounds if not re.fullmatch("[ぁ-ゖー]{2,}", sound)] == []
    assert sounds == sorted(sounds)
    assert len({*sounds}) == len(sounds)


def test_no_name_stands_twice_for_one_place() -> None:
    for entry in ASKED.names:
        assert len({name.casefold() for name in entry.values}) == len(entry.values)
