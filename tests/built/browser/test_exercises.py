"""A reader types an answer, has it checked, and unfolds one hint after the other."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from derivlearn_site.pages import page as pages
from tests.built.browser import told
from tests.built.conftest import BOOK, STRINGS

SLUG, NAME = "derivative", "write_slope.py"
# Python may have to be started.
SECONDS_60 = 60_000


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a profile of its own."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def blocks(language: str = "en") -> list[pages.Block]:
    """Return the blocks of the chapter, in order."""
    return pages.read(BOOK.docs / language / f"{SLUG}.md", BOOK).blocks


def given(language: str = "en") -> pages.Block:
    """Return the exercise, the last of the chapter."""
    (block,) = [b for b in blocks(language) if b.snippet.path.name == NAME and b.check]
    return block


def exercise(page: Page, address: str, language: str = "en") -> Locator:
    """Open a chapter; return the buttons of its exercise."""
    page.goto(f"{address}{language}/{SLUG}/")
    return page.locator(f'.dl-bar[data-for="{given(language).id}"]')


def write(page: Page, bar: Locator, code: str) -> None:
    """Replace the code of an exercise."""
    if not page.locator(".cm-content").is_visible():
        bar.locator("[data-do=edit]").click()
    page.locator(".cm-content").press("Control+a")
    page.keyboard.insert_text(code)


def answer() -> str:
    (block,) = [
        b for b in blocks() if b.snippet.path.name == NAME and b.names == ("answer",)
    ]
    return block.program.source


def failed(language: str = "en", got: object = 0.0) -> re.Pattern[str]:
    """Return what finds what a check says of its first case."""
    case = {"call": "slope(lambda x: x * x * x, 3)", "expected": 27.0}
    return told.by_runner("check_failed", language, got=got, **case)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_check_tells_the_first_case_that_fails(
    page: Page, vendored: str, language: str
) -> None:
    bar = exercise(page, vendored, language)
    bar.locator("[data-do=check]").click()
    status = bar.locator("[role=status]")
    expect(status).to_have_text(failed(language), timeout=SECONDS_60)
    expect(status).to_have_attribute("data-status", "bad")
    expect(bar.locator("[data-do=check]")).to_be_focused()


def test_a_right_answer_is_told_to_be_right_and_is_kept(
    page: Page, vendored: str
) -> None:
    bar = exercise(page, vendored)
    write(page, bar, answer())
    page.keyboard.press("Control+Enter")
    status = bar.locator("[role=status]")
    expect(status).to_have_text(told.by_runner("check_passed"), timeout=SECONDS_60)
    expect(status).to_have_attribute("data-status", "good")

    bar = exercise(page, vendored)
    bar.locator("[data-do=check]").click()
    expect(bar.locator("[role=status]")).to_have_text(
        told.by_runner("check_passed"), timeout=SECONDS_60
    )
    bar.locator("[data-do=reset]").click()
    bar.locator("[data-do=check]").click()
    expect(bar.locator("[role=status]")).to_have_text(failed(), timeout=SECONDS_60)


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("def slope(f, x):\n    return x / 0\n", told.by_runner("line", line=2)),
        ("def slop(f, x):\n    return 1.0\n", re.compile("NameError: name 'slope'")),
        (
            "def slope(f, x):\n    print(x)\n",
            failed(got=None),
        ),
    ],
)
def test_an_answer_that_fails_is_told_why(
    page: Page, vendored: str, code: str, says: re.Pattern[str]
) -> None:
    bar = exercise(page, vendored)
    write(page, bar, code)
    bar.locator("[data-do=check]").click()
    expect(bar.locator("[role=status]")).to_contain_text(says, timeout=SECONDS_60)


def test_an_answer_that_never_ends_can_be_stopped(page: Page, vendored: str) -> None:
    bar = exercise(page, vendored)
    write(page, bar, "def slope(f, x):\n    while True:\n        pass\n")
    bar.locator("[data-do=check]").click()
    status = bar.locator("[role=status]")
    expect(status).to_have_text(told.by_runner("running"), timeout=SECONDS_60)
    bar.locator("[data-do=stop]").click()
    expect(status).to_have_text(told.by_runner("stopped"))
    expect(bar.locator("[data-do=check]")).to_be_visible()


def test_an_exercise_can_be_run_as_every_block(page: Page, vendored: str) -> None:
    bar = exercise(page, vendored)
    bar.locator("[data-do=run]").click()
    expect(bar.locator("[role=status]")).to_have_attribute(
        "data-status", "good", timeout=SECONDS_60
    )


def test_an_exercise_opens_where_its_code_is_pressed(page: Page, vendored: str) -> None:
    bar = exercise(page, vendored)
    code = page.locator(f"#{bar.get_attribute('data-for')} pre code")
    code.scroll_into_view_if_needed()
    top = "bar => bar.getBoundingClientRect().top"
    before = bar.evaluate(top)
    code.get_by_text("0.0").click()
    editor = page.locator(".cm-content")
    expect(editor).to_be_focused()
    assert bar.evaluate(top) == before
    page.keyboard.type("5")
    expect(editor).to_contain_text(re.compile(r"return (50\.0|0\.50|05\.0|0\.05)"))


def test_what_is_not_right_leads_to_the_hint(page: Page, vendored: str) -> None:
    bar = exercise(page, vendored)
    hint = bar.locator("[data-do=hint]")
    expect(hint).to_be_hidden()
    bar.locator("[data-do=check]").click()
    expect(hint).to_be_visible(timeout=SECONDS_60)
    hint.click()
    hints = page.locator("#exercise-write ~ .dl-hints > details.hint")
    first = hints.first
    expect(first).to_have_attribute("open", "")
    expect(first.locator("summary")).to_be_focused()
    hint.click()
    expect(hints.nth(1)).to_have_attribute("open", "")


def test_only_an_exercise_has_a_check(page: Page, vendored: str) -> None:
    bar = exercise(page, vendored)
    expect(bar.locator("[data-do=check]")).to_be_visible()
    count = len([block for block in blocks() if block.check])
    expect(page.locator("[data-do=check]")).to_have_count(count)


def test_each_hint_shows_the_next_one(page: Page, vendored: str) -> None:
    exercise(page, vendored)
    hints = page.locator("#exercise-write ~ .dl-hints > details.hint")
    shown = hints.filter(visible=True)
    count = len(given().fence.hints)
    expect(hints).to_have_count(count)
    for number in range(1, count + 1):
        expect(shown).to_have_count(number)
        expect(shown.last).to_contain_text(STRINGS["en"]["hint"].format(number=number))
        shown.last.locator("summary").click()
    hints.first.locator("summary").click()
    expect(shown).to_have_count(1)
    page.emulate_media(media="print")
    expect(shown).to_have_count(count)
