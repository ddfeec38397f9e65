"""What the book adds to Markdown, for whichever generator reads the staged pages.

A generator lists `derivlearn_site.publish.extension` among the extensions of Markdown,
with the book's folder and the language of the site. Each staged page begins with a
line that says which page it is; `staging` writes it.
"""

import json
import re
from html import escape
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from derivlearn_site.base import languages, settings
from derivlearn_site.pages import glossary
from derivlearn_site.publish.formulas import Formulas
from derivlearn_site.publish.hovers import Hovers
from derivlearn_site.publish.listings import Listings
from derivlearn_site.publish.phrases import Phrases
from derivlearn_site.publish.place import Above
from derivlearn_site.publish.tables import Tables

_HEADER = re.compile(r"<!-- page: (?P<page>\{.*\}) -->")


def header(language: str, slug: str, glossary_address: str) -> str:
    """Return the line with which a staged page begins."""
    page = {"language": language, "slug": slug, "glossary": glossary_address}
    return f"<!-- page: {json.dumps(page)} -->"


class BookExtension(Extension):
    """Listings, formulas, tables and terms as the book shows them."""

    def __init__(self, **options: object) -> None:
        """Take the options of a generator's configuration."""
        self.config = {
            "book": ["", "The folder that holds mkdocs.yml"],
            "language": ["", "The language of the site"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Stand beside the extensions that `mkdocs.yml` lists."""
        book = settings.load(Path(self.getConfig("book")))
        language = languages.read_all(book)[self.getConfig("language")]
        strings = language.strings
        terms = glossary.read(book)
        self.strings = strings
        self.runner = language.runner
        self.md = md
        self.formulas = Formulas(md, escape(strings["formula"]))
        self.hovers = Hovers(md, terms)
        md.registerExtension(self)
        md.preprocessors.register(_Header(md, self.hovers), "book-page", 100)
        # After what stands in a sentence has been read, before headings are numbered
        # and links are followed.
        md.treeprocessors.register(self.formulas, "book-formulas", 16)
        md.treeprocessors.register(self.hovers, "book-hovers", 15)
        md.treeprocessors.register(Tables(md, strings["table"]), "book-tables", 8)
        # After the contents have taken the headings as they are.
        phrases = Phrases(md, self.getConfig("language"))
        md.treeprocessors.register(phrases, "book-phrases", 4)
        # After the generator has looked for the title, which comes first.
        md.treeprocessors.register(Above(md), "book-place", -10)
        self.reset()

    def reset(self) -> None:
        """Begin with another page."""
        self.formulas.mistakes.clear()
        self.md.listings = Listings(self.strings, self.runner)  # type: ignore[attr-defined]


class _Header(Preprocessor):
    """Reads which page follows."""

    def __init__(self, md: Markdown, hovers: Hovers) -> None:
        super().__init__(md)
        self.hovers = hovers

    def run(self, lines: list[str]) -> list[str]:
        """Take the first line away, and tell those who want to know."""
        match = _HEADER.fullmatch(lines[0]) if lines else None
        if match is None:
            return lines
        page: dict[str, Any] = json.loads(match["page"])
        self.hovers.begin(page["language"], page["slug"], page["glossary"])
        return lines[1:]


def makeExtension(**options: object) -> BookExtension:  # noqa: N802 - Markdown's name
    """Return the extension, as Markdown asks for it."""
    return BookExtension(**options)
