"""Places in what a program printed: a line of it, a number in a line, or all of it.

`2` is the second line, `2:1` the first number in it, `last` and `last:1` the same of
the last line, and `all` everything.
"""

import re
from dataclasses import dataclass

from derivlearn_site.base.errors import Message, MistakeError

_PLACE = re.compile(r"all|(?P<line>[1-9]\d*|last)(?::(?P<number>[1-9]\d*))?")
# Not the 2 of `w2`, nor that of `x_2`.
_NUMBER = re.compile(r"(?<![\w.])[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?(?![\w])")


@dataclass(frozen=True)
class Place:
    """Where something stands in an output; what is not said is 0, and -1 the last."""

    line: int = 0
    number: int = 0

    def of(self, output: str) -> str:
        """Return what stands there.

        Raises:
            MistakeError: There is no such line, or no such number in it.
        """
        lines = output.splitlines()
        if not self.line:
            return output.rstrip("\n")
        if self.line > len(lines):
            message = Message("it has {lines} lines", lines=len(lines))
            raise MistakeError(message)
        line = lines[self.line - 1] if self.line > 0 else lines[-1]
        if not self.number:
            return line.strip()
        numbers = _NUMBER.findall(line)
        if self.number > len(numbers):
            message = Message("this line has {numbers} numbers", numbers=len(numbers))
            raise MistakeError(message)
        return str(numbers[self.number - 1])


def place(written: str) -> Place:
    """Return the place that something names.

    Raises:
        MistakeError: It names none.
    """
    match = _PLACE.fullmatch(written)
    if match is None:
        message = Message(
            "'{place}' is no place in an output; write `2` for a line, `2:1` for a "
            "number in it, `last`, `last:1` or `all`",
            place=written,
        )
        raise MistakeError(message)
    line = match["line"] or "0"
    return Place(-1 if line == "last" else int(line), int(match["number"] or 0))
