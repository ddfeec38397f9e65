"""What stands within the lines of a page: code, formulas, links, tables, lists.

Nobody else looks for these in Markdown. What is verbatim, code and formulas, is no
text: a link or a number in it is none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

Numbered = tuple[int, str]

# In these, nothing is markup.
VERBATIM = re.compile(
    r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
    r"|(?<!\\)\$\$.+?\$\$|(?<!\\)\$[^$\n]+?\$|<!--.*?-->",
    re.DOTALL,
)
_DISPLAY = re.compile(r"\$\$(.+?)\$\$", re.DOTALL)
_FORMULA = re.compile(r"(?<!\$)\$([^$\n]+?)\$(?!\$)")
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\((?P<target>[^)\s]*)[^)]*\)")
# A link of which nothing is left but a formula, which screen readers do not name.
_NAMELESS = re.compile(r"\[\s*(\$[^$\n]+\$)\s*\]\([^)]*\)")
_TARGET = re.compile(r"(?<=\])\([^)]*\)")
_MARKUP = re.compile(r"\]\([^)]*\)|\{[^}]*\}|<[^>]*>")
_ROW = re.compile(r"\s*\|(.+)\|\s*")
_ITEM = re.compile(r"\s*(?:[-*]|\d+\.) ")


@dataclass(frozen=True)
class Span:
    """Something within a line: the code, the formula, where the link leads."""

    line: int
    text: str


@dataclass(frozen=True)
class Table:
    """A table: the line of each of its rows, and how many cells each has."""

    rows: tuple[tuple[int, int], ...]

    @property
    def line(self) -> int:
        """The line of its first row."""
        return self.rows[0][0]

    @property
    def columns(self) -> int:
        """How many columns its first row has."""
        return self.rows[0][1]


@dataclass(frozen=True)
class List:
    """A list: the line of its first item, and how many items it has."""

    line: int
    items: int


class Spans:
    """What some lines of a page hold, with the lines that it stands on."""

    def __init__(self, lines: Sequence[Numbered]) -> None:
        """Take numbered lines of prose."""
        self._lines = lines

    @cached_property
    def displays(self) -> list[Span]:
        """The formulas that stand on lines of their own."""
        text = "\n".join(line for _, line in self._lines)
        numbers = [number for number, _ in self._lines]
        return [
            Span(numbers[text.count("\n", 0, match.start())], match[1])
            for match in _DISPLAY.finditer(text)
        ]

    @cached_property
    def _sentences(self) -> list[Numbered]:
        """The lines outside of the formulas that have lines of their own."""
        found, is_displayed = [], False
        for number, text in self._lines:
            if text.strip() == "$$":
                is_displayed = not is_displayed
            elif not is_displayed:
                found.append((number, text))
        return found

    @cached_property
    def code(self) -> list[Span]:
        """The code within sentences."""
        return _found(_CODE, self._sentences)

    @cached_property
    def _without_code(self) -> list[Numbered]:
        return _without(_CODE, self._sentences)

    @cached_property
    def formulas(self) -> list[Span]:
        """The formulas within sentences."""
        return _found(_FORMULA, self._without_code)

    @cached_property
    def marked(self) -> list[Numbered]:
        """The lines with their markup, and without code and formulas."""
        return _without(_FORMULA, self._without_code)

    @cached_property
    def links(self) -> list[Span]:
        """Where the links lead."""
        return _found(_LINK, self.marked)

    @cached_property
    def nameless(self) -> list[Span]:
        """The formulas that are all that a link says."""
        return _found(_NAMELESS, self._without_code)

    @cached_property
    def shown(self) -> list[Numbered]:
        """The lines with code and formulas, but without the targets of links."""
        return _without(_TARGET, self._lines)

    @cached_property
    def text(self) -> list[Numbered]:
        """The lines as they are read: no code, formula, target, attribute or tag."""
        return _without(_MARKUP, self.marked)

    @cached_property
    def tables(self) -> list[Table]:
        """The tables."""
        found: list[list[tuple[int, int]]] = []
        for number, text in self._lines:
            if not (row := _ROW.fullmatch(text)):
                continue
            cells = _CODE.sub("", row[1]).replace("\\|", "").count("|") + 1
            if not (found and found[-1][-1][0] == number - 1):
                found.append([])
            found[-1].append((number, cells))
        return [Table(tuple(rows)) for rows in found]

    @cached_property
    def lists(self) -> list[List]:
        """The lists; what stands between two items is indented, or the list ends."""
        found, first, items = [], 0, 0
        for number, text in [*self._lines, (0, "end")]:
            if _ITEM.match(text):
                first = first if items else number
                items += 1
            elif items and text and not text.startswith(" "):
                found.append(List(first, items))
                items = 0
        return found


def _found(pattern: re.Pattern[str], lines: Sequence[Numbered]) -> list[Span]:
    return [
        Span(number, match[1])
        for number, text in lines
        for match in pattern.finditer(text)
    ]


def _without(pattern: re.Pattern[str], lines: Sequence[Numbered]) -> list[Numbered]:
    return [(number, pattern.sub(" ", text)) for number, text in lines]
