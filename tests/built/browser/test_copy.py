"""The copy button copies a program that runs on its own, and covers none of it."""

from collections.abc import Callable

import pytest

from derivlearn_site.pages import page as pages
from tests.built.browser.conftest import Visit
from tests.built.conftest import BOOK


@pytest.mark.parametrize("slug", ["loss", "difference-error"])
def test_a_copied_block_is_its_whole_program(
    visit: Callable[..., Visit], slug: str
) -> None:
    seen = visit(f"en/{slug}/", permissions=["clipboard-read", "clipboard-write"])
    blocks = pages.read(BOOK.docs / "en" / f"{slug}.md", BOOK).blocks
    listings = [block for block in blocks if not block.check][:4]
    assert any(block.program.preamble for block in listings)
    for block in listings:
        button = seen.page.locator(f"#{block.id} .dl-copy")
        button.evaluate("it => it.click()")
        seen.page.wait_for_function(
            "async text => (await navigator.clipboard.readText()).trimEnd() === text",
            arg=block.program.source.rstrip(),
        )
    assert seen.complaints == []


COVERED = """() => [...document.querySelectorAll(".dl-copy")].filter(button => {
  const pre = button.parentElement.querySelector("pre")
  const [a, b] = [button, pre].map(it => it.getBoundingClientRect())
  return a.right > b.left && a.left < b.right && a.bottom > b.top && a.top < b.bottom
}).map(button => button.dataset.clipboardTarget)"""
OVER = """() => [...document.querySelectorAll(".highlight > pre")].filter(pre =>
  pre.scrollWidth > pre.clientWidth && getComputedStyle(pre).backgroundImage === "none"
).length"""


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("script", [True, False])
def test_no_code_is_covered_and_what_runs_over_has_a_shade(
    visit: Callable[..., Visit], width: int, *, script: bool
) -> None:
    size = {"width": width, "height": 800}
    seen = visit("en/training/", viewport=size, java_script_enabled=script)
    for preamble in seen.page.locator("details.preamble").all():
        preamble.evaluate("it => it.open = true")
    assert seen.page.evaluate(COVERED) == []
    assert seen.page.evaluate(OVER) == 0
