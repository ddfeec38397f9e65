"""The terms of the book in every language, read from `docs/glossary.yml`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any

import yaml

from derivlearn_site.base import hygiene
from derivlearn_site.base.errors import Message, Problem, SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page as pages
from derivlearn_site.publish import search

FILE = "glossary.yml"
PAGE = "glossary"
PLACE = "<!-- glossary -->"
# Here the wrong words are named in order to be put right.
MAY_NAME_WRONG_WORDS = {"corrections"}

_REMARK = re.compile(r"\s*[（(][^（(]*[）)]")
_TAG = re.compile(r'(<[^>"]*(?:"[^"]*"[^>"]*)*>)')
_NAME = re.compile(r"</?([a-z0-9]+)")
_BOLD = re.compile(r"<strong>([^<]+)</strong>")
# Running text is in a plain paragraph or list, and not in one of the others.
_RUNNING = {"p", "li"}
_OTHER = {"a", "button", "code", "dfn", "figure", "kbd", "math", "pre", "script"} | {
    *("strong", "style", "summary", "svg", "table", "h1", "h2", "h3", "h4", "h5", "h6")
}
# What makes a longer word of a name that it touches: 損失関数 is not in 損失関数値, nor
# 微分 in 偏微分. A verb is made with する.
_WORD = r"[A-Za-z0-9_\-\u3005\u30a1-\u30fc\u3400-\u9fff]"
_VERB = r"す[るれ]|し|さ[せれ]|でき"


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


def rows(book: Settings, language: str) -> list[str]:
    """Return the rows of the glossary page: term, translation, symbol, chapter.

    What a term means stands below its name.
    """
    others = [code for code in book.languages if code != language]
    titles: dict[str, str] = {}
    written = []
    for term in read(book):
        own = " / ".join([term.name(language), *term.others(language)])
        means = ""
        if meant := term.means(language):
            means = f'<span class="dl-means">{escape(meant)}</span>'
        names = [f'<span id="{term.id}">{own}</span>{means}']
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
            return pages.outline(path, book).headings[0].text
    message = Message(
        "the term '{term}' names no page: '{slug}'; correct its `page: …`",
        term=term.id,
        slug=slug,
    )
    raise SourceError(book.docs / FILE, term.line, message)


def search_terms(terms: list[Term], languages: Sequence[str]) -> list[search.Term]:
    """Return the names by which a term is found, and where it is explained.

    A reader may know the name in any language; those of the first one come first.
    """
    found: list[search.Term] = []
    for term in terms:
        slug, _, anchor = str(term.entry.get("page", "glossary")).partition("#")
        names = [
            name
            for language in languages
            # Nobody types the remark in brackets.
            for name in [
                re.sub(r"\s*[（(].*", "", term.name(language)),
                *term.others(language),
            ]
        ]
        found.append(
            {
                "names": list(dict.fromkeys(names)),
                "location": f"{slug}/#{anchor}" if anchor else f"{slug}/",
            }
        )
    return found


def wrong_words(page: pages.Page, terms: list[Term]) -> Iterator[Problem]:
    """Yield a problem for each rendering on a page that must not be used."""
    if page.slug in MAY_NAME_WRONG_WORDS:
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


def with_hovers(
    html: str, terms: Sequence[Term], language: str, slug: str, address: str
) -> str:
    """Let the first mention of each term on a page show what the term means.

    It becomes a link into the glossary, titled with the definition: a mouse shows it, a
    screen reader says it, and the link brings it to all others. Headings, links, code,
    formulas, tables and pictures stay as they are. So do terms that the page explains
    itself: those that are at home there or stand there in bold.

    Args:
        html: The content of a page. It may come without its code.
        terms: The terms of the book.
        language: The language that the page is written in.
        slug: The page.
        address: Where the glossary is, seen from the page.
    """
    named = {
        spelling.casefold(): term
        for term in reversed(terms)
        for spelling in term.spellings(language)
        if len(spelling) > 1
    }
    if not named:
        return html
    explained = {named[bold].id for bold in _bold(html) if bold in named}
    left = {
        term.id
        for term in terms
        if term.hovers(language) and term.slug != slug and term.id not in explained
    }

    def linked(match: re.Match[str]) -> str:
        term = named[match["name"].casefold()]
        if term.id not in left:
            return match[0]
        left.remove(term.id)
        return (
            f'<a class="dl-term" href="{address}#{term.id}" '
            f'title="{escape(term.means(language))}">{match[0]}</a>'
        )

    mention = _mention(tuple(named))
    parts = _TAG.split(html)
    for number in _running(parts):
        parts[number] = mention.sub(linked, parts[number])
    return "".join(parts)


def _bold(html: str) -> Iterator[str]:
    """Yield what is in bold, in the singular as well."""
    for text in _BOLD.findall(html):
        bold = text.casefold()
        yield from (bold, bold.removesuffix("s"), bold.removesuffix("es"))


@lru_cache(maxsize=8)
def _mention(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds the longest name at each place, or its English plural."""
    longest_first = sorted(names, key=len, reverse=True)
    either = "|".join(map(re.escape, longest_first))
    return re.compile(
        rf"(?<!{_WORD})(?P<name>{either})(?:(?<=[a-z])e?s)?(?!{_WORD}|{_VERB})",
        re.IGNORECASE,
    )


def _running(parts: Sequence[str]) -> Iterator[int]:
    """Yield the places of the running text; texts and tags take turns."""
    opened: list[bool] = []
    for number, part in enumerate(parts):
        if number % 2 == 0:
            if part and opened and all(opened):
                yield number
        elif (found := _NAME.match(part)) and found[1] in _RUNNING | _OTHER:
            if part.startswith("</"):
                del opened[-1:]
            else:
                opened.append(part in {"<p>", "<li>"})
