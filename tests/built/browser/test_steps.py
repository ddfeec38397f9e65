"""A reader goes through a program line by line, says what comes next, and is told."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.built.browser import told
from tests.built.browser.block import ENDLESS, PATIENCE, SLUG, Block
from tests.built.browser.conftest import Visit
from tests.built.browser.test_every_page import violations
from tests.built.browser.test_orders import LISTEN
from tests.built.conftest import TEXTS

PANEL = ".dl-steps"
# All that is seen at a step: what is marked, said, listed and printed.
SEEN = """listing => {
  const texts = (part, holder = listing) =>
    [...holder.querySelectorAll(part)].map(each => each.textContent)
  const mark = listing.querySelector("code > [data-sign]:not([hidden])")
  const panel = listing.querySelector(".dl-steps")
  return {
    line: mark ? +mark.style.getPropertyValue("--line") : 0,
    at: +panel.querySelector("[type=range]").value,
    said: panel.querySelector("[role=status]").innerText,
    values: texts("dt", panel).map((name, at) =>
      [name, panel.querySelectorAll("dd")[at].firstChild.data]),
    changed: texts("[data-changed] dt", panel),
    printed: panel.querySelector("pre")?.textContent ?? "",
    height: panel.getBoundingClientRect().height,
  }
}"""
SMALL = """panel => [...panel.querySelectorAll("button, input")]
  .map(each => [each.outerHTML, each.getBoundingClientRect()])
  .filter(([_, { width, height }]) => width && (width < 43.9 || height < 43.9))
  .map(([html]) => html)"""
# A block but for its buttons.
WHOLE = """listing => [
  listing.className,
  ...[...listing.children].slice(1).map(each => each.outerHTML)
]"""
FAILS = "a = 3\nb = a - 3\nprint(b)\nprint(a / b)\n"

Trace = dict[str, Any]
Open = Callable[..., "Steps"]


class Steps(Block):
    """A block with steps, as a reader goes through them."""

    def __init__(self, page: Page, number: int, trace: Trace) -> None:
        """Find the block."""
        super().__init__(page, number)
        self.trace = trace["steps"]
        self.panel = self.listing.locator(PANEL)
        self.live = self.panel.locator("[role=status]")
        self.range = self.panel.get_by_role("slider")
        self.options = self.panel.locator(".dl-steps__options button")

    def open(self) -> "Steps":
        """Press the button, and wait for the panel."""
        self.press("steps")
        expect(self.panel).to_be_visible(timeout=PATIENCE)
        return self

    def go(self, where: str) -> None:
        """Press a button of the panel."""
        self.panel.locator(f"[data-go={where}]").click()

    @property
    def seen(self) -> dict[str, Any]:
        """What is seen now."""
        found: dict[str, Any] = self.listing.evaluate(SEEN)
        return found

    def right(self, at: int) -> str:
        """Return what is right of a question that comes after so many steps."""
        step, *then = self.trace[at : at + 2]
        if "taken" not in step:
            shown = self.options.all_inner_texts()
            values: list[str] = [*step["set"].values()]
            return next(value for value in values if value in shown)
        if not then:
            return TEXTS["en"].runner["steps_ask_end"]
        return told.by_runner("steps_ask_at", line=then[0]["line"]).pattern

    def walk_to_question(self) -> Locator:
        """Go on until something is asked; return the right answer."""
        while self.options.count() == 0:
            self.go("forward")
        right = self.right(self.seen["at"])
        return self.options.filter(has_text=right.replace("\\", "")).first


@pytest.fixture(scope="module")
def traces(with_python: Path) -> dict[str, Trace]:
    """The steps of the chapter's blocks."""
    text = (with_python / "en" / SLUG / "steps.json").read_text(encoding="utf-8")
    found: dict[str, Trace] = json.loads(text)
    return found


@pytest.fixture(scope="module")
def number(with_python: Path, traces: dict[str, Trace]) -> int:
    """The first block with a loop whose output a question covers."""
    html = (with_python / "en" / SLUG / "index.html").read_text(encoding="utf-8")
    return next(
        int(block.removeprefix("block-"))
        for block, trace in traces.items()
        if any(step.get("loops") for step in trace["steps"])
        if f'data-covers="{block}"' in html
    )


@pytest.fixture(scope="module")
def opened(
    browser: Browser, vendored: str, traces: dict[str, Trace], number: int
) -> Iterator[Open]:
    """Open the chapter, each time in a profile of its own."""
    contexts = []

    def open_(language: str = "en", **options: object) -> Steps:
        context = browser.new_context(service_workers="block", **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{vendored}{language}/{SLUG}/")
        return Steps(page, number, traces[f"block-{number}"])

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture
def steps(opened: Open) -> Steps:
    """The steps, opened."""
    return opened().open()


def test_each_step_shows_what_the_program_did_and_nothing_moves(steps: Steps) -> None:
    steps.page.wait_for_timeout(600)  # what moves later was not asked for
    steps.page.evaluate(LISTEN)
    begun = steps.seen
    assert (begun["at"], begun["line"], begun["printed"]) == (0, 0, "")
    forwards, printed = [begun], ""
    for at, step in enumerate(steps.trace, 1):
        steps.panel.press("ArrowRight")
        seen = steps.seen
        printed += step.get("out", "")
        assert (seen["at"], seen["line"]) == (at, step.get("line", 0))
        assert seen["printed"] == printed
        changed = step.get("set", {})
        assert sorted(seen["changed"]) == sorted(changed)
        assert {*map(tuple, seen["values"])} >= {*changed.items()}
        for line, turn, turns in step.get("loops", []):
            passes = {"line": line, "pass": turn, "passes": turns}
            assert told.by_runner("steps_pass", **passes).search(seen["said"])
        forwards.append(seen)
    assert TEXTS["en"].runner["steps_end"] in seen["said"]
    for before in reversed(forwards[:-1]):
        steps.panel.press("ArrowLeft")
        seen = steps.seen
        # What was asked on the way is not asked on the way back.
        assert before.pop("said").startswith(seen.pop("said"))
        assert seen == before
    assert len({each["height"] for each in forwards}) == 1
    assert steps.page.evaluate("moved") < 0.01


def test_buttons_and_the_slider_go_to_any_step(steps: Steps) -> None:
    last = len(steps.trace)
    steps.go("last")
    assert steps.seen["at"] == last
    steps.go("back")
    assert steps.seen["at"] == last - 1
    steps.range.fill("3")
    assert (steps.seen["at"], steps.seen["line"]) == (3, steps.trace[2]["line"])
    where = told.by_runner("steps_at", step=3, steps=last)
    expect(steps.range).to_have_attribute("aria-valuetext", where)
    steps.go("first")
    assert steps.seen["at"] == 0
    expect(steps.options).to_have_count(0)


def test_the_keyboard_alone_goes_through_it_and_leaves_it(opened: Open) -> None:
    steps = opened()
    keys = steps.page.keyboard
    before = steps.listing.evaluate(WHOLE)
    steps.button("steps").focus()
    keys.press("Enter")
    forward = steps.panel.locator("[data-go=forward]")
    expect(forward).to_be_focused()
    expect(forward).to_have_accessible_name(TEXTS["en"].runner["steps_forward"])
    expect(steps.panel).to_have_role("group")
    expect(steps.panel).to_have_accessible_name(TEXTS["en"].runner["steps_panel"])
    expect(steps.button("steps")).to_have_attribute("aria-expanded", "true")
    for key, at in [
        ("Enter", 1),
        ("ArrowRight", 2),
        ("End", len(steps.trace)),
        ("ArrowLeft", len(steps.trace) - 1),
        ("Home", 0),
    ]:
        keys.press(key)
        assert steps.seen["at"] == at
    expect(steps.live).to_have_text(TEXTS["en"].runner["steps_start"])
    # A question is answered where the keyboard comes next.
    while steps.options.count() == 0:
        keys.press("ArrowRight")
    at = steps.seen["at"]
    while not steps.options.first.evaluate("one => one === document.activeElement"):
        keys.press("Tab")
    keys.press("Enter")
    assert steps.seen["at"] == at + 1
    expect(forward).to_be_focused()
    keys.press("Escape")
    expect(steps.panel).to_have_count(0)
    expect(steps.button("steps")).to_be_focused()
    assert steps.listing.evaluate(WHOLE) == before


def test_what_is_answered_is_told_at_once_and_what_is_not_is_passed(
    steps: Steps,
) -> None:
    right = steps.walk_to_question()
    at = steps.seen["at"]
    expect(steps.live).to_contain_text(told.either(*asked()))
    assert 2 <= steps.options.count() <= 3
    right.click()
    assert steps.seen["at"] == at + 1
    expect(steps.live).to_contain_text(TEXTS["en"].runner["steps_right"])
    # The next one is another one, and is answered otherwise.
    first, answer = at, steps.walk_to_question().inner_text()
    at = steps.seen["at"]
    assert at - first >= 3
    steps.options.filter(has_not_text=answer).first.click()
    assert steps.seen["at"] == at + 1
    expect(steps.live).to_contain_text(told.by_runner("steps_answer", answer=answer))
    # And one is passed over, and does not come again.
    steps.walk_to_question()
    at = steps.seen["at"]
    steps.go("forward")
    assert steps.seen["at"] == at + 1
    expect(steps.options).to_have_count(0)
    steps.go("back")
    steps.go("back")
    steps.go("forward")
    assert steps.seen["at"] == at
    expect(steps.options).to_have_count(0)


def asked() -> Iterator[Any]:
    """Yield what finds each kind of question."""
    for kind in ("value", "line"):
        yield told.by_runner(f"steps_ask_{kind}")


def test_it_uncovers_the_output_and_an_edit_ends_it(opened: Open) -> None:
    steps = opened()
    cover = steps.page.locator(f'[data-covers="block-{steps.number}"]')
    output = steps.page.locator(f'[data-covers="block-{steps.number}"] + .output pre')
    expect(output).not_to_be_visible()
    steps.open()
    expect(output).to_be_visible()
    expect(cover.locator("[role=status]")).not_to_be_empty()
    steps.press("edit")
    expect(steps.editor).to_be_visible()
    expect(steps.panel).to_have_count(0)
    # What is open is closed for its steps; pressed once more, they are, too.
    steps.open()
    expect(steps.editor).to_have_count(0)
    steps.press("steps")
    expect(steps.panel).to_have_count(0)


@pytest.mark.parametrize(("language", "scheme"), [("ja", "light"), ("en", "dark")])
def test_it_is_sound_on_a_small_screen(
    opened: Open, axe: str, language: str, scheme: Literal["light", "dark"]
) -> None:
    size = {"width": 360, "height": 740}
    steps = opened(language, viewport=size, color_scheme=scheme, has_touch=True).open()
    while steps.options.count() == 0:
        steps.go("forward")
    assert violations(steps.page, axe, f"#block-{steps.number}") == []
    assert steps.panel.evaluate(SMALL) == []
    wide = "panel => panel.scrollWidth <= panel.clientWidth"
    assert steps.panel.evaluate(wide)
    assert steps.page.evaluate("document.documentElement.scrollWidth") == 360
    # The code, what is said and the buttons are in sight together.
    for part in (steps.listing.locator("code > [data-sign]").first, steps.live):
        expect(part).to_be_in_viewport()
    # A narrower panel has other lines, and keeps the room of the tallest state again.
    steps.page.set_viewport_size({"width": 320, "height": 740})
    steps.go("last")
    height = steps.seen["height"]
    steps.go("first")
    assert steps.seen["height"] == height


def test_the_readers_own_program_is_gone_through_up_to_its_error(
    opened: Open,
) -> None:
    steps = opened()
    steps.write(FAILS)
    steps.open()
    expect(steps.name).to_be_visible()
    steps.go("last")
    seen = steps.seen
    assert (seen["at"], seen["line"], seen["printed"]) == (4, 4, "0\n")
    assert seen["values"] == [["a", "3"], ["b", "0"]]
    assert TEXTS["en"].runner["ZeroDivisionError"] in seen["said"]
    assert "ZeroDivisionError: division by zero" in seen["said"]
    # What never ends is cut.
    steps.write(ENDLESS)
    steps.open()
    steps.go("last")
    expect(steps.live).to_contain_text(TEXTS["en"].runner["steps_limit"])


def test_nothing_is_loaded_before_it_is_asked_for(
    visit: Callable[..., Visit], number: int, traces: dict[str, Trace]
) -> None:
    seen = visit(f"en/{SLUG}/")
    assert not seen.has_asked_for("steps.js")
    assert not seen.has_asked_for("steps.json")
    Steps(seen.page, number, traces[f"block-{number}"]).open()
    seen.page.wait_for_load_state("networkidle")
    script = next(url for url in seen.bytes if url.endswith("/asking/steps.js"))
    assert seen.bytes[script] <= 7.5 * 1024
    given = next(url for url in seen.bytes if url.endswith("/steps.json"))
    assert len(json.dumps(traces)) > seen.bytes[given]
    assert not seen.has_asked_for("python.json")


def test_what_cannot_be_loaded_is_told_and_tried_again(opened: Open) -> None:
    steps = opened()
    steps.page.route("**/steps.json", lambda route: route.abort())
    steps.press("steps")
    expect(steps.status).to_contain_text(TEXTS["en"].runner["unreachable"])
    steps.page.unroute("**/steps.json")
    steps.open()
    expect(steps.status).to_be_empty()
