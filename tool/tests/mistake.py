"""A mistake that a contributor may make in the frozen book, and what is told of it."""

from dataclasses import dataclass
from pathlib import Path

import frozen_book
from derivlearn_site.base import languages
from derivlearn_site.base.errors import Problem
from frozen_book import Edit

JAPANESE = languages.catalogue(frozen_book.FROZEN / "docs", "ja")


@dataclass(frozen=True)
class Mistake:
    """An edit of a file, and what must be told of it.

    The problem is expected where the text `at` begins, or else on the first line that
    the edit has changed; in the file `where`, if that is another one. In Japanese it is
    told in these words, where there are any.
    """

    name: str
    file: str
    edit: Edit
    message: str
    at: str = ""
    where: str = ""
    japanese: str = ""

    def assert_told(
        self, root: Path, before: bytes, after: bytes, found: list[Problem]
    ) -> None:
        """Fail unless the problem is among those found."""
        path = root / (self.where or self.file)
        if self.at:
            text = path.read_text(encoding="utf-8")
            line = text.count("\n", 0, text.index(self.at)) + 1
        else:
            line = frozen_book.first_changed_line(before, after)
        told = [
            problem.message
            for problem in found
            if (problem.path, problem.line) == (path, line)
            and self.message in problem.message
        ]
        assert told, "\n".join(
            [f"expected {path}:{line}: {self.message}", *map(str, found)]
        )
        assert any(self.japanese in message.told(JAPANESE) for message in told)
