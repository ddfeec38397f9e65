"""What readers answered: how hard each question is, and whom it divides.

A reader's site copies their answers as lines of text, below a first line that says so
and begins with the name of the book:

    book answers 1
    growth#limit: right
    growth#why: wrong 2
    growth#part: wrong (0.5)
    saving#plan: skipped

Such texts may stand anywhere in a file, several in one, as in an issue or in notes of
readings. Of each question is told how many answered and how many of them were right,
how well it divides those who know much from those who know little, and which wrong
answer draws most.

It divides by the correlation of being right there with being right elsewhere, from -1
to 1: near 0 it tells nothing of a reader, and below 0 those who know more fail.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import StatisticsError, correlation

from derivlearn_site.base.errors import Message, MistakeError

_HEAD = re.compile(r"\W*[-\w]+ answers (?P<version>\d+)\W*")
_LINE = re.compile(
    r"\W*?(?P<key>[a-z0-9][-a-z0-9/]*#[a-z][-a-z0-9]*): "
    r"(?P<said>right|wrong(?: \d+)?|skipped)(?: \((?P<typed>[^()]*)\))?\W*"
)
_VERSION = "1"

# By question, what one reader answered.
Reading = dict[str, str]


@dataclass(frozen=True)
class Told:
    """What the answers to one question tell; None where too few do."""

    key: str
    answered: int
    right: int
    skipped: int
    divides: float | None
    draws: str

    @property
    def share(self) -> float:
        """The share of those who answered that were right; 1 if nobody did."""
        return self.right / self.answered if self.answered else 1.0


def readings(text: str) -> list[Reading]:
    """Return the answers of each reader in a text.

    Raises:
        MistakeError: They are of another version, or there are none.
    """
    found: list[Reading] = []
    for line in text.splitlines():
        if head := _HEAD.fullmatch(line):
            if head["version"] != _VERSION:
                message = Message(
                    "holds answers of version {version}; this command reads {known}",
                    version=head["version"],
                    known=_VERSION,
                )
                raise MistakeError(message)
            found.append({})
        elif found and (match := _LINE.fullmatch(line)):
            # What was answered first counts.
            found[-1].setdefault(match["key"], match["said"])
    if not any(found):
        message = Message(
            "holds no answers; they begin with a line such as `book answers 1`"
        )
        raise MistakeError(message)
    return [each for each in found if each]


def told(read: Sequence[Reading], order: Iterable[str] = ()) -> list[Told]:
    """Return what the answers tell of each question.

    Args:
        read: What each reader answered.
        order: The questions of the book in its order; others come last.
    """
    keys = dict.fromkeys([*order, *sorted({key for each in read for key in each})])
    return [_told(key, read) for key in keys if any(key in each for each in read)]


def _told(key: str, read: Sequence[Reading]) -> Told:
    said = [each[key] for each in read if key in each]
    answers = Counter(said)
    wrong = Counter(
        {each: n for each, n in answers.items() if each.startswith("wrong")}
    )
    draws = wrong.most_common(1)
    return Told(
        key,
        len(said) - answers["skipped"],
        answers["right"],
        answers["skipped"],
        _correlation(list(_pairs(key, read))),
        draws[0][0] if draws else "",
    )


def _pairs(key: str, read: Iterable[Reading]) -> Iterator[tuple[float, float]]:
    """Yield of each reader whether they were right here, and how often elsewhere."""
    for reading in read:
        elsewhere = [
            said == "right"
            for other, said in reading.items()
            if other != key and said != "skipped"
        ]
        if elsewhere and reading.get(key, "skipped") != "skipped":
            yield float(reading[key] == "right"), sum(elsewhere) / len(elsewhere)


def _correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Return the correlation of Pearson; None where one of the two does not vary."""
    try:
        return correlation(*zip(*pairs, strict=True)) if len(pairs) > 1 else None
    except StatisticsError:
        return None


def table(found: Sequence[Told], readers: int) -> str:
    """Return what is told as lines for a terminal."""
    lines = [f"{readers} readers, {len(found)} questions", ""]
    width = max((len(each.key) for each in found), default=0)
    lines.append(f"{'question':{width}}  right  of  skipped  divides  draws")
    for each in found:
        divides = "      -" if each.divides is None else f"{each.divides:7.2f}"
        row = f"{each.key:{width}}  {each.right:5} {each.answered:3}  {each.skipped:7}"
        lines.append(f"{row}  {divides}  {each.draws}".rstrip())
    return "\n".join(lines)
