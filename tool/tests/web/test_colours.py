"""Each thing that is shown has a colour that can be read and told from the others."""

import re
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

STYLES = Path(__file__).parents[2] / "src/derivlearn_site/web/src/styles"
DRAWN = STYLES.parents[2] / "figures/svg.py"
Colour = npt.NDArray[np.float64]

SCHEMES = ("light", "dark")
# What a picture may show at the same time, and what else is said in a colour.
SHOWN = ("value", "slope", "cost")
SAID = ("error", "yours", "focus")
# Words need this contrast (WCAG 2.2, 1.4.3).
READABLE = 4.5
# How far apart colours are that nobody takes for one another, in CIELAB.
APART = 15
# How the sight of some differs: of linear RGB, from Machado, Oliveira and Fernandes
# (2009), "A physiologically-based model for simulation of color vision deficiency".
SIGHTS = {
    "most people": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}


def colours(scheme: str) -> dict[str, Colour]:
    """Return the colours of a scheme as linear RGB, by their names."""
    text = (STYLES / "colours.css").read_text("utf-8")
    found = dict(re.findall(r"--dl-([\w-]+): var\(--light, (#\w{6})\)", text))
    if scheme == "dark":
        pairs = r"--dl-([\w-]+): var\(--light, #\w{6}\) var\(--dark, (#\w{6})\)"
        found = dict(re.findall(pairs, text))
    same = dict(re.findall(r"--dl-([\w-]+): var\(--dl-([\w-]+)\);", text))
    written = {**found, **{name: found[of] for name, of in same.items() if of in found}}
    return {name: linear(each) for name, each in written.items()}


def linear(written: str) -> Colour:
    """Return what a monitor shines for a colour such as `#1c5fa8`."""
    values = np.array([int(written[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    bright = ((values + 0.055) / 1.055) ** 2.4
    return np.where(values <= 0.04045, values / 12.92, bright)


def contrast(one: Colour, other: Colour) -> float:
    """Return the ratio of two luminances, the larger one above."""
    weights = np.array([0.2126, 0.7152, 0.0722])
    low, high = sorted((float(weights @ one), float(weights @ other)))
    return (high + 0.05) / (low + 0.05)


def lab(colour: Colour) -> Colour:
    """Return a colour where a distance is how different it looks."""
    to_xyz = np.array(
        [
            [0.4124, 0.3576, 0.1805],
            [0.2126, 0.7152, 0.0722],
            [0.0193, 0.1192, 0.9505],
        ]
    )
    ratios = to_xyz @ np.clip(colour, 0, 1) / np.array([0.9505, 1.0, 1.089])
    x, y, z = np.where(ratios > 0.008856, np.cbrt(ratios), 7.787 * ratios + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_colour_can_be_read_on_paper_and_on_what_is_raised(scheme: str) -> None:
    known = colours(scheme)
    for name in (*SHOWN, *SAID, "ink", "soft", "link"):
        for ground in ("paper", "raised"):
            assert contrast(known[name], known[ground]) >= READABLE, (name, ground)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_a_picture_shows_is_told_apart_by_everyone(
    scheme: str, sight: str
) -> None:
    known = colours(scheme)
    for one, other in combinations((*SHOWN, "ink"), 2):
        seen = (lab(SIGHTS[sight] @ known[name]) for name in (one, other))
        distance = float(np.linalg.norm(next(seen) - next(seen)))
        assert distance >= APART, (one, other, round(distance))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_two_things_are_said_in_one_colour(scheme: str) -> None:
    known = colours(scheme)
    for one, other in combinations((*SHOWN, *SAID), 2):
        distance = float(np.linalg.norm(lab(known[one]) - lab(known[other])))
        assert distance >= APART, (one, other, round(distance))


def test_pictures_name_no_colour_that_the_pages_lack() -> None:
    named = set(re.findall(r"var\(--dl-(\w+),", DRAWN.read_text("utf-8")))
    assert {*SHOWN, "error", "focus"} <= named <= colours("light").keys()
