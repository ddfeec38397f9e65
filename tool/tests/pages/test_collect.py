"""Plain pytest runs every block of every page and tells where one is wrong."""

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import PAGE, SNIPPET
from derivlearn_site.base.settings import Settings

CONFIG = """\
[pytest]
testpaths = docs
addopts = -p derivlearn_site.pages.collect -p no:cacheprovider
filterwarnings = error
"""


def run(root: Path, *arguments: str) -> tuple[int, str]:
    (root / "pytest.ini").write_text(CONFIG)
    process = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "pytest", *arguments],
        cwd=root,
        check=False,
        capture_output=True,
        text=True,
    )
    return process.returncode, process.stdout + process.stderr


def test_each_block_of_each_language_passes_by_its_own_line(book: Settings) -> None:
    code, output = run(book.root, "-v")
    assert code == 0, output
    for language in ("ja", "en"):
        for line in (7, 13, 24):
            assert f"docs/{language}/demo.md::line {line} PASSED" in output
    assert "6 passed" in output


def test_the_pages_of_a_language_that_is_added_are_collected(book: Settings) -> None:
    config = book.root / "mkdocs.yml"
    text = config.read_text()
    (book.docs / "ko").mkdir()
    (book.docs / "ko/demo.md").write_text(PAGE)
    # It is no language yet; the guard alone sees its fences.
    code, output = run(book.root)
    assert code == 1
    assert "9 Python fences stand on the pages under docs/, but 6 blocks" in output
    config.write_text(text.replace("[ja, en]", "[ja, ko, en]"))
    (book.docs / "ko/book.yml").write_text("name: 한국어\n", encoding="utf-8")
    code, output = run(book.root, "-v")
    assert code == 0, output
    assert "docs/ko/demo.md::line 7 PASSED" in output


def test_a_false_output_is_told_with_its_difference(book: Settings) -> None:
    path = book.snippets / "demo" / "double.out"
    path.write_text(path.read_text().replace("4.0", "4.1"))
    code, output = run(book.root, "docs/ja/demo.md")
    assert code == 1
    assert (
        "docs/ja/demo.md:24: the block from snippets/demo/double.py:17 [root] "
        "prints something else than recorded" in output
    )
    assert "-4.1\n+4.0\n" in output
    assert "1 failed, 2 passed" in output


def test_an_output_that_the_page_does_not_expect_is_told(book: Settings) -> None:
    path = book.snippets / "demo" / "double.py"
    path.write_text(SNIPPET.replace("    return 2", "    print(x)\n    return 2"))
    code, output = run(book.root, "docs/ja/demo.md")
    assert code == 1
    assert "+4\n 8\n" in output


def test_an_error_is_told_with_the_snippets_own_lines(book: Settings) -> None:
    path = book.snippets / "demo" / "double.py"
    path.write_text(SNIPPET.replace("2 * x", "2 * x.real / 0"))
    code, output = run(book.root, "docs/ja/demo.md")
    assert code == 1
    assert 'File "snippets/demo/double.py", line 12, in <module>' in output
    assert 'File "snippets/demo/double.py", line 8, in double' in output
    assert "    return 2 * x.real / 0" in output
    assert "ZeroDivisionError: float division by zero" in output or (
        "ZeroDivisionError: division by zero" in output
    )


def test_a_page_with_a_mistake_is_not_run_but_fails(book: Settings) -> None:
    (book.docs / "ja" / "demo.md").write_text(PAGE.replace("```python", "```py"))
    code, output = run(book.root)
    assert code != 0
    assert "docs/ja/demo.md:7: a fence is one of python, exercise, text" in output


@pytest.mark.parametrize("arguments", [(), ("-n", "2")])
def test_a_whole_run_in_which_a_fence_did_not_run_fails(
    book: Settings, arguments: tuple[str, ...]
) -> None:
    (book.root / "conftest.py").write_text(
        "def pytest_collection_modifyitems(items):\n    del items[-1]\n"
    )
    code, output = run(book.root, *arguments)
    assert code == 1
    assert "6 Python fences stand on the pages under docs/, but 5 blocks" in output


def test_a_skipped_block_does_not_count_as_run(book: Settings) -> None:
    (book.root / "conftest.py").write_text(
        "import pytest\n"
        "def pytest_collection_modifyitems(items):\n"
        "    items[0].add_marker(pytest.mark.skip)\n"
    )
    code, output = run(book.root)
    assert code == 1
    assert "5 blocks passed" in output


def test_a_part_of_the_pages_may_be_run_alone(book: Settings) -> None:
    assert run(book.root, "docs/en")[0] == 0
    assert run(book.root, "-k", "line and 7")[0] == 0
