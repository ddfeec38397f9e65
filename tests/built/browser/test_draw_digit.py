"""A reader draws a digit with a mouse, a finger or the keyboard, and it is read."""

import re
from collections.abc import Callable, Sequence

import pytest
from figures.draw_digit import drawing as draw_digit
from figures.shared import images
from playwright.sync_api import expect

from tests.built.browser import told
from tests.built.browser.conftest import Visit
from tests.built.browser.test_figures import Figure
from tests.figures import drawings

SAYS = told.figure("draw-digit")
FULL = SAYS["full"].strip()
# A drawing of each of these digits that is read right.
DRAWINGS = {each.digit: each for each in drawings.drawings() if each.style in {0, 2}}
PLACES = len(drawings.PLACES)
# The 64 shades that the picture shows, read from its squares.
SHADES = r"""svg => {
  const found = Array(64).fill(0)
  for (let shade = 1; shade <= 16; shade += 1) {
    const path = svg.querySelector(`[data-part=seen-${shade}]`)
    for (const [, x, y] of path.getAttribute("d").matchAll(/M(\d) (\d)/g)) {
      found[+x + 8 * y] = shade
    }
  }
  return found
}"""
# A finger that scrolls has done so by the next but one picture of the page.
PAINTED = """() => new Promise(
  done => requestAnimationFrame(() => requestAnimationFrame(done))
)"""


class Drawing(Figure):
    """The figure, as somebody who draws handles it."""

    def __init__(self, visit: Visit) -> None:
        """Find the surface."""
        super().__init__(visit.page, "draw-digit")
        self.surface = self.svg.locator("[data-draw]")
        self.look()

    def look(self) -> None:
        """Have all of the surface in sight, and note where it is."""
        self.surface.evaluate("each => each.scrollIntoView({block: 'center'})")
        box = self.surface.bounding_box()
        assert box
        self.box = box

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return where a place of the surface is on the screen."""
        left, top = self.box["x"], self.box["y"]
        across, down = self.box["width"] / PLACES, self.box["height"] / PLACES
        return left + (x + 0.5) * across, top + (y + 0.5) * down

    def draw(self, strokes: Sequence[drawings.Stroke]) -> None:
        """Draw strokes with a mouse."""
        self.look()
        mouse = self.page.mouse
        for first, *others in strokes:
            mouse.move(*self.at(*first))
            mouse.down()
            for point in others:
                mouse.move(*self.at(*point))
            mouse.up()

    def link(self) -> str:
        """Return the settings that a link to the figure carries."""
        self.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.press("link")
        expect(self.told).not_to_be_empty()
        copied = str(self.page.evaluate("() => navigator.clipboard.readText()"))
        return copied.partition("~")[2]

    def answer(self) -> str:
        """Return the digit that stands below the surface."""
        return self.svg.locator("[data-part=answer]").text_content() or ""


@pytest.fixture
def drawing(visit: Callable[..., Visit]) -> Drawing:
    """The figure at its start."""
    return Drawing(visit("en/digits/", viewport={"width": 900, "height": 900}))


def read_as(**values: object) -> re.Pattern[str]:
    """Return what finds what is said of a drawing, however sure it is."""
    sure = ("sure", "fairly", "unsure")
    return told.either(*(told.like(SAYS[each], **values) for each in sure))


@pytest.mark.parametrize("digit", [0, 1, 3, 7])
def test_what_is_drawn_with_the_mouse_is_read(drawing: Drawing, digit: int) -> None:
    drawing.draw(DRAWINGS[digit].strokes)
    assert drawing.answer() == str(digit)
    assert drawing.value_of("sample") == "6"
    # All that it says is what `derivlearn` makes of what the picture shows.
    shades = drawing.svg.evaluate(SHADES)
    shares = draw_digit.network().forward([each / images.DARKEST for each in shades])
    assert shares.argmax() == digit
    share = f"{shares.max():.2f}"
    expect(drawing.says).to_contain_text(read_as(answer=digit, share=share))
    shown = [
        drawing.svg.locator(f"[data-part=share-{each}]").text_content()
        for each in range(10)
    ]
    assert shown == [f"{share:.2f}" for share in shares]


@pytest.mark.parametrize(
    ("settings", "share", "word"),
    [
        ("sample=0", "0.41", "unsure"),
        (f"sample=6&drawing={drawings.UNCLEAR}", "0.72", "unsure"),
        ("sample=3", "0.96", "fairly"),
        ("sample=5", "1.00", "sure"),
    ],
)
def test_how_sure_it_is_goes_by_the_groups_of_the_chapter(
    drawing: Drawing, settings: str, share: str, word: str
) -> None:
    drawing.follow(settings)
    for part, shown in (("word", SAYS[f"word-{word}"]), ("share", share)):
        expect(drawing.svg.locator(f"[data-part={part}]")).to_have_text(shown)
    expect(drawing.says).to_contain_text(told.like(SAYS[word], share=share))


def test_it_is_read_while_it_is_drawn(drawing: Drawing) -> None:
    said = set()
    for first, *others in DRAWINGS[3].strokes:
        drawing.page.mouse.move(*drawing.at(*first))
        drawing.page.mouse.down()
        for point in others:
            drawing.page.mouse.move(*drawing.at(*point))
            said.add(drawing.says.inner_text())
    assert len(said) > len(others) / 2
    assert all(read_as().search(each) for each in said)


def the_pen(how: str, **values: int) -> re.Pattern[str]:
    """Return what finds what is said of the pen."""
    return told.like(SAYS[f"pen-{how}"], **values)


def test_a_digit_is_drawn_with_the_keyboard(drawing: Drawing) -> None:
    keyboard, pen = drawing.page.keyboard, drawing.svg.locator("[data-part=pen]")
    drawing.surface.focus()
    drawing.page.keyboard.press("Tab")
    drawing.page.keyboard.press("Shift+Tab")
    expect(drawing.surface).to_be_focused()
    expect(pen).to_be_visible()
    expect(drawing.says).to_contain_text(the_pen("up", across=32, down=32))
    before = drawing.page.evaluate("scrollY")

    for key, times in (("ArrowLeft", 10), ("ArrowUp", 13)):
        for _ in range(times):
            keyboard.press(key)
    expect(drawing.says).to_contain_text(the_pen("up", across=12, down=6))
    # Where the pen is up, the image stays.
    assert drawing.value_of("sample") == "5"
    keyboard.press("Space")
    expect(drawing.says).to_contain_text(the_pen("down", across=12, down=6))
    assert drawing.value_of("sample") == "6"
    for _ in range(16):
        keyboard.press("ArrowRight")
    for _ in range(8):
        for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowLeft"):
            keyboard.press(key)
    keyboard.press("Enter")
    expect(drawing.says).to_contain_text(the_pen("up"))
    assert drawing.answer() == "7"
    assert drawing.page.evaluate("scrollY") == before
    text = drawing.link()
    drawing.surface.focus()
    keyboard.press("ArrowUp")
    assert drawing.link() == text
    drawing.surface.focus()
    keyboard.press("Escape")
    expect(drawing.says).to_contain_text(SAYS["empty"])
    keyboard.press("Tab")
    expect(drawing.surface).not_to_be_focused()
    expect(drawing.says).not_to_contain_text(
        told.either(the_pen("up"), the_pen("down"))
    )
    expect(pen).to_be_hidden()


def test_screen_readers_are_told_how_to_draw(drawing: Drawing) -> None:
    expect(drawing.surface).to_have_role("application")
    expect(drawing.surface).to_have_accessible_name(SAYS["surface"])
    assert min(drawing.box["width"], drawing.box["height"]) > 150
    expect(drawing.says).to_have_role("status")


def test_a_drawing_is_kept_while_a_sample_is_looked_at_and_cleared_by_a_button(
    drawing: Drawing,
) -> None:
    drawing.draw(DRAWINGS[0].strokes)
    said = drawing.says.inner_text()
    radios = drawing.all.locator("[type=radio]")
    radios.first.check()
    expect(drawing.says).to_contain_text(
        told.like(SAYS["sample-is"], number=4, label=4)
    )
    expect(drawing.says).to_contain_text(SAYS["wrong"].strip())
    radios.last.check()
    expect(drawing.says).to_have_text(said)
    for chosen in (radios.last, radios.first):
        chosen.check()
        drawing.press("clear-drawing")
        expect(drawing.says).to_contain_text(SAYS["empty"])
    assert drawing.answer() == "–"
    assert not re.search("NaN|Infinity|undefined|null", drawing.all.inner_html())


def test_on_a_sample_a_drawing_begins_anew(drawing: Drawing) -> None:
    drawing.draw(DRAWINGS[0].strokes)
    drawing.all.locator("[type=radio]").first.check()
    drawing.draw(DRAWINGS[1].strokes)
    assert drawing.answer() == "1"


def test_another_stroke_goes_on_with_the_drawing(drawing: Drawing) -> None:
    drawing.draw([[(20, 10), (20, 50)]])
    drawing.draw([[(40, 10), (40, 50)]])
    assert drawing.link().count(".") == 1


def test_a_link_brings_the_drawing(visit: Callable[..., Visit]) -> None:
    text = DRAWINGS[3].text
    figure = Drawing(visit(f"en/digits/#figure-draw-digit~sample=6&drawing={text}"))
    assert figure.answer() == "3"
    assert figure.link() == f"sample=6&drawing={text}"


def test_a_drawing_that_grows_too_long_keeps_what_there_is(drawing: Drawing) -> None:
    scribble: drawings.Stroke = [(x * 29 % PLACES, x * 17 % PLACES) for x in range(700)]
    drawing.draw([scribble])
    expect(drawing.says).to_contain_text(FULL)
    drawn = drawing.link().partition("drawing=")[2]
    assert draw_digit.LONGEST - 2 <= len(drawn) <= draw_digit.LONGEST
    drawing.draw([[(5, 5), (50, 50)]])
    assert drawing.link().endswith(drawn)
    expect(drawing.says).to_contain_text(FULL)
    said = drawing.says.inner_text().removeprefix(FULL)
    drawing.follow(f"sample=6&drawing={drawn}")
    assert drawing.says.inner_text() in said
    drawing.press("clear-drawing")
    drawing.draw(DRAWINGS[1].strokes)
    assert drawing.answer() == "1"
    expect(drawing.says).not_to_contain_text(FULL)


def test_a_pen_that_leaves_the_surface_stays_at_its_edge(drawing: Drawing) -> None:
    drawing.draw([[(20, 20), (-30, 20), (-30, 90), (20, 90)]])
    drawn = drawing.link().partition("drawing=")[2]
    assert re.fullmatch(draw_digit.LIKE, drawn)
    assert {"0k", "0_", "k_"} <= set(re.findall("..", drawn))


def test_only_the_primary_button_draws(drawing: Drawing) -> None:
    drawing.page.mouse.move(*drawing.at(20, 20))
    drawing.page.mouse.down(button="right")
    drawing.page.mouse.move(*drawing.at(40, 40))
    drawing.page.mouse.up(button="right")
    assert drawing.value_of("sample") == "5"


def test_a_finger_draws_on_the_surface_and_scrolls_beside_it(
    visit: Callable[..., Visit],
) -> None:
    options = {"viewport": {"width": 360, "height": 780}, "has_touch": True}
    drawing = Drawing(visit("ja/digits/", **options))
    cdp = drawing.page.context.new_cdp_session(drawing.page)

    def swipe(points: Sequence[tuple[float, float]]) -> float:
        before = drawing.page.evaluate("scrollY")
        for kind, (x, y) in zip(
            ["touchStart"] + ["touchMove"] * (len(points) - 1), points, strict=True
        ):
            touch = {"type": kind, "touchPoints": [{"x": x, "y": y}]}
            cdp.send("Input.dispatchTouchEvent", touch)
        cdp.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        drawing.page.evaluate(PAINTED)
        after = drawing.page.evaluate("scrollY")
        return float(after - before)

    upright = [drawing.at(30, y) for y in range(60, 5, -3)]
    assert swipe(upright) == 0
    assert drawing.answer() == "1"
    left, right = drawing.box["x"], drawing.box["x"] + drawing.box["width"]
    beside = [(right + 60, y) for _, y in upright]
    assert left < right < 300
    assert swipe(beside) > 50
    assert drawing.answer() == "1"
