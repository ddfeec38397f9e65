"""The page of the reference, and the way to it from each chapter."""

from derivlearn_site.base import languages
from derivlearn_site.pages import page as pages
from derivlearn_site.publish import reference
from frozen_book import BOOK

STRINGS = {
    code: language.strings for code, language in languages.read_all(BOOK).items()
}


def written(language: str) -> str:
    return "\n".join(reference.lines(BOOK, language, STRINGS[language]))


def test_every_name_has_a_heading_a_signature_and_its_chapter() -> None:
    text = written("en")
    assert "\n## `growth` { #growth }\n" in text
    assert "\n### `grown` { #growth.grown }\n" in text
    assert "grown(amount: float, years: int, rate: float = 0.25) -> float" in text
    assert (
        "<code>years</code>: How many years, as in <code>range(years)</code>." in text
    )
    assert "<code>ValueError</code>: There are less than no years." in text
    assert "```{.pycon .bare}\n>>> grown(100.0, 2)\n156.25\n```" in text
    title = pages.outline(BOOK.docs / "en/growth.md", BOOK).headings[0].text
    assert f"\nSee [{title}](growth.md#wait)" in text


def test_docstrings_are_marked_as_english_on_the_pages_of_other_languages() -> None:
    assert '<div class="dl-doc">' in written("en")
    assert '<div lang="en" class="dl-doc">' in written("ja")
    assert '<div class="dl-doc">' not in written("ja")


def test_a_chapter_ends_with_the_way_to_its_names() -> None:
    page = pages.read(BOOK.docs / "en/growth.md", BOOK)
    told = "\n".join(reference.on_chapter(page, STRINGS["en"]))
    assert (
        "Here: [`growth.grown`](tools.md#growth.grown) "
        "[`growth.often`](tools.md#growth.often)"
    ) in told


def test_a_page_that_explains_no_name_ends_as_it_is_written() -> None:
    page = pages.read(BOOK.docs / "en/saving.md", BOOK)
    assert reference.on_chapter(page, STRINGS["en"]) == ()


def test_what_a_docstring_indents_or_lists_stays_so() -> None:
    parts = ["First < all.", "    z = ``W`` x\n      + b"]
    parts += ["- one\n- two\n  more", "1. a\n2. b"]
    html = reference._prose("\n\n".join(parts))  # noqa: SLF001 - these very shapes
    assert html == (
        "<p>First &lt; all.</p>"
        "<pre><code>z = ``W`` x\n  + b</code></pre>"
        "<ul><li>one</li><li>two more</li></ul>"
        "<ol><li>a</li><li>b</li></ol>"
    )
