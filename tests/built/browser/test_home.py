"""The home page: something to take hold of, one way in, and below them the path."""

from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import expect

from derivlearn_site.pages import page as pages
from derivlearn_site.pages import spine, way
from tests.built.browser import told
from tests.built.browser.conftest import Visit
from tests.built.browser.test_draw_digit import DRAWINGS, Drawing
from tests.built.conftest import BOOK, path_of

CHAPTERS = spine.chapters(BOOK)
PHONES, DESK = ((360, 740), (390, 844)), (1440, 900)
WAY_IN = ".dl-way-in p > a"
ROWS = "li[data-chapter]"
# The least that a finger hits.
FINGER = 44
SURFACE, ANSWER = (f"svg.dl-live [data-part={each}]" for each in ("surface", "answer"))
# Which of these are not seen in full before anything is scrolled.
BELOW = """selectors => selectors.filter(each => {
  const {top, bottom} = document.querySelector(each).getBoundingClientRect()
  return top < 0 || bottom > innerHeight || top === bottom
})"""
HEIGHT = "each => each.getBoundingClientRect().height"


class FirstScreen(Drawing):
    """The figure of the home page, of which nothing is scrolled into sight."""

    def look(self) -> None:
        """Go back to the top, and note where the surface is."""
        self.page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
        box = self.surface.bounding_box()
        assert box
        self.box = box


def size(width: int, height: int) -> dict[str, object]:
    return {"viewport": {"width": width, "height": height}, "has_touch": width < 600}


@pytest.mark.parametrize(
    ("language", "screen"), list(product(BOOK.languages, (*PHONES, DESK)))
)
def test_what_is_taken_hold_of_is_on_the_first_screen_and_answers(
    visit: Callable[..., Visit], language: str, screen: tuple[int, int]
) -> None:
    seen = visit(path_of(language, "index"), **size(*screen))
    drawing = FirstScreen(seen)
    assert seen.page.evaluate(BELOW, ["h1", WAY_IN, SURFACE, ANSWER]) == []
    said = told.figure("draw-digit", language)
    drawing.draw(DRAWINGS[7].strokes)
    assert drawing.answer() == "7"
    sure = (told.like(said[each], answer=7) for each in ("sure", "fairly"))
    expect(drawing.says).to_contain_text(told.either(*sure))
    assert seen.page.evaluate("scrollY") == 0
    assert seen.complaints == []


@pytest.mark.parametrize("language", BOOK.languages)
def test_the_way_in_and_the_way_on_lead_to_the_first_chapter(
    visit: Callable[..., Visit], language: str
) -> None:
    page = visit(path_of(language, "index"), **size(*PHONES[0])).page
    first = path_of(language, CHAPTERS[0])
    assert page.locator(WAY_IN).evaluate(HEIGHT) >= FINGER
    expect(page.locator(".md-footer__link--next")).to_have_attribute(
        "href", f"{CHAPTERS[0]}/"
    )
    page.locator(WAY_IN).click()
    page.wait_for_url(f"**/{first}")


@pytest.mark.parametrize("language", BOOK.languages)
def test_the_path_has_a_row_for_each_chapter_and_all_of_it_leads_there(
    visit: Callable[..., Visit], language: str
) -> None:
    page = visit(path_of(language, "index"), **size(*PHONES[0])).page
    rows = page.locator(ROWS)
    assert rows.evaluate_all("all => all.map(each => each.dataset.chapter)") == [
        *CHAPTERS
    ]
    numbers = rows.evaluate_all("all => all.map(each => each.value)")
    assert numbers == list(range(1, len(CHAPTERS) + 1))
    assert min(rows.evaluate_all(f"all => all.map({HEIGHT})")) >= FINGER
    for slug, row in zip(CHAPTERS, rows.all(), strict=True):
        source = pages.outline(BOOK.docs / language / f"{slug}.md", BOOK)
        expect(row).to_contain_text(source.meta[way.KEY])
        expect(row.locator("a")).to_have_attribute("href", f"{slug}/")
    # Below the title, at the very edge.
    last = rows.last
    box = last.bounding_box()
    assert box
    last.click(position={"x": box["width"] - 2, "y": box["height"] - 3})
    page.wait_for_url(f"**/{path_of(language, CHAPTERS[-1])}")


def test_without_scripts_the_picture_the_way_in_and_the_path_are_there(
    visit: Callable[..., Visit],
) -> None:
    page = visit("ja/", java_script_enabled=False, **size(*PHONES[0])).page
    picture = page.locator("#figure-draw-digit > svg").first
    expect(picture).to_be_visible()
    box = picture.bounding_box()
    assert box
    assert box["y"] + box["height"] < PHONES[0][1]
    expect(page.locator(WAY_IN)).to_be_visible()
    expect(page.locator(ROWS)).to_have_count(len(CHAPTERS))


@pytest.mark.parametrize("screen", [*PHONES, DESK])
def test_the_way_to_where_a_reader_stopped_has_its_room(
    visit: Callable[..., Visit], screen: tuple[int, int]
) -> None:
    page = visit("ja/", **size(*screen)).page
    room = page.locator(".dl-way-in")
    before = room.evaluate(HEIGHT)
    page.locator(".dl-continue").evaluate("each => { each.hidden = false }")
    assert room.evaluate(HEIGHT) == before
    expect(page.locator(".dl-continue a")).to_be_in_viewport()
