"""The check of every exercise refuses whatever differs from its answer.

Each answer is changed in each single way that `exercise_mutants` knows. What a check
lets pass is told as `old → new`. Where it does the same as the answer, that line stands
in `exercise_equivalents.yml`, with the reason; anything else is a case that the check
lacks.
"""

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
import yaml

from derivlearn_site.code import runner
from derivlearn_site.code.snippet import text_of
from tests.exercise_mutants import mutants
from tests.test_exercises import BLOCKS, code_of

# How many lines an answer may run, in all cases of its check together.
MOST_LINES = 100_000

# What does the same as an answer: by exercise, and by the reason why.
EQUIVALENT: dict[str, dict[str, str]] = yaml.safe_load(
    Path(__file__).with_name("exercise_equivalents.yml").read_text("utf-8")
)


class TooLongError(BaseException):
    """What never ends is not right."""


def passes(before: str, code: str, check: str) -> bool:
    """Tell whether a check finds nothing wrong, within so many lines."""
    left = MOST_LINES

    def count(_frame: FrameType, event: str, _: object) -> Any:  # noqa: ANN401
        nonlocal left
        left -= event == "line"
        if left < 0:
            raise TooLongError
        return count

    def trace(frame: FrameType, _event: str, _: object) -> Any:  # noqa: ANN401
        return count if frame.f_code.co_filename == runner.CODE else None

    kept = sys.gettrace()
    sys.settrace(trace)
    try:
        # The package is not imported anew each time: no change of an answer reaches it.
        return "passed" in runner.check(before, code, check, lambda _: None)
    finally:
        sys.settrace(kept)


def cases_of(check: str) -> str:
    """Return a check that has computed its cases."""
    own: dict[str, Any] = {}
    exec(check, own)  # noqa: S102
    return f"def check():\n    return {list(own['check']())!r}\n"


@pytest.mark.parametrize("name", BLOCKS)
def test_every_change_of_an_answer_is_refused_or_changes_nothing(name: str) -> None:
    block = BLOCKS[name]
    assert block.check
    cases = cases_of(block.check.source)
    before, start = text_of(block.program.preamble), text_of(block.program.code)
    survived = {
        mutant.change.strip()
        for mutant in mutants(code_of(block, "answer"), start)
        if passes(before, mutant.code, cases)
    }
    lines = "".join(EQUIVALENT.get(name, {}).values()).splitlines()
    known = {line.strip() for line in lines}
    assert "\n".join(sorted(survived - known)) == ""
    assert "\n".join(sorted(known - survived)) == "", "is refused, or is no change"


def test_the_exercises_that_have_equivalents_are_there() -> None:
    assert EQUIVALENT.keys() <= BLOCKS.keys()


def test_what_never_ends_is_refused() -> None:
    code = "def f():\n    while True:\n        pass\n"
    assert not passes("", code, "def check():\n    yield 'f()', None\n")


def test_mutants_are_the_single_changes_of_a_program() -> None:
    code = "def f(a, b):\n    if a < 0:\n        a = -b\n    return a - 1\n"
    changes = [mutant.change for mutant in mutants(code)]
    assert len(changes) == len(set(changes))
    assert {
        "def f(a, b): → def f(b, a):",
        "if a < 0: → if a >= 0:",
        "if a < 0: → if not a < 0:",
        "if a < 0: → if a < 1:",
        "if a < 0: → if b < 0:",
        "a = -b → a = b",
        "a = -b → pass",
        "return a - 1 → return a + 1",
        "return a - 1 → return 1 - a",
        "return a - 1 → return -(a - 1)",
        "return a - 1 → return a",
        "f empties b",
    } <= set(changes)


def test_loops_calls_and_indices_are_changed_as_well() -> None:
    code = "def f(a):\n    s = []\n    for i in range(len(a)):\n"
    code += "        t = a[i]\n        s.append(t)\n    return s\n"
    changes = {mutant.change for mutant in mutants(code)}
    assert {
        "for i in range(len(a)): → for i in range(len(a) - 1):",
        "for i in range(len(a)): → for i in range(len(s)):",
        "t = a[i] → t = a[i + 1]",
        "t = a[i] → t = a[a]",
        "s.append(t) → s.insert(0, t)",
        "s.append(t) before t = a[i]",
        "t = a[i] before for i in range(len(a)):",
        "    s.append(t) → s.append(t)",
        "return s →     return s",
        " → break",
    } <= changes


def test_what_is_given_to_the_reader_is_left_as_it_is() -> None:
    given = "def g(a):\n    return a + 1\n"
    code = f"{given}\ndef f(a):\n    return g(a)\n"
    assert not any("a + 1" in mutant.change for mutant in mutants(code, given))
