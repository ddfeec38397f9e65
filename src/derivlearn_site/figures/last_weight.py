"""The last layer, with the path of one of its six weights lit."""

from collections.abc import Mapping

from derivlearn.example import LAST_WEIGHTS
from derivlearn_site.errors import Message
from derivlearn_site.figures import book, svg
from derivlearn_site.figures.last_bias import product
from derivlearn_site.figures.neurons import Neuron, joined

LABELS = {
    "input": Message("the circles on the left: what goes into the layer"),
    "output": Message("the circles in the middle: what comes out"),
    "product": Message("the three slopes, multiplied"),
}

LEVEL = 84.0


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the layer, the lit path along its upper edge, and multiply below."""
    inputs = [Neuron(34, LEVEL, "x₀"), Neuron(34, LEVEL + 104, "x₁", lit=False)]
    outputs = [
        Neuron(186, LEVEL + 68 * j, f"a{'₀₁₂'[j]}", lit=j == 0) for j in range(3)
    ]
    cost = Neuron(308, LEVEL, "C")
    slopes = (book.HIDDEN_OUTPUTS[0], book.LAST_BENDS[0], book.COST_SLOPES[0])
    return svg.picture(
        336,
        *(joined(start, end) for start in inputs for end in outputs),
        *(joined(output, cost) for output in outputs),
        joined(inputs[0], outputs[0], lit=True),
        joined(outputs[0], cost, lit=True),
        *(neuron.draw() for neuron in (*inputs, *outputs, cost)),
        *(
            _slope(x, symbol, slope)
            for x, symbol, slope in zip(
                (104, 186, 268), ("∂z₀/∂w₀₀", "∂a₀/∂z₀", "∂C/∂a₀"), slopes, strict=True
            )
        ),
        svg.text(
            104,
            LEVEL + 19,
            f"w₀₀ = {svg.plain(LAST_WEIGHTS[0][0])}",
            anchor="middle",
            halo=True,
        ),
        *(
            _value(neuron, value)
            for neuron, value in zip(inputs, book.HIDDEN_OUTPUTS, strict=True)
        ),
        svg.text(34, LEVEL + 176, labels["input"], anchor="middle", fill=svg.MUTED),
        svg.text(186, LEVEL + 176, labels["output"], anchor="middle", fill=svg.MUTED),
        product(
            LEVEL + 190,
            labels["product"],
            "∂C/∂w₀₀",
            slopes,
            book.LAST_WEIGHT_SLOPES[0][0],
        ),
    )


def _value(neuron: Neuron, value: float) -> str:
    return svg.text(
        neuron.x,
        neuron.y + 36,
        svg.printed(value, book.DECIMALS),
        anchor="middle",
        halo=True,
    )


def _slope(x: float, symbol: str, slope: float) -> str:
    return svg.text(x, 22, symbol, anchor="middle", fill=svg.MUTED) + svg.text(
        x, 42, svg.printed(slope, book.DECIMALS), anchor="middle"
    )
