"""The relative error of each slope: those of a right gradient, and of a wrong one."""

from collections.abc import Iterator, Mapping

from derivlearn import loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.check import Report, gradient_check
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.example import (
    HIDDEN_BIASES,
    HIDDEN_WEIGHTS,
    INPUTS,
    LAST_BIASES,
    LAST_WEIGHTS,
    TARGETS,
)
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import Axes, LogScale, Scale, power_of_ten

LABELS = {
    "y": Message("what goes up: the relative error"),
    "tolerance": Message("the line: what is below it passes"),
    "right": Message("the slopes as they should be"),
    "wrong": Message("the slopes with one route left out"),
}

WEIGHTS = [HIDDEN_WEIGHTS, LAST_WEIGHTS]
BIASES = [HIDDEN_BIASES, LAST_BIASES]
TOLERANCE = 1e-7
# Errors below are drawn here: a logarithmic axis has no place for 0.
LOWEST = 1e-12
# What goes across: how many slopes there are of each kind, and its symbol.
GROUPS = (
    ("W₀", "weights[0]"),
    ("b₀", "biases[0]"),
    ("W₁", "weights[1]"),
    ("b₁", "biases[1]"),
)


def report(*, whole: bool) -> Report:
    """Check the slopes of the book's network; not whole, a route is left out."""
    zs, layer_inputs = loops.forward_layers(WEIGHTS, BIASES, INPUTS, sigmoid)
    output_slopes = squared_error_derivative(_outputs(zs[1]), TARGETS)
    last = loops.last_deltas(output_slopes, zs[1], sigmoid_derivative)
    routes = len(last) if whole else len(zs[0])
    first = loops.hidden_deltas(
        last[:routes], LAST_WEIGHTS[:routes], zs[0], sigmoid_derivative
    )
    weight_slopes = [
        loops.weight_slopes(first, layer_inputs[0]),
        loops.weight_slopes(last, layer_inputs[1]),
    ]
    return gradient_check(
        _cost,
        {"weights": WEIGHTS, "biases": BIASES},
        {"weights": weight_slopes, "biases": [first, last]},
    )


def _cost() -> float:
    zs, _ = loops.forward_layers(WEIGHTS, BIASES, INPUTS, sigmoid)
    return squared_error(_outputs(zs[1]), TARGETS)


def _outputs(zs: list[float]) -> list[float]:
    return loops.activate(sigmoid, zs)


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw both errors of each slope on a logarithmic axis, and the line to pass."""
    right, wrong = report(whole=True).errors, report(whole=False).errors
    axes = Axes(x=Scale(-1, 22, 46, 332), y=LogScale(LOWEST, 1, 290, 44))
    return svg.picture(
        axes.y.start + 44,
        axes.plot(
            axes.y_axis([1, 1e-3, 1e-6, 1e-9, 1e-12], labels=power_of_ten),
            axes.line((axes.x.low, TOLERANCE), (axes.x.high, TOLERANCE), dashes="5 4"),
            *_groups(axes, right),
            *(_pair(axes, x, right[name], wrong[name]) for x, name in _places(right)),
        ),
        svg.text(6, 20, labels["y"]),
        svg.text(332, axes.y(TOLERANCE) - 7, labels["tolerance"], anchor="end"),
        svg.text(315, axes.y(1e-3) - 9, labels["wrong"], anchor="end", fill=svg.ERROR),
        _diamond((326, axes.y(1e-3) - 13)),
        svg.text(
            315, axes.y(TOLERANCE) + 19, labels["right"], anchor="end", fill=svg.A
        ),
        _dot((326, axes.y(TOLERANCE) + 15)),
    )


def _pair(axes: Axes, x: float, right: float, wrong: float) -> str:
    """Return both marks of a slope: where they agree, the dot is in the diamond."""
    parts = []
    for mark, error in ((_diamond, wrong), (_dot, right)):
        drawn = max(error, LOWEST)
        data = {"data_x": f"{x:.6g}", "data_y": f"{drawn:.6g}"}
        parts.append(mark(axes.at(x, drawn), **data))
    return "".join(parts)


def _dot(at: tuple[float, float], **data: str) -> str:
    return svg.element("circle", cx=at[0], cy=at[1], r=2.5, fill=svg.A, **data)


def _diamond(at: tuple[float, float], **data: str) -> str:
    return svg.element(
        "path",
        d=f"M{svg.coordinate(at[0])} {svg.coordinate(at[1] - 5)}l5 5l-5 5l-5 -5z",
        fill=svg.PAPER,
        stroke=svg.ERROR,
        stroke_width=1.5,
        **data,
    )


def _places(errors: Mapping[str, float]) -> Iterator[tuple[float, str]]:
    """Yield each slope's place and its name, one kind after another."""
    x = 0
    for _, start in GROUPS:
        for name in errors:
            if name.startswith(start):
                yield x, name
                x += 1
        x += 1


def _groups(axes: Axes, errors: Mapping[str, float]) -> Iterator[str]:
    """Yield a line under each kind of slopes, with its symbol."""
    level = axes.y.start + 14
    for symbol, start in GROUPS:
        xs = [axes.x(x) for x, name in _places(errors) if name.startswith(start)]
        yield svg.line((xs[0] - 6, level), (xs[-1] + 6, level), stroke=svg.MUTED)
        yield svg.text(
            (xs[0] + xs[-1]) / 2, level + 18, symbol, anchor="middle", fill=svg.MUTED
        )
