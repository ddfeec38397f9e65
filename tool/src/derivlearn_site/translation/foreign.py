"""What was left in another language: a paragraph, a heading, a text, a character.

Sections that say themselves that they are not translated yet are left alone.
"""

import re
from collections.abc import Collection, Iterator

from derivlearn_site.base import languages, scripts
from derivlearn_site.base.errors import Message, Problem, SourceError
from derivlearn_site.pages import page as pages
from derivlearn_site.pages.page import Page
from derivlearn_site.translation import drift

_SENTENCE = re.compile(r"(?<=[.。?？!！؟])\s*")
# What all characters of a language can be written in. It lacks the forms of others:
# 导 for 導 comes from a translation by machine.
_WRITTEN_IN = {"ja": "euc_jis_2004"}


def problems(page: Page, behind: Collection[str] = ()) -> Iterator[Problem]:
    """Yield what of a page is in another language.

    Args:
        page: The page.
        behind: The ids of the sections that are not translated yet.
    """
    name = languages.read_all(page.settings)[page.language].name
    apart = set(_lines_of(page, behind))
    for line, text in [*_paragraphs(page), *_texts(page)]:
        sentences = _SENTENCE.split(text)
        if line not in apart and any(
            scripts.is_foreign(each, name) for each in sentences
        ):
            message = Message("this is not written in {language}", language=name)
            yield Problem(page.path, line, message)
    encoding = _WRITTEN_IN.get(page.language)
    for line, text in [*page.words, *_texts(page)] if encoding else ():
        for character in dict.fromkeys(text):
            if line not in apart and _is_ideograph(character):
                try:
                    character.encode(str(encoding))
                except UnicodeEncodeError:
                    message = Message(
                        "{language} has no character '{character}'; write its own form",
                        character=character,
                        language=name,
                    )
                    yield Problem(page.path, line, message)


def _lines_of(page: Page, sections: Collection[str]) -> Iterator[int]:
    """Yield the lines of some sections of a page."""
    for heading, end in page.sections:
        if heading.id in sections:
            yield from range(heading.line, end + 1)


def _paragraphs(page: Page) -> Iterator[tuple[int, str]]:
    """Yield each paragraph with its line; a table may quote what it likes."""
    first, paragraph = 0, ""
    for number, text in [*page.spans.text, (0, "")]:
        if text.strip() and "|" not in text:
            first = first or number
            paragraph += f"{text}\n"
        elif first:
            yield first, paragraph
            first, paragraph = 0, ""


def _texts(page: Page) -> Iterator[tuple[int, str]]:
    """Yield what is no paragraph: the front matter, and what figures say."""
    for key in pages.WORDS:
        line = page.line_of(key)
        if key in page.meta and drift.TODO not in page.lines[line - 2]:
            yield line, str(page.meta[key])
    for fence in page.fences:
        if fence.info == "figure":
            try:
                said = pages.figure_of(page, fence)
            except SourceError:
                continue  # told by `checks`
            yield from ((fence.line, text) for text in said.values())


def _is_ideograph(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"
