"""What must hold for the bytes and the characters of a file, whatever it says.

Much of this cannot be seen in an editor, so each message names the character and says
where it comes from. A file whose lines all end with CRLF, as on Windows, is fine.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from derivlearn_site.base.errors import Message, SourceError

Told = Iterator[tuple[int, Message]]

_BOM = b"\xef\xbb\xbf"
_CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7})(?: .*)?")
# They have no width, turn the direction of what follows, or end a line for some
# programs and not for others. U+200C to U+200F are letters' neighbours in languages
# that this book may be translated into.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\xad\u034f\u115f\u1160\u180b-\u180f\u200b"
    "\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffd"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# Letters of other scripts that look like Latin ones, beside those.
_LATIN = "A-Za-z\xc0-\u024f"
_TWINS = "\u0400-\u04ff\u0391-\u0397\u0399-\u03a1\u03a4\u03a5\u03a7\u03bd\u03bf\u03c1"
_MIXED = re.compile(rf"\w*(?:[{_LATIN}][{_TWINS}]|[{_TWINS}][{_LATIN}])\w*")
_TWIN = re.compile(f"[{_TWINS}]")
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
        message = Message("is not UTF-8 from this line on; save the file as UTF-8")
        raise SourceError(path, line, message) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as an editor counts them."""
    lines = text.split("\n")
    return lines if lines[-1] else lines[:-1]


def not_yaml(path: Path, error: yaml.YAMLError, first: int = 1) -> SourceError:
    """Return what to tell of YAML that begins on the line `first` of a file."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        line, reason = error.problem_mark.line + first, error.problem
    else:
        line, reason = first, " ".join(str(error).split())
    return SourceError(path, line, Message("is not YAML: {reason}", reason=reason))


def doubled_keys(node: yaml.MappingNode) -> Told:
    """Yield the keys of a mapping that are there before; YAML would take the last."""
    first: dict[str, int] = {}
    for key, _ in node.value:
        line, name = key.start_mark.line + 1, str(key.value)
        if name in first:
            message = Message(
                "'{key}' is there already, on line {line}; keep one of them",
                key=name,
                line=first[name],
            )
            yield line, message
        first.setdefault(name, line)


def in_bytes(data: bytes) -> Told:
    """Yield what is wrong with the bytes of a file, with the line."""
    if data.startswith(_BOM):
        yield (
            1,
            Message(
                "begins with a byte order mark; save the file as UTF-8 without BOM"
            ),
        )
    lines = data.split(b"\n")[:-1]
    windows = [line.endswith(b"\r") for line in lines]
    if any(windows) and not all(windows):
        ends, other = ("CRLF", "LF") if windows[0] else ("LF", "CRLF")
        yield (
            windows.index(not windows[0]) + 1,
            Message(
                "ends with {end}, the lines above with {above}; save the file with one",
                end=other,
                above=ends,
            ),
        )


def in_lines(lines: Iterable[str]) -> Told:
    """Yield what has no place in any line of a page, with its number."""
    for number, line in enumerate(lines, 1):
        if _CONFLICT.fullmatch(line):
            yield (
                number,
                Message("a merge conflict is left here; keep one side of it"),
            )
        if "\t" in line[: len(line) - len(line.lstrip())]:
            yield (
                number,
                Message("is indented with a tab; write four spaces for it"),
            )
        if not unicodedata.is_normalized("NFC", line):
            yield number, _in_pieces(line)
        for found in _INVISIBLE.findall(line):
            yield (
                number,
                Message(
                    "holds {character}, which nobody sees; delete it",
                    character=_name(found),
                ),
            )


def _in_pieces(line: str) -> Message:
    """Return what to tell of the first character that is written as several."""
    whole = unicodedata.normalize("NFC", line)
    same = map(str.__eq__, line, whole)
    at = [*same, False].index(False)
    return Message(
        "writes {character} as several characters; save the file in NFC",
        character=whole[at : at + 1],
    )


def in_words(lines: Iterable[tuple[int, str]]) -> Told:
    """Yield the words whose letters are of several scripts that look alike."""
    for number, line in lines:
        for word in _MIXED.findall(line):
            message = Message(
                "'{word}' holds {character}, which only looks like a letter of the "
                "others; write it with these",
                word=word,
                character=_name(_TWIN.findall(word)[0]),
            )
            yield number, message


def in_code(lines: Iterable[tuple[int, str]]) -> Told:
    """Yield what has no place in the inline code and formulas of numbered lines."""
    for number, line in lines:
        for code in _CODE.findall(line):
            for found in _NOT_IN_CODE.findall(_WORDS.sub("", code)):
                yield number, _no_code(code, found)


def _no_code(code: str, found: str) -> Message:
    plain = unicodedata.normalize("NFKC", found).strip()
    if not plain.isprintable():
        return Message(
            "{code} holds {character}; delete it", code=code, character=_name(found)
        )
    return Message(
        "{code} holds {character}; write {plain}",
        code=code,
        character=_name(found),
        plain=plain or Message("a plain space"),
    )


def _name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "").lower()
    return (
        f"{code} ({name})"
        if name
        else Message("{code} (a control character)", code=code)
    )
