"""A mistake in the book's sources, told with its file, its line and what to do.

It is told in English, or in a language whose texts hold a translation of the message.
"""

import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import LiteralString, Self

# The translation of each English template. English itself needs none.
Catalogue = Mapping[str, str]
ENGLISH: Catalogue = MappingProxyType({})


class Message(str):
    """A sentence in English that can be told in another language, too.

    It is made from a template, the same in every language but for the words, and the
    values of its fields. A value that is a message itself is translated with it.
    """

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: LiteralString, /, **values: object) -> Self:
        """Fill the fields of a template, which a catalogue may translate."""
        message = super().__new__(cls, template.format(**values))
        message.template = template
        message.values = values
        return message

    def told(self, catalogue: Catalogue) -> str:
        """Return the sentence in the language of a catalogue, or else in English."""
        template = catalogue.get(self.template, self.template)
        return template.format(
            **{
                name: value.told(catalogue) if isinstance(value, Message) else value
                for name, value in self.values.items()
            }
        )


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it is and what to do about it."""

    path: Path
    line: int
    message: Message
    # What a program said, or a difference: it is the same in every language.
    detail: str = ""

    def told(self, catalogue: Catalogue) -> str:
        """Return `path:line: message`, a form that editors make clickable.

        The detail stands on the lines below.
        """
        place = f"{self.path.as_posix()}:{self.line}"
        told = f"{place}: {self.message.told(catalogue)}"
        return f"{told}\n{self.detail}" if self.detail else told

    def __str__(self) -> str:
        """Return what is told in English."""
        return self.told(ENGLISH)


class SourceError(Exception):
    """The sources of the book cannot be read as meant; says where and why."""

    def __init__(
        self, path: Path, line: int, message: Message, detail: str = ""
    ) -> None:
        """Hold the place and the message as a `Problem`."""
        self.problem = Problem(path, line, message, detail)
        super().__init__(path, line, message, detail)

    def told(self, catalogue: Catalogue) -> str:
        """Return what the problem says in a language."""
        return self.problem.told(catalogue)

    def __str__(self) -> str:
        """Return what the problem says in English."""
        return str(self.problem)


def failed(error: Exception, root: Path, path: Path) -> SourceError:
    """Return what to tell of code of the book that failed when it was run.

    The place is where it failed: the last line of the book that had a part in it.

    Args:
        error: What went wrong.
        root: The folder of the book.
        path: The file that was run, in case that no line of the book had a part.
    """
    line = 1
    for frame in traceback.extract_tb(error.__traceback__):
        if Path(frame.filename).is_relative_to(root):
            path, line = Path(frame.filename), frame.lineno or 1
    if isinstance(error, SyntaxError) and error.filename:
        path, line = Path(error.filename), error.lineno or 1
    said = traceback.format_exception_only(error)[-1].strip()
    return SourceError(path, line, Message("fails: {error}; correct it", error=said))


class MistakeError(ValueError):
    """Something is not as meant; whoever catches this may know the line."""

    def __init__(self, message: Message, where: str = "") -> None:
        """Hold the message, and the file where it is known."""
        self.message = message
        self.where = where
        super().__init__(message, where)

    def told(self, catalogue: Catalogue) -> str:
        """Return the message in a language, behind the file."""
        told = self.message.told(catalogue)
        return f"{self.where}: {told}" if self.where else told

    def __str__(self) -> str:
        """Return the message in English, behind the file."""
        return self.told(ENGLISH)
