"""A reader is asked before they are told, and what they answered is theirs alone."""

import gzip
import json
import re
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from derivlearn_site.pages import answers
from tests.built.browser.asking import (
    CHAPTERS,
    KEY,
    KINDS,
    PLACES,
    Box,
    asked,
    first,
    keeping,
    kept,
    today,
)
from tests.built.browser.conftest import Visit
from tests.built.browser.test_every_page import OVERFLOW, violations
from tests.built.conftest import BOOK, ROOT, STRINGS, TEXTS

Open = Callable[..., Visit]

PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 780}, "has_touch": True}
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}}
SIZES = {"phone": PHONE, "desk": DESK}
# A chapter that has others before it, which ask.
LATER = CHAPTERS[2]
# How much has moved since a page began, whatever a reader has pressed.
SHIFTS = """addEventListener("DOMContentLoaded", () => {
  window.moved = 0
  new PerformanceObserver(list => {
    for (const { value } of list.getEntries()) window.moved += value
  }).observe({ type: "layout-shift", buffered: true })
})"""
# What is fetched before anything is touched, compressed.
LEAST = {"asking.css": 930, "asking/waiting.js": 930}

each_language = pytest.mark.parametrize("language", BOOK.languages)
each_kind = pytest.mark.parametrize("kind", KINDS)


def opened(
    visit: Open,
    kind: str,
    language: str = "en",
    **options: Any,  # noqa: ANN401 - as Playwright takes them
) -> tuple[Visit, Box]:
    """Open the chapter that has the first question of a kind, and find it."""
    ask = first(kind, language)
    seen = visit(f"{language}/{ask.page.slug}/", **options)
    return seen, Box(seen.page, ask)


def moved(before: list[float], after: list[float]) -> float:
    return max(abs(one - other) for one, other in zip(before, after, strict=True))


# Answers.


@each_kind
@pytest.mark.parametrize("said", ["right", "wrong 1", "skipped"])
def test_each_kind_is_answered_and_the_reason_is_told(
    visit: Open, kind: str, said: str
) -> None:
    language = BOOK.languages[len(said) % len(BOOK.languages)]
    seen, box = opened(visit, kind, language, **SIZES["phone"])
    page, ask = seen.page, box.ask
    assert not ask.block or box.is_covered
    expect(box.said).to_be_empty()
    before = page.evaluate(PLACES)
    said = box.answer(said)
    status = said.split()[0]
    expect(box.said).to_have_attribute("data-status", status)
    expect(box.said.locator("span")).not_to_be_empty()
    expect(box.skip).to_be_hidden()
    assert not ask.block or not box.is_covered
    assert moved(before, page.evaluate(PLACES)) <= 2
    of_first = kept(page)["answers"][ask.key]
    assert (of_first["said"], of_first["on"]) == (said, today(page))
    assert ("typed" in of_first) == (kind == "number" and said != "skipped")
    # After a wrong one there is another try; the first answer is the one that is kept.
    box.answer("right")
    expect(box.said).to_have_attribute("data-status", "right")
    assert kept(page)["answers"][ask.key] == of_first
    if kind != "number":
        expect(box.button("right")).to_have_attribute("aria-pressed", "true")
        # The sign is seen, and said in words.
        word = TEXTS[language].runner["ask_mark_right"]
        expect(box.button("right")).to_contain_text(word)
    assert seen.complaints == []


@each_kind
def test_a_wrong_answer_to_a_question_does_not_give_the_right_one_away(
    visit: Open, kind: str
) -> None:
    _, box = opened(visit, kind)
    box.answer("wrong 1")
    expect(box.said).to_have_attribute("data-status", "wrong")
    if kind != "number":
        marked = box.button("right").get_attribute("data-mark")
        # Below a prediction, its output says it.
        assert marked == ("right" if box.ask.block else None)


def test_a_number_is_read_as_people_write_it(visit: Open) -> None:
    seen, box = opened(visit, "number")
    right = box.ask.right.value
    text = f"{right:.9f}".rstrip("0")
    wide = str.maketrans("0123456789.-", "０１２３４５６７８９．－")
    fraction = f"{round(right * 1000)}/1000"
    for written in (text, text.replace(".", ","), text.translate(wide), fraction):
        for minus in ("-", "−", "ー"):
            box.field.fill("")
            box.field.fill(f" {written.replace('-', minus)} ")
            box.field.press("Enter")
            expect(box.said).to_have_attribute("data-status", "right")
    box.answer("wrong")
    expect(box.said).to_have_attribute("data-status", "wrong")
    assert kept(seen.page)["answers"][box.ask.key]["said"] == "right"


def test_what_is_no_number_is_no_answer(visit: Open, axe: str) -> None:
    seen, box = opened(visit, "number")
    box.field.fill("abc")
    box.box.locator("form > button:not([type])").click()
    expect(box.said).to_contain_text(TEXTS["en"].runner["ask_number"])
    expect(box.field).to_have_attribute("aria-invalid", "true")
    expect(box.field).to_be_focused()
    assert violations(seen.page, axe, f"#{box.box.get_attribute('id')}") == []
    assert box.is_covered
    assert "answers" not in (kept(seen.page) or {})
    box.field.press_sequentially("1")
    expect(box.said).to_be_empty()
    expect(box.skip).to_be_visible()
    # A keypad may have no minus.
    box.field.fill("2")
    box.box.locator(".dl-ask__sign").click()
    expect(box.field).to_have_value("-2")
    box.box.locator(".dl-ask__sign").click()
    expect(box.field).to_have_value("2")


@each_kind
def test_the_keyboard_alone_answers_and_does_not_lose_its_place(
    visit: Open, kind: str
) -> None:
    seen, box = opened(visit, kind, "ja")
    page = seen.page
    start = box.field if kind == "number" else box.buttons.first
    start.focus()
    controls = 3 if kind == "number" else box.buttons.count()
    for _ in range(controls):
        page.keyboard.press("Tab")
    expect(box.skip).to_be_focused()
    page.keyboard.press("Shift+Tab")
    if kind == "number":
        box.field.focus()
        page.keyboard.insert_text(box.ask.right.text)
        focused = box.field
    else:
        focused = box.buttons.last
    page.keyboard.press("Enter")
    expect(box.said).not_to_be_empty()
    expect(focused).to_be_focused()


@each_kind
def test_who_skips_by_the_keyboard_is_at_what_is_told(visit: Open, kind: str) -> None:
    seen, box = opened(visit, kind, "en")
    box.skip.focus()
    seen.page.keyboard.press("Enter")
    expect(box.said).to_be_focused()
    expect(box.said).to_have_attribute("data-status", "skipped")


@each_language
def test_it_is_read_in_order_and_what_is_covered_is_not_read(
    visit: Open, language: str
) -> None:
    seen, box = opened(visit, "choice", language)
    asks, label = (each.split("\n")[0] for each in (box.ask.text, "output"))

    def read() -> list[str]:
        """Return what is read from the question on, piece by piece."""
        pieces = re.split(r"\n  (?=- )", seen.page.locator("article").aria_snapshot())
        [at] = [n for n, each in enumerate(pieces) if f'- group "{asks}' in each]
        return pieces[at : at + 3]

    group, name, after = read()
    assert group.count("- button") == box.buttons.count() + 1
    assert STRINGS[language][label] in name
    assert not after.startswith("- code")
    box.answer("right")
    expect(box.said).not_to_be_empty()
    group, name, after = read()
    assert re.search(r"(?s)paragraph.*button.*status:.", group)
    assert STRINGS[language][label] in name
    assert after.startswith("- code")


@pytest.mark.parametrize(
    ("language", "scheme"), list(product(BOOK.languages, ("light", "dark")))
)
def test_what_was_answered_can_be_read_by_all(
    visit: Open, axe: str, language: str, scheme: str
) -> None:
    slug = first("number", language).page.slug
    seen = visit(f"{language}/{slug}/", **PHONE, color_scheme=scheme)
    page = seen.page
    page.add_style_tag(content="* { transition: none !important }")
    assert violations(page, axe, "article") == []
    how = ["right", "wrong 1", "skipped", "wrong 1"]
    for ask, said in zip(asked(slug, language), how, strict=False):
        box = Box(page, ask)
        box.answer(said)
        expect(box.said).not_to_be_empty()
    assert violations(page, axe, "article") == []
    assert page.evaluate(OVERFLOW) == []


@pytest.mark.parametrize(
    ("language", "size"), list(product(BOOK.languages, SIZES.values()))
)
def test_nothing_moves_whatever_is_answered(
    visit: Open, language: str, size: dict[str, object]
) -> None:
    slug = first("number", language).page.slug
    seen = visit("404.html", **size)
    page = seen.page
    page.add_init_script(SHIFTS)
    seen.open(f"{language}/{slug}/")
    for ask in asked(slug, language):
        box = Box(page, ask)
        box.box.scroll_into_view_if_needed()
        before = page.evaluate(PLACES)
        for each in (*ask.wrong[:1], ask.right):
            box.answer(each.said)
            expect(box.said).not_to_be_empty()
            assert moved(before, page.evaluate(PLACES)) <= 2, (ask.key, each.said)
    assert page.evaluate("moved") < 0.01
    # What was answered is there again, and nothing moves for it.
    seen.open(f"{language}/{slug}/")
    expect(page.locator(".dl-ask--told")).to_have_count(len(asked(slug, language)))
    assert page.locator(".dl-covered").count() == 0
    assert page.evaluate("moved") < 0.01


@each_language
def test_a_box_has_its_height_before_its_script_is_there(
    visit: Open, language: str
) -> None:
    slug = first("number", language).page.slug
    heights = """() => [...document.querySelectorAll(".dl-ask")]
      .map(each => each.getBoundingClientRect().height)"""
    for width in (360, 1280):
        seen = visit("404.html", viewport={"width": width, "height": 900})
        page = seen.page
        page.route("**/waiting.js", lambda route: route.abort())
        seen.open(f"{language}/{slug}/")
        expect(page.locator(".dl-ask__skip")).to_have_count(0)
        before = page.evaluate(heights)
        page.unroute("**/waiting.js")
        seen.open(f"{language}/{slug}/")
        expect(page.locator(".dl-ask__skip")).to_have_count(len(before))
        assert moved(before, page.evaluate(heights)) <= 1


def test_without_a_script_and_in_print_all_is_there(visit: Open) -> None:
    for kind in ("choice", "question"):
        _, box = opened(visit, kind, java_script_enabled=False)
        assert box.box.locator("li").count() == len(box.ask.answers)
        if box.ask.block:
            assert not box.is_covered
        else:
            expect(box.box.locator("summary")).to_be_visible()
        seen, box = opened(visit, kind)
        seen.page.emulate_media(media="print")
        expect(box.skip).to_be_hidden()
        if box.ask.block:
            assert not box.is_covered
        else:
            expect(box.box.locator("details p")).to_be_visible()


# What is loaded, and when.


def test_nothing_but_a_little_is_fetched_before_the_first_touch(visit: Open) -> None:
    seen, box = opened(visit, "choice")
    for name, most in LEAST.items():
        assert seen.has_asked_for(name)
        built = (ROOT / "docs/assets/built" / name).read_bytes()
        assert len(gzip.compress(built)) <= most
    rest = ("asking.js", "questions.json", "recall.js", "runner.json")
    assert not any(seen.has_asked_for(name) for name in rest)
    box.answer("right")
    expect(box.said).not_to_be_empty()
    hosts = [url for url in seen.requests if not url.startswith(seen.address)]
    assert hosts == []
    elsewhere = visit("en/card/")
    assert not any(elsewhere.has_asked_for(name) for name in LEAST)


@pytest.mark.parametrize("name", ["waiting.js", "asking.js", "questions.json"])
def test_what_cannot_be_loaded_hides_nothing(visit: Open, name: str) -> None:
    seen = visit("404.html")
    page = seen.page
    page.route(f"**/{name}", lambda route: route.abort())
    ask = first("choice", "en")
    box = Box(page, ask)
    seen.open(f"en/{ask.page.slug}/")
    if name != "waiting.js":
        assert box.is_covered
        box.answer("right")
        told = TEXTS["en"].runner["unreachable"]
        expect(box.said).to_contain_text(told)
    assert not box.is_covered


@pytest.mark.parametrize("action", ["edit", "dl:uncover"])
def test_who_changes_or_runs_a_block_sees_its_output(visit: Open, action: str) -> None:
    seen, box = opened(visit, "choice")
    page = seen.page
    block = page.locator(f"#{box.ask.block.id}")  # type: ignore[union-attr]
    if action == "edit":
        block.locator("[data-do=edit]").click()
        expect(block.locator(".cm-content")).to_be_focused()
    else:
        event = "each => each.dispatchEvent(new Event('dl:uncover', { bubbles: true }))"
        block.evaluate(event)
    expect(box.said).to_have_attribute("data-status", "skipped")
    assert not box.is_covered
    assert kept(page)["answers"][box.ask.key]["said"] == "skipped"


# What is kept.

NOT_KEPT = {
    "forbidden": "Object.defineProperty(window, 'localStorage', { get() { throw new "
    "DOMException('no', 'SecurityError') } })",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('no', "
    "'QuotaExceededError') }",
}
DAMAGED = [
    "{",
    "[]",
    '{"version":1,"answers":3}',
    '{"version":1,"chapters":{},"answers":{"KEY":3,"x#y":null,"x#z":{"said":1}}}',
]


@pytest.mark.parametrize("how", NOT_KEPT)
def test_where_nothing_can_be_kept_one_is_asked_all_the_same(
    visit: Open, how: str
) -> None:
    seen = visit("404.html")
    page = seen.page
    page.add_init_script(NOT_KEPT[how])
    ask = first("choice", "en")
    seen.open(f"en/{ask.page.slug}/")
    box = Box(page, ask)
    for said in ("wrong 1", "right"):
        box.answer(said)
        expect(box.said).to_have_attribute("data-status", said.split()[0])
    # The page remembers, and can forget.
    page.locator(".dl-kept [data-do=forget]").click()
    expect(box.said).to_be_empty()
    # The theme itself complains where storage is forbidden.
    assert [each for each in seen.complaints if each != "no"] == []


@pytest.mark.parametrize("text", DAMAGED)
def test_what_is_damaged_costs_nothing_else(visit: Open, text: str) -> None:
    seen = visit("404.html")
    page = seen.page
    ask = first("choice", "en")
    text = text.replace("KEY", ask.key)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    seen.open(f"en/{ask.page.slug}/")
    box = Box(page, ask)
    box.answer("wrong 1")
    expect(box.said).to_have_attribute("data-status", "wrong")
    assert kept(page)["answers"].keys() == {ask.key}
    assert seen.complaints == []


def test_what_an_older_book_kept_stays_and_a_newer_ones_is_left_alone(
    visit: Open,
) -> None:
    ask = first("choice", "en")
    chapters = {CHAPTERS[1]: {"at": "x", "finished": True}}
    for version in (1, 2):
        seen = visit("404.html")
        page = seen.page
        text = json.dumps({"version": version, "chapters": chapters, "more": 1})
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
        before = kept(page)
        seen.open(f"en/{ask.page.slug}/")
        box = Box(page, ask)
        box.answer("right")
        expect(box.said).not_to_be_empty()
        if version == 1:
            after = kept(page)
            assert after["answers"].keys() == {ask.key}
            assert after["more"] == 1
            assert after["chapters"][CHAPTERS[1]] == chapters[CHAPTERS[1]]
        else:
            assert kept(page) == before


def test_an_answer_that_the_book_has_no_more_is_as_one_that_was_skipped(
    visit: Open,
) -> None:
    ask = first("choice", "en")
    seen = visit("404.html")
    seen.page.add_init_script(keeping({ask.key: {"said": "wrong 9", "on": 1}}))
    seen.open(f"en/{ask.page.slug}/")
    box = Box(seen.page, ask)
    expect(box.said).to_have_attribute("data-status", "skipped")
    assert not box.is_covered


def test_another_tab_shows_it_and_forgets_it(visit: Open) -> None:
    one, here = opened(visit, "choice")
    there = Box(one.page.context.new_page(), here.ask)
    there.page.goto(one.page.url)
    there.field.or_(there.buttons.first).first.hover()
    there.page.wait_for_load_state("networkidle")
    here.answer("wrong 1")
    expect(there.said).to_have_attribute("data-status", "wrong")
    assert not there.is_covered
    here.page.locator(".dl-kept [data-do=forget]").click()
    for box in (here, there):
        expect(box.said).to_be_empty()
        assert box.is_covered


# What comes back.


def keys_before(slug: str) -> list[str]:
    """Return the keys of what the chapters before one ask."""
    before = CHAPTERS[: CHAPTERS.index(slug)]
    return [ask.key for each in before for ask in asked(each)]


@pytest.mark.parametrize(
    ("language", "size"), list(zip(BOOK.languages, SIZES.values(), strict=False))
)
def test_up_to_three_come_back_and_nothing_moves_for_their_line(
    visit: Open, axe: str, language: str, size: dict[str, object]
) -> None:
    seen = visit("404.html", **size)
    page = seen.page
    now = today(page)
    right, wrong, skipped, old, recent, *_ = keys_before(LATER)
    [own, *_] = asked(LATER)
    page.add_init_script(SHIFTS)
    page.add_init_script(
        keeping(
            {
                old: {"said": "right", "on": now - 8},
                recent: {"said": "right", "on": now - 7},
                skipped: {"said": "skipped", "on": now},
                f"{CHAPTERS[0]}#gone": {"said": "wrong", "on": now - 90},
                wrong: {"said": "wrong 1", "on": now},
                own.key: {"said": "wrong 1", "on": now},
                right: {
                    "said": "wrong",
                    "on": 9,
                    "again": {"said": "right", "on": now},
                },
            }
        )
    )
    seen.open(f"{language}/{LATER}/")
    summary = page.locator(".dl-recall summary")
    expect(summary).to_be_visible()
    above = page.locator("h1").bounding_box()
    line = summary.bounding_box()
    below = page.locator("article > p:not(.dl-place)").first.bounding_box()
    assert above
    assert line
    assert below
    assert above["y"] + above["height"] <= line["y"] + 1
    assert line["y"] + line["height"] <= below["y"] + 1
    assert page.evaluate("moved") < 0.01
    summary.click()
    boxes = page.locator(".dl-recall .dl-ask")
    expect(boxes).to_have_count(3)
    links = page.locator(".dl-recall > p > a")
    ends = [each.get_attribute("href") or "" for each in links.all()]
    shown = [re.sub(r".*/([\w-]+)/#ask-", r"\1#", end) for end in ends]
    assert shown == [wrong, skipped, old]
    page.add_style_tag(content="* { transition: none !important }")
    assert violations(page, axe, "article") == []
    # What is answered now stands beside the first answer.
    boxes.first.locator(".dl-ask__skip").click()
    expect(boxes.first.locator("[role=status]")).not_to_be_empty()
    first_of_all = kept(page)["answers"][wrong]
    assert first_of_all["again"] == {"said": "skipped", "on": now}
    assert first_of_all["said"] == "wrong 1"
    assert violations(page, axe, "article") == []
    seen.open(f"{language}/{LATER}/")
    summary.click()
    expect(boxes).to_have_count(2)
    links.first.click()
    page.wait_for_url(f"**/{language}/*/#ask-*")
    assert seen.complaints == []


def test_where_nothing_can_come_back_there_is_no_line(visit: Open) -> None:
    seen = visit(f"en/{LATER}/")
    expect(seen.page.locator(".dl-recall")).to_have_count(0)
    [key, *_] = keys_before(LATER)
    seen.page.add_init_script(keeping({key: {"said": "wrong 1", "on": 1}}))
    seen.open(f"en/{CHAPTERS[0]}/")
    expect(seen.page.locator(".dl-recall")).to_have_count(0)


def test_who_has_no_connection_is_told_so_and_may_try_again(visit: Open) -> None:
    seen = visit("404.html")
    page = seen.page
    [key, *_] = keys_before(LATER)
    page.add_init_script(keeping({key: {"said": "wrong 1", "on": 1}}))
    seen.open(f"en/{LATER}/")
    page.route("**/questions.json", lambda route: route.abort())
    summary = page.locator(".dl-recall summary")
    summary.click()
    told = TEXTS["en"].runner["unreachable"]
    expect(page.locator(".dl-recall > p")).to_have_text(told)
    page.unroute("**/questions.json")
    summary.click()
    summary.click()
    expect(page.locator(".dl-recall .dl-ask")).to_have_count(1)


# What is the reader's.


def finish(page: Page) -> None:
    page.locator(".dl-finished input").check()


def test_answers_are_copied_as_the_tool_reads_them(visit: Open) -> None:
    seen, box = opened(
        visit, "number", permissions=["clipboard-read", "clipboard-write"]
    )
    page = seen.page
    box.answer("wrong")
    [other, *_] = [each for each in asked(box.ask.page.slug, "en") if each != box.ask]
    Box(page, other).answer("skipped")
    page.locator(".dl-kept [data-do=copy]").click()
    expect(page.locator(".dl-kept [role=status]")).to_contain_text("2")
    text = page.evaluate("navigator.clipboard.readText()")
    assert answers.readings(text) == [{box.ask.key: "wrong", other.key: "skipped"}]
    # Without a right to the clipboard there is something to copy by hand.
    page.evaluate(
        "void (navigator.clipboard.write = navigator.clipboard.writeText"
        " = () => Promise.reject(new Error()))"
    )
    page.locator(".dl-kept [data-do=copy]").click()
    expect(page.locator(".dl-kept textarea")).to_have_value(text)


def test_all_is_forgotten_but_code_and_can_be_had_back(visit: Open, axe: str) -> None:
    seen, box = opened(visit, "choice", **PHONE)
    page = seen.page
    code = {f"{BOOK.config['site_name']}:x": '{"code":"1","original":""}'}
    [(name, edit)] = code.items()
    page.evaluate("([name, edit]) => localStorage.setItem(name, edit)", [name, edit])
    row = page.locator(".dl-kept")
    expect(row).to_be_hidden()
    places = page.evaluate(PLACES)
    box.answer("wrong 1")
    finish(page)
    expect(row).to_be_visible()
    assert moved(places, page.evaluate(PLACES)) <= 2
    before = kept(page)
    row.locator("[data-do=forget]").click()
    undo = row.locator("[role=status] button")
    expect(undo).to_be_visible()
    assert kept(page) is None
    assert page.evaluate("name => localStorage.getItem(name)", name) == edit
    expect(box.said).to_be_empty()
    assert box.is_covered
    expect(page.locator(".dl-finished input")).not_to_be_checked()
    assert violations(page, axe, "article") == []
    # What came after it stays.
    [other, *_] = [each for each in asked(box.ask.page.slug, "en") if each != box.ask]
    Box(page, other).answer("skipped")
    expect(Box(page, other).said).not_to_be_empty()
    undo.click()
    expect(box.said).to_have_attribute("data-status", "wrong")
    expect(page.locator(".dl-finished input")).to_be_checked()
    after = kept(page)
    assert after["answers"].keys() == {*before["answers"], other.key}
    # Where one reads goes on meanwhile.
    for each in (before, after):
        for chapter in each["chapters"].values():
            chapter.pop("at")
    assert after["chapters"] == before["chapters"]
    expect(row.locator("[data-do=forget]")).to_be_focused()


@each_language
def test_the_home_page_forgets_and_copies_too(visit: Open, language: str) -> None:
    seen = visit(f"{language}/")
    page = seen.page
    row = page.locator(".dl-kept")
    expect(row).to_be_hidden()
    page.add_init_script(keeping({"x#y": {"said": "right", "on": 1}}))
    seen.open(f"{language}/")
    expect(row).to_be_visible()
    button = row.get_by_role("button", name=STRINGS[language]["kept_forget"])
    button.click()
    expect(row.locator("[role=status] button")).to_be_visible()
    assert kept(page) is None
