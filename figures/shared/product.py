"""The slopes along a path, multiplied, under a rule."""

from derivlearn_site.figures import svg
from figures.shared import book


def product(
    y: float, words: str, symbol: str, factors: tuple[float, ...], value: float
) -> str:
    """Return the factors multiplied, in two lines under a rule."""
    multiplied = " × ".join(book.number(factor) for factor in factors)
    return "".join(
        (
            svg.line((6, y), (334, y), stroke=svg.GRID),
            svg.text(6, y + 22, words, fill=svg.MUTED),
            svg.text(334, y + 22, multiplied, anchor="end", data_part="factors"),
            svg.text(
                334,
                y + 47,
                f"{symbol} = {book.number(value)}",
                anchor="end",
                font_size=svg.LARGE,
                fill=svg.SLOPE,
                font_weight="600",
                data_part="product",
            ),
        )
    )
