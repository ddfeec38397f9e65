"""Copies of the real book for the tests to break, each with one chapter.

Of the others only the headings are copied, because links lead there.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from derivlearn_site.base import settings
from derivlearn_site.base.errors import Problem, SourceError
from derivlearn_site.translation import checks

ROOT = Path(__file__).parents[1]
CHAPTERS = ("derivative", "loss", "start")

Edit = Callable[[bytes], bytes]


def copies(into: Path) -> dict[str, Path]:
    """Return the roots of the copies by their chapters."""
    return {chapter: _copy(into / chapter, chapter) for chapter in CHAPTERS}


def _copy(into: Path, chapter: str) -> Path:
    book = settings.load(ROOT)
    for name in ("mkdocs.yml", "docs/glossary.yml"):
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, into / name)
    shutil.copytree(ROOT / "src" / "derivlearn", into / "src" / "derivlearn")
    shutil.copytree(ROOT / "figures", into / "figures")
    shutil.copytree(book.snippets / chapter, into / "snippets" / chapter)
    for language in book.languages:
        folder = into / "docs" / language
        folder.mkdir(parents=True)
        for path in book.pages(language):
            text = path.read_text(encoding="utf-8")
            copied = text if path.stem == chapter else _bare(text)
            (folder / path.name).write_text(copied, encoding="utf-8", newline="\n")
            kept = Path("docs", language, ".originals", f"{path.stem}.txt")
            if (ROOT / kept).is_file():
                (into / kept).parent.mkdir(exist_ok=True)
                shutil.copy(ROOT / kept, into / kept)
    return into


def _bare(text: str) -> str:
    headings = [line for line in text.splitlines() if line.startswith("#")]
    return "\n\n".join(["---\ndescription: Bare.\n---", *headings]) + "\n"


def problems(root: Path) -> list[Problem]:
    """Return what `derivlearn-site check` tells of the book."""
    try:
        return checks.problems(settings.load(root))
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
    try:
        if after:
            path.write_bytes(after)
        else:
            path.unlink()
        yield before, after
    finally:
        if before:
            path.write_bytes(before)
        else:
            path.unlink()


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


def first_changed_line(before: bytes, after: bytes) -> int:
    """Return the number of the first line that an edit has changed."""
    old, new = before.split(b"\n"), after.split(b"\n")
    pairs = enumerate(zip(old, new, strict=False), 1)
    appended = len(old) + (len(new) > len(old))
    return next((n for n, (a, b) in pairs if a != b), min(appended, len(new)))
