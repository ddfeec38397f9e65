"""The real book, built once, and copies of it to break."""

import os
import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from filelock import FileLock

from building import Built, build
from derivlearn_site.base import languages, settings
from derivlearn_site.pages import glossary
from derivlearn_site.pages import page as pages
from derivlearn_site.translation import translator as translation
from derivlearn_site.translation.drift import TODO
from tests import rewriting

ROOT = Path(__file__).parents[2]
BOOK = settings.load(ROOT)
PAGES = [
    (language, path.relative_to(BOOK.docs / language).with_suffix("").as_posix())
    for language in BOOK.languages
    for path in BOOK.pages(language)
]

TEXTS = languages.read_all(BOOK)
STRINGS = {code: texts.strings for code, texts in TEXTS.items()}
# The chapters in the order of the navigation: those of most kinds, and the others.
CHAPTERS = rewriting.chapters(BOOK)
NOTEBOOKS = [
    slug
    for slug in CHAPTERS
    if pages.outline(BOOK.docs / BOOK.languages[0] / f"{slug}.md", BOOK).is_notebook
]
PLAIN = [slug for slug in CHAPTERS if slug not in NOTEBOOKS]


# Whether everything is looked at in each language, which takes twice as long.
EVERYTHING = bool(os.environ.get("DERIVLEARN_EVERYTHING"))


Place = TypeVar("Place", bound=tuple[str, ...])


def in_turn(places: Sequence[Place], first: int = 0) -> list[Place]:
    """Return each of some places in one language: the next one for each next place.

    Args:
        places: The language of each, and then what it is.
        first: Which language the first one is looked at in.
    """
    if EVERYTHING:
        return [*places]
    each: dict[tuple[str, ...], list[Place]] = {}
    for place in places:
        each.setdefault(place[1:], []).append(place)
    return [there[turn % len(there)] for turn, there in enumerate(each.values(), first)]


def path_of(language: str, slug: str) -> str:
    """Return where a page is on the site."""
    return f"{language}/" if slug == "index" else f"{language}/{slug}/"


def copy_book(root: Path, built: Built | None = None) -> Path:
    """Copy all that a build reads, so that nothing is shared with another build.

    With a book that has been built, also what its build has kept for the next one.
    """
    ignored = shutil.ignore_patterns("__pycache__", "node_modules")
    for folder in ("docs", "snippets", "figures", "src", "tool/src"):
        shutil.copytree(ROOT / folder, root / folder, ignore=ignored)
    shutil.copy(ROOT / "mkdocs.yml", root)
    if built:
        shutil.copytree(built.root / ".cache", root / ".cache")
    return root


def made_once(
    factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]
) -> Path:
    """Return a folder that the first of the processes of a run has made for all."""
    base = factory.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / name
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            making = folder.with_name(f"{name}.making")
            shutil.rmtree(making, ignore_errors=True)  # of a process that has failed
            making.mkdir()
            make(making)
            making.rename(folder)
    return folder


# A language that the book lacks, and what it calls itself.
NEW, NAME = next(
    (code, name)
    for code, name in (("ko", "한국어"), ("eo", "Esperanto"))
    if code not in BOOK.languages
)
# The pages of that third language, with their titles in it, and others that it borrows:
# one as every page, and one that is shown as a notebook.
KOREAN = dict(zip(PLAIN[1:], ("일차함수의 미분", "상수함수의 미분"), strict=False))
BORROWED = [next(slug for slug in PLAIN if slug not in KOREAN), NOTEBOOKS[0]]
# A term that it names, which is explained on a page that it borrows.
TERM = next(
    term for term in glossary.read(BOOK) if term.slug and term.slug not in KOREAN
)
TERM_IN_KOREAN = "연쇄법칙"


@pytest.fixture(scope="session")
def korean(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The book with a third language that has begun with two pages."""

    def make(root: Path) -> None:
        begin_korean(copy_book(root, built))
        book = build(root)
        assert (book.status, book.said) == (0, "")

    return Built(made_once(tmp_path_factory, "korean", make), 0, "")


def begin_korean(root: Path) -> None:
    """Add the language to a book, and translate a term and the titles of two pages."""
    rewriting.add_language(root, NEW, NAME)
    rewriting.edit(
        root / "docs" / glossary.FILE,
        lambda text: text.replace(
            f"\n{TERM.id}:\n", f"\n{TERM.id}:\n  {NEW}: {TERM_IN_KOREAN}\n"
        ),
    )
    book = settings.load(root)
    for slug, title in KOREAN.items():
        page = translation.begin(book, NEW, slug)
        text = page.read_text(encoding="utf-8")
        heading = re.compile(r"^# .+ (?={ #)(.+)\n\n<!-- translate -->\n", re.MULTILINE)
        text, count = heading.subn(rf"# {title} \1\n", text)
        assert count == 1
        text = text.replace(f"# {TODO}\n", "", 1)  # above the description
        page.write_text(text, encoding="utf-8")
