r"""Formulas become MathML while the site is built, so that no script has to run.

Pages hold TeX: `$x$` in a sentence, `$$x$$` on lines of its own. Markdown marks it up
as `arithmatex` elements; `render` replaces those by MathML, which browsers draw and
screen readers speak by themselves. There is no `alttext`: a reader that prefers it
would speak TeX in place of the formula.

A formula that cannot be expressed is an error that names it and its page, never
something broken on the page.
"""

import re
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser

from math_core import LatexError, LatexToMathML

from derivlearn_site.base.errors import Message, MistakeError

_FORMULA = re.compile(
    r"(?P<open>[(\[「『（【\x22“‘]?)"
    r'<(?P<tag>span|div) class="arithmatex">(?P<tex>[^<]*)</(?P=tag)>'
    r"(?P<close>[、。，．：；？！）」』】)\],.:;?!\x22”’]*)"
)
_JAPANESE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]")
# What a line of text cannot show: `∂C/∂x` without its bar reads as a product.
_TWO_STOREYS = re.compile("<(?:mfrac|mtable|munder|mover|msqrt|mroot)")
_PRIME = re.compile(
    r"<msup>(<mi[^>]*>[^<]*</mi>)<mo>([\u2032-\u2034\u2057])</mo></msup>"
)
_LEFT_OVER = re.compile(r"\\(?:[()\[\]]|[A-Za-z]+)|\$[^$]*\$")
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_VERBATIM = {"code", "kbd", "math", "pre", "samp", "script", "style", "svg", "textarea"}

_CONVERTER = LatexToMathML(fancy_error=False)


class FormulaError(MistakeError):
    """A formula cannot be shown; says which one, on which page and why."""

    def __init__(self, where: str, tex: str, reason: str) -> None:
        """Say it of a formula on a page; the reason may be a message."""
        message = Message("the formula `{tex}`: {reason}", tex=tex, reason=reason)
        super().__init__(message, where)


def convert(tex: str, *, display: bool, where: str) -> str:
    r"""Return TeX as one `<math>` element.

    Args:
        tex: The formula, without its dollars.
        display: Whether the formula stands on lines of its own.
        where: The page, for the error.

    Raises:
        FormulaError: The TeX is misspelt, unfinished or cannot be expressed.
    """
    try:
        math = _CONVERTER.convert_with_local_state(tex.strip(), displaystyle=display)
    except LatexError as error:
        raise FormulaError(where, tex.strip(), str(error).strip()) from error
    # Fonts draw the prime small and raised already; as a superscript Chromium shrinks
    # it once more, until f′ can hardly be told from f.
    return _PRIME.sub(r"<mrow>\1<mo>\2</mo></mrow>", math)


# Most pages are the same from one rebuild to the next while someone is writing.
@lru_cache(maxsize=256)
def render(html: str, *, where: str, label: str = "Formula") -> str:
    r"""Return the page with every `arithmatex` element replaced by MathML.

    A formula in a sentence keeps to the punctuation around it, so that no line starts
    with `、`. A formula on lines of its own scrolls inside itself where it is too wide,
    and the keyboard reaches it to do so.

    Args:
        html: The page's content.
        where: The page's source, for errors.
        label: What a screen reader calls a formula that stands on its own, in the
            page's language.

    Raises:
        FormulaError: A formula cannot be expressed, stands in a heading, or is left
            in the text as TeX.
    """
    _Watch(where, headings=True).read(html)
    end_of_last = 0

    def replace(match: re.Match[str]) -> str:
        nonlocal end_of_last
        # Firefox breaks no line between two formulas that touch, unless it is told to.
        between = "<wbr>" if 0 < end_of_last == match.start() else ""
        end_of_last = match.end()
        wrapped = unescape(match["tex"]).strip()
        tex = wrapped[2:-2].strip()
        opening, closing = match["open"], match["close"]
        if wrapped.startswith(r"\["):
            return f"{opening}{_display(tex, where, label)}{closing}"
        return between + _inline(
            convert(tex, display=False, where=where),
            opening,
            closing,
            gap_before=_is_japanese(html, match.start() - 1) and not opening,
            gap_after=_is_japanese(html, match.end()) and not closing,
        )

    rendered = _FORMULA.sub(replace, html)
    _Watch(where, headings=False).read(rendered)
    return rendered


def _display(tex: str, where: str, label: str) -> str:
    """Return a formula that stands on its own, in a box that scrolls."""
    math = convert(tex, display=True, where=where)
    return (
        f'<div class="formula formula--display" role="group" aria-label="{label}"'
        f' tabindex="0" data-search-exclude="true">{math}</div>'
    )


def _inline(
    math: str, opening: str, closing: str, *, gap_before: bool, gap_after: bool
) -> str:
    """Return a formula in a sentence together with the punctuation it must not lose."""
    if _TWO_STOREYS.search(math):
        math = math.replace("<math", '<math data-search-exclude="true"', 1)
    # Japanese typography sets a small space between kana or kanji and a formula; the
    # source has none, as everywhere between Japanese and Latin text.
    gaps = " formula--gap-before" * gap_before + " formula--gap-after" * gap_after
    return f'<span class="formula{gaps}">{opening}{math}{closing}</span>'


def _is_japanese(html: str, index: int) -> bool:
    """Return whether a kana or kanji stands at that place."""
    return 0 <= index < len(html) and bool(_JAPANESE.match(html[index]))


class _Watch(HTMLParser):
    """Finds formulas in places where they cannot be shown."""

    def __init__(self, where: str, *, headings: bool) -> None:
        super().__init__()
        self._where = where
        self._headings = headings
        self._open: list[str] = []

    def read(self, html: str) -> None:
        """Read a whole page."""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember what the text that follows stands in."""
        del attrs
        if tag in _HEADINGS or tag in _VERBATIM:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass over an element that closes itself, as those of SVG and MathML do."""

    def handle_endtag(self, tag: str) -> None:
        """Forget an element that ends here."""
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        """Raise where TeX stands in a heading, or in the finished page at all."""
        if _VERBATIM.intersection(self._open):
            return
        found = _LEFT_OVER.search(data)
        if found is None:
            return
        if self._headings:
            if _HEADINGS.intersection(self._open):
                raise FormulaError(
                    self._where,
                    data.strip(),
                    Message(
                        "a heading is also a link in the menu and a search result, "
                        "which show plain text: write plain characters, such as Δx"
                    ),
                )
            return
        raise FormulaError(
            self._where,
            data.strip(),
            Message(
                "`{found}` was not taken for a formula: write `$x$` without spaces "
                "inside the dollars, and `$$` with an empty line above and below",
                found=found.group(),
            ),
        )
