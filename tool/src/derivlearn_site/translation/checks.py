"""What must hold for all pages together, beside what the page model checks of each."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from derivlearn_site.base import (
    allowed,
    files,
    hygiene,
    languages,
    settings_problems,
    text_problems,
)
from derivlearn_site.base.errors import Message, MistakeError, Problem, SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.code import snippet
from derivlearn_site.figures import gallery
from derivlearn_site.pages import (
    asked,
    cards,
    cells,
    glossary,
    glossary_problems,
    orders,
    questions,
    reference,
    spine,
    stepped,
    tex,
    way,
)
from derivlearn_site.pages import page as pages
from derivlearn_site.pages.ask import Ask
from derivlearn_site.translation import drift, foreign, parity

# A number with three decimals or more was computed, not chosen.
_COMPUTED = re.compile(r"\d+\.\d{3,}(?:e-?\d+)?")
_DECIMAL = re.compile(r"\d+\.\d+(?:e[-+]?\d+)?")
_TARGET = re.compile(r"(?:(?P<slug>[-a-z0-9/]+)\.md)?(?:#(?P<id>.+))?")


def problems(book: Settings) -> list[Problem]:
    """Return every mistake on the pages of the book, in the order of the files."""
    read = {
        language: {page.slug: page for page in _read(book, language)}
        for language in book.languages
    }
    found: list[Problem] = []
    original = read[book.languages[0]]
    terms, wrong_terms = glossary_problems.usable_terms(book)
    found += wrong_terms
    found += glossary.broken_pages(book, original, terms)
    for language, translated in read.items():
        for slug, page in translated.items():
            found += of_page(page, original, terms, original | translated)
            if language == book.languages[0]:
                found += foreign.problems(page)
            else:
                found += _differences(original.get(slug), page)
        found += orphan_originals(book, language, original)
        found += repeated_descriptions(translated)
    found += stray_snippets(book, original)
    asked_for = _asked_for(original)
    for page in original.values():
        found += unshown_sections(page, asked_for)
    found += stepped.problems(original)
    found += nav_problems(book, original)
    found += spine.wrong_parts(book)
    found += reference.problems(book, original)
    found += cells.problems(book, original)
    found += asked.problems(book, original, {term.id for term in terms})
    found += text_problems.problems(book)
    found += settings_problems.problems(book)
    found += files.problems(book)
    return sorted(set(found))


def of_page(
    page: pages.Page,
    original: Mapping[str, pages.Page],
    terms: Sequence[glossary.Term],
    known: Mapping[str, pages.Page],
) -> list[Problem]:
    """Return what is wrong with one page, whatever its original says.

    Args:
        page: The page.
        original: The pages of the original language.
        terms: The terms of the glossary.
        known: The pages that it may lead to.
    """
    return [
        *page.problems,
        *unsupported_numbers(page),
        *glossary.wrong_words(page, terms),
        *broken_links(page, known),
        *nameless_links(page),
        *broken_figures(page),
        *broken_formulas(page),
        *broken_tables(page),
        *cards.problems(page, original),
        *way.problems(page, original),
        *spine.problems(page),
        *asked_amiss(page),
    ]


def _read(book: Settings, language: str) -> Iterator[pages.Page]:
    for path in book.pages(language):
        yield pages.read(path, book)


def _differences(original: pages.Page | None, page: pages.Page) -> list[Problem]:
    """Return where a translation is no translation of its original."""
    if original is None:
        first = page.settings.docs / page.settings.languages[0] / f"{page.slug}.md"
        message = Message(
            "there is no such page in the original language; delete this one, or "
            "write {original} first",
            original=page.settings.relative(first),
        )
        return [Problem(page.path, 1, message)]
    if original.problems or page.problems:
        return []  # what is not read as meant cannot be compared
    try:
        behind = drift.behind(original, page)
    except SourceError as error:
        return [error.problem]
    return [
        *parity.differences(original, page, behind=behind),
        *foreign.problems(page, behind),
    ]


def _asked_for(original: Mapping[str, pages.Page]) -> set[tuple[Path, str]] | None:
    """Return the sections that what is asked names; None, where that is not known."""
    found: set[tuple[Path, str]] = set()
    for page in original.values():
        try:
            found |= questions.named(page)
        except SourceError:
            return None
    return found


def unshown_sections(
    page: pages.Page, asked_for: Container[tuple[Path, str]] | None
) -> list[Problem]:
    """Return the sections of a page's snippets that no page shows or asks for.

    Args:
        page: A page of the original.
        asked_for: The sections that questions name; None, where that is not known.
    """
    shown = {(b.snippet.path, name) for b in page.blocks for name in b.names}
    found = []
    for path in sorted((page.settings.snippets / page.slug).glob("*.py")):
        try:
            source = snippet.read(path)
            source.statements  # noqa: B018
        except SourceError as error:
            found.append(error.problem)
            continue
        if page.problems:
            continue  # a fence that is not read as meant shows nothing
        for name, section in source.sections.items():
            if (path, name) in shown or source.is_unseen(name):
                continue
            message = Message(
                "no fence of {page} shows section '{section}'; include it there, or "
                "delete it",
                page=page.settings.relative(page.path),
                section=name,
            )
            if name in source.wrong:
                if asked_for is None or (path, name) in asked_for:
                    continue
                message = Message(
                    "no question names '{section}' as a wrong answer; name it in one, "
                    "or delete it",
                    section=name,
                )
            found.append(Problem(path, section.first - 1, message))
    return found


def stray_snippets(book: Settings, original: Container[str]) -> Iterator[Problem]:
    """Yield the snippets that lie in no page's folder, where nobody shows them."""
    for path in sorted(book.snippets.rglob("*.py")):
        folder = path.parent.relative_to(book.snippets).as_posix()
        if folder not in original:
            message = Message(
                "lies in the folder of no page; put it into that of the page that "
                "shows it, or delete it"
            )
            yield Problem(path, 1, message)


def repeated_descriptions(read: Mapping[str, pages.Page]) -> Iterator[Problem]:
    """Yield the pages of a language that describe themselves as another one does."""
    first: dict[str, pages.Page] = {}
    for page in read.values():
        description = str(page.meta.get("description", ""))
        other = first.setdefault(description, page)
        if description and other is not page:
            message = Message(
                "{page} has this description, too; write what this page is about",
                page=page.settings.relative(other.path).as_posix(),
            )
            yield Problem(page.path, page.line_of("description"), message)


def broken_links(
    page: pages.Page, known: Mapping[str, pages.Page]
) -> Iterator[Problem]:
    """Yield a problem for each link that leads to no page or heading of the book."""
    for link in page.spans.links:
        number, address = link.line, link.text
        if message := allowed.address(address):
            yield Problem(page.path, number, message)
            continue
        if allowed.is_elsewhere(address) or address.startswith("{{"):
            continue
        match = _TARGET.fullmatch(address)
        if not address or match is None:
            yield Problem(page.path, number, _misspelt(address))
            continue
        target = known.get(match["slug"]) if match["slug"] else page
        if target is None:
            message = Message(
                "there is no page '{page}' to link to; check the name",
                page=f"{match['slug']}.md",
            )
            yield Problem(page.path, number, message)
        elif (
            target.lines
            and match["id"]
            and match["id"] not in (ids := [str(h.id) for h in target.headings])
        ):
            message = Message(
                "'{page}' has no heading {{ #{id} }}; it has {known}",
                page=f"{target.slug}.md",
                id=match["id"],
                known=", ".join(ids),
            )
            yield Problem(page.path, number, message)


def nameless_links(page: pages.Page) -> Iterator[Problem]:
    """Yield a problem for each link that says no word."""
    for link in page.spans.nameless:
        message = Message(
            "a link needs a word, and has the formula {formula} alone; take a word "
            "before or after it into the link",
            formula=link.text,
        )
        yield Problem(page.path, link.line, message)


def _misspelt(address: str) -> Message:
    if address.startswith("../"):
        return Message(
            "'{address}' is no page of this language; a page links to pages of its "
            "own language: write `name.md`, `name.md#heading` or `#heading`",
            address=address,
        )
    return Message(
        "'{address}' is no page of the book; write `name.md`, `name.md#heading` or "
        "`#heading`",
        address=address,
    )


def broken_figures(page: pages.Page) -> Iterator[Problem]:
    """Yield a problem for each picture that cannot be drawn."""
    for fence in page.fences:
        if fence.info != "figure":
            continue
        try:
            gallery.html(page.settings, pages.figure_of(page, fence))
        except SourceError as error:
            yield error.problem
        except MistakeError as error:
            yield Problem(page.path, fence.line, error.message)


def broken_formulas(page: pages.Page) -> Iterator[Problem]:
    """Yield a problem for each formula that cannot be shown."""
    displayed = [(each, True) for each in page.spans.displays]
    within = [(each, False) for each in page.spans.formulas]
    for formula, display in displayed + within:
        try:
            tex.convert(formula.text, display=display)
        except tex.FormulaError as mistake:
            yield Problem(page.path, formula.line, mistake.message)


def broken_tables(page: pages.Page) -> Iterator[Problem]:
    """Yield a problem for each row that has not as many cells as the one above."""
    for table in page.spans.tables:
        for (_, above), (number, row) in pairwise(table.rows):
            if row != above:
                message = Message(
                    "this row has {cells} cells, the one above has {above}; give each "
                    "row of the table as many",
                    cells=row,
                    above=above,
                )
                yield Problem(page.path, number, message)


def orphan_originals(
    book: Settings, language: str, original: Mapping[str, pages.Page]
) -> list[Problem]:
    """Return the files beside a translation that belong to none of its pages."""
    folder = book.docs / language / drift.FOLDER
    kept = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    wanted = {
        drift.path_of(book, language, slug)
        for slug in original
        if (book.docs / language / f"{slug}.md").is_file()
    }
    message = Message(
        "keeps the original of no page of {folder}; delete it",
        folder=f"docs/{language}",
    )
    return [Problem(path, 1, message) for path in kept if path not in wanted]


def nav_problems(
    book: Settings, original: Mapping[str, pages.Page]
) -> Iterator[Problem]:
    """Yield where `nav` of mkdocs.yml and the pages do not name each other."""
    path = book.root / "mkdocs.yml"
    if "nav" not in book.config:
        return
    named = book.slugs
    lines = hygiene.lines_of(hygiene.text_of(path))
    for slug in named:
        entry = re.compile(rf"\s*- {re.escape(slug)}\s*(?:#.*)?")
        last = max((n for n, t in enumerate(lines, 1) if entry.fullmatch(t)), default=1)
        if slug not in original:
            page_path = f"docs/{book.languages[0]}/{slug}.md"
            yield Problem(path, last, languages.no_page(slug, page_path))
        elif named.count(slug) > 1:
            message = Message("nav names '{slug}' more than once; keep one", slug=slug)
            yield Problem(path, last, message)
    for slug, page in original.items():
        if slug not in named:
            message = Message(
                "no reader finds this page; add '{slug}' to nav in mkdocs.yml",
                slug=slug,
            )
            yield Problem(page.path, 1, message)


def asked_amiss(page: pages.Page) -> Iterator[Problem]:
    """Yield what is wrong with what a page asks, and the numbers that nothing printed.

    A reason may quote what stands on the page or was printed by one of its answers.
    """
    if page.problems:
        return
    found = [*questions.read(page), *orders.read(page)]
    amiss = [each.problem for each in found if isinstance(each, SourceError)]
    yield from amiss
    if amiss:
        return
    read = "\n".join(text for _, text in page.prose)
    known = _written(f"{_evidence(page)}\n{read}")
    for each in found:
        if isinstance(each, SourceError):
            continue
        evidence = each.evidence if isinstance(each, Ask) else ()
        own = known | _written("\n".join(evidence))
        for number, text in page.spans.shown:
            if number not in _of(each.fence):
                continue
            for value in sorted(_written(text) - own):
                message = Message(
                    "nothing on this page and none of the answers printed {number}; "
                    "quote what was printed",
                    number=value,
                )
                yield Problem(page.path, number, message)


def _of(fence: pages.Fence) -> range:
    return range(fence.line, fence.end)


def _written(text: str) -> set[str]:
    """Return the numbers with a decimal point in a text, whatever their sign."""
    return set(_DECIMAL.findall(text))


def _evidence(page: pages.Page) -> str:
    """Return all that the programs of a page hold and print."""
    return "\n".join(
        [block.output for block in page.blocks]
        + [snippet.text_of(block.program.code) for block in page.blocks]
    )


def unsupported_numbers(page: pages.Page) -> list[Problem]:
    """Return the computed numbers of the prose that no program of the page printed."""
    known = set(_COMPUTED.findall(_evidence(page)))
    fences = [fence for fence in page.fences if fence.info in pages.ASKING]
    asked_on = {number for fence in fences for number in _of(fence)}
    return [
        Problem(
            page.path,
            number,
            Message(
                "no program of this page printed {number}; write what it printed, or "
                "fewer than three decimals",
                number=value,
            ),
        )
        for number, text in page.spans.shown
        if number not in asked_on
        for value in _COMPUTED.findall(text)
        if value not in known
    ]
