"""What the site should say: the texts of the interface and of the figures.

They are read where the book has them, so that whoever rewords one changes no test.
"""

import re
from collections.abc import Mapping

from derivlearn_site.pages import page as pages
from tests.built.conftest import BOOK, PAGES, TEXTS

_VALUE = re.compile(r"\{([\w-]+)\}")


def like(text: str, **values: object) -> re.Pattern[str]:
    """Return what finds a text; a value of it that is not given may be anything."""
    words = _VALUE.split(text.strip())
    for at in range(1, len(words), 2):
        words[at] = re.escape(str(values[words[at]])) if words[at] in values else ".+?"
        words[at - 1] = re.escape(words[at - 1])
    words[-1] = re.escape(words[-1])
    return re.compile("".join(words))


def either(*patterns: re.Pattern[str]) -> re.Pattern[str]:
    """Return what finds one of several texts."""
    return re.compile("|".join(each.pattern for each in patterns))


def by_runner(key: str, language: str = "en", **values: object) -> re.Pattern[str]:
    """Return what finds a text of the runner."""
    return like(TEXTS[language].runner[key], **values)


def figure(name: str, language: str = "en") -> Mapping[str, str]:
    """Return the texts of a figure, as a page in a language has them."""
    for code, slug in PAGES:
        if code == language:
            page = pages.outline(BOOK.docs / code / f"{slug}.md", BOOK)
            for fence in page.fences:
                if fence.info == "figure":
                    texts = pages.figure_of(page, fence)
                    if texts["figure"] == name:
                        return texts
    raise KeyError(name)
