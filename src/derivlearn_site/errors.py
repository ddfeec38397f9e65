"""A mistake in the book's sources, told with its file, its line and what to do."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it is and what to do about it."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        """Return `path:line: message`, a form that editors make clickable."""
        return f"{self.path.as_posix()}:{self.line}: {self.message}"


class SourceError(Exception):
    """The sources of the book cannot be read as meant; says where and why."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        """Hold the place and the message as a `Problem`."""
        self.problem = Problem(path, line, message)
        super().__init__(str(self.problem))
