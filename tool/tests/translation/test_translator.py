"""A translator sees what is to do, begins a page, and says that it is done."""

import io
import json
import shutil

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
    assert "docs/en/demo.md:5: { #demo } is not translated" in capsys.readouterr().err

    path.write_text(path.read_text().replace(f"\n\n{TODO}", ""))
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
    assert capsys.readouterr().out == ""


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
        (["new", "ko", "demo"], "mkdocs.yml:1: names no language 'ko'; add an entry"),
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


def test_a_page_of_a_new_language_needs_one_entry(at_root: Settings) -> None:
    config = at_root.root / "mkdocs.yml"
    text = config.read_text()
    config.write_text(text.replace("en: {name", "ko: {name: 한국어}, en: {name"))
    book = settings.load(at_root.root)
    path = translation.begin(book, "ko", "demo")
    assert path.read_text().count(TODO) == 2
    shutil.rmtree(path.parent)
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
        "  4.125は、このページのコードが表示した数ではありません。"
    ) in told
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
