"""What each chapter lets its reader do is said shortly, and of no two alike."""

import pytest

from derivlearn_site.pages import page, spine
from tests.test_book import BOOK

CHAPTERS = spine.chapters(BOOK)
# In characters or in words: two lines of a phone.
LONGEST = {"ja": 40, "en": 12}


@pytest.mark.parametrize("language", LONGEST)
def test_what_a_chapter_lets_one_do_is_one_short_sentence_of_its_own(
    language: str,
) -> None:
    said = {
        slug: page.outline(BOOK.docs / language / f"{slug}.md", BOOK).meta["able"]
        for slug in CHAPTERS
    }
    assert len(set(said.values())) == len(CHAPTERS)
    for slug, text in said.items():
        length = len(text) if language == "ja" else len(text.split())
        assert length <= LONGEST[language], f"{slug}: {text}"
        assert text[-1] in "。.", f"{slug}: {text}"
        assert not set("。.") & set(text[:-1]), f"{slug}: {text}"
