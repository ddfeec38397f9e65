"""A reader takes hold of a figure, and it answers with the numbers of `derivlearn`."""

import gzip
import re
from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Locator, Page, expect

from derivlearn_site import figures, page
from tests.built.browser.conftest import Visit
from tests.built.browser.live import EXPECTED
from tests.built.browser.test_every_page import OVERFLOW, SCHEMES, violations
from tests.built.conftest import BOOK, PAGES, ROOT

SCRIPTS = ROOT / "docs/assets/figures"
# Compressed, what a page with a figure may load more than one without.
BUDGET = 40 * 1024
# What a reader may type that no figure can show.
EXTREME = ("0", "-1", "1e-16", "1e9", "-1e9", "1e200", "1e-320", "0.1")
NO_NUMBERS = ("", "x", "1e999", "NaN", "1 2", "--1")
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
# What instant navigation does: the theme puts another article in, and tells so.
NAVIGATE = """live => {
  const article = document.querySelector("article")
  article.innerHTML = article.innerHTML
  article.querySelectorAll(".dl-live, .dl-live__panel").forEach(each => each.remove())
  for (const figure of article.querySelectorAll("figure")) {
    figure.querySelector("svg").classList.remove("dl-drawn")
    if (!live) figure.removeAttribute("data-live")
  }
  document$.next(document)
}"""
HELD = "button, .dl-live__slider input, label:has([type=radio])"


def places() -> list[tuple[str, str, str]]:
    """Return every live figure: its language, its page and its name."""
    found = []
    for language, slug in PAGES:
        source = page.read(BOOK.docs / language / f"{slug}.md", BOOK)
        for fence in source.fences:
            if fence.info == "figure":
                texts = page.figure_of(source, fence)
                if figures.script_data(texts):
                    found.append((language, slug, texts["figure"]))
    return found


PLACES = places()
each_figure = pytest.mark.parametrize(("language", "slug", "name"), PLACES)
each_name = pytest.mark.parametrize(
    ("slug", "name"),
    [(slug, name) for language, slug, name in PLACES if language == "en"],
)


class Figure:
    """A live figure, as a reader handles it."""

    def __init__(self, page: Page, name: str) -> None:
        """Go to the figure, and wait until it is live."""
        self.page = page
        self.all = page.locator(f"#figure-{name}")
        self.all.scroll_into_view_if_needed()
        self.svg = self.all.locator("svg.dl-live")
        expect(self.svg).to_be_visible()
        self.says = self.all.locator(".dl-live__says")
        self.told = self.all.locator(".dl-live__buttons [role=status]")

    def inputs(self) -> list[Locator]:
        """Return what the keyboard sets: sliders, and one of each group of choices."""
        ranges = self.all.locator("[type=range]").all()
        groups = self.all.locator("fieldset").all()
        return [*ranges, *(each.locator("input:checked") for each in groups)]

    @property
    def words(self) -> str:
        """All that it says."""
        return self.all.locator(".dl-live__panel").inner_text()

    def numbers(self) -> list[float]:
        """Return the numbers that it says, in their order."""
        said = self.all.locator(".dl-live__formula, .dl-live__says").all_inner_texts()
        return [
            float(each.replace("−", "-")) for each in NUMBER.findall(" ".join(said))
        ]


@pytest.fixture
def figure(visit: Callable[..., Visit]) -> Callable[..., Figure]:
    """Open a page at a live figure."""

    def open_at(language: str, slug: str, name: str, **options: object) -> Figure:
        return Figure(visit(f"{language}/{slug}/", **options).page, name)

    return open_at


def test_every_live_figure_has_its_numbers_here() -> None:
    assert {name for *_, name in PLACES} == EXPECTED.keys()
    assert all(len(each.settings) >= 5 for each in EXPECTED.values())


@each_figure
def test_a_figure_becomes_what_it_was_drawn_as(
    figure: Callable[..., Figure], language: str, slug: str, name: str
) -> None:
    seen = figure(language, slug, name)
    live = seen.svg.evaluate(DRAWN)
    seen.all.locator(".dl-drawn").evaluate("svg => { svg.style.display = 'block' }")
    drawn = seen.all.locator(".dl-drawn").evaluate(DRAWN)
    assert live.keys() == drawn.keys()
    for key, points in drawn.items():
        assert len(live[key]) == len(points), key
        for found, wanted in zip(live[key], points, strict=True):
            assert found == pytest.approx(wanted, abs=2), key


@each_figure
def test_a_figure_is_sound_in_both_schemes_and_on_a_phone(
    visit: Callable[..., Visit], axe: str, language: str, slug: str, name: str
) -> None:
    seen = visit(f"{language}/{slug}/", viewport={"width": 360, "height": 780})
    one = Figure(seen.page, name)
    seen.page.add_style_tag(content="* { transition: none !important }")
    found = []
    for scheme in SCHEMES:
        seen.page.emulate_media(color_scheme=scheme)
        found += violations(seen.page, axe) + seen.page.evaluate(OVERFLOW)
    assert found == []
    for each in one.all.locator(HELD).all():
        box = each.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
    assert seen.complaints == []
    assert [url for url in seen.requests if not url.startswith(seen.address)] == []


@each_figure
def test_a_figure_answers_the_keyboard(
    figure: Callable[..., Figure], language: str, slug: str, name: str
) -> None:
    seen = figure(language, slug, name)
    first = seen.says.inner_text()
    for number in range(len(seen.inputs())):
        before = seen.says.inner_text()
        seen.inputs()[number].focus()
        keys = ("ArrowRight", "ArrowLeft", "ArrowLeft")
        said = []
        for key in keys:
            seen.page.keyboard.press(key)
            said.append(seen.says.inner_text())
        assert set(said) != {before}
    assert seen.says.inner_text() != first
    seen.all.locator("[data-do=reset]").press("Enter")
    expect(seen.says).to_have_text(first)
    # One after the other, in the order in which they stand.
    seen.inputs()[0].focus()
    stops = seen.all.locator("[type=range], [type=text], fieldset, button").count()
    for _ in range(stops - 1):
        seen.page.keyboard.press("Tab")
    expect(seen.all.locator("button").last).to_be_focused()


@each_figure
def test_a_figure_says_what_derivlearn_computes(
    visit: Callable[..., Visit], language: str, slug: str, name: str
) -> None:
    expected = EXPECTED[name]
    for values in expected.settings:
        settings = urlencode(values)
        page = visit(f"{language}/{slug}/#figure-{name}~{settings}").page
        seen = Figure(page, name)
        expect(seen.all).to_be_in_viewport()
        found, wanted = seen.numbers(), expected.numbers(**values)
        rest = iter(found)
        for number in wanted:
            assert any(each == pytest.approx(number, rel=1e-9) for each in rest), (
                f"{values}: {number} is not among {found}, in its turn"
            )


@each_name
def test_no_number_is_answered_without_words(
    figure: Callable[..., Figure], slug: str, name: str
) -> None:
    seen = figure("en", slug, name)
    for number in range(seen.all.locator("[type=text]").count()):
        box = seen.all.locator("[type=text]").nth(number)
        for text in EXTREME:
            box.fill(text)
            box.press("Enter")
            assert len(seen.says.inner_text()) > 20
            assert not re.search("NaN|Infinity|undefined|null", seen.words), text
            drawn = seen.svg.evaluate("svg => svg.outerHTML")
            assert not re.search("NaN|Infinity|undefined", drawn), text
        before = seen.says.inner_text()
        for text in NO_NUMBERS:
            box.fill(text)
            box.press("Enter")
            expect(seen.told).to_contain_text("is not a number")
            assert seen.says.inner_text() == before
        seen.all.locator("[data-do=reset]").click()


@each_name
def test_settings_are_carried_by_a_link(
    figure: Callable[..., Figure], visit: Callable[..., Visit], slug: str, name: str
) -> None:
    seen = figure("en", slug, name, permissions=["clipboard-read", "clipboard-write"])
    seen.inputs()[0].press("ArrowLeft")
    said = seen.says.inner_text()
    seen.all.locator("[data-do=link]").click()
    expect(seen.told).to_contain_text("Copied")
    link = seen.page.evaluate("() => navigator.clipboard.readText()")
    other = visit(f"en/{slug}/{link[link.index('#') :]}").page
    expect(Figure(other, name).says).to_have_text(said)


@each_name
@pytest.mark.parametrize("settings", ["", "x", "nothing=1", "=", "x=one&dx=2", "%E0"])
def test_a_damaged_link_is_told_and_shows_the_start(
    visit: Callable[..., Visit], slug: str, name: str, settings: str
) -> None:
    seen = Figure(visit(f"en/{slug}/#figure-{name}~{settings}").page, name)
    expect(seen.says).to_contain_text("could not be read")
    for each in seen.inputs():
        each.press("ArrowLeft")
    expect(seen.says).not_to_contain_text("could not be read")


@each_name
def test_what_a_reader_can_hold_can_be_dragged(
    figure: Callable[..., Figure], slug: str, name: str
) -> None:
    seen = figure("en", slug, name)
    for handle in seen.svg.locator("[data-drag]").all():
        seen.all.locator("[data-do=reset]").click()
        before = seen.says.inner_text()
        handle.evaluate("each => each.scrollIntoView({block: 'center'})")
        box = handle.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 43.9
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        seen.page.mouse.move(x, y)
        seen.page.mouse.down()
        seen.page.mouse.move(x - 25, y + 4, steps=4)
        assert seen.says.inner_text() != before
        seen.page.mouse.up()
        after = seen.says.inner_text()
        seen.page.mouse.move(x, y)
        assert seen.says.inner_text() == after
        # A finger that moves upwards scrolls the page.
        assert handle.evaluate("each => getComputedStyle(each).touchAction") == "pan-y"


@each_name
def test_a_figure_that_is_left_leaves_nothing_behind(
    figure: Callable[..., Figure], slug: str, name: str
) -> None:
    seen = figure("en", slug, name)
    cdp = seen.page.context.new_cdp_session(seen.page)

    def left(*, live: bool) -> dict[str, int]:
        """Go to the page anew; return what there is once nothing else is needed."""
        seen.page.evaluate(NAVIGATE, live)
        if live:
            again = Figure(seen.page, name)
            again.inputs()[0].press("ArrowLeft")
        cdp.send("HeapProfiler.collectGarbage")
        counts: dict[str, int] = cdp.send("Memory.getDOMCounters")
        return counts

    one, *_, other = [left(live=True) for _ in range(4)]
    # The theme itself adds a few listeners each time.
    less, *_, least = [left(live=False) for _ in range(4)]
    assert seen.page.locator(".dl-live, .dl-live__panel").count() == 0
    for key in ("nodes", "jsEventListeners"):
        assert other[key] - one[key] <= least[key] - less[key], key
    assert least["nodes"] < other["nodes"]


def test_a_page_without_a_figure_loads_nothing_of_it(
    visit: Callable[..., Visit],
) -> None:
    seen = visit("en/glossary/")
    assert not any("/assets/figures/" in url for url in seen.requests)


def test_the_scripts_of_a_figure_are_light() -> None:
    sizes = {
        path.stem: len(gzip.compress(path.read_bytes())) for path in SCRIPTS.iterdir()
    }
    names = {name for *_, name in PLACES}
    shared = sum(size for name, size in sizes.items() if name not in names)
    assert all(shared + sizes[name] <= BUDGET for name in names), sizes


@each_name
def test_the_drawn_picture_is_what_is_printed(
    figure: Callable[..., Figure], slug: str, name: str
) -> None:
    seen = figure("en", slug, name)
    seen.page.emulate_media(media="print")
    expect(seen.svg).to_be_hidden()
    expect(seen.all.locator(".dl-live__panel")).to_be_hidden()
    expect(seen.all.locator(".dl-drawn")).to_be_visible()
