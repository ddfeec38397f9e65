"""Reads pictures back: their texts as boxes, their marks and curves as values."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from derivlearn_site.base import settings
from derivlearn_site.code import record
from derivlearn_site.figures import gallery, svg
from derivlearn_site.pages import page

ROOT = Path(__file__).parents[2]
BOOK = settings.load(ROOT)
SPACE = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Shown:
    """A figure fence of a page of the book."""

    where: str
    texts: Mapping[str, str]

    @property
    def name(self) -> str:
        """The picture's name."""
        return self.texts["figure"]


def shown() -> list[Shown]:
    """Return every figure fence of every page, in every language."""
    book = settings.load(ROOT)
    found = []
    for language in book.languages:
        for path in book.pages(language):
            source = page.read(path, book)
            found += [
                Shown(
                    f"{language}/{path.stem}:{fence.line}",
                    page.figure_of(source, fence),
                )
                for fence in source.fences
                if fence.info == "figure"
            ]
    return found


SHOWN = shown()


def original(name: str) -> ET.Element:
    """Return a picture as the first page that shows it has it."""
    texts = next(one.texts for one in SHOWN if one.name == name)
    return parsed(gallery.draw(BOOK, name, texts))


def parsed(text: str) -> ET.Element:
    """Return a picture as a tree."""
    return ET.fromstring(text)  # noqa: S314 our own output


@dataclass(frozen=True)
class Box:
    """Where a text is at most."""

    words: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Return whether two texts may touch."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def boxes(picture: ET.Element) -> list[Box]:
    """Return the box of each text of a picture."""
    return [_box(text) for text in picture.iter(f"{SPACE}text")]


def _box(text: ET.Element) -> Box:
    words = "".join(text.itertext())
    size = float(text.get("font-size", svg.SIZE))
    wide = svg.width(words, size)
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.get("text-anchor", "start")]
    left = float(text.get("x", "")) - share * wide
    baseline = float(text.get("y", ""))
    return Box(words, left, baseline - 0.78 * size, left + wide, baseline + 0.16 * size)


@dataclass(frozen=True)
class Scale:
    """A scale read back from a plot."""

    kind: str
    low: float
    high: float
    start: float
    end: float

    def value(self, place: float) -> float:
        """Return the value at a place on the picture."""
        share = (place - self.start) / (self.end - self.start)
        if self.kind == "log":
            return float(self.low * (self.high / self.low) ** share)
        return self.low + share * (self.high - self.low)


@dataclass(frozen=True)
class Plot:
    """A plot of a picture, with its scales."""

    group: ET.Element
    x: Scale
    y: Scale

    def values(self, x: float, y: float) -> tuple[float, float]:
        """Return both values at a place on the picture."""
        return self.x.value(x), self.y.value(y)

    def curves(self) -> dict[str, list[tuple[float, float]]]:
        """Return the points of each path with a name, as values."""
        return {
            path.get("data-name", ""): [self.values(*at) for at in starts(path)]
            for path in self.group.iter(f"{SPACE}path")
            if path.get("data-name")
        }

    def marks(self) -> list[tuple[tuple[float, float], tuple[float, float]]]:
        """Return for each mark what it says and where it is, both as values."""
        found = []
        for mark in self.group.iter():
            if mark.get("data-x") is None:
                continue
            says = (float(mark.get("data-x", "")), float(mark.get("data-y", "")))
            found.append((says, self.values(*_place(mark))))
        return found


def plots(picture: ET.Element) -> list[Plot]:
    """Return the plots of a picture."""
    return [
        Plot(group, _scale(group, "data-x-scale"), _scale(group, "data-y-scale"))
        for group in picture.iter(f"{SPACE}g")
        if group.get("data-x-scale")
    ]


def starts(path: ET.Element) -> list[tuple[float, float]]:
    """Return the points that a path names with absolute coordinates."""
    found = re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", path.get("d", ""))
    return [(float(x), float(y)) for x, y in found]


def texts(picture: ET.Element) -> list[str]:
    """Return the words of a picture."""
    return [box.words for box in boxes(picture)]


def number(words: str) -> str:
    """Return words with the hyphen that Python prints for a minus."""
    return words.replace("\N{MINUS SIGN}", "-")


def _scale(group: ET.Element, name: str) -> Scale:
    kind, *ends = group.get(name, "").split()
    low, high, start, end = map(float, ends)
    return Scale(kind, low, high, start, end)


def _place(mark: ET.Element) -> tuple[float, float]:
    """Return what a mark points at: its middle, a bar's top, an arrow's tip."""
    if mark.tag == f"{SPACE}circle":
        return float(mark.get("cx", "")), float(mark.get("cy", ""))
    if mark.tag == f"{SPACE}rect":
        middle = float(mark.get("x", "")) + float(mark.get("width", "")) / 2
        return middle, float(mark.get("y", ""))
    if mark.tag == f"{SPACE}g":
        head = mark.find(f"{SPACE}polygon")
        assert head is not None
        x, y = head.get("points", "").split()[1].split(",")
        return float(x), float(y)
    across, top = starts(mark)[0]
    return across, top + 5


def printed(name: str) -> str:
    """Return the record of a snippet, what its wrong programs print left out."""
    sections = record.read(ROOT / "snippets" / name).items()
    return record.render({n: out for n, out in sections if not n.startswith("wrong-")})
