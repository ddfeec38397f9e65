"""A row and a column are multiplied entry by entry; the page tells their numbers."""

import pytest

from derivlearn import activations, example
from derivlearn.loops import activate, forward
from tests.figures.reading import SHOWN, Shown, boxes, number, original, texts

HIDDEN = activate(
    activations.sigmoid,
    forward(example.HIDDEN_WEIGHTS, example.HIDDEN_BIASES, example.INPUTS),
)
# A layer without its biases.
SUMS = forward(example.LAST_WEIGHTS, [0.0, 0.0, 0.0], HIDDEN)
EVERY = [one for one in SHOWN if one.name == "row-times-column"]


def test_the_matrices_hold_the_numbers_of_the_network() -> None:
    drawn = [number(words) for words in texts(original("row-times-column"))]
    for row in example.LAST_WEIGHTS:
        for weight in row:
            assert f"{weight:g}" in drawn
    for value in (*HIDDEN, *SUMS):
        assert f"{value:.6f}" in drawn
    assert {"3×2", "2×1", "3×1"} <= set(drawn)


def test_the_weights_stand_in_their_rows() -> None:
    found = {number(box.words): box for box in boxes(original("row-times-column"))}
    rows = [[found[f"{weight:g}"] for weight in row] for row in example.LAST_WEIGHTS]
    for row in rows:
        assert row[0].top == row[1].top
        assert row[0].right < row[1].left
    assert rows[0][0].top < rows[1][0].top < rows[2][0].top
    assert [found[f"{value:.6f}"].top for value in SUMS] == [r[0].top for r in rows]


def test_the_sum_below_is_that_of_row_0() -> None:
    drawn = [number(words) for words in texts(original("row-times-column"))]
    (first, second), (a, b) = example.LAST_WEIGHTS[0], HIDDEN
    assert f"{first:g} × {a:.6f} + ({second:g}) × {b:.6f}" in drawn
    assert f"= {SUMS[0]:.6f}" in drawn
    assert f"{first * a + second * b:.6f}" == f"{SUMS[0]:.6f}"


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.where)
def test_the_words_beside_the_picture_tell_its_numbers(one: Shown) -> None:
    alt = number(one.texts["alt"])
    for value in (*HIDDEN, *SUMS):
        assert f"{value:.6f}" in alt
    for row in example.LAST_WEIGHTS:
        assert all(f"{weight:g}" in alt for weight in row)
