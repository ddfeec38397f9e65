"""What a site makes of a page, by Markdown alone, without any generator."""

from dataclasses import dataclass

from markdown import Markdown

from derivlearn_site.base.languages import Language, read_all
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages.tex import FormulaError
from derivlearn_site.publish import listings
from derivlearn_site.publish.extension import BookExtension, header

LISTING = {"name": "*", "class": "highlight", "format": listings.fence}
HERE = header("ja", "demo", "glossary.md")


@dataclass(frozen=True)
class Shown:
    """The HTML of a page, and what is wrong with its formulas."""

    html: str
    mistakes: list[FormulaError]


def markdown(book: Settings, extension: BookExtension) -> Markdown:
    """Return Markdown with all that the book's settings list, and with the book's own.

    Settings that are read as data name no function, so the listings are put in here.
    """
    options = {
        name: given or {}
        for entry in book.config["markdown_extensions"]
        for name, given in (entry if isinstance(entry, dict) else {entry: {}}).items()
    }
    options["pymdownx.superfences"] = {"custom_fences": [LISTING]}
    return Markdown(extensions=[*options, extension], extension_configs=options)


def show(book: Settings, text: str, language: str = "ja") -> Shown:
    """Return what the site of a language shows of a staged page."""
    extension = BookExtension(book=str(book.root), language=language)
    html = markdown(book, extension).convert(text)
    return Shown(html, list(extension.formulas.mistakes))


def language_of(book: Settings, code: str = "ja") -> Language:
    """Return a language of a book."""
    return read_all(book)[code]
