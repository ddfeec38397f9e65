"""A hidden bias reaches the cost on three routes, whose slopes add up."""

from collections.abc import Mapping

from figures.shared import book
from figures.shared.neurons import Neuron, joined

from derivlearn.example import HIDDEN_BIASES, LAST_WEIGHTS
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.live import Text

LABELS = {
    "routes": Message("the three routes: slope of the bias there times the weight"),
    "sum": Message("the routes, added up"),
    "product": Message("on to the bias, multiplied"),
}
LIVE = {
    "set-bias": Text(Message("the choice of the hidden bias")),
    "set-routes": Text(Message("the choice of how many routes are lit")),
    "so-far": Text(Message("what has been added up while routes are missing")),
    "says": Text(
        Message("the product of the latest route, and the sum so far"),
        ("slope", "weight", "route", "sum"),
    ),
    "says-none": Text(Message("no route is lit, nothing is added up")),
    "says-all": Text(
        Message("the sum of all routes, and the slope of the bias"),
        ("sum", "bend", "bias", "total"),
    ),
}

GAP = 68.0
MIDDLE = 116.0
# Where the lanes of the routes end and turn to the cost.
TURN = 284.0


def data() -> dict[str, object]:
    """Return for each hidden bias what its routes are made of."""
    routes = len(LAST_WEIGHTS)
    return {
        "settings": [
            {
                "name": "bias",
                "values": list(range(len(HIDDEN_BIASES))),
                "start": 0,
                "options": [f"b{svg.SUBSCRIPTS[i]}" for i in range(len(HIDDEN_BIASES))],
            },
            {
                "name": "routes",
                "values": list(range(routes + 1)),
                "start": routes,
                "options": [str(count) for count in range(routes + 1)],
            },
        ],
        "decimals": book.DECIMALS,
        "slopes": book.LAST_DELTAS,
        "biases": [_of_bias(i) for i in range(len(HIDDEN_BIASES))],
    }


def _of_bias(i: int) -> dict[str, object]:
    products = _products(i)
    sums = [0.0]
    for product in products:
        sums.append(sums[-1] + product)
    return {
        "subscript": svg.SUBSCRIPTS[i],
        "output": book.HIDDEN_OUTPUTS[i],
        "z": book.HIDDEN_ZS[i],
        "bias": HIDDEN_BIASES[i],
        "bend": book.HIDDEN_BENDS[i],
        "weights": [row[i] for row in LAST_WEIGHTS],
        "products": products,
        "sums": sums,
        "total": book.HIDDEN_DELTAS[i],
    }


def _products(i: int) -> list[float]:
    """Return the slope along each route from hidden output i to the cost."""
    rows = zip(book.LAST_DELTAS, LAST_WEIGHTS, strict=True)
    return [slope * row[i] for slope, row in rows]


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the one way from the bias, the three routes onwards, and the sum below."""
    a = Neuron(66, MIDDLE, "a₀", 16)
    z = Neuron(66, MIDDLE + 132, "z₀", 16)
    b = Neuron(66, MIDDLE + 230, "b₀", 16)
    cost = Neuron(318, MIDDLE, "C", 16)
    outputs = [Neuron(128, MIDDLE + GAP * (j - 1), str(j), 11) for j in range(3)]
    products = _products(0)
    return svg.picture(
        MIDDLE + 256,
        svg.text(6, 18, labels["routes"], fill=svg.MUTED),
        *(joined(start, end, lit=True) for start, end in ((b, z), (z, a))),
        *(
            svg.element(
                "g",
                joined(a, output, lit=True),
                _lane(output, cost),
                data_part=f"lane-{j}",
            )
            for j, output in enumerate(outputs)
        ),
        *(neuron.draw(part) for neuron, part in ((a, "a"), (z, "z"), (b, "b"))),
        cost.draw(),
        *(
            svg.element("g", output.draw(), data_choose=f"routes {j + 1}")
            for j, output in enumerate(outputs)
        ),
        *(_route(output, j, products[j]) for j, output in enumerate(outputs)),
        svg.text(
            a.x + 6,
            a.y - 24,
            _number(book.HIDDEN_OUTPUTS[0]),
            anchor="end",
            data_part="a-value",
        ),
        svg.text(z.x + 24, z.y + 5, _number(book.HIDDEN_ZS[0]), data_part="z-value"),
        svg.text(b.x + 24, b.y + 5, svg.plain(HIDDEN_BIASES[0]), data_part="b-value"),
        svg.text(
            z.x + 8,
            z.y - 26,
            f"× {_number(book.HIDDEN_BENDS[0])}",
            fill=svg.SLOPE,
            data_part="bend",
        ),
        svg.text(b.x + 8, (z.y + b.y) / 2 + 5, "× 1", fill=svg.SLOPE),
        *_sum(labels, products),
    )


def _lane(output: Neuron, cost: Neuron) -> str:
    """Return the way from an output to the cost: straight on, then to the circle."""
    start, turn = (output.x + 13, output.y), (TURN, output.y)
    if output.y == cost.y:
        return svg.arrow(
            start, (cost.x - 18, cost.y), stroke=svg.VALUE, stroke_width=1.75
        )
    side = 1 if output.y > cost.y else -1
    tip = (cost.x - 5, cost.y + side * 18)
    return svg.line(start, turn, stroke=svg.VALUE, stroke_width=1.75) + svg.arrow(
        turn, tip, stroke=svg.VALUE, stroke_width=1.75
    )


def _route(output: Neuron, j: int, product: float) -> str:
    """Return the product of a route over its lane, and what it comes to under it."""
    factors = f"{_number(book.LAST_DELTAS[j])} × {svg.plain(LAST_WEIGHTS[j][0])}"
    return svg.text(
        output.x + 18, output.y - 8, factors, data_part=f"factors-{j}"
    ) + svg.text(
        output.x + 18, output.y + 19, f"= {_number(product)}", data_part=f"product-{j}"
    )


def _sum(labels: Mapping[str, str], products: list[float]) -> tuple[str, ...]:
    total = 0.0
    for product in products:
        total += product
    bend = book.HIDDEN_BENDS[0]
    y = MIDDLE + 146
    return (
        svg.text(
            334, y, labels["sum"], anchor="end", fill=svg.MUTED, data_part="sum-name"
        ),
        svg.text(334, y + 20, _number(total), anchor="end", data_part="sum"),
        svg.element(
            "g",
            svg.text(334, y + 46, labels["product"], anchor="end", fill=svg.MUTED),
            svg.text(
                334,
                y + 66,
                f"× {_number(bend)} × 1",
                anchor="end",
                data_part="back-factors",
            ),
            svg.text(
                334,
                y + 91,
                f"∂C/∂b₀ = {_number(book.HIDDEN_DELTAS[0])}",
                anchor="end",
                font_size=svg.LARGE,
                fill=svg.SLOPE,
                font_weight="600",
                data_part="slope",
            ),
            data_part="back",
        ),
    )


def _number(value: float) -> str:
    return svg.printed(value, book.DECIMALS)
