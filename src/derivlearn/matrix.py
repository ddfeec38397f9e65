"""Matrices as a flat list of numbers, column after column.

Entry (r, c), in row r and column c, both counted from 0, is ``values[r + c * rows]``.
NumPy lays a matrix out the other way, row after row, unless told ``order="F"``.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


class Matrix:
    """rows × columns numbers, column after column.

    Args:
        rows: How many rows, at least 1.
        columns: How many columns, at least 1.
        values: rows × columns numbers, column after column; they are copied.

    Raises:
        ValueError: If there are no rows or no columns, or values has not
            rows × columns numbers.
    """

    def __init__(self, rows: int, columns: int, values: list[float]) -> None:
        """Keep a copy of values."""
        if rows < 1 or columns < 1:
            raise ValueError(
                f"a matrix cannot be {rows}×{columns}: "
                "rows and columns must be at least 1"
            )
        if len(values) != rows * columns:
            raise ValueError(
                f"a {rows}×{columns} matrix needs {rows * columns} values, "
                f"but values has {len(values)}"
            )
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

    Args:
        values: n numbers.

    Returns:
        The n×1 matrix.

    Raises:
        ValueError: If values is empty.
    """
    if not values:
        raise ValueError("values is empty: a column needs at least one number")
    return Matrix(len(values), 1, values)


def from_rows(rows: list[list[float]]) -> Matrix:
    """A list of rows, the way that it is written on paper, as a matrix.

    Args:
        rows: n lists of m numbers.

    Returns:
        The n×m matrix.

    Raises:
        ValueError: If there are no rows, or they are empty or not equally long.
    """
    if not rows:
        raise ValueError("rows is empty: a matrix needs at least one row")
    for r in range(len(rows)):
        if len(rows[r]) != len(rows[0]):
            raise ValueError(
                f"rows[{r}] has {len(rows[r])} entries and rows[0] has "
                f"{len(rows[0])}: the rows of a matrix are equally long"
            )
    values = []
    for c in range(len(rows[0])):
        for row in rows:
            values.append(row[c])
    return Matrix(len(rows), len(rows[0]), values)


def to_rows(m: Matrix) -> list[list[float]]:
    """The matrix as a list of its rows, the way that it is written on paper.

    Args:
        m: A matrix.

    Returns:
        m.rows lists of m.columns numbers.
    """
    # From place r on, every m.rows-th value is in row r.
    return [m.values[r :: m.rows] for r in range(m.rows)]


def entry(m: Matrix, r: int, c: int) -> float:
    """The number in row r and column c: values[r + c · rows].

    Args:
        m: A matrix.
        r: The row, from 0 to m.rows - 1.
        c: The column, from 0 to m.columns - 1.

    Returns:
        The number.

    Raises:
        IndexError: If there is no such row or column.
    """
    if not 0 <= r < m.rows:
        raise IndexError(
            f"r = {r} in a {m.rows}×{m.columns} matrix: "
            f"its rows are numbered from 0 to {m.rows - 1}"
        )
    if not 0 <= c < m.columns:
        raise IndexError(
            f"c = {c} in a {m.rows}×{m.columns} matrix: "
            f"its columns are numbered from 0 to {m.columns - 1}"
        )
    return m.values[r + c * m.rows]


def transpose(m: Matrix) -> Matrix:
    """Rows become columns: entry (r, c) of the result is entry (c, r) of m.

    Args:
        m: An n×m matrix.

    Returns:
        The m×n matrix.
    """
    values = []
    for r in range(m.rows):
        for c in range(m.columns):
            values.append(entry(m, r, c))
    return Matrix(m.columns, m.rows, values)


def mul_mat(a: Matrix, b: Matrix) -> Matrix:
    """Entry (r, c) of AB = Σₖ (entry (r, k) of A) · (entry (k, c) of B).

    Args:
        a: The left matrix.
        b: The right matrix, with as many rows as a has columns.

    Returns:
        The product, a.rows × b.columns. Each sum is added up from k = 0 on.

    Raises:
        ValueError: If b has not as many rows as a has columns.
    """
    if a.columns != b.rows:
        raise ValueError(
            f"{a.rows}×{a.columns} times {b.rows}×{b.columns}: "
            f"b must have as many rows as a has columns ({a.columns}), "
            f"but it has {b.rows}"
        )
    values = []
    for c in range(b.columns):
        for r in range(a.rows):
            total = 0.0
            for k in range(a.columns):
                total += entry(a, r, k) * entry(b, k, c)
            values.append(total)
    return Matrix(a.rows, b.columns, values)


def ones(rows: int, columns: int) -> Matrix:
    """1 everywhere: b·1ᵀ repeats a column, A·1 adds up each row.

    Args:
        rows: How many rows, at least 1.
        columns: How many columns, at least 1.

    Returns:
        The matrix.

    Raises:
        ValueError: If there are no rows or no columns.
    """
    return Matrix(rows, columns, [1.0] * (rows * columns))


def map_mat(f: "Callable[[float], float]", m: Matrix) -> Matrix:
    """Entry (r, c) of f(M) = f(entry (r, c) of M).

    Args:
        f: One number in, one number out.
        m: A matrix.

    Returns:
        A matrix of the same shape.
    """
    return Matrix(m.rows, m.columns, [f(value) for value in m.values])


def add_mat(a: Matrix, b: Matrix) -> Matrix:
    """Entry (r, c) of A + B = entry (r, c) of A + entry (r, c) of B.

    Args:
        a: A matrix.
        b: A matrix of the same shape.

    Returns:
        The sum, of the same shape.

    Raises:
        ValueError: If the shapes differ.
    """
    _check_same_shape(a, "plus", b)
    values = []
    for k in range(len(a.values)):
        values.append(a.values[k] + b.values[k])
    return Matrix(a.rows, a.columns, values)


def mul_entries(a: Matrix, b: Matrix) -> Matrix:
    """Entry (r, c) of A ⊙ B = entry (r, c) of A · entry (r, c) of B.

    This is the elementwise or Hadamard product; mul_mat is the product of matrices.

    Args:
        a: A matrix.
        b: A matrix of the same shape.

    Returns:
        The products, of the same shape.

    Raises:
        ValueError: If the shapes differ.
    """
    _check_same_shape(a, "times", b)
    values = []
    for k in range(len(a.values)):
        values.append(a.values[k] * b.values[k])
    return Matrix(a.rows, a.columns, values)


def _check_same_shape(a: Matrix, operation: str, b: Matrix) -> None:
    """Entry by entry needs as many entries, in the same places."""
    if a.rows != b.rows or a.columns != b.columns:
        raise ValueError(
            f"{a.rows}×{a.columns} {operation} {b.rows}×{b.columns}, entry by entry: "
            "a and b must have the same shape"
        )
