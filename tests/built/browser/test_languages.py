"""A reader lands in their language and changes it where they are."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.built.browser.conftest import Visit

Open = Callable[..., Visit]


@pytest.mark.parametrize(
    ("locale", "language"), [("ja-JP", "ja"), ("en-GB", "en"), ("en", "en")]
)
def test_the_neutral_page_leads_to_the_readers_language(
    visit: Open, locale: str, language: str
) -> None:
    seen = visit("", locale=locale)
    seen.page.wait_for_url(f"**/{language}/")


def test_a_reader_of_another_language_may_choose(visit: Open) -> None:
    page = visit("", locale="fr-FR").page
    page.get_by_role("link", name="Read in English").click()
    page.wait_for_url("**/en/")


def test_the_neutral_page_works_without_scripts(visit: Open) -> None:
    page = visit("", locale="fr-FR", java_script_enabled=False).page
    page.get_by_role("link", name="日本語で読む").click()
    page.wait_for_url("**/ja/")


def test_the_switch_keeps_page_and_heading(visit: Open) -> None:
    page = visit("ja/derivative/").page
    page.locator("#too-small").scroll_into_view_if_needed()
    page.evaluate("document.getElementById('too-small').scrollIntoView()")
    page.get_by_role("link", name="English").first.click()
    page.wait_for_url("**/en/derivative/#too-small")


def test_what_is_not_found_is_told_in_the_language_of_its_address(visit: Open) -> None:
    page = visit("en/nowhere/").page
    expect(page.get_by_role("heading", name="Page not found")).to_be_visible()
    expect(page.get_by_role("heading", name="ページが見つかりません")).to_be_hidden()
