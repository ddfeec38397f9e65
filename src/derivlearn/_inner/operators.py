"""What lets an object stand where a number stands: on either side, and in comparisons.

Its own class knows +, ·, / and **, makes one of its kind of a number with ``_of``,
and keeps a number in ``data`` and its slope in ``grad``. All the rest is made of these.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self

    Answer = Any  # a bool, or an array of them
    Other = Any  # a number, or one of the same kind


class Operators:
    """a - b, 2 + a, 2 - a, 2 · a, 2 / a, 2 ** a; a == b, a < b, and so on; bool(a).

    Compared are the numbers. In a set or as a key, each is itself, whatever it holds.
    """

    data: "Any"
    grad: "Any"
    # NumPy's numbers leave it to us what 2 · a is.
    __array_ufunc__ = None

    if TYPE_CHECKING:  # what its own class knows

        def _of(self, other: Other) -> Self: ...
        def __add__(self, other: Other) -> Self: ...
        def __mul__(self, other: Other) -> Self: ...
        def __truediv__(self, other: Other) -> Self: ...
        def __pow__(self, other: Other) -> Self: ...
        def __matmul__(self, other: Other) -> Self: ...

    def __repr__(self) -> str:
        """As it is written in a program, and its slope."""
        return f"{type(self).__name__}({self.data!r}, grad={self.grad!r})"

    def __neg__(self) -> "Self":
        """As a · (-1)."""
        return self * self._of(-1.0)

    def __sub__(self, other: "Other") -> "Self":
        """As a + (-b)."""
        return self + -self._of(other)

    def __radd__(self, other: "Other") -> "Self":
        """A number + a."""
        return self + self._of(other)

    def __rsub__(self, other: "Other") -> "Self":
        """A number - a."""
        return self._of(other) - self

    def __rmul__(self, other: "Other") -> "Self":
        """A number · a."""
        return self * self._of(other)

    def __rmatmul__(self, other: "Other") -> "Self":
        """An array @ a."""
        return self._of(other) @ self

    def __rtruediv__(self, other: "Other") -> "Self":
        """A number / a."""
        return self._of(other) / self

    def __rpow__(self, other: "Other") -> "Self":
        """A number to the power of a."""
        return self._of(other) ** self

    def __hash__(self) -> int:
        """One of its own for each."""
        return id(self)

    def __eq__(self, other: object) -> "Answer":
        """Whether the numbers are equal; anything else is not."""
        return self.data == (other.data if isinstance(other, Operators) else other)

    def __lt__(self, other: "Other") -> "Answer":
        """Whether its number is the smaller."""
        return self.data < self._of(other).data

    def __le__(self, other: "Other") -> "Answer":
        """Whether its number is not the larger."""
        return self.data <= self._of(other).data

    def __gt__(self, other: "Other") -> "Answer":
        """Whether its number is the larger."""
        return self.data > self._of(other).data

    def __ge__(self, other: "Other") -> "Answer":
        """Whether its number is not the smaller."""
        return self.data >= self._of(other).data

    def __bool__(self) -> bool:
        """Whether its number is not 0."""
        return bool(self.data)
