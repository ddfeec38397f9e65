"""The path through the book, made of what its chapters say of themselves.

On a page, the line `<!-- path -->` stands for the chapters of all parts, each with its
number, its title and what a reader is able to do after it: `able: …` in its front
matter. `<!-- path first -->` stands for the way to the first of them.
"""

from collections.abc import Iterator, Mapping
from html import escape
from itertools import count

from derivlearn_site.base import languages
from derivlearn_site.base.errors import Message, Problem
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page as pages
from derivlearn_site.pages import spine
from derivlearn_site.pages.page import Page

# What such a line begins with, and what it may be.
PLACE = "<!-- path"
ALL = f"{PLACE} -->"
FIRST = f"{PLACE} first -->"
KEY = "able"


def lines(book: Settings, language: str) -> Iterator[str]:
    """Yield the path as Markdown.

    Where a language lacks a chapter, the row is that of the original, marked as such.
    """
    titles = languages.read_all(book)[language].sections
    numbers = count(1)
    for part in book.parts:
        yield from (f"### {titles.get(part, part)} {{ #{part} }}", "")
        yield '<ol class="dl-path" data-search-exclude markdown="1">'
        for slug in book.sections.get(part, ()):
            yield from _row(book, language, slug, next(numbers))
        yield from ("</ol>", "")


def _row(book: Settings, language: str, slug: str, number: int) -> Iterator[str]:
    for code in dict.fromkeys((language, book.languages[0])):
        path = book.docs / code / f"{slug}.md"
        if path.is_file():
            page = pages.outline(path, book)
            lang = "" if code == language else f' lang="{code}"'
            yield f'<li value="{number}" data-chapter="{slug}"{lang} markdown="1">'
            yield f"[{page.headings[0].text}]({slug}.md)"
            yield f"<span>{escape(str(page.meta.get(KEY, '')))}</span></li>"
            return


def problems(page: Page, originals: Mapping[str, Page]) -> Iterator[Problem]:
    """Yield what keeps a page from showing the path, or from standing on it.

    Args:
        page: A page in any language.
        originals: The pages in the original language, by slug.
    """
    yield from _misplaced(page)
    is_shown = any(text == ALL for each in originals.values() for _, text in each.prose)
    if page.slug in spine.chapters(page.settings) and is_shown:
        yield from _unable(page, originals)
    elif KEY in page.meta:
        message = Message(
            "`able:` is shown by no page, as this is no chapter of a path; delete it"
        )
        yield Problem(page.path, page.line_of(KEY), message)


def _misplaced(page: Page) -> Iterator[Problem]:
    seen = set()
    for number, line in page.prose:
        if not line.strip().startswith(PLACE):
            continue
        if line not in {ALL, FIRST}:
            message = Message(
                "write `{all}` for the path, or `{first}` for the way to its first "
                "chapter, on a line of its own",
                all=ALL,
                first=FIRST,
            )
            yield Problem(page.path, number, message)
        elif not spine.chapters(page.settings):
            message = Message(
                "there is no path to show; name its sections of `nav` in mkdocs.yml as "
                "`parts:`"
            )
            yield Problem(page.path, number, message)
        elif line in seen:
            message = Message("the page shows this already; show it once")
            yield Problem(page.path, number, message)
        seen.add(line)


def _unable(page: Page, originals: Mapping[str, Page]) -> Iterator[Problem]:
    """Yield why the path cannot say what a reader is able to do after a chapter."""
    said = page.meta.get(KEY)
    if KEY not in page.meta:
        # A translation is told that it lacks what the original has.
        if page.slug in originals and originals[page.slug].path == page.path:
            message = Message(
                "the front matter lacks an `able: …`, what a reader can do after this "
                "chapter; write it, for the path shows it"
            )
            yield Problem(page.path, 1, message)
    elif not isinstance(said, str) or not said.strip():
        message = Message("write `able: …` as one sentence")
        yield Problem(page.path, page.line_of(KEY), message)
    elif found := pages.MARKUP.search(said):
        message = Message(
            "`able:` is shown as it is written, so `{found}` would be no markup; "
            "leave it out",
            found=found[0],
        )
        yield Problem(page.path, page.line_of(KEY), message)
