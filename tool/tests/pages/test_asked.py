"""What readers type beside the words of the book leads somewhere."""

from pathlib import Path

import pytest

import frozen_book
from derivlearn_site.base import settings
from derivlearn_site.pages import asked
from frozen_book import put

FILE = "docs/search.yml"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return frozen_book.copy(tmp_path_factory.mktemp("frozen") / "book")


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("growth: [", "grow: [", 4, "'grow' is no page or no heading of one"),
        ("#limit", "#limits", 5, "'growth#limits' is no page or no heading of one"),
        ("#interest", "#rent", 6, "'words#rent' is no page or no heading of one"),
        ("[dividend]", "[]", 6, "'words#interest' needs a text"),
        (" りそく", "", 9, "'利息' needs a text"),
        ("[dividend]", "[dividend", 8, "is not YAML"),
    ],
)
def test_a_name_that_leads_nowhere_is_told(
    root: Path, old: str, new: str, line: int, told: str
) -> None:
    with frozen_book.edited(root, FILE, put(old, new)):
        [problem] = frozen_book.problems(root)
    assert (problem.path, problem.line) == (root / FILE, line)
    assert told in str(problem.message)


def test_a_name_may_be_one_that_yaml_reads_as_something_else(root: Path) -> None:
    with frozen_book.edited(root, FILE, put("[dividend]", "[0.1, no, 1e-7, null]")):
        found = asked.read(settings.load(root))
        assert frozen_book.problems(root) == []
    assert found.of_term(frozen_book.BOOK, "interest") == ("0.1", "no", "1e-7", "null")


def test_one_name_needs_no_brackets(root: Path) -> None:
    with frozen_book.edited(root, FILE, put("[dividend]", "dividend")):
        found = asked.read(settings.load(root))
    assert found.of_term(frozen_book.BOOK, "interest") == ("dividend",)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "names:\n", "- names\n"])
def test_a_book_may_have_no_such_words(root: Path, text: str) -> None:
    with frozen_book.edited(root, FILE, lambda _: text.encode()):
        assert asked.read(settings.load(root)) == asked.Asked()
        assert frozen_book.problems(root) == []
