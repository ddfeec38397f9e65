"""The same network written six ways: loops, matrices, Values, Tensors, plain and fast.

Each way gives the cost and all slopes of random samples; all have to agree.
"""

import itertools
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st

from derivlearn import activations, costs, loops, matrix, matrix_layers
from derivlearn.autograd import Value
from derivlearn.network import Network, plain
from derivlearn.tensor import Tensor
from tests.derivlearn.network.networks import LAST, Numbers
from tests.derivlearn.samples import few

Slopes = tuple[list[Any], list[Any]]
FUNCTIONS: dict[str, tuple[Any, Any]] = {
    "sigmoid": (activations.sigmoid, activations.sigmoid_derivative),
    "tanh": (activations.tanh, activations.tanh_derivative),
    "relu": (activations.relu, activations.relu_derivative),
}


class Problem(NamedTuple):
    """A network with one kind of hidden neuron, N samples and their targets."""

    weights: list[Numbers]
    biases: list[Numbers]
    x: Numbers  # (N, m)
    y: Numbers  # (N, n)
    hidden: str
    last: str
    cost: str


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Return networks of one to four layers, with biases that are not 0."""
    last, cost = draw(st.sampled_from(LAST), label="last activation, cost")
    hidden = draw(st.sampled_from(sorted(FUNCTIONS)), label="hidden")
    sizes = draw(st.lists(st.integers(1, 5), min_size=2, max_size=5), label="sizes")
    if last == "softmax" and sizes[-1] == 1:
        sizes[-1] = 2
    rng = np.random.default_rng(draw(st.integers(0, 2**32), label="seed"))
    count = draw(st.integers(1, 6), label="N")
    y = rng.random((count, sizes[-1]))
    if last == "softmax":
        y /= y.sum(axis=1, keepdims=True)
    pairs = list(itertools.pairwise(sizes))
    return Problem(
        [rng.normal(size=(n, m)) for m, n in pairs],
        [rng.normal(size=n) for _, n in pairs],
        rng.normal(size=(count, sizes[0])),
        y,
        hidden,
        last,
        cost,
    )


def by_network(problem: Problem) -> tuple[float, Slopes]:
    """The fast one."""
    weights, biases, x, y, hidden, last, cost = problem
    names = [hidden] * (len(weights) - 1) + [last]
    sizes = [x.shape[1], *(len(b) for b in biases)]
    network = Network(sizes, activation=names, cost=cost, seed=0)
    network.weights, network.biases = weights, biases
    return network.cost_of(x, y), network.gradients(x, y)


def last_of_loops(problem: Problem, zs: list[float], y: list[float]) -> Any:  # noqa: ANN401
    """Return the cost of a sample, and the deltas of the last layer."""
    if problem.cost == "cross_entropy" and problem.last == "softmax":
        return (
            costs.softmax_cross_entropy(zs, y),
            costs.softmax_cross_entropy_derivative(zs, y),
        )
    if problem.cost == "cross_entropy":
        return (
            costs.sigmoid_binary_cross_entropy(zs, y),
            costs.sigmoid_binary_cross_entropy_derivative(zs, y),
        )
    if problem.last == "softmax":
        outputs = activations.softmax(zs)
        slopes = costs.squared_error_derivative(outputs, y)
        table = activations.softmax_derivative(zs)
        deltas = [float(np.dot(slopes, column)) for column in np.transpose(table)]
        return costs.squared_error(outputs, y), deltas
    f, derivative = FUNCTIONS[problem.last]
    outputs = loops.activate(f, zs)
    slopes = costs.squared_error_derivative(outputs, y)
    return costs.squared_error(outputs, y), loops.last_deltas(slopes, zs, derivative)


def by_loops(problem: Problem) -> tuple[float, Slopes]:
    """One weight and one sample at a time, then the mean."""
    f, derivative = FUNCTIONS[problem.hidden]
    weights = [w.tolist() for w in problem.weights]
    biases = [b.tolist() for b in problem.biases]
    total = 0.0
    found = []
    for x, y in zip(problem.x.tolist(), problem.y.tolist(), strict=True):
        zs, layer_inputs = loops.forward_layers(weights, biases, x, f)
        cost, deltas = last_of_loops(problem, zs[-1], y)
        total += cost / len(problem.x)
        passed = loops.backward_layers(deltas, weights, zs, layer_inputs, derivative)
        found.append(passed)
    means = [
        [np.mean(each, axis=0) for each in zip(*part, strict=True)]
        for part in zip(*found, strict=True)
    ]
    return total, (means[0], means[1])


def by_matrices(problem: Problem) -> tuple[float, Slopes]:
    """Columns of samples; the slopes are sums, so the last deltas are divided by N."""
    f, derivative = FUNCTIONS[problem.hidden]
    weights = [matrix.from_rows(w.tolist()) for w in problem.weights]
    biases = [matrix.to_mat(b.tolist()) for b in problem.biases]
    inputs = matrix.from_rows(problem.x.T.tolist())
    zs, layer_inputs = matrix_layers.forward_layers(weights, biases, inputs, f)
    count = len(problem.x)
    columns = np.array(matrix.to_rows(zs[-1])).T.tolist()
    ends = [
        last_of_loops(problem, z, y)
        for z, y in zip(columns, problem.y.tolist(), strict=True)
    ]
    deltas = matrix.from_rows((np.array([end[1] for end in ends]).T / count).tolist())
    slopes = matrix_layers.backward_layers(
        deltas, weights, zs, layer_inputs, derivative
    )
    as_arrays = [[np.array(matrix.to_rows(m)) for m in part] for part in slopes]
    flat = [part.ravel() for part in as_arrays[1]]
    return sum(end[0] for end in ends) / count, (as_arrays[0], flat)


def cost_of_outputs(problem: Problem, zs: list[Any], y: list[float]) -> Any:  # noqa: ANN401
    """Return the cost of a sample from the last zs, which are Values."""
    if problem.last == "softmax":
        powers = [z.exp() for z in zs]
        total = sum(powers[1:], powers[0])
        outputs = [power / total for power in powers]
    else:
        outputs = [getattr(z, problem.last)() for z in zs]
    cost = Value(0.0)
    for a, target in zip(outputs, y, strict=True):
        if problem.cost == "squared_error":
            cost = cost + (a - target) ** 2 / 2
        elif problem.last == "softmax":
            cost = cost - a.log() * target
        else:
            cost = cost - a.log() * target - (1 - a).log() * (1 - target)
    return cost


def by_values(problem: Problem) -> tuple[float, Slopes]:
    """Numbers that find the slopes themselves; ``loops.forward`` takes them, too."""
    as_values: Any = np.vectorize(Value, otypes=[object])
    weights = [as_values(w) for w in problem.weights]
    biases = [as_values(b) for b in problem.biases]
    cost = Value(0.0)
    for x, y in zip(problem.x.tolist(), problem.y.tolist(), strict=True):
        rows, offsets = [w.tolist() for w in weights], [b.tolist() for b in biases]
        zs, _ = loops.forward_layers(
            rows, offsets, x, lambda z: getattr(z, problem.hidden)()
        )
        cost = cost + cost_of_outputs(problem, zs[-1], y) / len(problem.x)
    cost.backward()
    grads: Any = np.vectorize(lambda v: v.grad, otypes=[float])
    return cost.data, ([grads(w) for w in weights], [grads(b) for b in biases])


def by_tensors(problem: Problem) -> tuple[float, Slopes]:
    """Arrays that find the slopes themselves, with columns of samples."""
    weights = [Tensor(w) for w in problem.weights]
    biases = [Tensor(b[:, None]) for b in problem.biases]
    z = weights[0] @ problem.x.T + biases[0]
    for w, b in zip(weights[1:], biases[1:], strict=True):
        z = w @ getattr(z, problem.hidden)() + b
    y = problem.y.T
    if problem.last == "softmax":
        powers = z.exp()
        a = powers / powers.sum(0)
    else:
        a = getattr(z, problem.last)()
    if problem.cost == "squared_error":
        each = (a - y) ** 2 / 2
    elif problem.last == "softmax":
        each = -(a.log() * y)
    else:
        each = -(a.log() * y) - (1 - a).log() * (1 - y)
    cost = each.sum() / len(problem.x)
    cost.backward()
    return float(cost.data), ([w.grad for w in weights], [b.grad[:, 0] for b in biases])


def by_plain(problem: Problem) -> tuple[float, Slopes]:
    """The plain network, with the ends of the loops."""
    pair = FUNCTIONS[problem.hidden]
    f, derivative = (np.vectorize(one, otypes=[float]) for one in pair)
    zs, layer_inputs = plain.forward_layers(
        problem.weights, problem.biases, problem.x, f
    )
    ends = [
        last_of_loops(problem, z, y)
        for z, y in zip(zs[-1].tolist(), problem.y.tolist(), strict=True)
    ]
    deltas = np.array([end[1] for end in ends]) / len(problem.x)
    slopes = plain.backward_layers(
        deltas, problem.weights, zs, layer_inputs, derivative
    )
    return sum(end[0] for end in ends) / len(problem.x), slopes


@given(problems())
def test_six_ways_agree(problem: Problem) -> None:
    cost, slopes = by_network(problem)
    for way in (by_loops, by_matrices, by_values, by_tensors, by_plain):
        found, others = way(problem)
        np.testing.assert_allclose(found, cost, rtol=1e-11, atol=1e-12)
        for mine, theirs in zip(slopes, others, strict=True):
            for a, b in zip(mine, theirs, strict=True):
                assert a.shape == b.shape, way
                np.testing.assert_allclose(b, a, rtol=1e-11, atol=1e-12)


@few
@given(
    st.lists(st.integers(2, 5), min_size=2, max_size=4),
    st.integers(1, 20),
    st.integers(1, 8),
    st.integers(0, 99),
)
def test_the_plain_network_learns_what_the_fast_one_learns(
    sizes: list[int], count: int, batch_size: int, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(count, sizes[0]))
    labels: npt.NDArray[np.int64] = rng.integers(0, sizes[-1], count)
    names = ["sigmoid"] * (len(sizes) - 2) + ["softmax"]
    network = Network(sizes, activation=names, cost="cross_entropy", seed=seed)
    weights, biases = plain.start(sizes, seed)
    for mine, theirs in zip(network.weights, weights, strict=True):
        np.testing.assert_allclose(mine, theirs, rtol=1e-15)
    settings: dict[str, Any] = {"epochs": 3, "batch_size": batch_size, "seed": seed}
    plain.train(weights, biases, x, labels, learning_rate=0.5, **settings)
    for _ in network.train(x, labels, learning_rate=0.5, **settings):
        pass
    learnt = [*network.weights, *network.biases]
    for a, b in zip(learnt, [*weights, *biases], strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-12, atol=1e-12)
