"""The cells of the exercises that nothing checks: empty, with the page's names at hand.

Such an exercise has a heading `{ #exercise-… }` and no `exercise` fence. Its cell
stands before its answer, the same in every language, and nothing of it is typed into a
page: it begins with what the code of its answer stands on, and with all that its page
has imported. Where the reader needs more, `docs/cells.yml` names sections of one of the
page's snippets; where code cannot help, it says why there is no cell:

    derivative:
      exercise-halve: nudge.py:cube,ratio
      exercise-by-hand:
        none: what is asked is a sketch on paper
"""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import yaml

from derivlearn_site.base import hygiene
from derivlearn_site.base.errors import Message, Problem, SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.code import offer
from derivlearn_site.code import snippet as snippets
from derivlearn_site.code.names import bound_by, standing_on
from derivlearn_site.code.snippet import Program, Snippet
from derivlearn_site.pages.page import Block, Heading, Page

FILE = "cells.yml"
_ID = "exercise-"
_ANSWER = "answer"


@dataclass(frozen=True)
class Cell:
    """An empty place for code; `line` is the line of the page that it stands before."""

    page: Page
    heading: Heading
    line: int
    snippet: Snippet
    names: tuple[str, ...]
    program: Program
    output: str = ""

    @property
    def id(self) -> str:
        """The id of its listing on the site."""
        return f"cell-{self.heading.id}"

    @property
    def key(self) -> str:
        """What names it in every language, whatever becomes of what it stands on."""
        return f"{self.page.slug}/{self.heading.id}"

    @property
    def snippet_line(self) -> int:
        """The line of the snippet on which what it stands on starts."""
        lines = self.program.earlier
        return lines[0].number if lines else 1

    @cached_property
    def at_hand(self) -> list[str]:
        """The names that it finds bound: those that its page has made come first."""
        body = ast.parse(self.program.source).body
        made = [node for node in body if not isinstance(node, _IMPORTS)]
        imported = [node for node in body if isinstance(node, _IMPORTS)]
        bound = [name for node in (*made, *imported) for name in sorted(bound_by(node))]
        return [name for name in dict.fromkeys(bound) if not name.startswith("_")]


# A snippet, sections of it, and what of it comes before the code of a reader.
_Part = tuple[Snippet, tuple[str, ...], Program]
_IMPORTS = (ast.Import, ast.ImportFrom)


@dataclass(frozen=True)
class _Entry:
    """What the file says of an exercise: sections, or why there is no cell."""

    line: int
    sections: str
    reason: str


def of(page: Page) -> list[Cell]:
    """Return the cells of a page in its order, those left out that cannot be made."""
    return [each for each in _read(page) if isinstance(each, Cell)]


def with_blocks(page: Page) -> list[Block | Cell]:
    """Return all of a page that can be run: its blocks, and then its cells."""
    return [*page.blocks, *of(page)]


def problems(book: Settings, original: Mapping[str, Page]) -> Iterator[Problem]:
    """Yield which exercises have neither check nor cell, and what the file gets wrong.

    Args:
        book: The settings.
        original: The pages of the original language by their slugs.
    """
    path = book.docs / FILE
    try:
        entries = _entries(book)
    except SourceError as error:
        yield error.problem
        return
    known = {(slug, each.id) for slug, page in original.items() for each in _open(page)}
    for place, entry in entries.items():
        if place not in known:
            message = Message(
                "'{exercise}' of {page} is no exercise, or has a check and needs no "
                "cell; delete this line",
                exercise=place[1],
                page=place[0],
            )
            yield Problem(path, entry.line, message)
    for page in original.values():
        if not page.problems:
            yield from (each for each in _read(page) if isinstance(each, Problem))


def _open(page: Page) -> Iterator[Heading]:
    """Yield the headings of the exercises that nothing checks."""
    for heading in page.headings:
        end = _end(page, heading)
        if (heading.id or "").startswith(_ID) and not any(
            fence.info == "exercise" and heading.line < fence.line < end
            for fence in page.fences
        ):
            yield heading


def _end(page: Page, heading: Heading) -> int:
    """Return the line on which the section of a heading is over."""
    below = (each.line for each in page.headings if each.line > heading.line)
    return next(below, len(page.lines) + 1)


def _read(page: Page) -> Iterator[Cell | Problem]:
    """Yield the cell of each exercise, or why it cannot be made."""
    try:
        entries = _entries(page.settings)
    except SourceError:
        return  # `problems` says so
    for heading in _open(page):
        entry = entries.get((page.slug, str(heading.id)))
        if entry and entry.reason:
            continue
        end = _end(page, heading)
        blocks = [each for each in page.blocks if heading.line < each.line < end]
        try:
            parts = [_named(page, entry)] if entry else []
            parts += [_answered(blocks)] if blocks else []
            if not parts:
                message = Message(
                    "this exercise has neither a check nor code in its answer; name "
                    "what a cell for it begins with in docs/{file}, or say why it has "
                    "none",
                    file=FILE,
                )
                yield Problem(page.path, heading.line, message)
                continue
        except SourceError as error:
            yield error.problem
            continue
        yield _cell(page, heading, parts)


def _cell(page: Page, heading: Heading, parts: Sequence[_Part]) -> Cell:
    source, names, _ = parts[0]
    # What is named comes last: what it defines is what its names mean.
    preambles = [program.preamble for _, _, program in reversed(parts)]
    program = Program(source.path, (), snippets.join(preambles), ())
    earlier = [each.program for each in page.blocks if each.line < heading.line]
    program = offer.ground(program, source, earlier, page.settings.packages)
    return Cell(page, heading, _before_answer(page, heading), source, names, program)


def _before_answer(page: Page, heading: Heading) -> int:
    end = _end(page, heading)
    answers = (
        each.line
        for each in page.remarks
        if each.kind == _ANSWER and heading.line < each.line < end
    )
    return next(answers, end)


def _answered(blocks: Sequence[Block]) -> _Part:
    """Return what the code of an answer stands on, and the functions of its page."""
    first = blocks[0]
    code = [
        line
        for block in blocks
        if block.snippet == first.snippet
        for line in block.program.code
    ]
    grounds = standing_on(first.program, code)
    return first.snippet, first.names, Program(first.program.path, (), grounds, ())


def _named(page: Page, entry: _Entry) -> _Part:
    """Return sections of a snippet, without what they print."""
    name, _, listed = entry.sections.partition(":")
    names = tuple(each.strip() for each in listed.split(","))
    path = page.settings.snippets / page.slug / name
    file = page.settings.docs / FILE
    if not path.is_file():
        message = Message(
            "{path} is not there; write `file.py:section,section`",
            path=page.settings.relative(path),
        )
        raise SourceError(file, entry.line, message)
    source = snippets.read(path)
    for each in names:
        if each not in source.sections:
            message = Message(
                "{path} has no section '{section}'; it has {known}",
                path=page.settings.relative(path),
                section=each,
                known=", ".join(source.sections),
            )
            raise SourceError(file, entry.line, message)
    return source, names, source.grounds(names)


def _entries(book: Settings) -> Mapping[tuple[str, str], _Entry]:
    path = book.docs / FILE
    return _parsed(path, hygiene.text_of(path)) if path.is_file() else {}


@lru_cache(maxsize=4)
def _parsed(path: Path, text: str) -> Mapping[tuple[str, str], _Entry]:
    try:
        root = yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise hygiene.not_yaml(path, error) from error
    found = {}
    for slug, page in _pairs(root):
        for exercise, said in _pairs(page):
            reasons = [value for key, value in _pairs(said) if key.value == "none"]
            sections = str(said.value) if isinstance(said, yaml.ScalarNode) else ""
            reason = str(reasons[0].value) if reasons else ""
            line = exercise.start_mark.line + 1
            found[slug.value, exercise.value] = _Entry(line, sections, reason)
    return found


def _pairs(node: yaml.Node | None) -> Sequence[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else ()
