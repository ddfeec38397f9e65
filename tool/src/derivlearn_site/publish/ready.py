"""What a page has become, but for its frame; kept on disk until anything changes.

Of a build, reading pages, running Markdown and writing notebooks is the longest part,
and from one build to the next most pages are the same.
"""

from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from derivlearn_site.base import kept
from derivlearn_site.base.kept import FOLDER, digest_of
from derivlearn_site.base.settings import Settings

_TOOL = Path(__file__).parents[1]


@dataclass(frozen=True)
class Ready:
    """A page without its frame, and the files that lie beside it."""

    title: str
    meta: dict[str, Any]
    content: str
    toc: list[dict[str, Any]]
    ids: list[str]
    # By the file that they lead to, each anchor and how it was written.
    links: dict[str, dict[str, str]]
    beside: dict[str, str]
    notebook: str = ""


def find(path: Path, key: str) -> Ready | None:
    """Return what a page has become, if it was made of the same."""
    found = kept.find(path, key)
    return Ready(**found) if found else None


def keep(path: Path, key: str, ready: Ready) -> None:
    """Keep what a page has become."""
    kept.keep(path, key, asdict(ready))


def place(book: Settings, language: str, slug: str) -> Path:
    """Return where a page of a language's site is kept."""
    return book.root / FOLDER / "pages" / language / f"{slug}.json"


def of_all_pages(book: Settings) -> str:
    """Return a digest of what every page is made of, beside its own files."""
    sources = [book.root / "mkdocs.yml", *sorted(book.docs.glob("*.yml"))]
    for folder in ("src", "figures"):
        held = (book.root / folder).rglob("*")
        sources += sorted(
            path for path in held if path.is_file() and path.suffix != ".pyc"
        )
    return digest_of([_of_the_tool(), *kept.surroundings(), *sources])


@cache
def _of_the_tool() -> str:
    return digest_of(sorted(_TOOL.rglob("*.py")))
