"""A figure says what its fence says, or what it says on another page."""

import pytest

from derivlearn_site.base.errors import SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page as pages

THERE = (
    "# Other { #other }\n\n"
    "```figure\nfigure: steps\nalt: Steps.\ncaption: Up.\nx: run\n```\n"
)


def said(book: Settings, language: str = "ja", like: str = "other") -> object:
    text = f"# Demo\n\n```figure\nfigure: steps\nlike: {like}\ncaption: Here.\n```\n"
    page = pages.parse(text, book.docs / language / "demo.md", book)
    return pages.figure_of(page, page.fences[0])


@pytest.fixture(autouse=True)
def other(book: Settings) -> None:
    (book.docs / "ja/other.md").write_text(THERE)


def test_what_it_does_not_say_is_what_it_says_there(book: Settings) -> None:
    wanted = {"figure": "steps", "alt": "Steps.", "caption": "Here.", "x": "run"}
    assert said(book) == wanted


def test_it_is_taken_from_the_page_in_the_same_language(book: Settings) -> None:
    (book.docs / "en/other.md").write_text(THERE.replace("run", "walk"))
    assert "walk" in str(said(book, "en"))
    assert "walk" not in str(said(book, "ja"))


def test_or_from_the_original_where_the_language_lacks_the_page(book: Settings) -> None:
    assert "run" in str(said(book, "en"))


@pytest.mark.parametrize("like", ["nowhere", "demo"])
def test_a_page_without_the_figure_is_told(book: Settings, like: str) -> None:
    with pytest.raises(SourceError, match="has the figure 'steps'"):
        said(book, like=like)


@pytest.mark.parametrize("markup", ["[here](other.md#other)", "`dx`", "**now**"])
@pytest.mark.parametrize("key", ["alt", "caption", "x"])
def test_markup_that_would_be_shown_is_told(
    book: Settings, key: str, markup: str
) -> None:
    texts = {"figure": "steps", "alt": "Steps.", "caption": "Up.", "x": "run"}
    texts[key] = f"Look {markup} [0], 2 * 3 * 4"
    lines = "\n".join(f'{name}: "{text}"' for name, text in texts.items())
    path = book.docs / "ja/demo.md"
    page = pages.parse(f"# Demo\n\n```figure\n{lines}\n```\n", path, book)
    with pytest.raises(SourceError, match=f"'{key}' of a figure") as error:
        pages.figure_of(page, page.fences[0])
    assert markup in str(error.value)
