"""Lines to put in order: the answer to an exercise, cut into its lines.

An `order` fence stands below its exercise, in the same section:

    id: order-until
    ask: What the lines are to make.
    of: growth/write_years.py
    with: [wrong-one-more]
    because: words for who has put them in order

Mixed in are the lines of the wrong programs of `with:` that the answer lacks, one or
two in all; what a reader starts from is wrong, too. What is right is not listed: the
check of the exercise is run on the program that the lines make.
"""

import hashlib
import io
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import yaml

from derivlearn_site.base.errors import Message, SourceError
from derivlearn_site.code.snippet import Snippet
from derivlearn_site.pages.entries import Entries, FenceReader, id_of, lacking, sound
from derivlearn_site.pages.page import ASKING, Block, Fence, Page

# Fewer lines are in order too soon, and more of others are a search.
LEAST_LINES = 4
MOST_EXTRA = 2

_INFO = "order"
# `web/src/spine/recalling` tells by it what does not come back on another page.
_PREFIX = "order-"
_KEYS = {"id", "ask", "of", "with", "because"}


@dataclass(frozen=True)
class Order:
    """The lines that an `order` fence gives to be put in order."""

    page: Page
    fence: Fence
    id: str
    text: str
    because: str
    # The exercise.
    block: Block
    # The lines in the order of the answer, and those that are not needed.
    lines: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def key(self) -> str:
        """What names it in every language, wherever its answers are kept."""
        return f"{self.page.slug}#{self.id}"

    @cached_property
    def shuffled(self) -> list[str]:
        """All lines as every language shows them, which is in no order."""
        given = list(enumerate([*self.lines, *self.extra]))
        turn = 0
        while True:
            places = {line: _digest(f"{self.key} {turn} {line}") for line in given}
            mixed = [text for _, text in sorted(given, key=places.__getitem__)]
            if [text for text in mixed if text not in self.extra] != [*self.lines]:
                return mixed
            turn += 1


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def of(page: Page) -> list[Order]:
    """Return what a page gives to be put in order.

    Raises:
        SourceError: A fence gives nothing that can be.
    """
    return sound(read(page))


def read(page: Page) -> Iterator[Order | SourceError]:
    """Yield what each fence gives to be put in order, or why it gives nothing."""
    for fence in page.fences:
        if fence.info == _INFO:
            try:
                yield _Reader(page, fence).order()
            except SourceError as error:
                yield error


class _Reader(FenceReader):
    """Reads one fence."""

    def order(self) -> Order:
        """Return what the fence gives to be put in order.

        Raises:
            SourceError: It gives nothing that can be.
        """
        self._check_margin()
        said = self._entries(self._root(), self.fence.line + 1)
        self._check_known(said, _KEYS)
        id_ = self._id(said)
        self._check_id(id_, said["id"][0])
        text, because = self._text(said, "ask"), self._text(said, "because")
        block = self._exercise(said)
        source = block.snippet
        lines = _lines(source, "answer")
        self._check_lines(source, lines, said["of"][0])
        extra = self._extra(source, said, lines)
        return Order(self.page, self.fence, id_, text, because, block, lines, extra)

    def _check_id(self, id_: str, line: int) -> None:
        if not id_.startswith(_PREFIX):
            message = Message(
                "'{id}': the id of lines to order begins with `{prefix}`, which tells "
                "what is kept of them from what is kept of questions",
                id=id_,
                prefix=_PREFIX,
            )
            self._refuse(line, message)
        others = [
            id_of(fence)
            for fence in self.page.fences
            if fence.info in ASKING and fence != self.fence
        ]
        if id_ in others:
            message = Message(
                "the id '{id}' is there more than once; give each question its own",
                id=id_,
            )
            self._refuse(line, message)

    def _exercise(self, said: Entries) -> Block:
        """Return the exercise that the lines are the answer of."""
        name = self._text(said, "of")
        files = {
            block.fence.includes[0].path: block
            for block in self.page.blocks
            if block.check
        }
        if name not in files:
            message = Message(
                "'{name}' is no exercise of this page; there is {known}",
                name=name,
                known=", ".join(files),
            )
            self._refuse(said["of"][0], message)
        block = files[name]
        between = range(block.line, self.fence.line)
        starts = any(heading.line in between for heading in self.page.headings)
        if starts or not between:
            message = Message(
                "lines to order stand below their exercise, in the same section; put "
                "them there"
            )
            self._refuse(self.fence.line, message)
        return block

    def _check_lines(self, source: Snippet, lines: tuple[str, ...], line: int) -> None:
        path = self.page.settings.relative(source.path)
        if len(lines) < LEAST_LINES:
            message = Message(
                "the answer of {path} has {lines} lines, which are in order too soon; "
                "take one with at least {least}",
                path=path,
                lines=len(lines),
                least=LEAST_LINES,
            )
            self._refuse(line, message)
        reader = io.StringIO("".join(f"{each}\n" for each in lines)).readline
        ends = [
            t for t in tokenize.generate_tokens(reader) if t.type == tokenize.NEWLINE
        ]
        if len(ends) < len(lines):
            message = Message(
                "the answer of {path} has a statement of several lines, which nobody "
                "can put in order; write it on one, or take another exercise",
                path=path,
            )
            self._refuse(line, message)

    def _extra(
        self, source: Snippet, said: Entries, lines: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Return the lines of wrong programs that the answer lacks."""
        if "with" not in said:
            self._refuse(self.fence.line, lacking("with"))
        line, node = said["with"]
        path = self.page.settings.relative(source.path)
        items = node.value if isinstance(node, yaml.SequenceNode) else []
        if not items:
            message = Message(
                "name wrong programs of {path}, such as `with: [{known}]`",
                path=path,
                known=source.wrong[0],
            )
            self._refuse(line, message)
        found: list[str] = []
        for item in items:
            name = str(item.value)
            if name not in (known := ["start", *source.wrong]):
                message = Message(
                    "{path} has no wrong program '{section}'; it has {known}",
                    path=path,
                    section=name,
                    known=", ".join(known),
                )
                self._refuse(self._line(item), message)
            new = [
                each
                for each in _lines(source, name)
                if each not in lines and each not in found
            ]
            if not new:
                message = Message(
                    "'{section}' has no line that is not there already; take another "
                    "wrong program",
                    section=name,
                )
                self._refuse(self._line(item), message)
            found += new
        if len(found) > MOST_EXTRA:
            message = Message(
                "these wrong programs add {lines} lines, and whoever orders them "
                "should have to leave out no more than {most}; take others",
                lines=len(found),
                most=MOST_EXTRA,
            )
            self._refuse(line, message)
        return tuple(found)


def _lines(source: Snippet, name: str) -> tuple[str, ...]:
    """Return the lines of a section, without those that do nothing."""
    lines = [line.text.rstrip() for line in source.program((name,), set()).code]
    return tuple(each for each in lines if each and not each.lstrip().startswith("#"))
