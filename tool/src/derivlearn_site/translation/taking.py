"""Takes what came back of a draft into the page, if every section is a translation.

What is wrong is told at its line of the answer, and then nothing is changed. Sections
that were not asked for stay as they are, byte by byte.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from derivlearn_site.base import hygiene
from derivlearn_site.base.errors import Message, Problem
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page as pages
from derivlearn_site.pages.glossary_problems import usable_terms
from derivlearn_site.pages.page import Page
from derivlearn_site.translation import checks, drafts, drift, foreign, parity
from derivlearn_site.translation import translator as translation
from derivlearn_site.translation.drafts import TOP
from derivlearn_site.translation.drift import TODO


@dataclass(frozen=True)
class _Part:
    """A section of an answer: its id, the line of its marker, and its lines."""

    id: str
    line: int
    first: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class _Answer:
    """A file with sections, and what is wrong in it before any of them is read."""

    path: Path
    parts: Sequence[_Part]
    problems: Sequence[Problem]

    @property
    def given(self) -> Mapping[str, _Part]:
        """The sections by their ids."""
        return {part.id: part for part in self.parts}


def take(book: Settings, language: str, slug: str, path: Path) -> Path:
    """Put an answer into a page and say that its sections are in step.

    Returns:
        The page.

    Raises:
        UnfinishedError: Something of the answer is no translation; nothing is changed.
    """
    translation.check_language(book, language)
    original = translation.page_of(book, book.languages[0], slug)
    answer = _read(path, language, original)
    if answer.problems:
        raise _refused(answer.problems)
    page_path = drafts.path_of(book, language, slug)
    data = page_path.read_bytes() if page_path.is_file() else b""
    before = hygiene.text_of(page_path) if data else translation.scaffold(original)
    woven = _Woven(original, before, answer.given)
    page = pages.parse(woven.text, page_path, book)
    if problems := [*_amiss(original, page, answer, woven)]:
        raise _refused(problems)
    end = "\r\n" if b"\r\n" in data else "\n"
    page_path.parent.mkdir(parents=True, exist_ok=True)
    page_path.write_text(woven.text, encoding="utf-8", newline=end)
    drift.stamp(original, page, [id_ for id_ in answer.given if id_ != TOP])
    return page_path


def _refused(problems: Iterable[Problem]) -> translation.UnfinishedError:
    """Return the error of an answer of which nothing is taken."""

    def told(problem: Problem) -> Problem:
        message = Message("{problem}; nothing is taken", problem=problem.message)
        return replace(problem, message=message)

    return translation.UnfinishedError([told(each) for each in sorted({*problems})])


# ---------------------------------------------------------------------------- reading


def _read(path: Path, language: str, original: Page) -> _Answer:
    """Return the sections of an answer, and what is wrong around them."""
    lines = hygiene.lines_of(hygiene.text_of(path))
    head = next((n for n, line in enumerate(lines) if line.strip()), 0)
    first = drafts.HEAD.fullmatch(lines[head].strip()) if lines else None
    if first is None:
        message = Message(
            "begin with the first line of the draft, `{line}`",
            line=drafts.head(language, original.slug, "…"),
        )
        return _Answer(path, (), [Problem(path, head + 1, message)])
    if (first["language"], first["slug"]) != (language, original.slug):
        message = Message(
            "this is {page} in {language}; take it there",
            page=first["slug"],
            language=first["language"],
        )
        return _Answer(path, (), [Problem(path, head + 1, message)])
    marks = [
        (n, match["id"])
        for n, line in enumerate(lines)
        if (match := drafts.MARKER.fullmatch(line.strip()))
    ]
    ends = [*(n for n, _ in marks[1:]), len(lines)]
    parts = [
        _part(id_, n, lines[n + 1 : end])
        for (n, id_), end in zip(marks, ends, strict=False)
    ]
    between = lines[head + 1 : marks[0][0] if marks else None]
    told = [
        (n, Message("nothing stands outside of a section; delete it"))
        for n, line in enumerate(between, head + 2)
        if line.strip()
    ]
    told += _of_sections(
        parts, head + 1, first["ids"].split(), drafts.sources(original)
    )
    return _Answer(path, parts, [Problem(path, n, message) for n, message in told])


def _part(id_: str, mark: int, lines: list[str]) -> _Part:
    """Return a section without the empty lines around it; lines count from 1."""
    written = [n for n, line in enumerate(lines) if line.strip()]
    start, end = (written[0], written[-1] + 1) if written else (0, 0)
    return _Part(id_, mark + 1, mark + 2 + start, tuple(lines[start:end]))


def _of_sections(
    parts: Sequence[_Part], head: int, asked: Sequence[str], known: Container[str]
) -> Iterator[tuple[int, Message]]:
    """Yield which sections are lacking, doubled, or nobody's."""
    given = {part.id: part.line for part in reversed(parts)}
    for id_ in asked:
        if id_ not in given:
            yield head, Message("lacks the section `=== {section} ===`", section=id_)
    for part in parts:
        if part.id not in asked or part.id not in known:
            yield (
                part.line,
                Message("'{section}' was not asked for; delete it", section=part.id),
            )
        elif given[part.id] != part.line:
            yield (
                part.line,
                Message(
                    "'{section}' is there already, on line {line}; keep one of them",
                    section=part.id,
                    line=given[part.id],
                ),
            )


# ---------------------------------------------------------------------------- weaving


class _Woven:
    """A page with the sections of an answer in it, and where each line comes from."""

    def __init__(self, original: Page, before: str, given: Mapping[str, _Part]) -> None:
        """Weave; a page that is not there yet is one of which nothing is translated."""
        self.lines: list[str] = []
        # The line of the answer, by the line of the page.
        self.places: dict[int, int] = {}
        page = pages.outlined(before, original.path, original.settings)
        self._put_top(page, given.get(TOP))
        own = {
            str(heading.id): page.lines[heading.line - 1 : end]
            for heading, end in page.sections
        }
        order = _in_order(original, own, given)
        for id_ in order:
            if part := given.get(id_):
                self._put(part)
                rest = own.get(id_, [""])
                self.lines += _end_of(rest) or [""]
            else:
                self.lines += own[id_]
        if order[-1:] and order[-1] in given:
            while not self.lines[-1].strip():
                self.lines.pop()
            self.lines.append("")
        elif before.endswith("\n"):
            self.lines.append("")

    @property
    def text(self) -> str:
        """The page."""
        return "\n".join(self.lines)

    def _put(self, part: _Part) -> None:
        for number, line in enumerate(part.lines, part.first):
            self.lines.append(line)
            self.places[len(self.lines)] = number

    def _put_top(self, page: Page, part: _Part | None) -> None:
        """Put what stands above the title, with other words if there are some."""
        words = {*drafts.top_of(page)}
        end = page.headings[0].line - 1 if page.headings else len(page.lines)
        for number, line in enumerate(page.lines[:end], 1):
            if part and number in words:
                if number == min(words):
                    self._put(part)
            elif not (part and TODO in line):
                self.lines.append(line)


def _in_order(original: Page, own: Iterable[str], given: Container[str]) -> list[str]:
    """Return the sections of a translation, new ones where the original has them."""
    wanted = [str(heading.id) for heading in original.headings]
    there = [*own]
    for at, id_ in enumerate(wanted):
        if id_ in given and id_ not in there:
            before = [each for each in wanted[:at] if each in there]
            there.insert(there.index(before[-1]) + 1 if before else 0, id_)
    return there


def _end_of(lines: list[str]) -> list[str]:
    """Return the empty lines at the end of a section."""
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return lines[end:]


# ---------------------------------------------------------------------------- judging


def _amiss(
    original: Page, page: Page, answer: _Answer, woven: _Woven
) -> Iterator[Problem]:
    """Yield what keeps an answer from being a translation, at its own lines."""
    book, given = page.settings, answer.given
    ids = {str(heading.id): heading for heading in original.headings}
    for part in answer.parts:
        held = [each for each in page.headings if _is_of(each.line, part, woven)]
        for line, message in _of_part(part, held, ids.get(part.id)):
            yield Problem(answer.path, line, message)
    others = [pages.outline(path, book) for path in book.pages(original.language)]
    outlines = {each.slug: each for each in others}
    behind = {id_ for id_ in ids if id_ not in given}
    terms, _ = usable_terms(book)
    found = checks.of_page(page, {**outlines, page.slug: original}, terms, outlines)
    found += parity.differences(original, page, behind=behind)
    found += foreign.problems(page, behind)
    for problem in found:
        line = woven.places.get(problem.line, 0)
        if not line:
            line = next(
                (
                    given[str(heading.id)].line
                    for heading, end in page.sections
                    if heading.line <= problem.line <= end and str(heading.id) in given
                ),
                0,
            )
        if problem.path == page.path and line:
            yield Problem(answer.path, line, problem.message, problem.detail)


def _is_of(line: int, part: _Part, woven: _Woven) -> bool:
    """Tell whether a line of the page comes from a section of the answer."""
    at = woven.places.get(line, 0)
    return part.first <= at < part.first + len(part.lines)


def _of_part(
    part: _Part, held: Sequence[pages.Heading], wanted: pages.Heading | None
) -> Iterator[tuple[int, Message]]:
    """Yield what is wrong with a section as such: its heading, and what is not done."""
    if not part.lines:
        yield part.line, Message("'{section}' is empty; translate it", section=part.id)
        return
    for number, line in enumerate(part.lines, part.first):
        if TODO in line:
            message = Message("delete `{mark}` once it is translated", mark=TODO)
            yield number, message
    if wanted is None:
        keys = {line.partition(":")[0] for line in part.lines}
        if keys - {*pages.WORDS}:
            message = Message(
                "here stand {keys}, each on one line", keys=", ".join(pages.WORDS)
            )
            yield part.first, message
        return
    mark = "#" * wanted.level
    is_so = [(each.id, each.level) for each in held] == [(part.id, wanted.level)]
    if not is_so or not part.lines[0].startswith(f"{mark} "):
        message = Message(
            "'{section}' is one section, and begins with its heading: "
            "`{mark} … {{ #{section} }}`",
            section=part.id,
            mark=mark,
        )
        yield part.first, message
