"""Automatic differentiation, of numbers and of arrays, beside PyTorch's."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from derivlearn import example
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.autograd import Value
from derivlearn.costs import squared_error_derivative
from derivlearn.loops import activate, backward_layers, forward_layers, last_deltas
from derivlearn.tensor import Tensor
from needs import pytorch

torch = pytorch()

WEIGHTS = [example.HIDDEN_WEIGHTS, example.LAST_WEIGHTS]
BIASES = [example.HIDDEN_BIASES, example.LAST_BIASES]


def by_torch() -> list[list[float]]:
    """Return the slopes of the book's network: weights, biases, weights, biases."""
    parameters = [
        torch.tensor(numbers, dtype=torch.float64, requires_grad=True)
        for layer in zip(WEIGHTS, BIASES, strict=True)
        for numbers in layer
    ]
    hidden_weights, hidden_biases, last_weights, last_biases = parameters
    inputs = torch.tensor(example.INPUTS, dtype=torch.float64)
    targets = torch.tensor(example.TARGETS, dtype=torch.float64)

    hidden = torch.sigmoid(hidden_weights @ inputs + hidden_biases)
    outputs = torch.sigmoid(last_weights @ hidden + last_biases)
    loss = ((outputs - targets) ** 2).sum() / 2
    loss.backward()

    return [parameter.grad.flatten().tolist() for parameter in parameters]


def by_loops() -> list[list[float]]:
    """Return the same slopes as the chapters find them."""
    zs, layer_inputs = forward_layers(WEIGHTS, BIASES, example.INPUTS, sigmoid)
    ends = squared_error_derivative(activate(sigmoid, zs[-1]), example.TARGETS)
    weights, biases = backward_layers(
        last_deltas(ends, zs[-1], sigmoid_derivative),
        WEIGHTS,
        zs,
        layer_inputs,
        sigmoid_derivative,
    )
    found: list[list[float]] = []
    for rows, numbers in zip(weights, biases, strict=True):
        found += [[slope for row in rows for slope in row], numbers]
    return found


def test_the_19_slopes_of_the_books_network() -> None:
    loops, torchs = by_loops(), by_torch()
    assert [len(slopes) for slopes in loops] == [8, 2, 6, 3]
    for ours, theirs in zip(loops, torchs, strict=True):
        assert ours == pytest.approx(theirs, rel=1e-12)


def test_an_expression_that_uses_its_values_twice() -> None:
    ours = [Value(-4.0), Value(2.0)]
    theirs = [
        torch.tensor(value.data, dtype=torch.float64, requires_grad=True)
        for value in ours
    ]

    def expression(a: Any, b: Any) -> Any:  # noqa: ANN401 either library's numbers
        u = a * b + b**3
        return (u + a / b) ** 2 / (u + (a + b).relu() + 1)

    results = [expression(*values) for values in (ours, theirs)]
    for result in results:
        result.backward()
    assert results[0].data == pytest.approx(results[1].item(), rel=1e-12)
    for value, tensor in zip(ours, theirs, strict=True):
        assert value.grad == pytest.approx(tensor.grad.item(), rel=1e-12)


def test_only_pytorch_adds_up_over_several_calls_of_backward() -> None:
    """The chapter on automatic differentiation says so."""
    value = Value(3.0)
    tensor = torch.tensor(3.0, dtype=torch.float64, requires_grad=True)
    for one in (value, tensor):
        for _ in range(2):
            (one * one).backward()
    assert (value.grad, tensor.grad.item()) == (6.0, 12.0)


# The same expression for both: of a, b and W, entries from 0.5 to 1.5.
EXPRESSIONS: list[Callable[[Any, Any, Any], Any]] = [
    lambda a, b, w: w @ a + b,
    lambda a, b, w: (w @ a - b).tanh() * b,
    lambda a, b, w: (w @ a).sigmoid() / b,
    lambda a, b, w: (w @ (a * a).log() + b).exp(),
    lambda a, b, w: (2 - w @ a).relu() ** 3 + b**-1,
    lambda a, b, w: (w @ (w @ a + b).sigmoid()).tanh(),
]


@pytest.mark.parametrize("expression", EXPRESSIONS)
@given(n=st.integers(1, 5), count=st.integers(1, 4), seed=st.integers(0, 2**32))
def test_values_and_slopes_agree_with_pytorch(
    expression: Callable[[Any, Any, Any], Any], n: int, count: int, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    arrays = [rng.random(shape) + 0.5 for shape in ((n, count), (n, 1), (n, n))]
    ours = [Tensor(array) for array in arrays]
    theirs = [torch.tensor(array, requires_grad=True) for array in arrays]
    result, expected = expression(*ours), expression(*theirs)
    np.testing.assert_allclose(result.data, expected.detach().numpy(), rtol=1e-12)
    result.sum().backward()
    expected.sum().backward()
    for mine, other in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(
            mine.grad, other.grad.numpy(), rtol=1e-10, atol=1e-10
        )


@given(n=st.integers(2, 6), count=st.integers(1, 4), seed=st.integers(0, 2**32))
def test_softmax_and_cross_entropy_agree_with_pytorch(
    n: int, count: int, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    z, labels = rng.normal(size=(count, n)), rng.integers(0, n, count)
    ours, theirs = Tensor(z), torch.tensor(z, requires_grad=True)
    powers = ours.exp()
    cost = -((powers / powers.sum(1)).log() * np.eye(n)[labels]).sum() / count
    expected = torch.nn.functional.cross_entropy(theirs, torch.tensor(labels))
    assert float(cost.data) == pytest.approx(expected.item(), rel=1e-12)
    cost.backward()
    expected.backward()
    np.testing.assert_allclose(ours.grad, theirs.grad.numpy(), rtol=1e-10, atol=1e-12)
