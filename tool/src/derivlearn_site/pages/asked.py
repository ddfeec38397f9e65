"""What readers type that no page says, from `docs/search.yml`.

Below `names:`, a page, a heading of one (`growth#wait`) or a term (`glossary#interest`)
and what else it is asked for by: `growth: [snowball]`. The names of a term are found
with those that the glossary has. Below `readings:`, how words are said, in hiragana:
`利息: りそく`.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from derivlearn_site.base import hygiene
from derivlearn_site.base.errors import Message, Problem
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page as pages

FILE = "search.yml"


@dataclass(frozen=True)
class Entry:
    """A line of the file: a place or a word, and what it is known by."""

    key: str
    line: int
    values: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """What the file says."""

    names: tuple[Entry, ...] = ()
    readings: tuple[Entry, ...] = ()

    def of_term(self, book: Settings, term: str) -> tuple[str, ...]:
        """Return the further names of a term of the glossary."""
        place = f"{book.glossary}#{term}"
        return tuple(
            name for entry in self.names if entry.key == place for name in entry.values
        )

    def of_pages(self, book: Settings) -> Iterator[Entry]:
        """Yield the entries that lead to a page, or to a heading of one."""
        for entry in self.names:
            if not entry.key.startswith(f"{book.glossary}#"):
                yield entry


def read(book: Settings) -> Asked:
    """Return what the file says; nothing, where there is no file.

    Raises:
        SourceError: The file is no YAML.
    """
    path = book.docs / FILE
    return _read(path, hygiene.text_of(path)) if path.is_file() else Asked()


@lru_cache(maxsize=4)
def _read(path: Path, text: str) -> Asked:
    try:
        whole = yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise hygiene.not_yaml(path, error) from error
    groups = {key: value for key, _, value in _items(whole)}
    return Asked(
        *(
            tuple(
                Entry(key, line, tuple(_texts(value)))
                for key, line, value in _items(groups.get(name))
            )
            for name in ("names", "readings")
        )
    )


def _items(node: Any) -> Iterator[tuple[str, int, yaml.Node]]:  # noqa: ANN401 - of YAML
    """Yield the keys of a mapping, their lines, and what stands below them."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield str(key.value), key.start_mark.line + 1, value


def _texts(node: yaml.Node) -> Iterator[str]:
    """Yield what is written, whatever YAML would read it as: `0.1`, `no`."""
    for each in node.value if isinstance(node, yaml.SequenceNode) else [node]:
        if isinstance(each, yaml.ScalarNode) and each.value:
            yield each.value


def problems(
    book: Settings, original: Mapping[str, pages.Page], terms: Container[str]
) -> Iterator[Problem]:
    """Yield which entries lead nowhere, or say nothing."""
    path = book.docs / FILE
    asked = read(book)
    for entry in asked.names:
        slug, _, heading = entry.key.partition("#")
        if slug == book.glossary and heading:
            known = heading in terms
        else:
            known = pages.is_there(entry.key, original)
        if not known:
            yield Problem(path, entry.line, pages.nowhere(entry.key))
    for entry in (*asked.names, *asked.readings):
        if not entry.values:
            message = Message(
                "'{key}' needs a text; write one, in quotes if YAML reads it as "
                "something else",
                key=entry.key,
            )
            yield Problem(path, entry.line, message)
