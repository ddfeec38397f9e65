"""A place names a line of an output, a number in it, or all of it."""

import pytest

from derivlearn_site.base.errors import MistakeError
from derivlearn_site.pages.outputs import place

OUTPUT = "dx = 0.5   slope = 31.75\nw2 [1, -2.5e-3]\n  done 7\n"


@pytest.mark.parametrize(
    ("written", "there"),
    [
        ("1", "dx = 0.5   slope = 31.75"),
        ("1:1", "0.5"),
        ("1:2", "31.75"),
        ("2:1", "1"),
        ("2:2", "-2.5e-3"),
        ("last", "done 7"),
        ("last:1", "7"),
        ("all", OUTPUT.rstrip("\n")),
    ],
)
def test_a_place_is_found(written: str, there: str) -> None:
    assert place(written).of(OUTPUT) == there


@pytest.mark.parametrize(
    "written", ["", "0", "1:0", "first", "1:", "-1", "1.2", "all:1"]
)
def test_what_is_no_place_is_told(written: str) -> None:
    with pytest.raises(MistakeError, match="is no place in an output"):
        place(written)


@pytest.mark.parametrize(
    ("written", "reason"), [("4", "it has 3 lines"), ("1:3", "has 2 numbers")]
)
def test_a_place_that_was_not_printed_is_told(written: str, reason: str) -> None:
    with pytest.raises(MistakeError, match=reason):
        place(written).of(OUTPUT)
