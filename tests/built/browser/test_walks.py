"""Whatever a reader does, what is seen is what runs, and nothing written is lost.

`benchmarks/walks.py` takes many more of these walks.
"""

import pytest
from playwright.sync_api import Browser

from tests.built.browser.walking import Walk


@pytest.mark.parametrize("seed", range(10))
def test_a_walk_at_random_goes_not_astray(
    browser: Browser, vendored: str, seed: int
) -> None:
    Walk(browser, vendored, seed).go()
