"""A value is shown in a few characters, without anything of the machine it is on."""

import array
from collections import namedtuple
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from derivlearn_site.code import showing
from derivlearn_site.code.showing import shown


@dataclass
class Node:
    """Holds others of its kind, and itself."""

    data: float
    next: Any = None


@dataclass
class Sum:
    """Has a number behind a list."""

    parts: list[float]
    total: float


class Bare:
    """Says nothing of itself."""


class Hostile:
    """Fails when it is looked at."""

    def __getattr__(self, name: str) -> object:
        """Fail."""
        raise RuntimeError(name)

    @property
    def __dict__(self) -> dict[str, object]:  # type: ignore[override]
        """Fail, too."""
        raise RuntimeError


Pair = namedtuple("Pair", "left right")  # noqa: PYI024
LOOP = Node(1.0)
LOOP.next = LOOP


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "True"),
        (Sum([1.0, 2.0], 3.0), "Sum(total=3.0, parts=[1.0, 2.0])"),
        ([Sum([1.0, 2.0], 3.0)], "[Sum(total=3.0, …)]"),
        (None, "None"),
        (12, "12"),
        (3.0, "3.0"),
        (-0.0, "-0.0"),
        (1953.125, "1953.125"),
        (0.1 + 0.2, "0.3"),
        (-0.11632982, "-0.11633"),
        (1 / 3, "0.333333"),
        (2 / 3 * 1e-20, "6.66667e-21"),
        (1e300 * 10, "1e+301"),
        (float("inf"), "inf"),
        (float("nan"), "nan"),
        ("a'b", '"a\'b"'),
        ([1, [2.5]], "[1, [2.5]]"),
        ((), "()"),
        ((1,), "(1,)"),
        ({"a": 1}, "{'a': 1}"),
        ({}, "{}"),
        (set(), "set()"),
        ({3, 1, 2}, "{1, 2, 3}"),
        (frozenset("ba"), "{'a', 'b'}"),
        (range(3), "range(0, 3)"),
        (Node(2.0), "Node(data=2.0, next=None)"),
        (LOOP, "Node(data=1.0, next=Node(data=1.0, …))"),
        (Pair(1, 2), "Pair(left=1, right=2)"),
        (Bare(), "Bare(…)"),
        (iter([]), "list_iterator(…)"),
        (len, "len()"),
        (shown, "shown()"),
        (Node, "class Node"),
        (Fraction(1, 3), "Fraction(…)"),
        (np.float64(0.5), "0.5"),
        (np.int64(3), "3"),
        (np.array([[1.0, 2.0]]), "array([[1.0, 2.0]])"),
        ([np.array([1]), np.array([2])], "[array([1]), array([2])]"),
        (array.array("d", [1.0]), "array(…)"),
    ],
)
def test_a_value_is_shown(value: object, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize(
    "value",
    [
        list(range(1000)),
        [[0.5] * 100] * 100,
        np.zeros((1797, 64)),
        {n: n for n in range(1000)},
        set(range(1000)),
        "x" * 1000,
        10**100,
        [[[[[[[1]]]]]]],
        Node(1.0, [Node(2.0)] * 99),
    ],
)
def test_what_is_long_is_shortened_and_says_so(value: object) -> None:
    text = shown(value)
    assert len(text) <= showing.LONGEST
    assert showing.MORE in text


def test_what_fails_when_it_is_looked_at_is_shown_by_its_kind() -> None:
    assert shown(Hostile()) == "Hostile(…)"


def test_how_many_more_there_are_is_told() -> None:
    assert shown(list(range(100))) == "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, … +90]"


def test_what_says_no_more_than_its_name_is_named_so() -> None:
    assert showing.is_named_so(shown, "shown")
    assert showing.is_named_so(np, "anything")
    assert not showing.is_named_so(shown, "other")
    assert not showing.is_named_so(3, "three")
