"""A reader's own program is checked, and then learns irises, by the page's buttons."""

import re

import pytest
from playwright.sync_api import Page, expect

from derivlearn_site.code.snippet import text_of
from derivlearn_site.pages import page as pages
from tests.built.browser import told
from tests.built.browser.block import RUNNER, Block
from tests.built.conftest import BOOK

PAGE = pages.read(BOOK.docs / "en" / "flowers.md", BOOK)
EXERCISE = next(block for block in PAGE.blocks if block.check)
ANSWER = next(block for block in PAGE.blocks if block.names == ("answer",))
TRAINED = next(block for block in PAGE.blocks if block.names == ("train",))
# The reader's program in their own words: it prints that it is there.
OWN = f"{text_of(ANSWER.program.code)}\nOWN = True\n"


@pytest.fixture
def slug() -> str:
    """The chapter that these tests visit."""
    return "flowers"


def of(page: Page, block: pages.Block) -> Block:
    return Block(page, block.number)


def test_a_program_that_passes_goes_on_to_learn(page: Page) -> None:
    exercise, trained = of(page, EXERCISE), of(page, TRAINED)
    exercise.write(OWN)
    exercise.press("check")
    exercise.ends("good", re.compile(r"\d+"))
    trained.run()
    trained.ends("good", RUNNER["own"])
    # What comes before the block is the reader's program, and not the answer.
    trained.run("print(OWN)\n")
    trained.ends("differs")
    expect(trained.result).to_contain_text("True")
    page.reload()
    trained.press("reset")
    trained.run()
    trained.ends("good", RUNNER["own"])


def test_until_then_and_after_a_change_the_answer_learns(page: Page) -> None:
    exercise, trained = of(page, EXERCISE), of(page, TRAINED)
    trained.run()
    trained.ends("good", RUNNER["same"])
    exercise.write(OWN)
    exercise.press("check")
    exercise.ends("good")
    exercise.write(f"{OWN}# not checked yet\n")
    trained.run()
    trained.ends("good", RUNNER["same"])
    expect(trained.status).not_to_contain_text(RUNNER["own"])


@pytest.mark.parametrize("name", EXERCISE.snippet.wrong)
def test_a_wrong_program_is_refused_and_learns_nothing(page: Page, name: str) -> None:
    exercise, trained = of(page, EXERCISE), of(page, TRAINED)
    exercise.write(text_of(EXERCISE.snippet.quiet(name)))
    exercise.press("check")
    exercise.ends("bad", told.by_runner("check_failed"))
    trained.run()
    trained.ends("good", RUNNER["same"])
    expect(trained.status).not_to_contain_text(RUNNER["own"])
