"""What holds for all tests."""

import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _same_modules() -> Iterator[None]:
    """Put back the package's modules: the runner forgets them between two programs.

    Classes that were imported before would be strangers to those imported after.
    """
    before = {name: m for name, m in sys.modules.items() if name[:10] == "derivlearn"}
    yield
    sys.modules.update(before)
