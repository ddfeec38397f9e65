"""A trace tells what each line of a program did, as it is run."""

import io
from contextlib import redirect_stdout
from textwrap import dedent
from typing import Any

import pytest

from derivlearn_site.code import tracing
from derivlearn_site.code.trace import Run
from derivlearn_site.code.tracing import TooLongError, Traced


def run_of(
    code: str, before: str = "", most_lines: int = 20_000, patience: float = 60.0
) -> Run:
    printed = io.StringIO()
    seen = 0

    def prepared() -> dict[str, Any]:
        namespace: dict[str, Any] = {"__name__": "__main__"}
        exec(dedent(before), namespace)  # noqa: S102
        return namespace

    def wrote() -> str:
        nonlocal seen
        text = printed.getvalue()[seen:]
        seen += len(text)
        return text

    traced = Traced(dedent(code), prepared, wrote, patience, most_lines)
    with redirect_stdout(printed):
        traced.count()
        return traced.run()


def told(code: str, before: str = "", most_lines: int = 20_000) -> list[Any]:
    steps: list[Any] = run_of(code, before, most_lines).told()["steps"]
    return steps


def lines(steps: list[Any]) -> list[int]:
    return [step.get("line", 0) for step in steps]


def test_each_line_comes_with_what_it_changed_and_printed() -> None:
    assert told("x = 1\ny = x + 1.5\nprint(x, y)\nx = 1\n") == [
        {"line": 1, "set": {"x": "1"}},
        {"line": 2, "set": {"y": "2.5"}},
        {"line": 3, "out": "1 2.5\n"},
        {"line": 4},
    ]


def test_a_loop_tells_which_pass_it_is_in_and_its_end() -> None:
    assert told("for n in (5, 7):\n    x = n\n") == [
        {"line": 1, "set": {"n": "5"}, "loops": [[1, 1, 2]], "taken": 1},
        {"line": 2, "set": {"x": "5"}},
        {"line": 1, "set": {"n": "7"}, "loops": [[1, 2, 2]], "taken": 1},
        {"line": 2, "set": {"x": "7"}},
        {"line": 1, "loops": [], "taken": 0},
    ]


def test_loops_in_loops_are_told_from_the_outermost_one() -> None:
    steps = told(
        """\
        for i in range(2):
            j = 0
            while j < 2:
                j += 1
        """
    )
    found = [step["loops"] for step in steps if "loops" in step]
    assert found[1] == [[1, 1, 2], [3, 1, 2]]
    assert found[-2:] == [[[1, 2, 2]], []]


def test_a_loop_that_is_left_is_over() -> None:
    steps = told("for n in range(9):\n    if n:\n        break\nx = 1\n")
    assert lines(steps) == [1, 2, 1, 2, 3, 4]
    assert steps[-1] == {"line": 4, "set": {"x": "1"}, "loops": []}
    assert steps[2]["loops"] == [[1, 2, 2]]
    assert [step.get("taken") for step in steps] == [1, 0, 1, 1, None, None]


def test_a_function_is_gone_into_and_left() -> None:
    steps = told("def twice(x):\n    y = 2 * x\n    return y\n\n\nz = twice(4) + 1\n")
    assert steps == [
        {"line": 1, "def": "twice"},
        {"line": 6, "call": ["twice"], "set": {"x": "4"}},
        {"line": 2, "set": {"y": "8"}},
        {"line": 3, "gives": "8"},
        {"line": 6, "pop": 1, "set": {"z": "9"}},
    ]


def test_a_function_of_the_program_is_followed_where_others_call_it() -> None:
    before = "def applied(f, x):\n    y = f(x)\n    return y\n"
    steps = told("def half(x):\n    return x / 2\n\n\ny = applied(half, 3)\n", before)
    assert [step.get("gives") for step in steps] == [None, None, "1.5", None]
    assert lines(steps) == [1, 5, 2, 5]


def test_what_is_not_shown_is_one_step() -> None:
    before = "def long(n):\n    for _ in range(n):\n        pass\n    return n\n"
    assert told("x = long(9)\n", before) == [{"line": 1, "set": {"x": "9"}}]


def test_what_is_there_before_is_told_where_the_program_uses_it() -> None:
    given = run_of("def f():\n    return a\n\n\nb = f()\n", "import math\na = c = 1")
    assert given.told()["given"] == {"a": "1"}


def test_what_a_function_changes_outside_itself_is_told() -> None:
    code = """\
        def put(items):
            items.append(1)


        found = []
        put(found)
        """
    assert told(code)[3] == {
        "line": 2,
        "set": {"items": "[1]"},
        "up": {"0": {"found": "[1]"}},
    }


def test_a_variable_that_is_deleted_is_gone() -> None:
    assert told("x = 1\ndel x\n")[1] == {"line": 2, "gone": ["x"]}


def test_statements_of_several_lines_are_one_step() -> None:
    code = """\
        x = max(
            1,
            2,
        )
        if (
            x
            and x > 1
        ):
            y = [
                n
                for n in range(3)
            ]
        else:
            y = 0
        try:
            z = 1
        finally:
            z = 2
        """
    assert lines(told(code)) == [1, 5, 9, 16, 18]


def test_names_of_a_comprehension_are_its_own() -> None:
    code = "def f():\n    return [n for n in range(2)]\n\n\ny = [n * n for n in f()]\n"
    steps = told(code)
    assert [step.get("set") for step in steps] == [None, None, None, {"y": "[0, 1]"}]


def test_the_body_of_a_class_is_one_step_and_its_methods_are_followed() -> None:
    code = """\
        class Point:
            origin = 0

            def __init__(self, x):
                self.x = x


        p = Point(3)
        """
    steps = told(code)
    assert lines(steps) == [1, 8, 5, 8]
    assert steps[1]["call"] == ["Point.__init__"]
    assert steps[3]["set"] == {"p": "Point(x=3)"}


def test_a_long_loop_keeps_its_first_passes_and_the_last() -> None:
    steps = told("x = 0\nfor n in range(1000):\n    x += n\n    print(n)\n")
    [place] = [n for n, step in enumerate(steps) if "left" in step]
    passes = len([step for step in steps if step.get("set", {}).keys() == {"n"}])
    assert passes == max(tracing.KEPT) + 1
    assert steps[place]["left"] == 3 * (1000 - passes)
    assert steps[place]["loops"] == [[2, 999, 1000]]
    # What was done meanwhile is told with what is left out.
    assert steps[place]["set"]["x"] == str(sum(range(999)))
    assert steps[place + 2]["set"] == {"x": str(sum(range(1000)))}
    printed = "".join(step.get("out", "") for step in steps)
    assert printed == "".join(f"{n}\n" for n in range(1000))


def test_one_pass_is_not_left_out_alone() -> None:
    most = max(tracing.KEPT)
    for count in (most + 1, most + 2, most + 3):
        steps = told(f"for n in range({count}):\n    pass\n")
        left = [step["left"] for step in steps if "left" in step]
        assert left == ([4] if count == most + 3 else [])


def test_loops_in_loops_keep_fewer_passes() -> None:
    code = "".join(
        f"{' ' * n}for {name} in range(9):\n" for n, name in enumerate("abc")
    )
    steps = told(f"{code}    pass\n")
    assert len(steps) <= tracing.MOST_STEPS
    assert steps[-1] == {"line": 1, "loops": [], "taken": 0}
    assert sum(step.get("left", 1) for step in steps) == 10 + 9 * 10 + 81 * 19


def test_many_calls_from_one_line_keep_the_first_and_the_last() -> None:
    steps = told(
        "def f(x):\n    return x\n\n\ntotal = sum(map(f, range(100)))\n",
    )
    assert [step["gives"] for step in steps if "gives" in step] == ["0", "1", "99"]
    assert [step["left"] for step in steps if "left" in step] == [97]


def test_a_function_that_calls_itself_is_followed_for_some_time() -> None:
    code = """\
        def fib(n):
            if n < 2:
                return n
            return fib(n - 1) + fib(n - 2)


        print(fib(15))
        """
    steps = told(code)
    assert len(steps) <= tracing.MOST_STEPS
    assert steps[0] == {"line": 1, "def": "fib"}
    assert steps[-1] == {"line": 7, "out": "610\n"}
    assert steps[-2]["left"] > 1000
    assert steps[-2]["pop"] > 1


def test_an_error_ends_the_trace_at_its_line() -> None:
    run = run_of("def f(x):\n    return 1 / x\n\n\ny = f(1)\nz = f(0)\n")
    assert isinstance(run.ended, ZeroDivisionError)
    assert run.told()["steps"][-1] == {"line": 2, "fails": 1}


def test_an_error_that_is_caught_does_not_end_it() -> None:
    steps = told("try:\n    1 / 0\nexcept ZeroDivisionError:\n    x = 1\ny = 2\n")
    assert lines(steps) == [2, 4, 5]
    assert [step.get("fails") for step in steps] == [1, None, None]


def test_the_end_of_a_generator_is_no_error() -> None:
    steps = told("for n in (n for n in [1]):\n    pass\nx = 1\n")
    assert lines(steps) == [1, 2, 1, 3]
    assert not any("fails" in step for step in steps)


@pytest.mark.parametrize(
    "code",
    [
        "while True:\n    pass\n",
        "def f():\n    while True:\n        x = 1\n\n\nf()\n",
        "def f():\n    g()\n\n\ndef g():\n    pass\n\n\nwhile True:\n    f()\n",
    ],
)
def test_what_never_ends_is_ended(code: str) -> None:
    run = run_of(code, most_lines=1000)
    assert isinstance(run.ended, TooLongError)
    assert len(run.told()["steps"]) >= 1


def test_it_is_told_where_what_never_ends_was_ended() -> None:
    steps = told("n = 0\nwhile True:\n    n += 1\n", most_lines=1000)
    assert len(steps) <= tracing.MOST_STEPS
    assert all(total == 0 for step in steps for *_, total in step.get("loops", []))


def test_a_program_that_is_another_each_time_is_told() -> None:
    before = "import random\n"
    code = """\
        def f(n):
            return n


        for n in range(random.randrange(1, 40)):
            x = sum(map(f, range(random.randrange(1, 40))))
        print("end")
        """
    for _ in range(20):
        steps = told(code, before)
        is_whole = steps[-1] == {"line": 7, "out": "end\n"}
        assert is_whole or len(steps) == tracing.MOST_STEPS


def test_generators_and_lambdas_are_gone_through_in_one_step() -> None:
    code = """\
        def numbers():
            yield 1
            yield 2


        double = lambda n: 2 * n
        x = [double(n) for n in numbers()]
        """
    assert lines(told(code)) == [1, 6, 7]


def test_what_took_too_long_to_be_counted_is_told_as_far_as_that() -> None:
    before = "def f():\n    return sum(range(50_000))\n"
    run = run_of("for n in range(5_000):\n    f()\n", before, patience=0.0)
    assert type(run.ended) is TooLongError
