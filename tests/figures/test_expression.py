"""Expressions are read, computed and differentiated in the browser as they are here."""

import json
import math
from collections.abc import Callable
from typing import Any

import pytest

from tests.figures import scripts
from tests.figures.expressions import evaluated, examples

EXAMPLES = [*examples(seed=7, count=900)]

# What a reader may write, and what it means in Python.
WRITTEN = {
    "x²": "x ** 2",
    "-x²": "-(x ** 2)",
    "x⁻¹": "1 / x",
    "2·x²": "2 * x ** 2",
    "x²**3": "x ** 6",
    "x ^ 3": "x ** 3",
    "x ** -2": "1 / x ** 2",
    "2 ** 3 ** 2 * x": "512 * x",
    "x × y ÷ 2 − 1": "x * y / 2 - 1",
    "（ｘ＋ｙ）・ｘ": "(x + y) * x",
    "ｘ＊＊２／３": "x ** 2 / 3",
    "xーy–1": "x - y - 1",
    "EXP(X)": "exp(x)",
    "  x\t+y ": "x + y",
    "8 / 2 / 2 - 1 - 1 + 0 * y": "0 * y",
    "--x": "x",
    "x * -y": "-(x * y)",
    ".5 * x + 1. + 2e1": "0.5 * x + 21",
    "x": "x",
    "y": "y",
    "1 + 1": "2",
    "x - x": "0 * x",
    "x / x": "1 + 0 * x",
    "y ** 0": "1 + 0 * y",
    "x + 0 ** 0.5": "x",
}

# What cannot be read or computed at x = 3, y = 0: why, and the values that are told.
MISTAKES: dict[str, tuple[list[str], dict[str, object]]] = {
    "": (["stopped-at-end", "want-operand"], {}),
    "x +": (["stopped-at-end", "want-operand"], {}),
    ")": (["stopped", "want-operand"], {"at": 1, "found": ")"}),
    "x + * y": (["stopped", "want-operand"], {"at": 5, "found": "*"}),
    "+x": (["stopped", "want-operand"], {"at": 1, "found": "+"}),
    "2x": (["stopped", "want-operator"], {"at": 2, "found": "x"}),
    "2（x）": (["stopped", "want-operator"], {"at": 2, "found": "("}),
    "x y": (["stopped", "want-operator"], {"at": 3, "found": "y"}),
    "x = 3": (["stopped", "want-operator"], {"at": 3, "found": "="}),
    "1,5 * x": (["stopped", "want-operator"], {"at": 2, "found": ","}),
    "x)": (["stopped", "want-operator"], {"at": 2, "found": ")"}),
    "(x": (["stopped-at-end", "want-closing"], {}),
    "exp(x, y)": (["stopped", "want-closing"], {"at": 6, "found": ","}),
    "exp x": (["stopped", "want-opening"], {"at": 5, "found": "x", "name": "exp"}),
    "log": (["stopped-at-end", "want-opening"], {"name": "log"}),
    "sin(x)": (["unknown"], {"name": "sin"}),
    "xy": (["unknown"], {"name": "xy"}),
    "関数": (["unknown"], {"name": "関数"}),
    "x" * 80: (["unknown"], {"name": "x" * 12 + "…"}),
    "x +" * 67 + "x": (["too-long"], {"longest": 200}),
    "x ** y": (["want-number"], {}),
    "2 ** x": (["want-number"], {}),
    "1e999": (["too-large"], {"step": "1e999"}),
    "x / y": (["by-zero"], {"step": "f = x / y"}),
    "1 / 0": (["by-zero"], {"step": "1 / 0"}),
    "y ** -1 + x": (["by-zero"], {"step": "u = y⁻¹"}),
    "log(-x)": (["no-logarithm"], {"step": "f = log(u)"}),
    "log(y)": (["no-logarithm"], {"step": "f = log(y)"}),
    "(-x) ** 0.5": (["no-root"], {"step": "f = u ** 0.5"}),
    "y ** 0.5": (["too-steep"], {"step": "f = y ** 0.5"}),
    "exp(x * 1000)": (["too-large"], {"step": "f = exp(u)"}),
    "x * 1e200 * 1e200": (["too-large"], {"step": "f = u · 1e+200"}),
    "exp(exp(y) * 700) * exp(exp(y) * 300) * y": (
        ["too-large"],
        {"step": "r = w · q"},
    ),
    "(x * 1e200 - 3e200) * (1e200 + 0 * y)": (["too-large-slope"], {"name": "x"}),
}

PROGRAM = """given => given.map(([text, x, y]) => {
  try {
    const circles = m.graph(m.parse(text, ["x", "y"]), ["x", "y"])
    const [found, obstacle] = m.forward(circles, { x, y })
    const mistake = obstacle ?? m.backward(circles, found)
    if (mistake) throw mistake
    const of = name => found.get(circles.find(each => each.name === name))
    return {
      value: found.get(circles.at(-1)).value,
      slopes: ["x", "y"].map(name => of(name)?.slope ?? 0),
      circles: circles.map(each => [each.name, m.formula(each), each.depth]),
      sums: Object.fromEntries(circles.map(each => [each.name, found.get(each).sum])),
      terms: circles.flatMap(each => [found.get(each).value, found.get(each).slope]),
    }
  } catch (error) {
    if (!(error instanceof m.Mistake)) throw error
    return { mistake: error.sentences }
  }
})"""

Answers = Callable[[list[tuple[str, float, float]]], list[dict[str, Any]]]


@pytest.fixture(scope="module")
def answers(node: str, tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """What the figure finds for expressions at points."""
    folder = tmp_path_factory.mktemp("expression")
    modules = ("autograd/expression", "autograd/graph")

    def found(given: list[tuple[str, float, float]]) -> list[dict[str, Any]]:
        call = f"({PROGRAM})({json.dumps(given)})"
        answers: list[dict[str, Any]] = scripts.evaluated(node, folder, modules, call)
        return answers

    return found


def is_near(found: dict[str, Any], wanted: tuple[float, float, float]) -> bool:
    """Tell whether value and slopes are the same, but for what rounding does."""
    # Where large numbers cancel each other, what is left is as exact as they are.
    largest = max(map(abs, found["terms"]), default=1)
    return all(
        math.isclose(one, other, rel_tol=1e-12, abs_tol=1e-12 * min(largest, 1e6))
        for one, other in zip([found["value"], *found["slopes"]], wanted, strict=True)
    )


def test_random_expressions_are_what_derivlearn_computes(answers: Answers) -> None:
    wanted = [evaluated(*each) for each in EXAMPLES]
    assert sum(each is not None for each in wanted) > 500
    assert sum(each is None for each in wanted) > 50
    for given, found, right in zip(EXAMPLES, answers(EXAMPLES), wanted, strict=True):
        if right is None:
            assert "mistake" in found, given
        else:
            assert "mistake" not in found, (given, found)
            assert is_near(found, right), (given, found, right)


def test_signs_and_widths_mean_what_they_mean_in_python(answers: Answers) -> None:
    given = [(text, 3.0, 2.0) for text in WRITTEN]
    for (text, x, y), found in zip(given, answers(given), strict=True):
        right = evaluated(WRITTEN[text], x, y)
        assert right is not None
        assert "mistake" not in found, (text, found)
        assert is_near(found, right), (text, found, right)


def test_a_mistake_is_told_with_its_place_and_its_reason(answers: Answers) -> None:
    given = [(text, 3.0, 0.0) for text in MISTAKES]
    for (text, *_), found in zip(given, answers(given), strict=True):
        texts, values = MISTAKES[text]
        assert [each for each, _ in found["mistake"]] == texts, text
        told = {
            key: value for _, each in found["mistake"] for key, value in each.items()
        }
        assert told == values, text


def test_what_is_computed_twice_is_one_circle(answers: Answers) -> None:
    (found,) = answers([("(x + y) + (x + y) * x", 3.0, 2.0)])
    assert found["circles"] == [
        ["x", "", 0],
        ["y", "", 0],
        ["u", "x + y", 1],
        ["v", "u · x", 2],
        ["f", "u + v", 3],
    ]
    # In the order in which they arrive.
    assert found["sums"] == {
        "x": [[1, 5], [4, 1]],
        "y": [[4, 1]],
        "u": [[1, 1], [1, 3]],
        "v": [[1, 1]],
        "f": [],
    }


def test_numbers_are_computed_at_once_and_what_is_not_there_is_not_drawn(
    answers: Answers,
) -> None:
    given = ["2 * 3 * x", "y - -1", "1 + 1", "x", "x * 0.5 ** 2", "(-2) * x ** -3"]
    formulas = [
        [each[:2] for each in found["circles"]]
        for found in answers([(text, 3.0, 2.0) for text in given])
    ]
    assert formulas == [
        [["x", ""], ["f", "6 · x"]],
        [["y", ""], ["f", "y − (−1)"]],
        [["f", ""]],
        [["x", ""]],
        [["x", ""], ["f", "x · 0.25"]],
        [["x", ""], ["u", "x⁻³"], ["f", "(−2) · u"]],
    ]
