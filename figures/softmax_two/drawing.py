"""Softmax of two: only the difference of the pre-activations counts."""

import math
from collections.abc import Mapping

from derivlearn.activations import sigmoid, sigmoid_derivative, softmax
from derivlearn.costs import softmax_cross_entropy_derivative
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import constants, svg
from derivlearn_site.figures.axes import Axes, Scale
from derivlearn_site.figures.live import Text

LABELS = {
    "curve": Message("over the curve: output 0, as a function of the difference"),
}
LIVE = {
    "set-z0": Text(Message("the slider of pre-activation 0")),
    "set-z1": Text(Message("the slider of pre-activation 1")),
    "set-answer": Text(Message("the choice of the right answer")),
    "says": Text(
        Message("the difference, both outputs, and both slopes"),
        ("difference", "s0", "s1", "slope0", "slope1"),
    ),
    "rounded": Text(Message("that outputs told as 1 and 0 have been rounded")),
    "beyond": Text(Message("that the difference lies beyond the end of the curve")),
    "too-large": Text(Message("the difference is no float")),
    "outside": Text(
        Message("the picture shows only pre-activations from here to there"),
        ("low", "high"),
    ),
}

_CONSTANTS = constants.beside(__file__)
DECIMALS: int = _CONSTANTS["decimals"]
# Half of the tangent's length, on the picture.
TANGENT: float = _CONSTANTS["tangent"]
# How far the words beside an arrow are from its start.
ASIDE: float = _CONSTANTS["aside"]

ZS = [2.0, 0.5]
ANSWER = 0
LARGEST = 8
REACH = 6
# A step is as wide between the pre-activations as under the curve.
STEP, MIDDLE = 15.0, 204.0
ZEROS = Axes(
    x=Scale(-LARGEST, LARGEST, MIDDLE - LARGEST * STEP, MIDDLE + LARGEST * STEP),
    y=Scale(0, 1, 24, 52),
)
CURVE = Axes(
    x=Scale(-REACH, REACH, MIDDLE - REACH * STEP, MIDDLE + REACH * STEP),
    y=Scale(0, 1, 196, 106),
)
# An arrow is as long as an output is away from its target.
LENGTH = 150.0
BAR = Axes(
    x=Scale(0, 1, (svg.WIDTH - LENGTH) / 2, (svg.WIDTH + LENGTH) / 2),
    y=Scale(0, 1, 256, 232),
)
ARROWS = Axes(
    x=Scale(-1, 1, svg.WIDTH / 2 - LENGTH, svg.WIDTH / 2 + LENGTH),
    y=Scale(0, 1, 286, 312),
)


def data() -> dict[str, object]:
    """Return the pre-activations and the answers that can be set."""
    values = [n / 2 for n in range(-2 * LARGEST, 2 * LARGEST + 1)]
    return {
        "settings": [
            *(
                {"name": f"z{i}", "values": values, "start": z}
                for i, z in enumerate(ZS)
            ),
            {
                "name": "answer",
                "values": [0, 1],
                "start": ANSWER,
                "options": ["0", "1"],
            },
        ],
    }


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw what goes in, output 0 on its curve, the outputs, and the slopes."""
    outputs, targets = softmax(ZS), [float(i == ANSWER) for i in range(2)]
    slopes = softmax_cross_entropy_derivative(ZS, targets)
    return svg.picture(
        ARROWS.y.end + 38,
        svg.element(
            "g",
            _pre_activations(),
            _curve(labels["curve"], ZS[0] - ZS[1]),
            _bar(outputs[0], targets[0]),
            *(_numbers(*each) for each in zip((0, 1), outputs, targets, strict=True)),
            ARROWS.plot(
                ARROWS.x_axis((-1, 0, 1), y=1.5),
                ARROWS.line((0, -0.5), (0, 1.5), stroke=svg.MUTED),
                *(_arrow(i, slope) for i, slope in enumerate(slopes)),
            ),
        ),
    )


def _pre_activations() -> str:
    """Return a line for each z, and between both the difference."""
    return "".join(
        svg.text(
            6,
            ZEROS.y(i) + svg.WAIST,
            f"z{svg.SUBSCRIPTS[i]} = {svg.plain(z)}",
            data_part=f"z-{i}",
        )
        for i, z in enumerate(ZS)
    ) + ZEROS.plot(
        ZEROS.line((-LARGEST, 0), (LARGEST, 0), stroke=svg.MUTED),
        ZEROS.x_axis((-LARGEST, 0, LARGEST), y=1),
        ZEROS.line(
            (ZS[1], 0), (ZS[1], 1), stroke=svg.VALUE, dashes="2 3", data_part="guide"
        ),
        ZEROS.line(
            (ZS[1], 0),
            (ZS[0], 0),
            stroke=svg.VALUE,
            stroke_width=2.5,
            data_part="apart",
        ),
        *(
            ZEROS.handle(z, i, ZEROS.mark(z, i), sets=f"z{i}", data_part=f"into-{i}")
            for i, z in enumerate(ZS)
        ),
    )


def _curve(heading: str, difference: float) -> str:
    """Return the curve of output 0 with a dot, which becomes a ring at its ends."""
    output, slope = sigmoid(difference), sigmoid_derivative(difference)
    across, up = (abs(scale(1) - scale(0)) for scale in (CURVE.x, CURVE.y))
    reach = TANGENT / math.hypot(across, slope * up)
    level = CURVE.y.end - 12
    return (
        svg.text(6, level, heading, fill=svg.MUTED)
        + svg.text(
            334,
            level,
            f"z₀ − z₁ = {svg.plain(difference)}",
            anchor="end",
            fill=svg.VALUE,
            data_part="difference",
        )
        + CURVE.plot(
            CURVE.y_axis((0, 0.5, 1)),
            CURVE.x_axis((-6, -3, 0, 3, 6)),
            CURVE.line((0, 0), (0, 1), stroke=svg.GRID),
            CURVE.line(
                (0, 0),
                (difference, 0),
                stroke=svg.VALUE,
                stroke_width=2.5,
                data_part="run",
            ),
            CURVE.curve(sigmoid, -REACH, REACH, data_name="output"),
            CURVE.line(
                (difference - reach, output - slope * reach),
                (difference + reach, output + slope * reach),
                stroke=svg.SLOPE,
                stroke_width=1.75,
                data_part="tangent",
            ),
            svg.element(
                "g",
                CURVE.mark(difference, output, data_part="on"),
                CURVE.mark(
                    difference,
                    output,
                    shape="ring",
                    data_part="beyond",
                    visibility="hidden",
                ),
                data_part="point",
            ),
        )
    )


def _bar(output: float, target: float) -> str:
    """Return the bar that both outputs share, the target, and the gap to it."""
    left, top = BAR.at(0, 1)
    high = BAR.y.start - top

    def part(width: float, **more: str) -> str:
        return svg.element("rect", x=left, y=top, width=width, height=high, **more)

    return BAR.plot(
        part(
            BAR.x(output) - left,
            fill=svg.INK,
            fill_opacity="0.2",
            data_x=f"{output / 2:.6g}",
            data_y="1",
            data_part="share",
        ),
        part(LENGTH, fill="none", stroke=svg.INK),
        BAR.line((output, 0), (output, 1), stroke_width=1.75, data_part="border"),
        BAR.line(
            (output, 0.5),
            (target, 0.5),
            stroke=svg.VALUE,
            stroke_width=1.75,
            data_part="gap",
        ),
        svg.element(
            "circle",
            cx=BAR.x(target),
            cy=BAR.y(0.5),
            r=7,
            fill=svg.PAPER,
            stroke=svg.MUTED,
            stroke_width=1.5,
            data_x=f"{target:g}",
            data_y="0.5",
            data_part="target",
        ),
    )


def _numbers(i: int, output: float, target: float) -> str:
    """Return an output and its target in numbers, on its side of the bar."""
    name, middle = svg.SUBSCRIPTS[i], BAR.y(0.5)
    place, anchor = ((6, None), (334, "end"))[i]
    return svg.text(
        place,
        middle - 5,
        f"s{name} = {svg.printed(output, DECIMALS)}",
        anchor=anchor,
        data_part=f"output-{i}",
    ) + svg.text(
        place,
        middle + 14,
        f"y{name} = {svg.plain(target)}",
        anchor=anchor,
        fill=svg.MUTED,
        data_part=f"target-{i}",
    )


def _arrow(i: int, slope: float) -> str:
    """Return a slope as an arrow from 0, its number where the arrow does not go."""
    (zero, level), end = ARROWS.at(0, i), ARROWS.x(slope)
    way = 1 if slope > 0 else -1
    # The head of an arrow is no longer than the arrow.
    neck = end - way * min(svg.HEAD, abs(end - zero))
    corners = ((neck, level - svg.HALF), (end, level), (neck, level + svg.HALF))
    return svg.element(
        "g",
        svg.line(
            (zero, level),
            (neck, level),
            stroke=svg.SLOPE,
            stroke_width=1.75,
            data_part=f"shaft-{i}",
        ),
        svg.element(
            "polygon",
            points=" ".join(
                f"{svg.coordinate(x)},{svg.coordinate(y)}" for x, y in corners
            ),
            fill=svg.SLOPE,
            data_part=f"head-{i}",
        ),
        data_x=f"{slope:.6g}",
        data_y=f"{i}",
    ) + svg.text(
        zero - way * ASIDE,
        level + svg.WAIST,
        f"∂C/∂z{svg.SUBSCRIPTS[i]} = {svg.printed(slope, DECIMALS)}",
        anchor="end" if way > 0 else "start",
        fill=svg.SLOPE,
        data_part=f"slope-{i}",
    )
