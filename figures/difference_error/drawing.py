"""The errors of the forward and the central difference of x³, against the increment."""

from collections.abc import Callable, Mapping

from figures.shared.differences import cube

from derivlearn.numeric import central_difference, forward_difference
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import Axes, LogScale, power_of_ten
from derivlearn_site.figures.live import Text

LABELS = {
    "x": Message("what goes across: the increment"),
    "y": Message("what goes up: the error"),
    "forward": Message("the forward difference"),
    "central": Message("the central difference"),
}
LIVE = {
    "set-dx": Text(Message("the slider of the increment")),
    "says": Text(
        Message("the errors of both differences at this increment"),
        ("dx", "forward", "central"),
    ),
    "nothing-added": Text(
        Message("why there is no error: adding the increment leaves x as it is"),
        ("x", "dx"),
    ),
    "too-large": Text(
        Message("why there is no error: no float is large enough"), ("dx",)
    ),
    "outside": Text(
        Message("the picture shows only increments from here to there"), ("low", "high")
    ),
}

X = 3.0
SLOPE = 27.0
# Ten increments to a factor of ten, written in decimals: reading those rounds alike
# everywhere, which a power of ten computed here would not.
MANTISSAS = ("1", "1.25", "1.6", "2", "2.5", "3.15", "4", "5", "6.3", "8")
INCREMENTS = [
    float(f"{mantissa}e-{power}")
    for power in range(15, 1, -1)
    for mantissa in MANTISSAS
] + [0.1]

# The increment that is marked at first.
MARKED = 1e-8
# A logarithmic axis has no place for an error of 0: it gets a row of its own.
ZERO = 318.0

Difference = Callable[..., float]


def errors(difference: Difference) -> list[tuple[float, float]]:
    """Return each increment with the distance of its slope from the true one."""
    return [
        (dx, abs(difference(cube, X, dx, relative=False) - SLOPE)) for dx in INCREMENTS
    ]


def data() -> dict[str, object]:
    """Return the increments, and the place of an error that is 0."""
    setting = {"name": "dx", "values": INCREMENTS, "start": MARKED}
    return {"settings": [setting], "x": X, "slope": SLOPE, "zero": ZERO}


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw both errors on logarithmic axes, those that are 0 in a row of their own."""
    axes = Axes(x=LogScale(1e-15, 1e-1, 42, 328), y=LogScale(1e-12, 10, 292, 34))
    zero = ZERO
    parts = [
        axes.y_axis([1, 1e-3, 1e-6, 1e-9, 1e-12], labels=power_of_ten),
        svg.line((axes.x.start, zero), (axes.x.end, zero), stroke=svg.GRID),
        svg.text(axes.x.start - 6, zero + svg.WAIST, "0", anchor="end", fill=svg.MUTED),
        _x_axis(axes, zero + 16),
        svg.line(
            (axes.x(MARKED), zero + 16),
            (axes.x(MARKED), axes.y.end),
            stroke=svg.MUTED,
            dashes="2 3",
            data_part="marked",
        ),
        _marks(axes, zero, forward_difference, "forward"),
        _marks(axes, zero, central_difference, "central"),
        svg.text(6, 18, labels["y"]),
        svg.text(334, zero + 52, labels["x"], anchor="end"),
        _marked(axes, forward_difference, svg.A, "forward"),
        _marked(axes, central_difference, svg.B, "central"),
        _sample(axes.x(2e-4) + 10, axes.y(3e-2) - svg.WAIST, "forward"),
        _sample(330, axes.y(2.2e-12) - svg.WAIST, "central"),
        svg.text(
            axes.x(2e-4),
            axes.y(3e-2),
            labels["forward"],
            anchor="end",
            fill=svg.A,
            halo=True,
        ),
        svg.text(
            320, axes.y(2.2e-12), labels["central"], anchor="end", fill=svg.B, halo=True
        ),
    ]
    return svg.picture(zero + 60, axes.plot(*parts))


def _marks(axes: Axes, zero: float, difference: Difference, name: str) -> str:
    """Return one mark for each increment; a logarithmic axis has no place for 0."""
    places = [
        (axes.x(dx), axes.y(error) if error else zero)
        for dx, error in errors(difference)
    ]
    return _shapes(places, name, data_name=name)


def _marked(axes: Axes, difference: Difference, stroke: str, part: str) -> str:
    """Return a ring around the error at the increment that is marked."""
    [(dx, error)] = [each for each in errors(difference) if each[0] == MARKED]
    across, down = axes.at(dx, error)
    ring = svg.element(
        "circle",
        cx=across,
        cy=down,
        r=6,
        fill="none",
        stroke=stroke,
        stroke_width=1.75,
    )
    return axes.handle(dx, error, ring, sets="dx", data_part=part)


def _sample(x: float, y: float, name: str) -> str:
    """Return one mark beside the name of what it stands for."""
    return _shapes([(x, y)], name)


def _shapes(places: list[tuple[float, float]], name: str, **data: str) -> str:
    """Return marks in one path: dots for the forward difference, crosses otherwise."""
    forward = name == "forward"
    shape = "m0 0h0" if forward else "m-2 -2l4 4m0 -4l-4 4"
    return svg.element(
        "path",
        d="".join(
            f"M{svg.coordinate(x)} {svg.coordinate(y)}{shape}" for x, y in places
        ),
        fill="none",
        stroke=svg.A if forward else svg.B,
        stroke_width=3.5 if forward else 1,
        stroke_linecap="round",
        **data,
    )


def _x_axis(axes: Axes, level: float) -> str:
    parts = [svg.line((axes.x.start, level), (axes.x.end, level), stroke=svg.MUTED)]
    for tick in (1e-15, 1e-12, 1e-9, 1e-6, 1e-3):
        place = axes.x(tick)
        parts += [
            svg.line((place, level), (place, level + 4), stroke=svg.MUTED),
            svg.text(
                place, level + 17, power_of_ten(tick), anchor="middle", fill=svg.MUTED
            ),
        ]
    return "".join(parts)
