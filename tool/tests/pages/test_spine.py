"""A page knows its place on the path, and what a reader should know first."""

import pytest

from conftest import PAGE
from derivlearn_site.base import settings
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page, spine
from derivlearn_site.translation import checks

NAV = """
nav:
  - index
  - early: [first, second]
  - late: [demo]
  - aside: [list]
"""


@pytest.fixture
def path(book: Settings) -> Settings:
    """A book of two parts, and a page beside them."""
    config = book.root / "mkdocs.yml"
    text = config.read_text().replace(
        "languages:", "parts: [early, late]\n      languages:"
    )
    config.write_text(text + NAV)
    for slug in ("index", "first", "second", "list"):
        for language in ("ja", "en"):
            written = PAGE.split("```")[0].replace("#double", f"#{slug}")
            (book.docs / language / f"{slug}.md").write_text(written)
    return settings.load(book.root)


def needing(
    book: Settings, named: str, slug: str = "demo", language: str = "ja"
) -> None:
    file = book.docs / language / f"{slug}.md"
    text = file.read_text()
    file.write_text(text.replace("description:", f"needs: {named}\ndescription:", 1))


def told(book: Settings) -> list[str]:
    return [
        str(each.message)
        for each in checks.problems(book)
        if "needs" in str(each.message)
    ]


def test_chapters_are_numbered_through_all_parts(path: Settings) -> None:
    assert spine.chapters(path) == ("first", "second", "demo")
    assert spine.place(path, "demo") == spine.Place("late", 3, 3)


def test_a_page_beside_the_path_has_no_number(path: Settings) -> None:
    assert spine.place(path, "list") == spine.Place("aside", 0, 3)
    assert spine.place(path, "index") is None


def test_a_title_is_the_originals_where_a_language_lacks_the_page(
    path: Settings,
) -> None:
    (path.docs / "en/first.md").unlink()
    original = page.outline(path.docs / "ja/first.md", path).headings[0].text
    assert spine.title(path, "en", "first") == original


def test_a_chapter_that_comes_before_may_be_named(path: Settings) -> None:
    for language in ("ja", "en"):
        needing(path, "[first, second]", language=language)
    assert told(path) == []


@pytest.mark.parametrize("named", ["[demo]", "[list]", "[nowhere]"])
def test_what_does_not_come_before_may_not(path: Settings, named: str) -> None:
    needing(path, named)
    assert any("no chapter that comes before" in each for each in told(path))


@pytest.mark.parametrize(("named", "slug"), [("first", "demo"), ("[first]", "list")])
def test_only_a_chapter_names_what_is_to_be_known_and_as_a_list(
    path: Settings, named: str, slug: str
) -> None:
    needing(path, named, slug)
    assert any("write it so, or delete it" in each for each in told(path))


def test_a_translation_names_the_same(path: Settings) -> None:
    needing(path, "[first, second]")
    needing(path, "[first]", language="en")
    assert any("has another `needs:`" in each for each in told(path))


def test_a_part_that_the_navigation_lacks_is_told(path: Settings) -> None:
    config = path.root / "mkdocs.yml"
    config.write_text(config.read_text().replace("[early, late]", "[early, later]"))
    found = checks.problems(settings.load(path.root))
    assert any("no section 'later'" in str(each.message) for each in found)
