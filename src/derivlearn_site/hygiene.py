"""What must hold for the bytes and the characters of a file, whatever it says.

Much of this cannot be seen in an editor, so each message names the character and says
where it comes from. A file whose lines all end with CRLF, as on Windows, is fine.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from derivlearn_site.errors import SourceError

Told = Iterator[tuple[int, str]]

_BOM = b"\xef\xbb\xbf"
_CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7})(?: .*)?")
# They have no width, turn the direction of what follows, or end a line for some
# programs and not for others. U+200C to U+200F are letters' neighbours in languages
# that this book may be translated into.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\xad\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufffd]"
)
# In code there is no use for these either: spaces and letters that only look right.
_NOT_IN_CODE = re.compile("[\xa0\u200c-\u200f\u3000\uff01-\uff5e]")
_CODE = re.compile(r"`[^`\n]+`|(?<!\$)\$[^$\n]+\$")
_WORDS = re.compile(r"\\text\{[^}]*\}")


def text_of(path: Path) -> str:
    """Return the text of a file, without a mark at its beginning.

    Raises:
        SourceError: The file is not UTF-8.

    """
    data = path.read_bytes().removeprefix(_BOM)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "is not UTF-8 from this line on; save the file as UTF-8"
        raise SourceError(path, line, message) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as an editor counts them."""
    lines = text.split("\n")
    return lines if lines[-1] else lines[:-1]


def not_yaml(path: Path, error: yaml.YAMLError, first: int = 1) -> SourceError:
    """Return what to tell of YAML that begins on the line `first` of a file."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        line = error.problem_mark.line + first
        return SourceError(path, line, f"is not YAML: {error.problem}")
    return SourceError(path, first, f"is not YAML: {error}")


def in_bytes(data: bytes) -> Told:
    """Yield what is wrong with the bytes of a file, with the line."""
    if data.startswith(_BOM):
        yield 1, "begins with a byte order mark; save the file as UTF-8 without BOM"
    lines = data.split(b"\n")[:-1]
    windows = [line.endswith(b"\r") for line in lines]
    if any(windows) and not all(windows):
        ends, other = ("CRLF", "LF") if windows[0] else ("LF", "CRLF")
        yield (
            windows.index(not windows[0]) + 1,
            f"ends with {other}, the lines above with {ends}; save the file with one",
        )


def in_lines(lines: Iterable[str]) -> Told:
    """Yield what has no place in any line of a page, with its number."""
    for number, line in enumerate(lines, 1):
        if _CONFLICT.fullmatch(line):
            yield number, "a merge conflict is left here; keep one side of it"
        if "\t" in line[: len(line) - len(line.lstrip())]:
            yield number, "is indented with a tab; write four spaces for it"
        for found in _INVISIBLE.findall(line):
            yield number, f"holds {_name(found)}, which nobody sees; delete it"


def in_code(lines: Iterable[tuple[int, str]]) -> Told:
    """Yield what has no place in the inline code and formulas of numbered lines."""
    for number, line in lines:
        for code in _CODE.findall(line):
            for found in _NOT_IN_CODE.findall(_WORDS.sub("", code)):
                plain = unicodedata.normalize("NFKC", found).strip() or "a plain space"
                yield (
                    number,
                    f"{code} holds {_name(found)}; "
                    + (f"write {plain}" if plain.isprintable() else "delete it"),
                )


def _name(character: str) -> str:
    name = unicodedata.name(character, "a control character").lower()
    return f"U+{ord(character):04X} ({name})"
