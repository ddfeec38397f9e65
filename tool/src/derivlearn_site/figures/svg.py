"""SVG as text: elements, colours, words, and the frame around a picture.

Colours are custom properties that the style sheet sets for light, dark and print; the
values here stand in where there is none.
"""

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from derivlearn_site.figures import constants

__all__ = ["escape"]

INK = "var(--dl-fig-ink,#1a1a1a)"
MUTED = "var(--dl-fig-muted,#5f5f5f)"
GRID = "var(--dl-fig-grid,#dcdcdc)"
# What is shown has a colour of its own, the same in every picture and on the pages.
VALUE = "var(--dl-value,#1f5c99)"
SLOPE = "var(--dl-slope,#b0431e)"
COST = "var(--dl-cost,#0f5138)"
ERROR = "var(--dl-error,#b00042)"
FOCUS = "var(--dl-focus,#1a1a1a)"
# Where a picture shows several of one kind, these only tell them apart.
A, B, C = VALUE, SLOPE, COST
PAPER = "var(--dl-fig-paper,#fff)"

# All pictures are as wide as a phone's page, so that they are read without zooming.
WIDTH = 340
_CONSTANTS = constants.beside(__file__)
SIZE: int = _CONSTANTS["size"]
LARGE = 15
# How far the middle of a line of words is over its baseline.
WAIST: float = _CONSTANTS["waist"]
# So many decimals has a number at most where there is no room for more.
DECIMALS: int = _CONSTANTS["decimals"]
SUBSCRIPTS: str = _CONSTANTS["subscripts"]
SUPERSCRIPTS: str = _CONSTANTS["superscripts"]
# How long the head of an arrow is, and half of how wide.
HEAD: float = _CONSTANTS["arrow"]["head"]
HALF: float = _CONSTANTS["arrow"]["half"]

# What a character takes of its font's size in a wide font: kana and kanji all of it.
_FULL, _CAPITAL, _DIGIT, _LETTER, _SLIM = 1.0, 0.68, 0.64, 0.57, 0.35

# One Latin letter on its own is a variable, but for the English article and the e of
# an exponent.
_VARIABLE = re.compile(_CONSTANTS["variable"])

_NARROW = f"{SUBSCRIPTS}{SUPERSCRIPTS}⁻′·.,:()/ "


def element(tag: str, *content: str, **attributes: str | float | None) -> str:
    """Return one element; `stroke_width=2` becomes `stroke-width="2"`.

    A trailing underscore is dropped, numbers are rounded to two decimals, and an
    attribute that is None is left out.
    """
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_attribute(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    inside = "".join(content)
    return f"<{tag}{written}>{inside}</{tag}>" if inside else f"<{tag}{written}/>"


def coordinate(value: float) -> str:
    """Return a coordinate with at most two decimals, the same on every platform."""
    return f"{round(value, 2) + 0:.2f}".rstrip("0").rstrip(".")


def printed(value: float, decimals: int = 4) -> str:
    """Return a number as pictures print it: so many decimals, a real minus sign."""
    return f"{round(value, decimals) + 0:.{decimals}f}".replace("-", "\N{MINUS SIGN}")


def plain(value: float) -> str:
    """Return a short number as it is: 1, 0.25, with a real minus sign."""
    return f"{value + 0:g}".replace("-", "\N{MINUS SIGN}")


def rounded(value: float, decimals: int = DECIMALS) -> str:
    """Return a short number with so many decimals at most."""
    return plain(round(value, decimals))


def width(text: str, size: float = SIZE) -> float:
    """Return how wide a text is at most, whatever font the page has."""
    return sum(map(_share, text)) * size


def text(
    x: float,
    y: float,
    words: str,
    *,
    anchor: str | None = None,
    halo: bool = False,
    **style: str | float | None,
) -> str:
    """Return words whose baseline is at y; variables in them are in italics.

    Args:
        x: Where the words start, end or have their middle, as `anchor` says.
        y: The baseline.
        words: The text, not yet escaped.
        anchor: `start`, which is the default, `middle` or `end`.
        halo: Whether lines that pass behind the words keep a distance.
        **style: Attributes, such as `fill`, if they are not the picture's own.
    """
    return element(
        "text",
        *_in_italics(words),
        x=x,
        y=y,
        text_anchor=anchor,
        paint_order="stroke" if halo else None,
        stroke=PAPER if halo else None,
        stroke_width=5 if halo else None,
        stroke_linejoin="round" if halo else None,
        **style,
    )


def line(
    start: tuple[float, float],
    end: tuple[float, float],
    *,
    stroke: str = INK,
    stroke_width: float = 1,
    dashes: str | None = None,
    **more: str | float | None,
) -> str:
    """Return a straight line."""
    return path(
        [start, end], stroke=stroke, stroke_width=stroke_width, dashes=dashes, **more
    )


def path(
    points: list[tuple[float, float]],
    *,
    stroke: str = INK,
    stroke_width: float = 1,
    dashes: str | None = None,
    **more: str | float | None,
) -> str:
    """Return a line through points, in straight pieces."""
    return lines(
        [points], stroke=stroke, stroke_width=stroke_width, dashes=dashes, **more
    )


def lines(
    each: list[list[tuple[float, float]]],
    *,
    stroke: str = INK,
    stroke_width: float = 1,
    dashes: str | None = None,
    **more: str | float | None,
) -> str:
    """Return several lines as one element, each through its points."""
    written = (
        "L".join(f"{coordinate(x)} {coordinate(y)}" for x, y in points)
        for points in each
    )
    return element(
        "path",
        d="".join(f"M{points}" for points in written),
        fill="none",
        stroke=stroke,
        stroke_width=stroke_width,
        stroke_dasharray=dashes,
        stroke_linejoin="round",
        **more,
    )


def arrow(
    start: tuple[float, float],
    end: tuple[float, float],
    *,
    stroke: str = INK,
    stroke_width: float = 1,
    dashes: str | None = None,
) -> str:
    """Return a straight arrow, its tip at `end`."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = math.hypot(across, down)
    across, down = across / length, down / length
    neck = (end[0] - HEAD * across, end[1] - HEAD * down)
    head = [
        (neck[0] - HALF * down, neck[1] + HALF * across),
        end,
        (neck[0] + HALF * down, neck[1] - HALF * across),
    ]
    corners = " ".join(f"{coordinate(x)},{coordinate(y)}" for x, y in head)
    return line(
        start, neck, stroke=stroke, stroke_width=stroke_width, dashes=dashes
    ) + element("polygon", points=corners, fill=stroke)


@dataclass(frozen=True)
class Picture:
    """Parts drawn one over the other, on a page `WIDTH` wide."""

    height: float
    parts: tuple[str, ...]

    def render(self, alt: str) -> str:
        """Return the picture as an `<svg>` element that screen readers call `alt`."""
        return element(
            "svg",
            *self.parts,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {WIDTH} {coordinate(self.height)}",
            role="img",
            aria_label=alt,
            font_size=SIZE,
            fill=INK,
            # Single numbers of a picture are no help to who searches the book.
            data_search_exclude="true",
        )


def picture(height: float, *parts: str) -> Picture:
    """Return a picture of that height."""
    return Picture(height, parts)


def _in_italics(words: str) -> Iterator[str]:
    """Yield words piece by piece, escaped, every second one a variable."""
    for place, piece in enumerate(_VARIABLE.split(words)):
        written = escape(piece)
        yield element("tspan", written, font_style="italic") if place % 2 else written


def _share(character: str) -> float:
    """Return what a character takes of the font's size, at most."""
    if character in _NARROW:
        return _SLIM
    # Signs such as Δ and − count as ambiguous: a Japanese font may draw them square.
    if unicodedata.east_asian_width(character) in "WFA":
        return _FULL
    if character.isdigit():
        return _DIGIT
    return _CAPITAL if character.isupper() else _LETTER


def _attribute(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else coordinate(value)
