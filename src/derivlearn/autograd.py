"""Automatic differentiation: numbers that know what they were computed from.

Beside each result stand its routes back: each input, and the result's slope to it.
"""

import math

from derivlearn import activations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Function = Callable[[float], float]


def _method(f: "Function", df: "Function") -> "Callable[[Value], Value]":
    """A function of one number and its derivative, as a method with one route."""
    return lambda a: Value(f(a.data), (a, df(a.data)))  # pragma: no mutate, at import


class Value:
    """A number, and in ``grad`` the slope of what last called ``backward`` to it."""

    def __init__(self, data: float, *routes: "tuple[Value, float]") -> None:
        """Take an int or a float; all else is a TypeError."""
        if not isinstance(data, (int, float)):
            raise TypeError(f"{data!r} is no number: give an int or a float")
        self.data, self.routes, self.grad = float(data), routes, 0.0
        self.depth: int = max([a.depth + 1 for a, _ in routes], default=0)

    def __repr__(self) -> str:
        """The number and its slope."""
        return f"Value({self.data!r}, grad={self.grad!r})"

    def __add__(self, other: "Value | float") -> "Value":
        """∂(a + b)/∂a = 1, ∂(a + b)/∂b = 1."""
        other = _value(other)
        return Value(self.data + other.data, (self, 1.0), (other, 1.0))

    def __mul__(self, other: "Value | float") -> "Value":
        """∂(a · b)/∂a = b, ∂(a · b)/∂b = a."""
        other = _value(other)
        return Value(self.data * other.data, (self, other.data), (other, self.data))

    def __pow__(self, n: float) -> "Value":
        """∂aⁿ/∂a = n · aⁿ⁻¹, for a number n; 0 for n = 0, at any a."""
        n = Value(n).data
        return Value(self.data**n, (self, n * self.data ** (n - 1) if n else 0.0))

    def __neg__(self) -> "Value":
        """∂(-a)/∂a = -1."""
        return Value(-self.data, (self, -1.0))

    def __sub__(self, other: "Value | float") -> "Value":
        """As a + (-b)."""
        return self + -_value(other)

    def __truediv__(self, other: "Value | float") -> "Value":
        """∂(a / b)/∂a = 1 / b, ∂(a / b)/∂b = -(a / b) / b."""
        other = _value(other)
        ratio = self.data / other.data
        return Value(ratio, (self, 1 / other.data), (other, -ratio / other.data))

    def __rsub__(self, other: float) -> "Value":
        """A number - a."""
        return _value(other) - self

    def __rtruediv__(self, other: float) -> "Value":
        """A number / a."""
        return _value(other) / self

    __radd__, __rmul__ = __add__, __mul__

    exp = _method(math.exp, math.exp)
    log = _method(math.log, lambda a: 1 / a)
    tanh = _method(activations.tanh, activations.tanh_derivative)
    sigmoid = _method(activations.sigmoid, activations.sigmoid_derivative)
    relu = _method(activations.relu, activations.relu_derivative)

    def backward(self) -> None:
        """∂self/∂a += ∂self/∂b · ∂b/∂a, for every route; a second call starts anew."""
        order, seen = [self], {self}
        for b in order:  # which grows by all that b was computed from
            b.grad = 0.0
            for a, _ in b.routes:
                if a not in seen:
                    seen.add(a)
                    order.append(a)
        order.sort(key=lambda b: b.depth, reverse=True)  # each before its inputs
        self.grad = 1.0
        for b in order:
            for a, slope in b.routes:
                a.grad += b.grad * slope  # where routes meet, they add up


def _value(x: "Value | float") -> Value:
    """A Value as it is, a number as a Value."""
    return x if isinstance(x, Value) else Value(x)
