"""Tensors against PyTorch's own."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from derivlearn.tensor import Tensor
from needs import pytorch

torch = pytorch()

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
