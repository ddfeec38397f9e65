"""What the figure `find-mistake` should say."""

from figures.shared import mistakes

from derivlearn import activations, loops
from derivlearn.costs import squared_error
from tests.built.browser.expected import Expected


def computed(game: int, nudged: int, answer: int) -> list[float]:
    """Return the numbers as the game prints them: costs with six decimals."""
    played = mistakes.game(game)
    numbers, report = played.network.numbers, played.report()

    def cost(place: int, by: float) -> float:
        w0, b0, w1, b1, w2, b2 = (
            number + by * (i == place) for i, number in enumerate(numbers)
        )
        x = [activations.sigmoid(w0 * played.network.x + b0)]
        zs = loops.forward([[w1], [w2]], [b1, b2], x)
        outputs = loops.activate(activations.sigmoid, zs)
        return round(squared_error(outputs, [1.0, 0.0]), 6)

    def measured(place: int) -> list[float]:
        below, above = cost(place, -0.005), cost(place, 0.005)
        return [above, below, round(above - below, 6), 0.01]

    def comparison(place: int) -> tuple[float, float]:
        found = report.comparisons[place]
        return float(f"{found.error:.1e}"), round(found.computed, 4)

    said = []
    if nudged:
        above, below, rise, run = measured(nudged - 1)
        at = numbers[nudged - 1]
        up, down = (round(at + by, 3) for by in (0.005, -0.005))
        said = [above, below, up, down, rise, run]
    if answer:
        error, computed = comparison(answer - 1)
        if error > 1e-7:
            _, _, rise, run = measured(answer - 1)
            return [*said, round(rise / run, 4), computed, error]
        said.append(error)
    if nudged:
        claimed = comparison(nudged - 1)[1]
        said += [down, below, at, cost(0, 0), up, above, rise, run, claimed]
    return said or [game]


EXPECTED = Expected(
    (
        {"game": 1, "nudged": 0, "answer": 0},
        {"game": 1, "nudged": 1, "answer": 0},
        {"game": 1, "nudged": 2, "answer": 2},
        {"game": 1, "nudged": 4, "answer": 1},
        {"game": 10, "nudged": 0, "answer": 5},
        {"game": 10, "nudged": 0, "answer": 3},
        {"game": 30, "nudged": 6, "answer": 4},
    ),
    computed,
)
