"""A row of weights times the column of what comes in: one number of the product."""

from collections.abc import Iterator, Mapping

from figures.shared import book

from derivlearn.example import LAST_WEIGHTS
from derivlearn.matrix import Matrix, entry, from_rows, mul_mat, to_mat
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg

LABELS = {
    "weights": Message("over the first matrix: the weights"),
    "column": Message("over the second matrix: the numbers of the hidden layer"),
    "product": Message("over the third matrix: the product"),
    "row": Message(
        "before what the calculation below comes to: row 0 times the column"
    ),
}

LEFT = from_rows(LAST_WEIGHTS)
RIGHT = to_mat(book.HIDDEN_OUTPUTS)
PRODUCT = mul_mat(LEFT, RIGHT)
ROW = 0

TOP, HIGH = 56.0, 42.0
BOTTOM = TOP + HIGH * LEFT.rows
# Where each matrix begins, and how wide its columns are.
LEFT_AT, RIGHT_AT, PRODUCT_AT = (8.0, 50.0), (138.0, 88.0), (250.0, 82.0)


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the three matrices, a row and the column lit, and the sum below."""
    middle = TOP + HIGH * LEFT.rows / 2 + 5
    along, down = LEFT_AT[0] + LEFT_AT[1] * LEFT.columns, RIGHT_AT[0] + RIGHT_AT[1]
    return svg.picture(
        BOTTOM + 76,
        *_matrix(LEFT, LEFT_AT, labels["weights"], svg.A, ROW),
        svg.text((along + RIGHT_AT[0]) / 2, middle, "×", anchor="middle"),
        *_matrix(RIGHT, RIGHT_AT, labels["column"], svg.B, None),
        svg.text((down + PRODUCT_AT[0]) / 2, middle, "=", anchor="middle"),
        *_matrix(PRODUCT, PRODUCT_AT, labels["product"], svg.C, ROW),
        svg.arrow(
            (LEFT_AT[0] + 8, TOP + HIGH * (ROW + 1) - 7),
            (along - 8, TOP + HIGH * (ROW + 1) - 7),
            stroke=svg.A,
        ),
        svg.arrow(
            (RIGHT_AT[0] + 8, _top(RIGHT) + 8),
            (RIGHT_AT[0] + 8, _top(RIGHT) + HIGH * RIGHT.rows - 8),
            stroke=svg.B,
        ),
        *_sum(labels["row"]),
    )


def _top(m: Matrix) -> float:
    """Return where a matrix begins: its middle is level with that of the others."""
    return TOP + HIGH * (LEFT.rows - m.rows) / 2


def _matrix(
    m: Matrix, at: tuple[float, float], name: str, fill: str, row: int | None
) -> Iterator[str]:
    """Yield a matrix under its name and its shape; a row is lit, or all of it."""
    left, wide = at
    middle = left + wide * m.columns / 2
    yield svg.text(middle, 20, name, anchor="middle", fill=fill)
    yield svg.text(middle, 40, f"{m.rows}×{m.columns}", anchor="middle", fill=svg.MUTED)
    for r in range(m.rows):
        for c in range(m.columns):
            x, y = left + wide * c, _top(m) + HIGH * r
            yield svg.element(
                "rect",
                x=x,
                y=y,
                width=wide,
                height=HIGH,
                fill="none",
                stroke=svg.MUTED,
            )
            lit = row in (None, r)
            yield svg.text(
                x + wide / 2 + 4 * (m is RIGHT),
                y + HIGH / 2 + 4,
                book.number(entry(m, r, c)),
                anchor="middle",
                fill=fill if lit else svg.INK,
                font_weight="600" if lit else None,
            )


def _sum(words: str) -> Iterator[str]:
    """Yield the sum of the products, and what it comes to, under a rule."""
    products = " + ".join(
        f"{_factor(entry(LEFT, ROW, k))} × {book.number(entry(RIGHT, k, 0))}"
        for k in range(LEFT.columns)
    )
    yield svg.line((6, BOTTOM + 16), (334, BOTTOM + 16), stroke=svg.GRID)
    yield svg.text(334, BOTTOM + 38, products, anchor="end")
    yield svg.text(232, BOTTOM + 62, words, anchor="end", fill=svg.MUTED)
    yield svg.text(
        334,
        BOTTOM + 62,
        f"= {book.number(entry(PRODUCT, ROW, 0))}",
        anchor="end",
        font_size=svg.LARGE,
        fill=svg.C,
        font_weight="600",
    )


def _factor(value: float) -> str:
    """Return a weight as it stands in a product: a negative one in brackets."""
    return svg.plain(value) if value >= 0 else f"({svg.plain(value)})"
