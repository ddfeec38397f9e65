"""What a page makes of a trace: what is so after each step, and what it may ask."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from derivlearn_site.code.runner import steps
from javascript import evaluated
from needs import WEB

ASKING = [WEB / f"src/asking/{name}.ts" for name in ("trace", "next", "happened")]
PROGRAMS = {
    "a loop": "t = 0.0\nfor i in range(6):\n    t = t + i / 2\n    print(t)\n",
    "branches": (
        "n = 7\ncount = 0\nwhile n != 1:\n    if n % 2:\n        n = 3 * n + 1\n"
        "    else:\n        n = n // 2\n    count += 1\nprint(count)\n"
    ),
    "functions": (
        "def double(x):\n    y = 2 * x\n    return y\n\n"
        "a = double(3) + double(4)\nb = double(a)\ndel a\n"
    ),
    "recursion": (
        "def product(n):\n    if n == 0:\n        return 1\n"
        "    return n * product(n - 1)\n\nprint(product(5))\n"
    ),
    "many": "t = 0\nfor i in range(99):\n    for j in range(99):\n        t += j\n",
    "a list": "seen = []\nfor i in range(5):\n    seen.append(i * i)\nprint(seen)\n",
}


@pytest.fixture(params=PROGRAMS)
def code(request: pytest.FixtureRequest) -> str:
    """A program."""
    return PROGRAMS[request.param]


@pytest.fixture
def made(node: str, tmp_path: Path, code: str) -> tuple[Any, Any, Any, Any]:
    """Its trace, what is so after each step, what is asked, and what is told."""
    trace = json.loads(steps("", code)["trace"])
    given = f"{json.dumps(trace)}, {json.dumps(code.splitlines())}"
    whole = (
        "((trace, code) => {"
        "  const all = m.states(trace);"
        "  const plain = ({ levels, ...rest }) => ({ ...rest, levels:"
        "    levels.map(({ name, values }) => [name, Object.fromEntries(values)]) });"
        "  const told = trace.steps.map((step, at) =>"
        "    m.happened(step, all[at], all[at + 1], {}));"
        "  return [all.map(plain), [...m.questions(trace, all, code)], told]"
        f"}})({given})"
    )
    all_, asked, told = evaluated(node, tmp_path, ASKING, whole)
    return trace["steps"], all_, asked, told


def test_a_state_is_what_all_steps_have_left(made: tuple[Any, Any, Any, Any]) -> None:
    given, all_, _, told = made
    assert len(all_) == len(given) + 1
    assert all(each[0] in {"steps_line", "steps_left"} for each in told)
    for step, state in zip(given, all_[1:], strict=True):
        name, values = state["levels"][-1]
        assert values.items() >= step.get("set", {}).items()
        assert not {*values} & {*step.get("gone", [])}
        if "call" in step:
            assert name == step["call"][-1]
    outermost = all_[-1]["levels"]
    assert [name for name, _ in outermost] == [""]
    printed = "".join(step.get("out", "") for step in given)
    assert all_[-1]["printed"] == len(printed)


def test_what_is_asked_comes_from_the_trace(made: tuple[Any, Any, Any, Any]) -> None:
    given, _, asked, _ = made
    assert asked
    for at, question in asked:
        step, *then = given[at : at + 2]
        right, options = question["right"], question["options"]
        assert step["line"] == question["line"]
        assert right in options
        assert 2 <= len({*options}) == len(options) <= 3
        if name := question.get("name"):
            assert right == step["set"][name]
        else:
            assert right == str(then[0]["line"] if then else 0)


def test_nothing_is_asked_too_often(made: tuple[Any, Any, Any, Any]) -> None:
    asked = [(at, each["line"], each.get("name")) for at, each in made[2]]
    for (earlier, *former), (later, *then) in pairwise(asked):
        assert later - earlier >= 3
        assert former != then
