"""Lines to put in order: what is right is what runs right, and nothing else is."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import pytest

from derivlearn_site.code import runner
from derivlearn_site.code.snippet import text_of
from derivlearn_site.pages import orders, page
from derivlearn_site.pages.orders import Order
from tests.test_book import BOOK

FOUND = [
    (language, order)
    for language in BOOK.languages
    for path in BOOK.pages(language)
    for order in orders.of(page.read(path, BOOK))
]
# Each once: the lines are the same in every language.
ORDERS = {order.key: order for _, order in FOUND}
PART = next(iter(BOOK.sections.values()))


def judged(order: Order, lines: Sequence[str]) -> dict[str, Any]:
    """Return what the check of the exercise finds of lines in an order."""
    assert order.block.check
    before = text_of(order.block.program.preamble)
    code = "".join(f"{line}\n" for line in lines)
    check = order.block.check.source
    return runner.check(before, code, check, lambda _: None, BOOK.package)


def passes(order: Order, lines: Sequence[str]) -> bool:
    """Tell whether lines are right; whatever else they are is told, and in words."""
    return _passes(order.key, tuple(lines))


@cache
def _passes(key: str, lines: tuple[str, ...]) -> bool:
    found = judged(ORDERS[key], lines)
    if "passed" in found:
        return True
    told = found.get("failure", found)
    assert told.keys() in (
        {"call", "got", "expected"},
        {"type", "message", "traceback", "line", "about", "words"},
    )
    line = told.get("line")
    assert line is None or 1 <= line <= len(lines)
    return False


def swapped(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield each order that is one swap of two neighbours away."""
    for at in range(len(lines) - 1):
        yield [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]]


def with_extra(order: Order) -> Iterator[list[str]]:
    """Yield each program in which a line that is not needed stands somewhere."""
    for line in order.extra:
        for at in range(len(order.lines) + 1):
            yield [*order.lines[:at], line, *order.lines[at:]]


@pytest.mark.parametrize("key", ORDERS)
def test_the_lines_of_the_answer_are_enough(key: str) -> None:
    assert passes(ORDERS[key], ORDERS[key].lines)


@pytest.mark.parametrize("key", ORDERS)
def test_nothing_is_right_from_the_start(key: str) -> None:
    order = ORDERS[key]
    assert not passes(order, order.shuffled)
    needed = [line for line in order.shuffled if line not in order.extra]
    assert not passes(order, needed)


@pytest.mark.parametrize("key", ORDERS)
def test_each_swap_runs_right_or_is_refused_in_words(key: str) -> None:
    order = ORDERS[key]
    right = [passes(order, lines) for lines in swapped(order.lines)]
    # Where the order does not matter at all, there is nothing to be ordered.
    assert right.count(False) > len(right) / 2


@pytest.mark.parametrize("key", ORDERS)
def test_each_use_of_a_line_that_is_not_needed_runs_right_or_is_refused(
    key: str,
) -> None:
    order = ORDERS[key]
    assert not all(passes(order, lines) for lines in with_extra(order))


@pytest.mark.parametrize("key", ORDERS)
def test_no_line_that_is_not_needed_takes_the_place_of_one_that_is(key: str) -> None:
    order = ORDERS[key]
    for line in order.extra:
        for at in range(len(order.lines)):
            instead = [*order.lines[:at], line, *order.lines[at + 1 :]]
            assert not passes(order, instead), instead


@pytest.mark.parametrize("key", ORDERS)
def test_every_line_of_the_answer_is_needed(key: str) -> None:
    order = ORDERS[key]
    for at in range(len(order.lines)):
        assert not passes(order, [*order.lines[:at], *order.lines[at + 1 :]])


def test_orders_that_nobody_has_listed_are_right() -> None:
    others = [
        key
        for key, order in ORDERS.items()
        if any(passes(order, lines) for lines in swapped(order.lines))
    ]
    assert others


def test_every_language_has_the_same_orders() -> None:
    by_language = [
        {order.key: order.shuffled for code, order in FOUND if code == language}
        for language in BOOK.languages
    ]
    assert all(each == by_language[0] for each in by_language)


def test_each_chapter_of_the_first_part_has_one() -> None:
    slugs = [order.page.slug for order in ORDERS.values()]
    assert sorted(slugs) == sorted(PART)
