"""A page can show sections of other pages: one of one page, or those of all."""

import pytest

from conftest import PAGE
from derivlearn_site.base import settings
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import cards, page
from derivlearn_site.publish import staging
from derivlearn_site.translation import checks
from shown import language_of

CARD = "## In short { #in-short }\n\n- Twice $x$ is `x + x`.\n\n"
OTHER = (
    "---\ndescription: Other.\n---\n\n# Other { #other }\n\n"
    f"{CARD}## Rest {{ #rest }}\n"
)
ALL = "<!-- sections in-short -->"
ONE = "<!-- section other#in-short -->"


@pytest.fixture
def two(book: Settings) -> Settings:
    """A book with a second page, which comes first in the navigation."""
    path = book.root / "mkdocs.yml"
    path.write_text(f"{path.read_text()}\nnav: [other, part: [demo]]\n")
    for language in ("ja", "en"):
        (book.docs / language / "other.md").write_text(OTHER)
    (book.docs / "ja/demo.md").write_text(f"{PAGE}\n{CARD}")
    return settings.load(book.root)


def shown(book: Settings, place: str, language: str = "ja") -> list[str]:
    return list(cards.lines(book, language, place))


def told(book: Settings, place: str) -> list[str]:
    text = OTHER.replace("## Rest { #rest }", place)
    (book.docs / "ja/other.md").write_text(text)
    found = checks.problems(book)
    return [str(each.message) for each in found if "ja/other.md" in str(each.path)]


def test_all_sections_of_an_id_stand_in_the_order_of_the_navigation(
    two: Settings,
) -> None:
    assert shown(two, ALL) == [
        "## [Other](other.md) { #other }",
        "",
        "- Twice $x$ is `x + x`.",
        "",
        "## [Double](demo.md) { #demo }",
        "",
        "- Twice $x$ is `x + x`.",
        "",
    ]


def test_a_page_without_such_a_section_is_left_out(two: Settings) -> None:
    assert "Double" not in "".join(shown(two, ALL, "en"))


def test_one_section_stands_without_its_heading_and_ends_where_the_next_begins(
    two: Settings,
) -> None:
    assert shown(two, ONE) == ["- Twice $x$ is `x + x`."]


def test_a_section_of_the_original_is_marked_as_such(two: Settings) -> None:
    (two.docs / "en/other.md").unlink()
    assert shown(two, ONE, "en")[0] == '<div lang="ja" markdown="1">'


def test_a_page_shows_it_in_the_place_of_the_line(two: Settings) -> None:
    read = page.parse(f"{PAGE}\n{ONE}\n", two.docs / "ja" / "demo.md", two)
    text = staging.stage(read, language_of(two).strings, fresh={})
    assert text.rstrip().endswith("\n- Twice $x$ is `x + x`.")
    assert "<!--" not in text


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("<!-- section other -->", "write `<!-- section page#id -->`"),
        ("<!-- section other#none -->", "no page has this section"),
        ("<!-- section none#in-short -->", "no page has this section"),
        ("<!-- sections none -->", "no page has this section"),
        ("<!-- section demo#demo -->", "holds a fence"),
    ],
)
def test_a_line_that_stands_for_nothing_that_can_be_shown_is_told(
    two: Settings, place: str, words: str
) -> None:
    assert any(words in each for each in told(two, place))


def test_a_line_that_stands_for_a_section_is_fine(two: Settings) -> None:
    assert not any("section" in each for each in told(two, ONE))
