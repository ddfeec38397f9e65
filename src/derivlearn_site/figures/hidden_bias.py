"""A hidden bias reaches the cost on three routes, whose slopes add up."""

from collections.abc import Mapping

from derivlearn.example import HIDDEN_BIASES, LAST_WEIGHTS
from derivlearn_site.errors import Message
from derivlearn_site.figures import book, svg
from derivlearn_site.figures.neurons import Neuron, joined

LABELS = {
    "routes": Message("the three routes: slope of the bias there times the weight"),
    "sum": Message("the routes, added up"),
    "product": Message("on to the bias, multiplied"),
}

GAP = 68.0
MIDDLE = 116.0
# Where the lanes of the routes end and turn to the cost.
TURN = 284.0


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the one way from the bias, the three routes onwards, and the sum below."""
    a = Neuron(66, MIDDLE, "a₀", 16)
    z = Neuron(66, MIDDLE + 132, "z₀", 16)
    b = Neuron(66, MIDDLE + 230, "b₀", 16)
    cost = Neuron(318, MIDDLE, "C", 16)
    outputs = [Neuron(128, MIDDLE + GAP * (j - 1), str(j), 11) for j in range(3)]
    routes = [
        slope * row[0]
        for slope, row in zip(book.LAST_BIAS_SLOPES, LAST_WEIGHTS, strict=True)
    ]
    return svg.picture(
        MIDDLE + 256,
        svg.text(6, 18, labels["routes"], fill=svg.MUTED),
        *(joined(start, end, lit=True) for start, end in ((b, z), (z, a))),
        *(joined(a, output, lit=True) for output in outputs),
        *(_lane(output, cost) for output in outputs),
        *(neuron.draw() for neuron in (a, z, b, cost, *outputs)),
        *(_route(output, j, routes[j]) for j, output in enumerate(outputs)),
        svg.text(a.x + 6, a.y - 24, _number(book.HIDDEN_OUTPUTS[0]), anchor="end"),
        svg.text(z.x + 24, z.y + 5, _number(book.HIDDEN_ZS[0])),
        svg.text(b.x + 24, b.y + 5, svg.plain(HIDDEN_BIASES[0])),
        svg.text(z.x + 8, z.y - 26, f"× {_number(book.HIDDEN_BENDS[0])}", fill=svg.A),
        svg.text(b.x + 8, (z.y + b.y) / 2 + 5, "× 1", fill=svg.A),
        *_sum(labels, routes),
    )


def _lane(output: Neuron, cost: Neuron) -> str:
    """Return the way from an output to the cost: straight on, then to the circle."""
    start, turn = (output.x + 13, output.y), (TURN, output.y)
    if output.y == cost.y:
        return svg.arrow(start, (cost.x - 18, cost.y), stroke=svg.A, stroke_width=1.75)
    side = 1 if output.y > cost.y else -1
    tip = (cost.x - 5, cost.y + side * 18)
    return svg.line(start, turn, stroke=svg.A, stroke_width=1.75) + svg.arrow(
        turn, tip, stroke=svg.A, stroke_width=1.75
    )


def _route(output: Neuron, j: int, route: float) -> str:
    """Return the product of a route over its lane, and what it comes to under it."""
    factors = f"{_number(book.LAST_BIAS_SLOPES[j])} × {svg.plain(LAST_WEIGHTS[j][0])}"
    return svg.text(output.x + 18, output.y - 8, factors) + svg.text(
        output.x + 18, output.y + 19, f"= {_number(route)}"
    )


def _sum(labels: Mapping[str, str], routes: list[float]) -> tuple[str, ...]:
    total = 0.0
    for route in routes:
        total += route
    bend = book.HIDDEN_BENDS[0]
    y = MIDDLE + 146
    return (
        svg.text(334, y, labels["sum"], anchor="end", fill=svg.MUTED),
        svg.text(334, y + 20, _number(total), anchor="end"),
        svg.text(334, y + 46, labels["product"], anchor="end", fill=svg.MUTED),
        svg.text(334, y + 66, f"× {_number(bend)} × 1", anchor="end"),
        svg.text(
            334,
            y + 91,
            f"∂C/∂b₀ = {_number(book.HIDDEN_BIAS_SLOPES[0])}",
            anchor="end",
            font_size=svg.LARGE,
            fill=svg.A,
            font_weight="600",
        ),
    )


def _number(value: float) -> str:
    return svg.printed(value, book.DECIMALS)
