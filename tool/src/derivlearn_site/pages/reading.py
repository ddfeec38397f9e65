"""How long a page takes: its text at the pace of its language, and its exercises.

Reckoned are 3 seconds for a line of code, of output or of a formula on its own, half a
minute for a figure, and 5 minutes for an exercise. What is folded, headings and what
belongs to an exercise, which is a section with `??? answer`, take no time of their own.
"""

from dataclasses import dataclass

from derivlearn_site.base.texts import Pace
from derivlearn_site.pages.page import Page
from derivlearn_site.pages.spans import Spans

LINE = 3 / 60
FIGURE = 30 / 60
EXERCISE = 5

_ROUNDED_TO = 5


@dataclass(frozen=True)
class Minutes:
    """How long a page takes to read, and its exercises to do, in rounded minutes."""

    reading: int
    exercises: int


def minutes(page: Page, pace: Pace) -> Minutes:
    """Return how long a page takes, read at a pace."""
    aside, exercises = _aside(page)
    lines = [each for each in page.prose if each[0] not in aside]
    spans = Spans([each for each in lines if not each[1].startswith("#")])
    text = "\n".join(text for _, text in spans.text)
    shown = [fence for fence in page.fences if fence.line not in aside]
    blocks = [block for block in page.blocks if block.fence.line not in aside]
    lines_of = [len(b.program.code) + b.output.count("\n") for b in blocks]
    lines_of += [len(fence.body) for fence in shown if fence.info == "console"]
    lines_of += [each.text.count("\n") for each in spans.displays]
    figures = sum(fence.info == "figure" for fence in shown)
    reading = pace.minutes(text) + LINE * sum(lines_of) + FIGURE * figures
    return Minutes(_rounded(reading), exercises * EXERCISE)


def _aside(page: Page) -> tuple[set[int], int]:
    """Return the lines that are folded or an exercise's, and how many of these are."""
    folds = [remark for remark in page.remarks if remark.mark.startswith("?")]
    answers = [remark for remark in folds if remark.kind == "answer"]
    aside = {line for each in folds for line in range(each.line, each.end + 1)}
    for heading, end in page.sections:
        own = range(heading.line, end + 1)
        if any(answer.line in own for answer in answers):
            aside |= {*own}
    return aside, len(answers)


def _rounded(minutes: float) -> int:
    return max(1, round(minutes / _ROUNDED_TO)) * _ROUNDED_TO
