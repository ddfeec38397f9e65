"""The first mention of each term on a page leads to what the term means.

It becomes a link into the glossary; `web/src/spine/term.ts` shows on the page itself
what stands there, and every other browser follows the link. Headings, links, code,
formulas, tables and pictures stay as they are. So do terms that the page explains
itself: those that are at home there or stand there in bold.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from derivlearn_site.pages.glossary import Term

# Running text is in a plain paragraph or list, and not in one of the others.
_RUNNING = {"p", "li"}
_OTHER = {"a", "button", "code", "dfn", "figure", "kbd", "math", "pre", "script"} | {
    *("strong", "style", "summary", "svg", "table", "h1", "h2", "h3", "h4", "h5", "h6")
}
# What makes a longer word of a name that it touches: 損失関数 is not in 損失関数値, nor
# 微分 in 偏微分. A verb is made with する.
_WORD = r"[A-Za-z0-9_\-\u3005\u30a1-\u30fc\u3400-\u9fff]"
_VERB = r"す[るれ]|し|さ[せれ]|でき"


class Hovers(Treeprocessor):
    """Links the terms of one page after the other."""

    def __init__(self, md: Markdown, terms: Sequence[Term]) -> None:
        """Take the terms of the book; which page is read is told by `begin`."""
        super().__init__(md)
        self.terms = terms
        self.named: dict[str, Term] = {}
        self.left: set[str] = set()
        self.begin("", "", "")

    def begin(self, language: str, slug: str, address: str) -> None:
        """Be ready for a page.

        Args:
            language: The language that the page is written in.
            slug: The page.
            address: Where the glossary is, seen from the page; nothing, where there
                is none or the page is it.
        """
        self.language, self.slug, self.address = language, slug, address

    def run(self, root: Element) -> None:
        """Link the terms of a page."""
        self.named = {
            spelling.casefold(): term
            for term in reversed(self.terms)
            for spelling in term.spellings(self.language)
            if len(spelling) > 1
        }
        if not self.address or not self.named:
            return
        explained = {self.named[bold].id for bold in _bold(root) if bold in self.named}
        self.left = {
            term.id
            for term in self.terms
            if term.hovers(self.language)
            and term.slug != self.slug
            and term.id not in explained
        }
        self._look_through(root, ())

    def _look_through(self, parent: Element, kinds: tuple[bool, ...]) -> None:
        if parent.tag in _RUNNING | _OTHER:
            # A paragraph that is something else as well, such as a title, is not plain.
            kinds = (*kinds, parent.tag in _RUNNING and not parent.attrib)
        is_running = bool(kinds) and all(kinds)
        children = list(parent)
        if is_running and parent.text:
            parent.text, links = self._linked(parent.text)
            parent[:0] = links
        for child in children:
            self._look_through(child, kinds)
            if is_running and child.tail:
                child.tail, links = self._linked(child.tail)
                place = list(parent).index(child) + 1
                parent[place:place] = links

    def _linked(self, text: str) -> tuple[str, list[Element]]:
        """Return a text up to its first link, and the links with what follows each."""
        links: list[Element] = []
        before, done = text, 0
        for match in _mention(tuple(self.named)).finditer(text):
            term = self.named[match["name"].casefold()]
            if term.id not in self.left:
                continue
            self.left.remove(term.id)
            if links:
                links[-1].tail = text[done : match.start()]
            else:
                before = text[: match.start()]
            address = f"{self.address}#{term.id}"
            link = Element("a", {"class": "dl-term", "href": address})
            link.text = match[0]
            links.append(link)
            done = match.end()
        if links:
            links[-1].tail = text[done:]
        return before, links


def _bold(root: Element) -> Iterator[str]:
    """Yield what is in bold, in the singular as well."""
    for strong in root.iter("strong"):
        if strong.text and len(strong) == 0:
            bold = strong.text.casefold()
            yield from (bold, bold.removesuffix("s"), bold.removesuffix("es"))


@lru_cache(maxsize=8)
def _mention(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds the longest name at each place, or its English plural."""
    longest_first = sorted(names, key=len, reverse=True)
    either = "|".join(map(re.escape, longest_first))
    return re.compile(
        rf"(?<!{_WORD})(?P<name>{either})(?:(?<=[a-z])e?s)?(?!{_WORD}|{_VERB})",
        re.IGNORECASE,
    )
