"""Automatic differentiation: numbers that know what they were computed from.

Beside each result stand its routes back: each input, and the result's slope to it.
"""

import math

from derivlearn import activations
from derivlearn._inner import checks, operators, release

__all__ = ["Value"]


class Value(operators.Operators):
    """A number, and in ``grad`` the slope of what last called ``backward`` to it."""

    def __init__(self, data: float, *routes: "tuple[Value, float]") -> None:
        """Take a number; all else is a TypeError."""
        checks.check_number("data", data)
        self.data, self.routes, self.grad = float(data), routes, 0.0
        self.depth: int = max([a.depth + 1 for a, _ in routes], default=0)

    def _of(self, other: "Value | float") -> "Value":
        """A Value as it is, a number as a Value."""
        return other if isinstance(other, Value) else Value(other)

    def __add__(self, other: "Value | float") -> "Value":
        """∂(a + b)/∂a = 1, ∂(a + b)/∂b = 1."""
        b = self._of(other)
        return Value(self.data + b.data, (self, 1.0), (b, 1.0))

    def __mul__(self, other: "Value | float") -> "Value":
        """∂(a · b)/∂a = b, ∂(a · b)/∂b = a."""
        b = self._of(other)
        return Value(self.data * b.data, (self, b.data), (b, self.data))

    def __truediv__(self, other: "Value | float") -> "Value":
        """∂(a / b)/∂a = 1 / b, ∂(a / b)/∂b = -(a / b) / b."""
        b = self._of(other)
        ratio = self.data / b.data
        return Value(ratio, (self, 1 / b.data), (b, -ratio / b.data))

    def __pow__(self, other: "Value | float") -> "Value":
        """∂aⁿ/∂a = n · aⁿ⁻¹; and ∂aⁿ/∂n = aⁿ · ln a, where n is a Value."""
        n = self._of(other)
        checks.check_power(self.data, n.data, moves=n is other)
        power = self.data**n.data
        routes = [(self, n.data * self.data ** (n.data - 1) if n.data else 0.0)]
        if n is other:
            routes.append((n, power * math.log(self.data) if self.data else 0.0))
        return Value(power, *routes)

    def __neg__(self) -> "Value":
        """∂(-a)/∂a = -1."""
        return Value(-self.data, (self, -1.0))

    def exp(self) -> "Value":
        """∂eᵃ/∂a = eᵃ."""
        return Value(math.exp(self.data), (self, math.exp(self.data)))

    def log(self) -> "Value":
        """∂(ln a)/∂a = 1 / a."""
        checks.check_positive("ln a", self.data)
        return Value(math.log(self.data), (self, 1 / self.data))

    def tanh(self) -> "Value":
        """∂tanh(a)/∂a = tanh′(a)."""
        slope = activations.tanh_derivative(self.data)
        return Value(activations.tanh(self.data), (self, slope))

    def sigmoid(self) -> "Value":
        """∂σ(a)/∂a = σ′(a)."""
        slope = activations.sigmoid_derivative(self.data)
        return Value(activations.sigmoid(self.data), (self, slope))

    def relu(self) -> "Value":
        """∂ReLU(a)/∂a = ReLU′(a)."""
        slope = activations.relu_derivative(self.data)
        return Value(activations.relu(self.data), (self, slope))

    def backward(self) -> None:
        """∂self/∂a += ∂self/∂b · ∂b/∂a, for every route; a second call starts anew."""
        order, seen = [self], {id(self)}
        for b in order:  # which grows by all that b was computed from
            b.grad = 0.0
            for a, _ in b.routes:
                if id(a) not in seen:
                    seen.add(id(a))
                    order.append(a)
        order.sort(key=lambda b: b.depth, reverse=True)  # each before its inputs
        self.grad = 1.0
        for b in order:
            for a, slope in b.routes:
                a.grad += b.grad * slope  # where routes meet, they add up

    def __del__(self) -> None:
        """Let go of the way back, however long it is."""
        release.release(self)
