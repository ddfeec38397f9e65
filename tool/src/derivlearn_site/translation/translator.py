"""What a translator does: see what is to do, begin a page, say that it is done."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from itertools import pairwise
from pathlib import Path

from derivlearn_site.base import languages
from derivlearn_site.base.errors import Message, Problem, SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page as pages
from derivlearn_site.pages.page import Page
from derivlearn_site.translation import drift, parity
from derivlearn_site.translation.drift import STATES, TODO, State

# Where a page shows the state of the translations.
PLACE = "<!-- translation -->"


@dataclass(frozen=True)
class Status:
    """The sections of each page of one language."""

    language: str
    pages: Mapping[str, tuple[State, ...]]

    def totals(self) -> dict[str, int]:
        """Return how many sections are in each state."""
        found = Counter(each.state for states in self.pages.values() for each in states)
        return {state: found[state] for state in STATES}


def _refused(problem: Problem) -> Problem:
    """Return a problem with the word that nothing was changed."""
    message = Message("{problem}; nothing is stamped", problem=problem.message)
    return replace(problem, message=message)


class UnfinishedError(SourceError):
    """Sections cannot be said to be done; holds all that keeps them from it."""

    def __init__(self, problems: list[Problem]) -> None:
        """Hold the problems."""
        self.problems = problems
        first = self.problems[0]
        super().__init__(first.path, first.line, first.message, first.detail)


def status(book: Settings, language: str) -> Status:
    """Return how a language stands to the original.

    Raises:
        SourceError: There is no such language, or it is the original itself.

    """
    check_language(book, language)
    original = book.languages[0]
    return Status(
        language,
        {
            path.stem: tuple(drift.states(page, _translated(book, language, page.slug)))
            for path in book.pages(original)
            for page in [pages.outline(path, book)]
        },
    )


def tables(book: Settings, head: str) -> list[str]:
    """Return a table for each translation, as Markdown: its pages and their states.

    Args:
        book: The book.
        head: The heading of the table, its cells separated by `|`.
    """
    lines, spoken = [], languages.read_all(book)
    for language in book.languages[1:]:
        found = status(book, language)
        totals = " | ".join(str(n) for n in found.totals().values())
        rows = []
        for slug, states in found.pages.items():
            counts = Counter(state.state for state in states)
            cells = " | ".join(str(counts[state]) for state in STATES)
            rows.append(f"| `{slug}` | {cells} |")
        lines += [
            f"| {head} |",
            "|---|--:|--:|--:|--:|",
            f"| **{spoken[language].name}** | {totals} |",
            *rows,
            "",
        ]
    return lines


def _translated(book: Settings, language: str, slug: str) -> Page | None:
    path = book.docs / language / f"{slug}.md"
    return pages.outline(path, book) if path.is_file() else None


def as_json(found: Iterable[Status]) -> str:
    """Return the state of languages for other programs, and for `summary`."""
    value = {
        each.language: {
            "totals": each.totals(),
            "pages": {
                slug: [asdict(state) for state in states]
                for slug, states in each.pages.items()
            },
        }
        for each in found
    }
    return json.dumps(value, ensure_ascii=False, indent=2)


def summary(
    book: Settings,
    changed: Iterable[str],
    problems: list[Problem],
    before: Path | None = None,
) -> str:
    """Return what a change means for the translations, as Markdown.

    Args:
        book: The book as the change leaves it.
        changed: The files that the change touches, seen from the root.
        problems: What `check` says of the whole book.
        before: A file of what `as_json` made of the book as it was; without it, what
            the change itself has left behind is not told apart.

    Raises:
        SourceError: The file is not there or holds something else.

    """
    slugs = {
        parts[1] if parts[0] == "snippets" else Path(parts[2]).stem
        for parts in (Path(name).parts for name in changed)
        if (parts[0] == "snippets" and len(parts) > 2)  # noqa: PLR2004
        or (parts[0] == "docs" and len(parts) == 3)  # noqa: PLR2004
    }
    in_step = _in_step(before) if before else set()
    spoken = languages.read_all(book)
    lines = ["## Translations", ""]
    for language in book.languages[1:]:
        found = status(book, language)
        behind = [
            f"- `{slug}#{state.id}`: {state.state}"
            + (", by this change" if (language, slug, state.id) in in_step else "")
            for slug, states in found.pages.items()
            for state in states
            if slug in slugs and state.state != "fresh"
        ]
        said = behind or ["Every section of the pages touched is in step."]
        lines += [f"### {spoken[language].name}", "", *said, ""]
    lines += ["## Mistakes", ""]
    in_original = languages.catalogue(book.docs, book.languages[0])
    for each in problems:
        place = f"`{book.relative(each.path)}:{each.line}`"
        told = dict.fromkeys((str(each.message), each.message.told(in_original)))
        lines.append(f"- {place} " + "\n  ".join(told))
    return "\n".join([*lines, *([] if problems else ["None."])]) + "\n"


def _in_step(path: Path) -> set[tuple[str, str, str]]:
    """Return language, page and id of the sections that `as_json` tells are fresh."""
    try:
        return {
            (language, slug, state["id"])
            for language, found in json.loads(path.read_text("utf-8")).items()
            for slug, states in found["pages"].items()
            for state in states
            if state["state"] == "fresh"
        }
    except (OSError, ValueError, AttributeError, KeyError, TypeError) as error:
        message = Message(
            "is not what `derivlearn-site status --json` writes; write it anew"
        )
        raise SourceError(path, 1, message) from error


def check_language(book: Settings, language: str) -> None:
    """Make sure that the book is translated into a language.

    Raises:
        SourceError: There is no such language, or it is the original itself.

    """
    if language == book.languages[0]:
        message = Message(
            "'{language}' is the original, which is translated from nothing; name one "
            "of {known}",
            language=language,
            known=", ".join(book.languages[1:]),
        )
        raise SourceError(book.root / "mkdocs.yml", 1, message)
    if language not in book.languages:
        raise languages.unknown(book, language)


def page_of(book: Settings, language: str, slug: str) -> Page:
    """Read a page that a command names.

    Raises:
        SourceError: There is no such page; says what there is.

    """
    path = book.docs / language / f"{slug}.md"
    if not path.is_file():
        message = Message(
            "is not there; `derivlearn-site new {language} {slug}` begins it",
            language=language,
            slug=slug,
        )
        if language == book.languages[0]:
            known = ", ".join(each.stem for each in book.pages(language))
            message = Message("is not there; the pages are {known}", known=known)
        raise SourceError(path, 1, message)
    return pages.read(path, book)


def begin(book: Settings, language: str, slug: str) -> Path:
    """Write a page for a translator to fill in, and return its path.

    Headings, formulas, fences, tables and pictures stand in their places; the words are
    the original's, and each section bears a mark until it is translated.

    Raises:
        SourceError: The page is there already, or there is no such language or
            original.

    """
    check_language(book, language)
    path = book.docs / language / f"{slug}.md"
    if path.exists():
        message = Message("is there already; nothing was changed")
        raise SourceError(path, 1, message)
    original = page_of(book, book.languages[0], slug)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(scaffold(original), encoding="utf-8", newline="\n")
    drift.stamp(original, pages.read(path, book))
    return path


def scaffold(original: Page) -> str:
    """Return the original with a mark below each heading, and above words at its top.

    Those are comments, which no reader gets to see.
    """
    headings = {heading.line for heading in original.headings}
    words = {original.line_of(key) for key in pages.WORDS if key in original.meta}
    lines: list[str] = []
    for number, line in enumerate(original.lines, 1):
        if number in words:
            lines.append(f"# {TODO}")
        lines += [line, "", TODO] if number in headings else [line]
    return "\n".join(lines) + "\n"


def done(
    book: Settings, language: str, slug: str, sections: Iterable[str] = ()
) -> Path:
    """Say that sections of a translation are in step with the original.

    Raises:
        SourceError: There is no such language, page or section.
        UnfinishedError: A section differs from the original in more than its words, or
            is not translated yet.

    """
    check_language(book, language)
    original = page_of(book, book.languages[0], slug)
    page = page_of(book, language, slug)
    wanted = list(sections) or [str(heading.id) for heading in original.headings]
    known = {str(heading.id): heading.line for heading in page.headings}
    for id_ in wanted:
        if id_ not in known:
            message = Message(
                "has no section {{ #{section} }}; it has {known}",
                section=id_,
                known=", ".join(known),
            )
            raise SourceError(page.path, 1, message)
    problems = page.problems + list(
        _within(page, parity.differences(original, page), wanted)
    )
    problems += [
        Problem(
            page.path,
            state.line,
            Message(
                "{{ #{section} }} is not translated yet; translate it and delete "
                "`{mark}`",
                section=state.id,
                mark=TODO,
            ),
        )
        for state in drift.states(original, page)
        if state.id in wanted and state.state == "untranslated"
    ]
    if wanted[:1] == [str(original.headings[0].id)]:
        problems += _untranslated_top(page)
    if problems:
        raise UnfinishedError([_refused(each) for each in sorted(problems)])
    return drift.stamp(original, page, wanted)


def _untranslated_top(page: Page) -> Iterator[Problem]:
    """Yield a problem for each mark in the front matter of a page."""
    top = page.lines[: page.front_matter_end]
    for number, (line, below) in enumerate(pairwise(top), 1):
        if TODO in line:
            message = Message(
                "the `{key}:` below is not translated yet; translate it and delete "
                "this line, `{mark}`",
                key=below.partition(":")[0],
                mark=line,
            )
            yield Problem(page.path, number, message)


def _within(
    page: Page, problems: Iterable[Problem], wanted: list[str]
) -> Iterable[Problem]:
    """Yield the problems that lie in the sections that are wanted."""
    own = [(each.line, end) for each, end in page.sections if each.id in wanted]
    for problem in problems:
        if any(line <= problem.line <= end for line, end in own):
            yield problem
