"""What the figure `hidden-bias` should say."""

from figures.shared import book

from derivlearn.example import LAST_WEIGHTS
from tests.built.browser.expected import Expected


def computed(bias: int, routes: int) -> list[float]:
    products = [
        slope * row[bias]
        for slope, row in zip(book.LAST_DELTAS, LAST_WEIGHTS, strict=True)
    ]
    total = 0.0
    for product in products[:routes]:
        total += product
    if routes == len(products):
        return [total, book.HIDDEN_BENDS[bias], 1, book.HIDDEN_DELTAS[bias]]
    if routes == 0:
        return []
    last = routes - 1
    factors = [book.LAST_DELTAS[last], LAST_WEIGHTS[last][bias]]
    return [*factors, products[last], total]


EXPECTED = Expected(
    tuple({"bias": i, "routes": count} for i in (0, 1) for count in range(4)),
    computed,
    near=0.5000001 * 10**-book.DECIMALS,
)
