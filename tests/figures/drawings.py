"""Digits as hands draw them: strokes, in several styles, sizes, places and slants.

A drawing is made of lines and arcs in a box one wide and two high, and then laid onto
the surface: y grows downwards.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

Point = tuple[float, float]
Stroke = list[Point]

# How the figure writes a point down: one of these for each coordinate.
PLACES = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"

# Two drawings of a 7, of which the network is sure and unsure, and their 64 numbers.
CLEAR = "4k6k8kajcjejgjglfnfperetdvdxczcBbDbFaHaI9K"
UNCLEAR = (
    "dbfchcjclcncpcrctcvcxczcBcAezfyhxiwkvmtnsprrqspuownxmzlAkCkEjGjIiKiMhOhQgSgUfWfY"
)
SHADES = {
    CLEAR: [
        *(0, 0, 8, 12, 14, 16, 16, 4, 0, 0, 11, 16, 12, 16, 15, 1),
        *(0, 0, 0, 0, 5, 16, 9, 0, 0, 0, 0, 0, 13, 14, 2, 0),
        *(0, 0, 0, 5, 16, 9, 0, 0, 0, 0, 1, 13, 15, 1, 0, 0),
        *(0, 0, 6, 16, 7, 0, 0, 0, 0, 0, 12, 12, 0, 0, 0, 0),
    ],
    UNCLEAR: [
        *(0, 4, 16, 16, 16, 16, 7, 0, 0, 3, 12, 12, 16, 16, 5, 0),
        *(0, 0, 0, 8, 16, 11, 0, 0, 0, 0, 3, 16, 13, 0, 0, 0),
        *(0, 0, 10, 16, 3, 0, 0, 0, 0, 0, 14, 14, 0, 0, 0, 0),
        *(0, 2, 16, 10, 0, 0, 0, 0, 0, 3, 15, 4, 0, 0, 0, 0),
    ],
}


def arc(middle: Point, across: float, down: float, start: float, end: float) -> Stroke:
    """Return a part of an ellipse, from one angle to another; 90° is downwards."""
    x, y = middle
    steps = max(2, math.ceil(abs(end - start) / 15))
    angles = (math.radians(start + (end - start) * k / steps) for k in range(steps + 1))
    return [(x + across * math.cos(each), y + down * math.sin(each)) for each in angles]


# Each digit in the styles in which it is written.
STYLES: dict[int, list[list[Stroke]]] = {
    0: [
        [arc((0.5, 1), 0.5, 1, -90, -450)],
        [arc((0.5, 1), 0.38, 1, -60, -420)],
        [arc((0.5, 1), 0.6, 0.9, -100, 270)],
        [[(0.6, 0.05), *arc((0.5, 1), 0.45, 0.95, -80, -430), (0.7, 0.2)]],
    ],
    1: [
        [[(0.5, 0), (0.5, 2)]],
        [[(0.15, 0.5), (0.5, 0), (0.5, 2)]],
        [[(0.6, 0), (0.4, 2)]],
        [[(0.2, 0.45), (0.5, 0), (0.5, 2)], [(0.1, 2), (0.9, 2)]],
    ],
    2: [
        [[*arc((0.5, 0.5), 0.5, 0.5, -170, 30), (0, 2), (1, 2)]],
        [[*arc((0.5, 0.5), 0.45, 0.5, -150, 45), (0.1, 1.95), (1.05, 1.9)]],
        [
            [
                *arc((0.5, 0.45), 0.45, 0.45, -160, 50),
                *arc((0.2, 1.8), 0.2, 0.15, 90, 300),
                (1, 2),
            ]
        ],
        [[*arc((0.5, 0.6), 0.5, 0.6, -180, 40), (0.05, 2), (1.1, 2.05)]],
    ],
    3: [
        [[*arc((0.4, 0.5), 0.5, 0.5, -150, 80), *arc((0.4, 1.5), 0.6, 0.5, -90, 150)]],
        [
            [
                *arc((0.45, 0.45), 0.45, 0.45, -170, 90),
                *arc((0.45, 1.45), 0.5, 0.55, -90, 170),
            ]
        ],
        [[(0.05, 0), (0.9, 0), (0.4, 0.75), *arc((0.4, 1.4), 0.55, 0.6, -80, 150)]],
        [
            [
                *arc((0.4, 0.5), 0.4, 0.5, -140, 70),
                *arc((0.35, 1.45), 0.65, 0.55, -80, 160),
            ]
        ],
    ],
    4: [
        [[(0.6, 0), (0, 1.3), (1.05, 1.3)], [(0.7, 0.8), (0.7, 2)]],
        [[(0.1, 0), (0.05, 1), (0.9, 1)], [(0.85, 0), (0.85, 2)]],
        [[(0.7, 2), (0.7, 0), (0, 1.3), (1.05, 1.3)]],
        [[(0.3, 0), (0, 1.05), (0.9, 1.1)], [(0.75, 0.4), (0.65, 2)]],
    ],
    5: [
        [[(0.9, 0), (0.2, 0), (0.15, 0.85), *arc((0.4, 1.4), 0.55, 0.6, -100, 150)]],
        [
            [(0.2, 0), (0.15, 0.85), *arc((0.4, 1.4), 0.55, 0.6, -100, 150)],
            [(0.2, 0), (1, 0)],
        ],
        [[(0.95, 0.05), (0.25, 0), (0.1, 0.9), *arc((0.4, 1.4), 0.6, 0.6, -80, 140)]],
        [
            [
                (1, 0),
                (0.1, 0.05),
                (0.1, 0.9),
                (0.6, 0.85),
                *arc((0.45, 1.4), 0.5, 0.6, -60, 160),
            ]
        ],
    ],
    6: [
        [
            [
                (0.75, 0),
                *arc((1, 1.3), 1, 1.2, -120, -180),
                *arc((0.5, 1.45), 0.5, 0.55, -180, -540),
            ]
        ],
        [[(0.6, 0), (0.15, 0.9), *arc((0.5, 1.5), 0.45, 0.5, -200, -560)]],
        [
            [
                *arc((0.9, 1.1), 0.9, 1.1, -80, -200),
                *arc((0.5, 1.5), 0.45, 0.5, 140, -180),
            ]
        ],
        [
            [
                (0.8, 0.05),
                (0.3, 0.6),
                (0.05, 1.4),
                *arc((0.5, 1.5), 0.45, 0.5, 180, -170),
            ]
        ],
    ],
    7: [
        [[(0, 0), (1, 0), (0.4, 2)]],
        [[(0, 0.1), (0.95, 0), (0.55, 1), (0.4, 2)]],
        [[(0, 0), (1, 0), (0.35, 2)], [(0.25, 1), (0.95, 1)]],
        [[(0, 0.05), (1, 0), (0.6, 0.8), (0.5, 2)], [(0.2, 0.95), (1, 0.95)]],
    ],
    8: [
        [arc((0.5, 0.5), 0.42, 0.5, 90, -270) + arc((0.5, 1.5), 0.5, 0.5, -90, 270)],
        [
            [
                *arc((0.5, 0.48), 0.4, 0.48, -30, -250),
                *arc((0.5, 1.5), 0.45, 0.5, -60, 240),
                *arc((0.5, 0.48), 0.4, 0.48, 60, -30),
            ]
        ],
        [arc((0.5, 0.45), 0.4, 0.45, -90, 270), arc((0.5, 1.45), 0.48, 0.55, -90, 270)],
        [
            [
                (0.85, 0.25),
                *arc((0.5, 0.5), 0.38, 0.5, -60, -240),
                (0.75, 1.2),
                *arc((0.5, 1.5), 0.42, 0.5, -20, 210),
                (0.3, 1.1),
                (0.85, 0.25),
            ]
        ],
    ],
    9: [
        [[*arc((0.5, 0.55), 0.45, 0.55, -20, -380), (0.95, 0.6), (0.85, 2)]],
        [
            [
                *arc((0.45, 0.5), 0.45, 0.5, 0, -360),
                (0.9, 0.5),
                (0.9, 1.4),
                *arc((0.5, 1.5), 0.4, 0.5, 0, 140),
            ]
        ],
        [[*arc((0.5, 0.5), 0.45, 0.5, -40, -390), (0.9, 0.7), (0.6, 2)]],
        [[*arc((0.5, 0.6), 0.4, 0.6, -30, -400), (0.9, 0.3), (0.8, 2)]],
    ],
}


@dataclass(frozen=True)
class Drawing:
    """A digit that somebody has drawn."""

    digit: int
    style: int
    strokes: Sequence[Stroke]

    @property
    def text(self) -> str:
        """The drawing as the figure writes it down."""
        return written(self.strokes)


def written(strokes: Sequence[Stroke]) -> str:
    """Return strokes as text, with a point wherever the pen comes to another place."""
    texts = []
    for stroke in strokes:
        places: list[str] = []
        for x, y in _walked(stroke):
            place = PLACES[_clipped(x)] + PLACES[_clipped(y)]
            if places[-1:] != [place]:
                places.append(place)
        texts.append("".join(places))
    return ".".join(texts)


def as_json(drawings: Sequence[object]) -> str:
    """Return drawings as a script can read them."""
    return json.dumps(drawings)


def _walked(stroke: Stroke) -> list[Point]:
    """Return a stroke with points as close together as a hand's."""
    walked = [stroke[0]]
    for x, y in stroke[1:]:
        x0, y0 = walked[-1]
        steps = max(1, round(math.hypot(x - x0, y - y0) / 2))
        walked += [
            (x0 + (x - x0) * k / steps, y0 + (y - y0) * k / steps)
            for k in range(1, steps + 1)
        ]
    return walked


def _clipped(value: float) -> int:
    return min(len(PLACES) - 1, max(0, round(value)))


def drawings(hands: int = 4, seed: int = 0) -> list[Drawing]:
    """Return every digit in every style, each by so many hands."""
    rng = np.random.default_rng(seed)
    found = []
    for digit, styles in STYLES.items():
        for style, strokes in enumerate(styles):
            hand = [Drawing(digit, style, _laid(strokes, rng)) for _ in range(hands)]
            found += hand
    return found


def _laid(strokes: Sequence[Stroke], rng: np.random.Generator) -> list[Stroke]:
    """Lay a drawing onto the surface: somewhere, slanted, not quite even."""
    height = rng.uniform(26, 54)
    width = height / 2 * rng.uniform(0.75, 1.35)
    slant = rng.uniform(-0.1, 0.35)
    left, top = rng.uniform(2, max(2.1, 60 - width * 1.4)), rng.uniform(3, 60 - height)
    wobble = 0.03 * height
    phase = rng.uniform(0, 2 * math.pi, 4)
    laid = []
    for stroke in strokes:
        line = []
        for x, y in stroke:
            across = left + width * x + slant * (1 - y) * height / 2 * 0.6
            down = top + height * y / 2
            across += wobble * math.sin(phase[0] + 3 * y + phase[2] * x)
            down += wobble * math.sin(phase[1] + 3 * x + phase[3] * y)
            line.append((across, down))
        laid.append(line)
    return laid
