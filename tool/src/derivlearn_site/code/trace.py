"""What has been seen of a program that was run line by line, and how that is written.

What comes of it is one object of JSON: `given`, the variables that are there before the
first line, and `steps`. A step tells, where there is something to tell:

- `line`: the line that has been gone through; or `left`: so many steps are left out;
- `out`: what was printed meanwhile;
- `pop`: so many functions have ended since the step before, `call`: these have begun;
- `set`, `gone`: the variables of the innermost function that are other than before;
  `up`: those of functions further out, by how many stand around them;
- `loops`: the loops around the line, outermost first, each with its line, which pass
  this is and of how many, 0 if it never came to its end;
- `taken`: whether what stands below an `if` or a loop is gone into, 1 or 0;
- `gives`: what the function returns, `def`: what has been defined, `fails`: 1.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

Variables = dict[str, str]
# An object of JSON.
Told = dict[str, Any]


class Repeated:
    """Passes of a loop, or calls from one line."""

    __slots__ = ("count", "ended", "line", "total")

    def __init__(self, line: int, known: "Repeated | None") -> None:
        """Begin with none; from a first run it is known how many there will be."""
        self.line, self.count = line, 0
        self.total = known.count if known else 0
        # Whether there was an end, and nobody has stopped it before.
        self.ended: bool = known.ended if known else False

    def is_left_out(self, keep: int) -> bool:
        """Tell whether this is neither one of the first passes nor the last."""
        return keep < self.count < self.total and self.total > keep + 2


@dataclass(frozen=True)
class Level:
    """A function as it is at a step: its variables, and the loops it is in."""

    id: int
    name: str
    variables: Variables
    loops: tuple[tuple[Repeated, int], ...] = ()


@dataclass
class Step:
    """What a line did; or, without a line, what so many steps did."""

    line: int
    levels: tuple[Level, ...]
    out: str
    told: Told = field(default_factory=dict)
    left: int = 0


@dataclass
class Run:
    """A program that has been run: its steps, and what ended it, if anything did."""

    given: Variables
    steps: list[Step]
    ended: BaseException | None = None

    def told(self) -> Told:
        """Return the trace."""
        return {"given": self.given, "steps": [*_told(self.given, self.steps)]}


def _told(given: Variables, steps: Sequence[Step]) -> Iterator[Told]:
    before: Sequence[Level] = (Level(1, "", given),)
    loops: list[list[int]] = []
    for step in steps:
        told: Told = {"left": step.left} if step.left else {"line": step.line}
        told |= {"out": step.out} if step.out else {}
        told |= _changes(before, step.levels)
        now = [
            [loop.line, count, loop.total if loop.ended else 0]
            for level in step.levels
            for loop, count in level.loops
        ]
        if now != loops:
            told["loops"] = loops = now
        yield told | step.told
        before = step.levels


def _changes(before: Sequence[Level], now: Sequence[Level]) -> Told:
    """Return what of functions and variables is other than before."""
    pairs = [*zip(before, now, strict=False)]
    same = next((n for n, (a, b) in enumerate(pairs) if a.id != b.id), len(pairs))
    told: Told = {}
    if same < len(before):
        told["pop"] = len(before) - same
    if same < len(now):
        told["call"] = [level.name for level in now[same:]]
    up: dict[str, Variables] = {}
    for depth, level in enumerate(now):
        old = before[depth].variables if depth < same else {}
        new = level.variables
        changed = {name: text for name, text in new.items() if old.get(name) != text}
        gone = [name for name in old if name not in new]
        if depth < len(now) - 1:
            up |= {str(depth): changed} if changed else {}
            continue
        told |= {"set": changed} if changed else {}
        told |= {"gone": gone} if gone else {}
    return told | ({"up": up} if up else {})
