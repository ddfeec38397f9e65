"""What the figure `momentum` should say."""

import math

from derivlearn.autograd import Value
from tests.built.browser.expected import Expected

Place = tuple[float, float]


def cost_of(place: Place) -> tuple[float, ...]:
    """Return (x² + 100y²) / 2, and its slopes."""
    x, y = map(Value, place)
    cost = (x * x + 100 * y * y) / 2
    cost.backward()
    return cost.data, x.grad, y.grad


def path(momentum: float, rate: float, steps: int) -> list[Place]:
    """Return the start and where each step leads, as long as the cost is a float."""
    here, velocity = (10.0, 1.0), (0.0, 0.0)
    places = [here]
    for _ in range(steps):
        _, *slopes = cost_of(here)
        velocity = (
            momentum * velocity[0] - rate * slopes[0],
            momentum * velocity[1] - rate * slopes[1],
        )
        here = (here[0] + velocity[0], here[1] + velocity[1])
        if not math.isfinite(cost_of(here)[0]):
            break
        places.append(here)
    return places


def computed(momentum: float, rate: float, steps: float) -> list[float]:
    """Return the numbers in three digits, places with two decimals at most."""
    if steps not in range(301) or not 0 <= momentum < 1:
        return [0, 300, 0, 1]
    plain, places = (path(each, rate, int(steps)) for each in (0.0, momentum))
    shortest = min(len(plain), len(places))
    if shortest <= steps:
        return [rate, shortest]
    here = [_brief(round(each, 2)) for each in places[-1]]
    costs = [cost_of(place)[0] for place in places]
    if steps == 0:
        return [*here, costs[-1]]
    said = [steps, *here, _brief(costs[-1]), _brief(cost_of(plain[-1])[0])]
    said += [step for step, cost in enumerate(costs) if cost < 0.01][:1]
    lowest = round(min(x for x, _ in places), 2)
    return [*said, _brief(lowest)] if lowest < 0 else said


def _brief(number: float) -> float:
    return float(f"{number:.3g}")


EXPECTED = Expected(
    (
        {"momentum": 0.9, "rate": 0.019, "steps": 300},
        {"momentum": 0, "rate": 0.019, "steps": 223},
        {"momentum": 0.5, "rate": 0.019, "steps": 106},
        {"momentum": 0.8, "rate": 0.019, "steps": 43},
        {"momentum": 0.99, "rate": 0.019, "steps": 300},
        {"momentum": 0.95, "rate": 0.005, "steps": 7},
        {"momentum": 0.9, "rate": 0.019, "steps": 0},
        {"momentum": 0, "rate": 0.025, "steps": 12},
        {"momentum": 0.5, "rate": 0.025, "steps": 1},
        {"momentum": 0.8, "rate": -0.3, "steps": 30},
        {"momentum": 0.99, "rate": 0, "steps": 3},
        {"momentum": 0.9, "rate": 1000000000.0, "steps": 300},
        {"momentum": 0.9, "rate": 1e300, "steps": 1},
        {"momentum": 0.9, "rate": 0.019, "steps": 2.5},
        {"momentum": 0.77, "rate": 0.019, "steps": 300},
        {"momentum": 1, "rate": 0.019, "steps": 300},
    ),
    computed,
)
