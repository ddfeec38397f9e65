"""A reader finds each chapter and each term by its name."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from derivlearn_site.pages import glossary
from derivlearn_site.pages import page as pages
from tests.built.browser.conftest import Visit
from tests.built.conftest import BOOK, PAGES, TERM

# The worker answers with the message that the theme shows.
ASK = """query => new Promise(resolve => {
  const { search } = JSON.parse(document.getElementById("__config").textContent)
  const worker = window.asked ??= new Worker(new URL(search, location))
  worker.onmessage = ({ data }) => {
    if (data.type === 1) worker.postMessage({ type: 2, data: query })
    if (data.type === 3)
      resolve(data.data.items.map(([first]) => first.location.split("#")[0]))
  }
  worker.postMessage({ type: 0, data: {} })
})"""


@pytest.mark.parametrize("language", BOOK.languages)
def test_a_chapters_title_finds_it_among_the_first_three(
    visit: Callable[..., Visit], language: str
) -> None:
    page = visit(f"{language}/").page
    lost = []
    for each, slug in PAGES:
        if each != language or slug == "index":
            continue
        heading = pages.read(BOOK.docs / each / f"{slug}.md", BOOK).headings[0]
        title = re.sub(r"[`*$]", "", heading.text)
        if f"{slug}/" not in page.evaluate(ASK, title)[:3]:
            lost.append(title)
    assert lost == []


@pytest.mark.parametrize("language", BOOK.languages)
def test_a_terms_name_in_any_language_finds_its_page_among_the_first_three(
    visit: Callable[..., Visit], language: str
) -> None:
    page = visit(f"{language}/").page
    lost = []
    for term in glossary.search_terms(
        glossary.read(BOOK), BOOK.languages, BOOK.glossary
    ):
        chapter = term["location"].split("#")[0]
        lost += [
            name
            for name in term["names"]
            if chapter not in page.evaluate(ASK, name)[:3]
        ]
    assert lost == []


def search_box(page: Page) -> None:
    page.keyboard.press("/")


@pytest.mark.parametrize(
    ("language", "typed"), [(code, TERM.name(code)) for code in BOOK.languages]
)
def test_the_texts_come_when_a_reader_turns_to_the_search_box(
    visit: Callable[..., Visit], language: str, typed: str
) -> None:
    seen = visit(f"{language}/")
    assert not seen.has_asked_for("texts.json")
    with seen.page.expect_request(re.compile(r"^[^?]*texts\.json$")):
        search_box(seen.page)
    seen.page.keyboard.insert_text(typed)  # as pasted: one query, and no key
    links = seen.page.locator(".md-search-result__link")
    links.first.wait_for(state="attached")
    targets = [link.get_attribute("href") or "" for link in links.all()]
    found = list(dict.fromkeys(re.sub(r"[?#].*", "", target) for target in targets))
    assert any(address.endswith(f"/{TERM.slug}/") for address in found[:3]), found
    assert seen.complaints == []
