"""A reader takes hold of a figure, and it answers with the numbers of `derivlearn`."""

import gzip
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from derivlearn_site.figures import gallery
from derivlearn_site.pages import page
from tests.built.browser import expected, stage, told
from tests.built.browser.conftest import Visit
from tests.built.browser.test_every_page import (
    FIGURES_BUDGET,
    OVERFLOW,
    SCHEMES,
    violations,
)
from tests.built.conftest import BOOK, PAGES, ROOT, TEXTS, in_turn, path_of

SCRIPTS = ROOT / "docs/assets/built/figures"
# What a reader may type that no figure can show.
EXTREME = ("0", "-1", "1e-16", "1e9", "-1e9", "1e200", "1e-320", "0.1")
WRITTEN = {
    "1/2": "0.5",
    "0,5": "0.5",
    "−3": "−3",
    "ー３": "−3",
    "１．５": "1.5",
    "1 1/2": "1.5",
    "2½": "2.5",
    "1,000": "1000",
}
NO_NUMBERS = ("", "x", "1e999", "NaN", "1 2", "--1")
DAMAGED = ("", "x", "nothing=1", "=", "x=one&dx=2", "%E0")
# What no figure can compute, or find in it what it needs.
WORDS = ("", "x +", ")", "x / 0", "log(-x)", "exp(1000)", "x" * 80, "関数", "1 2")
NUMBER = re.compile(r"−?(?:\d+(?:\.\d+)?)(?:e[+−]\d+)?")

# Marks, curves and words of a picture, by what they are and where they are.
DRAWN = r"""svg => {
  const inverse = svg.getScreenCTM().inverse()
  const number = (each, name) => Number(each.getAttribute(name))
  const place = (each, x, y) => {
    const shown = new DOMPoint(x, y).matrixTransform(each.getScreenCTM())
    const {x: across, y: down} = shown.matrixTransform(inverse)
    return [across, down]
  }
  const found = {}
  const add = (each, name, ...points) => {
    (found[name] ??= []).push(...points.map(([x, y]) => place(each, x, y)))
  }
  for (const each of svg.querySelectorAll("text, circle, path")) {
    if (getComputedStyle(each).visibility === "hidden") continue
    const names = ["stroke", "stroke-dasharray", "r"]
    const look = names.map(name => each.getAttribute(name))
    const [x, y] = each.localName === "circle" ? ["cx", "cy"] : ["x", "y"]
    if (each.localName === "path") {
      const through = each.getAttribute("d").matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)
      const points = [...through].map(point => point.slice(1).map(Number))
      add(each, `path ${look}`, ...points)
    } else {
      const name = each.localName === "text" ? each.textContent : `circle ${look}`
      add(each, name, [number(each, x), number(each, y)])
    }
  }
  return found
}"""
# Where a mouse is over a part of a picture.
MIDDLE = """part => {
  part.scrollIntoView({block: "center"})
  const {left, right, top, bottom} = part.getBoundingClientRect()
  return [(left + right) / 2, (top + bottom) / 2]
}"""
# Words of a picture that overlap each other, or leave it.
CLOSE = """svg => {
  const seen = each => getComputedStyle(each).visibility !== "hidden"
  const all = [...svg.querySelectorAll("text")].filter(seen)
  const box = each => each.getBoundingClientRect()
  const {left, right} = box(svg)
  const outside = each => box(each).left < left - 1 || box(each).right > right + 1
  // A line of words is less high than its box.
  const touch = (a, b) => a.left < b.right && b.left < a.right
    && a.top + 3 < b.bottom - 3 && b.top + 3 < a.bottom - 3
  const close = one => all.some(other => one !== other && touch(box(one), box(other)))
  return all.filter(one => outside(one) || close(one)).map(each => each.textContent)
}"""
# The same for all values of a slider.
SWEEP = """(range, close) => {
  const svg = range.closest("figure").querySelector(".dl-live")
  const found = []
  for (let value = 0; value <= Number(range.max); value += 1) {
    range.value = value
    range.dispatchEvent(new Event("input"))
    const words = eval(close)(svg)
    if (words.length) found.push(`${range.getAttribute("aria-valuetext")}: ${words}`)
  }
  return found
}"""
# What instant navigation does: the theme puts another article in, and tells so.
NAVIGATE = """live => {
  const article = document.querySelector("article")
  article.innerHTML = article.innerHTML
  article.querySelectorAll(".dl-stage").forEach(each => each.remove())
  for (const figure of article.querySelectorAll("figure")) {
    figure.querySelector("svg").classList.remove("dl-drawn")
    if (!live) figure.removeAttribute("data-live")
  }
  document$.next(document)
}"""
FOLLOW = "hash => { location.hash = hash }"
HELD = "button, [type=range], [type=text], label:has([type=radio])"


def places() -> list[tuple[str, str, str]]:
    """Return every live figure: its language, its page and its name."""
    found = []
    for language, slug in PAGES:
        source = page.read(BOOK.docs / language / f"{slug}.md", BOOK)
        for fence in source.fences:
            if fence.info == "figure":
                texts = page.figure_of(source, fence)
                if gallery.script_data(BOOK, texts):
                    found.append((language, slug, texts["figure"]))
    return found


PLACES = places()
NAMES = [place for place in PLACES if place[0] == "en"]


def values_of(figure: "Figure", setting: str) -> list[str]:
    """Return what can be chosen."""
    radios = figure.all.locator(f"#figure-{figure.name}-{setting} [type=radio]")
    return [str(each.get_attribute("value")) for each in radios.all()]


class Figure:
    """A live figure, as a reader handles it."""

    def __init__(self, page: Page, name: str) -> None:
        """Go to the figure, and wait until it is live."""
        self.page = page
        self.name = name
        self.all = page.locator(f"#figure-{name}")
        self.all.scroll_into_view_if_needed()
        self.svg = self.all.locator("svg.dl-live")
        expect(self.svg).to_be_visible()
        self.says = self.all.locator(".dl-live__says")
        self.told = self.all.locator(".dl-live__buttons .dl-live__note")
        self.boxes = self.all.locator(".dl-live__slider [type=text]")
        language = page.locator("html").get_attribute("lang") or ""
        self.damaged = TEXTS[language].figures["link_damaged"]

    def press(self, button: str) -> None:
        """Press one of its buttons."""
        self.all.locator(f"[data-do={button}]").click()

    def inputs(self) -> list[Locator]:
        """Return what the keyboard sets: sliders, and one of each group of choices."""
        ranges = self.all.locator("[type=range]").all()
        groups = self.all.locator("fieldset").all()
        return [*ranges, *(each.locator("input:checked") for each in groups)]

    def value_of(self, setting: str) -> str:
        """Return what is chosen, or what stands in the box."""
        place = f"#figure-{self.name}-{setting}"
        field = f"{place} input:checked, {place} ~ [type=text]"
        return self.all.locator(field).input_value()

    def move(self) -> None:
        """Set something else with the keyboard."""
        before = self.says.inner_text()
        for key in ("ArrowLeft", "ArrowRight"):
            if self.says.inner_text() == before:
                self.inputs()[0].press(key)
        assert self.says.inner_text() != before

    def follow(self, settings: str) -> None:
        """Follow a link to the figure with these settings."""
        for each in ("none", settings):
            self.page.evaluate(FOLLOW, f"figure-{self.name}~{each}")
            if each == "none":
                expect(self.says).to_have_text(self.damaged)
        if settings not in DAMAGED:
            expect(self.says).not_to_have_text(self.damaged)

    def numbers(self) -> list[float]:
        """Return the numbers that it says, in their order."""
        formula = self.all.locator(".dl-live__formula")
        said = [formula.inner_text(), self.says.inner_text()]
        return [
            float(each.replace("−", "-")) for each in NUMBER.findall(" ".join(said))
        ]


@pytest.fixture(scope="module")
def pages(browser: Browser, address: str) -> Iterator[Callable[[str, str], Visit]]:
    """Open a page of the site, and close the one that was open before."""
    contexts: list[BrowserContext] = []
    opened: dict[tuple[str, str], Visit] = {}

    def page(language: str, slug: str) -> Visit:
        if (language, slug) not in opened:
            opened.clear()
            while contexts:
                contexts.pop().close()
            context = browser.new_context(
                locale="en-GB", permissions=["clipboard-read", "clipboard-write"]
            )
            contexts.append(context)
            visit = Visit(context.new_page(), address).open(path_of(language, slug))
            opened[language, slug] = visit
        return opened[language, slug]

    yield page
    while contexts:
        contexts.pop().close()


# For what has no words in it that another language would say otherwise.
in_one_language = pytest.mark.parametrize(
    "place", NAMES, ids="-".join, indirect=True, scope="module"
)


# One figure after the other goes through all the tests, on a page that stays open.
@pytest.fixture(scope="module", params=in_turn(PLACES), ids="-".join)
def place(request: pytest.FixtureRequest) -> tuple[str, str, str]:
    """A figure in one language."""
    found: tuple[str, str, str] = request.param
    return found


@pytest.fixture
def seen(
    pages: Callable[[str, str], Visit], place: tuple[str, str, str]
) -> Iterator[Visit]:
    """The page of a figure, as it is at its start."""
    language, slug, name = place
    visit = pages(language, slug)
    figure = Figure(visit.page, name)
    figure.press("reset")
    yield visit
    assert visit.complaints == []
    assert [url for url in visit.requests if not url.startswith(visit.address)] == []


@pytest.fixture
def figure(seen: Visit, place: tuple[str, str, str]) -> Figure:
    """A live figure at its start."""
    return Figure(seen.page, place[2])


def test_every_live_figure_has_its_numbers_here() -> None:
    assert {name for *_, name in PLACES} == expected.names()
    assert all(len(expected.of(name).settings) >= 5 for name in expected.names())


def test_a_figure_becomes_what_it_was_drawn_as(figure: Figure) -> None:
    live = figure.svg.evaluate(DRAWN)
    drawn = figure.all.locator(".dl-drawn")
    drawn.evaluate("svg => { svg.style.display = 'block' }")
    still = drawn.evaluate(DRAWN)
    drawn.evaluate("svg => { svg.style.display = '' }")
    assert live.keys() == still.keys()
    for key, points in still.items():
        assert len(live[key]) == len(points), key
        for found, wanted in zip(live[key], points, strict=True):
            assert found == pytest.approx(wanted, abs=2), key


def test_a_figure_is_sound_in_both_schemes_and_on_a_phone(
    figure: Figure, axe: str
) -> None:
    page, wide = figure.page, figure.page.viewport_size
    still = page.add_style_tag(content="* { transition: none !important }")
    found = []
    page.set_viewport_size({"width": 360, "height": 780})
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found += violations(page, axe, f"#figure-{figure.name}")
        found += page.evaluate(OVERFLOW)
    boxes = [each.bounding_box() for each in figure.all.locator(HELD).all()]
    page.set_viewport_size(wide or {"width": 1280, "height": 720})
    still.evaluate("style => style.remove()")
    assert found == []
    for box in boxes:
        assert box
        assert min(box["width"], box["height"]) >= 44


@in_one_language
def test_a_figure_answers_the_keyboard(figure: Figure) -> None:
    first = figure.says.inner_text()
    for number in range(len(figure.inputs())):
        before = figure.says.inner_text()
        figure.inputs()[number].focus()
        said = set()
        for key in ("ArrowRight", "ArrowLeft", "ArrowLeft"):
            figure.page.keyboard.press(key)
            said.add(figure.says.inner_text())
        assert said != {before}
    figure.all.locator("[data-do=reset]").press("Enter")
    expect(figure.says).to_have_text(first)
    # One after the other, in the order in which they stand.
    stops = figure.all.locator("[type=range], [type=text], fieldset, button:enabled")
    order = stops.evaluate_all("all => all.map(each => each.localName)")
    stop = ":is(input, fieldset, button)"
    held = (
        stops.first.locator("input:checked") if order[0] == "fieldset" else stops.first
    )
    held.focus()
    for number in range(1, len(order)):
        figure.page.keyboard.press("Tab")
        reached = stops.nth(number).evaluate(
            f"each => each.contains(document.activeElement.closest('{stop}'))"
        )
        assert reached, number


def test_a_figure_says_what_derivlearn_computes(figure: Figure) -> None:
    wanted = expected.of(figure.name)
    for values in wanted.settings:
        figure.follow(urlencode(values))
        rest = iter(found := figure.numbers())
        for number in wanted.numbers(**values):
            assert any(wanted.is_said(number, each) for each in rest), (
                f"{values}: {number} is not among {found}, in its turn"
            )
    expect(figure.all).to_be_in_viewport()


@in_one_language
def test_no_number_is_answered_without_words(figure: Figure) -> None:
    for box in figure.boxes.all():
        for text in EXTREME:
            box.fill(text)
            box.press("Enter")
            assert len(figure.says.inner_text()) > 10
            html = figure.all.evaluate("each => each.outerHTML")
            assert not re.search("NaN|Infinity|undefined|null", html), text
        before, shown = figure.says.inner_text(), box.input_value()
        for text in NO_NUMBERS:
            box.fill(text)
            box.press("Enter")
            note = box.locator("xpath=following-sibling::*[1]")
            expect(note).to_contain_text(f"{text}")
            expect(box).to_have_attribute("aria-invalid", "true")
            expect(box).to_have_value(shown)
            assert figure.says.inner_text() == before
        figure.press("reset")


@in_one_language
def test_no_words_are_answered_without_words(figure: Figure) -> None:
    for field in figure.all.locator(".dl-live__field input").all():
        for text in WORDS:
            field.fill(text)
            field.press("Enter")
            assert len(figure.says.inner_text()) > 10
            html = figure.all.evaluate("each => each.outerHTML")
            assert not re.search("NaN|Infinity|undefined|null", html), text
        figure.press("reset")


@in_one_language
def test_steps_are_played_and_gone_through_one_by_one(figure: Figure) -> None:
    for play in figure.all.locator("[data-do=play]").all():
        word = play.inner_text()
        play.click()
        expect(play).not_to_have_text(word)
        expect(figure.says).not_to_have_text(figure.says.inner_text())
        play.click()
        expect(play).to_have_text(word)
        here = figure.says.inner_text()
        figure.press("forward")
        expect(figure.says).not_to_have_text(here)
        figure.press("back")
        expect(figure.says).to_have_text(here)
        # Who goes there by hand is not disturbed.
        play.click()
        for held in figure.inputs():
            held.press("ArrowLeft")
        expect(play).to_have_text(word)


@in_one_language
def test_settings_are_carried_by_a_link(figure: Figure) -> None:
    figure.move()
    said = figure.says.inner_text()
    figure.press("link")
    expect(figure.told).not_to_be_empty()
    link = figure.page.evaluate("() => navigator.clipboard.readText()")
    figure.press("reset")
    figure.follow(link.partition("~")[2])
    expect(figure.says).to_have_text(said)


@in_one_language
def test_a_damaged_link_is_told_and_shows_the_start(figure: Figure) -> None:
    start = figure.says.inner_text()
    for settings in DAMAGED:
        figure.move()
        figure.follow(settings)
        expect(figure.says).to_have_text(figure.damaged)
        figure.move()
        figure.press("reset")
        expect(figure.says).to_have_text(start)


@in_one_language
def test_what_a_reader_can_hold_can_be_dragged(figure: Figure) -> None:
    for handle in figure.svg.locator("[data-drag]").all():
        figure.press("reset")
        before = figure.says.inner_text()
        handle.evaluate("each => each.scrollIntoView({block: 'center'})")
        box = handle.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 43.9
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        figure.page.mouse.move(x, y)
        figure.page.mouse.down()
        figure.page.mouse.move(x - 25, y + 4, steps=4)
        assert figure.says.inner_text() != before
        figure.page.mouse.up()
        after = figure.says.inner_text()
        figure.page.mouse.move(x, y)
        assert figure.says.inner_text() == after
        # A finger on it moves it along the curve; beside it, one scrolls the page.
        touch = "each => getComputedStyle(each).touchAction"
        assert handle.evaluate(touch) == "none"
        assert figure.svg.evaluate(touch) == "pan-y"


@in_one_language
def test_numbers_are_read_as_people_write_them(figure: Figure) -> None:
    for box in figure.boxes.all():
        for text, number in WRITTEN.items():
            box.fill(text)
            box.press("Enter")
            assert box.input_value() == number, text
            assert box.get_attribute("aria-invalid") is None
    figure.press("reset")


def test_a_figure_is_of_one_height_and_in_sight_while_it_is_used(
    figure: Figure,
) -> None:
    page, wide = figure.page, figure.page.viewport_size
    page.set_viewport_size({"width": 360, "height": 740})
    tell, tab = stage.of(page, figure.name)
    found = [
        *stage.jumps(tell),
        *stage.out_of_sight(tell, tab),
        *stage.out_of_sight_when_dragged(page, figure.name),
    ]
    page.set_viewport_size(wide or {"width": 1280, "height": 720})
    assert found == []


@in_one_language
def test_what_a_reader_points_at_is_chosen(figure: Figure) -> None:
    pointed = figure.svg.locator("[data-choose]").all()
    # By a mouse that comes over it, and by one that clicks.
    for part in [*pointed, *reversed(pointed)]:
        setting, value = str(part.get_attribute("data-choose")).split()
        figure.press("reset")
        figure.page.mouse.move(*part.evaluate(MIDDLE))
        assert figure.value_of(setting) == value
        figure.all.locator("[data-do=reset]").press("Enter")
        figure.page.mouse.click(*part.evaluate(MIDDLE))
        assert figure.value_of(setting) == value
    # Beside all of them, nothing is chosen.
    chosen = {str(part.get_attribute("data-choose")).split()[0] for part in pointed}
    for setting in chosen:
        drawn = [
            f"[data-choose='{setting} {each}']" for each in values_of(figure, setting)
        ]
        beside = [each for each in drawn if figure.svg.locator(each).count() == 0]
        if len(beside) == 1:
            box = figure.svg.bounding_box()
            assert box
            figure.page.mouse.click(box["x"] + 2, box["y"] + 2)
            assert f"{setting} {figure.value_of(setting)}" in beside[0]


def test_words_stay_apart_wherever_a_slider_or_a_choice_is(figure: Figure) -> None:
    for radio in figure.all.locator("[type=radio]").all():
        radio.evaluate("each => each.click()")
        assert figure.svg.evaluate(CLOSE) == []
    for slider in figure.all.locator("[type=range]").all():
        assert slider.evaluate(SWEEP, CLOSE) == []


def test_the_drawn_picture_is_what_is_printed(figure: Figure) -> None:
    figure.move()
    figure.page.emulate_media(media="print")
    expect(figure.svg).to_be_hidden()
    expect(figure.all.locator(".dl-stage")).to_be_hidden()
    expect(figure.all.locator(".dl-drawn")).to_be_visible()
    figure.page.emulate_media(media="screen")


@pytest.mark.parametrize("place", NAMES, ids="-".join)
def test_a_figure_that_is_left_leaves_nothing_behind(
    visit: Callable[..., Visit], place: tuple[str, str, str]
) -> None:
    language, slug, name = place
    page = visit(path_of(language, slug)).page
    Figure(page, name)
    cdp = page.context.new_cdp_session(page)

    def left(*, live: bool) -> dict[str, int]:
        """Go to the page anew; return what there is once nothing else is needed."""
        page.evaluate(NAVIGATE, live)
        if live:
            Figure(page, name).move()
        # What still waits for its turn, a frame or a timer, holds what it will need.
        before: dict[str, int] = {}
        while before != (counts := counted()):
            before = counts
            page.wait_for_timeout(50)
        return counts

    def counted() -> dict[str, int]:
        cdp.send("HeapProfiler.collectGarbage")
        counts: dict[str, int] = cdp.send("Memory.getDOMCounters")
        return counts

    def growth(rounds: list[dict[str, int]], key: str) -> list[int]:
        return [after[key] - before[key] for before, after in pairwise(rounds)]

    live = [left(live=True) for _ in range(3)]
    # The theme itself adds a few listeners each time.
    drawn = [left(live=False) for _ in range(3)]
    assert page.locator(".dl-stage").count() == 0
    for key in ("nodes", "jsEventListeners"):
        # What is left behind is so each time; what the page itself loads late, once.
        assert min(growth(live, key)) <= max(growth(drawn, key)), key
    assert drawn[-1]["nodes"] < live[-1]["nodes"]


def test_a_link_to_a_figure_opens_the_page_at_it(
    visit: Callable[..., Visit],
) -> None:
    page = visit("en/derivative/#figure-derivative~x=2.5&dx=0.5").page
    figure = Figure(page, "derivative")
    expect(figure.all).to_be_in_viewport()
    expect(figure.says).to_contain_text(
        told.like(told.figure("derivative")["says"], x="2.5", dx="0.5")
    )


def test_a_figure_that_cannot_be_loaded_stays_as_it_is_drawn(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.route("**/figures.json", lambda route: route.abort())
    page.goto(f"{address}en/derivative/#figure-derivative~x=2.5")
    drawn = page.locator("#figure-derivative > svg")
    expect(drawn).to_be_visible()
    page.unroute("**/figures.json")
    page.evaluate("() => { location.hash = 'figure-derivative~x=2.6' }")
    expect(Figure(page, "derivative").says).to_contain_text(
        told.like(told.figure("derivative")["says"], x="2.6")
    )
    page.close()


def test_a_page_without_a_figure_loads_nothing_of_it(
    visit: Callable[..., Visit],
) -> None:
    seen = visit("en/glossary/")
    assert not any("/figures/" in url for url in seen.requests)


def test_the_scripts_of_a_figure_are_light() -> None:
    sizes = {
        path.stem: len(gzip.compress(path.read_bytes())) for path in SCRIPTS.iterdir()
    }
    names = {name for *_, name in PLACES}
    shared = sum(size for name, size in sizes.items() if name not in names)
    assert all(shared + sizes[name] <= FIGURES_BUDGET for name in names), sizes
