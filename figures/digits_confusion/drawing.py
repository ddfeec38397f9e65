"""How often each digit is read as each: the confusion matrix, as shades."""

from collections.abc import Mapping

from figures.shared import images

from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg

LABELS = {
    "answer": Message("what goes across: the network's answer"),
    "label": Message("what goes down: the label"),
}

CELL = 28.0
LEFT, TOP = 48.0, 56.0
# Shades that leave the numbers legible.
FAINTEST, STRONGEST = 0.12, 0.45
_SIDE = 10 * CELL
_GRID = "".join(
    f"M{LEFT:g} {TOP + at:g}h{_SIDE:g}M{LEFT + at:g} {TOP:g}v{_SIDE:g}"
    for at in (k * CELL for k in range(11))
)


def table() -> list[list[int]]:
    """Return a row for each label with a count for each answer."""
    read = images.reading()
    counts = [[0] * 10 for _ in range(10)]
    for label, answer in zip(read.labels, read.answers, strict=True):
        counts[label][answer] += 1
    return counts


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw right answers in one colour, wrong ones in another."""
    counts = table()
    most = {
        right: max(
            counts[r][c] for r in range(10) for c in range(10) if (r == c) == right
        )
        for right in (True, False)
    }
    parts = [
        svg.text(LEFT, 18, labels["answer"], fill=svg.MUTED),
        svg.text(8, TOP - 10, labels["label"], fill=svg.MUTED),
    ]
    for k in range(10):
        at = (k + 0.5) * CELL
        # The label's name stands where the first column's number might.
        parts.append(svg.text(LEFT + at, TOP - 10, str(k), anchor="middle"))
        parts.append(svg.text(LEFT - 14, TOP + at + 5, str(k), anchor="middle"))
    for r in range(10):
        for c in range(10):
            count, right = counts[r][c], r == c
            share = count / most[right]
            opacity = FAINTEST + (STRONGEST - FAINTEST) * share
            x, y = LEFT + c * CELL, TOP + r * CELL
            if count:
                parts += (
                    svg.element(
                        "rect",
                        x=x,
                        y=y,
                        width=CELL,
                        height=CELL,
                        fill=svg.A if right else svg.ERROR,
                        fill_opacity=opacity,
                    ),
                    svg.text(x + CELL / 2, y + 18.5, str(count), anchor="middle"),
                )
    parts.append(svg.element("path", d=_GRID, fill="none", stroke=svg.GRID))
    return svg.picture(TOP + _SIDE + 6, *parts)
