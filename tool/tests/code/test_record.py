"""The recorder keeps what each section printed and tells where a record is stale."""

import pytest

from derivlearn_site.base.settings import Settings
from derivlearn_site.code import record


def test_a_true_record_is_not_stale(book: Settings) -> None:
    assert record.stale(book.root, book.snippets.rglob("*.py")) == []


def test_one_changed_digit_is_told_with_its_difference(book: Settings) -> None:
    path = book.snippets / "demo" / "double.out"
    path.write_text(path.read_text().replace("4.0", "4.1"))
    [problem] = record.stale(book.root, book.snippets.rglob("*.py"))
    assert (problem.path, problem.line) == (path, 6)
    assert "-4.1\n+4.0\n" in problem.detail


def test_a_missing_record_is_stale(book: Settings) -> None:
    path = book.snippets / "demo" / "double.out"
    path.unlink()
    [problem] = record.stale(book.root, book.snippets.rglob("*.py"))
    assert (problem.path, problem.line) == (path, 1)


def test_a_record_without_a_snippet_is_told(book: Settings) -> None:
    path = book.snippets / "demo" / "gone.out"
    path.write_text("")
    [problem] = record.stale(book.root, book.snippets.rglob("*.py"))
    assert problem.path == path
    assert "records no snippet" in problem.message


def test_recording_writes_only_what_changed(book: Settings) -> None:
    path = book.snippets / "demo" / "double.out"
    before = path.read_text()
    assert record.write(book.root, book.snippets.rglob("*.py")) == ([], [])
    path.write_text("nonsense\n")
    assert record.write(book.root, book.snippets.rglob("*.py")) == ([path], [])
    assert path.read_text() == before


def test_a_snippet_that_prints_nothing_has_no_record(book: Settings) -> None:
    path = book.snippets / "demo" / "double.py"
    path.write_text("# --8<-- [start:a]\nx = 1\n# --8<-- [end:a]\n")
    record.write(book.root, [path])
    assert not record.output_path(path).exists()
    assert record.read(path) == {}


def test_the_outputs_of_a_record_are_read_by_section(book: Settings) -> None:
    path = book.snippets / "demo" / "double.py"
    assert record.read(path) == {"use": "8\n", "root": "4.0\n"}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("x = 1\nprint(x)\n", 2, "prints outside every section"),
        ("x = 1\n\ndef f():\n    return 1 / 0\n\nf()\n", 4, "ZeroDivisionError"),
        ("import sys\nsys.exit()\n", 2, "runs to its last line"),
        ("x = 1\ny = input()\n", 2, "EOFError"),
        ("import warnings\nwarnings.warn('old', stacklevel=1)\n", 2, "UserWarning"),
    ],
)
def test_a_snippet_that_cannot_be_recorded_is_told_with_its_line(
    book: Settings, text: str, line: int, message: str
) -> None:
    path = book.snippets / "demo" / "double.py"
    path.write_text(text)
    other = path.with_name("other.py")
    other.write_text("# --8<-- [start:a]\nprint(1)\n# --8<-- [end:a]\n")
    run = record.run_all(book.root, [path, other])
    [problem] = run.failed
    assert (problem.path, problem.line) == (path, line)
    assert message in problem.message
    assert run.printed == {other: {"a": "1\n"}}


def test_a_snippet_is_run_with_the_mathematics_of_its_own_book(book: Settings) -> None:
    package = book.root / "src" / "interest"
    package.mkdir(parents=True)
    module = package / "__init__.py"
    path = book.snippets / "demo" / "double.py"
    path.write_text(
        "import interest\n"
        "# --8<-- [start:a]\nprint(interest.answer)\n# --8<-- [end:a]\n"
    )
    for answer in ("41\n", "42\n"):
        module.write_text(f"answer = {answer}")
        assert record.run_all(book.root, [path]).printed == {path: {"a": answer}}


def test_a_snippet_is_run_again_only_when_what_it_stands_on_has_changed(
    book: Settings,
) -> None:
    package = book.root / "src" / "interest"
    package.mkdir(parents=True)
    for name in ("__init__", "used", "unused"):
        (package / f"{name}.py").write_text("")
    ran = book.root / "ran"
    path = book.snippets / "demo" / "double.py"
    path.write_text(
        f"from interest import used\nwith open({str(ran)!r}, 'a') as ran:\n"
        "    ran.write('.')\n# --8<-- [start:a]\nprint(1)\n# --8<-- [end:a]\n"
    )

    def runs() -> int:
        before = len(ran.read_text()) if ran.exists() else 0
        assert record.run_all(book.root, [path]).printed == {path: {"a": "1\n"}}
        return len(ran.read_text()) - before

    assert [runs(), runs()] == [1, 0]
    (package / "unused.py").write_text("x = 1\n")
    assert runs() == 0
    (package / "used.py").write_text("x = 1\n")
    assert [runs(), runs()] == [1, 0]
    path.write_text(path.read_text() + "# a remark\n")
    assert [runs(), runs()] == [1, 0]
    [kept] = (book.root / ".cache").rglob("double.json")
    kept.write_text("{ damaged")
    assert [runs(), runs()] == [1, 0]
