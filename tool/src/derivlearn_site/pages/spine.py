"""The path through the book: which chapter a page is, and what comes before it.

The chapters are the pages in those sections of `nav` that the settings name as
`parts:`, numbered from 1 throughout. A chapter may name others, in the front matter of
every language, that a reader should know first:

    needs: [growth, saving]
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from derivlearn_site.base.errors import Message, Problem
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page as pages
from derivlearn_site.pages.page import Page


@dataclass(frozen=True)
class Place:
    """Where a page is: in which section of `nav`, and as which chapter of how many.

    Of a page beside the path, the number is 0.
    """

    section: str
    number: int
    chapters: int


def chapters(book: Settings) -> tuple[str, ...]:
    """Return the slugs of the chapters, in their order."""
    return tuple(slug for part in book.parts for slug in book.sections.get(part, ()))


def place(book: Settings, slug: str) -> Place | None:
    """Return where a page is; nothing, if it is in no section."""
    path = chapters(book)
    for section, slugs in book.sections.items():
        if slug in slugs:
            number = path.index(slug) + 1 if slug in path else 0
            return Place(section, number, len(path))
    return None


def needs(page: Page) -> list[str]:
    """Return the slugs that a page names as what is to be known first."""
    named = page.meta.get("needs")
    return [str(each) for each in named] if isinstance(named, list) else []


def path_of(book: Settings, language: str, slug: str) -> Path:
    """Return where a page lies in a language, or in the original if it lacks it."""
    own = book.docs / language / f"{slug}.md"
    return own if own.is_file() else book.docs / book.languages[0] / f"{slug}.md"


def title(book: Settings, language: str, slug: str) -> str:
    """Return the title of a page in a language, or its original's."""
    path = path_of(book, language, slug)
    return _title(path, path.stat().st_mtime_ns, book.root)


@lru_cache(maxsize=1024)
def _title(path: Path, _changed: int, root: Path) -> str:
    return pages.title(path, Settings(root, {}))


def problems(page: Page) -> Iterator[Problem]:
    """Yield what is wrong with what a page names as to be known first."""
    if "needs" not in page.meta:
        return
    line = next(n for n, text in enumerate(page.lines, 1) if text.startswith("needs"))
    path = chapters(page.settings)
    if page.slug not in path or not isinstance(page.meta["needs"], list):
        message = Message(
            "a chapter of the path names what is to be known first, as in "
            "`needs: [{example}]`; write it so, or delete it",
            example=", ".join(path[:2]),
        )
        yield Problem(page.path, line, message)
        return
    before = path[: path.index(page.slug)]
    for slug in needs(page):
        if slug not in before:
            message = Message(
                "'{slug}' is no chapter that comes before this one; correct `needs:`",
                slug=slug,
            )
            yield Problem(page.path, line, message)


def wrong_parts(book: Settings) -> Iterator[Problem]:
    """Yield the parts of the path that `nav` does not have."""
    for part in book.parts:
        if part not in book.sections:
            message = Message(
                "nav has no section '{part}'; correct `parts:`", part=part
            )
            yield Problem(book.root / "mkdocs.yml", 1, message)
