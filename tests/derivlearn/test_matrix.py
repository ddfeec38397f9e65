"""Column-major matrices."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derivlearn.matrix import (
    Matrix,
    add_mat,
    entry,
    from_rows,
    map_mat,
    mul_entries,
    mul_mat,
    ones,
    to_mat,
    to_rows,
    transpose,
)

sizes = st.integers(1, 4)
# Small whole numbers: sums and products of them are exact, so equality can be too.
exact = st.integers(-99, 99).map(float)

#     1 2
#     3 4
#     5 6
TALL = Matrix(3, 2, [1.0, 3.0, 5.0, 2.0, 4.0, 6.0])


def says(message: str) -> str:
    """Return a pattern for the whole message and nothing else."""
    return f"^{re.escape(message)}$"


@st.composite
def matrices(
    draw: st.DrawFn, rows: int | None = None, columns: int | None = None
) -> Matrix:
    """Draw a matrix, of a given size or of any."""
    rows = rows or draw(sizes)
    columns = columns or draw(sizes)
    values = st.lists(exact, min_size=rows * columns, max_size=rows * columns)
    return Matrix(rows, columns, draw(values))


def identity(n: int) -> Matrix:
    """Return 1 on the diagonal and 0 elsewhere."""
    return Matrix(n, n, [float(r == c) for c in range(n) for r in range(n)])


def test_values_lie_column_after_column() -> None:
    assert to_rows(TALL) == [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]
    assert entry(TALL, 0, 1) == 2.0
    assert entry(TALL, 2, 0) == 5.0
    assert entry(TALL, 2, 1) == 6.0


@given(matrices())
def test_entries_are_rows_of_columns(m: Matrix) -> None:
    rows = to_rows(m)
    assert len(rows) == m.rows
    for r, row in enumerate(rows):
        assert row == [entry(m, r, c) for c in range(m.columns)]


def test_rows_on_paper_become_columns_in_memory() -> None:
    assert from_rows([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]) == TALL


@given(matrices())
def test_rows_and_back_change_nothing(m: Matrix) -> None:
    assert from_rows(to_rows(m)) == m


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([], "rows is empty: give at least one row"),
        ([[]], "rows[0] is empty: give at least one number"),
        (
            [[1.0, 2.0], [3.0, 4.0], [5.0]],
            (
                "rows[2] has 1 entries and rows[0] has 2: "
                "the rows of a matrix are equally long"
            ),
        ),
        (
            [[1.0, 2.0], [3.0, 4.0, 5.0]],
            (
                "rows[1] has 3 entries and rows[0] has 2: "
                "the rows of a matrix are equally long"
            ),
        ),
    ],
)
def test_rows_that_are_no_matrix_are_an_error(
    rows: list[list[float]], message: str
) -> None:
    with pytest.raises(ValueError, match=says(message)):
        from_rows(rows)


def test_matrix_keeps_a_copy_of_its_values() -> None:
    values = [1.0, 2.0]
    m = Matrix(1, 2, values)
    values[0] = 9.0
    assert m.values == [1.0, 2.0]


def test_a_list_becomes_a_column() -> None:
    assert to_mat([1.0, 2.0, 3.0]) == Matrix(3, 1, [1.0, 2.0, 3.0])


def test_transpose_turns_rows_into_columns() -> None:
    assert transpose(TALL) == Matrix(2, 3, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0])


@given(matrices())
def test_transpose_twice_changes_nothing(m: Matrix) -> None:
    assert transpose(transpose(m)) == m


def test_product_of_rectangular_matrices() -> None:
    wide = Matrix(2, 4, [1.0, 0.0, 0.0, 1.0, 2.0, -1.0, 0.5, 3.0])
    assert to_rows(mul_mat(TALL, wide)) == [
        [1.0, 2.0, 0.0, 6.5],
        [3.0, 4.0, 2.0, 13.5],
        [5.0, 6.0, 4.0, 20.5],
    ]


def test_product_of_a_column_and_a_row_is_a_table() -> None:
    table = mul_mat(to_mat([1.0, 2.0, 3.0]), transpose(to_mat([10.0, 20.0])))
    assert to_rows(table) == [[10.0, 20.0], [20.0, 40.0], [30.0, 60.0]]


def test_product_is_added_up_from_the_first_place_on() -> None:
    """In this order the small number is lost; from the other end it is not."""
    row = transpose(to_mat([1.0, 2.0**53, -(2.0**53)]))
    ones = to_mat([1.0, 1.0, 1.0])
    assert mul_mat(row, ones).values == [0.0]


@given(st.data(), sizes, sizes, sizes, sizes)
def test_products_may_be_taken_in_any_order(
    data: st.DataObject, i: int, j: int, k: int, n: int
) -> None:
    a = data.draw(matrices(i, j))
    b = data.draw(matrices(j, k))
    c = data.draw(matrices(k, n))
    assert mul_mat(mul_mat(a, b), c) == mul_mat(a, mul_mat(b, c))


@given(st.data(), sizes, sizes, sizes)
def test_transpose_of_a_product_is_the_product_of_transposes_turned_round(
    data: st.DataObject, i: int, j: int, k: int
) -> None:
    a = data.draw(matrices(i, j))
    b = data.draw(matrices(j, k))
    assert transpose(mul_mat(a, b)) == mul_mat(transpose(b), transpose(a))


@given(matrices())
def test_identity_changes_nothing(m: Matrix) -> None:
    assert mul_mat(identity(m.rows), m) == m
    assert mul_mat(m, identity(m.columns)) == m


def test_equal_means_equal_shape_and_equal_values() -> None:
    m = Matrix(2, 3, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0])
    assert m == Matrix(2, 3, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0])
    assert m != Matrix(3, 2, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0])
    assert m != Matrix(2, 3, [1.0, 2.0, 3.0, 4.0, 5.0, 7.0])
    assert m != [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]


def test_shape_is_compared_even_if_only_one_side_differs() -> None:
    m = Matrix(2, 2, [1.0, 2.0, 3.0, 4.0])
    flat = Matrix(2, 2, [1.0, 2.0, 3.0, 4.0])
    flat.rows = 4
    assert m != flat
    flat = Matrix(2, 2, [1.0, 2.0, 3.0, 4.0])
    flat.columns = 4
    assert m != flat


def test_a_matrix_equals_what_says_so_itself() -> None:
    class Anything:
        __hash__ = None  # type: ignore[assignment]

        def __eq__(self, other: object) -> bool:
            return True

    assert Matrix(1, 1, [1.0]) == Anything()


def test_a_matrix_is_no_key() -> None:
    with pytest.raises(TypeError, match=r"^unhashable type: 'Matrix'$"):
        hash(TALL)


def test_repr_is_the_program_that_makes_it() -> None:
    assert repr(TALL) == "Matrix(3, 2, [1.0, 3.0, 5.0, 2.0, 4.0, 6.0])"


@pytest.mark.parametrize(("rows", "columns"), [(0, 3), (3, 0), (-1, -1), (0, 0)])
def test_a_matrix_without_rows_or_columns_is_an_error(rows: int, columns: int) -> None:
    message = says(
        f"a matrix cannot be {rows}×{columns}: rows and columns must be at least 1"
    )
    with pytest.raises(ValueError, match=message):
        Matrix(rows, columns, [])


@pytest.mark.parametrize("count", [1, 5, 7])
def test_too_few_or_too_many_values_are_an_error(count: int) -> None:
    message = says(f"a 3×2 matrix needs 6 values, but values has {count}")
    with pytest.raises(ValueError, match=message):
        Matrix(3, 2, [1.0] * count)


def test_an_empty_list_is_no_column() -> None:
    message = says("values is empty: give at least one value")
    with pytest.raises(ValueError, match=message):
        to_mat([])


def test_shapes_that_cannot_be_multiplied_are_an_error() -> None:
    message = says(
        "3×2 times 3×1: b must have as many rows as a has columns (2), but it has 3"
    )
    with pytest.raises(ValueError, match=message):
        mul_mat(TALL, to_mat([1.0, 2.0, 3.0]))
    message = says(
        "3×2 times 1×1: b must have as many rows as a has columns (2), but it has 1"
    )
    with pytest.raises(ValueError, match=message):
        mul_mat(TALL, to_mat([1.0]))


def test_ones_are_1_everywhere() -> None:
    assert ones(2, 3) == Matrix(2, 3, [1.0] * 6)


@given(matrices(columns=1), sizes)
def test_a_column_times_a_row_of_ones_repeats_it(column: Matrix, count: int) -> None:
    repeated = mul_mat(column, ones(1, count))
    assert to_rows(repeated) == [row * count for row in to_rows(column)]


@given(matrices())
def test_times_a_column_of_ones_adds_up_each_row(m: Matrix) -> None:
    sums = []
    for row in to_rows(m):
        total = 0.0
        for value in row:
            total += value
        sums.append(total)
    assert mul_mat(m, ones(m.columns, 1)) == to_mat(sums)


def test_a_function_is_applied_to_each_entry() -> None:
    assert map_mat(lambda x: 10 * x, TALL) == Matrix(
        3, 2, [10.0, 30.0, 50.0, 20.0, 40.0, 60.0]
    )


@given(st.data(), sizes, sizes)
def test_sums_and_products_go_entry_by_entry(
    data: st.DataObject, rows: int, columns: int
) -> None:
    a = data.draw(matrices(rows, columns))
    b = data.draw(matrices(rows, columns))
    total = add_mat(a, b)
    product = mul_entries(a, b)
    assert (total.rows, total.columns) == (product.rows, product.columns)
    assert (total.rows, total.columns) == (rows, columns)
    for r in range(rows):
        for c in range(columns):
            assert entry(total, r, c) == entry(a, r, c) + entry(b, r, c)
            assert entry(product, r, c) == entry(a, r, c) * entry(b, r, c)


@pytest.mark.parametrize(
    "other", [Matrix(3, 1, [1.0] * 3), Matrix(2, 2, [1.0] * 4), transpose(TALL)]
)
def test_shapes_that_differ_are_an_error_entry_by_entry(other: Matrix) -> None:
    shape = f"{other.rows}×{other.columns}"
    advice = "entry by entry: a and b must have the same shape"
    with pytest.raises(ValueError, match=says(f"3×2 plus {shape}, {advice}")):
        add_mat(TALL, other)
    with pytest.raises(ValueError, match=says(f"3×2 times {shape}, {advice}")):
        mul_entries(TALL, other)


@pytest.mark.parametrize("r", [-1, 3, 4])
def test_a_row_that_is_not_there_is_an_error(r: int) -> None:
    message = says(f"r = {r} in a 3×2 matrix: its rows are numbered from 0 to 2")
    with pytest.raises(IndexError, match=message):
        entry(TALL, r, 0)


@pytest.mark.parametrize("c", [-1, 2, 3])
def test_a_column_that_is_not_there_is_an_error(c: int) -> None:
    message = says(f"c = {c} in a 3×2 matrix: its columns are numbered from 0 to 1")
    with pytest.raises(IndexError, match=message):
        entry(TALL, 0, c)
