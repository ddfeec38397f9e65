"""How long a step of learning takes, written three ways, against the weights.

Times differ from run to run, so they are measured once, by
`benchmarks/loops_and_matrices.py`, which keeps them beside this module.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import Axes, LogScale, power_of_ten

LABELS = {
    "x": Message("what goes across: the number of weights"),
    "y": Message("what goes up: the seconds of a step"),
    "loops": Message("the loops"),
    "matrices": Message("the matrices in plain Python"),
    "numpy": Message("the arrays of NumPy"),
}

COLOURS = {"loops": svg.A, "matrices": svg.B, "numpy": svg.C}
TIMES = Path(__file__).with_name("times.json")


def times() -> dict[str, list[tuple[int, float]]]:
    """Return, for each way, pairs of weights and seconds."""
    measured = json.loads(TIMES.read_text(encoding="utf-8"))
    return {
        way: [(weights, seconds) for weights, seconds in pairs]
        for way, pairs in measured[
            "seconds of a step, by the number of weights"
        ].items()
    }


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw a line for each way on logarithmic axes."""
    axes = Axes(x=LogScale(10, 1e6, 42, 334), y=LogScale(1e-5, 1, 262, 34))
    parts = [
        axes.y_axis([1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5], labels=power_of_ten),
        axes.x_axis([10, 100, 1e3, 1e4, 1e5], labels=power_of_ten),
        svg.text(6, 18, labels["y"]),
        svg.text(334, 302, labels["x"], anchor="end"),
    ]
    for way, pairs in times().items():
        places = [axes.at(*pair) for pair in pairs]
        parts.append(
            svg.path(places, stroke=COLOURS[way], stroke_width=1.75, data_name=way)
        )
        shape = {"loops": "dot", "matrices": "diamond", "numpy": "ring"}[way]
        parts += [axes.mark(*pair, shape=shape, stroke=COLOURS[way]) for pair in pairs]
    parts += [
        _name(axes, labels, "matrices", (1.2e4, 4.5e-2), "end"),
        _name(axes, labels, "loops", (2.4e4, 2.2e-3), "start"),
        _name(axes, labels, "numpy", (2.5e3, 2e-5), "start"),
    ]
    return svg.picture(310, axes.plot(*parts))


def _name(
    axes: Axes,
    labels: Mapping[str, str],
    way: str,
    at: tuple[float, float],
    anchor: str,
) -> str:
    across, down = axes.at(*at)
    return svg.text(
        across, down, labels[way], anchor=anchor, fill=COLOURS[way], halo=True
    )
