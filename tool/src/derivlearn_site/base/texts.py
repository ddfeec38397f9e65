"""The texts of one language, as `docs/<language>/book.yml` holds them.

What is wrong in the file is told with its line, and is left out: another language
stands in for it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from string import Formatter

import yaml

from derivlearn_site.base import hygiene
from derivlearn_site.base.errors import Message, Problem, SourceError

FILE = "book.yml"
MESSAGES = "messages"
# The texts of the book, each under a key of its own, and the tools' messages.
GROUPS = ("sections", "strings", "figures", "runner")
_KEYS = ("name", "site_name", "numerals", "counted", "pace", "style", *GROUPS, MESSAGES)
_PACE = re.compile(r"(?P<number>[1-9]\d*) (?P<unit>words|characters)")

_TEXT = "tag:yaml.org,2002:str"
_NOTHING = "tag:yaml.org,2002:null"


@dataclass(frozen=True)
class Text:
    """What a language says for a key, and its line; empty if it cannot be used."""

    words: str
    line: int


@dataclass(frozen=True)
class Pace:
    """How many words or characters of a language are read in a minute."""

    number: int
    unit: str

    def minutes(self, text: str) -> float:
        """Return how long a text takes."""
        words = text.split()
        return len(words if self.unit == "words" else "".join(words)) / self.number


@dataclass(frozen=True)
class Texts:
    """What one file says, and what is wrong in it."""

    path: Path
    name: str = ""
    site_name: str = ""
    numerals: tuple[re.Pattern[str], ...] = ()
    # What a number is counted in, if not in ones: thousands, 万.
    counted: re.Pattern[str] | None = None
    pace: Pace | None = None
    # How it is written here, for whoever translates.
    style: str = ""
    # Nothing at all, not even an empty group, if the file cannot be read.
    groups: Mapping[str, Mapping[str, Text]] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read(path: Path) -> Texts:
    """Read a file; one that is not there says nothing."""
    if not path.is_file():
        return Texts(path)
    try:
        return _read(path, hygiene.text_of(path))
    except SourceError as error:
        return Texts(path, problems=(error.problem,))


def placeholders(text: str) -> frozenset[str]:
    """Return what stands in braces, to be filled in; a brace left alone is itself."""
    try:
        fields = [*Formatter().parse(text)]
    except ValueError:
        return frozenset("{")
    return frozenset(
        f"{{{name}{f'!{how}' if how else ''}{f':{form}' if form else ''}}}"
        for _, name, form, how in fields
        if name is not None
    )


def filled(words: str, **values: object) -> str:
    """Put values in the place of the placeholders that bear their names."""
    return re.sub(
        r"\{(\w+)\}", lambda found: str(values.get(found[1], found[0])), words
    )


def differing(text: Text, words: str) -> bool:
    """Tell whether a text has other things to be filled in than it should have."""
    return bool(text.words and words) and placeholders(text.words) != placeholders(
        words
    )


def filled_in(key: str, text: Text, words: str, place: str) -> Message:
    """Return what to tell of a text whose placeholders are not those of another."""
    found, wanted = placeholders(text.words), placeholders(words)
    return Message(
        "'{key}' has {found} to be filled in, and {place} has {wanted}; what stands in "
        "braces is the same in each language",
        key=key,
        found=" ".join(sorted(found)) or Message("nothing"),
        place=place,
        wanted=" ".join(sorted(wanted)) or Message("nothing"),
    )


def usable(own: Texts, others: Iterable[Texts], group: str) -> dict[str, str]:
    """Return the texts of a group that can be used beside those of other languages."""
    return {
        key: text.words
        for key, text in own.groups.get(group, {}).items()
        if text.words
        and not any(
            differing(text, other.groups[group][key].words)
            for other in others
            if key in other.groups.get(group, {})
        )
    }


@lru_cache(maxsize=64)
def _read(path: Path, text: str) -> Texts:
    try:
        root = yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise hygiene.not_yaml(path, error) from error
    return _Reader(path).texts(root)


class _Reader:
    """Takes the nodes of one file apart and keeps what is wrong with them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def texts(self, root: yaml.Node | None) -> Texts:
        nodes = dict(self._pairs(root))
        for key, (line, _) in nodes.items():
            if key not in _KEYS:
                known = ", ".join(_KEYS)
                self._tell(
                    line,
                    Message(
                        "nothing is called '{key}' here; write {known}",
                        key=key,
                        known=known,
                    ),
                )
        if "name" not in nodes:
            self._tell(
                1,
                Message("a language needs `name: …`, what it calls itself; write it"),
            )
        groups = {key: self._group(key, nodes) for key in (*GROUPS, MESSAGES)}
        for template, text in groups[MESSAGES].items():
            if differing(text, template):
                self._tell(text.line, filled_in(template, text, template, "English"))
                groups[MESSAGES][template] = Text("", text.line)
        return Texts(
            self.path,
            self._one("name", nodes),
            self._one("site_name", nodes),
            self._numerals(nodes),
            self._counted(nodes),
            self._pace(nodes),
            self._one("style", nodes),
            groups,
            {key: line for key, (line, _) in nodes.items()},
            tuple(sorted(self.problems)),
        )

    def _tell(self, line: int, message: Message) -> None:
        self.problems.append(Problem(self.path, line, message))

    def _pairs(
        self, node: yaml.Node | None
    ) -> Iterator[tuple[str, tuple[int, yaml.Node]]]:
        """Yield the keys of a mapping, each with its line and what stands there."""
        if not isinstance(node, yaml.MappingNode):
            return
        for line, message in hygiene.doubled_keys(node):
            self._tell(line, message)
        for key, value in node.value:
            yield str(key.value), (key.start_mark.line + 1, value)

    def _text(self, key: str, line: int, node: yaml.Node) -> Text:
        """Return the one text that a key has, or an empty one."""
        words = node.value if node.tag == _TEXT else ""
        if not words.strip():
            message = Message(
                "'{key}' needs a text; write one, in quotes if YAML reads it as "
                "something else",
                key=key,
            )
            self._tell(line, message)
            return Text("", line)
        return Text(words, line)

    def _one(self, key: str, nodes: Mapping[str, tuple[int, yaml.Node]]) -> str:
        return self._text(key, *nodes[key]).words if key in nodes else ""

    def _group(
        self, group: str, nodes: Mapping[str, tuple[int, yaml.Node]]
    ) -> dict[str, Text]:
        if group not in nodes:
            return {}
        line, node = nodes[group]
        if not isinstance(node, yaml.MappingNode) and node.tag != _NOTHING:
            message = Message(
                "`{group}:` holds lines such as `key: text`; write them so", group=group
            )
            self._tell(line, message)
        return {key: self._text(key, *place) for key, place in self._pairs(node)}

    def _pace(self, nodes: Mapping[str, tuple[int, yaml.Node]]) -> Pace | None:
        words = self._one("pace", nodes)
        if match := _PACE.fullmatch(words):
            return Pace(int(match["number"]), match["unit"])
        if words:
            message = Message(
                "'{words}' is no pace; write what is read in a minute, such as "
                "`200 words` or `500 characters`",
                words=words,
            )
            self._tell(nodes["pace"][0], message)
        return None

    def _numerals(
        self, nodes: Mapping[str, tuple[int, yaml.Node]]
    ) -> tuple[re.Pattern[str], ...]:
        """Return what finds each number; nothing if one of them cannot be used."""
        if "numerals" not in nodes:
            return ()
        line, node = nodes["numerals"]
        if not isinstance(node, yaml.SequenceNode):
            message = Message(
                "`numerals:` holds lines such as `- words`, one for each of 0, 1, 2, "
                "…; write them so"
            )
            self._tell(line, message)
            return ()
        found = [self._numeral(each) for each in node.value]
        return tuple(each for each in found if each) if all(found) else ()

    def _counted(
        self, nodes: Mapping[str, tuple[int, yaml.Node]]
    ) -> re.Pattern[str] | None:
        words = self._numeral(nodes["counted"][1]) if "counted" in nodes else None
        return re.compile(rf"\s*{words.pattern}", words.flags) if words else None

    def _numeral(self, node: yaml.Node) -> re.Pattern[str] | None:
        line = node.start_mark.line + 1
        words = self._text("numerals", line, node).words
        try:
            return _any_of(words) if words else None
        except (re.error, OverflowError, RecursionError) as error:
            message = Message(
                "'{words}' is no regular expression: {reason}; correct it",
                words=words,
                reason=error,
            )
            self._tell(line, message)
            return None


def _any_of(words: str) -> re.Pattern[str]:
    """Return what finds one of the words, which stand between `|`.

    Where letters and spaces part the words of a sentence, only a whole word counts.
    """
    pattern = rf"\b(?:{words})\b" if words.isascii() else words
    return re.compile(pattern, re.IGNORECASE)
