"""Lines to put in order are those of an answer, and of programs that are wrong."""

import ast
from dataclasses import replace

import pytest

import frozen_book
from derivlearn_site.pages import orders
from derivlearn_site.pages import page as pages
from derivlearn_site.pages.orders import Order

BOOK = frozen_book.BOOK


def given(language: str = "en") -> Order:
    page = pages.read(BOOK.docs / language / "growth.md", BOOK)
    (order,) = orders.of(page)
    return order


def test_the_lines_are_those_of_the_answer_without_empty_ones() -> None:
    assert given().lines == (
        "def years_until(amount, goal):",
        "    years = 0",
        "    while amount < goal:",
        "        amount = amount * 1.25",
        "        years = years + 1",
        "    return years",
    )


def test_mixed_in_is_what_the_answer_lacks_of_a_wrong_program() -> None:
    assert given().extra == ("    while amount <= goal:",)
    assert sorted(given().shuffled) == sorted([*given().lines, *given().extra])


def test_the_exercise_is_what_judges_them() -> None:
    assert given().block.check


@pytest.mark.parametrize("language", BOOK.languages)
def test_every_language_shows_them_in_the_same_order(language: str) -> None:
    assert given(language).key == "growth#order-until"
    assert given(language).shuffled == given().shuffled


@pytest.mark.parametrize("number", range(50))
def test_no_lines_are_in_order_from_the_start(number: int) -> None:
    few = ("a = 1", "b = 2")
    order = replace(given(), id=f"order-{number}", lines=few, extra=())
    assert order.shuffled == ["b = 2", "a = 1"]


def test_lines_that_are_alike_are_all_there() -> None:
    twice = ("x = 1", "x = x + x", "x = x + x", "y = x")
    order = replace(given(), lines=twice, extra=())
    assert sorted(order.shuffled) == sorted(twice)
    assert order.shuffled != [*twice]


def test_the_answer_is_a_program_line_by_line() -> None:
    assert ast.unparse(ast.parse("\n".join(given().lines))).split("\n") == [
        *given().lines
    ]
