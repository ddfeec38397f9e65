"""Every block of every page, run by its own button, prints what the page says."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from derivlearn_site.code import runner
from derivlearn_site.pages import page as pages
from tests.built.conftest import BOOK, PAGES, path_of

RUN = """async bar => {
  const status = bar.querySelector("[role=status]")
  const ended = new Promise(resolve => new MutationObserver(() => {
    if (!["busy", "quiet"].includes(status.dataset.status)) resolve()
  }).observe(status, { attributes: true }))
  bar.querySelector("[data-do=run]").click()
  await ended
  return [status.dataset.status, status.textContent]
}"""


def blocks_of(language: str, slug: str) -> dict[str, str]:
    """Return the blocks of a page, and what each of them runs and prints."""
    source = pages.read(BOOK.docs / language / f"{slug}.md", BOOK)
    return {
        block.id: f"{block.program.source}\n{block.output}" for block in source.blocks
    }


def own_blocks(language: str, slug: str) -> list[str]:
    """Return the blocks of a page that the first language has not in the same place."""
    blocks = blocks_of(language, slug)
    if language == BOOK.languages[0]:
        return [*blocks]
    first = blocks_of(BOOK.languages[0], slug)
    return [id_ for id_, block in blocks.items() if first.get(id_) != block]


WITH_BLOCKS = [place for place in PAGES if own_blocks(*place)]


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
