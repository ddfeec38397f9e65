"""A digit on paper, as the network of the chapter sees it, and what it reads."""

from collections.abc import Mapping
from functools import lru_cache

from figures.shared import images

from derivlearn.network import Network
from derivlearn_site.base.errors import Message
from derivlearn_site.figures import constants, svg
from derivlearn_site.figures.live import Text

LABELS = {
    "seen": Message("the 8 by 8 shades that the network is given"),
    "outputs": Message("the ten outputs of the network"),
    "answer": Message("the word over the digit that is read"),
}
LIVE = {
    "set-sample": Text(Message("the choice of what is read")),
    "yours": Text(Message("the reader's own drawing, as one of the choices")),
    "clear-drawing": Text(Message("the button that clears the drawing")),
    "surface": Text(Message("what can be drawn on, and how with the keyboard")),
    "image-is": Text(Message("an image of the test data"), ("number", "label")),
    "word-sure": Text(Message("two words at most: the network is sure")),
    "word-fairly": Text(Message("two words at most: it is fairly sure")),
    "word-unsure": Text(Message("two words at most: it is unsure")),
    "sample-is": Text(
        Message("the image of the test data that is read"), ("number", "label")
    ),
    "sure": Text(Message("what is read, with a large output"), ("answer", "share")),
    "fairly": Text(
        Message("what is read, and what comes second"),
        ("answer", "share", "second", "second-share"),
    ),
    "unsure": Text(
        Message("what is read at best, and what else it could be"),
        ("answer", "share", "second", "second-share"),
    ),
    "wrong": Text(Message("the reading is not what the image is meant to be")),
    "empty": Text(Message("there is no drawing yet, and nothing to read")),
    "full": Text(Message("the drawing takes no more points; nothing is lost")),
    "pen-down": Text(
        Message("the pen of the keyboard draws, and where it is"), ("across", "down")
    ),
    "pen-up": Text(
        Message("the pen of the keyboard does not draw, and where it is"),
        ("across", "down"),
    ),
}

# Numbers in the test data: four that are clear, and two that the chapter shows misread.
SAMPLES = (4, 81, 190, 198, 289, 424)
START = SAMPLES.index(424)
# With so many decimals of the weights, all that the chapter prints stays as it is.
DECIMALS = 4
# And so many has a share of the answers.
SHARE_DECIMALS: int = constants.beside(__file__)["decimals"]["share"]
# The chapter groups the answers by their output: above the first, above the second.
SURE, FAIRLY = 0.99, 0.9
# A drawing is written in two characters for a point, so many in all at most.
LONGEST = 1200
_STROKE = "(?:[0-9A-Za-z_-]{2})+"
LIKE = rf"(?=.{{0,{LONGEST}}}$)(?:{_STROKE}(?:\.{_STROKE})*)?"

SURFACE, CELL = (7.0, 28.0), 24.0
SEEN, SMALL = (213.0, 28.0), 11.0
# The first row of the outputs, how far the next is below it, and what 1 is long.
ROW, STEP, BAR = 156.0, 17.0, 62.0
BAR_START = 237.0


@lru_cache
def network() -> Network:
    """Return the network of the chapter with the weights that the script is given."""
    trained, rounded = images.network(), images.untrained()
    rounded.weights = [each.round(DECIMALS) for each in trained.weights]
    rounded.biases = [each.round(DECIMALS) for each in trained.biases]
    return rounded


def outputs(number: int) -> list[float]:
    """Return what the network makes of an image of the test data."""
    pixels, _ = images.data()
    read: list[float] = (
        network().forward(pixels[images.TRAINING + number] / images.DARKEST).tolist()
    )
    return read


def data() -> dict[str, object]:
    """Return the samples, the network, and from which output on it is how sure."""
    read = images.reading()
    return {
        "settings": [
            {
                "name": "sample",
                "values": [*range(len(SAMPLES) + 1)],
                "start": START,
                "options": [*map(str, SAMPLES), "yours"],
            }
        ],
        "entries": [
            {
                "name": "drawing",
                "start": "",
                "typed": False,
                "cleared": {"sample": len(SAMPLES)},
                "like": LIKE,
            }
        ],
        "samples": [
            {
                "number": number,
                "label": read.labels[number],
                "shades": [shade for row in read.images[number] for shade in row],
            }
            for number in SAMPLES
        ],
        "layers": [
            {"weights": weights.tolist(), "biases": biases.tolist()}
            for weights, biases in zip(network().weights, network().biases, strict=True)
        ],
        "darkest": images.DARKEST,
        "limits": {"sure": SURE, "fairly": FAIRLY},
        "longest": LONGEST,
        "paper": [*SURFACE, CELL],
        "step": STEP,
        "bar": BAR,
    }


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw an image of the test data, and beside and below it what is read."""
    number = SAMPLES[START]
    read = images.reading()
    image, shares = read.images[number], outputs(number)
    answer = shares.index(max(shares))
    title = labels["image-is"].format(number=number, label=read.labels[number])
    return svg.picture(
        ROW + 9 * STEP + 9,
        svg.text(SURFACE[0] - 1, 18, title, fill=svg.MUTED, data_part="title"),
        *_surface(image),
        svg.text(SEEN[0] - 1, 18, labels["seen"], fill=svg.MUTED),
        images.squares([(0, 0, image)], SEEN, SMALL, part="seen"),
        svg.text(SEEN[0] - 1, ROW - 18, labels["outputs"], fill=svg.MUTED),
        *(
            _row(digit, share, lit=digit == answer)
            for digit, share in enumerate(shares)
        ),
        _mark(answer),
        *_verdict(labels, answer, shares[answer]),
    )


def _surface(image: images.Image) -> tuple[str, ...]:
    """Return what can be drawn on, with the image on it."""
    left, top = SURFACE
    side = images.SIDE * CELL
    return (
        svg.element(
            "g",
            images.squares([(0, 0, image)], SURFACE, CELL, part="paper"),
            data_part="image",
        ),
        svg.element(
            "path",
            d="",
            fill="none",
            stroke=svg.INK,
            stroke_width=9,
            stroke_linecap="round",
            stroke_linejoin="round",
            data_part="ink",
        ),
        svg.element(
            "circle",
            cx=0,
            cy=0,
            r=6,
            fill=svg.PAPER,
            stroke=svg.FOCUS,
            stroke_width=2.5,
            visibility="hidden",
            data_part="pen",
        ),
        svg.element(
            "rect",
            x=left - 1,
            y=top - 1,
            width=side + 2,
            height=side + 2,
            fill="none",
            stroke=svg.MUTED,
            pointer_events="all",
            data_part="surface",
            data_draw="drawing",
        ),
    )


def _row(digit: int, share: float, *, lit: bool) -> str:
    """Return an output: its digit, a bar, and its number."""
    level = ROW + STEP * digit
    return (
        svg.text(
            226,
            level,
            str(digit),
            anchor="middle",
            font_weight="700" if lit else "400",
            data_part=f"digit-{digit}",
        )
        + svg.line(
            (BAR_START, level - svg.WAIST),
            (BAR_START + BAR * share, level - svg.WAIST),
            stroke=svg.VALUE if lit else svg.MUTED,
            stroke_width=9,
            data_part=f"bar-{digit}",
        )
        + svg.text(
            334,
            level,
            svg.printed(share, SHARE_DECIMALS),
            anchor="end",
            font_weight="700" if lit else "400",
            data_part=f"share-{digit}",
        )
    )


def _mark(answer: int) -> str:
    """Return what points at the answer."""
    level = ROW + STEP * answer - svg.WAIST
    corners = [(211.0, level - 4.5), (218.0, level), (211.0, level + 4.5)]
    written = " ".join(f"{svg.coordinate(x)},{svg.coordinate(y)}" for x, y in corners)
    return svg.element("polygon", points=written, fill=svg.VALUE, data_part="mark")


def _verdict(labels: Mapping[str, str], answer: int, share: float) -> tuple[str, ...]:
    """Return the answer in large, with its output, and how sure the network is."""
    left, top = SURFACE[0] - 1, SURFACE[1] + images.SIDE * CELL
    return (
        svg.text(left, top + 24, labels["answer"], fill=svg.MUTED),
        svg.text(
            left,
            top + 84,
            str(answer),
            font_size=52,
            fill=svg.VALUE,
            data_part="answer",
        ),
        svg.text(
            left + 58,
            top + 63,
            svg.printed(share, SHARE_DECIMALS),
            fill=svg.VALUE,
            data_part="share",
        ),
        svg.text(left + 58, top + 83, labels["word-sure"], data_part="word"),
    )
