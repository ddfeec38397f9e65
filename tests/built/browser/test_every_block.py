"""Every block, run by its own button, prints what the page says.

A page whose blocks are those of the first language is not gone through again.
"""

from collections.abc import Iterator
from functools import lru_cache

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from derivlearn_site.code import runner
from derivlearn_site.pages import page as pages
from tests.built.conftest import BOOK, PAGES, in_turn, path_of

RUN = """async bar => {
  const status = bar.querySelector("[role=status]")
  const ended = new Promise(resolve => new MutationObserver(() => {
    if (!["busy", "quiet"].includes(status.dataset.status)) resolve()
  }).observe(status, { attributes: true }))
  bar.querySelector("[data-do=run]").click()
  await ended
  return [status.dataset.status, status.textContent]
}"""


@lru_cache
def programs(language: str, slug: str) -> dict[str, str]:
    """Return what each block of a page runs and prints."""
    source = pages.read(BOOK.docs / language / f"{slug}.md", BOOK)
    return {
        block.id: f"{block.program.source}\n{block.output}" for block in source.blocks
    }


def has_own(language: str, slug: str) -> bool:
    """Tell whether a page has a block that the first language has not in its place."""
    first = BOOK.languages[0]
    known = programs(first, slug) if language != first else {}
    return not programs(language, slug).items() <= known.items()


WITH_BLOCKS = in_turn([place for place in PAGES if has_own(*place)])


def run_all(page: Page) -> dict[str, tuple[str, str]]:
    """Press the Run button of every block; return what its status says."""
    return {
        bar.get_attribute("data-for") or "": tuple(bar.evaluate(RUN))
        for bar in page.locator(".dl-bar[data-for^=block-]").all()
    }


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """One profile for all pages, in which Python is fetched once."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.mark.parametrize(("language", "slug"), WITH_BLOCKS)
def test_every_block_of_a_page_prints_the_same(
    reader: BrowserContext, vendored: str, language: str, slug: str
) -> None:
    page = reader.new_page()
    page.goto(vendored + path_of(language, slug))
    ended = run_all(page)
    page.close()
    source = pages.read(BOOK.docs / language / f"{slug}.md", BOOK)
    assert list(ended) == [block.id for block in source.blocks]
    # Packages for Pyodide lie at its makers' address alone, which no test asks.
    needs = {
        block.id: runner.packages_of(block.program.source, BOOK.packages)
        for block in source.blocks
    }
    left_out = {
        id_ for id_, (_, text) in ended.items() if needs[id_] and needs[id_][0] in text
    }
    assert {
        id_: end for id_, end in ended.items() if end[0] != "good"
    }.keys() == left_out
    assert left_out == {id_ for id_, packages in needs.items() if packages}
    if left_out:
        names = sorted({name for packages in needs.values() for name in packages})
        pytest.skip(f"{len(left_out)} of {len(ended)} need {names}: {sorted(left_out)}")
