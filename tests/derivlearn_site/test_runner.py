"""A program that a reader has changed ends in words, whatever it does."""

from typing import Any

import pytest

from derivlearn_site.runner import packages_of, run


def told(code: str, before: str = "") -> dict[str, Any]:
    failure = run(before, code, lambda _: None)
    assert failure is not None
    return failure


def test_what_is_printed_is_handed_on_as_it_comes() -> None:
    printed: list[str] = []
    code = "print(x, end='')\nimport sys\nprint('b', file=sys.stderr)\n"
    assert run("x = 1\n", code, printed.append) is None
    assert "".join(printed) == "1b\n"


def test_each_program_starts_anew() -> None:
    assert run("", "x = 1\n", lambda _: None) is None
    assert told("print(x)\n")["type"] == "NameError"


def test_a_package_that_a_program_has_changed_is_whole_again() -> None:
    code = "from derivlearn import functions\nfunctions.linear = None\n"
    assert run("", code, lambda _: None) is None
    code = "from derivlearn import functions\nassert functions.linear\n"
    assert run("", code, lambda _: None) is None


@pytest.mark.parametrize(
    ("code", "type_", "line"),
    [
        ("x = 1\n\ndef f():\n    return x / 0\n\nf()\n", "ZeroDivisionError", 4),
        ("x = 1\nx = (\n", "SyntaxError", 2),
        ("if True:\nx = 1\n", "IndentationError", 2),
        ("def f():\n    f()\nf()\n", "RecursionError", 2),
        ("x = input()\n", "EOFError", 1),
        ("import math\nmath.sqrt(-1)\n", "ValueError", 2),
    ],
)
def test_an_error_names_the_readers_own_line(code: str, type_: str, line: int) -> None:
    failure = told(code, before="y = 1\n" * 9)
    assert (failure["type"], failure["line"]) == (type_, line)
    assert not failure["refused"]


def test_a_traceback_shows_the_readers_code_and_no_runner() -> None:
    failure = told(
        "try:\n    1 / 0\nexcept ZeroDivisionError:\n    raise OSError('x')\n"
    )
    assert "1 / 0" in failure["traceback"]
    assert "raise OSError('x')" in failure["traceback"]
    assert "runner.py" not in failure["traceback"]


def test_an_argument_that_the_package_refuses_is_told_as_such() -> None:
    failure = told("from derivlearn.matrix import to_mat\nto_mat([])\n")
    assert failure["refused"]
    assert failure["line"] == 2


@pytest.mark.parametrize("code", ["import sys\nsys.exit(3)\n", "raise SystemExit\n"])
def test_a_program_may_end_itself(code: str) -> None:
    assert run("", code, lambda _: None) is None


@pytest.mark.parametrize(
    ("code", "packages"),
    [
        ("import math\n", []),
        ("import numpy as np\n", ["numpy"]),
        ("def f():\n    from numpy.random import rand\n", ["numpy"]),
        ("import numpyish\n", []),
        ("import (\n", []),
    ],
)
def test_the_packages_of_a_program_are_those_it_imports(
    code: str, packages: list[str]
) -> None:
    assert packages_of(code) == packages
