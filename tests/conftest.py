"""What holds for all tests."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.built.conftest import Built, build_book, copy_book, made_once


@pytest.fixture(autouse=True)
def _same_modules() -> Iterator[None]:
    """Put back the package's modules: the runner forgets them between two programs.

    Classes that were imported before would be strangers to those imported after.
    """
    before = {name: m for name, m in sys.modules.items() if name[:10] == "derivlearn"}
    yield
    sys.modules.update(before)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The book as it is, built."""

    def make(root: Path) -> None:
        book = build_book(copy_book(root))
        assert (book.status, book.said) == (0, "")

    return Built(made_once(tmp_path_factory, "book", make), 0, "")
