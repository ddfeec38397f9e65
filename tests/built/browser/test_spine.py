"""A reader knows where they are in the book, and finds where they were."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from derivlearn_site.pages import glossary, spine
from tests.built.browser.conftest import Visit
from tests.built.browser.test_every_page import violations
from tests.built.conftest import BOOK, PAGES, STRINGS, TEXTS, in_turn, path_of

Open = Callable[..., Visit]

DESK = {"viewport": {"width": 1440, "height": 900}}
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
}
CHAPTERS = spine.chapters(BOOK)
# A chapter in the middle of a part, both that begin one, and the last.
COLD = [
    CHAPTERS[4],
    *(BOOK.sections[part][0] for part in BOOK.parts),
    CHAPTERS[-4],
    CHAPTERS[-1],
]
SLUG = CHAPTERS[6]
KEY = f"{BOOK.config['site_name']}.memory"

each_language = pytest.mark.parametrize("language", BOOK.languages)
on_phone_and_desk = pytest.mark.parametrize(
    "size", [PHONE, DESK], ids=["phone", "desk"]
)


def kept(page: Page) -> Any:  # noqa: ANN401 - whatever is there
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY) or "null")


def memory(**chapters: object) -> str:
    """Return a script that lets a page find what an earlier visit has kept."""
    [*_, last] = chapters
    text = json.dumps({"version": 1, "last": last, "chapters": chapters})
    return f"localStorage.getItem({KEY!r}) ?? localStorage.setItem({KEY!r}, {text!r})"


def in_navigation(page: Page, slug: str) -> Locator:
    number = CHAPTERS.index(slug) + 1
    links = page.locator(".md-nav--primary a.md-nav__link:has(.dl-number)")
    return links.nth(number - 1)


def headings(page: Page) -> list[str]:
    found = page.evaluate("[...document.querySelectorAll('article h2')].map(h => h.id)")
    return [str(each) for each in found]


def go_to(page: Page, heading: str) -> None:
    page.evaluate("id => document.getElementById(id).scrollIntoView()", heading)
    page.wait_for_timeout(300)


# Where one is.


@each_language
def test_each_chapter_says_its_number_as_the_navigation_does(
    visit: Open, language: str
) -> None:
    page = visit(f"{language}/{SLUG}/", **DESK).page
    numbers = page.locator("a .dl-number").all_text_contents()
    assert numbers == [str(n + 1) for n in range(len(CHAPTERS))]
    line = page.locator(".dl-place")
    assert f"{CHAPTERS.index(SLUG) + 1}" in line.inner_text()
    assert f"{len(CHAPTERS)}" in line.inner_text()
    above, title = line.bounding_box(), page.locator("h1").bounding_box()
    assert above
    assert title
    assert above["y"] + above["height"] <= title["y"]


@pytest.mark.parametrize(
    ("language", "slug", "size"),
    [
        (*place, size)
        for turn, size in enumerate((PHONE, DESK))
        for place in in_turn([each for each in PAGES if each[1] in COLD], turn)
    ],
)
def test_two_presses_lead_to_the_chapter_before_to_the_start_and_to_the_list(
    visit: Open, slug: str, size: dict[str, object], language: str
) -> None:
    place = CHAPTERS.index(slug)
    before = CHAPTERS[place - 1] if place else "index"
    seen = visit(f"{language}/{slug}/", **size)
    page = seen.page
    for target in (before, CHAPTERS[0], "index"):
        page.goto(f"{seen.address}{language}/{slug}/")
        # Far down on the page, where a link to a heading would lead.
        page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
        if size is PHONE:
            page.locator(".md-header label[for=__drawer]").tap()
        link = page.locator(".md-nav--primary > .md-nav__list > li > a").first
        if target != "index":
            link = in_navigation(page, target)
        if target != slug:
            link.click()
            page.wait_for_url(f"**/{path_of(language, target)}")


@each_language
def test_the_line_leads_to_what_lists_all(visit: Open, language: str) -> None:
    page = visit(f"{language}/{SLUG}/", **PHONE).page
    page.locator(".dl-place a").first.tap()
    page.wait_for_url(f"**/{language}/#*")
    expect(page.locator(f"[data-chapter={SLUG}]")).to_be_attached()


def test_the_list_on_a_phone_opens_at_this_chapter(visit: Open) -> None:
    slug = CHAPTERS[-2]
    page = visit(f"ja/{slug}/", **PHONE).page
    page.locator(".md-header label[for=__drawer]").tap()
    active = page.locator(".md-nav__item--active:not(.md-nav__item--nested) > label")
    expect(active).to_be_in_viewport()


@each_language
def test_the_table_of_contents_marks_the_section_that_is_read(
    visit: Open, language: str
) -> None:
    page = visit(f"{language}/{SLUG}/", **DESK).page
    active = page.locator(".md-sidebar--secondary .md-nav__link--active")
    assert active.count() == 0  # at the top, above all sections
    colour = "e => getComputedStyle(e).color"
    for heading in headings(page)[:-2]:  # the last ones cannot come to the top
        go_to(page, heading)
        expect(active.last).to_have_attribute("href", f"#{heading}")
        # As the chapter itself in the navigation, and not as what was passed.
        chapter = in_navigation(page, SLUG).evaluate(colour)
        assert active.last.evaluate(colour) == chapter
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(300)
    end = page.locator(".md-sidebar--secondary .md-nav__link").all()
    last_passed = [
        each
        for each in end
        if page.evaluate(
            "id => document.getElementById(id).getBoundingClientRect().top < 100",
            (each.get_attribute("href") or "")[1:],
        )
    ][-1]
    expect(active.last).to_have_attribute(
        "href", last_passed.get_attribute("href") or ""
    )


# What one has read.


@each_language
@on_phone_and_desk
def test_a_chapter_is_begun_when_its_second_heading_is_passed(
    visit: Open, size: dict[str, object], language: str
) -> None:
    page = visit(f"{language}/{SLUG}/", **size).page
    mark = in_navigation(page, SLUG).locator(".dl-mark")
    first, second, third, *_ = headings(page)
    go_to(page, first)
    assert kept(page) is None
    go_to(page, second)
    expect(mark).to_have_text(f" ({STRINGS[language]['begun_mark']})")
    assert kept(page)["chapters"] == {SLUG: {"at": second}}
    go_to(page, third)
    assert kept(page)["chapters"] == {SLUG: {"at": third}}
    go_to(page, second)
    assert kept(page)["chapters"] == {SLUG: {"at": second}}


def test_a_look_at_a_heading_begins_nothing(visit: Open) -> None:
    page = visit(f"en/{SLUG}/#exercises", **DESK).page
    page.wait_for_timeout(500)
    assert kept(page) is None


@each_language
@on_phone_and_desk
def test_a_chapter_is_finished_when_its_reader_says_so_until_they_take_it_back(
    visit: Open, size: dict[str, object], language: str
) -> None:
    page = visit(f"{language}/{SLUG}/", **size).page
    box = page.get_by_role("checkbox", name=STRINGS[language]["finished"])
    mark = in_navigation(page, SLUG).locator(".dl-mark")
    box.check()
    expect(mark).to_have_text(f" ({STRINGS[language]['finished_mark']})")
    room = page.locator(".dl-finished label").bounding_box()
    assert room
    assert room["height"] >= 44
    page.reload()
    expect(box).to_be_checked()
    finished = mark.evaluate("e => getComputedStyle(e, '::before').borderRadius")
    box.uncheck()
    expect(mark).to_have_text(f" ({STRINGS[language]['begun_mark']})")
    begun = mark.evaluate("e => getComputedStyle(e, '::before').borderRadius")
    assert begun != finished  # the form says it, not the colour alone
    page.reload()
    expect(box).not_to_be_checked()


def test_who_came_to_the_end_by_a_link_has_finished_the_chapter_all_the_same(
    visit: Open,
) -> None:
    page = visit(f"en/{SLUG}/#exercises", **DESK).page
    page.locator(".dl-finished input").check()
    expect(in_navigation(page, SLUG).locator(".dl-mark")).to_be_visible()
    assert kept(page)["chapters"][SLUG]["finished"] is True


def test_another_tab_hears_of_it(visit: Open) -> None:
    one = visit(f"en/{SLUG}/", **DESK).page
    context: BrowserContext = one.context
    other = context.new_page()
    other.goto(one.url.replace(SLUG, CHAPTERS[0]))
    go_to(other, headings(other)[2])
    one.locator(".dl-finished input").check()
    for page in (one, other):
        mark = in_navigation(page, SLUG).locator(".dl-mark--finished")
        expect(mark).to_have_count(1)
    assert kept(one)["chapters"].keys() == {SLUG, CHAPTERS[0]}


NOT_KEPT = {
    "forbidden": "Object.defineProperty(window, 'localStorage', { get() { throw new "
    "DOMException('no', 'SecurityError') } })",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('no', "
    "'QuotaExceededError') }",
}
DAMAGED = ["", "{", "null", "3", "[]", '{"version":1}', '{"version":1,"chapters":[3]}']
DAMAGED.append('{"version":1,"chapters":{"SLUG":3,"x":null},"last":5}')


@pytest.mark.parametrize("how", NOT_KEPT)
def test_where_nothing_can_be_kept_the_page_remembers(visit: Open, how: str) -> None:
    seen = visit("en/", **DESK)
    page = seen.page
    page.add_init_script(NOT_KEPT[how])
    seen.open(f"en/{SLUG}/")
    go_to(page, headings(page)[2])
    expect(in_navigation(page, SLUG).locator(".dl-mark--begun")).to_have_count(1)
    page.locator(".dl-finished input").check()
    expect(in_navigation(page, SLUG).locator(".dl-mark--finished")).to_have_count(1)
    # The theme itself complains where storage is forbidden.
    assert [each for each in seen.complaints if each != "no"] == []


@pytest.mark.parametrize("text", DAMAGED)
def test_what_is_damaged_is_as_nothing(visit: Open, text: str) -> None:
    seen = visit("en/", **DESK)
    page = seen.page
    page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)",
        [KEY, text.replace("SLUG", SLUG)],
    )
    for path in ("en/", f"en/{SLUG}/"):
        seen.open(path)
        assert page.locator(".dl-mark").count() == 0
    expect(page.locator(".dl-continue")).to_have_count(0)
    page.locator(".dl-finished input").check()
    expect(in_navigation(page, SLUG).locator(".dl-mark--finished")).to_have_count(1)
    page.wait_for_timeout(200)
    assert kept(page)["chapters"][SLUG]["finished"] is True
    assert seen.complaints == []


def test_what_another_version_of_the_book_keeps_is_left_alone(visit: Open) -> None:
    seen = visit("en/", **DESK)
    page = seen.page
    text = json.dumps({"version": 2, "chapters": {SLUG: {"finished": True}}})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    seen.open(f"en/{SLUG}/")
    page.locator(".dl-finished input").check()
    expect(in_navigation(page, SLUG).locator(".dl-mark--finished")).to_have_count(1)
    assert kept(page) == json.loads(text)


def test_what_others_keep_beside_it_stays(visit: Open) -> None:
    seen = visit("en/", **DESK)
    page = seen.page
    text = json.dumps({"version": 1, "chapters": {}, "others": {"a": 1}})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    seen.open(f"en/{SLUG}/")
    page.locator(".dl-finished input").check()
    expect(in_navigation(page, SLUG).locator(".dl-mark--finished")).to_have_count(1)
    assert kept(page)["others"] == {"a": 1}


def test_a_list_of_chapters_anywhere_shows_the_marks(visit: Open) -> None:
    seen = visit("en/", **DESK)
    page = seen.page
    rows = "".join(f"<p data-chapter={slug}>{slug}</p>" for slug in CHAPTERS[:3])
    rows = f"<div class=added>{rows}</div>"
    page.add_init_script(memory(**{CHAPTERS[1]: {"finished": True}}))
    page.add_init_script(
        "document.addEventListener('readystatechange', () => "
        f"document.querySelector('article').insertAdjacentHTML('beforeend', '{rows}'),"
        "{ once: true })"
    )
    seen.open("en/")
    marks = page.locator(".added .dl-mark")
    expect(marks).to_have_count(1)
    row = page.locator(f".added [data-chapter={CHAPTERS[1]}]")
    assert STRINGS["en"]["finished_mark"] in row.inner_text()
    inside, outside = marks.bounding_box(), row.bounding_box()
    assert inside
    assert outside
    assert inside["y"] >= outside["y"]
    assert inside["y"] + inside["height"] <= outside["y"] + outside["height"]


@each_language
@on_phone_and_desk
def test_the_home_page_leads_back_to_the_heading_that_was_read_last(
    visit: Open, size: dict[str, object], language: str
) -> None:
    seen = visit(f"{language}/", **size)
    page = seen.page
    line = page.locator(".dl-continue")
    expect(line).to_be_hidden()
    seen.open(f"{language}/{SLUG}/")
    heading = headings(page)[3]
    go_to(page, heading)
    below = "document.querySelector('.dl-way-in ~ figure').offsetTop"
    page.add_init_script(
        f"addEventListener('DOMContentLoaded', () => window.at = {below})"
    )
    seen.open(f"{language}/")
    expect(line).to_be_visible()
    assert page.evaluate(f"{below} - at") == 0
    room = line.locator("a").bounding_box()
    assert room
    assert room["height"] >= 44
    line.locator("a").click()
    page.wait_for_url(f"**/{language}/{SLUG}/#{heading}")


def test_after_a_chapter_that_is_finished_comes_the_next(visit: Open) -> None:
    seen = visit("en/", **DESK)
    seen.page.add_init_script(memory(**{SLUG: {"at": "x", "finished": True}}))
    seen.open("en/")
    following = CHAPTERS[CHAPTERS.index(SLUG) + 1]
    link = seen.page.locator(".dl-continue a")
    assert (link.get_attribute("href") or "").endswith(f"/en/{following}/")


# Headings and terms.


@each_language
@on_phone_and_desk
def test_a_press_on_a_headings_sign_copies_its_link_and_says_so(
    visit: Open, size: dict[str, object], language: str
) -> None:
    page = visit(
        f"{language}/{SLUG}/", **size, permissions=["clipboard-read", "clipboard-write"]
    ).page
    second = headings(page)[1]
    sign = page.locator(f"#{second} .headerlink")
    sign.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    if size is PHONE:
        assert sign.evaluate("e => getComputedStyle(e).opacity") == "1"
        room = sign.evaluate(
            "e => { const r = getComputedStyle(e, '::before'); "
            "return [r.width, r.height] }"
        )
        assert room == ["44px", "44px"]
        sign.tap()
    else:
        sign.focus()
        page.keyboard.press("Enter")
    said = page.get_by_role("status").filter(
        has_text=TEXTS[language].runner["heading_copied"]
    )
    expect(said).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"/{language}/{SLUG}/#{second}")
    assert page.url == copied
    assert page.evaluate("scrollY") == before


def test_where_it_cannot_be_copied_the_address_bar_holds_it(visit: Open) -> None:
    page = visit(f"en/{SLUG}/", **DESK).page
    page.evaluate(
        "void (navigator.clipboard.writeText = () => Promise.reject(new Error()))"
    )
    second = headings(page)[1]
    page.locator(f"#{second} .headerlink").focus()
    page.keyboard.press("Enter")
    text = TEXTS["en"].runner["heading_in_address"]
    expect(page.get_by_role("status").filter(has_text=text)).to_be_visible()
    assert page.url.endswith(f"#{second}")


def terms(page: Page) -> Locator:
    return page.locator("article > p .dl-term")


def press(link: Locator, size: dict[str, object]) -> None:
    if size is PHONE:
        link.tap()
    else:
        link.click()


def outside(page: Page, panel: Locator) -> tuple[float, float]:
    """Return a place that a panel does not cover, below the header."""
    box = panel.bounding_box()
    assert box
    height = page.evaluate("innerHeight")
    below = box["y"] + box["height"] + 20
    return (5, below if below < height - 20 else max(box["y"] - 20, 60))


@each_language
@on_phone_and_desk
def test_a_term_shows_what_it_means_beside_itself(
    visit: Open, size: dict[str, object], language: str
) -> None:
    seen = visit(f"{language}/{SLUG}/", **size)
    page = seen.page
    here = page.url
    panel = page.get_by_role("dialog").filter(has=page.locator(".dl-panel__name"))
    for term in terms(page).all()[:3]:
        term.scroll_into_view_if_needed()
        id_ = (term.get_attribute("href") or "").partition("#")[2]
        [known] = [each for each in glossary.read(BOOK) if each.id == id_]
        assert term.get_attribute("title") is None
        press(term, size)
        expect(panel).to_be_visible()
        assert known.means(language) in panel.inner_text()
        assert panel.locator(".dl-panel__more").count() >= bool(known.slug)
        box = panel.bounding_box()
        assert box
        width, height = page.evaluate("[innerWidth, innerHeight]")
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= height
        lines = "e => [...e.getClientRects()].map(r => [r.top, r.bottom])"
        for top, bottom in term.evaluate(lines):
            assert bottom <= box["y"] or top >= box["y"] + box["height"]
        assert term.get_attribute("aria-expanded") == "true"
        page.mouse.click(*outside(page, panel))
        expect(panel).to_have_count(0)
        expect(term).to_have_attribute("aria-expanded", "false")
    assert page.url == here
    assert seen.complaints == []


@on_phone_and_desk
def test_a_second_press_closes_it_and_its_chapter_is_one_press_away(
    visit: Open, size: dict[str, object]
) -> None:
    page = visit(f"en/{SLUG}/", **size).page
    term, panel = terms(page).first, page.locator(".dl-panel")
    press(term, size)
    expect(panel).to_be_visible()
    press(term, size)
    expect(panel).to_have_count(0)
    press(term, size)
    expect(panel).to_be_visible()
    press(panel.locator(".dl-panel__more a").last, size)
    page.wait_for_url(lambda url: SLUG not in url)


def test_a_term_is_opened_and_left_by_the_keyboard_alone(visit: Open) -> None:
    page = visit(f"en/{SLUG}/", **DESK).page
    term, panel = terms(page).first, page.locator(".dl-panel")
    term.focus()
    page.keyboard.press("Enter")
    expect(panel).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(term).to_be_focused()
    page.keyboard.press("Enter")
    expect(panel).to_be_focused()
    for _ in range(panel.locator("a").count() + 1):
        page.keyboard.press("Tab")
    expect(panel).to_have_count(0)


WITHOUT = {
    "popover": "delete HTMLElement.prototype.popover",
    "a connection": "window.fetch = () => Promise.reject(new Error())",
}


@pytest.mark.parametrize("what", WITHOUT)
def test_without_it_a_term_leads_to_the_glossary(visit: Open, what: str) -> None:
    seen = visit("en/", **DESK)
    seen.page.add_init_script(WITHOUT[what])
    seen.open(f"en/{SLUG}/")
    terms(seen.page).first.click()
    seen.page.wait_for_url(f"**/en/{BOOK.glossary}/#*")


@each_language
def test_the_glossary_is_as_wide_as_a_phone_and_marks_who_is_meant(
    visit: Open, language: str
) -> None:
    known = glossary.read(BOOK)[20]
    page = visit(f"{language}/{BOOK.glossary}/#{known.id}", **PHONE).page
    table = page.locator(".dl-table")
    assert table.evaluate("e => e.scrollWidth - e.clientWidth") <= 1
    rows = page.locator("tbody tr")
    meant = rows.filter(has=page.locator(f"#{known.id}"))
    ground = "e => getComputedStyle(e).backgroundColor"
    assert meant.evaluate(ground) != rows.first.evaluate(ground)
    expect(meant).to_be_in_viewport(ratio=1)
    header = page.locator(".md-header").bounding_box()
    word = page.locator(f"#{known.id}").bounding_box()
    assert header
    assert word
    assert word["y"] >= header["height"]


# What is not found, and the search.


@each_language
@pytest.mark.parametrize("path", [f"{SLUG[:-1]}x/", "404.html"])
def test_who_mistypes_an_address_is_led_to_what_is_near(
    visit: Open, path: str, language: str
) -> None:
    page = visit(f"{language}/{path}", **PHONE).page
    here = page.locator(f"article, section[lang={language}]")
    if SLUG[:-1] in path:
        href = re.compile(f"/{language}/{SLUG}/$")
        expect(here.locator(".near a").first).to_have_attribute("href", href)
    else:
        expect(here.locator(".near")).to_be_hidden()
    here.locator("summary").tap()
    chapter = here.locator(f"details a[href$='/{language}/{CHAPTERS[-1]}/']")
    expect(chapter).to_be_visible()
    other = next(code for code in BOOK.languages if code != language)
    expect(here.locator(f"a[hreflang={other}]")).to_be_visible()
    here.get_by_role("searchbox").fill("sigmoid")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{language}/?q=sigmoid*")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


def test_what_is_entered_without_a_key_is_searched_and_a_section_comes_first(
    visit: Open,
) -> None:
    page = visit("en/", **DESK).page
    page.keyboard.press("/")
    [term] = [each for each in glossary.read(BOOK) if each.id == "chain-rule"]
    page.keyboard.insert_text(term.name("en"))  # as pasted: no key goes down or up
    first = page.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", re.compile(r"#[a-z]"))


@each_language
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_opens_and_what_is_marked_can_be_read_by_all(
    visit: Open, axe: str, scheme: str, language: str
) -> None:
    seen = visit(f"{language}/", **PHONE, color_scheme=scheme)
    page = seen.page
    page.add_init_script(memory(**{CHAPTERS[0]: {"finished": True}, SLUG: {"at": "x"}}))
    seen.open(f"{language}/{SLUG}/")
    page.add_style_tag(content="* { transition: none !important }")
    terms(page).first.tap()
    expect(page.locator(".dl-panel")).to_be_visible()
    assert violations(page, axe) == []
    page.keyboard.press("Escape")
    page.locator(".md-header label[for=__drawer]").tap()
    expect(in_navigation(page, CHAPTERS[0])).to_be_visible()
    assert violations(page, axe) == []
