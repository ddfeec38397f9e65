"""A reader lands in their language and changes it where they are."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from derivlearn_site.pages import page as pages
from tests.built.browser.conftest import Visit
from tests.built.conftest import BOOK, PLAIN, STRINGS, TEXTS

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
    page.get_by_role("link", name=STRINGS["en"]["read"]).click()
    page.wait_for_url("**/en/")


def test_the_neutral_page_works_without_scripts(visit: Open) -> None:
    page = visit("", locale="fr-FR", java_script_enabled=False).page
    page.get_by_role("link", name=STRINGS["ja"]["read"]).click()
    page.wait_for_url("**/ja/")


def test_the_switch_keeps_page_and_heading(visit: Open) -> None:
    slug = PLAIN[1]
    headings = pages.outline(BOOK.docs / "ja" / f"{slug}.md", BOOK).headings
    heading = headings[len(headings) // 2]  # the last ones cannot come to the top
    page = visit(f"ja/{slug}/").page
    page.locator(f"#{heading.id}").scroll_into_view_if_needed()
    page.evaluate("id => document.getElementById(id).scrollIntoView()", heading.id)
    page.get_by_role("link", name=TEXTS["en"].name).first.click()
    page.wait_for_url(f"**/en/{slug}/#{heading.id}")


def test_what_is_not_found_is_told_in_the_language_of_its_address(visit: Open) -> None:
    page = visit("en/nowhere/").page
    for language, text in STRINGS.items():
        heading = page.get_by_role("heading", name=text["not_found"], exact=True)
        if language == "en":
            expect(heading).to_be_visible()
        else:
            expect(heading).to_be_hidden()
