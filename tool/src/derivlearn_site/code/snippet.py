"""Snippets: Python files cut into named sections, and the programs made of them.

A section stands between `# --8<-- [start:name]` and `# --8<-- [end:name]`, at the left
margin, and holds whole statements. Sections follow one another; none lies in another.
Imports that a page need not show stand before the first section. Code outside the
sections is run by the recorder and shown nowhere: the place for assertions.

A file with the sections `start` and `check` is an exercise. Its other parts are
`answer` and, for each mistake that a reader may make, `wrong-<name>`; none needs
another. In every other file `wrong-<name>`, at its end, is a program whose output a
question offers as a wrong answer.
"""

import ast
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from derivlearn_site.base import hygiene
from derivlearn_site.base.errors import Message, SourceError

# The parts of an exercise of which the reader sees nothing.
_UNSEEN = re.compile(r"check|wrong-.+")
_MARKER = re.compile(r"# --8<-- \[(?P<kind>start|end):(?P<name>[a-z][-a-z0-9]*)\]")


class Section(NamedTuple):
    """A named part of a file: its first and last line, markers left out."""

    name: str
    first: int
    last: int


class Line(NamedTuple):
    """One line of a program and the line of the snippet that it was taken from."""

    text: str
    number: int


@dataclass(frozen=True)
class Program:
    """A block that runs on its own: what it needs, then what the page shows."""

    path: Path
    imports: tuple[Line, ...]
    earlier: tuple[Line, ...]
    code: tuple[Line, ...]

    @cached_property
    def preamble(self) -> tuple[Line, ...]:
        """What the block needs: imports, and earlier sections that print nothing."""
        return join([self.imports, self.earlier])

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The whole program, line by line."""
        return join([self.preamble, self.code])

    @property
    def source(self) -> str:
        """The whole program as text."""
        return text_of(self.lines)


def text_of(lines: tuple[Line, ...]) -> str:
    """Return the lines as text that ends with a newline."""
    return "".join(f"{line.text}\n" for line in lines)


def sections_of(path: Path, lines: list[str]) -> dict[str, Section]:
    """Return the sections of a file, a snippet or its recorded output, in order."""
    sections: dict[str, Section] = {}
    opened: tuple[str, int] | None = None
    for number, line in enumerate(lines, 1):
        if "--8<--" not in line:
            continue
        marker = _MARKER.fullmatch(line)
        if marker is None:
            message = Message("write a marker as '# --8<-- [start:name]', not indented")
            raise SourceError(path, number, message)
        name = marker["name"]
        if marker["kind"] == "start":
            if opened:
                message = Message(
                    "end section '{open}' before '{section}' starts",
                    open=opened[0],
                    section=name,
                )
                raise SourceError(path, number, message)
            if name in sections:
                message = Message(
                    "section '{section}' is there twice; give each its own name",
                    section=name,
                )
                raise SourceError(path, number, message)
            opened = name, number
        else:
            if not opened or opened[0] != name:
                message = Message(
                    "section '{section}' was not started; write "
                    "'# --8<-- [start:{section}]' above it",
                    section=name,
                )
                raise SourceError(path, number, message)
            sections[name] = Section(name, opened[1] + 1, number - 1)
            opened = None
    if opened:
        message = Message(
            "section '{section}' has no end; write '# --8<-- [end:{section}]' below it",
            section=opened[0],
        )
        raise SourceError(path, opened[1], message)
    return sections


@dataclass(frozen=True)
class Snippet:
    """A Python file of the book, read once."""

    path: Path
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, markers included."""
        return self.text.splitlines()

    @cached_property
    def sections(self) -> dict[str, Section]:
        """The sections by name, in the order of the file."""
        return sections_of(self.path, self.lines)

    @cached_property
    def statements(self) -> list[ast.stmt]:
        """The statements of the file; each lies in one section or in none."""
        try:
            body = ast.parse(self.text, str(self.path)).body
        except SyntaxError as error:
            message = Message("is not Python: {reason}", reason=error.msg)
            raise SourceError(self.path, error.lineno or 1, message) from error
        except ValueError as error:  # a character that no program may hold
            message = Message("is not Python: {reason}", reason=error)
            raise SourceError(self.path, 1, message) from error
        for statement in body:
            first = self.section_at(statement.lineno)
            if first != self.section_at(statement.end_lineno or statement.lineno):
                raise SourceError(
                    self.path,
                    statement.lineno,
                    Message("a section must hold whole statements; move its marker"),
                )
        return body

    @property
    def is_exercise(self) -> bool:
        """Whether the reader is to complete the file's code, which is then checked."""
        return {"start", "check"} <= self.sections.keys()

    @property
    def wrong(self) -> list[str]:
        """The programs that are wrong: a check refuses them, a question offers them."""
        return [name for name in self.sections if name.startswith("wrong-")]

    def is_unseen(self, name: str) -> bool:
        """Tell whether a section is part of an exercise and on no page."""
        return self.is_exercise and bool(_UNSEEN.fullmatch(name))

    def _stands_on(self, names: tuple[str, ...], name: str) -> bool:
        """Tell whether sections may need an earlier one that was shown.

        Nothing needs code that is yet to be completed, and no part of an exercise
        needs another.
        """
        if not self.is_exercise or name not in ("start", "answer"):
            return True
        is_part = any(n in ("start", "answer") or self.is_unseen(n) for n in names)
        return name == "answer" and not is_part

    def section_at(self, number: int) -> str | None:
        """Return the name of the section that holds a line, if one does."""
        for section in self.sections.values():
            if section.first <= number <= section.last:
                return section.name
        return None

    def line_of(self, name: str) -> int:
        """Return the first line of a section."""
        return self.sections[name].first

    def program(self, names: tuple[str, ...], shown: set[str]) -> Program:
        """Return sections as a program.

        Args:
            names: The sections that the block shows.
            shown: The sections that the page has shown before. Those that stand
                earlier in the file go into the preamble, without what they print.

        """
        # Each language asks for the same blocks.
        asked = names, frozenset(shown)
        if asked not in self._programs:
            self._programs[asked] = self._program(*asked)
        return self._programs[asked]

    @cached_property
    def _programs(self) -> dict[tuple[tuple[str, ...], frozenset[str]], Program]:
        return {}

    def _program(self, names: tuple[str, ...], shown: frozenset[str]) -> Program:
        start = min(self.line_of(name) for name in names)
        before = [
            name
            for name, section in self.sections.items()
            if name in shown
            and name not in names
            and section.first < start
            and self._stands_on(names, name)
        ]
        code = join([self._section(name) for name in names])
        earlier = join([self.quiet(name) for name in before])
        return Program(self.path, self._imports(earlier + code), earlier, code)

    def grounds(self, names: tuple[str, ...]) -> Program:
        """Return sections as what a program stands on that is yet to be written."""
        earlier = join([self.quiet(name) for name in names])
        return Program(self.path, self._imports(earlier), earlier, ())

    def _section(self, name: str) -> tuple[Line, ...]:
        section = self.sections[name]
        # The formatter puts empty lines between a function and the marker below it.
        return _strip(self._lines(range(section.first, section.last + 1)))

    def _lines(self, numbers: range | list[int]) -> tuple[Line, ...]:
        return tuple(Line(self.lines[number - 1], number) for number in numbers)

    def quiet(self, name: str) -> tuple[Line, ...]:
        """Return a section without its `print` statements."""
        section = self.sections[name]
        silenced: set[int] = set()
        for statement in self.statements:
            if self.section_at(statement.lineno) == name:
                silenced |= _prints(statement)
        kept = self._lines(
            [n for n in range(section.first, section.last + 1) if n not in silenced]
        )
        kept = _strip(kept)
        try:
            ast.parse(text_of(kept))
        except SyntaxError as error:
            message = Message(
                "section '{section}' prints where nothing else is done, and a later "
                "block needs the rest of it; split it in two",
                section=name,
            )
            raise SourceError(self.path, section.first, message) from error
        return kept

    def _imports(self, program: tuple[Line, ...]) -> tuple[Line, ...]:
        """Return those imports outside the sections that a program uses."""
        statements = self.statements  # first, so that what is no Python is told
        used = {
            node.id
            for node in ast.walk(ast.parse(text_of(program)))
            if isinstance(node, ast.Name)
        }
        numbers: list[int] = []
        for statement in statements:
            if not isinstance(statement, ast.Import | ast.ImportFrom):
                continue
            if self.section_at(statement.lineno):
                continue
            bound = {
                (name.asname or name.name).partition(".")[0] for name in statement.names
            }
            if bound & used:
                numbers += _range(statement)
        return self._lines(numbers)


def _range(statement: ast.stmt) -> range:
    return range(statement.lineno, (statement.end_lineno or statement.lineno) + 1)


def _prints(statement: ast.stmt) -> set[int]:
    """Return the lines to leave out so that a statement prints nothing."""
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Name(id="print"))):
            return set(_range(statement))
        case ast.For() | ast.While() | ast.If() | ast.With() | ast.Try():
            handlers = getattr(statement, "handlers", [])
            inner = [
                *statement.body,
                *chain.from_iterable(handler.body for handler in handlers),
                *getattr(statement, "orelse", []),
                *getattr(statement, "finalbody", []),
            ]
            silenced = set(chain.from_iterable(map(_prints, inner)))
            if all(set(_range(child)) <= silenced for child in inner):
                return set(_range(statement))
            return silenced
    return set()


def _strip(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines without the empty ones at both ends."""
    full = [index for index, line in enumerate(lines) if line.text.strip()]
    return lines[full[0] : full[-1] + 1] if full else ()


def join(parts: list[tuple[Line, ...]]) -> tuple[Line, ...]:
    """Return the parts one after the other, an empty line between them."""
    joined: tuple[Line, ...] = ()
    for part in filter(None, parts):
        gap = (Line("", part[0].number),) if joined else ()
        joined += gap + part
    return joined


def read(path: Path) -> Snippet:
    """Read a snippet file."""
    return _parsed(path, hygiene.text_of(path))


# Each block of each language asks for its snippet; what was found out of it stays.
_parsed = lru_cache(maxsize=8192)(Snippet)
