"""What is wrong with the texts of the languages, each beside the others.

The original and English have every text that the other one has. Another language may
lack any; what it has must be there in them, with the same placeholders.
"""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from derivlearn_site.base import allowed, hygiene, languages, texts
from derivlearn_site.base.errors import Message, Problem
from derivlearn_site.base.settings import Settings
from derivlearn_site.base.texts import Texts


def problems(book: Settings) -> list[Problem]:
    """Return what is wrong with the list of the languages, and with their texts."""
    read = languages.read_texts(book)
    found = [*_unlisted(book), *_untitled(book, read[book.languages[0]])]
    for code, own in read.items():
        found += own.problems
        found += _markup(own)
        if not own.path.is_file():
            message = Message(
                "names '{language}', but there is no {file}; write it with `name: …`",
                language=code,
                file=_name(book, own.path),
            )
            found.append(Problem(_config(book), _line_of(book, code), message))
        others = [each for each in languages.stand_ins(book, read, code) if each.groups]
        if own.groups and others:
            complete = code in languages.complete(book)
            for group in texts.GROUPS:
                found += _compared(book, own, others, group, complete=complete)
    return sorted(found)


def _markup(own: Texts) -> Iterator[Problem]:
    """Yield the texts that hold HTML."""
    shown = [(own.lines.get("name", 1), own.name)]
    shown += [(own.lines.get("site_name", 1), own.site_name)]
    for group in texts.GROUPS:
        each = own.groups.get(group, {}).values()
        shown += [(text.line, text.words) for text in each]
    for line, words in shown:
        if message := allowed.in_text(words):
            yield Problem(own.path, line, message)


def _unlisted(book: Settings) -> Iterator[Problem]:
    """Yield the folders of languages that no reader would see."""
    for folder in sorted(path for path in book.docs.glob("*") if path.is_dir()):
        files = [folder / texts.FILE, *book.pages(folder.name)]
        there = [path for path in files if path.is_file()]
        if there and folder.name not in book.languages:
            message = Message(
                "lies in no language's folder; add '{language}' to `languages:` in "
                "mkdocs.yml, or delete the folder",
                language=folder.name,
            )
            yield Problem(there[0], 1, message)


def _untitled(book: Settings, original: Texts) -> Iterator[Problem]:
    """Yield the parts of `nav` that have no title in the original language."""
    if not original.groups:
        return
    for part in _parts(book.config.get("nav") or []):
        if part not in original.groups["sections"]:
            message = Message(
                "nav names the part '{part}', which has no title below `sections:` in "
                "{file}; write it, or correct the name",
                part=part,
                file=_name(book, original.path),
            )
            yield Problem(_config(book), _line_of(book, f"{part}:"), message)


def _parts(items: Iterable[Any]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Mapping):
            for part, children in item.items():
                yield str(part)
                yield from _parts(children or [])


def _compared(
    book: Settings, own: Texts, others: Sequence[Texts], group: str, *, complete: bool
) -> Iterator[Problem]:
    """Yield what is wrong in a group of texts beside those of other languages."""
    mine = own.groups[group]
    known = {
        key: (other.path, text)
        for other in reversed(others)
        for key, text in other.groups[group].items()
    }
    beside = _name(book, others[0].path)
    lacking = [key for key in known if key not in mine]
    for key, text in mine.items():
        if key in known:
            path, other = known[key]
            if texts.differing(text, other.words):
                place = f"{_name(book, path)}:{other.line}"
                message = texts.filled_in(key, text, other.words, place)
                yield Problem(own.path, text.line, message)
            continue
        near = difflib.get_close_matches(key, lacking if complete else known, 1)
        if near:
            message = Message(
                "{file} has no '{key}' below `{group}:`; is '{near}' meant?",
                file=beside,
                key=key,
                group=group,
                near=near[0],
            )
            yield Problem(own.path, text.line, message)
            lacking = [each for each in lacking if each not in near]
        elif not complete:
            message = Message(
                "{file} has no '{key}' below `{group}:`; delete it",
                file=beside,
                key=key,
                group=group,
            )
            yield Problem(own.path, text.line, message)
    if complete and lacking:
        message = Message(
            "lacks {keys} below `{group}:`, which {file} has; write it",
            keys=", ".join(lacking),
            group=group,
            file=beside,
        )
        yield Problem(own.path, own.lines.get(group, 1), message)


def _config(book: Settings) -> Path:
    return book.root / "mkdocs.yml"


def _name(book: Settings, path: Path) -> str:
    return book.relative(path).as_posix()


def _line_of(book: Settings, word: str) -> int:
    """Return the line of mkdocs.yml on which a code or a part stands, or else 1."""
    lines = hygiene.lines_of(hygiene.text_of(_config(book)))
    entry = re.compile(
        rf"(?:\s*-|\s*languages:.*[\[, ]) *[\"']?{re.escape(word)}(?![-\w])"
    )
    return next((n for n, text in enumerate(lines, 1) if entry.match(text)), 1)
