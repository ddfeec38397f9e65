"""The small book in `frozen/`, and copies of it for the tests to break.

It has everything that a page can have, a package and pictures of its own, and three
languages: an original, a complete translation, and one that has begun.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from derivlearn_site.base import files, settings
from derivlearn_site.base.errors import Problem, SourceError
from derivlearn_site.translation import checks

FROZEN = Path(__file__).parent / "frozen"
BOOK = settings.load(FROZEN)
PAGES = [
    (language, path.relative_to(BOOK.docs / language).with_suffix("").as_posix())
    for language in BOOK.languages
    for path in BOOK.pages(language)
]

Edit = Callable[[bytes], bytes]


def copy(into: Path) -> Path:
    """Copy the book into a folder that is not there yet, and return the folder."""
    made = shutil.ignore_patterns("__pycache__", ".cache", "site")
    shutil.copytree(FROZEN, into, ignore=made)
    return into


def problems(root: Path) -> list[Problem]:
    """Return what `derivlearn-site check` tells of a book."""
    try:
        book = settings.load(root)
        return files.links(book) or checks.problems(book)
    except SourceError as error:
        return [error.problem]


@contextmanager
def edited(root: Path, name: str, edit: Edit) -> Iterator[tuple[bytes, bytes]]:
    """Change a file, or make or delete it, until the end of the block.

    A file that is not there reads as empty, and one that is made empty is deleted.
    """
    path = root / name
    before = path.read_bytes() if path.is_file() else b""
    after = edit(before)
    assert after != before, f"{name} holds nothing that this edit changes"
    folder = next(each for each in (path, *path.parents) if each.parent.is_dir())
    try:
        if after:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(after)
        else:
            path.unlink()
        yield before, after
    finally:
        if before:
            path.write_bytes(before)
        elif folder.is_dir():
            shutil.rmtree(folder)
        else:
            folder.unlink()


def put(old: str, new: str) -> Edit:
    """Return the edit that replaces the first `old` of a file."""

    def edit(data: bytes) -> bytes:
        text = data.decode()
        assert old in text, f"there is no {old!r} to replace"
        return text.replace(old, new, 1).encode()

    return edit


def drop(old: str) -> Edit:
    """Return the edit that deletes the first `old` of a file."""
    return put(old, "")


def cut(first: str, after: str) -> Edit:
    """Return the edit that deletes from one text up to another."""

    def edit(data: bytes) -> bytes:
        text = data.decode()
        start = text.index(first)
        return (text[:start] + text[text.index(after, start) :]).encode()

    return edit


def first_changed_line(before: bytes, after: bytes) -> int:
    """Return the number of the first line that an edit has changed."""
    old, new = before.split(b"\n"), after.split(b"\n")
    pairs = enumerate(zip(old, new, strict=False), 1)
    appended = len(old) + (len(new) > len(old))
    return next((n for n, (a, b) in pairs if a != b), min(appended, len(new)))
