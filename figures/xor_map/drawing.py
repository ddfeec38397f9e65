"""The map of a network's answers to XOR, in colour, and how it comes to be."""

import math
import random
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import pairwise

import numpy as np
from figures.shared.contours import Grid, Place, areas, edges

from derivlearn.activations import sigmoid, tanh
from derivlearn.costs import squared_error
from derivlearn.loops import forward
from derivlearn.network import Network
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import constants, svg
from derivlearn_site.figures.axes import Axes, Scale
from derivlearn_site.figures.live import Text

LABELS = {
    "target": Message("the word before a target"),
    "line": Message("the dashed lines, where a hidden neuron gives 0"),
}
LIVE = {
    "set-steps": Text(Message("the slider of the steps")),
    "set-of": Text(Message("the choice of what the colours tell")),
    "answer": Text(Message("the answers of the network, as one of the choices")),
    "neuron-0": Text(Message("hidden neuron 0, as one of the choices")),
    "neuron-1": Text(Message("hidden neuron 1, as one of the choices")),
    "neuron-2": Text(Message("hidden neuron 2, as one of the choices")),
    "step-is": Text(
        Message("how many steps were taken, and the cost after them"), ("steps", "cost")
    ),
    "says": Text(
        Message("the cost after so many steps, and the four answers"),
        ("steps", "cost", "answer0", "answer1", "answer2", "answer3"),
    ),
    "undecided": Text(Message("that no answer is away from the middle")),
    "parting": Text(Message("that the answers are on their way to their targets")),
    "learned": Text(Message("that XOR has been learned")),
    "says-neuron": Text(
        Message("what a hidden neuron gives for the questions, and its weight"),
        ("steps", "neuron", "value0", "value1", "value2", "value3", "weight"),
    ),
    "divides": Text(Message("that a line divides plus from minus")),
    "divides-not": Text(Message("that the line is outside of the square")),
    "not-kept": Text(
        Message("that the map after so many steps is not there; which is closest"),
        ("steps", "closest"),
    ),
}

_CONSTANTS = constants.beside(__file__)
CELLS: int = _CONSTANTS["cells"]
BANDS: int = _CONSTANTS["bands"]
DECIMALS: dict[str, int] = _CONSTANTS["decimals"]
# The questions, in the order of the chapter, and their targets.
QUESTIONS = ([0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0])
TARGETS = (0.0, 1.0, 1.0, 0.0)
SIZES = (2, 3, 1)
SEED = 1
RATE = 8.0
# The steps whose map can be seen: more of them where more happens.
STEPS = (
    *(0, 5, 10, 15, 18, 20, *range(22, 31)),
    *(32, 34, 36, 38, 40, 45, 50, 60, 70, 80, 90, 100),
)
# With so many decimals of the weights, all that is said of them stays as it is.
KEPT = 4
# An answer is undecided if it is not further than this from the middle.
UNDECIDED = 0.1
# The chapter says that a network has learned if its cost is below this.
LEARNED = 0.01
# How strong the colour is from tenth to tenth, away from the middle.
SHADES = (0.08, 0.21, 0.34, 0.47, 0.6)

SQUARE = Axes(x=Scale(0, 1, 50, 290), y=Scale(0, 1, 330, 90))
LEGEND = Scale(0, 1, 50, 290)

# The weights of each layer, row by row, and its biases.
Layer = tuple[list[list[float]], list[float]]


def data() -> dict[str, object]:
    """Return the settings, and the network after each of the steps."""
    return {
        "settings": [
            {
                "name": "steps",
                "values": [*STEPS],
                "start": STEPS[-1],
                "plays": True,
            },
            {
                "name": "of",
                "values": [*range(4)],
                "start": 0,
                "options": ["answer", *(f"neuron-{n}" for n in range(SIZES[1]))],
            },
        ],
        "networks": [
            [{"weights": weights, "biases": biases} for weights, biases in after(step)]
            for step in STEPS
        ],
        "targets": [*TARGETS],
        "limits": {"undecided": UNDECIDED, "learned": LEARNED},
    }


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the map after the last step: its shades, its edge, and the three lines."""
    layers = after(STEPS[-1])
    grid = over_square(lambda inputs: answer(layers, inputs))
    cost = svg.printed(cost_of(layers), DECIMALS["cost"])
    step = labels["step-is"].format(steps=STEPS[-1], cost=cost)
    return svg.picture(
        404,
        svg.text(6, 18, labels["answer"], fill=svg.MUTED, data_part="title"),
        svg.text(334, 18, step, anchor="end", fill=svg.A, data_part="step"),
        *_legend(),
        SQUARE.plot(
            *_shades(grid),
            svg.path(
                [*(SQUARE.at(*at) for at in ((0, 0), (0, 1), (1, 1), (1, 0), (0, 0)))],
                stroke=svg.MUTED,
            ),
            _lines(
                [border(layers, neuron) for neuron in range(SIZES[1])],
                "lines",
                cells=1,
                stroke_dasharray="2 4",
            ),
            _lines(edges(grid, 0.5), "edge", stroke_width=2),
            *map(_mark, QUESTIONS, TARGETS),
            *(_corner(inputs, answer(layers, inputs)) for inputs in QUESTIONS),
            svg.text(170, 350, "x₀ →", anchor="middle", fill=svg.MUTED),
            svg.text(42, 214.5, "x₁ ↑", anchor="end", fill=svg.MUTED),
        ),
        *_key(labels),
    )


@lru_cache
def _after_each_step() -> list[tuple[Layer, Layer]]:
    """Return the network of the chapter: at its start, and after each step."""
    network = Network(
        SIZES, activation=["tanh", "sigmoid"], cost="squared_error", seed=SEED
    )
    rng = random.Random(SEED)  # noqa: S311 no secret
    sizes = [1 / math.sqrt(m) for m in SIZES[:-1]]
    network.weights = [
        np.reshape([rng.uniform(-size, size) for _ in range(m * n)], (n, m))
        for size, (m, n) in zip(sizes, pairwise(SIZES), strict=True)
    ]
    network.biases = [np.zeros(n) for n in SIZES[1:]]
    found = [_rounded(network)]
    # All questions make one step.
    for _ in network.train(
        QUESTIONS,
        [[target] for target in TARGETS],
        epochs=STEPS[-1],
        batch_size=len(QUESTIONS),
        learning_rate=RATE,
        seed=SEED,
    ):
        found.append(_rounded(network))
    return found


def _rounded(network: Network) -> tuple[Layer, Layer]:
    hidden, last = (
        (weights.round(KEPT).tolist(), biases.round(KEPT).tolist())
        for weights, biases in zip(network.weights, network.biases, strict=True)
    )
    return hidden, last


def after(step: int) -> tuple[Layer, Layer]:
    """Return the hidden layer and the last one after so many steps."""
    return _after_each_step()[step]


def values(layers: tuple[Layer, Layer], inputs: list[float]) -> list[float]:
    """Return what the hidden neurons give."""
    return [tanh(z) for z in forward(*layers[0], inputs)]


def answer(layers: tuple[Layer, Layer], inputs: list[float]) -> float:
    """Return the answer of the network."""
    return sigmoid(forward(*layers[1], values(layers, inputs))[0])


def cost_of(layers: tuple[Layer, Layer]) -> float:
    """Return the mean cost of the four questions."""
    costs = (
        squared_error([answer(layers, inputs)], [target])
        for inputs, target in zip(QUESTIONS, TARGETS, strict=True)
    )
    return sum(costs) / len(QUESTIONS)


def over_square(f: Callable[[list[float]], float]) -> Grid:
    """Return a function at the nodes of the map, row by row from below."""
    nodes = [node / CELLS for node in range(CELLS + 1)]
    return [[f([x, y]) for x in nodes] for y in nodes]


def border(layers: tuple[Layer, Layer], neuron: int) -> list[Place]:
    """Return the ends of the line on which a hidden neuron gives 0, if it has one.

    It is straight: so it is known from the corners.
    """
    zs = [[forward(*layers[0], [x, y])[neuron] for x in (0, 1)] for y in (0, 1)]
    return next(iter(edges(zs, 0)), [])


def _shades(grid: Grid) -> list[str]:
    """Return the areas above each tenth from the middle on, and those below.

    Each lies on the one before, and together they are as strong as they should be.
    """
    turned = [[-value for value in row] for row in grid]
    found = []
    for k, opacity in enumerate(_layered()):
        level = 0.5 + 0.5 * k / BANDS
        found += [
            _area(areas(grid, level), f"above-{k}", svg.A, opacity),
            _area(areas(turned, level - 1), f"below-{k}", svg.B, opacity),
        ]
    return found


def _layered() -> list[float]:
    """Return how strong a layer must be for all up to it to have their shade."""
    shades = pairwise((0.0, *SHADES))
    return [1 - (1 - shade) / (1 - before) for before, shade in shades]


def _area(loops: list[list[Place]], part: str, fill: str, opacity: float) -> str:
    return svg.element(
        "path", d=_through(loops), fill=fill, fill_opacity=opacity, data_part=part
    )


def _lines(
    lines: list[list[Place]], part: str, cells: int = CELLS, **style: str | float
) -> str:
    return svg.element(
        "path",
        d=_through(lines, cells),
        fill="none",
        stroke=svg.INK,
        data_part=part,
        **style,
    )


def _through(each: list[list[Place]], cells: int = CELLS) -> str:
    """Return lines through places of a grid; a tenth of a unit is close enough."""
    return "".join(
        "M"
        + "L".join(
            " ".join(map(_tenth, SQUARE.at(x / cells, y / cells))) for x, y in line
        )
        for line in each
        if line
    )


def _tenth(coordinate: float) -> str:
    return svg.coordinate(round(coordinate, 1))


def _mark(inputs: list[float], target: float) -> str:
    """Return a question: a dot if it should be answered with 1, else a ring."""
    x, y = inputs
    shape, stroke = ("dot", svg.A) if target else ("ring", svg.B)
    return SQUARE.mark(x, y, shape=shape, stroke=stroke)


def _corner(inputs: list[float], value: float) -> str:
    """Return a question and what is given for it."""
    x, y = inputs
    words = f"({x:g}, {y:g}): {svg.printed(value, DECIMALS['value'])}"
    across, down = SQUARE.at(x, y)
    return svg.text(
        across + (6 if x else -6),
        down + (-12 if y else 20),
        words,
        anchor="end" if x else None,
        data_part=f"corner-{QUESTIONS.index(inputs)}",
    )


def _legend() -> list[str]:
    """Return which colour is which answer."""
    wide = (LEGEND.end - LEGEND.start) / 2 / BANDS
    shades = [*((svg.B, s) for s in SHADES[::-1]), *((svg.A, s) for s in SHADES)]
    middle = LEGEND(0.5)
    return [
        *(
            svg.element(
                "rect",
                x=LEGEND.start + wide * k,
                y=28,
                width=wide,
                height=10,
                fill=fill,
                fill_opacity=shade,
            )
            for k, (fill, shade) in enumerate(shades)
        ),
        svg.line((middle, 26), (middle, 40), stroke_width=2),
        *(
            svg.text(
                LEGEND(value),
                54,
                svg.plain(value),
                anchor="middle",
                fill=svg.MUTED,
                data_part=part,
            )
            for value, part in ((0, "low"), (0.5, "middle"), (1, "high"))
        ),
    ]


def _key(labels: Mapping[str, str]) -> list[str]:
    """Return what the marks and the dashes are."""
    target, level = labels["target"], 374
    height = level - svg.WAIST
    return [
        svg.element("circle", cx=50, cy=height, r=4.5, fill=svg.A),
        svg.text(66, level, f"{target} 1"),
        svg.element(
            "circle",
            cx=170,
            cy=height,
            r=3.75,
            fill=svg.PAPER,
            stroke=svg.B,
            stroke_width=1.5,
        ),
        svg.text(186, level, f"{target} 0"),
        svg.line((40, height + 22), (60, height + 22), dashes="2 4"),
        svg.text(66, level + 22, labels["line"]),
    ]
