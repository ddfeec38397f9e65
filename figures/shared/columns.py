"""Three columns, one for each output: a dot on a line, and an arrow for a slope."""

from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import Axes, Scale

TARGETS = [1.0, 0.0, 0.0]
# The columns, and how long 1 is in each of them, across and upwards.
ACROSS = Scale(-0.5, 2.5, 24, 330)
UNIT = 68.0


def numbers(i: int, output: str, y: float) -> str:
    """Return an output and its target in numbers, one below the other.

    Args:
        i: The column.
        output: The output as it is printed.
        y: The baseline of the first line.
    """
    name, middle = svg.SUBSCRIPTS[i], ACROSS(i)
    return svg.text(
        middle, y, f"a{name} = {output}", anchor="middle", data_part=f"output-{i}"
    ) + svg.text(
        middle,
        y + 20,
        f"y{name} = {svg.plain(TARGETS[i])}",
        anchor="middle",
        fill=svg.MUTED,
    )


def number_line(i: int, output: float, y: float, *, sets: str | None = None) -> str:
    """Return a line from 0 to 1 with an output, its target, and the gap.

    Args:
        i: The column.
        output: The output.
        y: How far down the line is.
        sets: The setting that dragging the output changes, if it does.
    """
    middle, target = ACROSS(i), TARGETS[i]
    axes = Axes(
        x=Scale(0, 1, middle - UNIT / 2, middle + UNIT / 2),
        y=Scale(0, 1, y, y - UNIT),
    )
    part, mark = f"dot-{i}", axes.mark(output, 0)
    return axes.plot(
        axes.x_axis(()),
        *(end_number(axes, tick) for tick in (0, 1)),
        axes.line(
            (target, 0),
            (output, 0),
            stroke=svg.VALUE,
            stroke_width=1.75,
            data_part=f"gap-{i}",
        ),
        svg.element(
            "circle",
            cx=axes.x(target),
            cy=y,
            r=7,
            fill=svg.PAPER,
            stroke=svg.MUTED,
            stroke_width=1.5,
            data_x=f"{target:g}",
            data_y="0",
        ),
        axes.handle(output, 0, mark, sets=sets, data_part=part)
        if sets
        else svg.element("g", mark, data_part=part),
    )


def end_number(axes: Axes, value: float) -> str:
    """Return the number of an end of a line, below the marks on it."""
    return svg.text(
        axes.x(value),
        axes.y.start + 21,
        svg.plain(value),
        anchor="middle",
        fill=svg.MUTED,
    )


def level(axes: Axes, value: float) -> str:
    """Return a line across the plot, its number over its left end."""
    y = axes.y(value)
    return svg.line((axes.x.start, y), (axes.x.end, y), stroke=svg.GRID) + svg.text(
        axes.x.start, y - 3, svg.plain(value), fill=svg.MUTED
    )


def arrow(axes: Axes, i: int, slope: float) -> str:
    """Return a slope as an arrow from 0, the way in which more moves the cost."""
    x, zero, end = axes.x(i), axes.y(0), axes.y(slope)
    # The head of an arrow is no longer than the arrow.
    head = min(svg.HEAD, abs(end - zero))
    neck = end + (head if slope > 0 else -head)
    corners = ((x - svg.HALF, neck), (x, end), (x + svg.HALF, neck))
    return svg.element(
        "g",
        svg.line(
            (x, zero),
            (x, neck),
            stroke=svg.SLOPE,
            stroke_width=1.75,
            data_part=f"shaft-{i}",
        ),
        svg.element(
            "polygon",
            points=" ".join(
                f"{svg.coordinate(across)},{svg.coordinate(down)}"
                for across, down in corners
            ),
            fill=svg.SLOPE,
            data_part=f"head-{i}",
        ),
        data_x=f"{i}",
        data_y=f"{slope:.6g}",
    )
