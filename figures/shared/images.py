"""Handwritten digits as squares, and the network that reads them."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from derivlearn.data import digits
from derivlearn.network import Network
from derivlearn_site.figures import constants, svg

SIDE: int = constants.beside(__file__)["side"]
DARKEST = 16
# The first images are for learning, the others for testing.
TRAINING = 1297

Array = npt.NDArray[Any]
Image = tuple[tuple[int, ...], ...]


class Reading(NamedTuple):
    """What the network of the chapter makes of the images it is tested with."""

    images: tuple[Image, ...]
    labels: tuple[int, ...]
    answers: tuple[int, ...]
    shares: tuple[float, ...]


@lru_cache
def data() -> tuple[Array, Array]:
    """Return all images (1797, 64), dark is 16, and their labels."""
    images, labels = digits()
    return np.array(images, dtype=float), np.array(labels)


def untrained() -> Network:
    """Return the network of the chapter as it is before it learns."""
    return Network(
        [SIDE * SIDE, 30, 10],
        activation=["sigmoid", "softmax"],
        cost="cross_entropy",
        seed=1,
    )


@lru_cache
def network() -> Network:
    """Train the network of the chapter."""
    pixels, labels = data()
    x, y = pixels[:TRAINING] / DARKEST, labels[:TRAINING]
    learner = untrained()
    for _ in learner.train(x, y, epochs=30, batch_size=10, learning_rate=0.5, seed=1):
        pass
    return learner


@lru_cache
def reading() -> Reading:
    """Let the network of the chapter read the images it is tested with."""
    pixels, labels = data()
    outputs = network().forward(pixels[TRAINING:] / DARKEST)
    return Reading(
        tuple(map(image, pixels[TRAINING:])),
        tuple(labels[TRAINING:].tolist()),
        tuple(np.argmax(outputs, axis=1).tolist()),
        tuple(outputs.max(axis=1).tolist()),
    )


def image(pixels: Array) -> Image:
    """Return an image as rows of whole numbers from 0 to 16."""
    rows = pixels.reshape(SIDE, SIDE).astype(int).tolist()
    return tuple(map(tuple, rows))


def squares(
    placed: Iterable[tuple[int, int, Image]],
    corner: tuple[float, float],
    size: float,
    part: str | None = None,
) -> str:
    """Return images, one path for each shade of all of them.

    Args:
        placed: How many pixels each image is from the corner, across and down, and
            the image.
        corner: The left and the upper edge of what is placed at 0 and 0.
        size: How wide a pixel is.
        part: The name of the images for a script: the path of a shade is named
            `{part}-{shade}`, and is there even if no pixel has that shade.
    """
    shades: defaultdict[int, list[str]] = defaultdict(list)
    if part:
        shades.update({shade: [] for shade in range(DARKEST + 1)})
    frames = []
    left, top = corner
    side = svg.coordinate(SIDE * size + 2)
    for across, down, rows in placed:
        x = svg.coordinate(left + across * size - 1)
        y = svg.coordinate(top + down * size - 1)
        frames.append(f"M{x} {y}h{side}v{side}h-{side}z")
        for r, row in enumerate(rows):
            for c, shade in enumerate(row):
                shades[shade].append(f"M{across + c} {down + r}h1")
    paths = [
        svg.element(
            "path",
            d="".join(shades[shade]),
            stroke_opacity=shade / DARKEST,
            data_part=part and f"{part}-{shade}",
        )
        for shade in sorted(shades)
        if shade > 0
    ]
    # A pixel is a line as thick as it is long, through the middle of its row.
    x, y = svg.coordinate(left), svg.coordinate(top + size / 2)
    return svg.element(
        "path", d="".join(frames), fill="none", stroke=svg.GRID
    ) + svg.element(
        "g",
        "".join(paths),
        transform=f"translate({x} {y}) scale({svg.coordinate(size)})",
        stroke=svg.INK,
        shape_rendering="crispEdges",
    )
