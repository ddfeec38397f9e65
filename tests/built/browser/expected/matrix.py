"""What the figure `matrix` should say."""

from figures.shared import book

from derivlearn.matrix import entry, mul_mat, to_mat, transpose
from tests.built.browser.expected import Expected


def computed(index: int) -> list[float]:
    slopes, inputs = book.LAST_DELTAS, book.HIDDEN_OUTPUTS
    table = mul_mat(to_mat(slopes), transpose(to_mat(inputs)))
    r, c = index % table.rows, index // table.rows
    if not 0 <= index < len(table.values):
        return [0, len(table.values) - 1]
    product = entry(table, r, c)
    return [
        *(round(each, 8) for each in (slopes[r], inputs[c], product)),
        *(r, c, r, c, table.rows, index, index + 1),
    ]


EXPECTED = Expected(tuple({"index": n} for n in (5, 0, 1, 2, 3, 4, 6, -1)), computed)
