"""All slopes of the last weights at once: a multiplication table."""

from collections.abc import Mapping

from derivlearn.matrix import mul_mat, to_mat, transpose
from derivlearn_site.errors import Message
from derivlearn_site.figures import book, svg

LABELS = {
    "slopes": Message("the numbers down the side: the slopes of the biases"),
    "inputs": Message("the numbers across the top: what goes into the layer"),
    "index": Message("the small numbers: where a cell is in the flat list"),
}

LEFT, TOP = 102.0, 74.0
WIDE, HIGH = 114.0, 62.0


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the slopes down the side, the inputs across the top, the products inside."""
    slopes, inputs = book.LAST_BIAS_SLOPES, book.HIDDEN_OUTPUTS
    table = mul_mat(to_mat(slopes), transpose(to_mat(inputs)))
    bottom = TOP + HIGH * table.rows
    return svg.picture(
        bottom + 36,
        svg.text(6, TOP - 10, labels["slopes"], fill=svg.B),
        svg.text(LEFT + WIDE, 20, labels["inputs"], anchor="middle", fill=svg.A),
        *(
            _head(LEFT + WIDE * (c + 0.5), TOP - 12, f"x{'₀₁'[c]}", value, svg.A)
            for c, value in enumerate(inputs)
        ),
        *(
            _head(LEFT / 2, TOP + HIGH * (r + 0.5) + 8, f"δ{'₀₁₂'[r]}", value, svg.B)
            for r, value in enumerate(slopes)
        ),
        *(
            _cell(r, c, r + c * table.rows, table.values[r + c * table.rows])
            for c in range(table.columns)
            for r in range(table.rows)
        ),
        svg.text(
            LEFT + 2 * WIDE, bottom + 24, labels["index"], anchor="end", fill=svg.MUTED
        ),
    )


def _head(x: float, y: float, symbol: str, value: float, fill: str) -> str:
    return svg.text(x, y - 16, symbol, anchor="middle", fill=svg.MUTED) + svg.text(
        x, y, svg.printed(value, book.DECIMALS), anchor="middle", fill=fill
    )


def _cell(r: int, c: int, index: int, value: float) -> str:
    x, y = LEFT + WIDE * c, TOP + HIGH * r
    return svg.element(
        "rect", x=x, y=y, width=WIDE, height=HIGH, fill="none", stroke=svg.MUTED
    ) + "".join(
        (
            svg.text(x + 8, y + 18, str(index), fill=svg.MUTED),
            svg.text(
                x + WIDE / 2 + 4,
                y + HIGH / 2 + 12,
                svg.printed(value, book.DECIMALS),
                anchor="middle",
                font_size=svg.LARGE,
            ),
        )
    )
