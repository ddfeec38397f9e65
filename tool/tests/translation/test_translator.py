"""A translator sees what is to do, begins a page, and says that it is done."""

import io
import json
import re

import pytest

from derivlearn_site.base import settings
from derivlearn_site.base.errors import SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.cli import main
from derivlearn_site.pages import page
from derivlearn_site.translation import translator as translation
from derivlearn_site.translation.drift import TODO


@pytest.fixture
def at_root(book: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The book, with the terminal at its root."""
    monkeypatch.chdir(book.root)
    return book


def test_from_a_new_page_to_one_that_is_done(
    at_root: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    book = at_root
    path = book.docs / "en" / "demo.md"
    path.unlink()
    assert main(["status"]) == 0
    assert "demo#root: missing" in capsys.readouterr().out

    assert main(["new", "en", "demo"]) == 0
    assert "wrote docs/en/demo.md" in capsys.readouterr().out
    assert page.read(path, book).problems == []
    assert main(["done", "demo"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(";")[0] for line in told if line.startswith("docs/en/")] == [
        "docs/en/demo.md:2: the `description:` below is not translated yet",
        "docs/en/demo.md:6: { #demo } is not translated yet",
        "docs/en/demo.md:24: { #root } is not translated yet",
    ]

    path.write_text(re.sub(rf"\n\n{TODO}|# {TODO}\n", "", path.read_text()))
    assert main(["done", "demo"]) == 0
    capsys.readouterr()
    assert main(["status", "en", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["en"]["totals"] == {
        "fresh": 2,
        "stale": 0,
        "untranslated": 0,
        "missing": 0,
    }
    assert main(["diff", "demo"]) == 0
    assert capsys.readouterr().out == "docs/en/demo.md: every section is in step\n"


def test_what_the_original_has_changed_is_shown(
    at_root: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["done", "demo", "en"]) == 0
    path = at_root.docs / "ja" / "demo.md"
    path.write_text(path.read_text().replace("Twice four:", "Twice 4:"))
    assert main(["diff", "demo", "en"]) == 0
    shown = capsys.readouterr().out
    assert "docs/en/demo.md:5: { #demo }" in shown
    assert "-Twice four:\n+Twice 4:" in shown


def test_a_section_that_is_not_translated_yet_has_no_difference_to_show(
    at_root: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    (at_root.docs / "en" / "demo.md").unlink()
    assert main(["new", "en", "demo"]) == 0
    capsys.readouterr()
    assert main(["diff", "demo", "en"]) == 0
    assert "docs/en/demo.md:24: { #root } is not translated yet" in (
        capsys.readouterr().out
    )


def test_all_that_keeps_a_page_from_being_done_is_told(
    at_root: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    path = at_root.docs / "en" / "demo.md"
    text = path.read_text().replace("Twice four:", "Twice $4$, `x`:")
    path.write_text(text)
    assert main(["done", "demo", "en"]) == 1
    told = capsys.readouterr().err
    assert "formulas: has $4$" in told
    assert "code: has x" in told


def test_a_page_that_differs_is_not_stamped(at_root: Settings) -> None:
    path = at_root.docs / "en" / "demo.md"
    path.write_text(path.read_text().replace("Twice four:", "Twice $4$:"))
    with pytest.raises(SourceError, match=r"formulas: has \$4\$.*nothing is stamped"):
        translation.done(at_root, "en", "demo")
    assert translation.done(at_root, "en", "demo", ["root"]).is_file()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["new", "en", "demo"], "docs/en/demo.md:1: is there already; nothing was"),
        (["new", "en", "nowhere"], "docs/ja/nowhere.md:1: is not there; the pages are"),
        (["new", "ko", "demo"], "mkdocs.yml:1: names no language 'ko'; add it to"),
        (["done", "demo", "ja"], "mkdocs.yml:1: 'ja' is the original, which is tran"),
        (["diff", "demo", "ja"], "mkdocs.yml:1: 'ja' is the original, which is tran"),
        (["new", "ja", "other"], "mkdocs.yml:1: 'ja' is the original, which is tran"),
        (["status", "xx"], "mkdocs.yml:1: names no language 'xx'; add it to"),
        (["diff", "nowhere"], "docs/ja/nowhere.md:1: is not there"),
        (["done", "demo", "en", "x"], "docs/en/demo.md:1: has no section { #x }; it h"),
    ],
)
def test_what_cannot_be_done_is_told(
    at_root: Settings,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    assert at_root
    assert main(arguments) == 1
    assert capsys.readouterr().err.startswith(message)
    assert not (at_root.docs / "ja" / ".originals").exists()


def test_a_new_language_needs_its_code_and_its_name(at_root: Settings) -> None:
    config = at_root.root / "mkdocs.yml"
    config.write_text(config.read_text().replace("[ja, en]", "[ja, en, ko]"))
    texts = at_root.docs / "ko" / "book.yml"
    texts.parent.mkdir()
    texts.write_text("name: 한국어\n", encoding="utf-8")
    assert main(["new", "ko", "demo"]) == 0
    path = at_root.docs / "ko" / "demo.md"
    assert path.read_text().count(TODO) == 3
    assert main(["check"]) == 0
    book = settings.load(at_root.root)
    assert "| **한국어** | 0 | 0 | 2 | 0 |" in translation.tables(book, "head")
    path.unlink()
    assert translation.status(book, "ko").totals()["missing"] == 2


def test_a_change_is_summed_up_for_its_reviewers(
    at_root: Settings,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert main(["done", "demo", "en"]) == 0
    path = at_root.docs / "ja" / "demo.md"
    path.write_text(path.read_text().replace("Twice four:", "Twice 4.125:"))
    capsys.readouterr()
    monkeypatch.setattr("sys.stdin", io.StringIO("docs/ja/demo.md\nREADME.md\n"))
    assert main(["summary"]) == 1
    told = capsys.readouterr().out
    assert "### English\n\n- `demo#demo`: stale" in told
    assert (
        "- `docs/ja/demo.md:11` no program of this page printed 4.125; write what it "
        "printed, or fewer than three decimals\n"
    ) in told
    texts = at_root.docs / "ja" / "book.yml"
    translated = (
        f"{texts.read_text(encoding='utf-8')}messages:\n"
        '  "no program of this page printed {number}; write what it printed, or fewer '
        'than three decimals": "{number}は表示していない"\n'
    )
    texts.write_text(translated, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("docs/ja/demo.md\n"))
    assert main(["summary"]) == 1
    both = f"{told.rstrip()}\n  4.125は表示していない\n"
    assert both in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.StringIO("README.md\n"))
    assert main(["summary"]) == 1
    assert "Every section of the pages touched is in step." in capsys.readouterr().out


def test_a_summary_tells_what_the_change_itself_has_left_behind(
    at_root: Settings,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert main(["done", "demo", "en", "demo"]) == 0  # the other stays behind
    capsys.readouterr()
    assert main(["status", "--json"]) == 0
    before = at_root.root / "before.json"
    before.write_text(capsys.readouterr().out, encoding="utf-8")
    path = at_root.docs / "ja" / "demo.md"
    path.write_text(path.read_text().replace("Twice four:", "Four, doubled:"))
    monkeypatch.setattr("sys.stdin", io.StringIO("docs/ja/demo.md\n"))
    assert main(["summary", "--before", str(before)]) == 0
    told = capsys.readouterr().out
    assert "- `demo#demo`: stale, by this change\n- `demo#root`: stale\n" in told


@pytest.mark.parametrize("text", [None, "", "[]", '{"en": {}}'])
def test_a_summary_names_a_state_that_it_cannot_read(
    at_root: Settings,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    text: str | None,
) -> None:
    before = at_root.root / "before.json"
    if text is not None:
        before.write_text(text, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("docs/ja/demo.md\n"))
    assert main(["summary", "--before", "before.json"]) == 1
    assert capsys.readouterr().err.startswith(
        "before.json:1: is not what `derivlearn-site status --json` writes"
    )
