"""A mistake in the book's sources, told with its file, its line and what to do.

It is told in English and in Japanese, because those who work on the book read one or
the other. The Japanese stands in `messages.ja.yml`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import LiteralString, Self

import yaml

_CATALOGUE = Path(__file__).parent / "messages.ja.yml"


class Message(str):
    """A sentence in English that knows its Japanese.

    It is made from a template, the same in both languages but for the words, and the
    values of its fields. A value that is a message itself is told in Japanese, too.
    """

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: LiteralString, /, **values: object) -> Self:
        """Fill the fields of a template, which the catalogue has in Japanese."""
        message = super().__new__(cls, template.format(**values))
        message.template = template
        message.values = values
        return message

    @property
    def japanese(self) -> str:
        """The sentence in Japanese."""
        # What is not in the catalogue yet is better told in English than not at all.
        template = catalogue().get(self.template, self.template)
        return template.format(
            **{
                name: value.japanese if isinstance(value, Message) else value
                for name, value in self.values.items()
            }
        )

    @property
    def both(self) -> str:
        """The sentence in English and, on a line below, in Japanese."""
        return f"{self}\n    {self.japanese}"


@lru_cache(maxsize=1)
def catalogue() -> dict[str, str]:
    """Return the Japanese template of each English one."""
    modules = yaml.safe_load(_CATALOGUE.read_text(encoding="utf-8")).values()
    return {english: japanese for each in modules for english, japanese in each.items()}


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it is and what to do about it."""

    path: Path
    line: int
    message: Message
    # What a program said, or a difference: it is the same in every language.
    detail: str = ""

    def __str__(self) -> str:
        """Return `path:line: message`, a form that editors make clickable.

        The message in Japanese and the detail stand on the lines below.
        """
        told = f"{self.path.as_posix()}:{self.line}: {self.message.both}"
        return f"{told}\n{self.detail}" if self.detail else told


class SourceError(Exception):
    """The sources of the book cannot be read as meant; says where and why."""

    def __init__(
        self, path: Path, line: int, message: Message, detail: str = ""
    ) -> None:
        """Hold the place and the message as a `Problem`."""
        self.problem = Problem(path, line, message, detail)
        super().__init__(path, line, message, detail)

    def __str__(self) -> str:
        """Return what the problem says."""
        return str(self.problem)


class MistakeError(ValueError):
    """Something is not as meant; whoever catches this may know the line."""

    def __init__(self, message: Message, where: str = "") -> None:
        """Hold the message, and the file where it is known."""
        self.message = message
        self.where = where
        super().__init__(message, where)

    def __str__(self) -> str:
        """Return the message in both languages, behind the file."""
        return f"{self.where}: {self.message.both}" if self.where else self.message.both
