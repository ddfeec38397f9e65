"""The figure of all layers shows at each step what is known by then, and no more."""

from collections.abc import Callable

import pytest
from figures.layers import drawing as layers
from playwright.sync_api import expect

from tests.built.browser import told
from tests.built.browser.conftest import Visit
from tests.built.browser.test_figures import Figure

SAYS = told.figure("layers")
SIZES = (3, 4, 2, 5)
# For each step: how many columns have their values, how many their slopes.
KNOWN = ((1, 0), (2, 0), (3, 0), (4, 0), (4, 0), (4, 1), (4, 2), (4, 3), (4, 3))
# For each step: the columns at work, and that of the neuron that is written out.
WORK: tuple[tuple[set[int], int | None], ...] = (
    ({0}, None),
    ({0, 1}, 1),
    ({1, 2}, 2),
    ({2, 3}, 3),
    ({3}, 3),
    ({3}, 3),
    ({2, 3}, 2),
    ({1, 2}, 1),
    ({0, 1, 2, 3}, None),
)

# Which numbers are seen, and how heavy each circle and each line is.
SEEN = """svg => {
  const parts = name => [...svg.querySelectorAll(`[data-part^=${name}-]`)]
  const heavy = name => Object.fromEntries(parts(name).map(
    each => [each.dataset.part, Number(each.getAttribute("stroke-width"))]))
  const seen = each => getComputedStyle(each).visibility !== "hidden"
  const numbers = [...parts("value"), ...parts("slope")].filter(seen)
  const back = svg.querySelector("[data-part=backward]")
  return {
    numbers: numbers.map(each => each.dataset.part),
    circles: heavy("circle"),
    lines: heavy("line"),
    back: seen(back),
  }
}"""


def parts(name: str, columns: range) -> set[str]:
    return {f"{name}-{at}-{j}" for at in columns for j in range(SIZES[at])}


@pytest.fixture
def figure(visit: Callable[..., Visit]) -> Figure:
    return Figure(visit("en/layers/").page, "layers")


def test_each_step_shows_what_is_known_by_then_and_what_is_at_work(
    figure: Figure,
) -> None:
    for number, (known, work) in enumerate(zip(KNOWN, WORK, strict=True), start=1):
        figure.follow(f"step={number}&neuron=-1")
        seen = figure.svg.evaluate(SEEN)
        values, slopes = parts("value", range(known[0])), range(4 - known[1], 4)
        assert {*seen["numbers"]} == values | parts("slope", slopes), number
        assert seen["back"] is (known[1] > 0)
        columns, own = work
        for at, size in enumerate(SIZES):
            heavy = [seen["circles"][f"circle-{at}-{j}"] for j in range(size)]
            rest = 1.75 if at in columns else 1
            assert heavy == [3.5 if at == own else rest, *[rest] * (size - 1)], number


def test_the_lines_of_the_neuron_that_is_written_out_are_the_heaviest(
    figure: Figure,
) -> None:
    ways = {
        (2, "0-2"): {f"line-0-{i}-2" for i in range(3)},
        (3, "1-1"): {f"line-1-{i}-1" for i in range(4)},
        (4, "2-4"): {f"line-2-{i}-4" for i in range(2)},
        (5, "2-4"): set(),
        (6, "2-4"): set(),
        (7, "1-1"): {f"line-2-1-{j}" for j in range(5)},
        (8, "0-2"): {f"line-1-2-{j}" for j in range(2)},
        (9, "1-1"): {f"line-1-{i}-1" for i in range(4)},
    }
    for (step, name), expected in ways.items():
        at, j = (int(each) for each in name.split("-"))
        neuron = layers.NEURONS.index((at + 1, j))
        figure.follow(f"step={step}&neuron={neuron}")
        seen = figure.svg.evaluate(SEEN)
        heaviest = {line for line, heavy in seen["lines"].items() if heavy == 2.5}
        assert heaviest == expected, step
        assert seen["circles"][f"circle-{at + 1}-{j}"] == 3.5, step
        # Those of the other neurons of the step are less heavy, but not at rest.
        gaps = {line.split("-")[1] for line in expected}
        for line, heavy in seen["lines"].items():
            if line not in expected:
                assert heavy == (1 if line.split("-")[1] in gaps else 0.5), step


def test_a_neuron_that_a_step_does_not_compute_is_told_its_turn(
    figure: Figure,
) -> None:
    figure.follow("step=3&neuron=9")
    expect(figure.says).to_contain_text(told.like(SAYS["says-hidden"], number=0))
    turn = told.like(SAYS["turn"], number=3, layer=2)
    expect(figure.says).to_contain_text(turn)
    for step, key in ((4, "says-output"), (6, "says-output-slope")):
        figure.follow(f"step={step}&neuron=9")
        expect(figure.says).not_to_contain_text(turn)
        expect(figure.says).to_contain_text(told.like(SAYS[key], number=3))


def test_a_choice_that_is_words_is_told_in_the_language_of_the_page(
    visit: Callable[..., Visit],
) -> None:
    for language in ("ja", "en"):
        words = told.figure("layers", language)["each"]
        figure = Figure(visit(f"{language}/layers/").page, "layers")
        expect(figure.all.get_by_label(words, exact=True)).to_be_checked()
        expect(figure.all.get_by_label("2-4", exact=True)).not_to_be_checked()
