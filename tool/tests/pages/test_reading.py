"""How long a page takes is reckoned from what stands on it."""

import pytest

from derivlearn_site.base.settings import Settings
from derivlearn_site.base.texts import Pace
from derivlearn_site.pages import page, reading

HEAD = "---\ndescription: Demo.\n---\n\n# Demo { #demo }\n\n"
EXERCISE = (
    '\n## Do { #do }\n\nWhat is it?\n\n??? answer "Answer"\n    ' + "It is that. " * 200
)
WORDS = Pace(100, "words")


def minutes(book: Settings, text: str, pace: Pace = WORDS) -> tuple[int, int]:
    path = book.docs / "en/demo.md"
    found = reading.minutes(page.parse(HEAD + text, path, book), pace)
    return found.reading, found.exercises


def test_words_or_characters_are_read_at_the_pace_of_a_language(book: Settings) -> None:
    assert minutes(book, "word " * 1000) == (10, 0)
    assert minutes(book, "文字" * 1000, Pace(100, "characters")) == (20, 0)


def test_the_shortest_page_takes_some_minutes(book: Settings) -> None:
    assert minutes(book, "Short.") == (5, 0)


def test_an_exercise_takes_its_own_time_and_no_other(book: Settings) -> None:
    assert minutes(book, "word " * 1000 + "\n" + EXERCISE) == (10, reading.EXERCISE)


def test_formulas_on_their_own_and_console_lines_take_time(book: Settings) -> None:
    display = "$$\n" + "x \\\\\n" * 100 + "$$\n"
    assert minutes(book, display)[0] == 5
    console = "```console\n" + "ls\n" * 200 + "```\n"
    assert minutes(book, console)[0] == 10


@pytest.mark.parametrize(
    "text", ["`x` " * 900, "$x$ " * 900, "<!-- x x x x -->\n" * 300]
)
def test_what_is_no_word_takes_no_time(book: Settings, text: str) -> None:
    assert minutes(book, text) == (5, 0)
