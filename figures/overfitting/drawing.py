"""The cost of training and of test data, epoch by epoch, for more and more images."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from derivlearn_site.base.errors import Message
from derivlearn_site.figures import constants, svg
from derivlearn_site.figures.axes import Axes, LogScale, Scale
from derivlearn_site.figures.live import Text

LABELS = {
    "x": Message("what goes across: the epochs"),
    "y": Message("what goes up: the cost"),
    "train": Message("the curve of the training data"),
    "test": Message("the curve of the test data"),
    "count": Message("the words before the number of images"),
}
LIVE = {
    "set-epoch": Text(Message("the slider of the epoch after which one stops")),
    "set-count": Text(Message("the choice of the number of images")),
    "count-is": Text(Message("the number of images, with its number"), ("count",)),
    "says": Text(
        Message("both costs where one stops"), ("count", "epoch", "train", "test")
    ),
    "early": Text(
        Message("that the cost of the test data has yet to reach its lowest"),
        ("best", "lowest", "percent"),
    ),
    "best": Text(Message("that the cost of the test data is at its lowest")),
    "late": Text(
        Message("that the cost of the test data has been at its lowest before"),
        ("best", "lowest", "percent"),
    ),
    "outside": Text(Message("there are only so many epochs, all whole"), ("last",)),
}

_CONSTANTS = constants.beside(__file__)
# A curve's name stands over it at this epoch, whichever curve is drawn.
NAMED: int = _CONSTANTS["named"]
DECIMALS: int = _CONSTANTS["decimals"]
COSTS = Path(__file__).with_name("costs.json")
# The one that is chosen first: the chapter's.
COUNT = 400
AXES = Axes(x=Scale(0, 100, 48, 308), y=LogScale(0.0032, 2.4, 300, 36))
# The line of the stop at the last epoch is free of the names.
NAMES_END = AXES.x.end - 6
INKS = {"train": svg.A, "test": svg.B}
# How far over it: the dot at the end of the curve of the test needs room.
OVER = {"train": 8.0, "test": 14.0}


@dataclass(frozen=True)
class Costs:
    """The costs after each epoch, the first of which is 1."""

    train: tuple[float, ...]
    test: tuple[float, ...]

    @property
    def lowest(self) -> float:
        """The lowest cost of the test data."""
        return min(self.test)

    @property
    def best(self) -> int:
        """The epoch after which the cost of the test data is lowest."""
        return self.test.index(self.lowest) + 1

    def above(self, epoch: int) -> float:
        """Return by how many percent the cost of the test data is above its lowest."""
        return (self.test[epoch - 1] / self.lowest - 1) * 100


@lru_cache
def costs() -> dict[int, Costs]:
    """Return what `train` has kept, for each number of images."""
    kept = json.loads(COSTS.read_text(encoding="utf-8"))
    return {
        int(count): Costs(tuple(curves["train"]), tuple(curves["test"]))
        for count, curves in kept.items()
    }


def stops() -> list[int]:
    """Return the epochs that the slider goes through, few enough to be played.

    Those after which a cost is lowest are among them; others can be typed.
    """
    last = len(costs()[COUNT].test)
    found = {1, 2, 3, 4, 7, *range(5, last + 1, 5)}
    return sorted(found | {each.best for each in costs().values()})


def data() -> dict[str, object]:
    """Return the settings, and the costs after each epoch."""
    return {
        "settings": [
            {"name": "epoch", "values": stops(), "start": stops()[-1], "plays": True},
            {
                "name": "count",
                "values": [*costs()],
                "start": COUNT,
                "options": [str(count) for count in costs()],
            },
        ],
        "costs": [
            {"train": [*each.train], "test": [*each.test]} for each in costs().values()
        ],
    }


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw both curves to their end, and mark where the one of the test is lowest."""
    shown = costs()[COUNT]
    curves = {"train": shown.train, "test": shown.test}
    end = stops()[-1]
    level = f"{shown.lowest:.{DECIMALS}f}"
    across, down = AXES.at(shown.best, shown.lowest)
    return svg.picture(
        AXES.y.start + 44,
        svg.text(6, 18, labels["y"]),
        svg.text(
            334,
            18,
            f"{labels['count']} {COUNT}",
            anchor="end",
            fill=svg.MUTED,
            data_part="count",
        ),
        AXES.plot(
            AXES.y_axis([0.01, 0.1, 1]),
            AXES.x_axis(range(0, 101, 20)),
            AXES.line(
                (AXES.x.low, shown.lowest),
                (AXES.x.high, shown.lowest),
                stroke=svg.C,
                dashes="4 3",
                data_part="level",
            ),
            AXES.line(
                (shown.best, shown.lowest),
                (shown.best, AXES.y.low),
                stroke=svg.C,
                dashes="2 3",
                data_part="drop",
            ),
            AXES.line(
                (end, AXES.y.high),
                (end, AXES.y.low),
                stroke=svg.MUTED,
                data_part="stop",
            ),
            *(_curve(name, curve) for name, curve in curves.items()),
            *(_name(name, curve, labels[name]) for name, curve in curves.items()),
            svg.text(
                across + 7, down + 19, level, fill=svg.C, halo=True, data_part="lowest"
            ),
            AXES.mark(end, shown.train[-1], stroke=svg.A, data_part="train-dot"),
            AXES.handle(
                end,
                shown.test[-1],
                AXES.mark(end, shown.test[-1], stroke=svg.B),
                sets="epoch",
                data_part="test-dot",
            ),
            # Over the dot that stops there, and no hindrance to whoever holds it.
            AXES.mark(
                shown.best,
                shown.lowest,
                shape="diamond",
                stroke=svg.C,
                data_part="mark",
                pointer_events="none",
            ),
        ),
        svg.text(334, AXES.y.start + 37, labels["x"], anchor="end"),
    )


def _curve(name: str, curve: tuple[float, ...]) -> str:
    """Return a curve up to the stop, and faintly all of it."""
    places = [AXES.at(epoch, cost) for epoch, cost in enumerate(curve, 1)]
    whole = svg.path(
        places,
        stroke=INKS[name],
        stroke_width=2,
        stroke_opacity=0.4,
        data_part=f"{name}-whole",
    )
    return whole + svg.path(
        places, stroke=INKS[name], stroke_width=2, data_name=name, data_part=name
    )


def _name(name: str, curve: tuple[float, ...], words: str) -> str:
    _, down = AXES.at(NAMED, curve[NAMED - 1])
    return svg.text(
        NAMES_END,
        down - OVER[name],
        words,
        anchor="end",
        fill=INKS[name],
        halo=True,
        data_part=f"{name}-name",
    )
