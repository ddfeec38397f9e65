"""The terms of the book in every language, read from `docs/glossary.yml`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any, TypedDict

import yaml

from derivlearn_site.base import hygiene, languages
from derivlearn_site.base.errors import Message, Problem, SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page as pages

FILE = "glossary.yml"
PLACE = "<!-- glossary -->"

_REMARK = re.compile(r"\s*[（(][^（(]*[）)]")


@dataclass(frozen=True)
class Term:
    """A term: its id, its entry in the file, and the line of that entry."""

    id: str
    line: int
    entry: dict[str, Any]

    def name(self, language: str) -> str:
        """Return the term in a language, or in English where it has none."""
        return str(self.entry.get(language) or self.entry["en"])

    def others(self, language: str) -> list[str]:
        """Return the term's other names in a language."""
        return list((self.entry.get("also") or {}).get(language, []))

    def spellings(self, language: str) -> list[str]:
        """Return all names in a language as sentences use them, without remarks."""
        names = [self.name(language), *self.others(language)]
        return [
            spelling for name in names for spelling in _REMARK.sub("", name).split(", ")
        ]

    def means(self, language: str) -> str:
        """Return the term's definition in a language, or nothing where it has none."""
        return str((self.entry.get("means") or {}).get(language, ""))

    def hovers(self, language: str) -> bool:
        """Whether pages in a language show the definition."""
        hover = self.entry.get("hover", True)
        wanted = hover.get(language, True) if isinstance(hover, dict) else hover
        return bool(wanted and self.means(language))

    @property
    def slug(self) -> str:
        """The page that explains the term, if one does."""
        return str(self.entry.get("page", "")).partition("#")[0]

    def signs(self) -> list[str]:
        """Return how formulas and code write the term, as Markdown."""
        symbol, code = self.entry.get("symbol"), self.entry.get("code")
        return [f"${symbol}$"] * bool(symbol) + [f"`{code}`"] * bool(code)

    def never(self, language: str) -> list[str]:
        """Return the renderings that pages in a language must not use."""
        return list((self.entry.get("never") or {}).get(language, []))

    def examples(self, language: str, kind: str) -> list[str]:
        """Return sentences in a language that are "good", or that are "bad"."""
        examples = (self.entry.get("examples") or {}).get(language) or {}
        return list(examples.get(kind, []))


class SearchTerm(TypedDict):
    """A term for the search: each name finds the others, and where it is explained."""

    names: list[str]
    location: str


def read(book: Settings) -> list[Term]:
    """Return the terms in the order of the file."""
    path = book.docs / FILE
    if not path.is_file():
        return []
    return list(_read(hygiene.text_of(path)))


@lru_cache(maxsize=1)
def _read(text: str) -> tuple[Term, ...]:
    loaded = yaml.safe_load(text)
    lines = {
        line.partition(":")[0]: number
        for number, line in enumerate(text.splitlines(), 1)
        if line[:1].isalpha()
    }
    return tuple(Term(key, lines[key], entry) for key, entry in loaded.items())


def table(book: Settings, language: str, head: Sequence[str]) -> list[str]:
    """Return the table of the glossary page, a column for each language of the book.

    Args:
        book: The book.
        language: The language of the page, which comes first.
        head: The two lines that the page itself has: the headings of the symbol and of
            the chapter, and the line below them.
    """
    spoken = languages.read_all(book)
    names = [
        spoken[language].name,
        *(
            f'<span lang="{code}">{spoken[code].name}</span>'
            for code in _others(book, language)
        ),
    ]
    return [
        f"| {' | '.join(names)} {head[0].strip()}",
        f"{'|---' * len(names)}{head[1].strip()}",
        *rows(book, language),
    ]


def _others(book: Settings, language: str) -> list[str]:
    return [code for code in book.languages if code != language]


def rows(book: Settings, language: str) -> list[str]:
    """Return the rows of the glossary page: term, translations, symbol, chapter.

    What a term means stands below its name. A language that has no name for it yet
    leaves its place empty.
    """
    titles: dict[str, str] = {}
    written = []
    for term in read(book):
        own = " / ".join([term.name(language), *term.others(language)])
        means = ""
        if meant := term.means(language):
            means = f'<span class="dl-means">{escape(meant)}</span>'
        names = [f'<span id="{term.id}">{own}</span>{means}']
        names += [
            f'<span lang="{code}">{term.name(code)}</span>'
            if code in term.entry
            else ""
            for code in _others(book, language)
        ]
        symbol = " ".join(term.signs())
        link = ""
        if target := term.entry.get("page"):
            slug, _, heading = target.partition("#")
            if slug not in titles:
                titles[slug] = _title(book, language, slug, term)
            anchor = f"#{heading}" if heading else ""
            link = f"[{titles[slug]}]({slug}.md{anchor})"
        written.append(f"| {' | '.join([*names, symbol, link])} |")
    return written


def _title(book: Settings, language: str, slug: str, term: Term) -> str:
    for code in (language, book.languages[0]):
        path = book.docs / code / f"{slug}.md"
        if path.is_file():
            return pages.outline(path, book).headings[0].text
    message = Message(
        "the term '{term}' names no page: '{slug}'; correct its `page: …`",
        term=term.id,
        slug=slug,
    )
    raise SourceError(book.docs / FILE, term.line, message)


def location(target: str) -> str:
    """Return where `page#heading` is in a site: `page/#heading`."""
    slug, _, anchor = target.partition("#")
    return f"{slug}/#{anchor}" if anchor else f"{slug}/"


def search_terms(
    terms: list[Term], spoken: Sequence[str], page: str
) -> list[SearchTerm]:
    """Return the names by which a term is found, and where it is explained.

    What the pages must not call it is what others do, and what a reader may type.

    Args:
        terms: The terms.
        spoken: A reader may know the name in any of these languages; those of the
            first come first.
        page: The glossary's own page, for a term that no other one explains.
    """
    found: list[SearchTerm] = []
    for term in terms:
        names = [
            name
            for language in spoken
            for name in [*term.spellings(language), *term.never(language)]
        ]
        place = location(str(term.entry.get("page", f"{page}#{term.id}")))
        found.append({"names": list(dict.fromkeys(names)), "location": place})
    return found


def broken_pages(
    book: Settings, originals: Mapping[str, pages.Page], terms: Sequence[Term]
) -> Iterator[Problem]:
    """Yield the terms whose `page:` is no page, or no heading of one."""
    for term in terms:
        target = str(term.entry.get("page", ""))
        if target and not pages.is_there(target, originals):
            yield Problem(book.docs / FILE, term.line, pages.nowhere(target))


def wrong_words(page: pages.Page, terms: Sequence[Term]) -> Iterator[Problem]:
    """Yield a problem for each rendering on a page that must not be used."""
    if page.slug in page.settings.may_name_wrong_words:
        return
    wrong = [term for term in terms if term.never(page.language)]
    for number, text in page.words:
        for term, word in wrong_words_of(text, wrong, page.language):
            yield Problem(
                page.path,
                number,
                Message(
                    "write '{name}', not '{word}' ({file}:{line})",
                    name=term.name(page.language),
                    word=word,
                    file=f"docs/{FILE}",
                    line=term.line,
                ),
            )


def wrong_words_of(
    text: str, terms: Sequence[Term], language: str
) -> Iterator[tuple[Term, str]]:
    """Yield each rendering in a text that must not be used, and the term it is of."""
    for term in terms:
        for word in term.never(language):
            if word in text:
                yield term, word
