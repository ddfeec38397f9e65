"""A program that a reader has changed ends in words, whatever it does."""

import gc
import json
import sys
from typing import Any

import pytest

from derivlearn_site.code.runner import LONGEST, check, packages_of, run, steps

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
    assert failure["about"] == type_


def test_a_traceback_shows_the_readers_code_and_no_runner() -> None:
    failure = told(
        "try:\n    1 / 0\nexcept ZeroDivisionError:\n    raise OSError('x')\n"
    )
    assert "1 / 0" in failure["traceback"]
    assert "raise OSError('x')" in failure["traceback"]
    assert "runner.py" not in failure["traceback"]


def test_an_argument_that_the_package_refuses_is_told_as_such() -> None:
    failure = told("from interest.growth import grown\ngrown(1000, -1)\n")
    assert failure["about"] == "refused"
    assert failure["line"] == 2


def test_half_a_character_cannot_be_written() -> None:
    assert told("print('\\ud800')\n")["type"] == "UnicodeEncodeError"


def test_a_browser_that_cannot_wait_is_explained() -> None:
    code = "raise RuntimeError('WebAssembly stack switching not supported')\n"
    assert told(code)["about"] == "suspend"


def test_what_a_program_has_built_stays_until_the_next_one() -> None:
    # To take it apart might go deeper than a browser's Python survives.
    ended: list[str] = []
    code = "class Own:\n    def __del__(self): print('gone')\n\nown = Own()\n"
    assert run("", code, ended.append) is None
    assert ended == []
    # The next one is another test's, which must not hear of it.
    run("", "pass\n", ended.append)
    gc.collect()


@pytest.mark.parametrize("code", ["import sys\nsys.exit(3)\n", "raise SystemExit\n"])
def test_a_program_may_end_itself(code: str) -> None:
    assert run("", code, lambda _: None) is None


def printed(code: str) -> str:
    """Return what a program prints, which runs to its end."""
    pieces: list[str] = []
    assert run("", code, pieces.append) is None
    return "".join(pieces)


@pytest.mark.parametrize(
    ("code", "output"),
    [
        ("import sys\nsys.exit('no good')\n", "no good\n"),
        ("import sys\nsys.exit(3)\n", ""),
        ("import sys\nsys.stdout.writelines(['a', 'b'])\n", "ab"),
        (
            "import sys\nprint(sys.stdout.isatty(), sys.stderr.writable())\n",
            "False True\n",
        ),
        ("import sys\nsys.stdout.reconfigure(encoding='utf-8')\nprint('é')\n", "é\n"),
        ("import sys\nsys.stdout.flush()\nprint(1, file=sys.stderr)\n", "1\n"),
    ],
)
def test_a_program_writes_as_it_would_in_a_terminal(code: str, output: str) -> None:
    assert printed(code) == output


PICKLED = """\
import pickle, __main__


class Own:
    x = 3


print(pickle.loads(pickle.dumps(Own())).x, __main__.Own is Own)
"""
DOCTESTED = """\
import doctest


def two():
    '''
    >>> two()
    2
    '''
    return 2


print(doctest.testmod())
"""


@pytest.mark.parametrize(
    ("code", "output"),
    [
        (PICKLED, "3 True\n"),
        (DOCTESTED, "TestResults(failed=0, attempted=1)\n"),
    ],
)
def test_a_program_is_main(code: str, output: str) -> None:
    before = sys.modules["__main__"]
    assert printed(code) == output
    assert sys.modules["__main__"] is before


@pytest.mark.parametrize(
    "code",
    [
        "import sys\nsys.stdin.read()\n",
        "import sys\nsys.stdin.readline()\n",
        "import sys\nfor line in sys.stdin:\n    print(line)\n",
    ],
)
def test_there_is_nothing_to_read(code: str) -> None:
    assert told(code)["about"] == "EOFError"


@pytest.mark.parametrize("name", ["__str__", "__repr__"])
def test_an_error_that_cannot_say_what_it_is_is_told_all_the_same(name: str) -> None:
    failure = told(
        "class Own(Exception):\n"
        f"    def {name}(self):\n        raise ValueError\n\nraise Own('x')\n"
    )
    assert (failure["type"], failure["line"]) == ("Own", 5)


@pytest.mark.parametrize(
    ("code", "about", "words"),
    [
        ("print（1)\n", "look_alike", {"found": "（", "instead": "("}),
        ("x = １ + 1\n", "look_alike", {"found": "１", "instead": "1"}),
        ("x = “a”\n", "look_alike", {"found": "“", "instead": '"'}),
        ("x = 2 − 1\n", "look_alike", {"found": "−", "instead": "-"}),
        ("x = 2 × 1\n", "look_alike", {"found": "×", "instead": "*"}),
        ("x = 1，2\n", "look_alike", {"found": "，", "instead": ","}),
        ("x =\u30001\n", "space", {}),
        ("x =\u00a01\n", "space", {}),
        ("x = 1\u200b\n", "space", {}),
        (">>> x = 1\n", "prompt", {}),
        ("for i in x:\n... print(i)\n", "prompt", {}),
        ("x = 1 。\n", "SyntaxError", {}),
        ("x = [0] * 10**30\n", "MemoryError", {}),
        ("x = 10.0 ** 1000\n", "OverflowError", {}),
    ],
)
def test_what_is_typed_is_explained(
    code: str, about: str, words: dict[str, str]
) -> None:
    failure = told(code)
    assert (failure["about"], failure["words"]) == (about, words)


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
        yield f"double({x})", 2.0 * x
"""


def found(code: str, check_: str = CHECK, before: str = "") -> dict[str, Any]:
    return check(before, code, check_, lambda _: None, PACKAGE)


def judged(got: str, expected: str, tolerance: str = "", before: str = "") -> Any:  # noqa: ANN401
    """Return what is told of a result, where something else is expected."""
    case = ", ".join(filter(None, [repr("f()"), expected, tolerance]))
    code = f"{before}\ndef f():\n    return {got}\n"
    return found(code, f"def check():\n    yield ({case})\n")


def told_apart(got: str, expected: str, before: str = "") -> tuple[str, str, str]:
    told = judged(got, expected, before=before)
    return told["call"], told["got"], told["expected"]


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
        ("def double(x):\n    raise StopIteration\n", "StopIteration", 2),
        ("def double(x):\n    return double(x)\n", "RecursionError", 2),
    ],
)
def test_code_that_fails_is_told_as_when_it_is_run(
    code: str, type_: str, line: int | None
) -> None:
    failure = found(code)["failure"]
    assert failure["type"] == type_
    assert failure["line"] == line


def test_a_traceback_shows_the_call_whole() -> None:
    own = "def check():\n    yield 'x = [3]; double(x); x', [3]\n"
    code = "def double(x):\n    return x / 0\n"
    traceback = found(code, own)["failure"]["traceback"]
    assert "x = [3]; double(x); x" in traceback
    assert "return x / 0" in traceback
    assert "check" not in traceback


def test_a_check_and_the_code_know_nothing_of_each_other() -> None:
    code = "def double(x):\n    return two * x\ntwo = 2\nrange = sum = check = None\n"
    own = "two = 3\nassert sum([two]) == 3\n"
    assert found(code, own + CHECK) == {"passed": 3}
    assert found("", f"double = abs\n{CHECK}")["failure"]["type"] == "NameError"


def test_a_call_may_use_what_comes_before_the_code() -> None:
    assert found("", CHECK, "def double(x):\n    return 2 * x\n") == {"passed": 3}


def test_the_names_of_one_call_are_not_there_in_the_next() -> None:
    own = "def check():\n    yield 'x = 1; x', 1\n    yield 'x', 1\n"
    assert found("", own)["failure"]["type"] == "NameError"


def test_a_call_ends_with_what_is_judged() -> None:
    own = "def check():\n    yield 'double = 1', 1\n"
    assert found("", own)["failure"]["type"] == "ValueError"


def test_a_check_has_the_package_whole() -> None:
    code = (
        "from interest import growth\ngrowth.grown = lambda *_: 0\ng = growth.grown\n"
    )
    own = "from interest.growth import grown\n"
    own += "def check():\n    yield 'g(1000, 1)', grown(1000, 1)\n"
    wrong = {"call": "g(1000, 1)", "got": "0", "expected": "1250.0"}
    assert found(code, own) == wrong


def test_what_is_printed_in_a_check_is_handed_on() -> None:
    printed: list[str] = []
    check("", "def double(x):\n    print(x)\n    return 2 * x\n", CHECK, printed.append)
    assert "".join(printed) == "1\n2\n3\n"


@pytest.mark.parametrize(
    ("result", "call", "got"),
    [
        ("2 * x * kept.count(x)", "double(3); double(3)", "12"),
        ("2 * x + len(kept) // 3", "double(1); double(3); double(3)", "7"),
    ],
)
def test_a_case_that_fails_for_what_came_before_is_told_with_it(
    result: str, call: str, got: str
) -> None:
    code = "kept = []\nprint('!')\ndef double(x):\n    kept.append(x)\n"
    code += f"    return {result}\n"
    own = "def check():\n    for x in (1, 3, 3):\n"
    own += "        yield f'double({x})', 2 * x\n"
    printed: list[str] = []
    told = check("", code, own, printed.append)
    assert told == {"call": call, "got": got, "expected": "6"}
    assert "".join(printed) == "!\n"


def test_a_case_that_does_not_fail_again_is_told_all_the_same() -> None:
    code = "import sys\nsys.seen = getattr(sys, 'seen', 0)\n"
    code += "def double(x):\n    sys.seen += 1\n    return 2 * x + (sys.seen == 2)\n"
    assert found(code) == {"call": "double(2)", "got": "5", "expected": "4.0"}


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
        ("1", "True", False),
        ("'1'", "1", False),
        ("None", "0", False),
        ("None", "None", True),
        ("'a'", "'a'", True),
        ("(1, 2 + 1e-9)", "[1, 2]", True),
        ("[1, 2]", "(1, 2)", True),
        ("[1, 2, 3]", "[1, 2]", False),
        ("[[1], [3]]", "[[1], [2]]", False),
        ("[1, [2]]", "[1, 2]", False),
        ("1", "[1]", False),
        ("[1]", "1", False),
    ],
)
def test_numbers_are_compared_as_numbers(got: str, expected: str, right: bool) -> None:  # noqa: FBT001
    assert ("passed" in judged(got, expected)) is right


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        ("np.array([1, 2])", "[1, 2.0]"),
        ("np.array([[1.0, 2.0], [3.0, 4.0]])", "[[1, 2], [3, 4]]"),
        ("[np.array([1]), np.array([2, 3])]", "[[1], [2, 3]]"),
        ("(np.array([1]), np.float32(0.1))", "([1], 0.1)"),
        ("np.array([0.1], dtype=np.float32)", "[0.1]"),
        ("np.float64(0.5)", "0.5"),
        ("np.int64(3)", "3.0"),
        ("np.longdouble(3)", "3.0"),
        ("np.array(3)", "3"),
        ("np.True_", "True"),
        ("[np.False_]", "[False]"),
        ("array.array('d', [1, 2])", "[1, 2]"),
        ("Fraction(1, 2)", "0.5"),
    ],
)
def test_an_array_is_a_list_and_its_numbers_are_numbers(
    got: str, expected: str
) -> None:
    before = "import array\nfrom fractions import Fraction\nimport numpy as np\n"
    assert judged(got, expected, before=before) == {"passed": 1}


@pytest.mark.parametrize(
    ("got", "expected", "told"),
    [
        ("np.array([[1, 0], [0, 2]])", "[[1, 0], [0, 3]]", "[[1, 0], [0, 2]]"),
        ("[np.float64(1), (2,)]", "[1, (3,)]", "[1, (2,)]"),
        ("np.array([True])", "[1]", "[True]"),
        ("np.float64(0.25)", "0.5", "0.25"),
        ("np.float32(0.1)", "0.5", "0.1000000015"),
    ],
)
def test_what_was_compared_is_what_is_told(got: str, expected: str, told: str) -> None:
    assert told_apart(got, expected, "import numpy as np")[1] == told


@pytest.mark.parametrize(
    ("got", "expected", "told"),
    [
        ("[1, 2]", "[1]", ("f()", "[1, 2]", "[1]")),
        ("[[0.5]]", "[0.5]", ("f()", "[[0.5]]", "[0.5]")),
        ("True", "1", ("f()", "True", "1")),
        ("'0.5'", "0.5", ("f()", "'0.5'", "0.5")),
        ("0.5 + 0j", "0.5", ("f()", "(0.5+0j)", "0.5")),
        ("None", "[None]", ("f()", "None", "[None]")),
        ("(0.0, 0.0)", "(0.0, 1.0)", ("f()", "(0.0, 0.0)", "(0.0, 1.0)")),
        ("[0.0, 0.0]", "(0.0, 1.0)", ("f()", "(0.0, 0.0)", "(0.0, 1.0)")),
        # Numbers that are near enough are not what is wrong.
        (
            "[1 / 3, 2]",
            "[0.33333333, 3]",
            ("f()", "[0.33333333, 2]", "[0.33333333, 3]"),
        ),
    ],
)
def test_what_differs_can_be_seen(
    got: str, expected: str, told: tuple[str, str, str]
) -> None:
    assert told_apart(got, expected) == told


def test_numbers_that_differ_in_their_last_digits_are_told_with_all_of_them() -> None:
    told = judged("1.00000000001", "1.0", "1e-12")
    assert told == {"call": "f()", "got": "1.00000000001", "expected": "1.0"}


def test_what_looks_like_the_right_number_is_told_with_what_it_is() -> None:
    odd = "class Odd:\n    def __repr__(self):\n        return '1.5'\n"
    assert told_apart("Odd()", "1.5", odd) == ("f()", "1.5 (Odd)", "1.5")


@pytest.mark.parametrize(
    ("got", "expected", "told"),
    [
        ("[*range(50), 1]", "[*range(51)]", ("f()[50]", "1", "50")),
        ("list(range(50))", "list(range(51))", ("len(f())", "50", "51")),
        (
            "[[9] * 30, [9] * 29, 1]",
            "[[9] * 30, [9] * 30, 2]",
            ("len(f()[1])", "29", "30"),
        ),
        (
            "[[1, 2, 3], [4] * 60]",
            "[[1, 3, 2], [4] * 60]",
            ("f()[0]", "[1, 2, 3]", "[1, 3, 2]"),
        ),
        ("np.arange(50)", "[*range(49), 0]", ("f()[49]", "49", "0")),
        ("[[9] * 60, 'a']", "[[9] * 60, 1]", ("f()[1]", "'a'", "1")),
    ],
)
def test_of_a_long_list_the_place_is_told_where_it_differs(
    got: str, expected: str, told: tuple[str, str, str]
) -> None:
    assert told_apart(got, expected, "import numpy as np") == told


@pytest.mark.parametrize(
    ("call", "place"),
    [
        ("x = f(); x", "x = f(); x[30]"),
        ("x = f(); [*x]", "x = f(); ([*x])[30]"),
        ("[] + f()", "([] + f())[30]"),
        ("f()[:]", "f()[:][30]"),
    ],
)
def test_a_place_is_named_behind_what_a_call_ends_with(call: str, place: str) -> None:
    own = f"def check():\n    yield {call!r}, [0] * 31\n"
    assert found("def f():\n    return [0] * 30 + [1]\n", own)["call"] == place
    own = f"def check():\n    yield {call!r}, [0] * 40\n"
    start = call.rfind("; ") + 2 if ";" in call else 0
    length = f"{call[:start]}len({call[start:]})"
    assert found("def f():\n    return [0] * 30 + [1]\n", own)["call"] == length


def test_a_case_may_have_a_tolerance_of_its_own() -> None:
    assert judged("1.09", "1", "0.1") == {"passed": 1}
    assert judged("[0.09]", "[0]", "0.1") == {"passed": 1}
    assert judged("1.2", "1", "0.1") != {"passed": 1}


def test_a_value_is_told_without_its_last_digits() -> None:
    code = "def double(x):\n    return [0.1 + 0.2, (2.0, 10**30), 1 / 3, 'a']\n"
    assert found(code)["got"] == f"[0.3, (2.0, {10**30}), 0.3333333333, 'a']"


def test_a_value_is_told_whatever_its_repr_does() -> None:
    code = "class Odd:\n    def __repr__(self):\n        return 1 / 0\n"
    assert found(f"{code}def double(x):\n    return Odd()\n")["got"] == "<Odd>"
    long = found("def double(x):\n    return list(range(1000))\n")["got"]
    assert len(long) == LONGEST + 1
    within = "x = []\nx.append(x)\n"
    assert found(f"{within}def double(_):\n    return x\n")["got"] == "<list>"


def lines_of(told: dict[str, Any]) -> list[int]:
    return [step.get("line", 0) for step in json.loads(told["trace"])["steps"]]


def test_a_program_is_told_line_by_line() -> None:
    code = "from interest.growth import grown\nfor i in range(2):\n    print(i + a)\n"
    imported = sys.modules.get(PACKAGE)
    told = steps("a = 1\n", code, PACKAGE)
    assert (told["cut"], "failure" in told) == (False, False)
    assert lines_of(told) == [1, 2, 3, 2, 3, 2]
    trace = json.loads(told["trace"])
    assert trace["given"] == {"a": "1"}
    assert "".join(step.get("out", "") for step in trace["steps"]) == "1\n2\n"
    assert sys.modules.get(PACKAGE) is imported


def test_the_steps_of_a_program_that_fails_end_with_its_failure() -> None:
    told = steps("a = 1\n", "b = a - 1\nprint(b)\nc = 1 / b\nd = 2\n")
    assert lines_of(told) == [1, 2, 3]
    failure = told["failure"]
    assert (failure["type"], failure["line"]) == ("ZeroDivisionError", 3)
    assert "c = 1 / b" in failure["traceback"]
    assert "runner.py" not in failure["traceback"]
    assert "tracing.py" not in failure["traceback"]


@pytest.mark.parametrize(
    ("before", "code", "type_"),
    [("", "a = (\n", "SyntaxError"), ("a = b\n", "c = 1\n", "NameError")],
)
def test_what_does_not_begin_has_no_steps(before: str, code: str, type_: str) -> None:
    told = steps(before, code)
    assert lines_of(told) == []
    assert told["failure"]["type"] == type_


def test_a_program_that_never_ends_is_cut() -> None:
    told = steps("", "while True:\n    print('x' * 99)\n")
    assert (told["cut"], "failure" in told) == (True, False)
    assert 4 < len(lines_of(told)) <= 200
    assert len(told["trace"]) < 40_000


def test_a_program_that_ends_itself_has_not_failed() -> None:
    told = steps("", "import sys\nsys.exit()\nx = 1\n")
    assert (told["cut"], "failure" in told) == (False, False)
    assert lines_of(told) == [1, 2]
    assert "fails" not in told["trace"]


def test_what_the_last_program_did_stays_out_of_the_next() -> None:
    outside = sys.gettrace(), sys.stdout, sys.modules["__main__"]
    steps("", "import sys\nsys.settrace(None)\nprint(1)\n")
    assert (sys.gettrace(), sys.stdout, sys.modules["__main__"]) == outside
