"""A reader puts lines in order: by hand, by buttons, by keys, and is told by a run."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from building import Built
from derivlearn_site.pages import orders
from derivlearn_site.pages import page as pages
from tests.built.browser import told
from tests.built.browser.block import PATIENCE
from tests.built.browser.conftest import Visit, compressed
from tests.built.browser.test_every_page import violations
from tests.built.conftest import BOOK, PAGES, STRINGS, TEXTS

# The first chapter of the path that has one.
ORDER = next(
    order
    for slug in BOOK.slugs
    for order in orders.of(pages.read(BOOK.docs / "en" / f"{slug}.md", BOOK))
)
SLUG, KEY = ORDER.page.slug, ORDER.key
FOLD = ".dl-order"
FOLDED = re.compile('<details class="dl-order".*?</details>', re.DOTALL)
KEPT = """key => JSON.parse(
  localStorage.getItem(`${document.getElementById("dl-runner").dataset.book}.memory`)
)?.answers?.[key]?.said"""
# Each movement of what a reader sees that they did not ask for.
LISTEN = """() => {
  window.moved = 0
  new PerformanceObserver(list => {
    for (const { value, hadRecentInput } of list.getEntries())
      if (!hadRecentInput) moved += value
  }).observe({ type: "layout-shift" })
}"""
FOCUSED = """() => [...document.querySelectorAll("[role=option]")]
  .indexOf(document.activeElement)"""

Open = Callable[..., "Lines"]


class Lines:
    """The lines of the first order on a page, as a reader handles them."""

    def __init__(self, page: Page, language: str) -> None:
        """Find them, and unfold them."""
        self.page = page
        self.language = language
        self.fold = page.locator(FOLD)
        self.list = self.fold.get_by_role("listbox")
        self.groups = self.list.get_by_role("group")
        self.rows = self.list.get_by_role("option")
        self.status = self.fold.locator("> [data-status]")
        self.live = self.fold.locator("> [role=status]:not([data-status])")

    def unfold(self) -> "Lines":
        """Unfold them, and wait for their script."""
        self.fold.locator("summary").click()
        expect(self.list).to_be_visible()
        return self

    @property
    def program(self) -> list[str]:
        """The lines that are used, as they stand."""
        return self._texts(self.groups.first)

    @property
    def unused(self) -> list[str]:
        """The lines that are left out."""
        return self._texts(self.groups.last)

    @staticmethod
    def _texts(group: Locator) -> list[str]:
        rows = group.get_by_role("option")
        indents = "rows => rows.map(row => +row.style.getPropertyValue('--indent'))"
        texts = rows.locator("code").all_inner_texts()
        spaces = rows.evaluate_all(indents)
        return [" " * n + text for n, text in zip(spaces, texts, strict=True)]

    def row(self, line: str) -> Locator:
        """Return the row of a line."""
        exact = f"row => row.querySelector('code').textContent === {line.strip()!r}"
        at = self.rows.evaluate_all(f"rows => rows.findIndex({exact})")
        return self.rows.nth(at)

    def press(self, action: str) -> None:
        """Press one of the buttons."""
        self.fold.locator(f"[data-do={action}]").click()

    def arrange(self, lines: Sequence[str]) -> None:
        """Bring lines into an order by buttons, and leave the others out."""
        for line in [*self.program, *self.unused]:
            if (line in lines) != (line in self.program):
                self.row(line).click()
                self.press("out")
        for at, line in enumerate(lines):
            self.row(line).click()
            while self.program.index(line) > at:
                self.press("up")
        assert self.program == [*lines]

    def judged(self, status: str) -> None:
        """Have the order checked, and wait for what becomes of it."""
        self.press("check")
        expect(self.status).to_have_attribute("data-status", status, timeout=PATIENCE)

    @property
    def kept(self) -> str | None:
        """What is kept of it."""
        said: str | None = self.page.evaluate(KEPT, KEY)
        return said


@pytest.fixture(scope="module")
def opened(browser: Browser, vendored: str) -> Iterator[Open]:
    """Open the chapter, each time in a profile of its own."""
    contexts = []

    def open_(language: str = "en", slug: str = SLUG, **options: object) -> Lines:
        context = browser.new_context(service_workers="block", **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{vendored}{language}/{slug}/")
        return Lines(page, language).unfold()

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture
def lines(opened: Open) -> Lines:
    """The lines, unfolded."""
    return opened()


def test_all_lines_are_there_in_no_order(lines: Lines) -> None:
    assert lines.program == ORDER.shuffled
    assert lines.unused == []


def test_a_line_is_dragged_to_its_place_and_out(lines: Lines) -> None:
    def drag(line: str, target: Locator, y: float) -> None:
        lines.row(line).locator("[aria-hidden]").hover()
        lines.page.mouse.down()
        box = target.bounding_box()
        assert box
        lines.page.mouse.move(box["x"] + 20, box["y"] + y, steps=4)
        lines.page.mouse.up()

    first, *_, last = ORDER.shuffled
    drag(last, lines.row(first), 4)
    assert lines.program == [last, *ORDER.shuffled[:-1]]
    assert lines.row(last).evaluate("row => row === document.activeElement")
    drag(first, lines.groups.last, 30)
    assert lines.unused == [first]
    lines.press("undo")
    lines.press("undo")
    assert lines.program == ORDER.shuffled


def test_a_finger_on_the_handle_drags_and_beside_it_scrolls(opened: Open) -> None:
    lines = opened(has_touch=True)
    page = lines.page
    cdp = page.context.new_cdp_session(page)

    def swipe(part: Locator, by: int) -> None:
        box = part.bounding_box()
        assert box
        x, y = box["x"] + 15, box["y"] + 15
        for kind, points in [
            ("touchStart", [{"x": x, "y": y}]),
            *(("touchMove", [{"x": x, "y": y + by * n / 4}]) for n in range(1, 5)),
            ("touchEnd", []),
        ]:
            cdp.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    first, second, *others = ORDER.shuffled
    lines.list.evaluate("list => list.scrollIntoView({ block: 'center' })")
    top = page.evaluate("scrollY")
    swipe(lines.row(first).locator("[aria-hidden]"), 60)
    assert lines.program == [second, first, *others]
    assert page.evaluate("scrollY") == top
    swipe(lines.row(first).locator("code"), -60)
    page.wait_for_function("top => scrollY > top + 20", arg=top)
    assert lines.program == [second, first, *others]


def test_buttons_move_the_line_that_was_chosen(lines: Lines) -> None:
    first, second, *others = ORDER.shuffled
    lines.row(second).click()
    lines.press("up")
    assert lines.program == [second, first, *others]
    at = told.by_runner("order_at", line=1, lines=len(ORDER.shuffled))
    expect(lines.live).to_have_text(at)
    lines.press("out")
    assert (lines.program, lines.unused) == ([first, *others], [second])
    expect(lines.live).to_have_text(TEXTS["en"].runner["order_unused"])
    lines.press("out")
    assert lines.program == [first, *others, second]
    lines.press("reset")
    assert lines.program == ORDER.shuffled
    lines.press("undo")
    assert lines.program == [first, *others, second]


def test_the_keyboard_alone_puts_all_in_order_and_has_it_checked(
    lines: Lines,
) -> None:
    keys = lines.page.keyboard
    lines.fold.locator("summary").focus()
    keys.press("Tab")
    expect(lines.rows.first).to_be_focused()
    # Taken, moved and given back.
    keys.press("Space")
    keys.press("ArrowDown")
    assert lines.program != ORDER.shuffled
    keys.press("Escape")
    assert lines.program == ORDER.shuffled
    wanted = [*ORDER.lines, *ORDER.extra]
    for place, line in enumerate(wanted):
        at = [*lines.program, *lines.unused].index(line)
        while (now := lines.page.evaluate(FOCUSED)) != at:
            keys.press("ArrowDown" if now < at else "ArrowUp")
        keys.press("Space")
        down = place >= len(ORDER.lines)
        steps = len(lines.program) - at if down else at - place
        for _ in range(steps):
            keys.press("ArrowDown" if down else "ArrowUp")
        keys.press("Space")
    assert lines.program == [*ORDER.lines]
    assert lines.unused == [*ORDER.extra]
    check = lines.fold.locator("[data-do=check]")
    while not check.evaluate("button => button === document.activeElement"):
        keys.press("Tab")
    keys.press("Enter")
    expect(lines.status).to_have_attribute("data-status", "good", timeout=PATIENCE)
    assert lines.kept == "right"


def other_right_order() -> list[str]:
    """Return the answer with two lines exchanged that do not need each other."""
    swaps = [
        [*ORDER.lines[:at], two, one, *ORDER.lines[at + 2 :]]
        for at, (one, two) in enumerate(pairwise(ORDER.lines))
        if one.startswith("    ") and "return" not in two
    ]
    return swaps[0]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_is_wrong_is_told_as_its_exercise_tells_it_until_it_runs_right(
    opened: Open, language: str
) -> None:
    lines = opened(language)
    # Without order: nothing that Python can read.
    lines.judged("bad")
    expect(lines.status).to_contain_text(told.by_runner("line", language, line=1))
    expect(lines.status).to_contain_text(TEXTS[language].runner["order_place"])
    expect(lines.rows.first).to_have_attribute("data-bad", "")
    # In order, but with a line of a wrong program in the place of one that is right.
    (extra,) = ORDER.extra
    start = extra.partition("=")[0]
    lines.arrange([extra if line.startswith(start) else line for line in ORDER.lines])
    expect(lines.status).to_be_empty()
    lines.judged("bad")
    expect(lines.status).to_have_text(told.by_runner("check_failed", language))
    # In an order that is listed nowhere.
    lines.arrange(other_right_order())
    lines.judged("good")
    expect(lines.status).to_contain_text(told.by_runner("check_passed", language))
    (order,) = orders.of(pages.read(BOOK.docs / language / f"{SLUG}.md", BOOK))
    expect(lines.status).to_contain_text(order.because.replace("`", ""))
    # What was said first stays, and is told to who comes back.
    assert lines.kept == "wrong"
    lines.page.reload()
    lines.unfold()
    expect(lines.status).to_have_text(TEXTS[language].runner["order_known_wrong"])


def test_a_check_can_be_stopped(lines: Lines) -> None:
    lines.press("check")
    expect(lines.fold.locator("[data-do=check]")).to_have_text(
        TEXTS["en"].runner["stop"]
    )
    lines.press("check")
    expect(lines.status).to_have_text(TEXTS["en"].runner["stopped"])
    assert lines.kept is None


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("ja", 360, "light"), ("en", 360, "dark"), ("en", 1280, "light")],
)
def test_it_is_sound_and_nothing_moves_when_it_comes(
    visit: Callable[..., Visit],
    axe: str,
    language: str,
    width: int,
    scheme: Literal["light", "dark"],
) -> None:
    size = {"width": width, "height": 780}
    page = visit(f"{language}/{SLUG}/", viewport=size, color_scheme=scheme).page
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/asking/order.js", hold)
    lines = Lines(page, language)
    lines.fold.locator("summary").click()
    page.wait_for_timeout(600)  # what moves later was not asked for
    before = lines.fold.bounding_box()
    page.evaluate(LISTEN)
    for route in held:
        route.continue_()
    expect(lines.list).to_be_visible()
    after = lines.fold.bounding_box()
    assert before
    assert after
    assert abs(after["height"] - before["height"]) < 1
    assert page.evaluate("moved") < 0.01
    assert violations(page, axe, FOLD) == []
    expect(lines.list).to_have_accessible_name(TEXTS[language].runner["order_lines"])
    wide = "fold => fold.scrollWidth <= fold.clientWidth"
    assert lines.fold.evaluate(wide)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_without_a_script_the_lines_can_be_read(
    visit: Callable[..., Visit], language: str
) -> None:
    page = visit(f"{language}/{SLUG}/", java_script_enabled=False).page
    fold = page.locator(FOLD)
    expect(fold.locator("code").last).to_be_hidden()
    fold.get_by_text(STRINGS[language]["order"]).click()
    texts = fold.locator(".highlight code").all_inner_texts()
    assert texts == [line.strip() for line in ORDER.shuffled]


def test_nothing_is_loaded_before_it_is_unfolded(visit: Callable[..., Visit]) -> None:
    seen = visit(f"en/{SLUG}/")
    assert not seen.has_asked_for("order.js")
    assert not seen.has_asked_for("orders.json")
    Lines(seen.page, "en").unfold()
    seen.page.wait_for_load_state("networkidle")
    script = next(url for url in seen.bytes if url.endswith("/asking/order.js"))
    assert seen.bytes[script] <= 4.5 * 1024
    assert not seen.has_asked_for("session.js")


def test_a_fold_costs_little_before_it_is_opened(built: Built) -> None:
    for _, slug in PAGES:
        html = built.page("ja", slug)
        without = FOLDED.sub("", html)
        costs = [len(compressed(text.encode())) for text in (html, without)]
        assert costs[0] - costs[1] <= 256, slug


def test_what_cannot_be_loaded_is_told_and_tried_again(
    visit: Callable[..., Visit],
) -> None:
    page = visit(f"en/{SLUG}/").page
    page.route("**/runner.json", lambda route: route.abort())
    fold = page.locator(FOLD)
    fold.locator("summary").click()
    unreachable = TEXTS["en"].runner["unreachable"]
    expect(fold.locator("> [role=status]")).to_have_text(unreachable)
    page.unroute("**/runner.json")
    fold.locator("summary").click()
    Lines(page, "en").unfold()
    expect(fold.get_by_text(unreachable)).to_have_count(0)
