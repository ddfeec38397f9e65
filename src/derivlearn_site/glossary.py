"""The terms of the book in every language, read from `docs/glossary.yml`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from derivlearn_site import page as pages
from derivlearn_site import search
from derivlearn_site.errors import Problem, SourceError
from derivlearn_site.settings import Settings

FILE = "glossary.yml"
PLACE = "<!-- glossary -->"
# Here the wrong words are named in order to be put right.
_MAY_NAME_WRONG_WORDS = {"corrections"}


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

    def signs(self) -> list[str]:
        """Return how formulas and code write the term, as Markdown."""
        symbol, code = self.entry.get("symbol"), self.entry.get("code")
        return [f"${symbol}$"] * bool(symbol) + [f"`{code}`"] * bool(code)

    def never(self, language: str) -> list[str]:
        """Return the renderings that pages in a language must not use."""
        return list((self.entry.get("never") or {}).get(language, []))


def read(book: Settings) -> list[Term]:
    """Return the terms in the order of the file."""
    path = book.docs / FILE
    if not path.is_file():
        return []
    text = path.read_text(encoding="utf-8")
    loaded = yaml.safe_load(text)
    lines = {
        line.partition(":")[0]: number
        for number, line in enumerate(text.splitlines(), 1)
        if line[:1].isalpha()
    }
    return [Term(key, lines[key], entry) for key, entry in loaded.items()]


def rows(book: Settings, language: str) -> list[str]:
    """Return the rows of the glossary page: term, translation, symbol, chapter."""
    others = [code for code in book.languages if code != language]
    titles: dict[str, str] = {}
    written = []
    for term in read(book):
        own = " / ".join([term.name(language), *term.others(language)])
        names = [f'<span id="{term.id}">{own}</span>']
        names += [f'<span lang="{code}">{term.name(code)}</span>' for code in others]
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
            return pages.read(path, book).headings[0].text
    raise SourceError(
        book.docs / FILE, term.line, f"the term '{term.id}' names no page: '{slug}'"
    )


def search_terms(terms: list[Term], language: str) -> list[search.Term]:
    """Return the names by which a term is found, and where it is explained."""
    found: list[search.Term] = []
    for term in terms:
        slug, _, anchor = str(term.entry.get("page", "glossary")).partition("#")
        # Nobody types the remark in brackets.
        name = re.sub(r"\s*[（(].*", "", term.name(language))
        found.append(
            {
                "names": [name, *term.others(language)],
                "location": f"{slug}/#{anchor}" if anchor else f"{slug}/",
            }
        )
    return found


def wrong_words(page: pages.Page, terms: list[Term]) -> Iterator[Problem]:
    """Yield a problem for each rendering on a page that must not be used."""
    if page.slug in _MAY_NAME_WRONG_WORDS:
        return
    for number, text in page.words:
        for term in terms:
            for word in term.never(page.language):
                if word in text:
                    yield Problem(
                        page.path,
                        number,
                        f"write '{term.name(page.language)}', not '{word}' "
                        f"(docs/{FILE}:{term.line})",
                    )
