"""The methods that the chapter on digits compares with answer as scikit-learn's do.

It is a part of the benchmarks, and only collected where it is installed: see conftest.
"""

import numpy as np
import pytest
from figures.shared import images
from sklearn.datasets import load_digits
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier

from derivlearn.network import Network

PIXELS, LABELS = images.data()
X, Y = PIXELS[: images.TRAINING] / 16, LABELS[: images.TRAINING]
TEST_X, TEST_Y = PIXELS[images.TRAINING :] / 16, LABELS[images.TRAINING :]


def test_the_most_frequent_digit_is_the_same() -> None:
    theirs = DummyClassifier(strategy="most_frequent").fit(X, Y).predict(TEST_X)
    most = np.bincount(Y).argmax()
    assert (theirs == most).all()


def test_the_nearest_neighbour_gives_the_same_answer_to_every_image() -> None:
    ours = [Y[((X - image) ** 2).sum(axis=1).argmin()] for image in TEST_X]
    theirs = KNeighborsClassifier(1, algorithm="brute").fit(X, Y).predict(TEST_X)
    assert np.array_equal(ours, theirs)


def test_a_network_without_hidden_layer_is_as_good_as_logistic_regression() -> None:
    accuracies = []
    for seed in range(1, 6):
        network = Network(
            [64, 10], activation="softmax", cost="cross_entropy", seed=seed
        )
        for _ in network.train(
            X, Y, epochs=30, batch_size=10, learning_rate=0.5, seed=seed
        ):
            pass
        accuracies.append(network.accuracy(TEST_X, TEST_Y))
    # With its weights held back as little as the network's are.
    theirs = LogisticRegression(C=100, max_iter=3000).fit(X, Y).score(TEST_X, TEST_Y)
    assert np.mean(accuracies) == pytest.approx(theirs, abs=0.01)


def test_its_default_settings_are_right_on_about_92_percent() -> None:
    """As the chapter says."""
    model = LogisticRegression(max_iter=1000).fit(X, Y)
    assert model.score(TEST_X, TEST_Y) == pytest.approx(0.92, abs=0.009)


def test_the_data_are_those_of_scikit_learn() -> None:
    theirs = load_digits()
    assert np.array_equal(theirs.data, PIXELS)
    assert np.array_equal(theirs.target, LABELS)
