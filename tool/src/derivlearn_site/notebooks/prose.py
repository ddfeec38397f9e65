"""The prose of a page in the Markdown that every notebook program reads.

MkDocs and its extensions read more than CommonMark does: remarks, attribute lists,
Markdown in HTML, bold type that ends beside a Japanese full stop. Everything here is
text in, text out.
"""

import base64
import re
import unicodedata
from collections.abc import Callable, Mapping
from html import escape

from derivlearn_site.base.settings import Settings
from derivlearn_site.figures import gallery
from derivlearn_site.pages.spans import VERBATIM

_LINK = re.compile(r'(?P<before>\]\(|\b(?:href|src)=")(?P<target>[^)"\s]+)')
_ATTRIBUTE = r'(?:[.#][-\w]+|[-\w]+=(?:"[^"]*"|[^\s}]+))'
_ATTRIBUTES = re.compile(rf"[ \t]*\{{:?[ \t]*{_ATTRIBUTE}(?:[ \t]+{_ATTRIBUTE})*\s*\}}")
_MARKDOWN_IN = re.compile(
    r'(?P<tag><\w+[^<>]*?)\s+markdown(?:="\w*")?(?P<rest>[^<>]*>)(?P<end>$)?',
    re.MULTILINE,
)
_STRESS = re.compile(r"(?P<mark>\*{1,2})(?=[^\s*])(?P<text>[^*\n]+?)(?<=\S)(?P=mark)")
_STRESS_TAGS = {"*": "em", "**": "strong"}
_COLOUR = re.compile(r"var\(--[-\w]+,(?P<light>[^()]+)\)")
_SVG = re.compile(
    r'<svg (?P<before>[^>]*)viewBox="0 0 (?P<size>[^"]+)"(?P<after>[^>]*)>'
)

# White around a picture, so that it can be read on a dark page, and its width there.
_MARGIN = 14
_PICTURE_WIDTH = 460
_FONT = "Helvetica Neue,Segoe UI,Roboto,Liberation Sans,Arial,sans-serif"
_WHITE = "#fff"


def prose(text: str, resolve: Callable[[str], str]) -> str:
    """Return prose in plain Markdown.

    Args:
        text: Lines of a page that hold no fence and no remark.
        resolve: What makes the target of a link in a page one of a notebook.
    """

    def target(match: re.Match[str]) -> str:
        return f"{match['before']}{resolve(match['target'])}"

    def tag(match: re.Match[str]) -> str:
        # What stands directly below an opening tag would be HTML.
        gap = "\n" if match["end"] is not None else ""
        return f"{match['tag']}{match['rest']}{gap}"

    def plain(words: str) -> str:
        words = _MARKDOWN_IN.sub(tag, words)
        return _LINK.sub(target, _ATTRIBUTES.sub("", words))

    return _outside_verbatim(_stressed(text), plain)


def quoted(title: str, text: str) -> str:
    """Return a remark as a quotation under its title."""
    parts = [f"**{title}**" if title else "", text]
    lines = "\n\n".join(filter(None, parts)).splitlines()
    return "\n".join(f"> {line}".rstrip() for line in lines)


def folded(title: str, text: str, *, is_open: bool = False) -> str:
    """Return a text that unfolds below its title."""
    opening = "<details open>" if is_open else "<details>"
    summary = f"<summary>{escape(title, quote=False)}</summary>"
    return f"{opening}\n{summary}\n\n{text}\n\n</details>"


def picture(book: Settings, texts: Mapping[str, str]) -> str:
    """Return a figure that needs no style sheet, in its light colours, on white.

    Jupyter shows no SVG that is an attachment, so the picture is part of the text.
    """
    svg = _COLOUR.sub(r"\g<light>", gallery.draw(book, texts["figure"], texts))
    data = base64.b64encode(_SVG.sub(_on_white, svg, count=1).encode()).decode()
    return (
        f'<figure>\n<img src="data:image/svg+xml;base64,{data}"'
        f' alt="{escape(texts["alt"])}" width="{_PICTURE_WIDTH}">\n'
        f"<figcaption>{escape(texts['caption'], quote=False)}</figcaption>\n</figure>"
    )


def _on_white(match: re.Match[str]) -> str:
    width, height = (float(each) + 2 * _MARGIN for each in match["size"].split())
    box = f"{-_MARGIN} {-_MARGIN} {width:g} {height:g}"
    return (
        f'<svg {match["before"]}viewBox="{box}" width="{width:g}" height="{height:g}"'
        f' font-family="{_FONT}"{match["after"]}><rect x="{-_MARGIN}" y="{-_MARGIN}"'
        f' width="{width:g}" height="{height:g}" rx="4" fill="{_WHITE}"/>'
    )


def _outside_verbatim(text: str, change: Callable[[str], str]) -> str:
    changed = []
    done = 0
    for match in VERBATIM.finditer(text):
        changed += [change(text[done : match.start()]), match[0]]
        done = match.end()
    return "".join([*changed, change(text[done:])])


def _stressed(text: str) -> str:
    """Write stress as HTML where CommonMark would leave its asterisks.

    A closing `**` between a full stop and a letter would open another one there, and
    Japanese has no space between the two.
    """
    masked = _masked(text)
    parts = []
    done = 0
    for match in _STRESS.finditer(masked):
        start, end = match.span("text")
        inner = text[start:end]
        before, after = masked[: match.start()][-1:], masked[match.end() :][:1]
        if not (_flanks(masked[start], before) and _flanks(masked[end - 1], after)):
            name = _STRESS_TAGS[match["mark"]]
            parts += [text[done : match.start()], f"<{name}>{inner}</{name}>"]
            done = match.end()
    return "".join([*parts, text[done:]])


def unstressed(text: str) -> str:
    """Return a text without the asterisks that stress its words."""
    masked = _masked(text)
    for match in reversed(list(_STRESS.finditer(masked))):
        start, end = match.span("text")
        text = text[: match.start()] + text[start:end] + text[match.end() :]
    return text


def _masked(text: str) -> str:
    """Return a text whose code, formulas and comments are backticks, as long as it."""
    # Punctuation like the marks that they stand in for.
    return VERBATIM.sub(lambda match: "`" * len(match[0]), text)


def _flanks(inner: str, outer: str) -> bool:
    """Tell whether a mark of stress between two characters is one for CommonMark."""
    return not _is_punctuation(inner) or not outer.strip() or _is_punctuation(outer)


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
