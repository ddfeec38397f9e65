"""The languages of the book: their texts, their addresses, the pages each one has."""

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote, urljoin

from derivlearn_site.base import texts
from derivlearn_site.base.errors import ENGLISH, Catalogue, Message, SourceError
from derivlearn_site.base.settings import TAG, Settings
from derivlearn_site.base.texts import Pace, Texts

# Texts that a language lacks, and readers of a language that the book lacks, get
# this one.
FALLBACK = "en"

PAGE_SUFFIXES = (".md", ".ipynb")


class Words(dict[str, str]):
    """The texts of a group; asked for one that no language has, it says so."""

    def __init__(self, group: str, path: Path, words: Mapping[str, str]) -> None:
        """Hold the texts of a group, and the file where one is to be added."""
        super().__init__(words)
        self.group = group
        self.path = path

    def __missing__(self, key: str) -> str:
        """Tell that the text is nowhere."""
        message = Message(
            "lacks '{key}' below `{group}:`; write it", key=key, group=self.group
        )
        raise SourceError(self.path, 1, message)


@dataclass(frozen=True)
class Language:
    """One language of the book, with its own texts or those that stand in."""

    code: str
    name: str
    site_name: str
    sections: Mapping[str, str]
    strings: Mapping[str, str]
    runner: Mapping[str, str]
    figures: Mapping[str, str]
    numerals: tuple[re.Pattern[str], ...] = ()
    counted: re.Pattern[str] | None = None
    pace: Pace | None = None
    style: str = ""

    def says(self, number: int, text: str) -> bool:
        """Tell whether a text says a number in words.

        A language that lists no `numerals:` is believed.
        """
        if number >= len(self.numerals):
            return not self.numerals
        return bool(self.numerals[number].search(text))


@dataclass(frozen=True)
class Alternate:
    """A translation of a page, as `<link hreflang>` and the sitemap announce it."""

    hreflang: str
    url: str


@dataclass(frozen=True)
class Nav:
    """A navigation that MkDocs can read, and the slugs that have no page."""

    items: list[Any]
    missing: tuple[str, ...]


def read_all(book: Settings) -> dict[str, Language]:
    """Return the languages of a book by their codes; the first is the original.

    What cannot be used in the file of a language is left out: `text_problems` tells it.
    """
    read = read_texts(book)
    return {
        code: _language(
            code, own, stand_ins(book, read, code), judged=code not in complete(book)
        )
        for code, own in read.items()
    }


def _language(
    code: str, own: Texts, others: Sequence[Texts], *, judged: bool
) -> Language:
    """Return a language with its own texts, or else those of others.

    Between the two languages that must be complete, nobody knows which one is right.
    """

    def words(group: str) -> Words:
        found: dict[str, str] = {}
        for each in reversed(others):
            found |= texts.usable(each, (), group)
        found |= texts.usable(own, others if judged else (), group)
        return Words(group, own.path, found)

    titles = (each.site_name for each in (own, *others))
    return Language(
        code=code,
        name=own.name or code,
        site_name=next(filter(None, titles), code),
        sections=words("sections"),
        strings=words("strings"),
        runner=words("runner"),
        figures=words("figures"),
        numerals=own.numerals,
        counted=own.counted,
        pace=own.pace,
        style=own.style,
    )


def read_texts(book: Settings) -> dict[str, Texts]:
    """Return what the file of each language says."""
    return {code: texts.read(path_of(book.docs, code)) for code in book.languages}


def path_of(docs: Path, code: str) -> Path:
    """Return where the texts of a language lie."""
    return docs / code / texts.FILE


def complete(book: Settings) -> list[str]:
    """Return the languages that must have every text, the first to stand in first."""
    original = book.languages[0]
    both = (FALLBACK, original) if FALLBACK in book.languages else (original,)
    return list(dict.fromkeys(both))


def stand_ins(book: Settings, read: Mapping[str, Texts], code: str) -> list[Texts]:
    """Return the languages whose texts stand in for those that a language lacks."""
    return [read[other] for other in complete(book) if other != code]


def catalogue(docs: Path, code: str = "") -> Catalogue:
    """Return the messages of a language; without its code, of the environment's.

    As for gettext, the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set decides.
    Where the book has no texts of the language, they are told in English.
    """
    asked = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    wanted = code or next(filter(None, asked), "")
    tag = re.split("[.@]", wanted)[0].replace("_", "-")
    for each in (tag, tag.partition("-")[0]):
        if TAG.fullmatch(each) and path_of(docs, each).is_file():
            return texts.usable(texts.read(path_of(docs, each)), (), texts.MESSAGES)
    return ENGLISH


def unknown(book: Settings, code: str) -> SourceError:
    """Return what to tell of a language that the book does not have."""
    path = path_of(book.docs, code)
    message = Message(
        "names no language '{language}'; add it to `languages:`, beside {known}, and "
        "write {file} with its `name: …`",
        language=code,
        known=", ".join(book.languages),
        file=book.relative(path).as_posix(),
    )
    return SourceError(book.root / "mkdocs.yml", 1, message)


def slug_of(path: str) -> str:
    """Return the slug of a page's path in its language: `linear.md` is `linear`."""
    return PurePosixPath(path).with_suffix("").as_posix()


def is_page(path: str) -> bool:
    """Tell whether a path in a language's folder is a page, not a file beside it."""
    return path.endswith(PAGE_SUFFIXES)


def missing_files(original: Iterable[str], translated: Collection[str]) -> list[str]:
    """Return the files of the original that a language has to borrow.

    The texts of the original are not among them: they are no part of the site.
    """
    slugs = {slug_of(path) for path in translated if is_page(path)}
    return [
        path
        for path in original
        if path != texts.FILE
        and (slug_of(path) not in slugs if is_page(path) else path not in translated)
    ]


def resolve_nav(nav: Sequence[Any], paths: Iterable[str], language: Language) -> Nav:
    """Turn a navigation of slugs into one of paths, with titles in one language.

    A slug without a page is left out of the result and named in `missing`.
    """
    files = {slug_of(path): path for path in paths if is_page(path)}
    missing: list[str] = []

    def resolve(items: Sequence[Any]) -> Iterator[Any]:
        for item in items:
            if isinstance(item, Mapping):
                for key, children in item.items():
                    yield {language.sections.get(key, key): list(resolve(children))}
            elif item not in files:
                missing.append(item)
            elif item == "index":
                yield {language.strings.get("home", item): files[item]}
            else:
                yield files[item]

    return Nav(list(resolve(nav)), tuple(missing))


def no_page(slug: str, path: object) -> Message:
    """Return what to tell of a slug in the navigation without its page."""
    return Message(
        "nav names '{slug}', but there is no {page}; check the name",
        slug=slug,
        page=path,
    )


def alternates(site_url: str, page_url: str, codes: Sequence[str]) -> list[Alternate]:
    """Return the translations of a page in the languages `codes` that have it.

    `site_url` is the address of the whole site, `page_url` that of the page within
    its language (`""` is the home page, whose neutral form is the page at the root).
    """
    found = [Alternate(code, language_url(site_url, code, page_url)) for code in codes]
    if not found:
        return []
    default = FALLBACK if FALLBACK in codes else codes[0]
    neutral = language_url(site_url, default, page_url) if page_url else site_url
    return [*found, Alternate("x-default", neutral)]


def language_url(site_url: str, code: str, page_url: str = "") -> str:
    """Return the absolute address of a page in a language."""
    return urljoin(site_url, f"{code}/{page_url}")


def edit_url(repo_url: str, edit_uri: str, path: str) -> str:
    """Return the address at which a file below `docs/` can be edited."""
    return f"{repo_url.rstrip('/')}/{edit_uri}{quote(path)}"


def translate_url(repo_url: str, edit_uri: str, code: str, path: str) -> str:
    """Return the address at which a page that a language lacks can be written."""
    folder, _, name = f"{code}/{path}".rpartition("/")
    new = edit_uri.replace("edit/", "new/", 1)
    return f"{repo_url.rstrip('/')}/{new}{quote(folder)}?filename={quote(name)}"
