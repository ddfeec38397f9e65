"""The small book in `frozen/`, and copies of it for the tests to break.

It has everything that a page can have, a package and pictures of its own, and three
languages: an original, a complete translation, and one that has begun.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import derivlearn_site
from derivlearn_site.base import settings
from derivlearn_site.base.errors import Problem, SourceError
from derivlearn_site.translation import checks

FROZEN = Path(__file__).parent / "frozen"
BOOK = settings.load(FROZEN)
PAGES = [
    (language, path.relative_to(BOOK.docs / language).with_suffix("").as_posix())
    for language in BOOK.languages
    for path in BOOK.pages(language)
]
# What a kernel may say of its sockets when it has done its work and is ended:
# https://github.com/zeromq/zeromq4-1/issues/86
LAST_WORDS = re.compile(r"Assertion failed: .+ \(src/signaler\.cpp:\d+\)")

Edit = Callable[[bytes], bytes]


def copy(into: Path) -> Path:
    """Copy the book into a folder that is not there yet, and return the folder."""
    made = shutil.ignore_patterns("__pycache__", ".cache", "site")
    shutil.copytree(FROZEN, into, ignore=made)
    return into


def problems(root: Path) -> list[Problem]:
    """Return what `derivlearn-site check` tells of a book."""
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


@dataclass(frozen=True)
class Built:
    """What a build left behind and what it said."""

    root: Path
    status: int
    said: str

    @property
    def site(self) -> Path:
        """Where the site lies."""
        return self.root / "site"

    def page(self, language: str, slug: str) -> str:
        """Return the HTML of a page."""
        name = "index.html" if slug == "index" else f"{slug}/index.html"
        return (self.site / language / name).read_text(encoding="utf-8")


def run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a module of Python at the root of a copy, as a person would."""
    code = [root / "src", Path(derivlearn_site.__file__).parents[1]]
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", *command],
        cwd=root,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(map(str, code)),
            "NO_MKDOCS_2_WARNING": "1",
            "NO_COLOR": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )


def build(root: Path) -> Built:
    """Run `mkdocs build --strict`; `said` is what it tells beside the usual.

    With `--quiet`, MkDocs would not count the warnings that make it fail.
    """
    done = run(root, "mkdocs", "build", "--strict")
    said = [
        line
        for line in (done.stdout + done.stderr).splitlines()
        if not line.startswith("INFO ") and not LAST_WORDS.fullmatch(line)
    ]
    return Built(root, done.returncode, "\n".join(said))
