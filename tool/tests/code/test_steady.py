"""Of several runs that stays which would be the same on any machine."""

import math
from math import inf
from pathlib import Path

import numpy as np
import pytest

from derivlearn_site.code import steady, stepping
from derivlearn_site.code.trace import Told


@pytest.mark.parametrize(
    ("texts", "text"),
    [
        (["1.5", "1.5"], "1.5"),
        (["0.123456", "0.123457"], "0.12346"),
        (["2.7e-17", "0.0", "-1.1e-16"], "≈0"),
        (["[1.0, 2e-17]", "[1.0, 3e-18]"], "[1.0, ≈0]"),
        (["0.7", "0.2"], "…"),
        (["{140, 160}", "{120, 130}"], "…"),
        (["1", "2"], "…"),
        (["'a'", "'b'"], "…"),
        (["[1.0]", "[1.0, 2.0]"], "…"),
    ],
)
def test_only_what_is_common_stays(texts: list[str], text: str) -> None:
    assert steady.agreed(texts) == text


def test_functions_are_shaken_for_a_while_and_then_as_before() -> None:
    exact = math.exp, np.tanh
    with steady.shaken(inf):
        assert math.exp(0.0) == math.nextafter(1.0, inf)
        assert math.exp.__name__ == "exp"
        assert np.all(np.tanh(np.zeros(2)) > 0)
    with steady.shaken(-inf):
        assert math.exp(0.0) < 1.0
    assert (math.exp, np.tanh) == exact


def traced(code: str, before: str = "") -> Told | str:
    [found] = stepping.traces(Path("nowhere"), [(before, code, 60.0)])
    return found


def last(found: Told | str) -> dict[str, str]:
    assert not isinstance(found, str), found
    return {k: v for step in found["steps"] for k, v in step.get("set", {}).items()}


def test_a_program_is_the_same_but_for_its_noise() -> None:
    found = last(
        traced(
            "from math import exp\n"
            "a = exp(1.0)\n"
            "b = exp(2.0) - exp(1.0) ** 2\n"
            "c = {id(object())}\n"
        )
    )
    assert found == {"a": "2.71828", "b": "≈0", "c": "…"}


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("1 / 0\n", stepping.FAILS),
        ("while True:\n    x = 1\n", stepping.SLOW),
        ("import time\nprint(time.perf_counter_ns())\n", stepping.UNSTEADY),
        ("import math\nif math.exp(1) == math.e:\n    x = 1\n", stepping.UNSTEADY),
    ],
)
def test_why_a_program_has_no_trace_is_told(code: str, why: str) -> None:
    assert traced(code) == why


def test_a_program_that_computes_for_long_elsewhere_is_slow() -> None:
    before = "def long():\n    for _ in range(200):\n        sorted(range(10**4))\n"
    before += "        max(1, 2)\n        short()\ndef short(): pass\n"
    programs = [(before, "long()\n", 0.001)]
    assert stepping.traces(Path("nowhere"), programs) == [stepping.SLOW]
