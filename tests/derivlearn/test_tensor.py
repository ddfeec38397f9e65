"""Automatic differentiation of arrays, against measured slopes."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from derivlearn.autograd import Value
from derivlearn.check import gradient_check
from derivlearn.tensor import Tensor

Given = Any  # right or wrong
Numbers = npt.NDArray[np.float64]
Expression = Callable[[Tensor, Tensor], Tensor]

SHAPES = [(), (1,), (3,), (1, 3), (2, 1), (2, 3), (1, 1), (4, 2, 3), (1, 2, 1)]
# Of entries from 0.5 to 1.5, so that every one of these is defined there.
BINARY: list[Expression] = [
    lambda a, b: a + b,
    lambda a, b: a - b,
    lambda a, b: a * b,
    lambda a, b: a / b,
    lambda a, b: 2 - a * 3 + b / 2 + 1 / b,
    lambda a, b: (a * b).exp() + a,
    lambda a, b: (a + b).log() * b,
    lambda a, b: (a - b).tanh() * a,
    lambda a, b: (a - 2 * b).sigmoid() + b**3,
    lambda a, b: (a - b).relu() + a**-1 + b**0.5,
    lambda a, b: a * a * b + a**0,
    lambda a, b: -a * -b,
]


def fit(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    """Return whether NumPy can repeat the two shapes to one."""
    try:
        np.broadcast_shapes(a, b)
    except ValueError:
        return False
    return True


def numbers(shape: tuple[int, ...], seed: int) -> Numbers:
    """Return numbers from 0.5 to 1.5."""
    return np.asarray(np.random.default_rng(seed).random(shape) + 0.5)


def check(expression: Callable[..., Tensor], *arrays: Numbers) -> None:
    """Compare the slopes of a sum to every entry with measured ones."""
    held = {f"x{k}": np.array(array) for k, array in enumerate(arrays)}
    weights = numbers(expression(*map(Tensor, held.values())).data.shape, 99)

    def cost() -> float:
        return float((expression(*map(Tensor, held.values())).data * weights).sum())

    tensors = [Tensor(array) for array in held.values()]
    (expression(*tensors) * weights).sum().backward()
    slopes = {f"x{k}": tensor.grad for k, tensor in enumerate(tensors)}
    for name, array in held.items():
        assert slopes[name].shape == array.shape
    assert gradient_check(cost, held, slopes).passed(1e-6)


@pytest.mark.parametrize("expression", BINARY)
@pytest.mark.parametrize(
    ("a", "b"), [(a, b) for a in SHAPES[1:] for b in SHAPES[1:] if fit(a, b)]
)
def test_slopes_match_measured_ones_however_an_array_is_repeated(
    expression: Expression, a: tuple[int, ...], b: tuple[int, ...]
) -> None:
    check(expression, numbers(a, 1), numbers(b, 2))


@given(st.integers(1, 4), st.integers(1, 4), st.integers(1, 4), st.integers(0, 99))
def test_products_of_matrices(n: int, m: int, count: int, seed: int) -> None:
    def layer(w: Tensor, b: Tensor, x: Tensor) -> Tensor:
        return (w @ x + b).sigmoid()

    check(layer, numbers((n, m), seed), numbers((n, 1), 1), numbers((m, count), 2))


@pytest.mark.parametrize("axis", [None, 0, 1])
def test_sums_along_an_axis(axis: int | None) -> None:
    check(lambda a: a / a.sum(axis), numbers((2, 3), 1))
    total = Tensor([[1.0, 2.0], [3.0, 4.0]]).sum(axis)
    assert total.data.tolist() == {None: 10.0, 0: [[4.0, 6.0]], 1: [[3.0], [7.0]]}[axis]


def test_softmax_and_cross_entropy_shrink_to_a_minus_y() -> None:
    z, y = Tensor([[1.0, -0.5, 2.0]]), np.array([[0.0, 0.0, 1.0]])
    powers = z.exp()
    shares = powers / powers.sum(1)
    (-(shares.log() * y)).sum().backward()
    assert z.grad == pytest.approx(shares.data - y)


@pytest.mark.parametrize("name", ["exp", "log", "tanh", "sigmoid", "relu"])
@given(number=st.floats(0.1, 2))
def test_each_entry_is_a_value(name: str, number: float) -> None:
    value, tensor = Value(number), Tensor([number, 1.0])
    result = getattr(value, name)()
    results = getattr(tensor, name)()
    result.backward()
    results.sum().backward()
    assert results.data[0] == pytest.approx(result.data, rel=1e-14)
    assert tensor.grad[0] == pytest.approx(value.grad, rel=1e-12)


def test_where_a_tensor_is_used_twice_its_slopes_add_up() -> None:
    a = Tensor([2.0, 3.0])
    b = a * a
    (b * a + b).sum().backward()
    assert a.grad.tolist() == [3 * 4.0 + 2 * 2.0, 3 * 9.0 + 2 * 3.0]


def test_a_second_backward_gives_the_same() -> None:
    a = Tensor([[1.0, 2.0]])
    total = (a * a).sum()
    for _ in range(2):
        total.backward()
        assert a.grad.tolist() == [[2.0, 4.0]]


def test_arrays_and_numbers_stand_on_either_side() -> None:
    array = np.array([[1.0, 2.0], [3.0, 4.0]])
    a = Tensor([[1.0], [1.0]])
    for found, expected in (
        (array @ a, array @ a.data),
        (array * a, array * a.data),
        (array + a, array + a.data),
        (array - a, array - a.data),
        (array / a, array / a.data),
        (2 - a, 2 - a.data),
        (np.int64(3) * a, 3 * a.data),
    ):
        assert isinstance(found, Tensor)
        assert found.data.tolist() == expected.tolist()


def test_entries_are_compared_one_by_one() -> None:
    a = Tensor([1.0, 2.0])
    assert (a > 1.5).tolist() == [False, True]
    assert (a == [1.0, 1.0]).tolist() == [True, False]
    assert bool(Tensor(0.0)) is False


def test_a_tensor_reads_like_a_program() -> None:
    assert repr(Tensor(3)) == "Tensor(array(3.), grad=array(0.))"


@pytest.mark.parametrize("wrong", ["3", None, [None], [1j], ["a"]])
def test_what_holds_no_real_numbers_is_an_error(wrong: Given) -> None:
    for call in (lambda: Tensor(wrong), lambda: Tensor(1.0) + wrong):
        with pytest.raises(TypeError, match=r"^data holds .*, expected real numbers$"):
            call()


def test_rows_of_different_lengths_are_an_error() -> None:
    with pytest.raises(ValueError, match=r"^data is no array: its rows must be"):
        Tensor([[1.0, 2.0], [3.0]])


def test_a_product_with_what_is_no_matrix_is_an_error() -> None:
    message = r"^\(2, 3\) @ \(3,\): give both two dimensions, a column as \(m, 1\)$"
    with pytest.raises(ValueError, match=message):
        Tensor(np.ones((2, 3))) @ [1.0, 2.0, 3.0]


def test_backward_of_more_than_one_number_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"^backward of \(2,\): take the sum"):
        Tensor([1.0, 2.0]).backward()
    for one in (Tensor(2.0), Tensor([2.0]), Tensor([[2.0]])):
        one.backward()
        assert one.grad.item() == 1.0


def test_a_long_way_back_is_let_go_without_going_deep() -> None:
    last = Tensor([1.0])
    for _ in range(50_000):
        last = last + 1.0
    del last


def test_a_slope_at_0_to_the_power_of_0_is_0() -> None:
    a = Tensor([0.0, 2.0])
    (a**0).sum().backward()
    assert a.grad.tolist() == [0.0, 0.0]
    assert math.isfinite(a.grad.sum())


@pytest.mark.parametrize("wrong", [Tensor([2.0]), Value(2.0), "a", None, [2.0]])
def test_a_power_that_is_no_number_is_an_error(wrong: Given) -> None:
    with pytest.raises(TypeError, match=r"^n is .* no number"):
        _ = Tensor([2.0]) ** wrong
    with pytest.raises(TypeError, match=r"^n is .* no number"):
        _ = 2 ** Tensor([2.0])


@given(st.floats(-1e5, 1e5))
def test_a_sigmoid_far_from_0_is_that_of_a_value(z: float) -> None:
    one, value = Tensor(z), Value(z)
    some = one.sigmoid()
    some.backward()
    other = value.sigmoid()
    other.backward()
    np.testing.assert_allclose(some.data, other.data, rtol=1e-14, atol=1e-307)
    np.testing.assert_allclose(one.grad, value.grad, rtol=1e-14, atol=1e-307)


def test_a_product_keeps_its_slopes_if_an_array_is_replaced_afterwards() -> None:
    a, b = Tensor([[2.0]]), Tensor([[3.0]])
    total = (a * b + a @ b).sum()
    b.data = np.array([[5.0]])
    a.data = np.array([[7.0]])
    total.backward()
    assert (a.grad.item(), b.grad.item()) == (6.0, 4.0)


def test_the_slopes_of_a_constant_power_are_floats() -> None:
    x = Tensor([2.0, 3.0])
    (x**0).sum().backward()
    assert x.grad.dtype == np.float64
    assert x.grad.tolist() == [0.0, 0.0]


def test_relu_is_flat_at_0() -> None:
    x = Tensor([-1.0, 0.0, 2.0])
    x.relu().sum().backward()
    assert x.grad.tolist() == [0.0, 0.0, 1.0]
