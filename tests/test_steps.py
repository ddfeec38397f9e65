"""The steps of each block are those of its run, and what they print is its record."""

import re
from itertools import takewhile

import pytest

from derivlearn_site.code import steady, steps
from derivlearn_site.code.steps import Asked
from derivlearn_site.code.trace import Told
from derivlearn_site.pages import stepped
from tests import woven
from tests.test_book import BOOK
from tests.woven import Event

ASKED = stepped.asked(BOOK)
KEPT = {
    f"{path.parent.name}/{path.stem}:{each.name}": (each, trace)
    for path, asked in ASKED.items()
    for each in asked
    if (kept := steps.read(path).get(each.name))
    if (trace := kept.trace)
}
# The chapters of which each loop can be gone through.
WHOLE = ["last-bias", "last-weight", "hidden-bias", "hidden-weight"]
WHOLE += ["layers", "autograd"]
# How many blocks must have steps.
LEAST = 25
_NUMBER = r"-?\d[.\de+-]*"


def agree(told: str, actual: str) -> bool:
    """Tell whether a value is shown as it is, but for what differs between machines."""
    if told == actual:
        return True
    pattern = re.escape(told).replace("…", ".*").replace("≈0", _NUMBER)
    plain = [told.replace("≈0", "0.0"), actual]
    return bool(re.fullmatch(pattern, actual)) or steady.agreed(plain) == told


def same(told: Event | None, actual: Event) -> bool:
    """Tell whether a line did what is told of it."""
    return (
        told is not None
        and (told.line, told.printed) == (actual.line, actual.printed)
        and told.values.keys() <= actual.values.keys()
        and all(agree(text, actual.values[name]) for name, text in told.values.items())
    )


def first_wrong(asked: Asked, trace: Told) -> object:
    """Return what is told, and what is, where these differ first; nothing else."""
    told = [*woven.told(trace, asked.code)]
    begin = [*takewhile(bool, told)]
    run = woven.Run(asked.before, asked.code, range(len(told)))
    pairs = [*zip(begin, run.events, strict=False)]
    if len(begin) < len(told):  # steps are left out
        end = [*takewhile(bool, reversed(told))]
        wanted = range(run.count - len(end), run.count)
        last = woven.Run(asked.before, asked.code, wanted)
        pairs += zip(end, reversed(last.events), strict=True)
    elif len(told) != run.count:
        return len(told), run.count
    return next((pair for pair in pairs if not same(*pair)), None)


@pytest.mark.parametrize("name", KEPT)
def test_the_steps_are_those_of_the_run_and_print_its_record(name: str) -> None:
    asked, trace = KEPT[name]
    assert first_wrong(asked, trace) is None
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
    asked, trace = KEPT["hidden-bias/network:all"]
    for step in trace["steps"]:
        for name, text in step.get("set", {}).items():
            other = re.sub(r"\d(?=\D*$)", lambda found: str(9 - int(found[0])), text)
            step["set"][name] = other
            assert other == text or first_wrong(asked, trace), (step, name)
            step["set"][name] = text
    assert first_wrong(asked, trace) is None


def test_steps_of_a_few_chapters_are_what_record_would_write() -> None:
    few = {path: asked for path, asked in ASKED.items() if "hidden-bias" in path.parts}
    assert "\n".join(map(str, steps.stale(BOOK.root, few))) == ""
