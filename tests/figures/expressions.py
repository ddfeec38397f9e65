"""Expressions of x and y: random ones, and what `derivlearn.autograd` makes of them."""

import math
import random
from collections.abc import Iterator

from derivlearn import activations
from derivlearn.autograd import Value

FUNCTIONS = {
    "exp": math.exp,
    "log": math.log,
    "tanh": activations.tanh,
    "sigmoid": activations.sigmoid,
    "relu": activations.relu,
}


def evaluated(text: str, x: float, y: float) -> tuple[float, float, float] | None:
    """Return value and slopes of an expression, read by Python; None if it has none."""
    inputs = {"x": Value(x), "y": Value(y)}
    try:
        whole = eval(text, {"__builtins__": {}}, {**inputs, **_functions()})  # noqa: S307
        whole = whole if isinstance(whole, Value) else Value(whole)
        whole.backward()
    except (ArithmeticError, SyntaxError, TypeError, ValueError):
        return None
    found = whole.data, inputs["x"].grad, inputs["y"].grad
    return found if all(map(math.isfinite, found)) else None


def _functions() -> dict[str, object]:
    def of(name: str) -> object:
        return lambda a: (
            getattr(a, name)() if isinstance(a, Value) else FUNCTIONS[name](a)
        )

    return {name: of(name) for name in FUNCTIONS}


def examples(seed: int, count: int) -> Iterator[tuple[str, float, float]]:
    """Yield random expressions, each with a point."""
    some = random.Random(seed)  # noqa: S311 nobody has to guess them
    for _ in range(count):
        text = _expression(some, some.randint(1, 5))
        yield text, round(some.uniform(-4, 4), 2), float(some.randint(-3, 3))


def _expression(some: random.Random, depth: int) -> str:
    if depth == 0 or some.random() < 0.1:
        return some.choice(["x", "y", "x", "y", "2", "0.5", "3", "1e1"])
    first = _expression(some, depth - 1)
    match some.randint(0, 9):
        case 0 | 1:
            return f"{some.choice([*FUNCTIONS])}({first})"
        case 2:
            return f"-{first}"
        case 3:
            return f"({first})"
        case 4:
            return f"{first} ** {some.choice(['2', '3', '-1', '0', '0.5', '2 ** 2'])}"
        case _:
            # Without brackets, so that it is known what comes first.
            second = _expression(some, depth - 1)
            return f"{first} {some.choice(['+', '-', '*', '/'])} {second}"
