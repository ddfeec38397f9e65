"""The steps of each block are those of its run, and what they print is its record."""

import re
from itertools import takewhile

import pytest

from derivlearn_site.code import steady, steps
from derivlearn_site.code.steps import Asked
from derivlearn_site.pages import stepped
from tests import woven
from tests.test_book import BOOK
from tests.woven import Event

ASKED = stepped.asked(BOOK)
KEPT = {
    f"{path.parent.name}/{path.stem}:{each.name}": (each, trace)
    for path, asked in ASKED.items()
    for each in asked
    if (kept := steps.read(path).get(each.name)) and (trace := kept.trace)
}
# The chapters of which each loop can be gone through, and how many blocks at least.
WHOLE = {
    "last-bias", "last-weight", "hidden-bias", "hidden-weight", "layers", "autograd"
}  # fmt: skip
LEAST = 25
_NUMBER = r"-?\d[.\de+-]*"


def agree(told: str, actual: str) -> bool:
    """Tell whether a value is shown as it is, but for what differs between machines."""
    if told == actual:
        return True
    pattern = re.escape(told).replace("…", ".*").replace("≈0", _NUMBER)
    plain = [told.replace("≈0", "0.0"), actual]
    return bool(re.fullmatch(pattern, actual)) or steady.agreed(plain) == told


def same(told: Event, actual: Event) -> bool:
    """Tell whether a line did what is told of it."""
    return (
        (told.line, told.printed) == (actual.line, actual.printed)
        and told.values.keys() == actual.values.keys()
        and all(agree(text, actual.values[name]) for name, text in told.values.items())
    )


def first_wrong(told: list[Event | None], actual: list[Event]) -> object:
    """Return what is told and what is, where these differ first; nothing else.

    Where steps are left out, what is told next comes at some later time.
    """
    begin = [*takewhile(lambda each: each is not None, told)]
    for pair in zip(begin, actual, strict=False):
        if not same(*pair):
            return pair
    if len(begin) == len(told):
        return None if len(told) == len(actual) else (len(told), len(actual))
    end = [*takewhile(lambda each: each is not None, reversed(told))]
    for pair in zip(end, reversed(actual), strict=False):
        if not same(*pair):
            return pair
    others = iter(actual)
    for each in filter(None, told):
        if not any(same(each, other) for other in others):
            return each
    return None


@pytest.mark.parametrize("name", KEPT)
def test_the_steps_are_those_of_the_run(name: str) -> None:
    asked, trace = KEPT[name]
    told = [*woven.told(trace, asked.code)]
    wrong = first_wrong(told, woven.events(asked.before, asked.code))
    assert wrong is None


@pytest.mark.parametrize("name", KEPT)
def test_what_the_steps_print_is_the_record(name: str) -> None:
    asked, trace = KEPT[name]
    assert "".join(step.get("out", "") for step in trace["steps"]) == asked.output


def test_there_are_enough_of_them() -> None:
    assert len(KEPT) >= LEAST


def loops_of(asked: Asked) -> bool:
    """Tell whether a block goes through a loop when it is run."""
    return bool(re.search(r"^(for|while) ", asked.code, re.MULTILINE))


def test_all_loops_of_these_chapters_can_be_gone_through() -> None:
    lacking = [
        f"{path.parent.name}/{path.stem}:{each.name}"
        for path, asked in ASKED.items()
        if path.parent.name in WHOLE
        for each in asked
        if loops_of(each)
    ]
    assert lacking
    assert [name for name in lacking if name not in KEPT] == []


def test_a_falsified_step_is_found() -> None:
    """Each value of a trace, put one digit aside, is no longer what the run did."""
    asked, trace = KEPT["hidden-bias/network:all"]
    actual = woven.events(asked.before, asked.code)
    assert first_wrong([*woven.told(trace, asked.code)], actual) is None
    for step in trace["steps"]:
        for name, text in step.get("set", {}).items():
            step["set"][name] = re.sub(
                r"\d(?=\D*$)", lambda d: str(9 - int(d[0])), text
            )
            if step["set"][name] != text:
                told = [*woven.told(trace, asked.code)]
                assert first_wrong(told, actual) is not None, (step, name)
            step["set"][name] = text


def test_steps_of_a_few_chapters_are_what_record_would_write() -> None:
    few = {
        path: asked
        for path, asked in ASKED.items()
        if path.parent.name == "hidden-bias"
    }
    assert "\n".join(map(str, steps.stale(BOOK.root, few))) == ""
