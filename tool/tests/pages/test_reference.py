"""Every public name is explained somewhere, and what explains it is there."""

from pathlib import Path

import pytest

import frozen_book
from derivlearn_site.base import settings
from derivlearn_site.pages import page as pages
from derivlearn_site.pages import reference
from frozen_book import put

FILE = "docs/reference.yml"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return frozen_book.copy(tmp_path_factory.mktemp("frozen") / "book")


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        (
            "growth.often: growth\n",
            "",
            1,
            "'growth.often' is public and has no entry; name the page that explains it",
        ),
        (
            "table: ledger\n",
            "tables: ledger\n",
            4,
            "'tables' is not public; delete it",
        ),
        (
            "growth#wait",
            "growth#weight",
            2,
            "'growth#weight' is no page or no heading of one; correct it",
        ),
        ("growth: growth", "growth: grow", 1, "'grow' is no page or no heading of one"),
        ("growth: growth", "growth:", 1, "'' is no page or no heading of one"),
        ("growth: growth", "growth: [", 3, "YAML"),
    ],
)
def test_a_name_without_its_place_is_told(
    root: Path, old: str, new: str, line: int, told: str
) -> None:
    with frozen_book.edited(root, FILE, put(old, new)):
        found = frozen_book.problems(root)
        assert (root / FILE, line) in {(each.path, each.line) for each in found}
        assert any(told in str(each.message) for each in found)


def test_a_name_that_is_new_in_the_package_is_told(root: Path) -> None:
    with frozen_book.edited(
        root, "src/interest/table.py", put('["table"]', '["table", "grown"]')
    ):
        [problem] = frozen_book.problems(root)
        assert "'table.grown' is public and has no entry" in str(problem.message)


def test_a_book_without_the_file_lists_no_names(root: Path) -> None:
    with frozen_book.edited(root, FILE, lambda _: b""):
        assert reference.read(settings.load(root)) == ()
        assert frozen_book.problems(root) == []


def test_a_page_knows_what_it_explains(root: Path) -> None:
    book = settings.load(root)
    page = pages.read(book.docs / "en/growth.md", book)
    names = [each.name for each in reference.explained_on(page)]
    assert names == ["growth", "growth.grown", "growth.often"]
