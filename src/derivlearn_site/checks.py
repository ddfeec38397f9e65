"""What must hold for all pages together, beside what the page model checks of each."""

import re
from collections.abc import Iterator, Mapping

from derivlearn_site import drift, glossary, parity, snippet
from derivlearn_site import page as pages
from derivlearn_site.errors import Problem, SourceError
from derivlearn_site.settings import Settings

# A number with three decimals or more was computed, not chosen.
_COMPUTED = re.compile(r"\d+\.\d{3,}(?:e-?\d+)?")
_LINK = re.compile(r"\]\((?:(?P<slug>[-a-z0-9/]+)\.md)?(?:#(?P<id>[^)]+))?\)")


def problems(book: Settings) -> list[Problem]:
    """Return every mistake on the pages of the book, in the order of the files."""
    read = {
        language: {page.slug: page for page in _read(book, language)}
        for language in book.languages
    }
    found: list[Problem] = []
    original = read[book.languages[0]]
    terms = glossary.read(book)
    for language, translated in read.items():
        for slug, page in translated.items():
            found += page.problems
            found += unsupported_numbers(page)
            found += glossary.wrong_words(page, terms)
            found += broken_links(page, original | translated)
            if language != book.languages[0]:
                found += _differences(original.get(slug), page)
    for page in original.values():
        found += unshown_sections(page)
    return sorted(set(found))


def _read(book: Settings, language: str) -> Iterator[pages.Page]:
    for path in book.pages(language):
        yield pages.read(path, book)


def _differences(original: pages.Page | None, page: pages.Page) -> list[Problem]:
    """Return where a translation is no translation of its original."""
    if original is None:
        return [Problem(page.path, 1, "there is no such page in the original language")]
    if original.problems or page.problems:
        return []  # what is not read as meant cannot be compared
    try:
        drift.read(drift.path_of(page.settings, page.language, page.slug))
    except SourceError as error:
        return [error.problem]
    return list(parity.differences(original, page))


def unshown_sections(page: pages.Page) -> list[Problem]:
    """Return the sections of a page's snippets that the page does not show."""
    shown = {(b.snippet.path, name) for b in page.blocks for name in b.names}
    found = []
    for path in sorted((page.settings.snippets / page.slug).glob("*.py")):
        try:
            source = snippet.read(path)
            source.statements  # noqa: B018
        except SourceError as error:
            found.append(error.problem)
            continue
        found += [
            Problem(
                path,
                section.first - 1,
                f"no fence of {page.settings.relative(page.path)} "
                f"shows section '{name}'",
            )
            for name, section in source.sections.items()
            if (path, name) not in shown and not source.is_unseen(name)
        ]
    return found


def broken_links(
    page: pages.Page, known: Mapping[str, pages.Page]
) -> Iterator[Problem]:
    """Yield a problem for each link that leads to no page or heading of the book."""
    for number, text in page.words:
        for match in _LINK.finditer(text):
            target = known.get(match["slug"]) if match["slug"] else page
            if target is None:
                message = f"there is no page '{match['slug']}.md' to link to"
                yield Problem(page.path, number, message)
            elif match["id"] and match["id"] not in {h.id for h in target.headings}:
                message = f"'{target.slug}.md' has no heading {{ #{match['id']} }}"
                yield Problem(page.path, number, message)


def unsupported_numbers(page: pages.Page) -> list[Problem]:
    """Return the computed numbers of the prose that no program of the page printed."""
    evidence = "\n".join(
        [block.output for block in page.blocks]
        + [snippet.text_of(block.program.code) for block in page.blocks]
    )
    known = set(_COMPUTED.findall(evidence))
    return [
        Problem(page.path, number, f"no program of this page printed {value}")
        for number, text in page.words
        for value in _COMPUTED.findall(text)
        if value not in known
    ]
