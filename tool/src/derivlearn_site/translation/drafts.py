"""What goes to a translator and comes back: one text, for whoever translates.

`written` makes a text of the sections to translate, with all that is to be known for
it: what must stay, the terms, how the language is written. What comes back is read by
`taking`.

The answer holds each section below its own marker:

    === derivlearn-site draft ko derivative: limit exercises ===

    === limit ===

    ## 극한 { #limit }
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from derivlearn_site.base import languages
from derivlearn_site.base.errors import Message, Problem, SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page as pages
from derivlearn_site.pages.glossary_problems import usable_terms
from derivlearn_site.pages.page import Page
from derivlearn_site.translation import drift
from derivlearn_site.translation import translator as translation
from derivlearn_site.translation.drift import TODO

# What the front matter is called among the sections, whose ids are words.
TOP = "---"
HEAD = re.compile(
    r"=== derivlearn-site draft (?P<language>\S+) (?P<slug>[^\s:]+): (?P<ids>.+) ==="
)
MARKER = re.compile(r"=== (?P<id>[a-z][-a-z0-9]*|---) ===")
_BREAK = "=" * 72

RULES = """\
Translate the sections at the end of this text from {original} to {language}. Answer
with them alone, each below its own line `=== … ===`, the first line of all included.

- Each section keeps its heading with its id, `{{ #id }}`, and its level.
- What stands between two lines ``` is code, a figure or a question. Of code nothing
  changes. Of a figure and of a question only the words behind a colon are translated,
  those of `figure:`, `id:`, `out:`, `at:`, `of:`, `with:` and the like are not.
- Formulas ($…$), `code`, numbers, addresses of links and words in braces ({{x}}) stay
  as they are. A small number may become a word.
- Lists, tables, remarks (`!!!` and `???`) and paragraphs keep their order; the words of
  a sentence come in the order of {language}.
- No HTML, no notes, nothing added.
"""


def written(book: Settings, language: str, slug: str, asked: Sequence[str] = ()) -> str:
    """Return the text to translate; by default of all that is not in step.

    Raises:
        SourceError: There is no such language, page or section, or nothing to do.
    """
    translation.check_language(book, language)
    original = translation.page_of(book, book.languages[0], slug)
    if original.problems:
        raise SourceError(*_place(original.problems[0]))
    wanted = [*asked] or _behind(book, language, original)
    known = sources(original)
    for id_ in wanted:
        if id_ not in known:
            raise SourceError(original.path, 1, no_section(id_, known))
    if not wanted:
        message = Message("every section is in step; name those to be drafted anew")
        raise SourceError(path_of(book, language, slug), 1, message)
    spoken = languages.read_all(book)
    names = {
        "original": spoken[original.language].name,
        "language": spoken[language].name,
    }
    sections = "\n\n".join(f"=== {id_} ===\n\n{known[id_]}" for id_ in wanted)
    parts = [RULES.format(**names)]
    if style := spoken[language].style.strip():
        parts.append(f"How {names['language']} is written here:\n\n{style}\n")
    if terms := _terms(book, language, sections):
        parts.append(f"The terms:\n\n{terms}\n")
    parts.append(f"{_BREAK}\n{head(language, slug, wanted)}\n")
    return "\n".join([*parts, f"{sections}\n"])


def head(language: str, slug: str, sections: Iterable[str]) -> str:
    """Return the first line of what is to be answered."""
    return f"=== derivlearn-site draft {language} {slug}: {' '.join(sections)} ==="


def _behind(book: Settings, language: str, original: Page) -> list[str]:
    """Return what of a page is not in step with its original."""
    path = path_of(book, language, original.slug)
    there = pages.outline(path, book) if path.is_file() else None
    states = drift.states(original, there)
    found = [state.id for state in states if state.state != "fresh"]
    top = there.lines[: there.front_matter_end] if there else []
    is_new = there is None or any(TODO in line for line in top)
    return [TOP] * (is_new and bool(top_of(original))) + found


def path_of(book: Settings, language: str, slug: str) -> Path:
    """Return where a page of a language lies."""
    return book.docs / language / f"{slug}.md"


def sources(page: Page) -> dict[str, str]:
    """Return each section of a page as it is written, and what of its top is words."""
    first = (
        {TOP: "\n".join(page.lines[n - 1] for n in top_of(page))}
        if top_of(page)
        else {}
    )
    return first | {
        str(heading.id): "\n".join(page.lines[heading.line - 1 : end]).strip()
        for heading, end in page.sections
    }


def top_of(page: Page) -> list[int]:
    """Return the lines of the front matter that are words."""
    return [page.line_of(key) for key in pages.WORDS if key in page.meta]


def _terms(book: Settings, language: str, text: str) -> str:
    """Return the terms that a text holds, each with its name in a language."""
    source = book.languages[0]
    lines = []
    for term in usable_terms(book)[0]:
        if not any(name in text for name in term.spellings(source)):
            continue
        names = f"{term.name(source)}: {term.name(language)}"
        if language not in term.entry:
            names = f"{term.name(source)}: … (English: {term.name('en')})"
        never = ", ".join(term.never(language))
        lines.append(f"- {names}" + (f" (never {never})" if never else ""))
    return "\n".join(lines)


def no_section(id_: str, known: Iterable[str]) -> Message:
    """Return what to tell of a section that the original does not have."""
    return Message(
        "has no section {{ #{section} }}; it has {known}",
        section=id_,
        known=", ".join(known),
    )


def _place(problem: Problem) -> tuple[Path, int, Message]:
    return problem.path, problem.line, problem.message
