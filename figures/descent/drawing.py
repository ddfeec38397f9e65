"""Gradient descent in the valley x² + xy + 2y²: the path from above, and the cost."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

from figures.shared.valley import MAP, height, seen_from_above

from derivlearn.autograd import Value
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import Axes, Scale
from derivlearn_site.figures.live import Text

LABELS = {
    "contours": Message("the picture from above: lines of equal height"),
    "start": Message("the place where the path begins"),
    "bottom": Message("the lowest place"),
    "rate": Message("the word before a learning rate"),
    "x": Message("what goes across: how many steps were taken"),
    "y": Message("what goes up: the height, which is the cost"),
}
LIVE = {
    "set-rate": Text(Message("the slider of the learning rate")),
    "set-steps": Text(Message("the slider of the steps")),
    "set-from": Text(Message("the choice of where the path begins")),
    "rate-is": Text(Message("a learning rate, with its number"), ("rate",)),
    "says-start": Text(
        Message("where the path begins, its cost and its slopes"),
        ("x", "y", "cost", "slope-x", "slope-y"),
    ),
    "says": Text(
        Message("where so many steps lead, the cost and the slopes there"),
        ("rate", "steps", "x", "y", "cost", "share", "slope-x", "slope-y"),
    ),
    "lower": Text(Message("that the last step lowered the cost")),
    "higher": Text(Message("that the last step raised the cost")),
    "level": Text(Message("that the last step left the cost as it was")),
    "gone": Text(
        Message("that the place is off the map, and how far from the bottom"),
        ("distance",),
    ),
    "too-large": Text(
        Message("after which step the cost is no float"), ("rate", "steps")
    ),
    "outside": Text(Message("there are only so many steps, all whole"), ("last",)),
}

RATE = 0.4
STEPS = 16
STARTS = ((2.0, 1.0), (2.0, -1.0))
COSTS = Axes(x=Scale(0, STEPS, 30, 314), y=Scale(0, 9, 412, 314))
# How a mark looks that stands at the edge for what lies beyond.
BEYOND = {
    "place": [["fill", svg.PAPER], ["stroke", svg.VALUE]],
    "cost": [["fill", svg.PAPER], ["stroke", svg.COST]],
}

Place = tuple[float, float]


def data() -> dict[str, object]:
    """Return the settings, and the places to begin at."""
    return {
        "settings": [
            {
                "name": "rate",
                "values": [n / 100 for n in range(1, 61)],
                "start": RATE,
            },
            {
                "name": "steps",
                "values": [*range(STEPS + 1)],
                "start": STEPS,
                "plays": True,
            },
            {
                "name": "from",
                "values": [*range(len(STARTS))],
                "start": 0,
                "options": [f"({svg.plain(x)}, {svg.plain(y)})" for x, y in STARTS],
            },
        ],
        "starts": [[*start] for start in STARTS],
        "beyond": BEYOND,
    }


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the path on the map, and below it the cost after each step."""
    places = path(STARTS[0], RATE)
    costs = [(float(step), height(*place)) for step, place in enumerate(places)]
    return svg.picture(
        COSTS.y.start + 44,
        svg.text(6, 18, labels["contours"], fill=svg.MUTED),
        svg.text(
            334,
            18,
            f"{labels['rate']} {svg.plain(RATE)}",
            anchor="end",
            fill=svg.VALUE,
            data_part="rate",
        ),
        MAP.plot(
            *seen_from_above(),
            MAP.mark(0, 0, shape="diamond", stroke=svg.COST),
            *_trail(MAP, places, "path"),
            MAP.mark(*places[-1], stroke=svg.VALUE, data_part="place"),
            _name(0, 0, labels["bottom"], -12, svg.WAIST, fill=svg.COST, anchor="end"),
            _name(
                *STARTS[0], labels["start"], 9, -6, fill=svg.VALUE, data_part="start"
            ),
        ),
        svg.text(6, COSTS.y.end - 12, labels["y"], fill=svg.MUTED),
        COSTS.plot(
            COSTS.y_axis([0, 4, 8]),
            COSTS.x_axis(range(0, STEPS + 1, 4)),
            *_trail(COSTS, costs, "costs", svg.COST),
            COSTS.handle(
                *costs[-1],
                COSTS.mark(*costs[-1], stroke=svg.COST, data_part="cost"),
                sets="steps",
                data_part="handle",
            ),
        ),
        svg.text(334, COSTS.y.start + 37, labels["x"], anchor="end", fill=svg.MUTED),
    )


@lru_cache
def path(start: Place, rate: float) -> tuple[Place, ...]:
    """Return where the path begins, and where each step leads."""
    places = [start]
    for _ in range(STEPS):
        x, y = map(Value, places[-1])
        height(x, y).backward()
        places.append((x.data - rate * x.grad, y.data - rate * y.grad))
    return tuple(places)


def _trail(
    axes: Axes,
    points: list[Place] | tuple[Place, ...],
    part: str,
    stroke: str = svg.VALUE,
) -> list[str]:
    """Return each step as a line, and a dot where each begins and ends."""
    places = [axes.at(*point) for point in points]
    return [
        svg.lines(
            [list(ends) for ends in pairwise(places)],
            stroke=stroke,
            stroke_width=1.5,
            data_part=part,
        ),
        # A line as long as nothing, with round ends.
        svg.lines(
            [[place, place] for place in places],
            stroke=stroke,
            stroke_width=5,
            stroke_linecap="round",
            data_part=f"{part}-dots",
        ),
    ]


def _name(
    x: float,
    y: float,
    words: str,
    across: float,
    down: float,
    **style: str | None,
) -> str:
    """Return the name of a place, so far from it."""
    return svg.text(MAP.x(x) + across, MAP.y(y) + down, words, halo=True, **style)
