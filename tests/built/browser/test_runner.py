"""A reader runs, changes and shares code, and nothing that it does breaks the page."""

import base64
import gzip
import json
import re
import threading
import zlib
from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.built.browser import told
from tests.built.browser.block import (
    ENDLESS,
    PATIENCE,
    RUNNER,
    SAME,
    SLUG,
    Block,
)
from tests.built.browser.conftest import Visit
from tests.built.browser.test_every_page import OVERFLOW, violations
from tests.built.conftest import ROOT

# What CPython alone can run.
FOR_CPYTHON = "match 0:\n    case 0:\n        print('there')\n"
STAYS_RESPONSIVE = """() => new Promise(resolve => {
  let last = performance.now(), longest = 0, frames = 0
  const frame = now => {
    longest = Math.max(longest, now - last)
    last = now
    frames < 120 ? (frames += 1, requestAnimationFrame(frame)) : resolve(longest)
  }
  requestAnimationFrame(frame)
})"""


def test_a_block_that_prints_what_the_page_says_is_marked_so(block: Block) -> None:
    block.run()
    block.ends("good", RUNNER["same"])
    expect(block.result).to_have_text("")


def test_a_changed_block_shows_the_lines_that_differ(block: Block) -> None:
    block.run(f"{SAME}print('more')\n")
    block.ends("differs", RUNNER["differs_edited"])
    expect(block.result.locator("ins")).to_have_text("more\n")
    expect(block.result.locator("del")).to_have_count(0)


def test_no_text_moves_when_the_buttons_come(page: Page, block: Block) -> None:
    places = """() => [...document.querySelectorAll(".highlight, article > p")]
      .map(each => each.getBoundingClientRect().height)"""
    expect(block.button("run")).to_be_visible()
    after = page.evaluate(places)
    page.route("**/runner/start.js", lambda route: route.abort())
    page.reload()
    expect(block.button("run")).to_be_hidden()
    assert page.evaluate(places) == after


def test_nothing_is_fetched_before_it_is_wanted(
    visit: Callable[..., Visit], vendored: str
) -> None:
    seen = visit(f"en/{SLUG}/")
    names = [url.split("?")[0].rsplit("/", 1)[-1] for url in seen.requests]
    assert not {"session.js", "editor.js", "blocks.json", "python.json"} & {*names}
    assert vendored
    script = (ROOT / "docs/assets/built/runner/start.js").read_bytes()
    assert len(gzip.compress(script)) <= 10 * 1024


def test_the_editor_alone_starts_no_python(page: Page, block: Block) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    block.press("edit")
    expect(block.editor).to_be_focused()
    assert not any("/assets/python/" in url for url in requests)
    block.run(SAME)
    block.ends("good")
    assert any("/assets/python/" in url for url in requests)
    host = page.url.split("/derivlearn/")[0]
    assert all(url.removeprefix("blob:").startswith(host) for url in requests)


def test_an_edit_survives_a_reload_and_can_be_reset(page: Page, block: Block) -> None:
    code = block.code
    of_the_page = code.inner_text()
    block.write("print('mine')\n")
    expect(block.name).to_have_text(RUNNER["yours"])
    page.reload()
    # What is seen is what runs.
    expect(code).to_have_text("print('mine')\n")
    expect(block.name).to_have_text(RUNNER["yours"])
    block.run()
    block.ends("differs")
    expect(block.result.locator("ins")).to_have_text("mine\n")
    block.press("reset")
    expect(code).to_have_text(of_the_page)
    expect(block.name).to_have_text(RUNNER["page"])
    page.reload()
    expect(code).to_have_text(of_the_page)
    block.run()
    block.ends("good")


def test_an_edit_in_another_tab_is_seen_before_it_can_run(
    page: Page, block: Block
) -> None:
    other = page.context.new_page()
    other.goto(page.url)
    Block(other, 1).write("print('mine')\n")
    expect(block.code).to_have_text("print('mine')\n")
    block.run()
    block.ends("differs")


def test_no_exercise_is_told_right_for_code_that_is_not_seen(
    page: Page, vendored: str
) -> None:
    bar = page.locator(".dl-bar:has([data-do=check])").first
    key = bar.get_attribute("data-key")
    edit = json.dumps({"code": "def slope(f, x):\n    return 0\n", "original": ""})
    page.evaluate(
        "([key, edit]) => localStorage.setItem(`derivlearn:${key}`, edit)", [key, edit]
    )
    page.goto(f"{vendored}en/{SLUG}/")
    listing = page.locator(f"#{bar.get_attribute('data-for')}")
    expect(listing.locator("pre > code")).to_contain_text("return 0")
    page.evaluate("localStorage.clear()")
    bar.locator("[data-do=check]").click()
    expect(bar.locator("[role=status]")).to_have_attribute(
        "data-status", "bad", timeout=PATIENCE
    )
    expect(listing.locator("pre > code")).to_contain_text("return 0")


def test_an_edit_of_a_block_that_has_changed_is_kept_and_told(
    page: Page, block: Block
) -> None:
    key = block.bar.get_attribute("data-key")
    edit = json.dumps({"code": "print('mine')\n", "original": "print('old')\n"})
    page.evaluate(
        "([key, edit]) => localStorage.setItem(`derivlearn:${key}`, edit)", [key, edit]
    )
    page.reload()
    expect(block.name).to_have_text(RUNNER["earlier"])
    block.press("edit")
    expect(block.status).to_contain_text(RUNNER["outdated"])
    expect(block.editor).to_contain_text("print('mine')")
    block.press("keep")
    expect(block.status).to_be_empty()
    expect(block.name).to_have_text(RUNNER["yours"])
    page.reload()
    block.press("edit")
    expect(block.editor).to_contain_text("print('mine')")
    expect(block.status).to_be_empty()


def test_a_browser_that_keeps_nothing_runs_and_edits_all_the_same(
    browser: Browser, vendored: str
) -> None:
    context = browser.new_context(service_workers="block")
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error() }})"
    )
    page = context.new_page()
    page.goto(f"{vendored}en/{SLUG}/")
    block = Block(page, 1)
    block.run("print('mine')\n")
    block.ends("differs")
    context.close()


def test_a_link_carries_code_and_never_runs_it(page: Page, block: Block) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    code = "print('微分 ∂ 🎉')\n" + "# x\n" * 2000
    block.write(code)
    block.press("link")
    expect(block.status).to_contain_text(RUNNER["link_copied"])
    link = page.evaluate("navigator.clipboard.readText()")
    block.press("reset")

    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto("about:blank")
    page.goto(link)
    expect(block.status).to_contain_text(RUNNER["link_opened"])
    expect(block.editor).to_contain_text("print('微分 ∂ 🎉')")
    assert not any("/assets/python/" in url for url in requests)


def link_with(code: str) -> str:
    """Return the fragment of a link that carries code for the first block."""
    packer = zlib.compressobj(9, wbits=-15)
    packed = packer.compress(code.encode()) + packer.flush()
    return f"#block-1~{base64.urlsafe_b64encode(packed).decode().rstrip('=')}"


def test_a_link_and_an_own_edit_can_both_be_reached(page: Page, block: Block) -> None:
    block.write("print('mine')")
    page.goto("about:blank")
    page.go_back()
    page.evaluate("hash => (location.hash = hash)", link_with("print('sent')\n"))
    expect(block.editor).to_have_text("print('sent')")
    expect(block.status).to_have_text(told.by_runner("link_opened_beside"))
    expect(block.name).to_have_text(RUNNER["from_link"])
    page.reload()
    expect(block.name).to_have_text(RUNNER["from_link"])
    block.press("undo")
    expect(block.code).to_have_text("print('mine')\n")
    expect(block.name).to_have_text(RUNNER["yours"])
    block.press("edit")
    expect(block.button("yours")).to_have_text(RUNNER["from_link"])
    block.press("yours")
    expect(block.editor).to_have_text("print('sent')")
    expect(block.button("yours")).to_have_text(RUNNER["yours"])
    block.press("yours")
    block.run()
    block.ends("differs")
    expect(block.result.locator("ins")).to_have_text("mine\n")
    # What is written over the code of a link is the reader's, and the link's is kept.
    block.press("yours")
    block.editor.press("Control+End")
    page.keyboard.insert_text("# more")
    expect(block.name).to_have_text(RUNNER["yours"])
    block.press("undo")
    expect(block.name).to_have_text(RUNNER["from_link"])


def test_every_step_can_be_taken_back(page: Page, block: Block) -> None:
    of_the_page = block.code.inner_text()
    block.write("print('first')")
    block.run("print('second')")
    block.ends("differs")
    block.press("reset")
    expect(block.status).to_have_text(told.by_runner("reset_done"))
    block.press("done")
    page.reload()
    expect(block.code).to_have_text(of_the_page)
    expect(block.name).to_have_text(RUNNER["page"])
    for text in ("second", "first"):
        block.press("undo")
        expect(block.code).to_have_text(f"print('{text}')\n")
        expect(block.name).to_have_text(RUNNER["yours"])
    page.reload()
    block.press("redo")
    expect(block.code).to_have_text("print('second')\n")
    # What was taken back stays within reach of who goes another way.
    block.press("undo")
    block.write("print('third')")
    for text in ("first", "second"):
        block.press("undo")
        expect(block.editor).to_have_text(f"print('{text}')")


def test_undo_takes_back_what_was_typed_and_the_keys_do_the_same(
    page: Page, block: Block
) -> None:
    block.write("x = 1")
    block.run()
    page.keyboard.press("Escape")
    block.editor.press("Control+End")
    page.keyboard.type("23")
    expect(block.editor).to_have_text("x = 123")
    page.keyboard.press("Control+z")
    expect(block.editor).to_have_text("x = 1")
    page.keyboard.press("Control+Shift+Z")
    expect(block.editor).to_have_text("x = 123")
    # The cursor stays where the change is.
    page.keyboard.type("4")
    expect(block.editor).to_have_text("x = 1234")


def test_done_shows_what_was_written_as_a_listing(block: Block) -> None:
    block.write("print('mine')")
    block.press("done")
    expect(block.editor).to_have_count(0)
    expect(block.code).to_have_text("print('mine')\n")
    expect(block.code).to_be_visible()
    expect(block.button("edit")).to_be_focused()
    block.run()
    block.ends("differs")
    block.press("edit")
    expect(block.editor).to_have_text("print('mine')")
    block.press("undo")
    block.press("done")
    expect(block.name).to_have_text(RUNNER["page"])


def test_two_tabs_lose_nothing_of_each_other(page: Page, block: Block) -> None:
    other = Block(page.context.new_page(), 1)
    other.page.goto(page.url)
    block.write("print('here')")
    other.write("print('there')")
    expect(block.status).to_have_text(told.by_runner("changed_elsewhere"))
    expect(block.editor).to_have_text("print('here')")
    block.write("print('here again')")
    for text in ("here", "there"):
        block.press("undo")
        expect(block.editor).to_have_text(f"print('{text}')")


def test_a_verdict_belongs_to_the_code_that_it_was_given_for(
    page: Page, block: Block
) -> None:
    block.run(f"{SAME}x = 1")
    block.ends("good")
    block.editor.press("Control+End")
    page.keyboard.type("2")
    block.ends("former", RUNNER["former"])
    block.run("print('more')")
    block.ends("differs")
    page.keyboard.press("Escape")
    block.editor.press("Control+End")
    page.keyboard.type("  ")
    block.ends("former")
    expect(block.result).to_contain_text(RUNNER["result_former"])
    # Nor is one that comes later given for what has been written meanwhile.
    block.run(f"import time\nfor i in range(10):\n    time.sleep(.1)\n{SAME}")
    expect(block.status).to_have_attribute("data-status", "busy")
    block.editor.press("Control+End")
    page.keyboard.type("# more")
    block.ends("former")


def test_few_numbers_that_differ_are_told_in_words(block: Block) -> None:
    block.run(SAME.replace("42.875", "42.9"))
    block.ends("differs", told.by_runner("pair", now="42.9", page="42.875"))
    expect(block.result.locator("ins")).to_have_count(1)


def test_the_output_of_the_page_is_named_beside_the_readers(
    page: Page, block: Block
) -> None:
    label = page.locator("#block-1 + .output .dl-output")
    of_the_page = label.inner_text()
    block.run("print(1 / 0)")
    block.ends("bad")
    expect(label).to_have_text(RUNNER["pages"])
    # The advice stands before what Python says in its own words.
    told_of = block.status.inner_text()
    advice, raw = (told_of.index(t) for t in (RUNNER["ZeroDivisionError"], "Zero"))
    assert advice < raw, told_of
    expect(block.status.locator("code")).to_contain_text("ZeroDivisionError:")
    block.run(SAME)
    block.ends("good")
    # It is the page's all the same, while another program stands above it.
    expect(label).to_have_text(RUNNER["pages"])
    block.press("reset")
    expect(label).to_have_text(of_the_page)


@pytest.mark.parametrize("touch", [True, False])
def test_a_finger_is_told_of_no_keys(
    browser: Browser, vendored: str, *, touch: bool
) -> None:
    context = browser.new_context(has_touch=touch, is_mobile=touch)
    page = context.new_page()
    page.goto(f"{vendored}en/{SLUG}/")
    block = Block(page, 1)
    block.press("edit")
    name = RUNNER["editor" if touch else "editor_keys"]
    expect(block.editor).to_have_attribute("aria-label", name)
    context.close()


def test_on_a_phone_the_buttons_stay_in_one_row_and_the_rest_is_folded(
    browser: Browser, vendored: str
) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(f"{vendored}ja/{SLUG}/")
    bar = page.locator(".dl-bar:has([data-do=check])").first
    bar.locator("[data-do=edit]").tap()
    tops = """bar => [...bar.querySelectorAll("button")].filter(b => b.offsetParent)
      .map(button => Math.round(button.getBoundingClientRect().top))"""
    editor = page.locator(".cm-content")
    expect(editor).to_be_focused()
    assert len({*bar.evaluate(tops)}) == 1
    page.keyboard.insert_text("# more")
    expect(bar.locator("[data-do=reset]")).to_be_hidden()
    bar.locator("[data-do=more]").tap()
    bar.locator("[data-do=reset]").tap()
    expect(bar.locator("[data-do=reset]")).to_be_hidden()
    expect(editor).not_to_contain_text("more")
    bar.locator("[data-do=more]").tap()
    page.locator(".md-header__title").tap()
    expect(bar.locator("[data-do=reset]")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("script", ["session", "editor"])
def test_a_script_that_fails_once_is_told_and_comes_with_the_next_press(
    page: Page, block: Block, script: str
) -> None:
    page.context.route(f"**/{script}.js*", lambda route: route.abort())
    block.press("edit")
    expect(block.status).to_contain_text(RUNNER["unreachable"])
    page.context.unroute(f"**/{script}.js*")
    block.press("edit")
    expect(block.editor).to_be_focused()
    expect(block.status).to_be_empty()


FETCHED = (
    "session.js",
    "blocks.json",
    "runner.json",
    "pyodide_worker.js",
    "python.json",
    "derivlearn.zip",
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
)
FAILURES = ("fails", "breaks off", "is another", "stands still")


# Each part in one way, and each way for one part of the page, of a worker, of Python.
@pytest.mark.parametrize(
    ("part", "how"),
    sorted(
        {
            *zip(FETCHED, FAILURES * 3, strict=False),
            *product(("session.js", "python.json", "pyodide.asm.wasm"), FAILURES),
        }
    ),
)
def test_whatever_is_fetched_may_fail_and_the_next_press_tries_again(
    page: Page, block: Block, part: str, how: str
) -> None:
    if how == "stands still":
        page.clock.install()

    def fail(route: Route) -> None:
        if how == "fails":
            route.abort()
        elif how == "breaks off":
            body = route.fetch().body()
            route.fulfill(status=200, body=body[: len(body) // 2])
        elif how == "is another":
            route.fulfill(status=503, body="<h1>503</h1>", content_type="text/html")
        # A line that stands still says nothing.

    block.page.evaluate(
        "code => localStorage.setItem(`derivlearn:${code[0]}`, code[1])",
        [
            block.bar.get_attribute("data-key"),
            json.dumps({"code": FOR_CPYTHON, "original": ""}),
        ],
    )
    page.context.route(f"**/{part}*", fail)
    page.evaluate("dispatchEvent(new StorageEvent('storage'))")
    expect(block.listing.locator("code")).to_have_text(FOR_CPYTHON)
    block.press("run")
    said = told.either(told.by_runner("unreachable"), told.by_runner("not_loaded"))
    while how == "stands still" and not said.search(block.status.inner_text()):
        page.clock.fast_forward(30_000)
        page.wait_for_timeout(200)
    expect(block.status).to_contain_text(said, timeout=PATIENCE)
    page.context.unroute(f"**/{part}*")
    block.press("run")
    block.ends("differs", RUNNER["differs_edited"])
    expect(block.result.locator("ins")).to_have_text("there\n")


@pytest.mark.parametrize("hash_", ["#block-1~AAAA", "#block-1~-_-", "#block-1~x"])
def test_a_damaged_link_shows_the_code_of_the_page(
    page: Page, block: Block, hash_: str
) -> None:
    page.goto("about:blank")
    page.goto(f"{block.page.context.pages[0].url}")
    page.go_back()
    page.evaluate("hash => (location.hash = hash)", hash_)
    expect(block.status).to_contain_text(RUNNER["link_damaged"])


def test_no_program_gets_hold_of_what_judges_it(block: Block) -> None:
    block.run("import runner\n")
    block.ends("bad", "ModuleNotFoundError")


def test_code_that_is_too_long_for_a_link_is_saved_as_a_file(
    page: Page, block: Block
) -> None:
    code = "# long\n" * 4000
    block.write(code)
    with page.expect_download() as download:
        block.press("link")
    assert download.value.suggested_filename == "block-1.py"
    assert download.value.path().read_text().strip() == code.strip()
    expect(block.status).to_have_text(RUNNER["link_too_long"])


def test_a_link_that_unpacks_to_far_too_much_is_refused(
    page: Page, block: Block
) -> None:
    page.goto(page.url + link_with("#" * 50_000_000))
    expect(block.status).to_have_text(RUNNER["link_damaged"])


def test_an_edit_that_cannot_be_kept_is_told(page: Page, block: Block) -> None:
    page.evaluate("""() => {
      Storage.prototype.setItem = () => { throw new Error("full") }
    }""")
    block.write("print('mine')\n")
    expect(block.status).to_have_text(RUNNER["not_kept"])
    block.run()
    block.ends("differs")


def test_the_keyboard_alone_is_enough(page: Page, block: Block) -> None:
    block.button("edit").focus()
    page.keyboard.press("Enter")
    expect(block.editor).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("if True:\nprint('a' + 'b')")
    page.keyboard.press("Control+Enter")
    block.ends("differs")
    expect(block.result.locator("ins")).to_have_text("ab\n")
    page.keyboard.press("Escape")
    expect(block.button("run")).to_be_focused()
    page.keyboard.press("Enter")
    block.ends("differs")
    expect(block.button("run")).to_be_focused()


def test_an_input_method_can_write_japanese(page: Page, block: Block) -> None:
    block.write("x = ''  # ")
    cdp = page.context.new_cdp_session(page)
    for text in ("び", "びぶ", "びぶん"):
        cdp.send(
            "Input.imeSetComposition",
            {"text": text, "selectionStart": len(text), "selectionEnd": len(text)},
        )
    cdp.send("Input.insertText", {"text": "微分"})
    expect(block.editor).to_have_text("x = ''  # 微分")


@pytest.mark.parametrize(
    ("code", "line", "says"),
    [
        ("x = 1\nprint(y)\n", 2, "NameError: name 'y' is not defined"),
        ("x = 0\n\nprint(1 / x)\n", 3, RUNNER["ZeroDivisionError"]),
        ("if True:\nprint(1)\n", 2, RUNNER["IndentationError"]),
        (
            "from derivlearn.matrix import to_mat\nto_mat([])\n",
            2,
            RUNNER["refused"],
        ),
        ("def f():\n    f()\n\nf()\n", 2, RUNNER["RecursionError"]),
        ("x = input('?')\n", 1, RUNNER["EOFError"]),
    ],
)
def test_an_error_is_explained_at_the_readers_own_line(
    block: Block, code: str, line: int, says: str
) -> None:
    block.run(code)
    block.ends("bad", says)
    expect(block.status).to_contain_text(RUNNER["line"].format(line=line))
    marked = block.listing.locator(".dl-editor__error")
    expect(marked).to_have_text(code.splitlines()[line - 1])
    details = block.result.locator("details pre")
    assert "runner" not in (details.text_content() or "")
    assert "pyodide" not in (details.text_content() or "")
    block.run(SAME)
    block.ends("good")


def test_an_endless_loop_is_stopped_at_once(page: Page, block: Block) -> None:
    block.run()
    block.ends("good")
    block.run(f"print('begun')\n{ENDLESS}")
    expect(block.result).to_contain_text("begun")
    assert page.evaluate(STAYS_RESPONSIVE) < 1000
    block.press("stop")
    expect(block.status).to_have_text(RUNNER["stopped"], timeout=1000)
    block.run(SAME)
    block.ends("good")


@pytest.mark.parametrize("late", ["python.json", "pyodide.mjs"])
def test_python_may_be_stopped_before_it_has_started(
    page: Page, block: Block, late: str
) -> None:
    held: list[Route] = []
    arrives = threading.Event()
    page.context.route(
        f"**/{late}",
        lambda route: route.continue_() if arrives.is_set() else held.append(route),
    )
    block.run(ENDLESS)
    expect(block.status).to_have_attribute("data-status", "busy")
    block.press("stop")
    block.ends("bad", RUNNER["stopped"])
    arrives.set()
    with page.expect_response(f"**/{late}"):
        for route in held:
            route.continue_()
    block.ends("bad", RUNNER["stopped"])
    block.run(SAME)
    block.ends("good")


def test_a_block_that_is_run_twice_at_once_ends_as_its_second_run(block: Block) -> None:
    block.press("edit")
    block.editor.press("Control+Enter")
    block.editor.press("Control+Enter")
    block.ends("good", RUNNER["same"])


def test_a_flood_of_lines_is_cut_and_leaves_the_page_alive(
    page: Page, block: Block
) -> None:
    block.run("for i in range(1_000_000):\n    print(i, 'x' * 20)\n")
    expect(block.result.locator("pre")).to_be_visible(timeout=PATIENCE)
    assert page.evaluate(STAYS_RESPONSIVE) < 1000
    block.ends("differs")
    expect(block.result).to_contain_text(told.by_runner("dropped"))
    shown = block.result.locator("pre :is(span, ins, del)")
    before = shown.count()
    more = block.result.locator(".dl-result__more")
    more.click()
    assert shown.count() > before
    assert page.evaluate(STAYS_RESPONSIVE) < 1000
    # Not all of them are to be shown; they can be had as a file.
    expect(block.result).to_contain_text(told.by_runner("rest"))
    with page.expect_download() as download:
        more.click()
    assert len(download.value.path().read_text().splitlines()) > shown.count()


def test_more_lines_leave_the_details_of_an_error(block: Block) -> None:
    block.run("for i in range(300):\n    print(i)\n1 / 0\n")
    block.ends("bad", RUNNER["ZeroDivisionError"])
    shown = block.result.locator("pre :is(span, ins)")
    before = shown.count()
    block.result.locator(".dl-result__more").click()
    assert shown.count() > before
    expect(block.result.locator("details pre")).to_contain_text("ZeroDivisionError")


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("x = bytearray(2**31)\n", id="two gigabytes"),
        pytest.param("x = [0]\nwhile True:\n    x += x\n", id="ever more memory"),
        pytest.param("import os\nos._exit(1)\n", id="Python ends"),
        pytest.param("import os\nos.abort()\n", id="Python aborts"),
        pytest.param("import js\njs.close()\n", id="the worker closes itself"),
    ],
)
def test_a_python_that_dies_is_told_and_replaced(block: Block, code: str) -> None:
    block.run(code)
    expect(block.status).to_have_attribute(
        "data-status", re.compile("bad|differs"), timeout=PATIENCE
    )
    block.run(SAME)
    block.ends("good")


def test_a_second_run_takes_the_place_of_the_first(page: Page, block: Block) -> None:
    other = Block(page, 2)
    block.run(ENDLESS)
    expect(block.status).to_have_text(RUNNER["running"], timeout=PATIENCE)
    other.run()
    block.ends("bad", RUNNER["replaced"])
    other.ends("good")


def test_leaving_the_page_while_it_runs_harms_nothing(
    page: Page, block: Block, vendored: str
) -> None:
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    block.run(ENDLESS)
    expect(block.status).to_have_text(RUNNER["running"], timeout=PATIENCE)
    page.goto(f"{vendored}en/linear/")
    other = Block(page, 1)
    other.run()
    other.ends("good")
    assert complaints == []


def test_without_a_network_the_reader_is_told_and_may_try_again(
    page: Page, block: Block
) -> None:
    for each in ("assets/python/**", "micropython.bin"):
        page.context.route(f"**/{each}", lambda route: route.abort())
    block.run()
    block.ends("bad", RUNNER["not_loaded"])
    for each in ("assets/python/**", "micropython.bin"):
        page.context.unroute(f"**/{each}")
    block.run()
    block.ends("good")


def test_a_python_that_ends_itself_again_and_again_without_a_network_is_told(
    page: Page, block: Block
) -> None:
    block.run(FOR_CPYTHON)
    block.ends("differs")
    page.context.route("**/assets/python/**", lambda route: route.abort())
    for _ in range(3):
        block.run("import os\nos._exit(0)\n")
        block.ends("bad")
    expect(block.status).to_have_text(RUNNER["not_loaded"])
    page.context.unroute("**/assets/python/**")
    block.run(FOR_CPYTHON)
    block.ends("differs")


def test_without_any_answer_the_button_says_so(page: Page, block: Block) -> None:
    page.context.route("**/blocks.json", lambda route: route.abort())
    block.press("run")
    expect(block.status).to_contain_text(RUNNER["unreachable"])
    page.context.unroute("**/blocks.json")
    block.press("run")
    block.ends("good")


def test_a_block_that_needs_numpy_says_what_is_missing(
    page: Page, vendored: str
) -> None:
    page.goto(f"{vendored}en/matrix/")
    block = Block(page, 1)
    block.run("import numpy as np\nprint(np.zeros(3))\n")
    block.ends("bad", RUNNER["missing"].format(name="numpy"))
    block.run("print(1)\n")
    block.ends("differs")


def test_an_open_editor_with_a_result_is_accessible(
    page: Page, block: Block, axe: str
) -> None:
    block.run("print(1)\nprint('long ' * 100)\nprint(1 / 0)\n")
    block.ends("bad")
    page.locator(".dl-result summary").click()
    page.add_style_tag(content="* { transition: none !important }")
    found = []
    for scheme in ("light", "dark"):
        for width in (360, 1440):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 800})
            found += [*violations(page, axe), *page.evaluate(OVERFLOW)]
    assert found == []


def test_instant_navigation_prepares_the_blocks_of_the_next_page(
    browser: Browser, vendored: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{vendored}en/{SLUG}/")
    page.evaluate("""() => {
      const article = document.querySelector("article")
      article.innerHTML = article.innerHTML
      for (const bar of document.querySelectorAll(".dl-bar")) bar.hidden = true
      // The theme tells by this that it has replaced the page.
      document$.next(document)
    }""")
    block = Block(page, 1)
    block.run()
    block.ends("good")
    context.close()
