"""What MicroPython may answer is what was proven of it, and of nothing else."""

from pathlib import Path

import pytest

from derivlearn_site.base.settings import Settings
from derivlearn_site.code import instant
from derivlearn_site.code.instant import Shown
from frozen_book import BOOK, FROZEN

BLOCK = Shown("demo/double.py:use", "x = 1\n", "print(x)\n", "1\n")


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """A folder with something that stands for MicroPython."""
    for name in ("micropython.js", "micropython.bin"):
        (tmp_path / name).write_text(name)
    return tmp_path


def test_a_digest_hangs_on_all_that_decides_what_is_printed(
    book: Settings, scripts: Path
) -> None:
    def digest(block: Shown = BLOCK, settings: Settings = book) -> str:
        [found] = instant.digests(settings, scripts, [block])
        return found

    first = digest()
    assert digest() == first
    assert digest(BLOCK._replace(key="other")) == first
    for part in ("before", "code", "output"):
        assert digest(BLOCK._replace(**{part: "print(2)\n"})) != first
    assert digest(settings=BOOK) != first
    for name in ("micropython.js", "micropython.bin"):
        (scripts / name).write_text("another version")
        assert digest() != first
        (scripts / name).write_text(name)


def test_the_library_holds_what_runs_without_packages() -> None:
    library = instant.files(BOOK)
    modules = (FROZEN / "src/interest").rglob("*.py")
    without = {path for path in modules if "numpy" not in path.read_text()}
    assert {f"interest/{path.name}" for path in without} <= library.keys()
    assert {"begin.py", "random.py"} <= library.keys()
    assert "__init__.py" not in library
    assert not any("import numpy" in text for text in library.values())


def test_a_large_file_is_left_out(
    book: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = book.root / "src/own"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("X = 1\n")
    (package / "small.csv").write_text("1,2\n")
    (package / "large.csv").write_text("1,2\n" * 10_000)
    monkeypatch.setattr(Settings, "package", "own")
    library = instant.files(book)
    assert "own/small.csv" in library
    assert "own/large.csv" not in library


def test_what_is_written_can_be_read(book: Settings) -> None:
    assert instant.read(book) == {}
    instant.write(
        book, {"b" * 16: ("first", "z/a.py:x"), "a" * 16: ("alone", "a.py:y")}
    )
    assert instant.read(book) == {"b" * 16: "first", "a" * 16: "alone"}
    lines = (book.snippets / instant.NAME).read_text().splitlines()
    assert [line.split()[-1] for line in lines] == ["a.py:y", "z/a.py:x"]


def test_docstrings_are_not_carried_about(book: Settings) -> None:
    library = instant.files(book)
    path = Path(instant.__file__).with_name("micropython") / "fuller_math.py"
    source = path.read_text()
    assert '"""' in source
    assert '"""' not in library[path.name]
    kept = [line for line in library[path.name].splitlines() if line]
    assert kept
    assert set(kept) <= set(source.splitlines())
    assert len(library[path.name].splitlines()) == len(source.splitlines())
