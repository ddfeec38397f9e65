"""Sections that other pages show, too: the book in five minutes, a chapter's card.

On a page, the line `<!-- sections in-three-lines -->` stands for the sections of this
id of all pages, in the order of the navigation, each below the title of its page, and
`<!-- section derivative#limit -->` for one section of one page, without its heading.
Such a section holds text, lists, tables and formulas, and no fence.
"""

import re
from collections.abc import Iterator, Mapping

from derivlearn_site.base.errors import Message, Problem
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page as pages
from derivlearn_site.pages.page import Page

# What such a line begins with.
PLACE = "<!-- section"
_ALL = re.compile(r"<!-- sections (?P<id>[a-z][-a-z0-9]*) -->")
_ONE = re.compile(r"<!-- section (?P<slug>[-a-z0-9/]+)#(?P<id>[a-z][-a-z0-9]*) -->")


def lines(book: Settings, language: str, place: str) -> Iterator[str]:
    """Yield what a line stands for as Markdown; nothing, if `problems` tells of it.

    Where a language lacks a page, the section is that of the original.
    """
    if match := _ALL.fullmatch(place):
        for slug in book.slugs:
            page = _page(book, language, slug)
            if page and (held := _shown(page, match["id"], language)):
                title = page.headings[0].text
                yield from (f"## [{title}]({slug}.md) {{ #{slug} }}", "", *held, "")
    elif match := _ONE.fullmatch(place):
        page = _page(book, language, match["slug"])
        yield from _shown(page, match["id"], language) if page else []


def problems(page: Page, originals: Mapping[str, Page]) -> Iterator[Problem]:
    """Yield the lines of a page that stand for sections that cannot be shown.

    Args:
        page: A page in any language.
        originals: The pages in the original language, by slug.
    """
    for number, line in page.prose:
        if not line.startswith(PLACE):
            continue
        one, every = _ONE.fullmatch(line), _ALL.fullmatch(line)
        match = one or every
        slugs = [one["slug"]] if one else originals
        named = [originals[slug] for slug in slugs if slug in originals]
        held = [s for each in named if match and (s := _section(each, match["id"]))]
        if match is None:
            message = Message(
                "write `<!-- section page#id -->` for a section of a page, or "
                "`<!-- sections id -->` for those of all pages"
            )
            yield Problem(page.path, number, message)
        elif not held:
            message = Message("no page has this section; check the name of page and id")
            yield Problem(page.path, number, message)
        elif any("```" in text for section in held for text in section):
            message = Message(
                "a section that is shown here holds a fence, which can only be shown "
                "on its own page; move the fence out of it"
            )
            yield Problem(page.path, number, message)


def _shown(page: Page, section: str, language: str) -> list[str]:
    """Return the lines of a section, marked where it is in the original's language."""
    held = _section(page, section)
    if held and page.language != language:
        return [f'<div lang="{page.language}" markdown="1">', "", *held, "", "</div>"]
    return held


def _page(book: Settings, language: str, slug: str) -> Page | None:
    """Return a page in a language, or in that of the original, if there is one."""
    for code in (language, book.languages[0]):
        path = book.docs / code / f"{slug}.md"
        if path.is_file():
            return pages.outline(path, book)
    return None


def _section(page: Page, section: str) -> list[str]:
    """Return the lines of a section without its heading; none, if there is none."""
    for place, heading in enumerate(page.headings):
        if heading.id == section:
            later = page.headings[place + 1 :]
            end = next((h.line for h in later if h.level <= heading.level), None)
            held = page.lines[heading.line : end - 1 if end else len(page.lines)]
            return "\n".join(held).strip().split("\n")
    return []
