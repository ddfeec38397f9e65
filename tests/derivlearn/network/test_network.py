"""The network in NumPy."""

import copy
import math
import pickle
import re
import tracemalloc
from collections.abc import Callable
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from derivlearn import activations, costs, data, loops
from derivlearn.network import Network, Progress, _checks
from derivlearn.network._passes import Passes
from derivlearn.numeric import numeric_gradient
from tests.derivlearn.network.networks import (
    Case,
    Numbers,
    bits,
    cases,
    flat,
    parameters,
    set_parameters,
)

FUNCTIONS = {
    "sigmoid": (activations.sigmoid, activations.sigmoid_derivative),
    "tanh": (activations.tanh, activations.tanh_derivative),
    "relu": (activations.relu, activations.relu_derivative),
}
Gradients = tuple[list[Numbers], list[Numbers]]
Given = Any  # what a caller gives, right or wrong


def says(message: str) -> str:
    """Return a pattern for the whole message and nothing else."""
    return f"^{re.escape(message)}$"


def kind(message: str) -> type[Exception]:
    """Return which error has that message: a wrong type is told from a wrong value."""
    of_types = ("which is no ", "expected real numbers")
    return TypeError if any(words in message for words in of_types) else ValueError


def xor(**changes: Given) -> dict[str, Any]:
    """Return four samples and how to learn them, but for some changes."""
    return {
        "x": [[0, 0], [0, 1], [1, 0], [1, 1]],
        "y": [0, 1, 1, 0],
        "epochs": 3,
        "batch_size": 2,
        "learning_rate": 0.5,
        "seed": 1,
        **changes,
    }


def small(**changes: Given) -> Network:
    """Return a network of 2 inputs, 3 hidden neurons and 2 outputs, but for changes."""
    return Network(
        **{
            "sizes": [2, 3, 2],
            "activation": "sigmoid",
            "cost": "cross_entropy",
            "seed": 0,
            **changes,
        }
    )


# The same by the plain functions of the book, one sample and one number at a time.


def plain_run(network: Network, x: Numbers) -> tuple[list[Any], list[Any]]:
    """Return what goes into each layer, and the outputs; and z of each layer."""
    inputs = [x.tolist()]
    zs = []
    for weights, biases, name in zip(
        network.weights, network.biases, network.activations, strict=True
    ):
        zs.append(loops.forward(weights.tolist(), biases.tolist(), inputs[-1]))
        if name == "softmax":
            inputs.append(activations.softmax(zs[-1]))
        else:
            inputs.append(loops.activate(FUNCTIONS[name][0], zs[-1]))
    return inputs, zs


def plain_cost(network: Network, x: Numbers, y: Numbers) -> float:
    """Return the cost of one sample."""
    outputs = plain_run(network, x)[0][-1]
    if network.cost == "squared_error":
        return costs.squared_error(outputs, y.tolist())
    if network.activations[-1] == "softmax":
        return costs.cross_entropy(outputs, y.tolist())
    return costs.binary_cross_entropy(outputs, y.tolist())


def plain_last_slopes(network: Network, z: list[float], y: list[float]) -> list[float]:
    """Return ∂C/∂z of the last layer, for one sample."""
    last = network.activations[-1]
    if last != "softmax":
        f, derivative = FUNCTIONS[last]
        outputs = [f(number) for number in z]
        if network.cost == "cross_entropy":
            return costs.sigmoid_binary_cross_entropy_derivative(z, y)
        slopes = costs.squared_error_derivative(outputs, y)
        return loops.last_deltas(slopes, z, derivative)
    outputs = activations.softmax(z)
    if network.cost == "cross_entropy":
        return costs.softmax_cross_entropy_derivative(z, y)
    slopes = costs.squared_error_derivative(outputs, y)
    table = activations.softmax_derivative(z)
    n = len(z)
    return [sum(slopes[i] * table[i][j] for i in range(n)) for j in range(n)]


def plain_gradients(network: Network, x: Numbers, y: Numbers) -> Gradients:
    """Return the slopes of one sample."""
    inputs, zs = plain_run(network, x)
    slopes = plain_last_slopes(network, zs[-1], y.tolist())
    gradients: Gradients = ([], [])
    for k in reversed(range(len(zs))):
        gradients[0].insert(0, np.array(loops.weight_slopes(slopes, inputs[k])))
        gradients[1].insert(0, np.array(slopes))
        if k > 0:
            _, derivative = FUNCTIONS[network.activations[k - 1]]
            weights = network.weights[k].tolist()
            slopes = loops.hidden_deltas(slopes, weights, zs[k - 1], derivative)
    return gradients


def plain_step(network: Network, x: Numbers, y: Numbers, rate: float) -> None:
    """Change the network as one batch asks for."""
    each = [
        flat(plain_gradients(network, *sample)) for sample in zip(x, y, strict=True)
    ]
    mean = np.mean(each, axis=0)
    set_parameters(network, list(np.array(parameters(network)) - rate * mean))


@given(cases())
def test_outputs_are_those_of_the_loops(case: Case) -> None:
    network, x, _ = case
    expected = [plain_run(network, sample)[0][-1] for sample in x]
    np.testing.assert_allclose(network.forward(x), expected, rtol=1e-12, atol=1e-13)


@given(cases())
def test_cost_is_the_mean_of_the_costs_of_the_loops(case: Case) -> None:
    network, x, y = case
    each = [plain_cost(network, *sample) for sample in zip(x, y, strict=True)]
    assert network.cost_of(x, y) == pytest.approx(np.mean(each), rel=1e-12, abs=1e-13)


@given(cases())
def test_gradients_are_the_mean_of_those_of_the_loops(case: Case) -> None:
    network, x, y = case
    each = [
        flat(plain_gradients(network, *sample)) for sample in zip(x, y, strict=True)
    ]
    slopes = flat(network.gradients(x, y))
    np.testing.assert_allclose(slopes, np.mean(each, axis=0), rtol=1e-11, atol=1e-13)


@settings(max_examples=50)
@given(cases(max_size=4))
def test_gradients_match_central_differences(case: Case) -> None:
    network, x, y = case
    for sample in x:
        for k, z in enumerate(plain_run(network, sample)[1]):
            if network.activations[k] == "relu":
                assume(min(abs(number) for number in z) > 1e-3)  # no kink nearby
    before = parameters(network)

    def cost(values: list[float]) -> float:
        set_parameters(network, values)
        return network.cost_of(x, y)

    measured = numeric_gradient(cost, before)
    set_parameters(network, before)
    slopes = flat(network.gradients(x, y))
    assert slopes == pytest.approx(measured, rel=1e-6, abs=1e-7)


@given(cases())
def test_a_row_of_a_batch_is_run_as_on_its_own(case: Case) -> None:
    network, x, y = case
    outputs = network.forward(x)
    assert outputs.shape == y.shape
    for k, sample in enumerate(x):
        assert network.forward(sample).shape == y[k].shape
        np.testing.assert_allclose(network.forward(sample), outputs[k], rtol=1e-12)


@given(cases())
def test_slopes_cost_and_accuracy_of_a_batch_are_the_means_of_its_samples(
    case: Case,
) -> None:
    network, x, y = case
    pairs = list(zip(x, y, strict=True))
    slopes = [flat(network.gradients(*pair)) for pair in pairs]
    np.testing.assert_allclose(
        flat(network.gradients(x, y)), np.mean(slopes, axis=0), rtol=1e-11, atol=1e-13
    )
    each = [network.cost_of(*pair) for pair in pairs]
    assert network.cost_of(x, y) == pytest.approx(np.mean(each), rel=1e-12)
    right = [network.accuracy(*pair) for pair in pairs]
    assert set(right) <= {0.0, 1.0}
    assert network.accuracy(x, y) == pytest.approx(np.mean(right), rel=1e-12)


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_the_samples_does_not_matter(case: Case, random: Random) -> None:
    network, x, y = case
    order = list(range(len(x)))
    random.shuffle(order)
    assert network.cost_of(x[order], y[order]) == pytest.approx(network.cost_of(x, y))
    np.testing.assert_allclose(
        flat(network.gradients(x[order], y[order])),
        flat(network.gradients(x, y)),
        rtol=1e-11,
        atol=1e-13,
    )


@settings(max_examples=50)
@given(cases(), st.integers(1, 8), st.integers(1, 3), st.integers(0, 99))
def test_training_is_the_loop_of_the_textbook(
    case: Case, batch_size: int, epochs: int, seed: int
) -> None:
    network, x, y = case
    plain = copy.deepcopy(network)
    progress = list(
        network.train(
            x, y, epochs=epochs, batch_size=batch_size, learning_rate=0.1, seed=seed
        )
    )
    rng = np.random.default_rng(seed)
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        cost = right = 0.0
        for start in range(0, len(x), batch_size):
            rows = order[start : start + batch_size]
            cost += plain.cost_of(x[rows], y[rows]) * len(rows)
            right += plain.accuracy(x[rows], y[rows]) * len(rows)
            plain_step(plain, x[rows], y[rows], 0.1)
        assert progress[epoch].epoch == epoch + 1
        assert progress[epoch].cost == pytest.approx(cost / len(x), rel=1e-9)
        assert progress[epoch].accuracy == pytest.approx(right / len(x))
    np.testing.assert_allclose(
        parameters(network), parameters(plain), rtol=1e-9, atol=1e-11
    )


@given(cases(dtype="float32"))
def test_single_precision_comes_close_to_double(case: Case) -> None:
    single, x, y = case
    double = Network(
        single.sizes, activation=single.activations, cost=single.cost, seed=0
    )
    double.weights = single.weights
    double.biases = single.biases
    assert single.forward(x).dtype == np.float32
    np.testing.assert_allclose(single.forward(x), double.forward(x), atol=1e-4)
    assert single.cost_of(x, y) == pytest.approx(double.cost_of(x, y), rel=1e-3)
    slopes = single.gradients(x, y)
    assert {part.dtype.name for pair in slopes for part in pair} == {"float32"}
    np.testing.assert_allclose(flat(slopes), flat(double.gradients(x, y)), atol=1e-3)
    for _ in single.train(x, y, epochs=1, batch_size=2, learning_rate=0.1, seed=0):
        assert {part.dtype.name for part in single.weights} == {"float32"}


# The same again, known from elsewhere.


def test_mazurs_network() -> None:
    """Every number of Matt Mazur's step by step example, but for his slip."""
    network = small(sizes=[2, 2, 2], cost="squared_error")
    network.weights = [[[0.15, 0.20], [0.25, 0.30]], [[0.40, 0.45], [0.50, 0.55]]]
    network.biases = [[0.35, 0.35], [0.60, 0.60]]
    x, y = [0.05, 0.10], [0.01, 0.99]

    outputs = [0.751365070, 0.772928465]
    assert network.forward(x) == pytest.approx(outputs, abs=5e-10)
    assert network.cost_of(x, y) == pytest.approx(0.298371109, abs=5e-10)
    _, (hidden_slopes, last_slopes) = network.gradients(x, y)
    assert last_slopes == pytest.approx([0.138498562, -0.038098237], abs=5e-10)
    assert hidden_slopes == pytest.approx([0.008771355, 0.009954255], abs=5e-10)

    old_biases = [biases.copy() for biases in network.biases]
    settings_of_his: dict[str, Any] = {"epochs": 1, "batch_size": 1, "seed": 0}
    [progress] = network.train([x], [y], learning_rate=0.5, **settings_of_his)
    expected = [
        *(0.149780716, 0.199561432, 0.249751144, 0.299502287),
        *(0.358916480, 0.408666186, 0.511301270, 0.561370121),
    ]
    weights = np.concatenate([weights.ravel() for weights in network.weights])
    assert weights == pytest.approx(expected, abs=5e-10)
    assert progress.cost == pytest.approx(0.298371109, abs=5e-10)
    assert network.cost_of(x, y) == pytest.approx(0.280471447, abs=5e-10)
    network.biases = old_biases
    assert network.cost_of(x, y) == pytest.approx(0.291027774, abs=5e-10)


def test_sigmoid_neuron_of_cs231n() -> None:
    network = small(sizes=[2, 1], cost="squared_error")
    network.weights[0] = [[2.0, -3.0]]
    network.biases[0] = [-3.0]
    x = [-1.0, -2.0]
    output = network.forward(x)
    assert output == pytest.approx([0.7310585786], abs=5e-11)
    # Half the squared distance to a target that is 1 below has the slope 1.
    [weight_slopes], [bias_slopes] = network.gradients(x, output - 1.0)
    assert weight_slopes[0] == pytest.approx([-0.19661, -0.39322], abs=5e-6)
    assert bias_slopes == pytest.approx([0.19661], abs=5e-6)


def test_digits_are_read() -> None:
    images, y = (np.array(part) for part in data.digits())
    x = images / 16
    accuracies = []
    for seed in range(5):
        network = small(sizes=[64, 30, 10], seed=seed)
        for _ in network.train(
            x[:1297],
            y[:1297],
            epochs=30,
            batch_size=10,
            learning_rate=0.5,
            seed=seed,
        ):
            pass
        accuracies.append(network.accuracy(x[1297:], y[1297:]))
    assert np.mean(accuracies) >= 0.925


# How the weights begin.


@pytest.mark.parametrize(
    ("activation", "variance"), [("sigmoid", 1), ("tanh", 1), ("relu", 2)]
)
def test_weights_begin_with_a_spread_that_suits_the_activation(
    activation: str, variance: float
) -> None:
    network = small(sizes=[400, 300, 2], activation=[activation, "sigmoid"])
    first, last = network.weights
    assert first.mean() == pytest.approx(0, abs=1e-3)
    assert first.var() * 400 == pytest.approx(variance, rel=0.02)
    assert last.var() * 300 == pytest.approx(1, rel=0.2)
    assert all((biases == 0).all() for biases in network.biases)


def test_weights_are_drawn_layer_after_layer() -> None:
    network = small(activation=["relu", "softmax"], seed=7)
    rng = np.random.default_rng(7)
    first = rng.standard_normal((3, 2)) * math.sqrt(2 / 2)
    last = rng.standard_normal((2, 3)) * math.sqrt(1 / 3)
    assert (network.weights[0] == first).all()
    assert (network.weights[1] == last).all()


def test_the_seed_decides_everything() -> None:
    def learnt(seed: int, order: int) -> bytes:
        network = small(seed=seed)
        list(network.train(**xor(seed=order)))
        return bits(network)

    assert learnt(1, 2) == learnt(1, 2)
    assert learnt(1, 2) != learnt(1, 3)
    assert learnt(1, 2) != learnt(2, 2)
    assert bits(small(seed=1)) != bits(small(seed=2))


def test_a_network_says_what_it_is() -> None:
    network = small(activation=["tanh", "softmax"], dtype=np.float32)
    assert repr(network) == (
        "Network([2, 3, 2], activation=['tanh', 'softmax'], cost='cross_entropy', "
        "dtype='float32')"
    )
    assert network.sizes == (2, 3, 2)
    assert network.activations == ("tanh", "softmax")
    assert network.cost == "cross_entropy"
    assert network.dtype == np.float32
    assert small().dtype == np.float64
    assert small().activations == ("sigmoid", "sigmoid")


# Confident outputs: rounded to 0 and 1, but not their cost.


@pytest.mark.parametrize("z", [-1000.0, -710.0, -37.0, 0.0, 37.0, 710.0, 1000.0])
def test_a_confident_sigmoid_is_exact(z: float) -> None:
    network = small(sizes=[1, 1])
    network.weights[0] = [[z]]
    a = activations.sigmoid(z)
    assert network.forward([1.0])[0] == pytest.approx(a, rel=1e-15, abs=2.3e-308)
    # -ln σ(z) = ln(1 + e⁻ᶻ): close to -z below 0, to e⁻ᶻ above.
    costs_of_yes = max(0.0, -z) + math.log1p(math.exp(-abs(z)))
    costs_of_no = max(0.0, z) + math.log1p(math.exp(-abs(z)))
    assert network.cost_of([1.0], [1.0]) == pytest.approx(costs_of_yes, rel=1e-14)
    assert network.cost_of([1.0], [0.0]) == pytest.approx(costs_of_no, rel=1e-14)
    assert network.cost_of([1.0], [0.25]) == pytest.approx(
        0.25 * costs_of_yes + 0.75 * costs_of_no, rel=1e-14
    )
    for target in (0.0, 0.25, 1.0):
        [weight_slopes], [bias_slopes] = network.gradients([1.0], [target])
        assert bias_slopes[0] == pytest.approx(a - target, rel=1e-15, abs=2.3e-308)
        assert weight_slopes[0] == bias_slopes


@pytest.mark.parametrize("z", [1.0, 37.0, 800.0, 1000.0])
def test_a_confident_softmax_is_exact(z: float) -> None:
    network = small(sizes=[1, 3], activation="softmax")
    network.weights[0] = [[-z], [z], [-z]]
    tail = math.log1p(2 * math.exp(-2 * z))
    assert network.cost_of([1.0], 1) == pytest.approx(tail, rel=1e-14)
    assert network.cost_of([1.0], 0) == pytest.approx(2 * z + tail, rel=1e-14)
    assert network.cost_of([1.0], [0.5, 0.5, 0.0]) == pytest.approx(z + tail, rel=1e-14)
    shares = activations.softmax([-z, z, -z])
    assert network.forward([1.0]) == pytest.approx(shares, rel=1e-14)
    _, [slopes] = network.gradients([1.0], [0.0, 0.0, 1.0])
    assert slopes == pytest.approx([shares[0], shares[1], shares[2] - 1], rel=1e-14)


def test_softmax_takes_the_largest_of_each_row() -> None:
    """No row is shifted by another's largest, which would leave it without digits."""
    network = small(sizes=[1, 2], activation="softmax")
    network.weights[0] = [[1.0], [2.0]]
    outputs = network.forward([[1000.0], [-1.0]])
    assert outputs[0] == pytest.approx([0.0, 1.0])
    assert outputs[1] == pytest.approx(activations.softmax([-1.0, -2.0]), rel=1e-15)


def test_no_setting_of_numpy_gets_in_the_way() -> None:
    network = small(sizes=[1, 2, 2], activation=["sigmoid", "softmax"])
    network.weights[0] = [[1000.0], [-1000.0]]
    network.weights[1] = [[1000.0, 0.0], [0.0, 1000.0]]
    with np.errstate(all="raise"):
        network.forward([1.0])
        network.gradients([1.0], 0)
        settings_of_mine: dict[str, Any] = {"learning_rate": 0.1, "seed": 0}
        list(network.train([[1.0]], [0], epochs=2, batch_size=1, **settings_of_mine))
        assert np.geterr()["over"] == "raise"


# Reading and setting the parameters.


def test_a_single_weight_can_be_changed() -> None:
    network = small(activation="tanh", cost="squared_error")
    before = network.forward([1.0, 2.0])
    old = network.weights[0][2, 1]
    network.weights[0][2, 1] += 0.5
    assert network.weights[0][2, 1] == old + 0.5
    assert (network.forward([1.0, 2.0]) != before).all()
    network.biases[-1][1] -= 0.25
    assert network.biases[1].tolist() == [0.0, -0.25]


def test_a_whole_layer_is_copied_in() -> None:
    network = small()
    array = np.arange(6.0).reshape(3, 2)
    network.weights[0] = array
    array[0, 0] = 99.0
    assert network.weights[0].tolist() == [[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]]
    network.biases[-1] = [1, 2]
    assert network.biases[1].tolist() == [1.0, 2.0]
    network.weights[1] *= 0
    assert network.weights[1].tolist() == [[0.0] * 3] * 2


def test_layers_can_be_exchanged() -> None:
    network = small(sizes=[2, 2, 2])
    first, last = network.weights[0].copy(), network.weights[1].copy()
    network.weights = [network.weights[1], network.weights[0]]
    assert (network.weights[0] == last).all()
    assert (network.weights[1] == first).all()


def test_weights_and_biases_are_sequences() -> None:
    network = small()
    assert len(network.weights) == len(network.biases) == 2
    assert [weights.shape for weights in network.weights] == [(3, 2), (2, 3)]
    assert [biases.shape for biases in network.biases[:1]] == [(3,)]
    assert (network.weights[-2] == network.weights[0]).all()
    assert repr(network.biases) == repr([np.zeros(3), np.zeros(2)])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            lambda network: network.weights.__setitem__(0, np.zeros((2, 3))),
            "weights[0] has shape (2, 3), expected (3, 2)",
        ),
        (
            lambda network: network.biases.__setitem__(-1, [1.0]),
            "biases[-1] has shape (1,), expected (2,)",
        ),
        (
            lambda network: network.biases.__setitem__(0, [0.0, math.nan, 0.0]),
            "biases[0][1] = nan is not finite in float64",
        ),
        (
            lambda network: network.biases.__setitem__(0, ["a", "b", "c"]),
            "biases[0] holds <U1, expected real numbers",
        ),
        (
            lambda network: setattr(network, "biases", [np.ones(3)]),
            "biases has length 1, expected 2: one array for each layer",
        ),
        (
            lambda network: setattr(network, "biases", [np.ones(3), np.ones(3)]),
            "biases[1] has shape (3,), expected (2,)",
        ),
        (
            lambda network: setattr(network, "weights", 5),
            "weights is 5, which is no list: give a list",
        ),
    ],
)
def test_what_does_not_fit_changes_no_parameter(
    change: Callable[[Network], None], message: str
) -> None:
    network = small()
    before = bits(network)
    with pytest.raises(kind(message), match=says(message)):
        change(network)
    assert bits(network) == before


def test_a_layer_that_is_not_there_is_an_error() -> None:
    network = small()
    message = says("weights[2]: the layers are numbered from 0 to 1")
    with pytest.raises(IndexError, match=message):
        network.weights[2] = np.zeros((2, 2))
    with pytest.raises(IndexError, match=message):
        network.weights[2]
    with pytest.raises(IndexError, match=r"^weights\[-3\]: "):
        network.weights[-3]


@pytest.mark.parametrize("name", ["sizes", "activations", "cost", "dtype"])
def test_what_was_chosen_stays(name: str) -> None:
    with pytest.raises(AttributeError):
        setattr(small(), name, "other")


@pytest.mark.parametrize(
    "copied",
    [copy.deepcopy, lambda network: pickle.loads(pickle.dumps(network))],  # noqa: S301 - ours
)
def test_a_copy_learns_on_its_own(copied: Callable[[Network], Network]) -> None:
    network = small()
    other = copied(network)
    before = bits(network)
    other.weights[0][0, 0] += 1.0
    list(other.train(**xor()))
    assert bits(network) == before
    same = copied(network)
    list(same.train(**xor()))
    list(network.train(**xor()))
    assert bits(same) == bits(network)


# Targets and labels; inputs of all kinds.


@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_labels_are_the_places_of_a_1(dtype: str) -> None:
    network = small(sizes=[2, 3], activation="softmax", dtype=dtype)
    x = [[0.0, 1.0], [1.0, 0.0], [2.0, 2.0]]
    labels = [2, 0, 1]
    targets = [[0, 0, 1], [1, 0, 0], [0, 1, 0]]
    assert network.cost_of(x, labels) == network.cost_of(x, targets)
    assert flat(network.gradients(x, np.array(labels, np.uint8))) == flat(
        network.gradients(x, targets)
    )
    assert network.cost_of(x[0], 2) == network.cost_of(x[0], targets[0])


def test_with_one_output_labels_are_targets() -> None:
    network = small(sizes=[2, 3, 1])
    x = [[0.0, 1.0], [1.0, 0.0]]
    cost = network.cost_of(x, [[0.0], [1.0]])
    for labels in ([0, 1], [False, True], np.array([0.0, 1.0])):
        assert network.cost_of(x, labels) == cost
    assert network.cost_of(x[1], 1) == network.cost_of(x[1], [1.0])


def test_accuracy_counts_the_largest_outputs_in_their_place() -> None:
    network = small(sizes=[3, 3], activation="relu", cost="squared_error")
    network.weights[0] = np.eye(3)
    x = [[3, 1, 2], [1, 3, 2], [1, 2, 3], [3, 2, 1]]
    assert network.accuracy(x, [0, 1, 2, 1]) == 0.75
    assert network.accuracy(x, np.array(x) / 9) == 1.0
    assert network.accuracy(x[0], 1) == 0.0


def test_two_outputs_are_compared_with_each_other() -> None:
    network = small(sizes=[2, 2], activation="relu", cost="squared_error")
    network.weights[0] = np.eye(2)
    x = [[0.6, 0.7], [0.2, 0.1], [0.7, 0.6]]
    assert network.accuracy(x, [1, 0, 0]) == 1.0
    assert network.accuracy(x, [0, 0, 0]) == pytest.approx(2 / 3)


def test_accuracy_of_one_output_is_yes_above_a_half() -> None:
    network = small(sizes=[1, 1], activation="relu", cost="squared_error")
    network.weights[0] = [[1.0]]
    x = [[0.0], [0.5], [0.6], [2.0]]
    assert network.accuracy(x, [0, 0, 1, 1]) == 1.0
    assert network.accuracy(x, [0.5, 0.6, 0.5, 0.6]) == 0.5


def test_many_samples_are_run_in_parts_and_none_is_lost() -> None:
    network = small()
    rng = np.random.default_rng(0)
    x = rng.normal(size=(700, 2))
    y = rng.integers(0, 2, size=700)
    outputs = network.forward(x)
    for k in (0, 255, 256, 511, 512, 699):
        np.testing.assert_allclose(outputs[k], network.forward(x[k]), rtol=1e-13)
    each = [network.cost_of(x[k], y[k]) for k in range(700)]
    assert network.cost_of(x, y) == pytest.approx(np.mean(each), rel=1e-12)
    assert network.accuracy(x, y) == np.mean(outputs.argmax(axis=1) == y)


def test_numbers_of_every_kind_are_taken() -> None:
    network = small()
    whole = np.array([[0, 1], [2, 3]])
    expected = network.forward(whole.astype(float)).tolist()
    for x in (
        whole,
        whole.tolist(),
        whole.astype(np.uint8),
        whole.astype(np.float32),
        whole.astype(">f8"),
        np.asfortranarray(whole.astype(float)),
        np.repeat(whole.astype(float), 2, axis=1)[:, ::2],
    ):
        assert network.forward(x).tolist() == expected
    assert network.forward(np.array([[False, True]])).tolist()[0] == expected[0]


def test_samples_are_laid_out_row_after_row_once_and_not_at_every_step() -> None:
    x = np.asfortranarray(np.ones((4, 2)))
    assert _checks.floats("x", x, x.dtype).flags.c_contiguous
    rows = np.ones((4, 2))
    assert _checks.floats("x", rows, rows.dtype) is rows


def test_inputs_are_left_as_they_are() -> None:
    network = small()
    x = np.random.default_rng(0).normal(size=(4, 2))
    y = np.array([[0.0, 1.0], [1.0, 0.0], [0.5, 0.5], [1.0, 1.0]])
    for array in (x, y):
        array.flags.writeable = False
    network.forward(x)
    network.cost_of(x, y)
    network.accuracy(x, y)
    network.gradients(x, y)
    list(network.train(**xor(x=x, y=y)))


def test_results_belong_to_the_caller() -> None:
    network = small()
    x = np.random.default_rng(0).normal(size=(4, 2))
    outputs, slopes = network.forward(x), network.gradients(x, [0, 1, 1, 0])
    kept, kept_slopes = outputs.copy(), flat(slopes)
    network.forward(x + 1)
    network.gradients(x + 1, [0, 1, 1, 0])
    assert (outputs == kept).all()
    assert flat(slopes) == kept_slopes


def test_targets_of_softmax_may_be_rounded() -> None:
    network = small(sizes=[2, 10], activation="softmax")
    network.cost_of([0.0, 0.0], [0.1] * 10)
    network.cost_of([0.0, 0.0], np.full(10, 0.1, np.float32))
    edge = 2.0**-30
    network.cost_of([0.0, 0.0], [1.0 - edge, *[0.0] * 9])
    network.cost_of([0.0, 0.0], [1.0, edge, *[0.0] * 8])
    for y in ([1.0 - 2 * edge, *[0.0] * 9], [1.0, 2 * edge, *[0.0] * 8]):
        with pytest.raises(ValueError, match=r"^y adds up to "):
            network.cost_of([0.0, 0.0], y)
        network.cost_of([0.0, 0.0], np.array(y, np.float32))
    with pytest.raises(ValueError, match=r"^y adds up to "):
        network.cost_of([0.0, 0.0], np.array([0.9999, *[0.0] * 9], np.float32))
    eps = 2.0**-23  # of single precision, in which 64 of them are let pass
    network.cost_of([0.0, 0.0], np.array([1.0, 64 * eps, *[0.0] * 8], np.float32))
    with pytest.raises(ValueError, match=r"^y adds up to "):
        network.cost_of([0.0, 0.0], np.array([1.0, 65 * eps, *[0.0] * 8], np.float32))
    single = small(sizes=[2, 10], activation="softmax", dtype="float32")
    list(single.train(**xor(y=np.full((4, 10), 0.1))))


# Training step by step.


def test_xor_is_learnt() -> None:
    network = small(sizes=[2, 4, 1], activation="tanh", cost="squared_error", seed=3)
    *_, last = network.train(**xor(epochs=500, batch_size=1, learning_rate=0.2))
    assert last.epoch == 500
    assert last.cost < 0.01
    assert last.accuracy == 1.0


def test_progress_is_measured_just_before_the_step() -> None:
    network = small()
    data = xor(batch_size=4)
    cost = network.cost_of(data["x"], data["y"])
    accuracy = network.accuracy(data["x"], data["y"])
    epochs = []
    for progress in network.train(**data):
        epochs.append(progress.epoch)
        assert isinstance(progress, Progress)
        assert progress.cost == pytest.approx(cost, rel=1e-14)
        assert progress.accuracy == accuracy
        cost = network.cost_of(data["x"], data["y"])
        accuracy = network.accuracy(data["x"], data["y"])
    assert epochs == [1, 2, 3]


def test_progress_counts_every_sample_once() -> None:
    """However many are measured at once: here they do not divide evenly."""
    network = small()
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(700, 2)), rng.integers(0, 2, 700)
    tiny = 1e-12  # leaves the network as it is, so the order does not matter
    for batch_size in (1, 100, 256, 300, 700):
        [progress] = network.train(
            x, y, epochs=1, batch_size=batch_size, learning_rate=tiny, seed=0
        )
        assert progress.cost == pytest.approx(network.cost_of(x, y), rel=1e-9)
        assert progress.accuracy == network.accuracy(x, y)


def test_nothing_is_learnt_before_the_loop() -> None:
    network = small()
    before = bits(network)
    training = network.train(**xor())
    assert bits(network) == before
    next(training)
    assert bits(network) != before


def test_a_loop_may_stop_at_any_epoch() -> None:
    stopped = small()
    for progress in stopped.train(**xor(epochs=10)):
        if progress.epoch == 2:
            break
    whole = small()
    list(whole.train(**xor(epochs=2)))
    assert bits(stopped) == bits(whole)


def test_a_change_between_two_epochs_is_kept() -> None:
    network = small()
    training = network.train(**xor())
    next(training)
    network.weights[0][...] = 0.0
    network.biases[0][...] = 100.0
    next(training)
    assert (network.biases[0] > 99).all()


def test_two_trainings_may_take_turns() -> None:
    network = small()
    first = network.train(**xor(batch_size=4))
    second = network.train(**xor(batch_size=4, learning_rate=1.0))
    next(first)
    between = bits(network)
    next(second)
    assert bits(network) != between
    cost = network.cost_of(xor()["x"], xor()["y"])
    assert next(first).cost == pytest.approx(cost, rel=1e-14)


def test_a_batch_larger_than_the_data_is_all_of_the_data() -> None:
    large, exact = small(), small()
    list(large.train(**xor(batch_size=1000)))
    list(exact.train(**xor(batch_size=4)))
    assert bits(large) == bits(exact)


def test_one_sample_can_be_trained_on() -> None:
    network, batch = small(), small()
    list(network.train(**xor(x=[0.0, 1.0], y=1)))
    list(batch.train(**xor(x=[[0.0, 1.0]], y=[1])))
    assert bits(network) == bits(batch)


def test_an_epoch_that_is_interrupted_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    network = small()
    training = network.train(**xor())
    next(training)
    before = bits(network)
    backward = Passes.backward
    steps = []

    def interrupted(*arrays: Given) -> None:
        steps.append(arrays)
        if len(steps) == 2:
            raise KeyboardInterrupt
        backward(*arrays)

    monkeypatch.setattr(Passes, "backward", interrupted)
    with pytest.raises(KeyboardInterrupt):
        next(training)
    assert len(steps) == 2
    assert bits(network) == before


@pytest.mark.parametrize("activation", ["relu", "tanh"])
def test_too_large_a_learning_rate_is_told_and_undone(activation: str) -> None:
    network = small(activation=[activation, "relu"], cost="squared_error", seed=2)
    network.biases = [np.ones(3), np.ones(2)]
    before = bits(network)
    message = says(
        "learning_rate = 1e+200 is too large: numbers overflow in epoch 1; the network "
        "is as it was before that epoch"
    )
    with pytest.raises(ValueError, match=message):
        list(network.train(**xor(learning_rate=1e200, batch_size=4)))
    assert bits(network) == before


def test_what_was_learnt_before_the_overflow_is_kept() -> None:
    network = small(activation=["sigmoid", "relu"], cost="squared_error", seed=3)
    network.biases = [np.ones(3), np.ones(2)]
    training = network.train(**xor(learning_rate=1e200, batch_size=4))
    before = bits(network)
    assert next(training).epoch == 1
    learnt = bits(network)
    assert learnt != before
    with pytest.raises(ValueError, match=r"^learning_rate = 1e\+200 .* in epoch 2; "):
        next(training)
    assert bits(network) == learnt


def test_what_overflows_without_the_learning_rate_is_not_blamed_on_it() -> None:
    network = small(activation="relu", cost="squared_error")
    x = np.full((4, 2), 1.0)
    y = np.ones((4, 2))
    training = network.train(**xor(x=x, y=y, epochs=9))
    next(training)
    x[3, 1] = math.nan
    with pytest.raises(
        ValueError, match=says("x[3, 1] = nan is not finite in float64")
    ):
        next(training)
    training = network.train(**xor())
    network.weights[1][1, 2] = math.inf
    message = says("weights[1][1, 2] = inf is not finite in float64")
    with pytest.raises(ValueError, match=message):
        next(training)


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda network, x: network.forward(x), "an output"),
        (lambda network, x: network.cost_of(x, 0), "the cost"),
        (lambda network, x: network.accuracy(x, 0), "the cost"),
        (lambda network, x: network.gradients(x, 0), "a slope"),
        (lambda network, x: next(network.train(**xor(x=x, y=0))), "the cost"),
    ],
)
def test_a_result_that_overflows_is_an_error(
    call: Callable[[Network, list[float]], object], name: str
) -> None:
    network = small(activation="relu", cost="squared_error")
    network.weights = [np.full((3, 2), 1e200), np.full((2, 3), 1e200)]
    message = f"{name} is too large for float64: x, y or a parameter is too large"
    with pytest.raises(ValueError, match=says(message)):
        call(network, [1.0, 1.0])
    network.biases[1][1] = math.nan
    message = "biases[1][1] = nan is not finite in float64"
    with pytest.raises(ValueError, match=says(message)):
        call(network, [1.0, 1.0])


def test_training_needs_little_more_than_the_data() -> None:
    rng = np.random.default_rng(0)
    x = rng.random((4000, 784))
    y = np.eye(10)[rng.integers(0, 10, 4000)]
    network = small(sizes=[784, 30, 10])
    batch = 100 * 784 * 8
    tracemalloc.start()
    list(
        network.train(x, y, epochs=1, batch_size=100, learning_rate=0.1, seed=0),
    )
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 3 * len(parameters(network)) * 8 + 3 * batch
    assert peak < x.nbytes / 10


# What cannot be.


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"sizes": [2]},
            (
                "sizes has length 1, expected at least 2: how many inputs, then how "
                "many outputs of each layer"
            ),
        ),
        ({"sizes": 2}, "sizes is 2, which is no list: give a list"),
        ({"sizes": [2, 0, 2]}, "sizes[1] = 0 is below 1"),
        ({"sizes": [2, 3, -1]}, "sizes[2] = -1 is below 1"),
        ({"sizes": [2.5, 3, 2]}, "sizes[0] is 2.5, which is no whole number"),
        (
            {"activation": "swish"},
            "activation 'swish' is unknown: choose from sigmoid, tanh, relu, softmax",
        ),
        (
            {"activation": ["tanh", None]},
            (
                "activation is None, which is no name: choose from "
                "sigmoid, tanh, relu, softmax"
            ),
        ),
        ({"activation": None}, "activation is None, which is no list: give a list"),
        (
            {"activation": ["sigmoid"] * 3},
            (
                "activation has length 3, expected 2: one name for each layer, or one "
                "string for all"
            ),
        ),
        (
            {"activation": "softmax"},
            (
                "activation is softmax in a hidden layer: it shares out 1 among "
                "answers, so it is for the last layer; choose sigmoid, tanh or relu"
            ),
        ),
        (
            {"activation": ["tanh", "softmax"], "sizes": [2, 3, 1]},
            (
                "activation is softmax with one output, which would always be 1: "
                "choose sigmoid, or give sizes a last number of 2 or more"
            ),
        ),
        (
            {"cost": "absolute_error"},
            (
                "cost 'absolute_error' is unknown: choose from squared_error, "
                "cross_entropy"
            ),
        ),
        (
            {"activation": "tanh"},
            (
                "cost is cross_entropy, the logarithm of outputs between 0 and 1, but "
                "tanh has others: choose squared_error, or sigmoid or softmax for the "
                "last layer"
            ),
        ),
        (
            {"activation": "relu"},
            (
                "cost is cross_entropy, the logarithm of outputs between 0 and 1, but "
                "relu has others: choose squared_error, or sigmoid or softmax for the "
                "last layer"
            ),
        ),
        ({"seed": -1}, "seed = -1 is below 0"),
        ({"seed": None}, "seed is None, which is no whole number"),
        (
            {"dtype": "float16"},
            "dtype 'float16' is unknown: choose from float64, float32",
        ),
        ({"dtype": "int64"}, "dtype 'int64' is unknown: choose from float64, float32"),
        ({"dtype": "real"}, "dtype 'real' is unknown: choose from float64, float32"),
    ],
)
def test_a_network_that_cannot_be_is_an_error(
    change: dict[str, Any], message: str
) -> None:
    with pytest.raises(kind(message), match=says(message)):
        small(**change)


def test_every_other_pair_of_activation_and_cost_is_a_network() -> None:
    for last in ("sigmoid", "tanh", "relu", "softmax"):
        for hidden in ("sigmoid", "tanh", "relu"):
            small(activation=[hidden, last], cost="squared_error")
    for last in ("sigmoid", "softmax"):
        small(sizes=[2, 2], activation=last)


X = [[0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]

BAD_INPUTS: list[tuple[Any, str]] = [
    ([0.0] * 3, "x has shape (3,), expected (N, 2), or (2,) for a single sample"),
    (
        np.zeros((3, 1)),
        "x has shape (3, 1), expected (N, 2), or (2,) for a single sample",
    ),
    (
        np.zeros((1, 3, 2)),
        "x has shape (1, 3, 2), expected (N, 2), or (2,) for a single sample",
    ),
    (1.0, "x has shape (), expected (N, 2), or (2,) for a single sample"),
    ([], "x has shape (0,), expected (N, 2), or (2,) for a single sample"),
    (np.zeros((0, 2)), "x is empty: give at least one sample"),
    ([[0.0, 1.0], [math.nan, 0.0]], "x[1, 0] = nan is not finite in float64"),
    ([[0.0, math.inf], [1.0, 0.0]], "x[0, 1] = inf is not finite in float64"),
    ([0.0, -math.inf], "x[1] = -inf is not finite in float64"),
    ([["a", "b"]], "x holds <U1, expected real numbers"),
    ([[1j, 0]], "x holds complex128, expected real numbers"),
    ([[None, 0]], "x holds object, expected real numbers"),
    ([[10**400, 0]], "x holds object, expected real numbers"),
]
BAD_TARGETS: list[tuple[Any, str]] = [
    (
        np.zeros((2, 2)),
        (
            "y has shape (2, 2), expected (3, 2) for targets or (3,) for labels, as "
            "many as x has samples"
        ),
    ),
    (
        np.zeros((3, 3)),
        (
            "y has shape (3, 3), expected (3, 2) for targets or (3,) for labels, as "
            "many as x has samples"
        ),
    ),
    (
        [0, 1],
        (
            "y has shape (2,), expected (3, 2) for targets or (3,) for labels, as many "
            "as x has samples"
        ),
    ),
    (
        0,
        (
            "y has shape (), expected (3, 2) for targets or (3,) for labels, as many "
            "as x has samples"
        ),
    ),
    ([0, 1, 2], "y[2] = 2 is no label: labels go from 0 to 1, one for each output"),
    ([0, -1, 1], "y[1] = -1 is no label: labels go from 0 to 1, one for each output"),
    (
        [0.0, 1.0, 1.0],
        (
            "y holds float64 for labels: a label is a whole number; targets have 2 "
            "numbers for each sample"
        ),
    ),
    (
        [False, True, True],
        (
            "y holds bool for labels: a label is a whole number; targets have 2 "
            "numbers for each sample"
        ),
    ),
    (
        [[0.0, 1.0], [0.0, 1.0], [math.nan, 1.0]],
        "y[2, 0] = nan is not finite in float64",
    ),
    ([["a"] * 2] * 3, "y holds <U1, expected real numbers"),
    (
        [[0.0, 1.0], [0.0, 1.5], [0.0, 1.0]],
        "y[1, 1] = 1.5 is not from 0 to 1: a target of cross-entropy is a probability",
    ),
    (
        [[0.0, 1.0], [0.0, 1.0], [-5e-324, 1.0]],
        (
            "y[2, 0] = -5e-324 is not from 0 to 1: a target of cross-entropy is a "
            "probability"
        ),
    ),
    (
        [[0, 1], [1, 0], [1, 1]],
        "y[2] adds up to 2.0, not to 1: divide each target by their sum",
    ),
    (
        [[0.0, 1.0], [0.25, 0.25], [0.0, 1.0]],
        "y[1] adds up to 0.5, not to 1: divide each target by their sum",
    ),
]


def with_targets(method: str) -> Callable[[Any, Any], object]:
    """Return a method of a network with softmax that takes x and y."""
    network = small(sizes=[2, 2], activation="softmax")
    if method == "train":
        return lambda x, y: network.train(**xor(x=x, y=y))
    found: Callable[[Any, Any], object] = getattr(network, method)
    return found


WITH_TARGETS = ["cost_of", "accuracy", "gradients", "train"]


@pytest.mark.parametrize(("x", "message"), BAD_INPUTS)
def test_inputs_that_do_not_fit_are_an_error(x: Given, message: str) -> None:
    with pytest.raises(kind(message), match=says(message)):
        small().forward(x)
    for method in WITH_TARGETS:
        with pytest.raises(kind(message), match=says(message)):
            with_targets(method)(x, [0, 1, 1])


@pytest.mark.parametrize(("y", "message"), BAD_TARGETS)
@pytest.mark.parametrize("method", WITH_TARGETS)
def test_targets_that_do_not_fit_are_an_error(
    method: str,
    y: Given,
    message: str,
) -> None:
    with pytest.raises(kind(message), match=says(message)):
        with_targets(method)(X, y)


@pytest.mark.parametrize(
    ("y", "message"),
    [
        (
            [0.0, 1.0, 0.0],
            (
                "y has shape (3,), expected (2,) for targets or () for labels, as many "
                "as x has samples"
            ),
        ),
        (2, "y = 2 is no label: labels go from 0 to 1, one for each output"),
        ([0.5, 1.0], "y adds up to 1.5, not to 1: divide each target by their sum"),
        (
            [1.5, 0.0],
            "y[0] = 1.5 is not from 0 to 1: a target of cross-entropy is a probability",
        ),
    ],
)
def test_targets_of_one_sample_that_do_not_fit_are_an_error(
    y: float | list[float], message: str
) -> None:
    with pytest.raises(kind(message), match=says(message)):
        with_targets("cost_of")([0.0, 1.0], y)


def test_rows_of_different_lengths_are_an_error() -> None:
    with pytest.raises(ValueError, match=r"^x is no array: its rows must be equally "):
        small().forward([[0.0, 1.0], [1.0]])


def test_targets_need_not_be_shares_where_nothing_is_shared() -> None:
    x = [[0.0, 1.0], [1.0, 0.0]]
    small().cost_of(x, [[1.0, 1.0], [0.0, 0.0]])
    small(cost="squared_error").cost_of(x, [[5.0, -5.0], [0.0, 2.0]])
    shared = small(activation=["tanh", "softmax"], cost="squared_error")
    shared.cost_of(x, [[5.0, -5.0], [0.0, 2.0]])


def test_a_number_beyond_single_precision_is_an_error() -> None:
    network = small(dtype="float32")
    message = says("x[0, 1] = 1e+39 is not finite in float32")
    with pytest.raises(ValueError, match=message):
        network.forward([[0.0, 1e39]])
    with pytest.raises(ValueError, match=message):
        network.cost_of([[0.0, 1e39]], [0])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"epochs": 0}, "epochs = 0 is below 1"),
        ({"epochs": 1.5}, "epochs is 1.5, which is no whole number"),
        ({"batch_size": 0}, "batch_size = 0 is below 1"),
        ({"batch_size": "all"}, "batch_size is 'all', which is no whole number"),
        ({"seed": -1}, "seed = -1 is below 0"),
        ({"seed": None}, "seed is None, which is no whole number"),
        *(
            (
                {"learning_rate": rate},
                f"learning_rate = {rate!r} is no rate: give a number above 0",
            )
            for rate in (0.0, -0.5, math.nan, math.inf)
        ),
        *(
            (
                {"learning_rate": rate},
                (
                    f"learning_rate is {rate!r}, which is no number: "
                    "give an int or a float"
                ),
            )
            for rate in ("0.5", None)
        ),
    ],
)
def test_a_training_that_cannot_be_is_an_error_at_once(
    change: dict[str, Any], message: str
) -> None:
    network = small()
    with pytest.raises(kind(message), match=says(message)):
        network.train(**xor(**change))


def test_numbers_of_numpy_are_numbers() -> None:
    network = small(sizes=np.array([2, 3, 2]), seed=np.int64(0))
    plain = small()
    network_settings = {"epochs": np.int8(3), "learning_rate": np.float32(0.5)}
    list(network.train(**xor(batch_size=np.uint8(2), **network_settings)))
    list(plain.train(**xor()))
    assert bits(network) == bits(plain)


def test_an_infinite_weight_is_to_blame_not_the_rate() -> None:
    network = small()
    network.weights[0][0, 0] = math.inf
    m, n = network.weights[0].shape[1], network.weights[-1].shape[0]
    with pytest.raises(ValueError, match=r"^weights\[0\]\[0, 0\] = inf is not finite"):
        list(
            network.train(
                np.ones((3, m)),
                np.ones((3, n)) / n,
                epochs=1,
                batch_size=1,
                learning_rate=0.1,
                seed=0,
            )
        )


@pytest.mark.parametrize("key", [(0, 1), "0", 0.0, None])
def test_a_layer_is_one_whole_number(key: Any) -> None:  # noqa: ANN401 - wrong
    network = small()
    with pytest.raises(TypeError, match=r"^weights\[.*\]: a layer is one whole number"):
        network.weights[key]
    with pytest.raises(TypeError, match=r"^weights\[.*\]: a layer is one whole number"):
        network.weights[key] = np.ones((2, 2))


def test_a_dtype_that_numpy_does_not_know_is_named() -> None:
    with pytest.raises(ValueError, match=r"^dtype '5\.5' is unknown"):
        small(dtype=5.5)
