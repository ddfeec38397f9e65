"""Each language of a book is written as a project, and nothing is lost by it."""

from pathlib import Path

import pytest

import frozen_book
from derivlearn_site import cli
from frozen_book import BOOK


def written(folder: Path) -> dict[Path, bytes]:
    """Return what a folder holds."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder): path.read_bytes() for path in files}


def test_a_project_holds_every_page_and_is_written_anew_over_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(frozen_book.copy(tmp_path / "book"))
    into = tmp_path / "projects"
    assert cli.main(["zensical", str(into)]) == 0
    first = written(into)
    for language, slug in frozen_book.PAGES:
        assert Path(language, "docs", f"{slug}.md") in first
    (into / BOOK.languages[0] / "docs/old.md").write_text("# Old\n", encoding="utf-8")
    assert cli.main(["zensical", str(into)]) == 0
    assert written(into) == first


def test_what_is_no_project_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = frozen_book.copy(tmp_path / "book")
    monkeypatch.chdir(root)
    before = written(root)
    assert cli.main(["zensical", "docs"]) == 1
    assert f"docs/{BOOK.languages[0]}:1: is there, but" in capsys.readouterr().err
    assert written(root) == before
