"""A program that a reader has changed ends in words, whatever it does."""

from typing import Any

import pytest

from derivlearn_site.code.runner import LONGEST, check, packages_of, run

# The frozen book's package.
PACKAGE = "interest"


def told(code: str, before: str = "") -> dict[str, Any]:
    failure = run(before, code, lambda _: None, PACKAGE)
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
    code = "from interest import growth\ngrowth.grown = None\n"
    assert run("", code, lambda _: None, PACKAGE) is None
    code = "from interest import growth\nassert growth.grown\n"
    assert run("", code, lambda _: None, PACKAGE) is None


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
    failure = told("from interest.growth import grown\ngrown(1000, -1)\n")
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
        ("from sklearn.datasets import load_digits\n", ["scikit-learn"]),
        ("import sklearn.svm\nimport numpy\n", ["numpy", "scikit-learn"]),
        ("from interest.charts import Chart\n", ["numpy"]),
        ("from interest import charts\n", ["numpy"]),
        ("from interest import growth\n", []),
        ("import (\n", []),
    ],
)
def test_the_packages_of_a_program_are_those_it_imports(
    code: str, packages: list[str]
) -> None:
    known = {
        "numpy": "numpy",
        "interest.charts": "numpy",
        "sklearn": "scikit-learn",
    }
    assert packages_of(code, known) == packages


CHECK = """
def check():
    for x in (1, 2, 3):
        yield f"double({x})", double(x), 2.0 * x
"""


def found(code: str, check_: str = CHECK, before: str = "") -> dict[str, Any]:
    return check(before, code, check_, lambda _: None, PACKAGE)


def judged(got: str, expected: str, *rest: str) -> bool:
    case = ", ".join([repr(got), got, expected, *rest])
    return "passed" in found("", f"def check():\n    yield ({case})\n")


def test_code_that_does_what_it_should_passes_every_case() -> None:
    assert found("def double(x):\n    return x + x\n") == {"passed": 3}


def test_the_first_case_that_fails_is_told() -> None:
    code = "def double(x):\n    return x * x + x - 1 if x > 1 else 2\n"
    wrong = {"call": "double(2)", "got": "5", "expected": "4.0"}
    assert found(code) == wrong


def test_code_that_returns_nothing_is_wrong() -> None:
    assert found("def double(x):\n    print(x)\n")["got"] == "None"


@pytest.mark.parametrize(
    ("code", "type_", "line"),
    [
        ("x = 1\ndef double(x):\n    return x / 0\n", "ZeroDivisionError", 3),
        ("def double(x):\n    return (x\n", "SyntaxError", 2),
        ("def duble(x):\n    return x\n", "NameError", None),
        ("def double():\n    return 2\n", "TypeError", None),
        ("def double(x):\n    raise SystemExit\n", "SystemExit", 2),
        ("def double(x):\n    raise StopIteration\n", "RuntimeError", 2),
        ("def double(x):\n    return double(x)\n", "RecursionError", 2),
    ],
)
def test_code_that_fails_is_told_as_when_it_is_run(
    code: str, type_: str, line: int | None
) -> None:
    failure = found(code)["failure"]
    assert failure["type"] == type_
    assert failure["line"] == line


def test_a_check_uses_its_own_names() -> None:
    code = "def double(x):\n    return two * x\ntwo = 2\nrange = sum = check = None\n"
    own = "two = 3\nassert sum([two]) == 3\n"
    assert found(code, own + CHECK) == {"passed": 3}


def test_a_check_may_use_what_comes_before_the_code() -> None:
    assert found("", CHECK, "def double(x):\n    return 2 * x\n") == {"passed": 3}


def test_a_check_has_the_package_whole() -> None:
    code = "from interest import growth\ngrowth.grown = None\n"
    own = "from interest.growth import grown\n"
    own += "def check():\n    yield 'grown(1000, 1)', grown(1000, 1), 1250\n"
    assert found(code, own) == {"passed": 1}


def test_what_is_printed_in_a_check_is_handed_on() -> None:
    printed: list[str] = []
    check("", "def double(x):\n    print(x)\n    return 2 * x\n", CHECK, printed.append)
    assert "".join(printed) == "1\n2\n3\n"


@pytest.mark.parametrize(
    ("got", "expected", "right"),
    [
        ("1 + 9e-7", "1.0", True),
        ("1 + 2e-6", "1.0", False),
        ("9e-10", "0.0", True),
        ("2e-9", "0", False),
        ("float('nan')", "float('nan')", False),
        ("[float('nan')]", "[float('nan')]", False),
        ("10**400", "1.0", False),
        ("True", "1", False),
        ("True", "True", True),
        ("'1'", "1", False),
        ("None", "0", False),
        ("None", "None", True),
        ("'a'", "'a'", True),
        ("(1, 2 + 1e-9)", "[1, 2]", True),
        ("[1, 2, 3]", "[1, 2]", False),
        ("[[1], [3]]", "[[1], [2]]", False),
        ("[1, [2]]", "[1, 2]", False),
        ("1", "[1]", False),
        ("[1]", "1", False),
    ],
)
def test_numbers_are_compared_as_numbers(got: str, expected: str, right: bool) -> None:  # noqa: FBT001
    assert judged(got, expected) is right


def test_a_case_may_have_a_tolerance_of_its_own() -> None:
    assert judged("1.09", "1", "0.1")
    assert judged("[0.09]", "[0]", "0.1")
    assert not judged("1.2", "1", "0.1")


def test_a_value_is_told_without_its_last_digits() -> None:
    code = "def double(x):\n    return [0.1 + 0.2, (2.0, 10**30), 1 / 3, 'a']\n"
    assert found(code)["got"] == f"[0.3, (2.0, {10**30}), 0.3333333333, 'a']"


def test_a_value_is_told_whatever_its_repr_does() -> None:
    code = "class Odd:\n    def __repr__(self):\n        return 1 / 0\n"
    assert found(f"{code}def double(x):\n    return Odd()\n")["got"] == "<Odd>"
    long = found("def double(x):\n    return list(range(1000))\n")["got"]
    assert len(long) == LONGEST + 1
