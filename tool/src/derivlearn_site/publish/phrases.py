"""Short texts break between phrases, in languages that write no spaces.

Chromium alone knows Japanese phrases. What this marks holds in every browser; the style
lets a line end nowhere else.
"""

import re
from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element, SubElement

import budoux
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

# What knows the phrases of a language.
PARSERS: dict[str, Callable[[], budoux.Parser]] = {
    "ja": budoux.load_default_japanese_parser,
    "zh": budoux.load_default_simplified_chinese_parser,
    "th": budoux.load_default_thai_parser,
}
_SHORT = {"h1", "h2", "h3", "h4", "th", "summary"}
# What is read as it stands: code, formulas, and the sign of a heading's link.
_WHOLE = {"code", "kbd", "math", "svg"}
# Where Markdown puts HTML later.
_PLACE = re.compile("(\x02[^\x03]*\x03)")


class Phrases(Treeprocessor):
    """Marks where the headings of a page may break."""

    def __init__(self, md: Markdown, language: str) -> None:
        """Take a language; of most there is nothing to mark."""
        super().__init__(md)
        load = PARSERS.get(language)
        self.parser = load() if load else None

    def run(self, root: Element) -> None:
        """Mark the phrases of all headings."""
        if self.parser is None:
            return
        for element in root.iter():
            if element.tag in _SHORT or "admonition-title" in element.get("class", ""):
                self._mark(element)

    def _mark(self, element: Element) -> None:
        children = list(element)
        element[:] = []
        element.text = _filled(element, self._phrases(element.text))
        for child in children:
            if child.tag not in _WHOLE and "headerlink" not in child.get("class", ""):
                self._mark(child)
            element.append(child)
            child.tail = _filled(element, self._phrases(child.tail))

    def _phrases(self, text: str | None) -> list[str]:
        """Return a text in pieces, between which a line may end."""
        pieces = [""]
        for place, part in enumerate(_PLACE.split(text or "")):
            first, *others = [part] if place % 2 else self._parsed(part)
            pieces[-1] += first
            pieces += others
        return pieces

    def _parsed(self, text: str) -> Sequence[str]:
        return (self.parser.parse(text) if self.parser and text else None) or [text]


def _filled(element: Element, pieces: Sequence[str]) -> str:
    """Append all pieces but the first, each behind its mark; return that first one."""
    first, *others = pieces
    for piece in others:
        SubElement(element, "wbr").tail = piece
    return first
