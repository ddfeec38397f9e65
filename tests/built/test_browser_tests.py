"""The tests in a browser are run, or left out with one word of why."""

import pytest

from needs import REQUIRED, lacking


def test_the_browser_tests_can_run() -> None:
    message = lacking()
    if message and not REQUIRED:
        pytest.skip(f"all tests in tests/built/browser are left out: {message}")
    assert message == ""
