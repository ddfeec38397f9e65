"""A block has the steps that are kept of it, as long as it is the same block."""

import pytest

import frozen_book
from derivlearn_site.base import settings
from derivlearn_site.base.settings import Settings
from derivlearn_site.code import steps
from derivlearn_site.pages import page as pages
from derivlearn_site.pages import stepped


@pytest.fixture
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return settings.load(frozen_book.copy(tmp_path_factory.mktemp("steps") / "book"))


def traces(book: Settings) -> list[bool]:
    """Return which blocks of a page of the frozen book have steps."""
    page = pages.read(book.docs / "en" / "growth.md", book)
    return [stepped.trace(block) is not None for block in page.blocks]


def test_all_languages_have_the_steps_of_the_original(frozen: Settings) -> None:
    asked = stepped.asked(frozen)
    assert steps.stale(frozen.root, asked) == []
    assert any(traces(frozen))


def test_a_block_that_has_changed_has_no_steps_until_they_are_recorded(
    frozen: Settings,
) -> None:
    before = traces(frozen)
    path = frozen.snippets / "growth" / "years.py"
    path.write_text(path.read_text().replace("n = 1\n", "n = 1  # once\n"))
    after = traces(frozen)
    assert sum(before) - sum(after) == 1
    steps.write(frozen.root, stepped.asked(frozen))
    assert traces(frozen) == before


def test_steps_that_print_something_else_are_not_shown(frozen: Settings) -> None:
    before = traces(frozen)
    own = frozen.snippets / "growth" / "years.steps"
    own.write_text(own.read_text().replace("1953.125\\n", "1953.1\\n"))
    assert sum(before) - sum(traces(frozen)) == 1


def test_a_file_of_steps_that_cannot_be_read_costs_no_page(frozen: Settings) -> None:
    own = frozen.snippets / "growth" / "years.steps"
    own.write_text("# --8<-- [start:after]\n")
    page = pages.read(frozen.docs / "ja" / "growth.md", frozen)
    assert page.problems == []
    assert stepped.trace(page.blocks[0]) is None
    [problem] = stepped.problems({"growth": page})
    assert problem.path == own


def test_steps_without_a_snippet_are_stale(frozen: Settings) -> None:
    own = frozen.snippets / "growth" / "gone.steps"
    own.write_text("{}\n")
    [problem] = steps.stale(frozen.root, stepped.asked(frozen))
    assert problem.path == own
