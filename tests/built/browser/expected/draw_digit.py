"""What the figure `draw-digit` should say."""

from figures.draw_digit import drawing as draw_digit
from figures.shared import images

from tests.built.browser.expected import Expected
from tests.figures import drawings


def computed(sample: int, drawing: str = "") -> list[float]:
    """Return what is read with two decimals, as the chapter prints it."""
    said: list[float] = []
    shades = drawings.SHADES.get(drawing)
    if sample < len(draw_digit.SAMPLES):
        number = draw_digit.SAMPLES[sample]
        read = images.reading()
        said += [number, read.labels[number]]
        shades = [shade for row in read.images[number] for shade in row]
    if shades is None:
        return []
    shares = draw_digit.network().forward([shade / 16 for shade in shades])
    second, answer = shares.argsort()[-2:]
    said += [answer, round(shares[answer], 2)]
    if shares[answer] <= draw_digit.SURE:
        said += [second, round(shares[second], 2)]
    return said


EXPECTED = Expected(
    (
        {"sample": 0},
        {"sample": 1},
        {"sample": 2},
        {"sample": 3},
        {"sample": 4},
        {"sample": 5},
        {"sample": 6},
        {"sample": 6, "drawing": drawings.CLEAR},
        {"sample": 6, "drawing": drawings.UNCLEAR},
        {"sample": 0, "drawing": drawings.CLEAR},
    ),
    computed,
)
