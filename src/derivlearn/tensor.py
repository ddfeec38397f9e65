"""Automatic differentiation of arrays: ``autograd`` with A @ B as one operation.

What was a slope beside each route is a function here: it takes G, the slopes of the
cost to the result, and gives those to the input that the route leads back to.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from derivlearn._inner import checks, operators, release
from derivlearn.network import _checks

__all__ = ["Tensor"]

Array = npt.NDArray[np.float64]
Route = tuple["Tensor", Callable[[Array], Array]]
Operand = Any  # a Tensor, an array or a number


class Tensor(operators.Operators):
    """An array, and in ``grad`` the slopes of what last called ``backward`` to it."""

    def __init__(self, data: npt.ArrayLike, *routes: Route) -> None:
        """Take real numbers in any shape; all else is a TypeError."""
        self.data: Array = np.asarray(_checks.array("data", data), np.float64)
        self.grad, self.routes = np.zeros_like(self.data), routes
        self.depth: int = max([a.depth + 1 for a, _ in routes], default=0)

    def _of(self, other: Operand) -> "Tensor":
        """A Tensor as it is, an array as a Tensor."""
        return other if isinstance(other, Tensor) else Tensor(other)

    def __add__(self, other: Operand) -> "Tensor":
        """∂C/∂A = G, ∂C/∂B = G."""
        b = self._of(other)
        return Tensor(self.data + b.data, (self, lambda g: g), (b, lambda g: g))

    def __mul__(self, other: Operand) -> "Tensor":
        """∂C/∂A = G ⊙ B, ∂C/∂B = G ⊙ A: entry by entry."""
        other = self._of(other)
        a, b = self.data, other.data
        return Tensor(a * b, (self, lambda g: g * b), (other, lambda g: g * a))

    def __matmul__(self, other: Operand) -> "Tensor":
        """∂C/∂A = G Bᵀ, ∂C/∂B = Aᵀ G: of matrices, so that x is a column or columns."""
        other = self._of(other)
        a, b = self.data, other.data
        _checks.check_product(a, b)
        return Tensor(a @ b, (self, lambda g: g @ b.T), (other, lambda g: a.T @ g))

    def __truediv__(self, other: Operand) -> "Tensor":
        """As A ⊙ B⁻¹."""
        return self * self._of(other) ** -1

    def __pow__(self, n: float) -> "Tensor":
        """∂C/∂A = G ⊙ n Aⁿ⁻¹, for a number n."""
        checks.check_number("n", n)
        slopes = n * self.data ** (n - 1) if n else np.zeros_like(self.data)
        return Tensor(self.data**n, (self, lambda g: g * slopes))

    def sum(self, axis: int | None = None) -> "Tensor":
        """∂C/∂A = G, repeated. An axis that was added up keeps the length 1."""
        total = self.data.sum(axis=axis, keepdims=axis is not None)
        return Tensor(total, (self, lambda g: np.broadcast_to(g, self.data.shape)))

    def exp(self) -> "Tensor":
        """∂C/∂A = G ⊙ eᴬ."""
        return self._of_each(power := np.exp(self.data), power)

    def log(self) -> "Tensor":
        """∂C/∂A = G ⊙ A⁻¹."""
        return self._of_each(np.log(self.data), 1 / self.data)

    def tanh(self) -> "Tensor":
        """∂C/∂A = G ⊙ (1 + tanh A)(1 - tanh A)."""
        return self._of_each(a := np.tanh(self.data), (1 + a) * (1 - a))

    def sigmoid(self) -> "Tensor":
        """∂C/∂A = G ⊙ σ(A) σ(-A). About e⁷⁰⁹ is the largest float."""
        a, rest = (1 / (1 + np.exp(z.clip(max=709))) for z in (-self.data, self.data))
        return self._of_each(a, a * rest)

    def relu(self) -> "Tensor":
        """∂C/∂A = G where A > 0, else 0."""
        return self._of_each(np.maximum(self.data, 0), self.data > 0)

    def _of_each(self, data: Array, slopes: npt.NDArray[Any]) -> "Tensor":
        return Tensor(data, (self, lambda g: g * slopes))

    def backward(self) -> None:
        """As in ``autograd``, from one number; where an input was repeated, sums."""
        if self.data.size != 1:
            raise ValueError(f"backward of {self.data.shape}: take the sum() before")
        order, seen = [self], {id(self)}
        for b in order:
            b.grad = np.zeros_like(b.data)
            for a, _ in b.routes:
                if id(a) not in seen:
                    seen.add(id(a))
                    order.append(a)
        order.sort(key=lambda b: b.depth, reverse=True)
        self.grad = np.ones_like(self.data)
        for b in order:
            for a, back in b.routes:
                a.grad = a.grad + _unrepeated(back(b.grad), a.data.shape)

    def __del__(self) -> None:
        """Let go of the way back, however long it is."""
        release.release(self)


def _unrepeated(slopes: Array, shape: tuple[int, ...]) -> Array:
    """Sums over the axes along which an array of that shape was repeated."""
    slopes = slopes.sum(axis=tuple(range(slopes.ndim - len(shape))))
    repeated = np.flatnonzero(np.not_equal(slopes.shape, shape)).tolist()
    return np.asarray(slopes.sum(axis=tuple(repeated), keepdims=True))
