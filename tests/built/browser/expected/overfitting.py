"""What the figure `overfitting` should say."""

from figures.overfitting import drawing

from tests.built.browser.expected import Expected


def computed(epoch: float, count: float) -> list[float]:
    """Return the numbers in the decimals that the chapter prints."""
    if epoch not in range(1, 101):
        return [1, 100]
    costs = drawing.costs()[int(count)]
    at = int(epoch) - 1
    numbers = [count, epoch, round(costs.train[at], 3), round(costs.test[at], 3)]
    if epoch == costs.best:
        return numbers
    percent = costs.above(int(epoch))
    lowest = round(costs.lowest, 3)
    return [*numbers, lowest, round(percent, 1 if percent < 10 else 0)]


EXPECTED = Expected(
    tuple(
        {"epoch": epoch, "count": count}
        for epoch, count in (
            *((100, 400), (20, 400), (1, 400), (19, 400), (21, 400)),
            *((36, 200), (100, 200), (48, 200), (2, 200)),
            *((20, 1297), (100, 1297), (9, 1297)),
            *((0, 400), (101, 200), (2.5, 1297), (-1, 400)),
        )
    ),
    computed,
)
