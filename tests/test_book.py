"""The book itself is without the mistakes that its tools look for."""

from pathlib import Path

from derivlearn_site.base import settings
from derivlearn_site.code import record
from derivlearn_site.translation import checks

BOOK = settings.load(Path(__file__).parents[1])


def test_no_page_has_a_mistake() -> None:
    assert "\n".join(map(str, checks.problems(BOOK))) == ""


def test_every_record_is_what_the_snippets_print() -> None:
    stale = record.stale(BOOK.root, BOOK.snippets.rglob("*.py"))
    assert "\n".join(map(str, stale)) == ""
