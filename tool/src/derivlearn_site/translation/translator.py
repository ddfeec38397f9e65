"""What a translator does: see what is to do, begin a page, say that it is done."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

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


def status(book: Settings, language: str) -> Status:
    """Return how a language stands to the original."""
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
    names = book.names
    lines = []
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
            f"| **{names[language]}** | {totals} |",
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
        lines += [f"### {book.names[language]}", "", *said, ""]
    lines += ["## Mistakes", ""]
    lines += [
        f"- `{book.relative(each.path)}:{each.line}` {each.message}\n"
        f"  {each.message.japanese}"
        for each in problems
    ]
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


def page_of(book: Settings, language: str, slug: str) -> Page:
    """Read a page that a command names.

    Raises:
        SourceError: There is no such language or page; says what there is.

    """
    if language not in book.languages:
        message = Message(
            "names no language '{language}'; add an entry `{language}: {{name: …}}` "
            "below `languages:`, beside {known}",
            language=language,
            known=", ".join(book.languages),
        )
        raise SourceError(book.root / "mkdocs.yml", 1, message)
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
        SourceError: The page is there already, or there is no such original.

    """
    path = book.docs / language / f"{slug}.md"
    if path.exists():
        message = Message("is there already; nothing was changed")
        raise SourceError(path, 1, message)
    original = page_of(book, book.languages[0], slug)
    if language not in book.languages:
        page_of(book, language, slug)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(scaffold(original), encoding="utf-8", newline="\n")
    drift.stamp(original, pages.read(path, book))
    return path


def scaffold(original: Page) -> str:
    """Return the original with a mark below each heading."""
    headings = {heading.line for heading in original.headings}
    lines: list[str] = []
    for number, line in enumerate(original.lines, 1):
        lines += [line, "", TODO] if number in headings else [line]
    return "\n".join(lines) + "\n"


def done(
    book: Settings, language: str, slug: str, sections: Iterable[str] = ()
) -> Path:
    """Say that sections of a translation are in step with the original.

    Raises:
        SourceError: A section differs from the original in more than its words, is not
            translated yet, or is not there.

    """
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
    if problems:
        first = problems[0]
        message = Message("{problem}; nothing is stamped", problem=first.message)
        raise SourceError(first.path, first.line, message)
    return drift.stamp(original, page, wanted)


def _within(
    page: Page, problems: Iterable[Problem], wanted: list[str]
) -> Iterable[Problem]:
    """Yield the problems that lie in the sections that are wanted."""
    found = [section for section in parity.sections(page) if section.id in wanted]
    for problem in problems:
        if any(section.line <= problem.line <= section.end for section in found):
            yield problem
