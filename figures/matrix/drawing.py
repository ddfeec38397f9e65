"""All slopes of the last weights at once: a multiplication table, and its flat list."""

from collections.abc import Mapping

from figures.shared import book

from derivlearn.matrix import mul_mat, to_mat, transpose
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.live import Text

LABELS = {
    "slopes": Message("the numbers down the side: the slopes of the biases"),
    "inputs": Message("the numbers across the top: what goes into the layer"),
    "index": Message("the small numbers: where a cell is in the flat list"),
}
LIVE = {
    "set-index": Text(Message("the slider of the cell, by its place in the flat list")),
    "says": Text(
        Message("what the cell is the product of, its place, how many cells are full"),
        ("r", "c", "slope", "input", "rows", "index", "count"),
    ),
    "outside": Text(Message("the places in the flat list end here"), ("first", "last")),
}

SLOPES, INPUTS = book.LAST_DELTAS, book.HIDDEN_OUTPUTS
TABLE = mul_mat(to_mat(SLOPES), transpose(to_mat(INPUTS)))
SLOPE_NAMES = ("δ₀", "δ₁", "δ₂")
INPUT_NAMES = ("x₀", "x₁")
LAST = len(TABLE.values) - 1

LEFT, TOP = 102.0, 74.0
WIDE, HIGH = 114.0, 62.0
BOTTOM = TOP + HIGH * TABLE.rows
# The flat list below the table.
LINE, SLOT = 8.0, 54.0
SLOT_TOP, SLOT_HIGH = BOTTOM + 60, 32.0


def data() -> dict[str, object]:
    """Return the table, and how far apart its cells and those of the flat list are."""
    return {
        "settings": [
            {"name": "index", "values": [*range(LAST + 1)], "start": LAST},
        ],
        "slopes": SLOPES,
        "inputs": INPUTS,
        "products": TABLE.values,
        "names": {"slopes": [*SLOPE_NAMES], "inputs": [*INPUT_NAMES]},
        "size": {"wide": WIDE, "high": HIGH, "slot": SLOT},
        # With so many, the product of two rounded numbers is the rounded product.
        "decimals": 8,
    }


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the slopes, the inputs, the products, and these in one line below."""
    cells = range(LAST + 1)
    return svg.picture(
        SLOT_TOP + SLOT_HIGH + 8,
        svg.element(
            "g",
            svg.text(6, TOP - 10, labels["slopes"], fill=svg.SLOPE),
            svg.text(
                LEFT + WIDE, 20, labels["inputs"], anchor="middle", fill=svg.VALUE
            ),
            *(
                _head(LEFT + WIDE * (c + 0.5), TOP - 12, name, value, svg.VALUE)
                for c, (name, value) in enumerate(zip(INPUT_NAMES, INPUTS, strict=True))
            ),
            *(
                _head(LEFT / 2, TOP + HIGH * (r + 0.5) + 8, name, value, svg.SLOPE)
                for r, (name, value) in enumerate(zip(SLOPE_NAMES, SLOPES, strict=True))
            ),
            svg.element("g", *map(_cell, cells), data_name="table"),
            svg.text(
                LEFT + 2 * WIDE,
                BOTTOM + 22,
                labels["index"],
                anchor="end",
                fill=svg.MUTED,
            ),
            svg.element("g", *map(_slot, cells), data_name="line"),
            *_marks(LAST),
        ),
    )


def _place(index: int) -> tuple[int, int]:
    """Return the row and the column of a cell: the index is r + c · rows."""
    c, r = divmod(index, TABLE.rows)
    return r, c


def _corner(index: int) -> tuple[float, float]:
    r, c = _place(index)
    return LEFT + WIDE * c, TOP + HIGH * r


def _head(x: float, y: float, symbol: str, value: float, fill: str) -> str:
    return svg.text(x, y - 16, symbol, anchor="middle", fill=svg.MUTED) + svg.text(
        x, y, svg.printed(value, book.DECIMALS), anchor="middle", fill=fill
    )


def _frame(
    x: float, y: float, wide: float, high: float, **style: str | float | None
) -> str:
    return svg.element("rect", x=x, y=y, width=wide, height=high, fill="none", **style)


def _cell(index: int) -> str:
    """Return a cell of the table: its index in the corner, the product inside."""
    x, y = _corner(index)
    return svg.element(
        "g",
        _frame(x, y, WIDE, HIGH, stroke=svg.MUTED, pointer_events="all"),
        svg.text(x + 8, y + 18, str(index), fill=svg.MUTED),
        svg.text(
            x + WIDE / 2 + 4,
            y + HIGH / 2 + 16,
            svg.printed(TABLE.values[index], book.DECIMALS),
            anchor="middle",
            font_size=svg.LARGE,
            data_part=f"product-{index}",
        ),
        data_choose=f"index {index}",
    )


def _slot(index: int) -> str:
    """Return a cell's place in the flat list: its index above, its factors inside."""
    (r, c), x = _place(index), LINE + SLOT * index
    middle = x + SLOT / 2
    return svg.element(
        "g",
        _frame(x, SLOT_TOP, SLOT, SLOT_HIGH, stroke=svg.MUTED, pointer_events="all"),
        svg.text(middle, SLOT_TOP - 7, str(index), anchor="middle", fill=svg.MUTED),
        svg.text(
            middle,
            SLOT_TOP + 21,
            f"{SLOPE_NAMES[r]}{INPUT_NAMES[c]}",
            anchor="middle",
            data_part=f"factors-{index}",
        ),
        data_choose=f"index {index}",
    )


def _marks(index: int) -> tuple[str, ...]:
    """Return frames around a cell, its two factors, and its place in the flat list."""
    (r, c), (x, y) = _place(index), _corner(index)
    return (
        _mark("row", (4, y + 4, LEFT - 11, HIGH - 14), svg.SLOPE),
        _mark("column", (x + 10, TOP - 43, WIDE - 20, 38), svg.VALUE),
        _mark("cell", (x, y, WIDE, HIGH)),
        svg.text(
            x + WIDE - 9,
            y + 18,
            f"{SLOPE_NAMES[r]} × {INPUT_NAMES[c]}",
            anchor="end",
            pointer_events="none",
            data_part="factors",
        ),
        _mark("slot", (LINE + SLOT * index, SLOT_TOP, SLOT, SLOT_HIGH)),
    )


def _mark(
    part: str, box: tuple[float, float, float, float], stroke: str = svg.INK
) -> str:
    """Return a thick frame, which lets a pointer through to what it marks."""
    return _frame(
        *box,
        stroke=stroke,
        stroke_width=2.5,
        rx=3,
        pointer_events="none",
        data_part=part,
    )
