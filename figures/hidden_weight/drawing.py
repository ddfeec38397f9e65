"""One table of weights, read along its rows and down its columns."""

from collections.abc import Callable, Iterator, Mapping

from derivlearn.example import LAST_WEIGHTS
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg

LABELS = {
    "forward": Message("over the first table: the forward pass reads along"),
    "backward": Message("over the second table: the backward pass reads down"),
    "row": Message("the row that is marked: the weights that lead to output 1"),
    "column": Message("the column that is marked: the weights from activation 0"),
}

WIDE, HIGH = 62.0, 42.0
TOP = 46.0
ROW, COLUMN = 1, 0


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the same table twice, a row of the first and a column of the second lit."""
    bottom = TOP + HIGH * len(LAST_WEIGHTS)
    first, second = 14.0, svg.WIDTH - 14 - 2 * WIDE
    return svg.picture(
        bottom + 34,
        svg.text(first, 20, labels["forward"], fill=svg.VALUE),
        svg.text(
            second + 2 * WIDE, 20, labels["backward"], anchor="end", fill=svg.SLOPE
        ),
        *_table(first, lambda r, _: svg.VALUE if r == ROW else None),
        *_table(second, lambda _, c: svg.SLOPE if c == COLUMN else None),
        svg.arrow(
            (first + 8, TOP + HIGH * (ROW + 1) - 7),
            (first + 2 * WIDE - 8, TOP + HIGH * (ROW + 1) - 7),
            stroke=svg.VALUE,
        ),
        svg.arrow(
            (second + 9, TOP + 8),
            (second + 9, bottom - 8),
            stroke=svg.SLOPE,
        ),
        svg.text(first, bottom + 24, labels["row"], fill=svg.VALUE),
        svg.text(
            second + 2 * WIDE,
            bottom + 24,
            labels["column"],
            anchor="end",
            fill=svg.SLOPE,
        ),
    )


def _table(x: float, ink: Callable[[int, int], str | None]) -> Iterator[str]:
    """Yield the cells of the table; those that have an ink are lit."""
    for r, row in enumerate(LAST_WEIGHTS):
        for c, weight in enumerate(row):
            left, top = x + WIDE * c, TOP + HIGH * r
            yield svg.element(
                "rect",
                x=left,
                y=top,
                width=WIDE,
                height=HIGH,
                fill="none",
                stroke=svg.MUTED,
            )
            lit = ink(r, c)
            yield svg.text(
                left + WIDE / 2,
                top + HIGH / 2 + 4,
                svg.plain(weight),
                anchor="middle",
                fill=lit or svg.INK,
                font_size=svg.LARGE,
                font_weight="600" if lit else None,
            )
