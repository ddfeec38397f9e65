"""A function of two inputs from above, and the two slices through one point."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from figures.shared.valley import MAP, height, seen_from_above

from derivlearn.numeric import numeric_gradient
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import constants, svg
from derivlearn_site.figures.axes import Axes, Scale
from derivlearn_site.figures.live import Text

LABELS = {
    "contours": Message("the picture from above: lines of equal height"),
    "along-x": Message("the slice on which y is held"),
    "along-y": Message("the slice on which x is held"),
    "slope": Message("the word before the number of a slope"),
}
LIVE = {
    "set-x": Text(Message("the slider of x")),
    "set-y": Text(Message("the slider of y")),
    "along-x-at": Text(Message("the slice on which y is held, wherever it is"), ("y",)),
    "along-y-at": Text(Message("the slice on which x is held, wherever it is"), ("x",)),
    "slope-is": Text(Message("a slope, with its number"), ("slope",)),
    "says": Text(
        Message("the height of the place, and its slope in both directions"),
        ("x", "y", "height", "slope-x", "slope-y"),
    ),
    "too-large": Text(Message("why there is no height: no float is large enough")),
    "outside": Text(
        Message("the picture shows only these x and these y"),
        ("west", "east", "south", "north"),
    ),
}

POINT = (2.0, -1.0)
_CONSTANTS = constants.beside(__file__)
# The heights beside a slice, and how far its tangent reaches to either side.
TICKS: list[float] = _CONSTANTS["ticks"]
REACH: float = _CONSTANTS["reach"]
# In how many straight pieces a slice is drawn.
STEPS = 64


def data() -> dict[str, object]:
    """Return the settings: all of these places are on every part of the picture."""
    return {
        "settings": [
            {"name": "x", "values": [n / 20 for n in range(-20, 49)], "start": 2.0},
            {"name": "y", "values": [n / 20 for n in range(-32, 15)], "start": -1.0},
        ],
        "steps": STEPS,
        "apart": 14,
    }


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the lines of equal height over the two slices."""
    slopes = numeric_gradient(lambda xs: height(xs[0], xs[1]), list(POINT))
    x, y = POINT
    up = Scale(-1, 9, 438, 318)
    along_x = Slice(
        axes=Axes(x=Scale(-1.2, 3.2, 26, 160), y=up),
        f=lambda value: height(value, y),
        at=x,
        slope=slopes[0],
        stroke=svg.A,
    )
    along_y = Slice(
        axes=Axes(x=Scale(-2.1, 1.1, 196, 330), y=up),
        f=lambda value: height(x, value),
        at=y,
        slope=slopes[1],
        stroke=svg.B,
        dashes="6 3",
    )
    return svg.picture(
        480,
        _above(labels["contours"]),
        along_x.draw(labels["along-x"], "x", labels["slope"]),
        along_y.draw(labels["along-y"], "y", labels["slope"]),
    )


def _above(words: str) -> str:
    x, y = POINT
    return svg.text(6, 18, words, fill=svg.MUTED) + MAP.plot(
        *seen_from_above(),
        MAP.line((-3.4, y), (3.4, y), stroke=svg.A, stroke_width=1.5, data_part="east"),
        MAP.line(
            (x, -2.4),
            (x, 2.4),
            stroke=svg.B,
            stroke_width=1.5,
            dashes="6 3",
            data_part="north",
        ),
        svg.element("g", MAP.mark(x, y), data_part="place"),
    )


@dataclass(frozen=True)
class Slice:
    """What is left of the height when one input is held."""

    axes: Axes
    f: Callable[[float], float]
    at: float
    slope: float
    stroke: str
    dashes: str | None = None

    def draw(self, title: str, name: str, word: str) -> str:
        """Return the curve of the slice, with its tangent and its slope."""
        axes, level = self.axes, self.f(self.at)
        left, right = (
            (self.at + side, level + side * self.slope) for side in (-REACH, REACH)
        )
        at = svg.text(
            axes.x(self.at),
            axes.y.start + 17,
            f"{name} = {svg.plain(self.at)}",
            anchor="middle",
            fill=svg.MUTED,
            data_part=f"at-number-{name}",
        )
        place = (axes.x(self.at), axes.y.start)
        tick = svg.line(place, (place[0], place[1] + 4), stroke=svg.MUTED)
        return axes.plot(
            svg.text(
                axes.x.start - 12,
                296,
                title,
                fill=self.stroke,
                data_part=f"title-{name}",
            ),
            axes.x_axis(()),
            svg.element("g", tick, at, data_part=f"at-{name}"),
            axes.y_axis(TICKS),
            self._level(level, name),
            axes.curve(
                self.f,
                axes.x.low,
                axes.x.high,
                steps=STEPS,
                data_name=f"along-{name}",
                data_part=f"curve-{name}",
            ),
            axes.line(
                left,
                right,
                stroke=self.stroke,
                stroke_width=1.75,
                dashes=self.dashes,
                data_part=f"tangent-{name}",
            ),
            axes.handle(
                self.at,
                level,
                axes.mark(self.at, level),
                sets=name,
                data_part=f"mark-{name}",
            ),
            svg.text(
                (axes.x.start + axes.x.end) / 2,
                axes.y.start + 37,
                f"{word} {svg.rounded(self.slope)}",
                anchor="middle",
                fill=self.stroke,
                data_part=f"slope-{name}",
            ),
        )

    def _level(self, level: float, name: str) -> str:
        """Return the height of the place: a line across, and its number."""
        x, height = self.axes.x, self.axes.y(level)
        number = svg.text(
            x.start - 6,
            height + svg.WAIST,
            svg.plain(level),
            anchor="end",
            fill=svg.MUTED,
            data_part=f"level-number-{name}",
        )
        line = svg.line((x.start, height), (x.end, height), stroke=svg.GRID)
        return svg.element("g", line, number, data_part=f"level-{name}")
