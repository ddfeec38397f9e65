"""The most wrong output has the smallest slope, and the page says by how much."""

import pytest
from figures.loss_slopes.drawing import ZS

from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import (
    sigmoid_binary_cross_entropy_derivative,
    squared_error,
    squared_error_derivative,
)
from derivlearn.loops import last_deltas
from tests.figures.reading import SHOWN, Shown, number, original, plots, texts

TARGETS = [1.0, 0.0, 0.0]
OUTPUTS = [sigmoid(z) for z in ZS]
SLOPES = last_deltas(squared_error_derivative(OUTPUTS, TARGETS), ZS, sigmoid_derivative)
CROSS = sigmoid_binary_cross_entropy_derivative(ZS, TARGETS)
EVERY = [one for one in SHOWN if one.name == "loss-slopes"]


def test_the_arrows_are_the_slopes_and_the_dots_the_outputs() -> None:
    *lines, slopes = plots(original("loss-slopes"))
    drawn = [says[1] for says, _ in slopes.marks()]
    assert drawn == pytest.approx(SLOPES, rel=1e-5)
    dots = [[says[0] for says, _ in line.marks()] for line in lines]
    assert dots[:3] == [[z] for z in ZS]
    for (target, output), wanted in zip(
        dots[3:], zip(TARGETS, OUTPUTS, strict=True), strict=True
    ):
        assert (target, output) == pytest.approx(wanted, rel=1e-5)


def test_the_most_wrong_output_has_the_smallest_slope() -> None:
    assert max(CROSS, key=abs) == CROSS[0]
    assert min(SLOPES, key=abs) == SLOPES[0]


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.where)
def test_the_words_beside_the_picture_tell_its_numbers(one: Shown) -> None:
    cost = f"{squared_error(OUTPUTS, TARGETS):.4f}"
    drawn = number("\n".join(texts(original("loss-slopes"))))
    alt, caption = number(one.texts["alt"]), number(one.texts["caption"])
    for words in (drawn, alt):
        assert cost in words
        assert all(f"{each:.4f}" in words for each in (*OUTPUTS, *SLOPES))
    assert all(f"{z:g}" in alt for z in ZS)
    # Of the output that is most wrong, with one loss and with the other.
    assert all(f"{each[0]:.4f}" in caption for each in (SLOPES, CROSS))
