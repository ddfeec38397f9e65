"""What is the same on every machine, of a program that was run several times.

The last digits of `exp` and its kind differ from machine to machine, and so do the
addresses of objects. So a program is run with each of these a little larger, too, and
with each a little smaller. Of a number only those digits stay that all runs
have in common; what is nothing but such a difference is shown as `≈0`, and what has
nothing in common as `…`.
"""

import math
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from typing import Any

from derivlearn_site.code.showing import MORE
from derivlearn_site.code.trace import Level, Run, Step, Variables

_INEXACT = ("exp", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tanh")
_NUMBER = re.compile(r"(-?\d+(?:\.\d+)?(?:e[-+]\d+)?)")
# How many digits a number must keep, and what is nothing.
_LEAST_DIGITS, _MOST_DIGITS = 2, 6
_NOTHING = 1e-9
NOTHING = "≈0"


class _DifferentError(Exception):
    """The runs did not even go the same way."""


@contextmanager
def shaken(towards: float) -> Iterator[None]:
    """Let functions whose last digit is a machine's own give the next number."""
    modules = [math, *filter(None, [sys.modules.get("numpy")])]
    kept = [
        (module, name, getattr(module, name))
        for module in modules
        for name in _INEXACT
        if hasattr(module, name)
    ]
    for module, name, function in kept:
        step = getattr(module, "nextafter")  # noqa: B009 # mypy knows only one of them
        setattr(module, name, _nudged(function, step, towards))
    try:
        yield
    finally:
        for module, name, function in kept:
            setattr(module, name, function)


def _nudged(
    function: Callable[..., Any], step: Callable[..., Any], towards: float
) -> Callable[..., Any]:
    @wraps(function)
    def nudged(*given: object, **named: object) -> Any:  # noqa: ANN401 # a number, or many
        return step(function(*given, **named), towards)

    return nudged


def common(runs: Sequence[Run]) -> Run | None:
    """Return what runs have in common; nothing, if they went different ways."""
    try:
        if len({len(run.steps) for run in runs}) > 1:
            return None
        steps = zip(*(run.steps for run in runs), strict=True)
        given = _of_variables([run.given for run in runs])
        return replace(runs[0], given=given, steps=[_of_step(each) for each in steps])
    except _DifferentError:
        return None


def _of_step(steps: Sequence[Step]) -> Step:
    first = steps[0]
    for each in steps:
        same = each.line == first.line and each.left == first.left
        if not same or each.out != first.out or each.told.keys() != first.told.keys():
            raise _DifferentError
    told = {
        key: agreed([str(each.told[key]) for each in steps])
        if key == "gives"
        else value
        for key, value in first.told.items()
    }
    if any({**each.told, **told} != told for each in steps):
        raise _DifferentError
    levels = zip(*(each.levels for each in steps), strict=True)
    return replace(first, told=told, levels=tuple(_of_level(each) for each in levels))


def _of_level(levels: Sequence[Level]) -> Level:
    if len({each.id for each in levels}) > 1:
        raise _DifferentError
    variables = _of_variables([each.variables for each in levels])
    return replace(levels[0], variables=variables)


def _of_variables(all_: Sequence[Variables]) -> Variables:
    if any(each.keys() != all_[0].keys() for each in all_):
        raise _DifferentError
    return {name: agreed([each[name] for each in all_]) for name in all_[0]}


def agreed(texts: Sequence[str]) -> str:
    """Return what texts of a value have in common."""
    if len({*texts}) == 1:
        return texts[0]
    split = [_NUMBER.split(text) for text in texts]
    if len({tuple(parts[::2]) for parts in split}) > 1:
        return MORE
    parts = split[0]
    parts[1::2] = map(_agreed, zip(*(each[1::2] for each in split), strict=True))
    # How much of such a value has room is as uncertain as the value.
    return MORE if MORE in parts else "".join(parts)


def _agreed(texts: Sequence[str]) -> str:
    if len({*texts}) == 1:
        return texts[0]
    numbers = [float(text) for text in texts]
    if max(map(abs, numbers)) < _NOTHING:
        return NOTHING
    if any(set(text) & {".", "e"} for text in texts):
        for digits in range(_MOST_DIGITS - 1, _LEAST_DIGITS - 1, -1):
            rounded = {f"{number:.{digits}g}" for number in numbers}
            if len(rounded) == 1:
                return rounded.pop()
    return MORE
