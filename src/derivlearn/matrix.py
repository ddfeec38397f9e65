"""Matrices as a flat list of numbers, column after column.

Entry (r, c), in row r and column c, both counted from 0, is ``values[r + c * rows]``.
NumPy lays a matrix out the other way, row after row, unless told ``order="F"``.

Functions give a new Matrix and leave theirs as it is.

Raises:
    TypeError: If something is no Matrix, no list, no number or no function, where it
        should be.
    ValueError: If a list is empty, or the shapes do not fit.
    IndexError: If there is no such row or column.
"""

from derivlearn._inner import checks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "Matrix",
    "add_mat",
    "entry",
    "from_rows",
    "map_mat",
    "mul_entries",
    "mul_mat",
    "ones",
    "to_mat",
    "to_rows",
    "transpose",
]


class Matrix:
    """rows × columns numbers, column after column; at least 1×1.

    ``values`` are copied; two are equal if their shapes and all their numbers are.
    """

    def __init__(self, rows: int, columns: int, values: list[float]) -> None:
        """Keep a copy of values."""
        _check_made(rows, columns, values)
        self.rows = rows
        self.columns = columns
        self.values = list(values)

    def __eq__(self, other: object) -> bool:
        """Equal shapes and equal numbers, with no tolerance."""
        if not isinstance(other, Matrix):
            return NotImplemented
        return (
            self.rows == other.rows
            and self.columns == other.columns
            and self.values == other.values
        )

    # Its numbers may be changed, so it is no key for a dict.
    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        """As it is written in a program."""
        return f"Matrix({self.rows}, {self.columns}, {self.values})"


def to_mat(values: list[float]) -> Matrix:
    """A list of n numbers as a column, n×1.

    Examples:
        >>> to_mat([1.0, 2.0])
        Matrix(2, 1, [1.0, 2.0])
    """
    checks.check_list("values", values, "value")
    return Matrix(len(values), 1, values)


def from_rows(rows: list[list[float]]) -> Matrix:
    """A list of rows, the way that it is written on paper, as a matrix.

    Examples:
        >>> from_rows([[1.0, 2.0], [3.0, 4.0]])
        Matrix(2, 2, [1.0, 3.0, 2.0, 4.0])
    """
    _check_rows(rows)
    values = []
    for c in range(len(rows[0])):
        for row in rows:
            values.append(row[c])
    return Matrix(len(rows), len(rows[0]), values)


def to_rows(a: Matrix) -> list[list[float]]:
    """The matrix as a list of its rows, the way that it is written on paper."""
    _check_matrix("a", a)
    # From place r on, every a.rows-th value is in row r.
    return [a.values[r :: a.rows] for r in range(a.rows)]


def entry(a: Matrix, r: int, c: int) -> float:
    """The number in row r and column c: values[r + c · rows]."""
    _check_matrix("a", a)
    if not (0 <= r < a.rows and 0 <= c < a.columns):
        _refuse_place(a, r, c)
    return a.values[r + c * a.rows]


def transpose(a: Matrix) -> Matrix:
    """Rows become columns: entry (r, c) of Aᵀ is entry (c, r) of A."""
    _check_matrix("a", a)
    values = []
    for r in range(a.rows):
        for c in range(a.columns):
            values.append(entry(a, r, c))
    return _computed(a.columns, a.rows, values)


def mul_mat(a: Matrix, b: Matrix) -> Matrix:
    """Entry (r, c) of AB = Σₖ (entry (r, k) of A) · (entry (k, c) of B), from k = 0 on.

    A has as many columns as B has rows; AB has A's rows and B's columns.

    Examples:
        >>> mul_mat(from_rows([[1.0, 2.0], [3.0, 4.0]]), to_mat([10.0, 1.0])).values
        [12.0, 34.0]
    """
    _check_product(a, b)
    values = []
    for c in range(b.columns):
        for r in range(a.rows):
            total = 0.0
            for k in range(a.columns):
                total += entry(a, r, k) * entry(b, k, c)
            values.append(total)
    return _computed(a.rows, b.columns, values)


def ones(rows: int, columns: int) -> Matrix:
    """1 everywhere: b·1ᵀ repeats a column, A·1 adds up each row."""
    _check_size(rows, columns)
    return _computed(rows, columns, [1.0] * (rows * columns))


def map_mat(f: "Callable[[float], float]", a: Matrix) -> Matrix:
    """Entry (r, c) of f(A) = f(entry (r, c) of A)."""
    checks.check_function("f", f)
    _check_matrix("a", a)
    return Matrix(a.rows, a.columns, [f(value) for value in a.values])


def add_mat(a: Matrix, b: Matrix) -> Matrix:
    """Entry (r, c) of A + B = entry (r, c) of A + entry (r, c) of B."""
    _check_same_shape(a, "plus", b)
    values = []
    for k in range(len(a.values)):
        values.append(a.values[k] + b.values[k])
    return _computed(a.rows, a.columns, values)


def mul_entries(a: Matrix, b: Matrix) -> Matrix:
    """Entry (r, c) of A ⊙ B = entry (r, c) of A · entry (r, c) of B.

    This is the elementwise or Hadamard product; mul_mat is the product of matrices.
    """
    _check_same_shape(a, "times", b)
    values = []
    for k in range(len(a.values)):
        values.append(a.values[k] * b.values[k])
    return _computed(a.rows, a.columns, values)


def _computed(rows: int, columns: int, values: list[float]) -> Matrix:
    """A matrix of numbers that were computed here: neither looked at nor copied."""
    a = Matrix(1, 1, [0.0])
    a.rows, a.columns, a.values = rows, columns, values
    return a


# What the functions above are given, looked at.


def _check_matrix(name: str, a: Matrix) -> None:
    """What is computed with here is a Matrix."""
    if not isinstance(a, Matrix):
        raise TypeError(
            f"{name} is {checks.shown(a)}, which is no Matrix: "
            "make one with to_mat or from_rows"
        )


def _check_size(rows: int, columns: int) -> None:
    """At least 1×1."""
    for name, count in (("rows", rows), ("columns", columns)):
        if not isinstance(count, int):
            raise TypeError(f"{name} is {checks.shown(count)}: give a whole number")
    if rows < 1 or columns < 1:
        raise ValueError(
            f"a matrix cannot be {rows}×{columns}: rows and columns must be at least 1"
        )


def _check_made(rows: int, columns: int, values: list[float]) -> None:
    """As many numbers as the matrix has places."""
    _check_size(rows, columns)
    checks.check_list("values", values, "value")
    if len(values) != rows * columns:
        raise ValueError(
            f"a {rows}×{columns} matrix needs {rows * columns} values, "
            f"but values has {len(values)}"
        )
    for k, value in enumerate(values):
        # A Value of autograd can be added and multiplied, too.
        if value is None or isinstance(value, (list, tuple)) or _is_array(value):
            raise TypeError(
                f"values[{k}] is {checks.shown(value)}, which is no number: "
                "a list of rows is for from_rows"
            )


def _is_array(value: object) -> bool:
    """Whether it holds many, or is a text; an array of no dimension is a number."""
    return hasattr(value, "__len__") and getattr(value, "shape", None) != ()


def _check_rows(rows: list[list[float]]) -> None:
    """Rows of equal length."""
    checks.check_list("rows", rows, "row")
    for r in range(len(rows)):
        checks.check_list(f"rows[{r}]", rows[r])
        if len(rows[r]) != len(rows[0]):
            raise ValueError(
                f"rows[{r}] has {len(rows[r])} entries and rows[0] has "
                f"{len(rows[0])}: the rows of a matrix are equally long"
            )


def _check_product(a: Matrix, b: Matrix) -> None:
    """As many columns in A as rows in B."""
    _check_matrix("a", a)
    _check_matrix("b", b)
    if a.columns != b.rows:
        raise ValueError(
            f"{a.rows}×{a.columns} times {b.rows}×{b.columns}: "
            f"b must have as many rows as a has columns ({a.columns}), "
            f"but it has {b.rows}"
        )


def _check_same_shape(a: Matrix, operation: str, b: Matrix) -> None:
    """Entry by entry needs as many entries, in the same places."""
    _check_matrix("a", a)
    _check_matrix("b", b)
    if a.rows != b.rows or a.columns != b.columns:
        raise ValueError(
            f"{a.rows}×{a.columns} {operation} {b.rows}×{b.columns}, entry by entry: "
            "a and b must have the same shape"
        )


def _refuse_place(a: Matrix, r: int, c: int) -> None:
    """Say which of the two is outside."""
    name, k, count, what = "c", c, a.columns, "columns"
    if not 0 <= r < a.rows:
        name, k, count, what = "r", r, a.rows, "rows"
    raise IndexError(
        f"{name} = {k} in a {a.rows}×{a.columns} matrix: "
        f"its {what} are numbered from 0 to {count - 1}"
    )
