r"""Formulas become MathML while the site is built, so that no script has to run.

Pages hold TeX: `$x$` in a sentence, `$$x$$` on lines of its own. Markdown marks it up
as `arithmatex` elements; `Formulas` puts MathML into those, which browsers draw and
screen readers speak by themselves. There is no `alttext`: a reader that prefers it
would speak TeX in place of the formula.

A formula that cannot be expressed is a mistake that is told, and stands on the page as
TeX until it is put right.
"""

import re
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX, AtomicString

from derivlearn_site.base.errors import Message
from derivlearn_site.pages.tex import FormulaError, convert

# No line starts with punctuation that follows a formula, or ends with what opens one.
_OPENING = "([「『（【\x22“‘"
_CLOSING = "、。，．：；？！）」』】)],.:;?!\x22”’"
_JAPANESE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]")
# What a line of text cannot show: `∂C/∂x` without its bar reads as a product.
_TWO_STOREYS = re.compile("<(?:mfrac|mtable|munder|mover|msqrt|mroot)")
_LEFT_OVER = re.compile(r"\\(?:[()\[\]]|[A-Za-z]+)|\$[^$]*\$")
# Markdown's own marks: for a character behind a backslash, and for other markup.
_ESCAPED = re.compile(f"{STX}(?P<code>[0-9]+){ETX}")
_HELD = re.compile(f"{STX}[^{ETX}]*{ETX}")
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_VERBATIM = {"code", "kbd", "math", "pre", "samp", "script", "style", "svg", "textarea"}


class Formulas(Treeprocessor):
    """Turns what Markdown has marked as a formula into one.

    A formula in a sentence keeps to the punctuation around it, so that no line starts
    with `、`. A formula on lines of its own scrolls inside itself where it is too wide,
    and the keyboard reaches it to do so.
    """

    def __init__(self, md: Markdown, label: str) -> None:
        """Take what a screen reader calls a formula that stands on its own."""
        super().__init__(md)
        self.label = label
        self.mistakes: list[FormulaError] = []

    def run(self, root: Element) -> None:
        """Go through a page; what cannot be shown is kept in `mistakes`."""
        self._look_through(root, in_heading=False)

    def _look_through(self, parent: Element, *, in_heading: bool) -> None:
        if parent.tag in _VERBATIM:
            return
        in_heading = in_heading or parent.tag in _HEADINGS
        before: Element | None = None
        self._expect_no_tex(parent.text)
        for child in parent:
            if child.get("class") == "arithmatex":
                self._show(parent, before, child, in_heading=in_heading)
            else:
                self._look_through(child, in_heading=in_heading)
            self._expect_no_tex(child.tail)
            before = child

    def _show(
        self, parent: Element, before: Element | None, one: Element, *, in_heading: bool
    ) -> None:
        """Make a formula of an element, with the punctuation that it must not lose."""
        wrapped = unescape("".join(one.itertext())).strip()
        tex, is_display = wrapped[2:-2].strip(), wrapped.startswith(r"\[")
        if in_heading:
            message = Message(
                "a heading is also a link in the menu and a search result, which show "
                "plain text: write plain characters, such as Δx"
            )
            self.mistakes.append(FormulaError(tex, message, in_heading=True))
            return
        try:
            math = convert(tex, display=is_display)
        except FormulaError as mistake:
            self.mistakes.append(mistake)
            one.tag, one.attrib, one.text = "code", {}, AtomicString(tex)
            return
        if is_display:
            one.attrib = {
                "class": "formula formula--display",
                "role": "group",
                "aria-label": self.label,
                "tabindex": "0",
                "data-search-exclude": "true",
            }
            one.text = self.md.htmlStash.store(math)
            return
        if _TWO_STOREYS.search(math):
            math = math.replace("<math", '<math data-search-exclude="true"', 1)
        text = (parent.text if before is None else before.tail) or ""
        opening = text[-1:] if text[-1:] in _OPENING else ""
        rest = one.tail or ""
        after = rest.lstrip(_CLOSING)
        closing = rest[: len(rest) - len(after)]
        # Japanese typography sets a small space between kana or kanji and a formula;
        # the source has none, as everywhere between Japanese and Latin text.
        gaps = " formula--gap-before" * bool(not opening and _JAPANESE.match(text[-1:]))
        gaps += " formula--gap-after" * bool(not closing and _JAPANESE.match(after))
        left = text.removesuffix(opening)
        if before is not None and not left and "formula" in before.get("class", ""):
            # Firefox breaks no line between two that touch, unless it is told to.
            left = self.md.htmlStash.store("<wbr>")
        if before is None:
            parent.text = left
        else:
            before.tail = left
        one.attrib = {"class": f"formula{gaps}"}
        one.text = f"{opening}{self.md.htmlStash.store(math)}{closing}"
        one.tail = after

    def _expect_no_tex(self, text: str | None) -> None:
        if text and (mistake := left_over(text)):
            self.mistakes.append(mistake)


def left_over(text: str) -> FormulaError | None:
    """Return the mistake of a text in which TeX was not taken for a formula.

    It names the text from the line of the mistake on, as it is written on the page.
    """
    shown = _ESCAPED.sub(lambda match: chr(int(match["code"])), text)
    found = _LEFT_OVER.search(shown)
    if found is None:
        return None
    number = shown.count("\n", 0, found.start())
    written = _ESCAPED.sub(lambda match: f"\\{chr(int(match['code']))}", text)
    rest = "\n".join(written.split("\n")[number:])
    message = Message(
        "`{found}` was not taken for a formula: write `$x$` without spaces inside the "
        "dollars, and `$$` with an empty line above and below",
        found=found.group(),
    )
    # Other markup, which parts the text, is not held as it is written.
    pieces = _HELD.split(rest)
    piece = next(filter(_LEFT_OVER.search, pieces), pieces[0])
    return FormulaError(piece.strip(), message)
