"""The search index becomes plain text that is fetched when a reader wants to search.

The theme fetches `search/search_index.json` with every first visit. `split` leaves
there the settings only, and puts the texts into a second file, which the search worker
(`web/src/search/worker.ts`) fetches when the search box is first focused. Beside the
texts it holds the names by which readers ask for them.
"""

import json
import re
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import asked, glossary
from derivlearn_site.pages.glossary import SearchTerm

INDEX = "search/search_index.json"
TEXTS = "search/texts.json"

# Of an entry of the reference, its signature and what it is for.
_BEGINNING = 300

_BLOCK = re.compile(r"</?(?:p|pre|ol|ul|li)>")
_TAG = re.compile(r"<[^>]*>")
# MathML says what is applied or multiplied with characters that nobody types.
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200d\u2060-\u2064\ufeff]")
_SPACE = re.compile(r"\s+")
_WIDE = r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60]"
_SPACE_BETWEEN_WIDE = re.compile(rf"(?<={_WIDE}) (?={_WIDE})")


@dataclass(frozen=True)
class Words:
    """What the search of a language knows beside the texts of its pages."""

    # What goes by more than one name, and where it is explained.
    terms: list[SearchTerm] = field(default_factory=list)
    # What the book has no name for, and where something near it is.
    hints: list[SearchTerm] = field(default_factory=list)
    # How words are said, in kana.
    readings: dict[str, str] = field(default_factory=dict)
    # Each term's id, its name and what it means: the sections of the glossary.
    meanings: list[tuple[str, str, str]] = field(default_factory=list)
    # The pages that list what others explain.
    glossary: str = ""
    reference: str = ""


def words(book: Settings, language: str) -> Words:
    """Return what the search of a language has to know."""
    spoken = sorted(book.languages, key=lambda other: other != language)
    further = asked.read(book)
    terms = glossary.read(book)
    found = glossary.search_terms(terms, spoken, book.glossary)
    for term, names in zip(terms, found, strict=True):
        names["names"] += further.of_term(book, term.id)
    return Words(
        terms=found,
        hints=[
            {"names": [*entry.values], "location": glossary.location(entry.key)}
            for entry in further.of_pages(book)
        ],
        readings={
            entry.key: sound for entry in further.readings for sound in entry.values
        },
        meanings=[
            (term.id, ", ".join(term.spellings(language)), term.means(language))
            for term in terms
        ],
        glossary=book.glossary,
        reference=book.reference,
    )


def plain(html: str) -> str:
    """Return the text of a piece of HTML, as a reader sees it.

    A line break in the source of a Japanese sentence is no space: it would split a
    word that a reader types in one piece.
    """
    text = unescape(_TAG.sub("", _BLOCK.sub(" ", html)))
    text = _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()
    return _SPACE_BETWEEN_WIDE.sub("", text)


def split(index: str, known: Words | None = None) -> tuple[str, str]:
    """Return the theme's index without its texts, and the texts.

    Of each page, the sections: id, heading and text.

    Args:
        index: The theme's `search_index.json`.
        known: What the search knows beside the texts.
    """
    known = known or Words()
    data = json.loads(index)
    pages: dict[str, list[tuple[str, str, str]]] = {}
    for doc in data["docs"]:
        path, _, id_ = doc["location"].partition("#")
        text = plain(doc["text"])
        if path == f"{known.reference}/":
            text = _beginning(text)
        if path == f"{known.glossary}/":
            text = ""  # a table of all terms, of which each is a section below
        page = pages.setdefault(path, [])
        title = plain(doc["title"])
        if id_ and [each[:2] for each in page] == [("", title)]:
            # What stands above the title is no text of the page, which begins here.
            page.pop()
            id_ = ""
        page.append((id_, title, text))
    if listed := pages.get(f"{known.glossary}/"):
        listed += known.meanings
    lists = [f"{slug}/" for slug in (known.glossary, known.reference)]
    texts = {
        "pages": pages,
        "terms": known.terms,
        "hints": known.hints,
        "readings": known.readings,
        "lists": [path for path in lists if path in pages],
    }
    return _dump({**data, "docs": []}), _dump(texts)


def _beginning(text: str) -> str:
    """Return a text up to the last word that is whole."""
    if len(text) <= _BEGINNING:
        return text
    return f"{text[:_BEGINNING].rpartition(' ')[0]} …"


def write(site: Path, known: Words | None = None) -> None:
    """Split the index of a site that has just been built.

    Args:
        site: The folder of one language's built site.
        known: As for `split`.
    """
    index = site / INDEX
    settings, texts = split(index.read_text(encoding="utf-8"), known)
    index.write_text(settings, encoding="utf-8")
    (site / TEXTS).write_text(texts, encoding="utf-8")


def _dump(data: object) -> str:
    """Return JSON without spaces, in which Japanese stays readable."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
