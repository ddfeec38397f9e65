"""The command line reports mistakes and returns 1, or changes what it was asked to."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from conftest import PAGE
from derivlearn_site import cli
from derivlearn_site.base.settings import Settings
from derivlearn_site.translation import translator as translation

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
    assert "-4.1\n+4.0\n" in errors
    assert "4.1" in path.read_text()


def test_check_fails_with_the_mistakes_of_the_pages(book: Settings, run: Run) -> None:
    assert run("check") == (0, "", "")
    (book.docs / "en" / "demo.md").write_text(PAGE.replace("{ #root }", ""))
    code, _, errors = run("check")
    assert code == 1
    assert "docs/en/demo.md:21: give the heading an id: ## Title" in errors


def test_a_folder_without_a_book_is_told(run: Run, book: Settings) -> None:
    (book.root / "mkdocs.yml").unlink()
    code, _, errors = run("check")
    assert code == 1
    assert "mkdocs.yml:1: is not there; run the command in the folder" in errors


JAPANESE = """\
name: 日本語
messages:
  "is out of date; run `derivlearn-site record` if the new output is right": 古い
  "is not there; run the command in the folder that holds mkdocs.yml": ない
"""


@pytest.mark.parametrize(
    ("arguments", "locale", "told"),
    [
        (["record", "--check"], "C", "is out of date; run"),
        (["record", "--check"], "ja_JP.UTF-8", "古い"),
        (["record", "--check", "--language", "ja"], "C", "古い"),
        (["--language", "ja", "record", "--check"], "en_US.UTF-8", "古い"),
        (["record", "--check", "--language", "en"], "ja_JP.UTF-8", "is out of date; r"),
    ],
)
def test_a_contributor_is_told_in_one_language(  # noqa: PLR0913, PLR0917
    book: Settings,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    locale: str,
    told: str,
) -> None:
    (book.docs / "ja" / "book.yml").write_text(JAPANESE, encoding="utf-8")
    path = book.snippets / "demo" / "double.out"
    path.write_text(path.read_text().replace("4.0", "4.1"))
    monkeypatch.setenv("LC_ALL", locale)
    code, _, errors = run(*arguments)
    assert code == 1
    assert errors.startswith(f"snippets/demo/double.out:6: {told}")
    assert ("古い" in errors) != ("is out of date" in errors)
    assert "-4.1\n+4.0\n" in errors


def test_what_is_wrong_with_the_settings_is_told_in_that_language_too(
    book: Settings, run: Run
) -> None:
    (book.docs / "ja" / "book.yml").write_text(JAPANESE, encoding="utf-8")
    (book.root / "mkdocs.yml").unlink()
    assert run("check", "--language", "ja") == (1, "", "mkdocs.yml:1: ない\n")


def test_a_language_that_the_book_lacks_is_told(run: Run) -> None:
    code, _, errors = run("check", "--language", "xx")
    assert code == 1
    assert errors.startswith("mkdocs.yml:1: names no language 'xx'; add it to")
    assert run("check", "--language", "en") == (0, "", "")


def test_check_tells_what_is_wrong_with_the_texts(book: Settings, run: Run) -> None:
    (book.docs / "en" / "book.yml").write_text("English\n", encoding="utf-8")
    code, _, errors = run("check")
    assert code == 1
    assert errors.startswith("docs/en/book.yml:1: a language needs `name: …`")


def ended(
    book: Settings, *arguments: str, encoding: str = "utf-8"
) -> subprocess.Popen[bytes]:
    """Start the command line as a terminal would, with its output in a pipe."""
    code = "import sys; from derivlearn_site.cli import main; sys.exit(main())"
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", code, *arguments],
        cwd=book.root,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_whoever_has_read_enough_is_not_bothered(book: Settings) -> None:
    with ended(book, "status", "en") as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()  # before anything is written
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_terminal_that_cannot_show_japanese_is_told_the_rest(book: Settings) -> None:
    translation.done(book, "en", "demo")
    path = book.docs / "ja" / "demo.md"
    path.write_text(PAGE.replace("Twice four:", "二の四倍 (4):"))
    with ended(book, "diff", "demo", encoding="cp1252") as process:
        out, errors = process.communicate()
    assert (process.returncode, errors) == (0, b"")
    assert b"+???? (4):" in out
