"""The network beside PyTorch, which finds slopes on its own."""

import itertools
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from derivlearn.network import Network
from needs import pytorch
from tests.derivlearn.network.networks import Case, cases, flat, parameters

torch = pytorch()
Tensor = Any
Layers = list[tuple[Tensor, Tensor]]  # weights and biases of each
functional = torch.nn.functional


def tensors(network: Network) -> Layers:
    """Return the parameters as leaves that PyTorch finds slopes for."""
    return [
        (
            torch.tensor(weights, requires_grad=True),
            torch.tensor(biases, requires_grad=True),
        )
        for weights, biases in zip(network.weights, network.biases, strict=True)
    ]


def run(network: Network, layers: Layers, x: Tensor) -> tuple[Tensor, Tensor]:
    """Return z and a of the last layer."""
    a = z = x
    for (weights, biases), name in zip(layers, network.activations, strict=True):
        z = functional.linear(a, weights, biases)
        a = torch.softmax(z, dim=1) if name == "softmax" else getattr(torch, name)(z)
    return z, a


def cost(network: Network, layers: Layers, x: Tensor, y: Tensor) -> Tensor:
    """Return the mean cost of the samples, by PyTorch's own functions."""
    z, a = run(network, layers, x)
    if network.cost == "squared_error":
        return functional.mse_loss(a, y, reduction="sum") / 2 / len(x)
    if network.activations[-1] == "softmax":
        return functional.cross_entropy(z, y)
    entropies = functional.binary_cross_entropy_with_logits(z, y, reduction="sum")
    return entropies / len(x)


@given(cases(max_size=8))
def test_outputs_cost_and_slopes_agree_with_pytorch(case: Case) -> None:
    network, x, y = case
    layers = tensors(network)
    inputs, targets = torch.tensor(x), torch.tensor(y)
    _, outputs = run(network, layers, inputs)
    np.testing.assert_allclose(
        network.forward(x), outputs.detach().numpy(), rtol=1e-10, atol=1e-10
    )
    total = cost(network, layers, inputs, targets)
    assert network.cost_of(x, y) == pytest.approx(total.item(), rel=1e-10, abs=1e-10)
    total.backward()
    slopes = [w.grad.numpy() for w, _ in layers], [b.grad.numpy() for _, b in layers]
    np.testing.assert_allclose(
        flat(network.gradients(x, y)), flat(slopes), rtol=1e-10, atol=1e-10
    )


@settings(max_examples=50)
@given(cases(max_size=8), st.integers(1, 8), st.integers(0, 99))
def test_training_agrees_with_pytorch(case: Case, batch_size: int, seed: int) -> None:
    network, x, y = case
    layers = tensors(network)
    inputs, targets = torch.tensor(x), torch.tensor(y)
    descent = torch.optim.SGD(list(itertools.chain(*layers)), lr=0.1)
    rng = np.random.default_rng(seed)
    for _ in network.train(
        x, y, epochs=2, batch_size=batch_size, learning_rate=0.1, seed=seed
    ):
        order = torch.tensor(rng.permutation(len(x)))
        for rows in order.split(batch_size):
            descent.zero_grad()
            cost(network, layers, inputs[rows], targets[rows]).backward()
            descent.step()
    numbers = [[each.detach().numpy() for each in pair] for pair in layers]
    learnt = [w for w, _ in numbers], [b for _, b in numbers]
    np.testing.assert_allclose(
        parameters(network), flat(learnt), rtol=1e-10, atol=1e-10
    )


@pytest.mark.parametrize("z", [-1000.0, -37.0, 37.0, 1000.0])
@pytest.mark.parametrize("activation", ["sigmoid", "softmax"])
def test_confident_outputs_agree_with_pytorch(activation: str, z: float) -> None:
    network = Network([1, 2], activation=activation, cost="cross_entropy", seed=0)
    network.weights[0] = [[z], [-z]]
    x, y = np.array([[1.0]]), np.array([[1.0, 0.0]])
    layers = tensors(network)
    total = cost(network, layers, torch.tensor(x), torch.tensor(y))
    assert network.cost_of(x, y) == pytest.approx(total.item(), rel=1e-10, abs=1e-10)
    total.backward()
    slopes = [w.grad.numpy() for w, _ in layers], [b.grad.numpy() for _, b in layers]
    np.testing.assert_allclose(flat(network.gradients(x, y)), flat(slopes), atol=1e-10)
