"""Columns on one scale, and what training says of columns that are not."""

import warnings
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from derivlearn.network import Network, Standardise

DIFFER = "the columns of x differ in size: column"
SETTINGS: dict[str, Any] = {
    "epochs": 1,
    "batch_size": 5,
    "learning_rate": 0.1,
    "seed": 1,
}


def columns(*scales: float, count: int = 20) -> Any:  # noqa: ANN401 - rows of numbers
    """Return rows whose columns go up to these sizes."""
    rng = np.random.default_rng(1)
    rows = rng.uniform(-1, 1, (count, len(scales)))
    rows /= np.abs(rows).max(axis=0)
    return rows * scales


def network(m: int) -> Network:
    """Return a network of m inputs."""
    return Network([m, 2], activation="softmax", cost="cross_entropy", seed=1)


def labels(count: int = 20) -> list[int]:
    """Return as many labels, 0 and 1 in turn."""
    return [k % 2 for k in range(count)]


@given(st.integers(1, 5), st.integers(2, 30), st.integers(0, 99))
def test_the_training_rows_get_the_mean_0_and_the_deviation_1(
    m: int, count: int, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(count, m)) * 10.0 ** rng.integers(-6, 6, m) + 5.0
    scaled = Standardise(x)(x)
    np.testing.assert_allclose(scaled.mean(axis=0), 0, atol=1e-6)
    np.testing.assert_allclose(scaled.std(axis=0), 1, rtol=1e-6)


def test_others_are_measured_by_the_training_rows() -> None:
    standardise = Standardise([[0.0, 10.0], [2.0, 30.0]])
    assert standardise.means.tolist() == [1.0, 20.0]
    assert standardise.deviations.tolist() == [1.0, 10.0]
    assert standardise([[3.0, 20.0]]).tolist() == [[2.0, 0.0]]


def test_a_column_that_is_the_same_everywhere_becomes_0() -> None:
    standardise = Standardise([[7.0, 1.0], [7.0, 3.0]])
    assert standardise([[7.0, 1.0], [7.0, 3.0]]).tolist() == [[0.0, -1.0], [0.0, 1.0]]
    assert standardise([[8.0, 2.0]]).tolist() == [[1.0, 0.0]]


@given(st.floats(-1e300, 1e300), st.integers(1, 50))
def test_also_where_its_mean_is_rounded(value: float, count: int) -> None:
    standardise = Standardise([[value]] * count)
    assert standardise.means.tolist() == [value]
    assert standardise.deviations.tolist() == [1.0]
    assert standardise([[value]]).tolist() == [[0.0]]


@pytest.mark.parametrize("size", [1e-300, 1e200, 1.7e308])
def test_columns_whose_squares_are_no_floats_are_an_error(size: float) -> None:
    message = (
        "^column 1 of x is too large, or too small, for floats to hold its squares: "
        r"multiply it by a power of 10$"
    )
    with pytest.raises(ValueError, match=message):
        Standardise([[1.0, -size], [2.0, size], [3.0, size]])


def test_what_is_too_far_away_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"^x is too far from the rows"):
        Standardise([[-1e-100], [1e-100]])([[1e300]])


@pytest.mark.parametrize(
    ("x", "message"),
    [
        ([1.0, 2.0], r"^x has shape \(2,\), expected \(N, m\), not empty$"),
        ([], r"^x has shape \(0,\), expected \(N, m\), not empty$"),
        ([[]], r"^x has shape \(1, 0\), expected \(N, m\), not empty$"),
        ([[1.0, np.nan]], r"^x\[0, 1\] = nan is not finite in float64$"),
    ],
)
def test_what_has_no_columns_is_an_error(x: Any, message: str) -> None:  # noqa: ANN401
    with pytest.raises(ValueError, match=message):
        Standardise(x)
    with pytest.raises(ValueError, match=message):
        Standardise([[1.0, 2.0]])(x)


def test_other_columns_are_an_error() -> None:
    with pytest.raises(ValueError, match=r"^x has shape \(1, 3\), expected \(N, 2\)$"):
        Standardise([[1.0, 2.0]])([[1.0, 2.0, 3.0]])
    text: Any = [["a"]]
    with pytest.raises(TypeError, match=r"^x holds <U1, expected real numbers$"):
        Standardise(text)


@pytest.mark.parametrize(
    ("scales", "what"),
    [
        ((1.5, 1700.0), f"{DIFFER} 0 goes up to 1.5, column 1 up to 1.7e+03"),
        ((1.0, 0.001, 0.5), f"{DIFFER} 1 goes up to 0.001, column 0 up to 1"),
        ((255.0, 128.0), "x is large: column 0 goes up to 255"),
    ],
)
def test_columns_of_different_sizes_are_told_once(
    scales: tuple[float, ...], what: str
) -> None:
    x = columns(*scales)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        progress = network(len(scales)).train(x, labels(), **{**SETTINGS, "epochs": 3})
        assert len(list(progress)) == 3
    message = f"{what}; learning may fail, give it Standardise(x)(x)"
    assert [str(warning.message) for warning in caught] == [message]


def test_what_is_told_points_to_the_line_that_has_called_train() -> None:
    with pytest.warns(UserWarning, match="differ in size") as caught:
        network(2).train(columns(1.0, 1000.0), labels(), **SETTINGS)
    assert caught[0].filename == __file__


def test_columns_of_one_sign_are_told_by_their_own_sizes() -> None:
    x = np.abs(columns(1.0, 1000.0))
    message = r"^the columns of x differ in size: column 0 goes up to 1, column 1 up to"
    for signs in ([1, 1], [1, -1], [-1, 1], [-1, -1]):
        with pytest.warns(UserWarning, match=message):
            network(2).train(x * signs, labels(), **SETTINGS)


def test_squares_that_are_no_floats_are_told_like_others() -> None:
    with pytest.warns(UserWarning, match="differ in size"):
        network(2).train(columns(1.0, 1e200), labels(), **SETTINGS)


@pytest.mark.parametrize(
    "scales", [(1.0, 1.0), (16.0, 1.0, 0.5), (90.0, 1.0), (0.001, 0.002), (0.0, 1.0)]
)
def test_columns_of_like_sizes_are_no_matter(scales: tuple[float, ...]) -> None:
    x = columns(*scales)
    list(network(len(scales)).train(x, labels(), **SETTINGS))


def test_columns_of_zeros_are_left_out_of_what_is_told() -> None:
    x = columns(255.0, 128.0, 0.0)
    message = "^x is large: column 0 goes up to 255; "
    with pytest.warns(UserWarning, match=message):
        list(network(3).train(x, labels(), **SETTINGS))
    list(network(3).train(np.zeros((20, 3)), labels(), **SETTINGS))


def test_a_rare_mark_on_the_same_scale_is_no_matter() -> None:
    x = columns(1.0, 1.0, count=20_000)
    x[:, 1] = 0
    x[7, 1] = 1
    scaled = Standardise(x)(x)
    assert scaled.max() > 100
    network(2).train(scaled, labels(20_000), **SETTINGS)
    network(2).train(x * [50, 1], labels(20_000), **SETTINGS)


def test_a_few_rows_tell_nothing_of_their_columns() -> None:
    x = columns(1.0, 1000.0, count=10)
    list(network(2).train(x[:9], labels(9), **SETTINGS))
    with pytest.warns(UserWarning, match="differ in size"):
        network(2).train(x, labels(10), **SETTINGS)


def test_a_network_that_fails_on_raw_columns_learns_the_scaled_ones() -> None:
    rng = np.random.default_rng(1)
    x = rng.normal(size=(200, 2)) * [1.0, 3000.0]
    y = (x[:, 0] > 0).astype(int)
    accuracies = []
    for rows in (x, Standardise(x)(x)):
        learner = network(2)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for _ in learner.train(rows, y, **{**SETTINGS, "epochs": 20}):
                pass
        accuracies.append(learner.accuracy(rows, y))
    assert accuracies[0] < 0.75
    assert accuracies[1] > 0.95
