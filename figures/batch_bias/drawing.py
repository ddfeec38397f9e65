"""One bias, copied to every flower of a batch, and the slopes that come back, added."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from figures.shared.neurons import GAP, Neuron

from derivlearn import example
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.data import irises
from derivlearn.loops import activate, forward
from derivlearn.network import Standardise
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import constants, svg
from derivlearn_site.figures.axes import Axes, Scale
from derivlearn_site.figures.live import Text

LABELS = {
    "copy": Message("what happens to the bias on the way forward"),
    "add": Message("what happens to the slopes on the way back"),
    "flower": Message("what the small circles are"),
    "sum": Message("the cost of the batch is the sum of the costs"),
    "nudge": Message("the change of the cost, if the bias grows by 0.01"),
    "forecast": Message("that change, going by the slope"),
    "really": Message("that change, computed anew"),
}
LIVE = {
    "set-flowers": Text(Message("the choice of how many flowers there are")),
    "set-bias": Text(Message("the slider of the bias")),
    "set-cost": Text(Message("the choice between sum and mean")),
    "sum": Text(LABELS["sum"]),
    "mean": Text(Message("the cost of the batch is the mean of the costs")),
    "grows": Text(Message("that one flower wants the bias to grow"), ("flowers",)),
    "grow": Text(Message("that several flowers want it to grow"), ("flowers",)),
    "shrinks": Text(Message("that one flower wants the bias to shrink"), ("flowers",)),
    "shrink": Text(Message("that several flowers want it to shrink"), ("flowers",)),
    "next": Text(Message("flowers, and one more of them"), ("flowers", "flower")),
    "last": Text(Message("flowers, and the last one of them"), ("flowers", "flower")),
    "added": Text(Message("the sum of the slopes"), ("slope",)),
    "divided": Text(
        Message("the sum of the slopes, and what it is divided by"),
        ("sum", "count", "slope"),
    ),
    "moved": Text(
        Message("what a nudge of the bias does, by forecast and really"),
        ("nudge", "forecast", "real"),
    ),
    "outside": Text(
        Message("the picture shows only biases from here to there"), ("low", "high")
    ),
}

_CONSTANTS = constants.beside(__file__)
NUDGE: float = _CONSTANTS["nudge"]
DECIMALS: int = _CONSTANTS["decimals"]
# The flowers share the room below the top.
TOP: float = _CONSTANTS["top"]
ROOM: float = _CONSTANTS["room"]
BOTTOM = TOP + ROOM
MIDDLE = TOP + ROOM / 2
# The arrows forward and back keep this distance from the line between their circles.
LANE: float = _CONSTANTS["lane"]
# How far below the middle of a flower its slope is, and below all of them the result.
BELOW: float = _CONSTANTS["below"]
RESULT: float = BOTTOM + _CONSTANTS["result"]
# How wide the lines of the arrows are, and that of the sum; heads grow with them.
THIN: float = _CONSTANTS["thin"]
THICK: float = _CONSTANTS["thick"]

# All that the bias of output 0 has to do with.
OUTPUT = 0
BIAS = example.LAST_BIASES[OUTPUT]
BIASES = [n / 10 for n in range(-40, 41)]
SHOWN = 2
SETOSA = [-1.0, 1.0, -1.25, -1.5]
# Real irises, by their place in the table: one of each species.
REAL = (50, 100, 0)
# In which sixth of the room each flower is drawn: the two that are seen first are in
# the middle of the upper and of the lower half, the others wait beside them.
SIXTHS = (1, 4, 0, 2, 3)

# Where the slopes are arrows: wide enough for every sum that the bias leads to.
LEFT, RIGHT = 122, 334
SLOPES = Axes(x=Scale(-0.19, 0.33, 228, RIGHT), y=Scale(BOTTOM, TOP, BOTTOM, TOP))

Line = list[tuple[float, float]]


@dataclass(frozen=True)
class Flower:
    """A flower of the batch: what output 0 gets from it but for its bias."""

    number: int
    base: float
    target: float

    @property
    def level(self) -> float:
        """How far down the flower is drawn."""
        return TOP + (SIXTHS[self.number] + 0.5) * ROOM / 6

    def z(self, bias: float) -> float:
        """Return the pre-activation."""
        return bias + self.base

    def output(self, bias: float) -> float:
        """Return the activation."""
        return sigmoid(self.z(bias))

    def delta(self, bias: float) -> float:
        """Return the slope of the cost of this flower with respect to the bias."""
        (gap,) = squared_error_derivative([self.output(bias)], [self.target])
        return gap * sigmoid_derivative(self.z(bias))

    def cost(self, bias: float) -> float:
        """Return what output 0 brings into the cost of this flower."""
        return squared_error([self.output(bias)], [self.target])


@lru_cache
def flowers() -> list[Flower]:
    """Return the two flowers of the chapter, and the real ones after them."""
    measured, species = irises()
    chosen = [(example.INPUTS, example.TARGETS[OUTPUT]), (SETOSA, 0.0)]
    rows = Standardise(measured)([measured[place] for place in REAL]).tolist()
    for place, row in zip(REAL, rows, strict=True):
        chosen.append((row, float(species[place] == "virginica")))
    return [
        Flower(number, _base(inputs), target)
        for number, (inputs, target) in enumerate(chosen)
    ]


def _base(inputs: list[float]) -> float:
    """Return what comes to output 0 from the hidden layer."""
    zs = forward(example.HIDDEN_WEIGHTS, example.HIDDEN_BIASES, inputs)
    weights = [example.LAST_WEIGHTS[OUTPUT]]
    return forward(weights, [0.0], activate(sigmoid, zs))[0]


def total_slope(count: int, bias: float) -> float:
    """Return the slopes of so many flowers, added up."""
    return sum(flower.delta(bias) for flower in flowers()[:count])


def real_change(count: int, bias: float) -> float:
    """Return how far the total cost moves if the bias grows by the nudge."""
    return sum(
        flower.cost(bias + NUDGE) - flower.cost(bias) for flower in flowers()[:count]
    )


def data() -> dict[str, object]:
    """Return the flowers: the script computes everything else."""
    counts = [*range(1, len(flowers()) + 1)]
    return {
        "settings": [
            {
                "name": "flowers",
                "values": counts,
                "start": SHOWN,
                "options": [str(count) for count in counts],
            },
            {"name": "bias", "values": BIASES, "start": BIAS},
            {"name": "cost", "values": [0, 1], "start": 0, "options": ["sum", "mean"]},
        ],
        "flowers": [
            {"base": flower.base, "target": flower.target, "level": flower.level}
            for flower in flowers()
        ],
    }


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the bias, the flowers that it is copied to, and the way back."""
    shown = flowers()[:SHOWN]
    return svg.picture(
        RESULT + 94,
        svg.element(
            "g",
            svg.text(6, 18, f"{labels['copy']} →", fill=svg.VALUE),
            svg.text(RIGHT, 18, f"← {labels['add']}", anchor="end", fill=svg.SLOPE),
            *_slopes(shown),
            _ways(shown),
            _bias(),
            svg.text(
                _CONSTANTS["flower"]["x"],
                18,
                labels["flower"],
                anchor="middle",
                fill=svg.MUTED,
            ),
            *(_row(flower) for flower in flowers()),
            *_result(labels),
        ),
    )


def _bias() -> str:
    """Return the circle of the bias, with its value in it."""
    x, y = _CONSTANTS["bias"]["x"], MIDDLE
    circle = Neuron(x, y, radius=_CONSTANTS["bias"]["radius"])
    return (
        circle.draw()
        + svg.text(x, y - 3, "b₀", anchor="middle", font_size=svg.LARGE)
        + svg.text(x, y + 14, svg.plain(BIAS), anchor="middle", data_part="bias")
    )


def _row(flower: Flower) -> str:
    """Return a flower: what is computed of it, and its slope."""
    number, level = flower.number, flower.level
    place = _CONSTANTS["flower"]
    circle = Neuron(place["x"], level, radius=place["radius"])
    values = (
        (LEFT, -4, f"z₀ {_number(flower.z(BIAS))}", "z"),
        (218, -4, f"a₀ {_number(flower.output(BIAS))}", "a"),
        (LEFT, 15, f"δ₀ {_number(flower.delta(BIAS))}", "delta"),
    )
    return svg.element(
        "g",
        circle.draw(),
        svg.text(circle.x, level + svg.WAIST, str(number), anchor="middle"),
        *(
            svg.text(
                x,
                level + down,
                words,
                halo=True,
                fill=svg.SLOPE if name == "delta" else None,
                data_part=f"{name}-{number}",
            )
            for x, down, words, name in values
        ),
        svg.text(
            RIGHT,
            level - 4,
            f"y₀ {svg.plain(flower.target)}",
            anchor="end",
            halo=True,
            fill=svg.MUTED,
        ),
        visibility=None if number < SHOWN else "hidden",
        data_part=f"row-{number}",
    )


def _ways(shown: list[Flower]) -> str:
    """Return the arrows from the bias to each flower, and those that come back."""
    forth = [_way(each.level, LANE) for each in shown]
    back = [_way(each.level, -LANE)[::-1] for each in shown]
    return _arrows(forth, "forth", svg.VALUE) + _arrows(
        back, "back", svg.SLOPE, dashes="4 3"
    )


def _way(level: float, side: float) -> Line:
    """Return the way from the bias to a flower, beside the straight line."""
    bias, flower = _CONSTANTS["bias"], _CONSTANTS["flower"]
    run, rise = flower["x"] - bias["x"], level - MIDDLE
    length = math.hypot(run, rise)
    across, down = run / length, rise / length
    x, y = bias["x"] + side * down, MIDDLE - side * across
    return [
        (x + along * across, y + along * down)
        for along in (bias["radius"] + GAP, length - flower["radius"] - GAP)
    ]


def _slopes(shown: list[Flower]) -> Iterator[str]:
    """Yield the slopes as arrows, each from where the one before ended, and the sum."""
    zero = SLOPES.x(0)
    ends = [
        SLOPES.x(total)
        for total in accumulate((each.delta(BIAS) for each in shown), initial=0.0)
    ]
    levels = [*(each.level + BELOW for each in shown), RESULT]
    arrows = [
        [(start, level), (end, level)]
        for (start, end), level in zip(pairwise(ends), levels, strict=False)
    ]
    joints = [
        [(end, level), (end, below)]
        for end, (level, below) in zip(ends[1:], pairwise(levels), strict=True)
    ]
    yield svg.text(zero, 18, "0", anchor="middle", fill=svg.MUTED)
    yield SLOPES.plot(
        svg.line((zero, TOP), (zero, RESULT + 8), stroke=svg.GRID),
        svg.lines(joints, stroke=svg.SLOPE, dashes="1 3", data_part="joints"),
        _arrows(arrows, "slopes", svg.SLOPE),
        _arrows([[(zero, RESULT), (ends[-1], RESULT)]], "total", svg.SLOPE, thick=True),
    )


def _result(labels: Mapping[str, str]) -> Iterator[str]:
    """Yield the slope of the bias, and what it says of a nudge."""
    slope = total_slope(SHOWN, BIAS)
    line = RESULT + 5
    forecast = f"{svg.plain(NUDGE)} × {_number(slope)} = {_number(NUDGE * slope)}"
    yield svg.line((LEFT, BOTTOM), (RIGHT, BOTTOM), stroke=svg.MUTED)
    yield svg.text(6, line, labels["sum"], fill=svg.MUTED, data_part="of")
    yield svg.text(
        220,
        line,
        f"∂C/∂b₀ = {_number(slope)}",
        anchor="end",
        font_size=svg.LARGE,
        fill=svg.SLOPE,
        font_weight="600",
        data_part="slope",
    )
    yield svg.text(6, line + 36, labels["nudge"], fill=svg.MUTED)
    real = _number(real_change(SHOWN, BIAS))
    for name, words, down in (("forecast", forecast, 58), ("really", real, 80)):
        yield svg.text(6, line + down, labels[name], fill=svg.MUTED)
        yield svg.text(RIGHT, line + down, words, anchor="end", data_part=name)


def _arrows(
    each: list[Line],
    part: str,
    ink: str,
    *,
    thick: bool = False,
    dashes: str | None = None,
) -> str:
    """Return several arrows as two parts: all shafts, and all heads."""
    width = THICK if thick else THIN
    shafts, heads = [], []
    for start, tip in each:
        across, down = tip[0] - start[0], tip[1] - start[1]
        length = math.hypot(across, down)
        # The head of an arrow is no longer than the arrow, and as wide as it is long.
        head = min(svg.HEAD * width / THIN, length)
        across, down = across / length, down / length
        half = svg.HALF / svg.HEAD * head
        neck = (tip[0] - head * across, tip[1] - head * down)
        shafts.append([start, neck])
        left = (neck[0] - half * down, neck[1] + half * across)
        right = (neck[0] + half * down, neck[1] - half * across)
        heads.append([left, tip, right])
    through = (
        "L".join(f"{svg.coordinate(x)} {svg.coordinate(y)}" for x, y in corners)
        for corners in heads
    )
    filled = "".join(f"M{corners}" for corners in through)
    return svg.lines(
        shafts, stroke=ink, stroke_width=width, dashes=dashes, data_part=part
    ) + svg.element("path", d=filled, fill=ink, data_part=f"{part}-heads")


def _number(value: float) -> str:
    return svg.printed(value, DECIMALS)
