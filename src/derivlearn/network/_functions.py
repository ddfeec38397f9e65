"""Activations and costs of many samples at once, in NumPy.

The formulas are those of ``activations`` and ``costs``; here each row of an array is
one sample. They write into arrays that the caller keeps, so that training allocates
next to nothing. Overflow is left to the caller, who looks at the results.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.floating[Any]]


def sigmoid(z: Array, a: Array) -> None:
    """σ(z) = 1 / (1 + e⁻ᶻ).

    As it stands: where e⁻ᶻ overflows to inf, a is 0.0, which is off by less than the
    smallest normal float. Everywhere else a keeps all its digits, however small it is;
    (1 + tanh(z/2)) / 2 would lose them.
    """
    np.negative(z, out=a)
    np.exp(a, out=a)
    a += 1.0
    np.reciprocal(a, out=a)


def sigmoid_backward(a: Array, slopes: Array) -> None:
    """∂C/∂z = ∂C/∂a · a (1 - a)."""
    slopes *= a
    slopes *= 1.0 - a


def tanh(z: Array, a: Array) -> None:
    """(eᶻ - e⁻ᶻ) / (eᶻ + e⁻ᶻ)."""
    np.tanh(z, out=a)


def tanh_backward(a: Array, slopes: Array) -> None:
    """∂C/∂z = ∂C/∂a · (1 + a)(1 - a).

    1 - a², factored: near 1 and -1 the square would lose the digits of 1 - |a|.
    """
    slopes *= 1.0 + a
    slopes *= 1.0 - a


def relu(z: Array, a: Array) -> None:
    """ReLU(z) = max(0, z)."""
    np.maximum(z, 0, out=a)


def relu_backward(a: Array, slopes: Array) -> None:
    """∂C/∂z = ∂C/∂a · (1 for a > 0, else 0)."""
    slopes *= a > 0


def softmax(z: Array, a: Array) -> None:
    """aᵢ = e^zᵢ / Σⱼ e^zⱼ, in each row. Less the largest z, nothing overflows."""
    np.subtract(z, z.max(axis=1, keepdims=True), out=a)
    np.exp(a, out=a)
    a /= a.sum(axis=1, keepdims=True)


def softmax_backward(a: Array, slopes: Array) -> None:
    """∂C/∂zⱼ = aⱼ (∂C/∂aⱼ - Σᵢ ∂C/∂aᵢ · aᵢ): every z moves every a."""
    slopes -= (slopes * a).sum(axis=1, keepdims=True)
    slopes *= a


# The activation, and how the slope goes back through it.
ACTIVATIONS: dict[str, tuple[Callable[[Array, Array], None], ...]] = {
    "sigmoid": (sigmoid, sigmoid_backward),
    "tanh": (tanh, tanh_backward),
    "relu": (relu, relu_backward),
    "softmax": (softmax, softmax_backward),
}


def squared_error(a: Array, y: Array) -> float:
    """C = ½ Σᵢ (aᵢ - yᵢ)², the sum over the rows."""
    return float(np.square(a - y).sum() / 2)


def sigmoid_cross_entropy(z: Array, y: Array) -> float:
    """C = -Σᵢ [yᵢ ln aᵢ + (1 - yᵢ) ln(1 - aᵢ)] for a = σ(z), over the rows.

    From z, since a may be rounded to 0 or 1, whose logarithm ends:
    -ln σ(z) = ln(1 + e⁻ᶻ), and 1 - σ(z) = σ(-z).
    """
    terms = y * np.logaddexp(0.0, -z) + (1.0 - y) * np.logaddexp(0.0, z)
    return float(terms.sum())


def softmax_cross_entropy(z: Array, y: Array) -> float:
    """C = -Σᵢ yᵢ ln aᵢ for a = softmax(z), the sum over the rows.

    From z again: -ln aᵢ = ln Σⱼ e^sⱼ - sᵢ, with s = z less the largest z. The largest
    has e⁰ = 1, which log1p adds, so that a small sum of the others is not lost beside
    it.
    """
    s = z - z.max(axis=1, keepdims=True)
    others = np.exp(s)
    others[np.arange(len(s)), s.argmax(axis=1)] = 0.0
    ln_total = np.log1p(others.sum(axis=1, keepdims=True))
    return float((y * (ln_total - s)).sum())


# The cross-entropy that goes with an output's activation.
CROSS_ENTROPIES: dict[str, Callable[[Array, Array], float]] = {
    "sigmoid": sigmoid_cross_entropy,
    "softmax": softmax_cross_entropy,
}
