"""MicroPython answers at once, and CPython has the last word."""

import pytest
from playwright.sync_api import Page, Request, expect

from tests.built.browser import told
from tests.built.browser.block import PATIENCE, RUNNER, SAME, Block

CPYTHON = "**/assets/python/**"
# A float with a width and no digits is the simplest that they print differently.
OTHERWISE = "print(f'{1.0:4}')\n"
# What MicroPython cannot run, and CPython can.
FOR_CPYTHON_ALONE = (
    "match 3:\n    case 3:\n        print('three')\n",
    "print([*range(3)])\n",
    "import statistics\nprint(statistics.mean([1, 2]))\n",
)


def asked(page: Page, part: str) -> list[str]:
    """Return the addresses with this part that a page asks from now on."""
    found: list[str] = []

    def note(request: Request) -> None:
        if part in request.url:
            found.append(request.url)

    page.on("request", note)
    return found


def test_cpython_is_not_fetched_for_what_is_proven(page: Page, block: Block) -> None:
    requests = asked(page, "/assets/python/")
    block.run()
    block.ends("good", RUNNER["same"])
    assert requests == []


def test_what_is_changed_is_answered_at_once_and_then_confirmed(
    page: Page, block: Block
) -> None:
    page.context.route(CPYTHON, lambda _: None)  # a line that stands still
    block.run("print(6 * 7)\n")
    expect(block.status).to_contain_text(RUNNER["answered"])
    expect(block.result).to_contain_text("42")
    page.context.unroute(CPYTHON)
    block.press("stop")
    block.run(SAME)
    block.ends("good", RUNNER["same"])


def test_what_cpython_prints_otherwise_is_corrected(block: Block) -> None:
    block.run(OTHERWISE)
    block.ends("differs", RUNNER["corrected"])
    expect(block.result.locator("ins")).to_have_text(" 1.0\n")


@pytest.mark.parametrize("code", FOR_CPYTHON_ALONE)
def test_what_micropython_cannot_run_is_told_by_cpython_alone(
    block: Block, code: str
) -> None:
    block.run(code)
    block.ends("differs")
    expect(block.status).not_to_contain_text(RUNNER["corrected"])


def test_an_error_is_told_in_the_words_of_cpython(block: Block) -> None:
    block.run("print(1)\n{}['key']\n")
    block.ends("bad", "KeyError: 'key'")
    expect(block.result).to_contain_text("1")


def test_to_start_is_told_from_to_load(page: Page) -> None:
    # A check asks CPython alone.
    bar = page.locator(".dl-bar:has([data-do=check])").first
    status = bar.locator("[role=status]")
    status.evaluate("""status => {
      window.said = []
      new MutationObserver(() => said.push(status.textContent))
        .observe(status, { childList: true, characterData: true, subtree: true })
    }""")
    bar.locator("[data-do=check]").click()
    expect(status).to_have_attribute("data-status", "bad", timeout=PATIENCE)
    said = page.evaluate("said")
    is_loading = [bool(told.by_runner("loading").search(each)) for each in said]
    assert any(is_loading)
    after = said[len(said) - is_loading[::-1].index(True) :]
    assert after[:2] == [RUNNER["starting"], RUNNER["running"]]


def test_without_cpython_an_answer_is_called_unconfirmed(
    page: Page, block: Block
) -> None:
    page.context.route(CPYTHON, lambda route: route.abort())
    block.run(OTHERWISE)
    block.ends("differs", RUNNER["unconfirmed"])
    block.run("print([*range(3)])\n")
    block.ends("bad", RUNNER["not_loaded"])
    page.context.unroute(CPYTHON)
    block.run(OTHERWISE)
    block.ends("differs", RUNNER["corrected"])


def test_without_micropython_a_block_is_answered_all_the_same(
    page: Page, block: Block
) -> None:
    page.context.route("**/micropython.bin", lambda route: route.abort())
    block.run()
    block.ends("good", RUNNER["same"])


def test_nothing_of_one_run_is_there_in_the_next(block: Block) -> None:
    block.run("import math, builtins\nmath.sin = builtins.len = None\nprint(1)\n")
    block.ends("differs")
    block.run("import math\nprint(len('a'), math.sin(0.0))\n")
    block.ends("differs")
    expect(block.result).to_contain_text("1 0.0")
