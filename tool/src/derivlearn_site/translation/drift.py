"""How far a translation is behind its original, section by section.

Beside its pages a language keeps, in `.originals/<slug>.txt`, the text of the original
that each section was translated from, with the code and outputs that it includes. A
section whose original reads otherwise by now is stale, and the difference of the two
texts says why. No dates and no commits: only what is there to read.

The file is made for merging: one section after the other, each below its own marker, so
that two people who translate different sections do not meet in it.
"""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from derivlearn_site.base import hygiene
from derivlearn_site.base.errors import Message, SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.code import snippet
from derivlearn_site.pages.page import Page

FOLDER = ".originals"
TODO = "<!-- translate -->"
STATES = ("fresh", "stale", "untranslated", "missing")

_MARKER = re.compile(r"=== (?P<id>[a-z][-a-z0-9]*) ===")
_ID = re.compile(r"\{\s*#([^\s}]+)\s*\}$")
_INCLUDE = re.compile(r'\s*--8<-- ".*"\s*')
_CONFLICT = re.compile(r"<{7} |={7}$|>{7} ")


@dataclass(frozen=True)
class State:
    """A section of the original, and how its translation stands to it."""

    id: str
    state: str
    # The line of the translation's heading; 0 where it is missing.
    line: int
    # What has changed in the original since, as a unified diff.
    change: str = ""


def texts(original: Page) -> dict[str, str]:
    """Return each section of a page with what it includes, by its id."""
    expanded: dict[int, list[str]] = {}
    for fence in original.fences:
        for include in fence.includes:
            expanded[include.line] = _included(original, include.path, include.section)
    return {
        str(heading.id): "\n".join(
            line
            for number in range(heading.line, end + 1)
            for line in expanded.get(number, [original.lines[number - 1]])
        ).strip()
        + "\n"
        for heading, end in original.sections
    }


def _included(page: Page, name: str, section: str) -> list[str]:
    """Return the include and, below it, the lines that it stands for."""
    path = page.settings.snippets / name
    include = f'--8<-- "{name}:{section}"'
    if not path.is_file():
        return [include]
    lines = hygiene.lines_of(hygiene.text_of(path))
    found = snippet.sections_of(path, lines).get(section)
    return [include, *(lines[found.first - 1 : found.last] if found else [])]


def path_of(book: Settings, language: str, slug: str) -> Path:
    """Return where a language keeps the originals of a page."""
    return book.docs / language / FOLDER / f"{slug}.txt"


def read(path: Path) -> dict[str, str]:
    """Return the original's sections that a translation was made from.

    Raises:
        SourceError: The file holds a conflict, a section twice, or text before the
            first marker.

    """
    if not path.is_file():
        return {}
    kept: dict[str, list[str]] = {}
    current: list[str] | None = None
    for number, line in enumerate(hygiene.lines_of(hygiene.text_of(path)), 1):
        if _CONFLICT.match(line):
            message = Message(
                "holds a merge conflict; keep either side, then run "
                "`derivlearn-site check`"
            )
            raise SourceError(path, number, message)
        if match := _MARKER.fullmatch(line):
            if match["id"] in kept:
                message = Message(
                    "holds '{section}' twice; delete one of them", section=match["id"]
                )
                raise SourceError(path, number, message)
            current = kept.setdefault(match["id"], [])
        elif current is not None:
            current.append(line)
        elif line.strip():
            message = Message(
                "write no text here; `derivlearn-site done` writes this file"
            )
            raise SourceError(path, number, message)
    return {id_: "\n".join(lines).strip() + "\n" for id_, lines in kept.items()}


def written(kept: Mapping[str, str]) -> str:
    """Return what `read` reads."""
    return "\n".join(f"=== {id_} ===\n\n{text}" for id_, text in kept.items())


def states(original: Page, translation: Page | None) -> list[State]:
    """Return the state of each section of the original in a translation."""
    now = texts(original)
    if translation is None:
        return [State(id_, "missing", 0) for id_ in now]
    path = path_of(original.settings, translation.language, original.slug)
    kept = read(path)
    there = texts(translation)
    lines = {str(heading.id): heading.line for heading in translation.headings}
    found = []
    for id_, text in now.items():
        if id_ not in there:
            found.append(State(id_, "missing", 0))
        elif TODO in there[id_]:
            found.append(State(id_, "untranslated", lines[id_]))
        elif id_ in kept and seen(kept[id_]) == seen(text):
            found.append(State(id_, "fresh", lines[id_]))
        else:
            change = difference(kept.get(id_, ""), text)
            found.append(State(id_, "stale", lines[id_], change))
    return found


def behind(original: Page, translation: Page) -> set[str]:
    """Return the sections of a translation that say themselves that they differ.

    They are not translated yet, or the original has changed since. One of which no
    original is kept is not among them: nobody has said that it was ever in step.
    """
    kept = read(path_of(original.settings, translation.language, original.slug))
    return {
        state.id
        for state in states(original, translation)
        if state.state == "untranslated"
        or (state.state == "stale" and state.id in kept)
    }


def seen(text: str) -> list[str]:
    """Return the lines of a section as a reader of the page would tell them apart.

    How a heading's id is typed, how many empty lines there are and in which file the
    code stands is not to be seen.
    """
    lines = [
        _ID.sub(r"{ #\1 }", line.rstrip())
        for line in text.splitlines()
        if not _INCLUDE.fullmatch(line)
    ]
    return [
        line
        for line, before in zip(lines, ["", *lines], strict=False)
        # One empty line parts two paragraphs; below a heading it parts nothing.
        if line or not (before == "" or before.startswith("#"))
    ]


def difference(before: str, after: str) -> str:
    """Return what has changed in a section, as a diff without file names."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="")
    return "\n".join(list(lines)[2:])


def stamp(
    original: Page, translation: Page, sections: Iterable[str] | None = None
) -> Path:
    """Keep the original of sections as what the translation was made from.

    Args:
        original: The page in the original language.
        translation: The same page in another.
        sections: The ids of the sections; all by default.

    Returns:
        The file that keeps them.

    """
    path = path_of(original.settings, translation.language, original.slug)
    now = texts(original)
    kept = read(path)
    wanted = set(now if sections is None else sections)
    # In the order of the original, and without what it no longer has.
    kept = {
        id_: text if id_ in wanted else kept[id_]
        for id_, text in now.items()
        if id_ in wanted or id_ in kept
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written(kept), encoding="utf-8", newline="\n")
    return path
