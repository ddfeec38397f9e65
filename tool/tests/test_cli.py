"""The command line reports mistakes and returns 1, or changes what it was asked to."""

from collections.abc import Callable

import pytest

from conftest import PAGE
from derivlearn_site import cli
from derivlearn_site.base.settings import Settings

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    book: Settings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """Run the command in the folder of the book."""

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.chdir(book.root)
        code = cli.main(list(arguments))
        return code, *capsys.readouterr()

    return command


def test_record_writes_and_names_what_changed(book: Settings, run: Run) -> None:
    (book.snippets / "demo" / "double.out").unlink()
    assert run("record") == (0, "wrote snippets/demo/double.out\n", "")
    assert run("record") == (0, "", "")


def test_record_check_fails_with_the_difference(book: Settings, run: Run) -> None:
    assert run("record", "--check") == (0, "", "")
    path = book.snippets / "demo" / "double.out"
    path.write_text(path.read_text().replace("4.0", "4.1"))
    code, _, errors = run("record", "--check")
    assert code == 1
    assert "double.out:6: is out of date" in errors
    assert "\n    記録が古くなっています。" in errors
    assert "-4.1\n+4.0\n" in errors
    assert "4.1" in path.read_text()


def test_check_fails_with_the_mistakes_of_the_pages(book: Settings, run: Run) -> None:
    assert run("check") == (0, "", "")
    (book.docs / "en" / "demo.md").write_text(PAGE.replace("{ #root }", ""))
    code, _, errors = run("check")
    assert code == 1
    assert "docs/en/demo.md:21: give the heading an id: ## Title" in errors
    assert "\n    見出しにidを付けてください：" in errors


def test_a_folder_without_a_book_is_told(run: Run, book: Settings) -> None:
    (book.root / "mkdocs.yml").unlink()
    code, _, errors = run("check")
    assert code == 1
    assert "mkdocs.yml:1: is not there; run the command in the folder" in errors
