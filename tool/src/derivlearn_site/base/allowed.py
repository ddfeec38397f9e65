"""What may be published of a text: no HTML, no attributes, addresses of known kinds.

A page is Markdown and holds no HTML, so that no reader's browser runs or fetches what a
contributor has slipped in. What is shown as it is written, code and formulas, is no
part of it.
"""

import re
from collections.abc import Iterable

from derivlearn_site.base.errors import Message
from derivlearn_site.base.hygiene import Told

# The ways on which readers leave the book.
SCHEMES = ("https", "http", "mailto")

_TAG = re.compile(r"<(?!https?://[^<>\s]*>)(?:/|\?|!(?!--))?[A-Za-z][^<>]*>?")
# The one way of HTML that is known: a text of the site may lead to its licence.
_LINK = re.compile(r'<a href="https://[^"<>]*">|</a>')
_SCHEME = re.compile(r"\s*(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):")
_DEFINITION = re.compile(r" {0,3}\[[^\]]+\]:\s*\S")
_ATTRIBUTES = re.compile(r"\{:?[^{}]*\}")
# What a heading ends with.
_ID = re.compile(r"#{1,6}\s.*\{\s*#\S+\s*\}\s*")
_COMMENT = re.compile(r"<!--.*?-->")
_IMAGE = re.compile(r"!\[[^\]]*\]")


def in_text(text: str) -> Message | None:
    """Return what is wrong with a text that is put into a page as it is, if anything.

    Its HTML would be HTML there.
    """
    if not (found := _TAG.search(_LINK.sub("", text))):
        return None
    return Message(
        "`{tag}` would be HTML, of which a text holds none; leave it out, or write "
        "`&lt;` for the sign",
        tag=found[0],
    )


def in_prose(lines: Iterable[tuple[int, str]]) -> Told:
    """Yield what may not stand in numbered lines of a page, without their code."""
    for number, text in lines:
        line = _COMMENT.sub("", text)
        if "<!--" in line:
            yield number, Message("a comment ends on the line it begins on, with `-->`")
            continue
        if message := in_text(line):
            yield number, message
        if _DEFINITION.match(line):
            yield (
                number,
                Message("write the address where the link is: `[words](address)`"),
            )
        if image := _IMAGE.search(line):
            yield (
                number,
                Message(
                    "`{image}`: a page shows no image but its figures; draw one in "
                    "figures/, and write a fence ```figure",
                    image=image[0],
                ),
            )
        if not _ID.fullmatch(line) and (found := _ATTRIBUTES.search(line)):
            yield (
                number,
                Message(
                    "`{attributes}`: nothing has attributes but a heading, its "
                    "`{{ #id }}`; delete them",
                    attributes=found[0],
                ),
            )


def scheme_of(address: str) -> str:
    """Return how an address begins, `https`; nothing, if it is one within the book."""
    found = _SCHEME.match(address)
    return found["scheme"].lower() if found else ""


def is_elsewhere(address: str) -> bool:
    """Tell whether an address is one of another site."""
    return bool(scheme_of(address)) or address.strip().startswith("//")


def address(address: str) -> Message | None:
    """Return what is wrong with an address outside of the book, if anything."""
    scheme = scheme_of(address)
    if not scheme or scheme in SCHEMES:
        return None
    return Message(
        "'{scheme}:' leads nowhere that a reader may be sent; an address begins with "
        "https:",
        scheme=scheme,
    )
