"""What the chapter on digits says of others' methods, and of where its numbers end."""

import re

import numpy as np
import pytest
from figures.digits_confusion import drawing as digits_confusion
from figures.digits_misread import drawing as digits_misread
from figures.shared import images

from derivlearn.network import Network
from tests.figures.reading import number, original, printed, texts

PIXELS, LABELS = images.data()
X, Y = PIXELS[: images.TRAINING] / 16, LABELS[: images.TRAINING]
TEST_X, TEST_Y = PIXELS[images.TRAINING :] / 16, LABELS[images.TRAINING :]
RECORD = printed("digits/digits.py")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_differs_in_the_last_digits_stays_there(seed: int) -> None:
    outputs = []
    for change in (0.0, 1e-9):
        network = Network(
            [64, 30, 10],
            activation=["sigmoid", "softmax"],
            cost="cross_entropy",
            seed=seed,
        )
        rng = np.random.default_rng(0)
        for weights in network.weights:
            weights[...] *= 1 + change * rng.uniform(-1, 1, weights.shape)
        list(
            network.train(X, Y, epochs=30, batch_size=10, learning_rate=0.5, seed=seed)
        )
        outputs.append(network.forward(TEST_X))
    assert abs(outputs[0] - outputs[1]).max() < 1e-7
    lead = np.sort(outputs[0], axis=1)
    assert (lead[:, -1] - lead[:, -2]).min() > 0.01


def test_the_mean_of_five_seeds_is_as_good_as_the_chapter_promises() -> None:
    found = re.search(r"\[64, 30, 10\] \[(.*)\] (\S+) ±", RECORD)
    assert found
    wrong, mean = found.groups()
    accuracies = [1 - int(count) / 500 for count in wrong.split(", ")]
    assert len(accuracies) == 5
    assert float(mean) == pytest.approx(np.mean(accuracies), abs=5e-4)
    assert float(mean) >= 0.925


def test_the_pictures_show_what_the_chapter_prints() -> None:
    for row, counts in enumerate(digits_confusion.table()):
        assert f"{row}: " + "".join(f"{count:3}" for count in counts) in RECORD
    read = images.reading()
    shown = texts(original("digits-misread"))
    for i in digits_misread.misread():
        label, answer, share = read.labels[i], read.answers[i], read.shares[i]
        assert f"{i:3}: {label} read as {answer}, {share:.2f}" in RECORD
        assert number(f"{label} → {answer}, {share:.2f}") in map(number, shown)


def test_the_pictures_are_as_dark_as_the_images() -> None:
    for name, count in (("digits", 10), ("digits-misread", digits_misread.COUNT)):
        shades = [each for each in original(name).iter() if each.get("stroke-opacity")]
        drawn = sum(shade.get("d", "").count("M") for shade in shades)
        first = images.data()[0][:count]
        if name == "digits-misread":
            shown = digits_misread.misread()
            first = images.data()[0][images.TRAINING :][shown]
        assert drawn == np.count_nonzero(first)
