"""A reader of a language that was just begun finds their way as all others do."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.built.browser.conftest import Visit, served
from tests.built.browser.test_search import ASK
from tests.built.conftest import KOREAN, Built


@pytest.fixture(scope="module")
def page(browser: Browser, korean: Built) -> Iterator[Page]:
    """A page of the book with the third language."""
    with served(korean.site) as address:
        context = browser.new_context(locale="ko-KR")
        yield Visit(context.new_page(), address).open("ko/linear/").page
        context.close()


def go(page: Page, path: str) -> None:
    page.goto(page.url[: page.url.index("/derivlearn/")] + f"/derivlearn/{path}")
    page.wait_for_load_state("networkidle")


def test_the_neutral_page_leads_there(page: Page) -> None:
    go(page, "")
    page.wait_for_url("**/ko/")


@pytest.mark.parametrize("slug", ["linear", "derivative"])
def test_the_switch_goes_to_and_from_a_page_translated_or_not(
    page: Page, slug: str
) -> None:
    for here, name, there in (("en", "한국어", "ko"), ("ko", "日本語", "ja")):
        go(page, f"{here}/{slug}/")
        page.locator(".md-header .md-select").hover()
        page.get_by_role("link", name=name).first.click()
        page.wait_for_url(f"**/{there}/{slug}/")


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        *((title, slug) for slug, title in KOREAN.items()),
        # Terms find where they are explained, on a page that is not translated, too.
        ("연쇄법칙", "last-bias"),
        ("chain rule", "last-bias"),
        ("relu", "activation"),
        # The words of pages that are not translated are those of the original.
        ("定数関数", "constant"),
        ("偏微分", "partial"),
    ],
)
def test_a_title_and_a_term_find_their_page(page: Page, typed: str, slug: str) -> None:
    go(page, "ko/linear/")
    assert f"{slug}/" in page.evaluate(ASK, typed)[:3]


def test_what_is_translated_and_what_is_not_is_marked_for_a_screen_reader(
    page: Page,
) -> None:
    go(page, "ko/linear/")
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    assert page.locator("h1").evaluate("it => it.closest('[lang]').lang") == "ko"
    # Only the first section of this page is translated.
    untranslated = page.locator("h2").first
    for found, language in (
        (untranslated, "ja"),
        (untranslated.locator("+ .dl-notice"), "ko"),
        (untranslated.locator("+ .dl-notice + div p").first, "ja"),
    ):
        assert found.evaluate("it => it.closest('[lang]').lang") == language
    go(page, "ko/derivative/")
    assert page.locator("h1").evaluate("it => it.closest('[lang]').lang") == "ja"
