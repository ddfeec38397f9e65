"""What holds for all tests."""

import importlib.util
import os
from pathlib import Path

import pytest

from building import Built, build
from needs import node
from tests.built.conftest import copy_book, made_once

__all__ = ["node"]

# Beside other libraries, which the book needs no more; `.ci/run pytorch` installs it.
if not os.environ.get("DERIVLEARN_REQUIRE_PYTORCH"):
    is_there = importlib.util.find_spec("sklearn") is not None
    collect_ignore = [] if is_there else ["test_baselines.py", "test_peers.py"]

# So that what it expects is told with what it has found.
pytest.register_assert_rewrite("examples")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what builds the book, and leave what needs it until it is built.

    Otherwise each of the processes of a run would come to it, and wait for the first.
    The blocks of the pages come last: they are short, and no process is done long
    before the others.
    """

    def needs_book(item: pytest.Item) -> bool:
        return "built" in getattr(item, "fixturenames", ())

    late = {item.path for item in items if needs_book(item)}

    def turn(item: pytest.Item) -> int:
        if item.get_closest_marker("early"):
            return 0
        if not isinstance(item, pytest.Function):
            return 3
        return 2 if item.path in late else 1

    items.sort(key=turn)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The book as it is, built."""

    def make(root: Path) -> None:
        book = build(copy_book(root))
        assert (book.status, book.said) == (0, "")

    return Built(made_once(tmp_path_factory, "book", make), 0, "")
