"""Automatic differentiation, against published numbers and against measured slopes."""

import inspect
import math
import re
from collections.abc import Callable
from typing import Any, ClassVar

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from derivlearn import activations
from derivlearn._inner import release
from derivlearn.autograd import Value
from derivlearn.check import gradient_check
from derivlearn.costs import squared_error_derivative
from derivlearn.example import (
    HIDDEN_BIASES,
    HIDDEN_WEIGHTS,
    INPUTS,
    LAST_BIASES,
    LAST_WEIGHTS,
    TARGETS,
)
from derivlearn.loops import activate, backward_layers, forward_layers, last_deltas

Given = Any  # right or wrong
Expression = Callable[[list[Value]], Value]

V: Given = Value(2.0)
moderate = st.floats(-2, 2)


def says(message: str) -> str:
    """Return a pattern for the whole message and nothing else."""
    return f"^{re.escape(message)}$"


def test_the_expression_of_micrograds_readme() -> None:
    a = Value(-4.0)
    b = Value(2.0)
    c = a + b
    d = a * b + b**3
    c += c + 1
    c += 1 + c + (-a)
    d += d * 2 + (b + a).relu()
    d += 3 * d + (b - a).relu()
    e = c - d
    f = e**2
    g = f / 2.0
    g += 10.0 / f
    g.backward()
    assert g.data == pytest.approx(24.7041, abs=5e-5)
    assert a.grad == pytest.approx(138.8338, abs=5e-5)
    assert b.grad == pytest.approx(645.5773, abs=5e-5)


def test_the_circuit_of_cs231n() -> None:
    x, y, z = Value(-2), Value(5), Value(-4)
    f = (x + y) * z
    f.backward()
    assert f.data == -12.0
    assert [x.grad, y.grad, z.grad] == [-4.0, -4.0, 3.0]


def test_the_sigmoid_neuron_of_cs231n() -> None:
    w = [Value(2.0), Value(-3.0), Value(-3.0)]
    x = [Value(-1.0), Value(-2.0)]
    a = (w[0] * x[0] + w[1] * x[1] + w[2]).sigmoid()
    a.backward()
    assert a.data == pytest.approx(0.7310585786, abs=5e-11)
    assert [v.grad for v in x] == pytest.approx([0.39322, -0.58984], abs=5e-6)
    assert [v.grad for v in w] == pytest.approx([-0.19661, -0.39322, 0.19661], abs=5e-6)


@pytest.mark.parametrize(
    ("operation", "result", "slopes"),
    [
        (lambda a, b: a + b, 10.0, [1.0, 1.0]),
        (lambda a, b: a - b, 6.0, [1.0, -1.0]),
        (lambda a, b: a * b, 16.0, [2.0, 8.0]),
        (lambda a, b: a / b, 4.0, [0.5, -2.0]),
        (lambda a, _: -a, -8.0, [-1.0, 0.0]),
        (lambda a, _: a + 2, 10.0, [1.0, 0.0]),
        (lambda a, _: 2 + a, 10.0, [1.0, 0.0]),
        (lambda a, _: a - 2, 6.0, [1.0, 0.0]),
        (lambda a, _: 1 - a, -7.0, [-1.0, 0.0]),
        (lambda a, _: a * 2, 16.0, [2.0, 0.0]),
        (lambda a, _: 2 * a, 16.0, [2.0, 0.0]),
        (lambda a, _: a / 2, 4.0, [0.5, 0.0]),
        (lambda a, _: 1 / a, 0.125, [-0.015625, 0.0]),
        (lambda a, _: a**2, 64.0, [16.0, 0.0]),
        (lambda a, _: a**3, 512.0, [192.0, 0.0]),
        (lambda a, _: a**1, 8.0, [1.0, 0.0]),
        (lambda a, _: a**0, 1.0, [0.0, 0.0]),
        (lambda a, _: a**-1, 0.125, [-0.015625, 0.0]),
        (lambda _, b: b**0.5, math.sqrt(2.0), [0.0, 0.5 / math.sqrt(2.0)]),
        (lambda a, b: a**b, 64.0, [16.0, 64.0 * math.log(8.0)]),
        (lambda a, _: 2**a, 256.0, [256.0 * math.log(2.0), 0.0]),
        (lambda _, b: b.exp(), math.exp(2.0), [0.0, math.exp(2.0)]),
        (lambda a, _: a.log(), math.log(8.0), [0.125, 0.0]),
    ],
)
def test_operations_and_their_slopes(
    operation: Callable[[Value, Value], Value], result: float, slopes: list[float]
) -> None:
    a = Value(8.0)
    b = Value(2.0)
    c = operation(a, b)
    c.backward()
    assert c.data == pytest.approx(result, rel=1e-15)
    assert [a.grad, b.grad] == pytest.approx(slopes, rel=1e-15)
    assert c.grad == 1.0
    assert [a.data, b.data] == [8.0, 2.0]


@pytest.mark.parametrize("name", ["sigmoid", "tanh", "relu"])
@given(z=moderate)
def test_activations_are_those_of_the_book(name: str, z: float) -> None:
    value = Value(z)
    result = getattr(value, name)()
    result.backward()
    assert result.data == getattr(activations, name)(z)
    assert value.grad == getattr(activations, f"{name}_derivative")(z)


def test_powers_of_0() -> None:
    for n, data, slope in ((0, 1.0, 0.0), (1, 0.0, 1.0), (2, 0.0, 0.0)):
        zero = Value(0.0)
        power = zero**n
        power.backward()
        assert (power.data, zero.grad) == (data, slope)


def test_a_quotient_keeps_its_slopes_where_the_square_of_b_is_no_float() -> None:
    for size in (1e200, 1e-200):
        a = Value(size)
        b = Value(size)
        (a / b).backward()
        assert [a.grad, b.grad] == [1 / size, -1 / size]


def test_where_a_value_is_used_twice_its_slopes_add_up() -> None:
    a = Value(3.0)
    (a + a).backward()
    assert a.grad == 2.0
    (a * a).backward()
    assert a.grad == 6.0
    (a / a).backward()
    assert a.grad == 0.0
    b = a * 2
    (a * b + b).backward()
    assert (a.grad, b.grad) == (14.0, 4.0)


def test_every_value_waits_for_all_of_its_routes() -> None:
    """The short route to b is met before the long one, which still has to count."""
    a = Value(2.0)
    b = a * a
    c = (b * 3 + 1) * b + b
    c.backward()
    assert b.grad == 6 * 4.0 + 2
    assert a.grad == 4.0 * b.grad


def test_depth_is_the_number_of_operations_on_the_longest_way_back() -> None:
    a = Value(2.0)
    b = a * a
    assert [a.depth, b.depth, (b + a).depth, (a + b * a).depth] == [0, 1, 2, 3]


def test_a_second_backward_gives_the_same() -> None:
    a = Value(3.0)
    b = a * a
    c = b * a
    for _ in range(3):
        c.backward()
        assert [a.grad, b.grad, c.grad] == [27.0, 3.0, 1.0]


def test_a_slope_is_that_of_what_called_backward_last() -> None:
    a = Value(3.0)
    b = a * a
    c = b * a
    c.backward()
    b.backward()
    assert [a.grad, b.grad] == [6.0, 1.0]
    assert c.grad == 1.0


def test_a_value_that_leads_nowhere_keeps_its_slope_of_0() -> None:
    a = Value(3.0)
    b = Value(4.0)
    b * a
    (a * 2).backward()
    assert b.grad == 0.0


def test_a_values_own_slope_is_1() -> None:
    a = Value(3.0)
    a.backward()
    assert a.grad == 1.0


def test_a_chain_of_10000_needs_no_recursion() -> None:
    a = Value(1.0)
    b = a
    for _ in range(10_000):
        b = b + a
    b.backward()
    assert b.data == a.grad == 10_001.0


def test_backward_takes_as_long_as_there_are_routes() -> None:
    """Doubled 60 times there are 2⁶⁰ ways back, but only 120 routes."""
    a = Value(1.0)
    b = a
    for _ in range(60):
        b = b + b
    b.backward()
    assert a.grad == 2.0**60


def test_slopes_are_added_in_the_same_order_every_time() -> None:
    def slope() -> float:
        a = Value(0.1)
        total = Value(0.0)
        for k in range(50):
            total = total + (a * (k / 7)).tanh() * (a * k).exp()
        total.backward()
        return float(a.grad)

    assert {slope() for _ in range(20)} == {slope()}


def test_a_value_reads_like_a_program() -> None:
    a = Value(3)
    (a * 2).backward()
    assert repr(a) == "Value(3.0, grad=2.0)"


@pytest.mark.parametrize(
    ("call", "given"),
    [
        (lambda: Value("2"), "'2'"),  # type: ignore[arg-type]
        (lambda: Value(None), "None"),  # type: ignore[arg-type]
        (lambda: Value(Value(2.0)), "Value(2.0, grad=0.0)"),  # type: ignore[arg-type]
        (lambda: V + "3", "'3'"),
        (lambda: "3" + V, "'3'"),
        (lambda: V - [3], "[3]"),
        (lambda: None - V, "None"),
        (lambda: V * None, "None"),
        (lambda: V / "3", "'3'"),
        (lambda: {} / V, "{}"),
        (lambda: V ** "3", "'3'"),
        (lambda: V + 1j, "1j"),
    ],
)
def test_what_is_no_number_is_an_error(call: Callable[[], object], given: str) -> None:
    message = says(f"data is {given}, which is no number: give an int or a float")
    with pytest.raises(TypeError, match=message):
        call()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: Value(-4.0) ** 0.5,
            "a ** n with a = -4.0 and n = 0.5 is no real number",
        ),
        (
            lambda: Value(-4) ** -1.5,
            "a ** n with a = -4.0 and n = -1.5 is no real number",
        ),
        (
            lambda: Value(0.0) ** 0.5,
            "a ** n with n = 0.5 has no slope at a = 0.0: it is upright there",
        ),
        (
            lambda: Value(0.0) ** -1,
            "a ** n with a = 0.0 and n = -1.0 would divide by 0",
        ),
        (
            lambda: Value(-2.0) ** Value(2.0),
            ("a ** n with a = -2.0 has no slope to n: give n as a number, not a Value"),
        ),
        (
            lambda: (-2) ** Value(2.0),
            ("a ** n with a = -2.0 has no slope to n: give n as a number, not a Value"),
        ),
    ],
)
def test_a_power_that_is_not_defined_is_an_error(
    call: Callable[[], object], message: str
) -> None:
    with pytest.raises(ValueError, match=says(message)):
        call()


def test_powers_of_0_to_a_value_do_not_move() -> None:
    n = Value(2.0)
    power = Value(0.0) ** n
    power.backward()
    assert (power.data, n.grad) == (0.0, 0.0)


@given(moderate, moderate)
def test_values_compare_like_their_numbers(a: float, b: float) -> None:
    for other in (b, Value(b)):
        assert (Value(a) == other) is (a == b)
        assert (Value(a) != other) is (a != b)
        assert (Value(a) < other) is (a < b)
        assert (Value(a) <= other) is (a <= b)
        assert (Value(a) > other) is (a > b)
        assert (Value(a) >= other) is (a >= b)
    assert (a < Value(b)) is (a < b)
    assert (a >= Value(b)) is (a >= b)
    assert bool(Value(a)) is bool(a)
    assert min([Value(a), Value(b)]).data == min(a, b)


def test_a_value_equals_nothing_that_is_no_number() -> None:
    assert Value(1.0) != "1.0"
    assert Value(1.0) != None  # noqa: E711 - this very comparison
    assert not Value(1.0) == [1.0]  # noqa: SIM201 - both of the two


@pytest.mark.parametrize("two", [np.float64(2), np.float32(2), np.int64(2), True + 1])
def test_numbers_of_numpy_are_numbers_on_either_side(two: Given) -> None:
    operations: list[tuple[Callable[[], object], float]] = [
        (lambda: two * Value(3.0), 6.0),
        (lambda: Value(3.0) * two, 6.0),
        (lambda: two + Value(3.0), 5.0),
        (lambda: two - Value(3.0), -1.0),
        (lambda: two / Value(4.0), 0.5),
        (lambda: two ** Value(3.0), 8.0),
        (lambda: Value(3.0) ** two, 9.0),
    ]
    for operation, result in operations:
        found = operation()
        assert isinstance(found, Value)
        assert found.data == result
    assert Value(two).data == 2.0
    assert two < Value(3.0)


def test_arrays_are_no_numbers_on_either_side() -> None:
    array = np.array([1.0, 2.0])
    message = r"^data is array\(\[1\., 2\.\]\), which is no number"
    with pytest.raises(TypeError, match=message):
        array * Value(3.0)
    with pytest.raises(TypeError, match=message):
        Value(3.0) + array


def test_a_long_way_back_is_let_go_without_going_deep() -> None:
    """In a small stack, as a browser's is: each step may be a few calls, not more."""
    gone = []

    class Told(Value):
        def __del__(self) -> None:
            gone.append(len(inspect.stack(0)))
            super().__del__()

    first = Told(1.0)
    last = first
    for _ in range(2_000):
        last = Told((last + first).data, (last, 1.0), (first, 1.0))
    del last, first
    assert len(gone) == 2_001
    assert max(gone) - min(gone) < 10


def test_what_is_still_needed_is_not_let_go() -> None:
    a = Value(3.0)
    b = a * a
    c = b + 1
    d = b * 2
    del c
    d.backward()
    assert a.grad == 12.0
    assert [route[0] is a for route in b.routes] == [True, True]


def test_the_activations_still_refuse_nan() -> None:
    with pytest.raises(ValueError, match=r"^z is nan"):
        Value(math.nan).tanh()


# Each makes one number of one or two, and none leaves the floats for moderate ones.
ONE = [
    lambda v: -v,
    lambda v: 2 * v,
    lambda v: v - 3,
    lambda v: 1 - v,
    lambda v: 1 / (v * v + 1),
    lambda v: v / 4,
    lambda v: v**2,
    lambda v: v**3,
    lambda v: (v**2 + 1) ** -0.5,
    lambda v: (v**2 + 1).log(),
    lambda v: v.tanh().exp(),
    lambda v: v.tanh(),
    lambda v: v.sigmoid(),
    lambda v: (v**2 + 1).relu(),
    lambda v: (-(v**2) - 1).relu() + v,
]
TWO = [
    lambda v, w: v + w,
    lambda v, w: v - w,
    lambda v, w: v * w,
    lambda v, w: v / (w * w + 1),
    lambda v, w: (v + w).tanh() * v,
]


def leaf(k: int) -> Expression:
    """Return the expression that is input k."""
    return lambda xs: xs[k]


def grown(children: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    """Return a strategy for expressions one operation larger than the children."""

    def one(f: Callable[[Value], Value], a: Expression) -> Expression:
        return lambda xs: f(a(xs))

    def two(
        f: Callable[[Value, Value], Value], a: Expression, b: Expression
    ) -> Expression:
        return lambda xs: f(a(xs), b(xs))

    return st.builds(one, st.sampled_from(ONE), children) | st.builds(
        two, st.sampled_from(TWO), children, children
    )


expressions = st.recursive(
    st.integers(0, 2).map(leaf), grown, min_leaves=1, max_leaves=8
)


@given(expressions, st.lists(moderate, min_size=3, max_size=3))
def test_any_expression_has_the_slopes_that_are_measured(
    expression: Expression, xs: list[float]
) -> None:
    values = [Value(x) for x in xs]
    result = expression(values)
    assume(abs(result.data) < 1e3)
    result.backward()
    slopes = [value.grad for value in values]
    assume(max(abs(slope) for slope in slopes) < 1e3)
    report = gradient_check(
        lambda: expression([Value(x) for x in xs]).data, {"xs": xs}, {"xs": slopes}
    )
    assert report.passed(1e-5), report


def test_the_network_of_the_book_has_the_slopes_of_the_loops() -> None:
    weights = [HIDDEN_WEIGHTS, LAST_WEIGHTS]
    biases = [HIDDEN_BIASES, LAST_BIASES]
    w = [[[Value(x) for x in row] for row in rows] for rows in weights]
    b = [[Value(x) for x in numbers] for numbers in biases]

    a = [Value(x) for x in INPUTS]
    for layer in range(2):
        outputs = []
        for j in range(len(b[layer])):
            z = b[layer][j]
            for i in range(len(a)):
                z = z + w[layer][j][i] * a[i]
            outputs.append(z.sigmoid())
        a = outputs
    cost = Value(0.0)
    for j in range(3):
        cost += (a[j] - TARGETS[j]) ** 2 / 2
    cost.backward()

    zs, layer_inputs = forward_layers(weights, biases, INPUTS, activations.sigmoid)
    outputs_of_loops = activate(activations.sigmoid, zs[-1])
    assert [value.data for value in a] == outputs_of_loops
    last = last_deltas(
        squared_error_derivative(outputs_of_loops, TARGETS),
        zs[-1],
        activations.sigmoid_derivative,
    )
    w_slopes, b_slopes = backward_layers(
        last, weights, zs, layer_inputs, activations.sigmoid_derivative
    )
    for layer in range(2):
        for j in range(len(b[layer])):
            slopes = [value.grad for value in w[layer][j]]
            assert slopes == pytest.approx(w_slopes[layer][j], rel=1e-12, abs=1e-15)
            assert b[layer][j].grad == pytest.approx(b_slopes[layer][j], rel=1e-12)


def test_a_logarithm_of_0_or_less_is_an_error() -> None:
    for number in (0.0, -1.0):
        with pytest.raises(ValueError, match=rf"^ln a with a = {number!r} is no real"):
            Value(number).log()


def test_what_was_let_go_halfway_is_let_go_by_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Interrupted(list[Any]):
        """A list that a reader stops once."""

        stops: ClassVar = [KeyboardInterrupt()]

        def __setitem__(self, k: Any, value: object) -> None:  # noqa: ANN401
            """Stop, the first time."""
            if self.stops:
                raise self.stops.pop()
            super().__setitem__(k, value)

    loose: list[Any] = Interrupted()
    monkeypatch.setattr(release, "_loose", loose)
    with pytest.raises(KeyboardInterrupt):
        release.release(Value(1.0))
    assert loose == []
