"""Functions and networks give what SciPy's and scikit-learn's give.

It is only collected where they are installed: see conftest.
"""

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize, special
from sklearn.metrics import log_loss
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler

from derivlearn import activations, costs
from derivlearn.network import Network, Standardise
from derivlearn.numeric import central_difference, numeric_gradient

numbers = st.floats(-700, 700)
rows = st.lists(st.floats(-30, 30), min_size=2, max_size=6)


@given(numbers)
def test_the_sigmoid_is_scipys(z: float) -> None:
    assert activations.sigmoid(z) == pytest.approx(special.expit(z), rel=1e-14)


@given(rows)
def test_softmax_and_its_cost_are_scipys(zs: list[float]) -> None:
    shares = activations.softmax(zs)
    np.testing.assert_allclose(shares, special.softmax(zs), rtol=1e-13)
    y = [1.0, *[0.0] * (len(zs) - 1)]
    theirs = -special.log_softmax(zs)[0]
    assert costs.softmax_cross_entropy(zs, y) == pytest.approx(theirs, abs=1e-13)


@given(numbers, st.floats(0, 1))
def test_the_cost_of_a_sigmoid_is_scipys(z: float, y: float) -> None:
    theirs = -y * special.log_expit(z) - (1 - y) * special.log_expit(-z)
    ours = costs.sigmoid_binary_cross_entropy([z], [y])
    assert ours == pytest.approx(theirs, rel=1e-12)


@given(st.floats(1e-6, 1 - 1e-6), st.integers(0, 1))
def test_cross_entropy_is_the_log_loss_of_scikit_learn(
    share: float, answer: int
) -> None:
    shares = [1 - share, share]
    theirs = log_loss([answer], [shares], labels=[0, 1])
    y = [float(k == answer) for k in range(2)]
    assert costs.cross_entropy(shares, y) == pytest.approx(theirs, rel=1e-12)
    ours = costs.binary_cross_entropy([share], [float(answer)])
    assert ours == pytest.approx(theirs, rel=1e-9)


def rosenbrock(xs: list[float]) -> float:
    """Return SciPy's own test function, of a list."""
    return float(optimize.rosen(np.array(xs)))


@given(st.lists(st.floats(-2, 2), min_size=2, max_size=5))
def test_measured_slopes_are_scipys(xs: list[float]) -> None:
    ours = numeric_gradient(rosenbrock, xs)
    np.testing.assert_allclose(ours, optimize.rosen_der(xs), rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize(
    ("f", "derivative"),
    [
        (special.erf, lambda x: 2 / math.sqrt(math.pi) * math.exp(-x * x)),
        (special.expit, lambda x: special.expit(x) * special.expit(-x)),
        (special.j0, lambda x: -special.j1(x)),
        (special.gammaln, special.digamma),
        (special.sindg, lambda x: math.pi / 180 * special.cosdg(x)),
    ],
)
@pytest.mark.parametrize("x", [0.1, 0.9, 2.5, 7.0])
def test_slopes_of_scipys_functions_are_those_that_it_knows(
    f: Callable[[float], float], derivative: Callable[[float], float], x: float
) -> None:
    measured = central_difference(lambda x: float(f(x)), x)
    assert measured == pytest.approx(derivative(x), rel=1e-8, abs=1e-9)


@pytest.mark.parametrize("hidden", ["sigmoid", "tanh", "relu"])
@pytest.mark.parametrize("classes", [2, 3])
@pytest.mark.parametrize("batch_size", [1, 7, 40])
def test_a_network_learns_what_scikit_learns_network_learns(
    hidden: str, classes: int, batch_size: int
) -> None:
    """Three epochs of plain steps, from the same parameters, in the same order."""
    rng = np.random.default_rng(3)
    x, labels = rng.normal(size=(40, 5)), rng.integers(0, classes, 40)
    outputs = 1 if classes == 2 else classes
    network = Network(
        [5, 6, 4, outputs],
        activation=[hidden, hidden, "sigmoid" if outputs == 1 else "softmax"],
        cost="cross_entropy",
        seed=1,
    )
    model = MLPClassifier(
        (6, 4),
        activation="logistic" if hidden == "sigmoid" else hidden,
        solver="sgd",
        alpha=0,
        batch_size=batch_size,
        learning_rate_init=0.1,
        momentum=0,
        nesterovs_momentum=False,
        shuffle=False,
    )
    model.partial_fit(x, labels, classes=np.unique(labels))  # makes its arrays
    for k in range(3):
        model.coefs_[k][...] = network.weights[k].T
        model.intercepts_[k][...] = network.biases[k]
    progress = network.train(
        x, labels, epochs=3, batch_size=batch_size, learning_rate=0.1, seed=2
    )
    orders = np.random.default_rng(2)
    for epoch in progress:
        order = orders.permutation(40)
        model.partial_fit(x[order], labels[order])
        assert epoch.cost == pytest.approx(model.loss_, rel=1e-9)
    for k in range(3):
        np.testing.assert_allclose(network.weights[k].T, model.coefs_[k], atol=1e-12)
        np.testing.assert_allclose(network.biases[k], model.intercepts_[k], atol=1e-12)
    assert network.accuracy(x, labels) == model.score(x, labels)


def test_columns_are_put_on_scikit_learns_scale() -> None:
    rng = np.random.default_rng(4)
    x = rng.normal(size=(50, 4)) * [1, 100, 1e-3, 0] + [0, 5, 1, 0.1]
    others = rng.normal(size=(9, 4))
    theirs = StandardScaler().fit(x).transform(others)
    np.testing.assert_allclose(Standardise(x)(others), theirs, rtol=1e-9)
