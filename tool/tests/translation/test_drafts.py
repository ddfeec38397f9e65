"""A draft holds what is to be translated, and what has to be known for it."""

from pathlib import Path

import pytest

import frozen_book
from derivlearn_site.base import settings
from derivlearn_site.base.errors import SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page as pages
from derivlearn_site.translation import drafts


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A copy of the frozen book, whose French has begun."""
    return settings.load(frozen_book.copy(tmp_path_factory.mktemp("frozen") / "book"))


def test_all_that_is_not_in_step_is_drafted(book: Settings) -> None:
    head = "=== derivlearn-site draft fr growth: wait limit too-small exercises halve"
    assert head in drafts.written(book, "fr", "growth")
    page = pages.read(book.docs / "ja" / "saving.md", book)
    ids = " ".join(str(each.id) for each in page.headings)
    text = drafts.written(book, "fr", "saving")
    assert f"=== derivlearn-site draft fr saving: --- {ids} ===" in text
    assert f"=== --- ===\n\n{page.lines[1]}\n" in text
    for source in drafts.sources(page).values():
        assert source in text


def test_only_the_sections_that_are_asked_for_are_drafted(book: Settings) -> None:
    text = drafts.written(book, "fr", "growth", ["limit"])
    assert text.count("\n=== ") == 2
    assert "{ #limit }" in text
    assert "{ #wait }" not in text


def test_terms_that_are_there_come_with_their_names(book: Settings) -> None:
    text = drafts.written(book, "en", "growth", ["wait"])
    assert "- 元本: principal (never principle)\n" in text
    assert "目標額" not in text
    assert "- 極限: limite\n" in drafts.written(book, "fr", "growth", ["limit"])
    unnamed = drafts.written(book, "fr", "growth", ["wait"])
    assert "- 元本: … (English: principal)\n" in unnamed


def test_how_the_language_is_written_is_said(tmp_path: Path) -> None:
    root = frozen_book.copy(tmp_path / "book")
    path = root / "docs" / "fr" / "book.yml"
    path.write_text(path.read_text("utf-8") + "style: |\n  Vouvoyez.\n  Sans jargon.\n")
    text = drafts.written(settings.load(root), "fr", "growth")
    assert "How Français is written here:\n\nVouvoyez.\nSans jargon.\n" in text


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        (("xx", "growth"), "mkdocs.yml:1: names no language 'xx'"),
        (("ja", "growth"), "mkdocs.yml:1: 'ja' is the original"),
        (("fr", "nothing"), "docs/ja/nothing.md:1: is not there"),
        (("en", "growth"), "docs/en/growth.md:1: every section is in step"),
        (
            ("fr", "growth", ["no"]),
            "docs/ja/growth.md:1: has no section { #no }; it has",
        ),
    ],
)
def test_what_cannot_be_drafted_is_told(
    book: Settings, asked: tuple[object, ...], line: str
) -> None:
    with pytest.raises(SourceError) as told:
        drafts.written(book, *asked)  # type: ignore[arg-type]
    assert str(told.value).replace(f"{book.root}/", "").startswith(line)
