"""A section knows the original that it was translated from, includes and all."""

from collections import Counter

import pytest

from derivlearn_site.base.errors import SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page
from derivlearn_site.pages.page import Page
from derivlearn_site.translation import drift


def both(book: Settings) -> tuple[Page, Page]:
    return tuple(page.read(book.docs / code / "demo.md", book) for code in ("ja", "en"))  # type: ignore[return-value]


def states(book: Settings) -> dict[str, str]:
    return {state.id: state.state for state in drift.states(*both(book))}


@pytest.fixture
def stamped(book: Settings) -> Settings:
    """A book whose translation is in step."""
    drift.stamp(*both(book))
    return book


def test_a_page_that_was_never_stamped_is_stale(book: Settings) -> None:
    assert states(book) == {"demo": "stale", "root": "stale"}


def test_a_page_in_step_is_fresh(stamped: Settings) -> None:
    assert states(stamped) == {"demo": "fresh", "root": "fresh"}


def test_a_changed_sentence_makes_its_own_section_stale(stamped: Settings) -> None:
    path = stamped.docs / "ja" / "demo.md"
    path.write_text(path.read_text().replace("Twice four:", "Twice 4:"))
    assert states(stamped) == {"demo": "stale", "root": "fresh"}
    [change] = [each.change for each in drift.states(*both(stamped)) if each.change]
    assert "-Twice four:\n+Twice 4:" in change


@pytest.mark.parametrize("name", ["double.py", "double.out"])
def test_a_changed_snippet_or_output_makes_the_section_stale(
    stamped: Settings, name: str
) -> None:
    path = stamped.snippets / "demo" / name
    old, new = (
        ("math.sqrt(y * 2)", "math.sqrt(2 * y)") if "py" in name else ("4.0", "5")
    )
    path.write_text(path.read_text().replace(old, new))
    assert states(stamped) == {"demo": "fresh", "root": "stale"}


def test_the_translation_itself_may_change_at_any_time(stamped: Settings) -> None:
    path = stamped.docs / "en" / "demo.md"
    path.write_text(path.read_text().replace("Twice four:", "Two times four:"))
    assert Counter(states(stamped).values()) == {"fresh": 2}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Twice four:\n", "Twice four:\n\n"),
        ("{ #demo }\n\n", "{#demo}\n"),
        ("Twice four:", "Twice four:  "),
    ],
)
def test_what_nobody_sees_leaves_a_section_in_step(
    stamped: Settings, old: str, new: str
) -> None:
    path = stamped.docs / "ja" / "demo.md"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    assert states(stamped) == {"demo": "fresh", "root": "fresh"}


def test_a_snippet_may_get_another_name(stamped: Settings) -> None:
    folder = stamped.snippets / "demo"
    for suffix in (".py", ".out"):
        (folder / f"double{suffix}").rename(folder / f"twice{suffix}")
    for language in stamped.languages:
        path = stamped.docs / language / "demo.md"
        path.write_text(path.read_text().replace("demo/double", "demo/twice"))
    assert states(stamped) == {"demo": "fresh", "root": "fresh"}


def test_a_paragraph_that_is_parted_is_another_one(stamped: Settings) -> None:
    path = stamped.docs / "ja" / "demo.md"
    text = path.read_text()
    path.write_text(text.replace("Twice four:", "Twice\n\nfour:"))
    assert states(stamped) == {"demo": "stale", "root": "fresh"}


def test_only_the_sections_that_are_named_are_stamped(book: Settings) -> None:
    drift.stamp(*both(book), ["root"])
    assert states(book) == {"demo": "stale", "root": "fresh"}


def test_a_section_that_bears_the_mark_is_not_translated(stamped: Settings) -> None:
    path = stamped.docs / "en" / "demo.md"
    path.write_text(
        path.read_text().replace(
            "## Root { #root }", f"## Root {{ #root }}\n\n{drift.TODO}"
        )
    )
    assert states(stamped) == {"demo": "fresh", "root": "untranslated"}


def test_a_page_that_is_not_there_is_missing(book: Settings) -> None:
    original, _ = both(book)
    assert {state.state for state in drift.states(original, None)} == {"missing"}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("=== a ===\n\n<<<<<<< ours\n", 3, "holds a merge conflict"),
        ("=== a ===\n=== b ===\n=== a ===\n", 3, "holds 'a' twice"),
        ("\nwords\n", 2, "write no text here"),
    ],
)
def test_a_damaged_file_is_told_with_its_line(
    book: Settings, text: str, line: int, message: str
) -> None:
    path = drift.path_of(book, "en", "demo")
    path.parent.mkdir()
    path.write_text(text)
    with pytest.raises(SourceError, match=message) as raised:
        drift.read(path)
    assert raised.value.problem.line == line


def test_what_is_written_is_what_is_read() -> None:
    kept = {"a": "# A\n\n```python\nx = 1\n```\n", "b": "words\n"}
    assert drift.written(kept).count("===") == 4
