"""The plain network: what the agreement of all ways, on numbers near 0, leaves open."""

import numpy as np
import pytest

from derivlearn import activations
from derivlearn.network import plain


@pytest.mark.parametrize("far", [0.0, 1e3, 1e300])
def test_softmax_shares_out_1_in_each_row_however_far_the_rows_are_apart(
    far: float,
) -> None:
    rows = [[far, far, far - 1.0], [1.0, 2.0, 3.0], [-far, -far, -far]]
    shares = plain.softmax(np.array(rows))
    np.testing.assert_allclose(shares, [activations.softmax(zs) for zs in rows])


def test_a_layer_without_biases_is_an_error() -> None:
    weights, biases = plain.start([2, 3, 1], seed=1)
    with pytest.raises(ValueError, match="zip"):
        plain.forward_layers(weights, biases[:1], np.ones((4, 2)), plain.sigmoid)
