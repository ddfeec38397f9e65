"""A reader of a language that was just begun finds their way as all others do."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from building import Built
from derivlearn_site.pages import page as pages
from tests.built.browser.conftest import Visit, served
from tests.built.browser.test_search import ASK
from tests.built.conftest import (
    BOOK,
    BORROWED,
    KOREAN,
    NAME,
    NEW,
    TERM,
    TERM_IN_KOREAN,
    TEXTS,
)

ORIGINAL = BOOK.languages[0]
TRANSLATED, LACKING = next(iter(KOREAN)), BORROWED[0]
LACKING_PAGE = pages.outline(BOOK.docs / ORIGINAL / f"{LACKING}.md", BOOK)


@pytest.fixture(scope="module")
def page(browser: Browser, korean: Built) -> Iterator[Page]:
    """A page of the book with the third language."""
    with served(korean.site) as address:
        context = browser.new_context(locale=NEW)
        yield Visit(context.new_page(), address).open(f"{NEW}/{TRANSLATED}/").page
        context.close()


def go(page: Page, path: str) -> None:
    page.goto(page.url[: page.url.index("/derivlearn/")] + f"/derivlearn/{path}")
    page.wait_for_load_state("networkidle")


def test_the_neutral_page_leads_there(page: Page) -> None:
    go(page, "")
    page.wait_for_url(f"**/{NEW}/")


@pytest.mark.parametrize("slug", [TRANSLATED, LACKING])
def test_the_switch_goes_to_and_from_a_page_translated_or_not(
    page: Page, slug: str
) -> None:
    names = ("en", NAME, NEW), (NEW, TEXTS[ORIGINAL].name, ORIGINAL)
    for here, name, there in names:
        go(page, f"{here}/{slug}/")
        page.locator(".md-header .md-select").hover()
        page.get_by_role("link", name=name).first.click()
        page.wait_for_url(f"**/{there}/{slug}/")


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        *((title, slug) for slug, title in KOREAN.items()),
        # Terms find where they are explained, on a page that is not translated, too.
        (TERM_IN_KOREAN, TERM.slug),
        (TERM.name("en"), TERM.slug),
        # The words of pages that are not translated are those of the original.
        (TERM.name(ORIGINAL), TERM.slug),
        (LACKING_PAGE.headings[0].text, LACKING),
    ],
)
def test_a_title_and_a_term_find_their_page(page: Page, typed: str, slug: str) -> None:
    go(page, f"{NEW}/{TRANSLATED}/")
    assert f"{slug}/" in page.evaluate(ASK, typed)[:3]


def test_what_is_translated_and_what_is_not_is_marked_for_a_screen_reader(
    page: Page,
) -> None:
    go(page, f"{NEW}/{TRANSLATED}/")
    expect(page.locator("html")).to_have_attribute("lang", NEW)
    assert page.locator("h1").evaluate("it => it.closest('[lang]').lang") == NEW
    # Only the first section of this page is translated.
    untranslated = page.locator("h2").first
    for found, language in (
        (untranslated, ORIGINAL),
        (untranslated.locator("+ .dl-notice"), NEW),
        (untranslated.locator("+ .dl-notice + div p").first, ORIGINAL),
    ):
        assert found.evaluate("it => it.closest('[lang]').lang") == language
    go(page, f"{NEW}/{LACKING}/")
    assert page.locator("h1").evaluate("it => it.closest('[lang]').lang") == ORIGINAL
