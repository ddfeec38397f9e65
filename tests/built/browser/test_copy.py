"""The copy button of a block copies a program that runs on its own."""

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
