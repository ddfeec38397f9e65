"""The map in colour shows what the chapter prints, and how it came to be."""

import json
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from figures.training import drawing as training
from figures.xor_map import drawing

from derivlearn.loops import forward
from tests.figures.reading import (
    SHOWN,
    SPACE,
    Plot,
    Shown,
    number,
    original,
    plots,
    printed,
    starts,
    texts,
)

PRINTED = printed("training/xor.py")
COSTS = dict(re.findall(r"^ *(\d+) (0\.\d{4})$", PRINTED, re.MULTILINE))
(ANSWERS,) = re.findall(r"^ *8\.0  0\.\d{4}  (.+)$", PRINTED, re.MULTILINE)
MAPS = {
    name: [row.split() for row in digits.strip().splitlines()]
    for name, digits in re.findall(r"\[start:(map|learned)\]\n([\d \n]+)#", PRINTED)
}
EVERY = [one for one in SHOWN if one.name == "xor-map"]
LAST = drawing.after(drawing.STEPS[-1])

each_step = pytest.mark.parametrize("step", drawing.STEPS)


def part(name: str) -> ET.Element:
    found = original("xor-map").find(f".//{SPACE}path[@data-part='{name}']")
    assert found is not None
    return found


def lines(name: str) -> list[list[tuple[float, float]]]:
    """Return the lines of a part, as values."""
    (plot,) = plots(original("xor-map"))
    return [*_lines(plot, part(name))]


def _lines(plot: Plot, path: ET.Element) -> Iterator[list[tuple[float, float]]]:
    for one in path.get("d", "").split("M")[1:]:
        yield [plot.values(*at) for at in starts(ET.Element("path", d=f"M{one}"))]


def covers(loops: list[list[tuple[float, float]]], x: float, y: float) -> bool:
    """Tell whether a place is inside of loops: a ray from it crosses them oddly."""
    crossed = 0
    for loop in loops:
        for (a, b), (c, d) in zip(loop, [*loop[1:], loop[0]], strict=True):
            if (b > y) != (d > y) and x < a + (y - b) / (d - b) * (c - a):
                crossed += 1
    return crossed % 2 == 1


def test_the_network_learns_as_the_chapter_prints() -> None:
    assert len(COSTS) == 11
    for step, cost in COSTS.items():
        assert f"{drawing.cost_of(drawing.after(int(step))):.4f}" == cost
    given = [drawing.answer(LAST, inputs) for inputs in drawing.QUESTIONS]
    assert " ".join(f"{value:.2f}" for value in given) == ANSWERS


@each_step
def test_rounded_weights_say_what_all_their_digits_say(step: int) -> None:
    cost = drawing.cost_of(drawing.after(step))
    assert f"{cost:.4f}" == f"{training.trace(drawing.RATE).costs[step]:.4f}"


def test_the_shades_are_the_digits_that_the_program_prints() -> None:
    layers = {
        name: [lines(f"{name}-{k}") for k in range(drawing.BANDS)]
        for name in ("above", "below")
    }
    for row, digits in enumerate(MAPS["learned"]):
        for column, digit in enumerate(digits):
            x, y = column / 10, 1 - row / 10
            value = drawing.answer(LAST, [x, y])
            assert int(10 * value) == int(digit)
            if abs(10 * value - round(10 * value)) < 0.1:
                continue  # so close to the next tenth that straight pieces may tell it
            # Just inside of the square.
            at = [0.5 + 0.999 * (each - 0.5) for each in (x, y)]
            above, below = (
                sum(covers(loops, *at) for loops in layers[name])
                for name in ("above", "below")
            )
            assert min(above, below) == 0
            assert (4 + above if above else 5 - below) == int(digit), (x, y)


def test_the_heavy_line_lies_where_the_answer_is_a_half() -> None:
    found = lines("edge")
    assert len(found) == 2
    for line in found:
        for x, y in line:
            assert drawing.answer(LAST, [x, y]) == pytest.approx(0.5, abs=0.01)


@each_step
def test_each_hidden_neuron_gives_0_on_its_line(step: int) -> None:
    layers = drawing.after(step)
    for neuron in range(3):
        zs = [forward(*layers[0], inputs)[neuron] for inputs in drawing.QUESTIONS]
        ends = drawing.border(layers, neuron)
        assert (ends[:1] != ends[1:]) == (min(zs) < 0 < max(zs))
        for place in ends:
            z = forward(*layers[0], [*place])[neuron]
            assert z == pytest.approx(0, abs=1e-12)


def test_two_neurons_find_a_corner_each() -> None:
    found = lines("lines")
    assert len(found) == 2
    for neuron, corner in ((0, 1), (1, 2)):
        given = [drawing.values(LAST, each)[neuron] for each in drawing.QUESTIONS]
        assert [place for place, value in enumerate(given) if value > 0] == [corner]
    assert all(drawing.values(LAST, each)[2] < 0 for each in drawing.QUESTIONS)


def test_the_layers_together_are_as_strong_as_the_legend_says() -> None:
    left = 1.0
    for k, shade in enumerate(drawing.SHADES):
        for name in ("above", "below"):
            opacity = float(part(f"{name}-{k}").get("fill-opacity", ""))
            assert (1 - opacity) * left == pytest.approx(1 - shade, abs=0.01)
        left = 1 - shade


def test_the_map_is_a_square_with_the_questions_in_its_corners() -> None:
    (plot,) = plots(original("xor-map"))
    assert plot.x.end - plot.x.start == plot.y.start - plot.y.end
    assert {says for says, _ in plot.marks()} == {(0, 0), (0, 1), (1, 0), (1, 1)}
    for inputs in drawing.QUESTIONS:
        words = f"({inputs[0]:g}, {inputs[1]:g}): {drawing.answer(LAST, inputs):.2f}"
        assert words in texts(original("xor-map"))


def test_what_a_page_loads_is_small() -> None:
    assert len(json.dumps(drawing.data())) < 6_000
    assert drawing.STEPS[-1] == training.STEPS


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.where)
def test_the_words_beside_the_picture_tell_its_numbers(one: Shown) -> None:
    alt = number(one.texts["alt"])
    for inputs in drawing.QUESTIONS:
        x, y = inputs
        place = alt.index(f"({x:g}, {y:g})")
        value = f"{drawing.answer(LAST, inputs):.2f}"
        assert value in alt[max(0, place - 9) : place + 16]
