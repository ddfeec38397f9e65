"""One thing that a page asks, with its answers and what is said to each of them."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property

from derivlearn_site.pages.outputs import Place
from derivlearn_site.pages.page import Block, Fence, Page

SIGNS = ("positive", "zero", "negative")
PREDICTIONS = ("sign", "number", "choice")


@dataclass(frozen=True)
class Source:
    """Where an answer was printed: a section of a record, and the place in it."""

    record: str
    section: str
    place: Place


@dataclass(frozen=True)
class Answer:
    """One answer: what it says, where that was printed, and what is said to it."""

    line: int
    said: str
    text: str
    because: str
    source: Source | None = None

    @property
    def value(self) -> float:
        """The number that was printed."""
        return float(self.text)


@dataclass(frozen=True)
class Ask:
    """What a fence asks. `block` is the one whose output it covers."""

    page: Page
    fence: Fence
    id: str
    kind: str
    text: str
    right: Answer
    wrong: tuple[Answer, ...]
    block: Block | None = None
    within: float = 0.0
    otherwise: str = ""
    # The outputs that its texts may quote.
    evidence: tuple[str, ...] = field(default=(), repr=False)

    @property
    def key(self) -> str:
        """What names it in every language, wherever its answers are kept."""
        return f"{self.page.slug}#{self.id}"

    @property
    def is_printed(self) -> bool:
        """Whether all its answers were printed, so that none is told by its form."""
        return all(each.source for each in (self.right, *self.wrong))

    @cached_property
    def answers(self) -> list[Answer]:
        """All answers, in the order in which every language shows them."""
        listed = [self.right, *self.wrong]
        if self.kind == "sign":
            return sorted(listed, key=lambda each: SIGNS.index(each.text))

        def shuffled(answer: Answer) -> bytes:
            return hashlib.sha256(f"{self.key} {answer.said}".encode()).digest()

        return sorted(listed, key=shuffled)
