"""The languages of the book: their texts, their addresses, the pages each one has."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote, urljoin

from derivlearn_site.base.errors import Message, MistakeError

# Texts that a language lacks, and readers of a language that the book lacks, get
# this one.
FALLBACK = "en"

PAGE_SUFFIXES = (".md", ".ipynb")


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


def read_languages(entries: Mapping[str, Any]) -> tuple[Language, ...]:
    """Read the entries `languages:` of `mkdocs.yml`; the first is the original.

    Raises:
        MistakeError: An entry is missing or lacks its name; says which.
    """
    if not entries:
        raise MistakeError(
            Message("languages: name at least one, as `ja: {{name: 日本語, …}}`")
        )
    fallback = entries.get(FALLBACK) or {}
    languages = []
    for code, entry in entries.items():
        if not isinstance(entry, Mapping) or not entry.get("name"):
            raise MistakeError(
                Message(
                    "languages: {code}: say what the language calls itself: `name: …`",
                    code=code,
                )
            )
        languages.append(
            Language(
                code=code,
                name=entry["name"],
                site_name=entry.get("site_name") or fallback.get("site_name") or code,
                sections=_merged(fallback, entry, "sections"),
                strings=_merged(fallback, entry, "strings"),
                runner=_merged(fallback, entry, "runner"),
                figures=_merged(fallback, entry, "figures"),
            )
        )
    return tuple(languages)


def _merged(
    fallback: Mapping[str, Any], entry: Mapping[str, Any], key: str
) -> dict[str, str]:
    return {**(fallback.get(key) or {}), **(entry.get(key) or {})}


def slug_of(path: str) -> str:
    """Return the slug of a page's path in its language: `linear.md` is `linear`."""
    return PurePosixPath(path).with_suffix("").as_posix()


def is_page(path: str) -> bool:
    """Tell whether a path in a language's folder is a page, not a file beside it."""
    return path.endswith(PAGE_SUFFIXES)


def missing_files(original: Iterable[str], translated: Collection[str]) -> list[str]:
    """Return the files of the original that a language has to borrow."""
    slugs = {slug_of(path) for path in translated if is_page(path)}
    return [
        path
        for path in original
        if (slug_of(path) not in slugs if is_page(path) else path not in translated)
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
