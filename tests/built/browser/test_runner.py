"""A reader runs, changes and shares code, and nothing that it does breaks the page."""

import base64
import gzip
import json
import zlib
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.built.browser.conftest import Visit
from tests.built.browser.test_every_page import OVERFLOW, violations
from tests.built.conftest import ROOT

CHAPTER = "en/derivative/"
# The code of its first block, what that prints, and its blocks in unfolded answers:
# one that prints something and one that prints nothing.
SAME = "print(27, 42.875)\n"
OUTPUT = "27 42.875\n"
ANSWER, SILENT_ANSWER = 9, 14
# Python may have to be started, on a machine that does much else.
PATIENCE = 60_000
ENDLESS = "while True:\n    pass\n"
LONGEST_FRAME = """() => new Promise(resolve => {
  let last = performance.now(), longest = 0
  const end = last + 1500
  const frame = now => {
    longest = Math.max(longest, now - last)
    last = now
    now < end ? requestAnimationFrame(frame) : resolve(longest)
  }
  requestAnimationFrame(frame)
})"""
PYTHON = "**/assets/python/**"
FORBID_STORAGE = (
    "Object.defineProperty(window, 'localStorage', {get() { throw new Error() }})"
)


class Block:
    """A block of a page, as a reader handles it."""

    def __init__(self, page: Page, number: int = 1) -> None:
        """Find the block."""
        self.page = page
        self.listing = page.locator(f"#block-{number}")
        self.bar = self.listing.locator(".dl-bar")
        self.status = self.bar.locator("[role=status]")
        self.editor = self.listing.locator(".cm-content")
        # What the last run printed, where the page does not say it already.
        self.result = page.locator(
            f"#block-{number} + .dl-result, #block-{number} + .output + .dl-result"
        )
        self.details = self.result.locator("details pre")
        self.more = self.result.locator(".dl-result__more")

    def button(self, action: str) -> Locator:
        """Return one of the buttons."""
        return self.bar.locator(f"[data-do={action}]")

    def press(self, action: str) -> None:
        """Press one of the buttons."""
        self.button(action).click()

    def write(self, code: str) -> None:
        """Replace the code."""
        if not self.editor.is_visible():
            self.press("edit")
        self.editor.press("Control+a")
        self.page.keyboard.insert_text(code)

    def run(self, code: str | None = None) -> None:
        """Run the block, with other code if some is given."""
        if code is not None:
            self.write(code)
        self.status.evaluate("status => (status.dataset.status = 'before')")
        self.press("run")

    def runs(self, code: str) -> None:
        """Run code that does not end by itself, and wait until it runs."""
        self.run(code)
        expect(self.status).to_have_text("Running…", timeout=PATIENCE)

    def ends(self, status: str, text: str = "") -> None:
        """Wait for the end of the run, and look at what it says."""
        expect(self.button("stop")).to_be_hidden(timeout=PATIENCE)
        expect(self.status).to_have_attribute("data-status", status, timeout=PATIENCE)
        expect(self.status).to_contain_text(text)

    def still_works(self) -> None:
        """Run the code of the page."""
        self.run(SAME)
        self.ends("good", "The same as on the page.")


def link(number: int, code: str) -> str:
    """Return the fragment that carries code for a block."""
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(code.encode()) + packer.flush()
    return f"#block-{number}~{base64.urlsafe_b64encode(packed).decode().rstrip('=')}"


def third_parties(seen: Visit) -> list[str]:
    return [url for url in seen.requests if not url.startswith(seen.address)]


Open = Callable[..., Visit]


@pytest.fixture(scope="module")
def opened(browser: Browser, vendored: str) -> Iterator[Open]:
    """Open pages of the site with Python, each in a profile of its own."""
    contexts = []

    def opened(path: str = CHAPTER, before: str = "", **options: object) -> Visit:
        context = browser.new_context(**{"locale": "en-GB", **options})  # type: ignore[arg-type]
        contexts.append(context)
        if before:
            context.add_init_script(before)
        seen = Visit(context.new_page(), vendored)
        seen.page.goto(vendored + path)
        return seen

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def desk(opened: Open) -> Visit:
    """A page on which Python runs, for all that need not begin anew."""
    seen = opened()
    block = Block(seen.page)
    block.run()
    block.ends("good")
    return seen


@pytest.fixture
def page(desk: Visit) -> Page:
    """The page of the desk."""
    return desk.page


@pytest.fixture
def block(desk: Visit) -> Iterator[Block]:
    """The first block of the desk; whatever a test does to it, the page is content."""
    yield Block(desk.page)
    assert desk.complaints == []
    assert third_parties(desk) == []


# Running


def test_a_block_that_prints_what_the_page_says_is_marked_so(block: Block) -> None:
    block.still_works()
    expect(block.result).to_be_empty()


def test_a_changed_block_shows_the_lines_that_differ(block: Block) -> None:
    block.run("print(27)\nprint('more')\n")
    block.ends("differs", "Lines that differ from the page are marked.")
    expect(block.result.locator("del")).to_have_text("27 42.875\n")
    expect(block.result.locator("ins")).to_have_text(["27\n", "more\n"])


def test_code_that_no_longer_prints_shows_what_is_missing(block: Block) -> None:
    block.run("pass\n")
    block.ends("differs")
    expect(block.result.locator("pre")).to_have_text("27 42.875\n")
    expect(block.result.locator("del")).to_have_count(1)


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (ANSWER, "The same as on the page."),
        (SILENT_ANSWER, "Ran to its end. This code prints nothing."),
    ],
)
def test_a_block_in_an_answer_runs_once_it_is_unfolded(
    page: Page, block: Block, number: int, says: str
) -> None:
    inside = Block(page, number)
    expect(inside.button("run")).to_be_hidden()
    page.locator("details", has=inside.listing).locator("summary").first.click()
    inside.run()
    inside.ends("good", says)
    expect(inside.result).to_be_empty()
    assert block.result.count()


def test_a_program_may_end_itself(block: Block) -> None:
    block.run(f"import sys\n{SAME}sys.exit(1)\nprint('never')\n")
    block.ends("good")


def test_output_comes_while_the_program_runs(block: Block) -> None:
    block.runs(f"for i in range(150):\n    print(i)\n\n{ENDLESS}")
    expect(block.result.locator("pre")).to_contain_text("149")
    block.press("stop")
    expect(block.result.locator("pre")).to_contain_text("149")
    # What was printed until then is compared with nothing.
    expect(block.result.locator("ins, del")).to_have_count(0)


def test_a_double_click_runs_and_does_not_stop(block: Block) -> None:
    block.write(SAME)
    block.button("run").dblclick()
    block.ends("good")


def test_a_second_run_takes_the_place_of_the_first(page: Page, block: Block) -> None:
    other = Block(page, 2)
    block.runs(ENDLESS)
    other.run()
    block.ends("bad", "because other code was run")
    other.ends("good")


def test_a_block_that_runs_can_be_run_again_from_its_editor(block: Block) -> None:
    block.runs(f"print('old')\n{ENDLESS}")
    expect(block.result).to_contain_text("old")
    block.write(SAME)
    block.editor.press("Control+Enter")
    block.ends("good")
    expect(block.result).to_be_empty()


# What is fetched, and when


def test_nothing_is_fetched_before_it_is_wanted(opened: Open) -> None:
    seen = opened()
    seen.page.wait_for_load_state("networkidle")
    lazy = ("session.js", "editor.js", "runner/worker.js", "blocks.json", "python.json")
    assert seen.has_asked_for("start.js")
    assert not any(map(seen.has_asked_for, lazy))

    block = Block(seen.page)
    block.press("edit")
    expect(block.editor).to_be_focused()
    assert seen.has_asked_for("editor.js")
    assert not seen.has_asked_for("runner/worker.js")
    assert not any("/assets/python/" in url for url in seen.requests)

    # What follows starts Python, and every byte of it comes from the site.
    expect(block.status).to_have_attribute("role", "status")
    block.run()
    block.ends("good")
    assert any("/assets/python/" in url for url in seen.requests)
    assert third_parties(seen) == []
    assert seen.complaints == []


def test_the_script_that_every_page_loads_is_small() -> None:
    script = (ROOT / "docs/assets/runner/start.js").read_bytes()
    assert len(gzip.compress(script)) <= 10 * 1024


# Edits


def keep(seen: Visit, code: str, original: str) -> None:
    """Leave an edit of the first block behind, and come back."""
    key = Block(seen.page).bar.get_attribute("data-key")
    edit = json.dumps({"code": code, "original": original})
    seen.page.evaluate(
        "([key, edit]) => localStorage.setItem(`derivlearn:${key}`, edit)", [key, edit]
    )
    seen.page.reload()


def test_an_edit_survives_a_reload_and_can_be_reset(opened: Open) -> None:
    page = opened().page
    block = Block(page)
    code = "".join(block.listing.locator("pre").all_text_contents())
    block.write("mine = 1\n")
    page.reload()
    expect(block.button("reset")).to_be_visible()
    block.press("edit")
    expect(block.editor).to_have_text("mine = 1")
    block.press("reset")
    expect(block.status).to_have_text("Back to the code of the page.")
    expect(block.editor).to_contain_text(code.splitlines()[0])
    page.reload()
    expect(block.button("reset")).to_be_hidden()
    block.press("edit")
    expect(block.editor).to_contain_text(code.splitlines()[0])


def test_a_reset_can_be_undone_and_leaves_the_focus_in_the_bar(opened: Open) -> None:
    seen = opened()
    keep(seen, "mine = 1\n", "print('old')\n")
    block = Block(seen.page)
    block.press("reset")
    expect(block.button("edit")).to_be_focused()
    block.write("mine = 2\n")
    block.press("reset")
    block.editor.press("Control+z")
    expect(block.editor).to_contain_text("mine = 2")
    seen.page.reload()
    block.press("edit")
    expect(block.editor).to_contain_text("mine = 2")


def test_what_runs_is_what_is_shown(opened: Open) -> None:
    seen = opened()
    seen.page.route(PYTHON, lambda route: route.abort())
    keep(seen, "mine = 1\n", "print('old')\n")
    block = Block(seen.page)
    block.press("run")
    expect(block.editor).to_have_text("mine = 1")


def test_an_edit_of_a_block_that_has_changed_is_told_and_kept(opened: Open) -> None:
    seen = opened()
    keep(seen, "mine = 1\n", "print('old')\n")
    block = Block(seen.page)
    block.press("edit")
    expect(block.status).to_contain_text("has changed since you edited it")
    expect(block.editor).to_have_text("mine = 1")
    block.press("keep")
    expect(block.button("keep")).to_be_hidden()
    expect(block.editor).to_be_focused()
    seen.page.reload()
    block.press("edit")
    expect(block.editor).to_have_text("mine = 1")
    expect(block.status).to_be_empty()


def test_an_edit_of_a_block_that_has_changed_can_be_given_up(opened: Open) -> None:
    seen = opened()
    keep(seen, "mine = 1\n", "print('old')\n")
    block = Block(seen.page)
    block.press("edit")
    block.press("reset")
    expect(block.editor).not_to_contain_text("mine")
    expect(block.button("keep")).to_be_hidden()


def test_what_is_kept_may_be_anything(opened: Open) -> None:
    seen = opened()
    key = Block(seen.page).bar.get_attribute("data-key")
    seen.page.evaluate("key => localStorage.setItem(key, '{')", f"derivlearn:{key}")
    seen.page.reload()
    block = Block(seen.page)
    block.press("edit")
    expect(block.editor).to_contain_text("print")
    block.press("reset")
    seen.page.reload()
    expect(block.button("reset")).to_be_hidden()
    assert seen.complaints == []


def test_two_tabs_have_the_same_edits(opened: Open) -> None:
    seen = opened()
    first, second = Block(seen.page), Block(seen.page.context.new_page())
    second.page.goto(seen.page.url)
    first.write("first = 1\n")
    second.press("edit")
    expect(second.editor).to_have_text("first = 1")
    second.write("second = 2\n")
    expect(first.editor).to_have_text("first = 1")
    first.page.reload()
    first.press("edit")
    expect(first.editor).to_have_text("second = 2")


def test_pressing_edit_twice_opens_one_editor(opened: Open) -> None:
    seen = opened()
    block = Block(seen.page)
    block.button("edit").evaluate("button => (button.click(), button.click())")
    block.write("mine = 1\n")
    expect(block.editor).to_have_text("mine = 1")
    seen.page.reload()
    block.press("edit")
    expect(block.editor).to_have_text("mine = 1")


# Links

LONG = "print('∂ 微分 🎉')\n" + "".join(f"x{i} = {i * 7919}\n" for i in range(20_000))


@pytest.mark.parametrize(
    "code", ["print('∂ 微分 🎉')\n", pytest.param(LONG, id="long code")]
)
def test_a_link_brings_code_and_never_runs_it(opened: Open, code: str) -> None:
    seen = opened()
    seen.page.goto(f"{seen.address}{CHAPTER}{link(1, code)}")
    seen.page.reload()
    block = Block(seen.page)
    expect(block.status).to_contain_text("It has not been run")
    expect(block.editor).to_contain_text("print('∂ 微分 🎉')")
    expect(block.editor).to_be_in_viewport()
    seen.page.wait_for_timeout(300)
    assert not any("/assets/python/" in url for url in seen.requests)
    assert not seen.has_asked_for("runner/worker.js")

    seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    block.press("link")
    expect(block.status).to_have_text("A link that holds your code is copied.")
    copied: str = seen.page.evaluate("navigator.clipboard.readText()")
    packed = copied.partition("~")[2]
    unpacked = zlib.decompress(base64.urlsafe_b64decode(packed + "==="), wbits=-15)
    assert unpacked.decode() == code
    assert copied.startswith(f"{seen.address}{CHAPTER}#block-1~")
    assert seen.complaints == []


def test_a_link_into_an_answer_unfolds_it(opened: Open) -> None:
    seen = opened(CHAPTER + link(ANSWER, "shared = 1\n"))
    block = Block(seen.page, ANSWER)
    expect(block.editor).to_be_in_viewport()
    expect(block.editor).to_have_text("shared = 1")


def test_a_link_takes_nothing_from_the_readers_own_edit(opened: Open) -> None:
    seen = opened()
    block = Block(seen.page)
    block.write("mine = 1\n")
    seen.page.evaluate("hash => (location.hash = hash)", link(1, "shared = 1\n"))
    expect(block.editor).to_have_text("shared = 1")
    seen.page.goto("about:blank")
    seen.page.goto(f"{seen.address}{CHAPTER}{link(1, 'shared = 2')}")
    expect(block.editor).to_have_text("shared = 2")
    block.editor.press("Control+z")
    expect(block.editor).to_have_text("mine = 1")
    seen.page.goto("about:blank")
    seen.page.goto(seen.address + CHAPTER)
    block.press("edit")
    expect(block.editor).to_have_text("mine = 1")


def bomb() -> str:
    return link(1, "x" * 30_000_000)


@pytest.mark.parametrize(
    "fragment",
    [
        "#block-1~",
        "#block-1~x",
        "#block-1~AAAA",
        "#block-1~-_-",
        pytest.param(link(1, SAME)[:-6], id="cut short"),
        pytest.param(f"{link(1, SAME)}).", id="with the end of a sentence"),
        pytest.param("#block-1~%E5%BE%AE", id="not base64"),
        pytest.param(bomb(), id="far too long"),
    ],
)
def test_a_damaged_link_is_told(page: Page, block: Block, fragment: str) -> None:
    page.evaluate("hash => (location.hash = hash)", fragment)
    expect(block.status).to_contain_text("The code in the link cannot be read.")
    page.evaluate("location.hash = ''")
    block.press("edit") if block.button("edit").is_visible() else block.editor.focus()
    block.still_works()


def test_where_the_clipboard_is_forbidden_the_address_has_the_link(
    opened: Open,
) -> None:
    seen = opened(before="navigator.clipboard.writeText = () => Promise.reject()")
    block = Block(seen.page)
    block.write("mine = 1\n")
    block.press("link")
    expect(block.status).to_have_text("The link in the address bar holds your code.")
    assert seen.page.url.startswith(f"{seen.address}{CHAPTER}#block-1~")
    seen.page.reload()
    expect(block.editor).to_have_text("mine = 1")


# Keyboard, input methods, screen readers


def focused(page: Page) -> str | None:
    action: str | None = page.evaluate("document.activeElement?.dataset.do")
    return action


def test_the_keyboard_alone_is_enough(page: Page, block: Block) -> None:
    block.write("")
    page.keyboard.type("if True:\nprint('a' + 'b')")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+Enter")
    block.ends("differs")
    expect(block.result.locator("ins")).to_have_text("ab\n")
    expect(block.editor).to_be_focused()
    assert "        print" in (block.editor.text_content() or "")
    page.keyboard.press("Shift+Tab")
    assert "        print" not in (block.editor.text_content() or "")

    page.keyboard.press("Escape")
    reached = []
    while (action := focused(page)) is not None:
        reached.append(action)
        page.keyboard.press("Tab")
    visible = block.bar.locator("button").filter(visible=True)
    assert reached == [each.get_attribute("data-do") for each in visible.all()]

    block.button("run").focus()
    page.keyboard.press("Enter")
    expect(block.button("run")).to_be_focused()


def test_the_focus_goes_from_run_to_stop_and_back(page: Page, block: Block) -> None:
    block.write(ENDLESS)
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    expect(block.button("stop")).to_be_focused()
    expect(block.status).to_have_text("Running…", timeout=PATIENCE)
    # Also from within the editor.
    block.editor.focus()
    page.keyboard.press("Escape")
    expect(block.button("stop")).to_be_focused()
    page.keyboard.press("Enter")
    expect(block.button("run")).to_be_focused()
    block.still_works()


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


def test_a_screen_reader_is_told_what_there_is(page: Page, block: Block) -> None:
    block.still_works()
    expect(block.listing.get_by_role("status")).to_contain_text("The same")
    expect(block.status).not_to_have_attribute("aria-live", "off")
    name = "Code. Press Esc to leave the editor"
    editor = block.listing.get_by_role("textbox", name=name)
    expect(editor).to_have_count(1)
    expect(editor).to_have_attribute("aria-multiline", "true")


# Errors

UNREADABLE = """
class Odd(Exception):
    def __str__(self):
        return 1 / 0

raise Odd
"""


@pytest.mark.parametrize(
    ("code", "line", "told"),
    [
        ("x = 1\nprint(y)\n", 2, "NameError: name 'y' is not defined This name"),
        ("x = 0\n\nprint(1 / x)\n", 3, "Something is divided by zero."),
        ("if True:\nprint(1)\n", 2, "The spaces at the beginning"),
        ("x = (1,\ny = 2\n", 1, "SyntaxError: '(' was never closed Python cannot"),
        ("print('''\n", 1, "unterminated triple-quoted string"),
        ("for x in [1]:", 1, "IndentationError: expected an indented block"),
        (
            "from derivlearn.matrix import to_mat\nto_mat([])\n",
            2,
            "derivlearn did not accept an argument.",
        ),
        ("def f():\n    f()\n\nf()\n", 2, "A function keeps calling itself."),
        ("x = input('?')\n", 1, "input() cannot be used here."),
        ("import sys\nsys.stdout.write(1)\n", 2, "TypeError: write() argument"),
        (UNREADABLE, 6, "Odd: <exception str() failed>"),
        ("raise ValueError('x' * 10**6)\n", 1, "ValueError: xxx"),
    ],
)
def test_an_error_is_explained_at_the_readers_own_line(
    block: Block, code: str, line: int, told: str
) -> None:
    block.run(code)
    block.ends("bad", told)
    expect(block.status).to_contain_text(f"Line {line}:")
    marked = block.listing.locator(".dl-editor__error")
    expect(marked).to_have_text((code.splitlines() + [""])[line - 1])
    details = block.details.text_content() or ""
    assert "runner" not in details
    assert "pyodide" not in details
    assert len(details) < 25_000
    assert len(block.status.text_content() or "") < 1_500
    # The mark goes with the next change.
    block.still_works()
    expect(marked).to_have_count(0)


# Programs that do not end, print without end, or end Python


def test_an_endless_loop_is_stopped_at_once(page: Page, block: Block) -> None:
    block.runs(ENDLESS)
    assert page.evaluate(LONGEST_FRAME) < 1000
    block.press("stop")
    expect(block.status).to_have_text("Stopped.", timeout=1000)
    block.still_works()


def test_a_flood_of_lines_is_cut_and_leaves_the_page_alive(
    page: Page, block: Block
) -> None:
    block.run("while True:\n    print(1)\n")
    pre = block.result.locator("pre")
    expect(pre).to_be_visible(timeout=PATIENCE)
    assert page.evaluate(LONGEST_FRAME) < 1000
    expect(block.result).to_contain_text("were dropped", timeout=PATIENCE)
    block.press("stop")
    expect(block.status).to_have_text("Stopped.", timeout=1000)
    said = block.result.text_content()
    assert len(pre.text_content() or "") == len("1\n") * 200
    # What the worker had sent before it was stopped comes too late.
    page.wait_for_timeout(300)
    assert block.result.text_content() == said
    expect(block.more).to_have_text("Show the other 499800 lines")
    block.more.click()
    expect(pre).to_be_focused()
    assert page.evaluate(LONGEST_FRAME) < 1000
    assert len(pre.text_content() or "") == 1_000_000
    block.still_works()


def test_more_can_be_asked_for_while_it_is_printed(block: Block) -> None:
    block.runs("import time\nwhile True:\n    print(1)\n    time.sleep(0.001)\n")
    block.more.click()
    expect(block.more).to_have_count(0)
    pre = block.result.locator("pre")
    before = len(pre.text_content() or "")
    block.page.wait_for_function(
        "([pre, before]) => pre.textContent.length > before",
        arg=[pre.element_handle(), before],
    )
    block.press("stop")
    block.still_works()


def test_a_line_without_end_is_cut_too(page: Page, block: Block) -> None:
    block.run("print('x' * 3_000_000)\n")
    block.ends("differs")
    assert page.evaluate(LONGEST_FRAME) < 1000
    pre = block.result.locator("pre")
    assert len(pre.text_content() or "") < 25_000
    expect(block.result).to_contain_text("2000001 characters after this were dropped")
    expect(block.more).to_have_text("Show the other 1 lines")
    block.still_works()


@pytest.mark.parametrize(
    ("code", "status"),
    [
        pytest.param("x = [0]\nwhile True:\n    x += x\n", "bad", id="a list"),
        pytest.param("x = bytearray(2**40)\n", "bad", id="a terabyte"),
        pytest.param("import os\nos._exit(1)\n", "bad", id="Python ends"),
        pytest.param("import os\nos.abort()\n", "bad", id="Python aborts"),
        pytest.param(
            "import sys\nsys.setrecursionlimit(10**7)\ndef f(): f()\nf()\n",
            "bad",
            id="recursion without limit",
        ),
    ],
)
def test_a_python_that_dies_is_told_and_replaced(
    block: Block, code: str, status: str
) -> None:
    block.run(code)
    block.ends(status)
    expect(block.status).to_have_text(
        text := "".join(block.status.all_text_contents())
    )
    assert "memory" in text.lower() or "you can run again" in text or "keeps" in text
    block.still_works()


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("x = bytearray(2**31)\n", id="two gigabytes"),
        pytest.param("import js\njs.close()\n", id="close the worker"),
        pytest.param("import js\njs.postMessage('x')\n", id="tell the page"),
        pytest.param("import js\njs.postMessage(None)\n", id="tell it nothing"),
        pytest.param("import js\njs.postMessage = None\n", id="take its voice"),
        pytest.param("import js\njs.onmessage = None\n", id="take its ears"),
        pytest.param("import js\njs.fetch = None\n", id="take its legs"),
        pytest.param("import builtins\nbuiltins.print = None\n", id="print"),
        pytest.param("import builtins\ndel builtins.len\n", id="len"),
        pytest.param("import sys\nsys.stdout.close()\n", id="standard output"),
        pytest.param("import sys\nsys.stdout = None\n", id="no standard output"),
        pytest.param("import sys\nsys.path.clear()\n", id="the path"),
        pytest.param("import sys\nsys.modules.clear()\n", id="the modules"),
        pytest.param("import derivlearn\nderivlearn.x = 1\n", id="the package"),
    ],
)
def test_a_program_that_tampers_harms_no_other(block: Block, code: str) -> None:
    block.run(code)
    expect(block.button("stop")).to_be_hidden(timeout=PATIENCE)
    block.run(f"from derivlearn.matrix import to_mat\n{SAME}")
    block.ends("good")


# Where Python, or the site, cannot be reached


def test_without_a_network_the_reader_is_told_and_may_try_again(
    opened: Open,
) -> None:
    seen = opened("ja/derivative/", FORBID_STORAGE)
    page, block = seen.page, Block(seen.page)
    asked: list[str] = []

    def first_and_third_time(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) in {1, 3}:
            route.abort()
        else:
            route.continue_()

    page.context.route("**/pyodide.asm.wasm", first_and_third_time)
    page.context.route("**/python.json", lambda route: route.abort(), times=1)
    page.context.route("**/blocks.json", lambda route: route.abort(), times=1)
    page.context.route("**/session.js", lambda route: route.abort(), times=1)
    page.context.route("**/editor.js", lambda route: route.abort(), times=1)
    for _ in ("session.js", "blocks.json"):
        block.run()
        block.ends("bad", "読み込めませんでした。")
        expect(block.button("run")).to_be_focused()
    for _ in ("python.json", "the first Python"):
        block.run()
        block.ends("bad", "読み込めませんでした。")
        expect(block.details).to_have_count(1)
    block.press("edit")
    expect(block.status).to_contain_text("editor.js")

    # The second is there, and the third, its spare, is not. Nothing can be kept.
    block.run("print(x)\n")
    block.ends("bad", "この名前は、まだ定義されていません。")
    block.run(ENDLESS)
    expect(block.status).to_have_text("実行中…", timeout=PATIENCE)
    block.press("stop")
    block.run(SAME)
    block.ends("good", "ページの出力と同じです。")
    assert len(asked) >= 4
    assert third_parties(seen) == []


def test_python_may_be_stopped_before_it_has_started(opened: Open) -> None:
    seen = opened()
    block = Block(seen.page)
    block.press("run")
    seen.page.wait_for_timeout(600)  # else it would be a double click
    block.press("stop")
    block.ends("bad", "Stopped.")
    block.run()
    block.ends("good")
    # Leaving while it runs harms nothing.
    block.runs(ENDLESS)
    seen.page.goto(f"{seen.address}en/linear/")
    expect(Block(seen.page).button("run")).to_be_visible()
    assert seen.complaints == []


def test_a_block_that_needs_numpy_says_what_is_missing(opened: Open) -> None:
    seen = opened("en/matrix/")
    block = Block(seen.page)
    block.run("import numpy as np\nprint(np.zeros(3))\n")
    block.ends("bad", "This code needs numpy, which could not be loaded.")
    block.run("print(1)\n")
    block.ends("differs")
    assert third_parties(seen) == []


# How it looks


def test_all_states_of_a_block_are_accessible(
    page: Page, block: Block, axe: str
) -> None:
    page.add_style_tag(content="* { transition: none !important }")
    found = []
    states = {"differs": "print('long ' * 100)\n", "bad": "print(1)\nprint(1 / 0)\n"}
    for status, code in states.items():
        block.run(code)
        block.ends(status)
        for fold in block.result.locator("summary").all():
            fold.click()
        for scheme in ("light", "dark"):
            for width in (360, 1440):
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                page.set_viewport_size({"width": width, "height": 800})
                found += [*violations(page, axe), *page.evaluate(OVERFLOW)]
    assert found == []


def test_paper_has_no_buttons(page: Page, block: Block) -> None:
    page.emulate_media(media="print")
    expect(block.bar).to_be_hidden()
    page.emulate_media(media="screen")
    expect(block.bar).to_be_visible()


def test_instant_navigation_prepares_the_blocks_of_the_next_page(
    opened: Open,
) -> None:
    seen = opened()
    seen.page.route(PYTHON, lambda route: route.abort())
    # The theme replaces the page and its address, and then tells so.
    seen.page.evaluate(
        """async address => {
          const article = document.querySelector("article")
          const next = await (await fetch(address)).text()
          history.pushState(null, "", address)
          const page = new DOMParser().parseFromString(next, "text/html")
          article.replaceWith(page.querySelector("article"))
          document$.next(document)
        }""",
        f"{seen.address}en/linear/deeper/../",
    )
    block = Block(seen.page)
    expect(block.button("run")).to_be_visible()
    block.press("edit")
    expect(block.editor).to_be_focused()
    expect(block.editor).not_to_contain_text("cube")
