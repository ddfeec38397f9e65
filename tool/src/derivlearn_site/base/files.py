"""Which files may lie in the folders of the book: by kind, by size, and none a link.

What lies in `docs/` is published as it is, so nothing may lie there that a browser
would run, or that leads out of the folder.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from derivlearn_site.base import allowed, hygiene
from derivlearn_site.base.errors import Message, Problem, SourceError
from derivlearn_site.base.settings import Settings

# How large a file may be, in bytes: the largest that a reader loads is half of it.
LARGEST = 1024 * 1024
# What may lie where, below the folder, beside what our own commands write.
_KINDS = {
    "docs": (".md", ".yml", ".txt", ".css", ".svg", ".png", ".webp", ".woff2"),
    "snippets": (".py", ".out", ".steps"),
}
# Texts that are written by hand, beside the pages.
_WRITTEN = (".py", ".yml")
_MADE = ("docs/assets/built/", "snippets/proven.txt")
_FOLDERS = (*_KINDS, "figures", "src")
# What Python, an editor or a system leaves behind is nobody's mistake, and not kept.
_LEFT_BEHIND = re.compile(r"__pycache__|\.ipynb_checkpoints|\.DS_Store|.*\.pyc|.*~")
_ACTIVE = re.compile(
    r"<script|<foreignObject|\son\w+\s*=|<!ENTITY"
    r"|(?:href|src)\s*=\s*[\"']\s*(?![#\"'])[^\"']*",
    re.IGNORECASE,
)
_IMPORT = re.compile(r"@import\b[^;]*|url\(\s*[\"']?(?P<address>[^\"')]*)")


def links(book: Settings) -> list[Problem]:
    """Return what is a link: nothing is read of a book that leads out of itself."""
    message = Message("is a link to another place; put the file itself here")
    found = (path for name in _FOLDERS for path in _files(book.root / name))
    return [Problem(path, 1, message) for path in found if path.is_symlink()]


def problems(book: Settings) -> Iterator[Problem]:
    """Yield each file that may not lie where it lies, or holds what it may not."""
    for name in _FOLDERS:
        for path in _files(book.root / name):
            if not path.is_symlink():
                yield from _of(book, path, _KINDS.get(name, ()))


def _files(folder: Path) -> Iterator[Path]:
    """Yield all files, and all links, whose targets are left alone."""
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not _LEFT_BEHIND.fullmatch(f))
        for name in sorted([*files, *folders]):
            path = Path(where) / name
            if path.is_symlink() or (
                name in files and not _LEFT_BEHIND.fullmatch(name)
            ):
                yield path


def _of(book: Settings, path: Path, kinds: tuple[str, ...]) -> Iterator[Problem]:
    size = path.stat().st_size
    if size > LARGEST:
        message = Message(
            "has {size} MB, more than {most} MB; make it smaller",
            size=f"{size / 1024**2:.1f}",
            most=LARGEST // 1024**2,
        )
        yield Problem(path, 1, message)
        return
    made = book.relative(path).as_posix().startswith(_MADE)
    if kinds and path.suffix not in kinds and not made:
        message = Message(
            "files of this kind have no place here; there may be {kinds}",
            kinds=", ".join(kinds),
        )
        yield Problem(path, 1, message)
        return
    if path.suffix in _LOADED and not made:
        yield from _loaded(path)
    if path.suffix in _WRITTEN:
        yield from _amiss(path)


def _amiss(path: Path) -> Iterator[Problem]:
    """Yield what is wrong with the characters of a text, which no page looks at."""
    try:
        text = hygiene.text_of(path)
    except SourceError as error:
        yield error.problem
        return
    told = [*hygiene.in_bytes(path.read_bytes())]
    told += hygiene.in_lines(hygiene.lines_of(text))
    yield from (Problem(path, line, message) for line, message in told)


def _loaded(path: Path) -> Iterator[Problem]:
    """Yield what a browser would run or fetch with a file."""
    text = path.read_text(encoding="utf-8", errors="replace")
    for number, line in enumerate(hygiene.lines_of(text), 1):
        for found in _LOADED[path.suffix].finditer(line):
            address = found.groupdict().get("address")
            if address is None or allowed.is_elsewhere(address):
                message = Message(
                    "`{text}` would make each reader's browser run or fetch "
                    "something; leave it out",
                    text=found[0].strip(),
                )
                yield Problem(path, number, message)


_LOADED = {".svg": _ACTIVE, ".css": _IMPORT}
