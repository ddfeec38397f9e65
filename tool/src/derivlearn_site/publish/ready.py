"""What a page has become, but for its frame; kept on disk until anything changes.

Of a build, reading pages, running Markdown and writing notebooks is the longest part,
and from one build to the next most pages are the same.
"""

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from derivlearn_site.base.kept import FOLDER, surroundings
from derivlearn_site.base.settings import Settings

_TOOL = Path(__file__).parents[1]
_LIBRARIES = ("Markdown", "mkdocs", "mkdocs-jupyter", "pymdown-extensions", "Pygments")


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
    with suppress(OSError, ValueError, KeyError, TypeError):
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["key"] == key:
            return Ready(**found["ready"])
    return None


def keep(path: Path, key: str, ready: Ready) -> None:
    """Keep what a page has become."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"key": key, "ready": asdict(ready)}, ensure_ascii=False)
    path.write_text(text, encoding="utf-8")


def place(book: Settings, language: str, slug: str) -> Path:
    """Return where a page of a language's site is kept."""
    return book.root / FOLDER / "pages" / language / f"{slug}.json"


def digest_of(parts: Iterable[object]) -> str:
    """Return a digest of all that a page is made of; of a file, what it holds."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.read_bytes() if isinstance(part, Path) else repr(part).encode()
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def of_all_pages(book: Settings) -> str:
    """Return a digest of what every page is made of, beside its own files."""
    sources = [book.root / "mkdocs.yml", *sorted(book.docs.glob("*.yml"))]
    for folder in ("src", "figures"):
        sources += sorted((book.root / folder).rglob("*.py"))
        sources += sorted((book.root / folder).rglob("*.json"))
    return digest_of([_of_the_tool(), *surroundings(), *sources])


@cache
def _of_the_tool() -> str:
    versions = [(name, metadata.version(name)) for name in _LIBRARIES]
    return digest_of([*versions, *sorted(_TOOL.rglob("*.py"))])
