"""A computation graph: values above its circles, slopes below, a slope on each way."""

from collections.abc import Mapping
from functools import lru_cache

from derivlearn.autograd import Value
from derivlearn_site.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.neurons import Neuron, joined

LABELS = {
    "value": Message("the numbers over the circles"),
    "slope": Message("the numbers under the circles"),
    "way": Message("the numbers on the arrows"),
}

X, Y = 3.0, 2.0
PLACES = {
    "x": (38.0, 130.0),
    "y": (38.0, 280.0),
    "u": (134.0, 230.0),
    "v": (218.0, 130.0),
    "f": (302.0, 230.0),
}
# What is computed where, and how far from the middle of its circle that is written.
FORMULAS = {"u": ("x + y", 56), "v": ("u · x", -44), "f": ("u + v", 56)}
# Which way leads to which, and beside its middle, where its slope stands.
WAYS = (
    ("x", "u", (8, -2), "start"),
    ("y", "u", (6, 20), "start"),
    ("u", "v", (-8, -2), "end"),
    ("x", "v", (0, -8), "middle"),
    ("u", "f", (0, 19), "middle"),
    ("v", "f", (8, -2), "start"),
)


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw five circles and the six ways between them."""
    circles = {name: Neuron(*at, name, 16) for name, at in PLACES.items()}
    values = graph()
    return svg.picture(
        326,
        svg.text(6, 18, labels["value"], fill=svg.B),
        svg.text(6, 38, labels["slope"], fill=svg.A),
        svg.text(6, 58, labels["way"], fill=svg.MUTED),
        *(joined(circles[a], circles[b], lit=True) for a, b, _, _ in WAYS),
        *(_way(circles, *way) for way in WAYS),
        *(circle.draw() for circle in circles.values()),
        *(_numbers(circles[name], value) for name, value in values.items()),
        *(
            _text(circles[name], down, words, svg.INK)
            for name, (words, down) in FORMULAS.items()
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


def _numbers(circle: Neuron, value: Value) -> str:
    """Return the value over a circle and the slope under it."""
    return _text(circle, -24, svg.plain(value.data), svg.B) + _text(
        circle, 36, svg.plain(value.grad), svg.A, weight="600"
    )


def _text(
    circle: Neuron, down: float, words: str, ink: str, weight: str | None = None
) -> str:
    return svg.text(
        circle.x,
        circle.y + down,
        words,
        anchor="middle",
        fill=ink,
        font_weight=weight,
    )


def _way(
    circles: Mapping[str, Neuron],
    a: str,
    b: str,
    beside: tuple[float, float],
    anchor: str,
) -> str:
    """Return the slope of b to its input a, beside the arrow from a to b."""
    values = graph()
    [slope] = [slope for one, slope in values[b].routes if one is values[a]]
    return svg.text(
        (circles[a].x + circles[b].x) / 2 + beside[0],
        (circles[a].y + circles[b].y) / 2 + beside[1],
        f"× {svg.plain(slope)}",
        anchor=anchor,
        fill=svg.MUTED,
    )
