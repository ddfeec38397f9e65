"""Every page, in both languages, light and dark, on a phone and on a desk."""

import re
from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.built.browser.conftest import Visit
from tests.built.conftest import BOOK, PAGES, in_turn, path_of

SIZES = {360: 780, 1440: 900}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# What a reader may have to fetch on a first visit, compressed: for the page, and for
# the live figures that are near its top.
BUDGET = 110 * 1024
FIGURES_BUDGET = 40 * 1024

OVERFLOW = """() => {
  const wide = document.documentElement.scrollWidth
  if (wide <= innerWidth) return []
  return [...document.querySelectorAll("body *")]
    .filter(each => each.getBoundingClientRect().right > innerWidth)
    .map(each => each.outerHTML.slice(0, 120))
}"""
VIOLATIONS = """async part => (await axe.run(part)).violations.map(
  ({id, nodes}) => `${id}: ${nodes[0].html.slice(0, 200)}`)"""

ERRORS = ["404.html", *(f"{language}/404.html" for language in BOOK.languages)]
ADDRESSES = [*(path_of(*page) for page in PAGES), *ERRORS]
READ_BY_AXE = {*(path_of(*page) for page in in_turn(PAGES)), *ERRORS}


def violations(page: Page, axe: str, part: str = "html") -> list[str]:
    """Return what axe-core finds on a page, or a part of it, as it is shown now."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(axe)
    found: list[str] = page.evaluate(VIOLATIONS, part)
    return found


def is_light(seen: Visit) -> bool:
    """Tell whether a page and its figures were within their budgets."""
    figures = {url for url in seen.bytes if "/figures" in url}
    of_figures = sum(seen.bytes[url] for url in figures)
    of_page = sum(seen.bytes.values()) - of_figures
    assert of_figures <= FIGURES_BUDGET, seen.bytes
    assert of_page <= BUDGET, seen.bytes
    return not seen.has_asked_for("texts.json")


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_page_is_sound(path: str, visit: Callable[..., Visit], axe: str) -> None:
    seen = visit(path)
    assert is_light(seen)
    page = seen.page
    # A colour that is on its way from one scheme to the other is nobody's choice.
    page.add_style_tag(content="* { transition: none !important }")
    found = []
    # Each scheme and each size once: no colour depends on the size.
    for scheme, width in zip(SCHEMES, SIZES, strict=True):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": SIZES[width]})
        amiss = violations(page, axe) if path in READ_BY_AXE else []
        for each in (*amiss, *page.evaluate(OVERFLOW)):
            found.append(f"{scheme}, {width} px: {each}")
    assert found == []
    assert seen.complaints == []
    assert [url for url in seen.requests if not url.startswith(seen.address)] == []


@pytest.mark.parametrize("language", BOOK.languages)
def test_the_card_prints_on_one_sheet(
    language: str, visit: Callable[..., Visit]
) -> None:
    for paper in ("A4", "Letter"):
        printed = visit(path_of(language, "card")).page.pdf(format=paper)
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


def test_a_page_is_readable_without_scripts(visit: Callable[..., Visit]) -> None:
    page = visit("en/derivative/", java_script_enabled=False).page
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.locator("math").count() > 0
    assert page.locator(".highlight pre").first.is_visible()
