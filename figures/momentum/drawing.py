"""A long, narrow valley: a path with momentum, one without, and their costs."""

import math
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from derivlearn.autograd import Value
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import constants, svg
from derivlearn_site.figures.axes import Axes, LogScale, Scale
from derivlearn_site.figures.live import Text

LABELS = {
    "with": Message("the path with momentum, before its number"),
    "without": Message("the path without momentum"),
    "rate": Message("the word before a learning rate"),
    "bound": Message("the line: whoever is below it has arrived"),
    "x": Message("what goes across: how many steps were taken"),
    "y": Message("what goes up: the height, which is the cost"),
}
LIVE = {
    "set-momentum": Text(Message("the slider of the momentum")),
    "set-rate": Text(Message("the slider of the learning rate")),
    "set-steps": Text(Message("the slider of the steps")),
    "momentum-is": Text(
        Message("the path with momentum, with its number"), ("momentum",)
    ),
    "rate-is": Text(Message("a learning rate, with its number"), ("rate",)),
    "says-start": Text(
        Message("where the paths begin, and the cost there"), ("x", "y", "cost")
    ),
    "says": Text(
        Message("where so many steps lead, and the cost with momentum and without"),
        ("steps", "x", "y", "cost", "plain"),
    ),
    "arrived": Text(Message("at which step the cost fell below the line"), ("needed",)),
    "overshot": Text(Message("how far beyond the bottom the path went"), ("lowest",)),
    "away": Text(Message("that this learning rate leads away from the bottom")),
    "too-large": Text(
        Message("after which step the cost is no float"), ("rate", "steps")
    ),
    "outside": Text(
        Message("there are only so many steps, all whole, and only so much momentum"),
        ("last",),
    ),
}

_CONSTANTS = constants.beside(__file__)
# Who is below this cost has arrived.
BOUND: float = _CONSTANTS["bound"]
# How much steeper the valley is along y than along x.
STEEP: int = _CONSTANTS["steep"]
START = (10.0, 1.0)
MOMENTUM, RATE = 0.9, 0.019
MOMENTA = (0.0, 0.5, 0.8, 0.9, 0.95, 0.99)
STEPS = 300
# The first steps one by one; to play all of them would take too long.
PLAYED = [*range(20), *range(20, 100, 5), *range(100, STEPS + 1, 10)]
# Drawn to scale, the valley would be ten times as long as wide: up, all is larger.
MAP = Axes(x=Scale(-11, 11, 26, 334), y=Scale(-1.3, 1.3, 212, 30))
COSTS = Axes(x=Scale(0, STEPS, 38, 326), y=LogScale(1e-4, 1e3, 394, 268))
LEVELS = (10.0, 25.0, 50.0)
# In which direction from the middle a line of equal height bears its height.
ANGLE = math.radians(147)
# How a mark looks on the plot, and at its edge for what lies beyond.
WITHIN = {"fill": svg.A, "stroke": svg.PAPER}
BEYOND = {"fill": svg.PAPER, "stroke": svg.A}

Place = tuple[float, float]
Number = TypeVar("Number", float, Value)


def data() -> dict[str, object]:
    """Return the settings, and the place to begin at."""
    return {
        "settings": [
            {
                "name": "momentum",
                "values": [*MOMENTA],
                "start": MOMENTUM,
            },
            {
                "name": "rate",
                "values": [n / 1000 for n in range(5, 26)],
                "start": RATE,
            },
            {"name": "steps", "values": PLAYED, "start": STEPS, "plays": True},
        ],
        "start": [*START],
        "within": [*map(list, WITHIN.items())],
        "beyond": [*map(list, BEYOND.items())],
    }


def height(x: Number, y: Number) -> Number:
    """(x² + 100y²) / 2."""
    return (x * x + STEEP * y * y) / 2


@lru_cache
def path(momentum: float, rate: float, steps: int = STEPS) -> tuple[Place, ...]:
    """Return where the path begins, and where each step leads."""
    places = [START]
    velocity = (0.0, 0.0)
    for _ in range(steps):
        x, y = map(Value, places[-1])
        height(x, y).backward()
        velocity = (
            momentum * velocity[0] - rate * x.grad,
            momentum * velocity[1] - rate * y.grad,
        )
        places.append((x.data + velocity[0], y.data + velocity[1]))
    return tuple(places)


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw both paths on the map, and below it the cost after each step."""
    moving, plain = path(MOMENTUM, RATE), path(0.0, RATE)
    return svg.picture(
        COSTS.y.start + 44,
        _sample(6, svg.A, 2),
        svg.text(
            32,
            18,
            f"{labels['with']} {svg.plain(MOMENTUM)}",
            fill=svg.A,
            data_part="momentum",
        ),
        _sample(308 - svg.width(labels["without"]), svg.B, 1),
        svg.text(334, 18, labels["without"], anchor="end", fill=svg.B),
        MAP.plot(
            MAP.x_axis(range(-10, 11, 5)),
            MAP.y_axis([-1, 0, 1], grid=False),
            *map(_contour, LEVELS),
            MAP.mark(0, 0, shape="diamond", stroke=svg.C),
            _on_map(plain, svg.B, 0.75, "plain"),
            _on_map(moving, svg.A, 2, "path"),
            MAP.mark(*START, shape="ring", stroke=svg.A),
            MAP.mark(*moving[-1], stroke=svg.A, data_part="place"),
        ),
        svg.text(6, COSTS.y.end - 12, labels["y"], fill=svg.MUTED),
        svg.text(
            334,
            COSTS.y.end - 12,
            f"{labels['rate']} {svg.plain(RATE)}",
            anchor="end",
            fill=svg.MUTED,
            data_part="rate",
        ),
        COSTS.plot(
            COSTS.y_axis([100, 1, BOUND]),
            COSTS.x_axis(range(0, STEPS + 1, 50)),
            COSTS.line((0, BOUND), (STEPS, BOUND), dashes="5 4"),
            _costs(plain, svg.B, 0.75, "plain-costs"),
            _costs(moving, svg.A, 2, "costs"),
            svg.text(
                COSTS.x.end,
                COSTS.y(BOUND) - 6,
                labels["bound"],
                anchor="end",
                halo=True,
            ),
            COSTS.handle(
                STEPS, COSTS.y.low, _last_cost(), sets="steps", data_part="handle"
            ),
        ),
        svg.text(334, COSTS.y.start + 37, labels["x"], anchor="end", fill=svg.MUTED),
    )


def _sample(x: float, ink: str, width: float) -> str:
    """Return a piece of a line, before the words that say what it is."""
    y = 18 - svg.WAIST
    return svg.line((x, y), (x + 20, y), stroke=ink, stroke_width=width)


def _on_map(places: tuple[Place, ...], ink: str, width: float, part: str) -> str:
    points = [MAP.at(*place) for place in places]
    return svg.path(points, stroke=ink, stroke_width=width, data_part=part)


def _costs(places: tuple[Place, ...], ink: str, width: float, part: str) -> str:
    points = [COSTS.at(step, height(*place)) for step, place in enumerate(places)]
    return svg.lines(
        [*_above_the_edge(points)], stroke=ink, stroke_width=width, data_part=part
    )


def _last_cost() -> str:
    """Return a hollow mark on the lower edge: the last cost lies below it."""
    across, down = COSTS.at(STEPS, COSTS.y.low)
    return svg.element(
        "circle",
        cx=across,
        cy=down,
        r=4.5,
        stroke_width=1.5,
        data_part="cost",
        **BEYOND,
    )


def _above_the_edge(points: list[Place]) -> Iterator[list[Place]]:
    """Yield the pieces of a curve that are on the plot, whose lower edge it crosses."""
    edge = COSTS.y.start
    piece: list[Place] = []
    for (x0, y0), (x1, y1) in pairwise(points):
        if y0 <= edge:
            piece = piece or [(x0, y0)]
        if (y0 <= edge) != (y1 <= edge):
            piece.append((x0 + (x1 - x0) * (edge - y0) / (y1 - y0), edge))
        if y1 <= edge:
            piece.append((x1, y1))
        elif piece:
            yield piece
            piece = []
    if piece:
        yield piece


def _contour(level: float) -> str:
    """Return a line of equal height, an ellipse, with its height on it."""
    x, y = math.sqrt(2 * level), math.sqrt(2 * level / STEEP)
    middle, end = MAP.at(0, 0), MAP.at(x, y)
    ellipse = svg.element(
        "ellipse",
        cx=middle[0],
        cy=middle[1],
        rx=end[0] - middle[0],
        ry=middle[1] - end[1],
        fill="none",
        stroke=svg.MUTED,
        data_level=f"{level:g}",
    )
    across, down = MAP.at(x * math.cos(ANGLE), y * math.sin(ANGLE))
    return ellipse + svg.text(
        across,
        down + svg.WAIST,
        svg.plain(level),
        anchor="middle",
        fill=svg.MUTED,
        halo=True,
    )
