"""What the figure `descent` should say."""

import math

from tests.built.browser.expected import Expected
from tests.built.browser.expected.partial import computed as partial


def computed(**values: float) -> list[float]:
    """Return the numbers in three digits, as they are said."""
    rate, steps = values["rate"], values["steps"]
    if steps not in range(17):
        return [0, 16]
    start = (2.0, 1.0 if values["from"] == 0 else -1.0)
    here = partial(*start)
    for step in range(int(steps)):
        x, y, _, *slopes = here
        x, y = x - rate * slopes[0], y - rate * slopes[1]
        if not math.isfinite(x * x + x * y + 2 * y * y):
            return [rate, step + 1]
        here = partial(x, y)
    x, y, cost, *slopes = here
    if steps == 0:
        return [x, y, cost, *slopes]
    numbers = [x, y, cost, cost / partial(*start)[2], *slopes]
    if abs(x) > 3.4 or abs(y) > 2.4:
        numbers.append(math.hypot(x, y))
    return [rate, steps, *(float(f"{number:.3g}") for number in numbers)]


EXPECTED = Expected(
    (
        {"rate": 0.4, "steps": 16, "from": 0},
        {"rate": 0.4, "steps": 0, "from": 0},
        {"rate": 0.4, "steps": 1, "from": 1},
        {"rate": 0.01, "steps": 16, "from": 0},
        {"rate": 0.45, "steps": 15, "from": 0},
        {"rate": 0.46, "steps": 16, "from": 0},
        {"rate": 0.6, "steps": 16, "from": 1},
        {"rate": 0, "steps": 3, "from": 1},
        {"rate": -0.3, "steps": 7, "from": 0},
        {"rate": 1000000000.0, "steps": 16, "from": 0},
        {"rate": 1e300, "steps": 1, "from": 1},
        {"rate": 0.4, "steps": 2.5, "from": 0},
    ),
    computed,
)
