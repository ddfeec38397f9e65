"""A computation graph: values above its circles, slopes below, a slope on each way."""

from collections.abc import Mapping
from functools import lru_cache

from figures.shared.neurons import Neuron, joined

from derivlearn.autograd import Value
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import constants, svg
from derivlearn_site.figures.live import Text

LABELS = {
    "value": Message("the numbers over the circles"),
    "slope": Message("the numbers under the circles"),
    "way": Message("the numbers on the arrows"),
}
LIVE = {
    "set-f": Text(Message("the line for an expression of x and y")),
    "set-x": Text(Message("the slider of x")),
    "set-y": Text(Message("the slider of y")),
    "described": Text(
        Message("the picture in words, whatever the expression"), ("f", "steps")
    ),
    "says": Text(
        Message("the value of the expression, and its slope for x and for y"),
        ("value", "slope-x", "slope-y"),
    ),
    "routes": Text(
        Message("that an input has more than one route, and what they add up to"),
        ("name", "count", "sum", "slope"),
    ),
    "unused": Text(Message("that an input is not in the expression"), ("name",)),
    "stopped": Text(
        Message("at which character the expression could not be read any further"),
        ("at", "found"),
    ),
    "stopped-at-end": Text(Message("that the expression ends too early")),
    "want-operand": Text(Message("there a number, a name or a bracket was expected")),
    "want-operator": Text(Message("there the sign of an operation was expected")),
    "want-opening": Text(
        Message("there the bracket behind a function was expected"), ("name",)
    ),
    "want-closing": Text(Message("there a closing bracket was expected")),
    "want-number": Text(Message("that only a number can be an exponent")),
    "unknown": Text(Message("that a name is not known, and which are"), ("name",)),
    "too-long": Text(Message("how long an expression may be"), ("longest",)),
    "too-many": Text(
        Message("how many circles and columns there are, and how many fit"),
        ("circles", "columns", "most-circles", "most-columns"),
    ),
    "no-room": Text(Message("that there are too many arrows for the picture")),
    "by-zero": Text(Message("that a step divides by 0"), ("step",)),
    "no-logarithm": Text(
        Message("that a step takes the logarithm of a number that is not positive"),
        ("step",),
    ),
    "no-root": Text(
        Message("that a step raises a negative number to a power with a fraction"),
        ("step",),
    ),
    "too-steep": Text(Message("that a step has no slope at 0"), ("step",)),
    "too-large": Text(
        Message("that a step gives a number that is no float"), ("step",)
    ),
    "too-large-slope": Text(Message("that a slope is no float"), ("name",)),
}

HEAVY: int = constants.beside(__file__)["heavy"]
FORMULA = "(x + y) + (x + y) * x"
X, Y = 3.0, 2.0
RADIUS = 16
# How far below the middle of a circle its words stand.
LINES = {"value": -24, "slope": 36, "formula": 56}
# As the live figure lays the formula out; a test compares the two.
ROW = 56.0
PLACES = {
    "x": (38.0, 106.0),
    "y": (38.0, 106.0 + 2 * ROW),
    "u": (126.0, 106.0 + 2 * ROW),
    "v": (214.0, 106.0),
    "f": (302.0, 106.0 + 2 * ROW),
}
FORMULAS = {"u": "x + y", "v": "u · x", "f": "u + v"}
# Which way leads to which, and where its slope stands.
WAYS = (
    ("x", "u", (82.4, 155.6), "start"),
    ("y", "u", (82, 213), "middle"),
    ("u", "v", (174.4, 149.5), "end"),
    ("x", "v", (126, 101), "middle"),
    ("u", "f", (214, 213), "middle"),
    ("v", "f", (258.4, 155.6), "start"),
)
# Where the highest and the lowest words end, and how much room is below.
TOP, BOTTOM, MARGIN = 71, 276, 12


def data() -> dict[str, object]:
    """Return the settings, and what graphs are laid out with."""
    quarters = [n / 4 for n in range(-20, 21)]
    return {
        "settings": [
            {"name": "x", "values": quarters, "start": X},
            {"name": "y", "values": quarters, "start": Y},
        ],
        "entries": [{"name": "f", "start": FORMULA, "typed": True, "like": ".*"}],
        "sizes": {
            "width": svg.WIDTH,
            "left": PLACES["x"][0],
            "column": 120,
            "row": ROW,
            "radius": RADIUS,
            "number": 50,
            "lines": LINES,
        },
        "factor": {"wide": 52, "narrow": 27},
        "room": {"top": TOP, "bottom": BOTTOM},
        "most": {"circles": 12, "columns": 6},
    }


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw five circles and the six ways between them."""
    circles = {name: Neuron(*at, name, RADIUS) for name, at in PLACES.items()}
    last = WAYS[-1]
    return svg.picture(
        BOTTOM + MARGIN,
        svg.text(6, 18, labels["value"], fill=svg.VALUE),
        svg.text(6, 38, labels["slope"], fill=svg.SLOPE),
        svg.text(6, 58, labels["way"], fill=svg.MUTED),
        svg.element(
            "g",
            *(
                svg.element(
                    "g",
                    joined(circles[way[0]], circles[way[1]], lit=True),
                    data_part="arrow" if way == last else None,
                )
                for way in WAYS
            ),
            *(_factor(*way, part="factor" if way == last else None) for way in WAYS),
            *(
                svg.element(
                    "g",
                    circle.draw(),
                    *_words(circle, graph()[name]),
                    data_part="circle" if name == "f" else None,
                )
                for name, circle in circles.items()
            ),
            data_part="graph",
        ),
    )


@lru_cache
def graph() -> dict[str, Value]:
    """Return the values by their names, with the slopes of f to each."""
    x, y = Value(X), Value(Y)
    u = x + y
    v = u * x
    f = u + v
    f.backward()
    return {"x": x, "y": y, "u": u, "v": v, "f": f}


def _words(circle: Neuron, value: Value) -> list[str]:
    """Return the value over a circle, and under it the slope and the formula."""
    words = [
        _text(circle, "value", svg.plain(value.data), svg.VALUE),
        _text(circle, "slope", svg.plain(value.grad), svg.SLOPE, weight=HEAVY),
    ]
    if circle.symbol in FORMULAS:
        words.append(_text(circle, "formula", FORMULAS[circle.symbol], svg.INK))
    return words


def _text(
    circle: Neuron, line: str, words: str, ink: str, weight: int | None = None
) -> str:
    return svg.text(
        circle.x,
        circle.y + LINES[line],
        words,
        anchor="middle",
        halo=True,
        fill=ink,
        font_weight=weight,
    )


def _factor(
    a: str, b: str, at: tuple[float, float], anchor: str, *, part: str | None
) -> str:
    """Return the slope of b to its input a, beside the arrow from a to b."""
    values = graph()
    [slope] = [slope for one, slope in values[b].routes if one is values[a]]
    return svg.text(
        *at,
        f"× {svg.plain(slope)}",
        anchor=anchor,
        halo=True,
        fill=svg.MUTED,
        data_part=part,
    )
