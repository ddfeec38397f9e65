"""Which blocks MicroPython answers: those of which it is proven what it prints.

`snippets/proven.txt` is written by `derivlearn-site prove` alone. Each line holds the
digest of a block and of all that it runs with, how MicroPython is asked, and the block.
A block whose digest is not there, because anything of it has changed, is CPython's.
"""

import ast
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from derivlearn_site.base.kept import digest_of
from derivlearn_site.base.settings import Settings
from derivlearn_site.code import runner

# `alone`: nobody else is asked. `first`: so slow that CPython is started beside it.
ALONE, FIRST = "alone", "first"
# How long a reader waits for MicroPython before CPython might be sooner, in ms.
PATIENCE = 1000
NAME = "proven.txt"
_HERE = Path(__file__).with_name("micropython")
# A larger file would keep a reader waiting for longer than MicroPython saves.
_LARGEST = 32 * 1024
_DIGITS = 16


class Shown(NamedTuple):
    """A block as a reader runs it."""

    key: str
    before: str
    code: str
    output: str


def files(book: Settings) -> dict[str, str]:
    """Return what a program in MicroPython may import, as texts by their paths.

    That is the book's package, but for modules that import a package of the settings,
    which are CPython's alone, and what MicroPython itself lacks.
    """
    src = book.root / "src"
    found = {}
    for path in sorted((src / book.package).rglob("*")) if book.package else ():
        if path.suffix in {".py", ".csv", ".txt"} and path.stat().st_size <= _LARGEST:
            text = path.read_text(encoding="utf-8")
            if path.suffix != ".py":
                found[path.relative_to(src).as_posix()] = text
            elif not runner.packages_of(text, book.packages):
                found[path.relative_to(src).as_posix()] = _without_docstrings(text)
    for path in sorted(_HERE.glob("*.py")):
        if path.name != "__init__.py":
            found[path.name] = _without_docstrings(path.read_text(encoding="utf-8"))
    return found


@cache
def _without_docstrings(text: str) -> str:
    """Return a module with empty lines for docstrings, which MicroPython keeps not."""
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        body = getattr(node, "body", None)
        # Where there is nothing else, it is what the body is made of.
        if isinstance(body, list) and len(body) > 1 and _is_text(body[0]):
            first, last = body[0].lineno - 1, body[0].end_lineno
            lines[first:last] = [""] * (last - first)
    return "".join(f"{line}\n" for line in lines)


def _is_text(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


class Proofs:
    """What is proven, with MicroPython and all that it may import as they are now."""

    def __init__(self, book: Settings, scripts: Path) -> None:
        """Look at a book, and at where `micropython.js` and `micropython.bin` lie."""
        python = (scripts / name for name in ("micropython.js", "micropython.bin"))
        self._common = digest_of([files(book), *filter(Path.is_file, python)])
        self._proven = read(book)

    def digest(self, block: Shown) -> str:
        """Return a digest of all that decides what MicroPython prints of a block."""
        own = block.before, block.code, block.output
        return digest_of([self._common, *own])[:_DIGITS]

    def how(self, block: Shown) -> str | None:
        """Return how a block was proven, if it was."""
        return self._proven.get(self.digest(block))


def digests(book: Settings, scripts: Path, blocks: Iterable[Shown]) -> dict[str, Shown]:
    """Return blocks, which may be shown in several places, by their digests."""
    proofs = Proofs(book, scripts)
    return {proofs.digest(each): each for each in blocks}


def read(book: Settings) -> dict[str, str]:
    """Return how each digest was proven."""
    path = book.snippets / NAME
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return {
        digest: how for digest, how, _ in (line.split(maxsplit=2) for line in lines)
    }


def write(book: Settings, proven: Mapping[str, tuple[str, str]]) -> None:
    """Write down how digests were proven, and whose they are."""
    lines = sorted(
        (key, f"{each} {how} {key}\n") for each, (how, key) in proven.items()
    )
    text = "".join(line for _, line in lines)
    (book.snippets / NAME).write_text(text, encoding="utf-8")
