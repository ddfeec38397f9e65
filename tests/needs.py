"""What a test needs of the machine, beside Python."""

import os
from typing import NoReturn

import pytest


def needs(what: str, remedy: str) -> NoReturn:
    """Skip a test for want of something, or fail it where none may be skipped."""
    message = f"there is no {what}; {remedy}"
    if os.environ.get("DERIVLEARN_REQUIRE_BROWSER"):
        pytest.fail(message)
    pytest.skip(message)
