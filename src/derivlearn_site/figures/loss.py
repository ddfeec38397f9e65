"""Three outputs: what each adds to the squared error, and the slope to each."""

from collections.abc import Mapping

from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn_site.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import Axes, Scale
from derivlearn_site.figures.live import Text

LABELS = {
    "share": Message("what one output adds to the cost"),
    "total": Message("the word before the whole cost"),
    "slope": Message("the slope of the cost with respect to one output"),
}
_WAYS = ("way0", "way1", "way2")
LIVE = {
    "set-a0": Text(Message("the slider of output 0")),
    "set-a1": Text(Message("the slider of output 1")),
    "set-a2": Text(Message("the slider of output 2")),
    "total-is": Text(Message("the whole cost, whatever it is"), ("cost",)),
    "says": Text(
        Message("the cost, its slopes, and which way each output lowers it"),
        ("cost", "slope0", "slope1", "slope2", *_WAYS),
    ),
    "up": Text(Message("the way of an output that should grow")),
    "down": Text(Message("the way of an output that should shrink")),
    "stay": Text(Message("the way of an output that equals its target")),
    "met": Text(Message("all outputs equal their targets")),
    "too-large": Text(Message("the cost is no float")),
    "outside": Text(
        Message("the picture shows only outputs from here to there"), ("low", "high")
    ),
}

OUTPUTS = [0.7, 0.2, 0.6]
TARGETS = [1.0, 0.0, 0.0]
SUBSCRIPTS = "₀₁₂"
BAR = 44.0
ACROSS = Scale(-0.5, 2.5, 24, 330)
SHARES = Axes(x=ACROSS, y=Scale(0, 0.5, 272, 132))
# As long on the picture as an output is away from its target.
SLOPES = Axes(x=ACROSS, y=Scale(-1, 1, 466, 330))
UNIT = (SLOPES.y.start - SLOPES.y.end) / 2
LINE = 62.0


def data() -> dict[str, object]:
    """Return the outputs that can be set, and their targets."""
    return {
        "settings": [
            {"name": f"a{i}", "values": [n / 10 for n in range(11)], "start": output}
            for i, output in enumerate(OUTPUTS)
        ],
        "targets": TARGETS,
    }


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw one column for each output: its numbers, its share, its slope."""
    derivative = squared_error_derivative(OUTPUTS, TARGETS)
    cost = squared_error(OUTPUTS, TARGETS)
    return svg.picture(
        SLOPES.y.start + 6,
        svg.element(
            "g",
            _heading(labels["share"], 112),
            svg.text(
                334,
                112,
                f"{labels['total']} {svg.printed(cost, 3)}",
                anchor="end",
                fill=svg.B,
                data_part="total",
            ),
            SHARES.plot(
                _level(SHARES, SHARES.y.high),
                SHARES.x_axis(()),
                *(_share(i) for i in range(3)),
            ),
            _heading(labels["slope"], 310),
            SLOPES.plot(
                _level(SLOPES, SLOPES.y.high),
                _level(SLOPES, SLOPES.y.low),
                SLOPES.x_axis((), y=0),
                *(_slope(i, slope) for i, slope in enumerate(derivative)),
            ),
            *(_output(i) for i in range(3)),
        ),
    )


def _heading(words: str, y: float) -> str:
    return svg.text(6, y, words, fill=svg.MUTED)


def _level(axes: Axes, value: float) -> str:
    """Return a line across the plot, its number over its left end."""
    y = axes.y(value)
    return svg.line((axes.x.start, y), (axes.x.end, y), stroke=svg.GRID) + svg.text(
        axes.x.start, y - 3, svg.plain(value), fill=svg.MUTED
    )


def _output(i: int) -> str:
    """Return an output and its target, in numbers and on a line from 0 to 1."""
    output, target, middle = OUTPUTS[i], TARGETS[i], ACROSS(i)
    start, end = middle - UNIT / 2, middle + UNIT / 2
    axes = Axes(x=Scale(0, 1, start, end), y=Scale(0, 1, LINE, LINE - UNIT))
    return (
        svg.text(
            middle,
            20,
            f"a{SUBSCRIPTS[i]} = {svg.plain(output)}",
            anchor="middle",
            data_part=f"output-{i}",
        )
        + svg.text(
            middle,
            40,
            f"y{SUBSCRIPTS[i]} = {svg.plain(target)}",
            anchor="middle",
            fill=svg.MUTED,
        )
        + axes.plot(
            axes.x_axis(()),
            *(
                svg.text(
                    axes.x(tick),
                    LINE + 21,
                    svg.plain(tick),
                    anchor="middle",
                    fill=svg.MUTED,
                )
                for tick in (0, 1)
            ),
            axes.line(
                (target, 0),
                (output, 0),
                stroke=svg.A,
                stroke_width=1.75,
                data_part=f"gap-{i}",
            ),
            svg.element(
                "circle",
                cx=axes.x(target),
                cy=LINE,
                r=7,
                fill=svg.PAPER,
                stroke=svg.MUTED,
                stroke_width=1.5,
                data_x=f"{target:g}",
                data_y="0",
            ),
            axes.handle(
                output, 0, axes.mark(output, 0), sets=f"a{i}", data_part=f"dot-{i}"
            ),
        )
    )


def _share(i: int) -> str:
    """Return the share of an output as a bar, with its number."""
    share = squared_error([OUTPUTS[i]], [TARGETS[i]])
    x, top, floor = SHARES.x(i), SHARES.y(share), SHARES.y.start
    bar = svg.element(
        "rect",
        x=x - BAR / 2,
        y=top,
        width=BAR,
        height=floor - top,
        fill=svg.B,
        fill_opacity="0.18",
        stroke=svg.B,
        data_x=f"{i}",
        data_y=f"{share:.6g}",
        data_part=f"bar-{i}",
    )
    return bar + svg.text(
        x,
        top - 7,
        svg.printed(share, 3),
        anchor="middle",
        fill=svg.B,
        data_part=f"share-{i}",
    )


def _slope(i: int, slope: float) -> str:
    """Return a slope as an arrow from 0, the way a larger output moves the cost."""
    x, zero, end = SLOPES.x(i), SLOPES.y(0), SLOPES.y(slope)
    upwards = -1 if slope > 0 else 1
    neck = end - 6 * upwards
    head = ((x - 3, neck), (x, end), (x + 3, neck))
    # The number keeps off the line at 0.
    middle = (zero + end) / 2 + 5
    level = max(middle, zero + 14) if slope < 0 else min(middle, zero - 4)
    return svg.element(
        "g",
        svg.line(
            (x, zero),
            (x, neck),
            stroke=svg.A,
            stroke_width=1.75,
            data_part=f"shaft-{i}",
        ),
        svg.element(
            "polygon",
            points=" ".join(
                f"{svg.coordinate(across)},{svg.coordinate(down)}"
                for across, down in head
            ),
            fill=svg.A,
            data_part=f"head-{i}",
        ),
        data_x=f"{i}",
        data_y=f"{slope:.6g}",
    ) + svg.text(
        x + 10, level, svg.printed(slope, 1), fill=svg.A, data_part=f"slope-{i}"
    )
