"""The recorder keeps what each section printed and tells where a record is stale."""

from pathlib import Path

import pytest

from derivlearn_site.base.settings import Settings
from derivlearn_site.code import record

SHOWN = "# --8<-- [start:a]\n{}\n# --8<-- [end:a]\n"
OTHERWISE = "prints something else each time it is run"


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
        ("import os\nos._exit(0)\n", 1, "runs to its last line"),
        ("import os\nos._exit(1)\n", 1, "failed: "),
        ("import os\n\nos.write(1, b'past')\n", 3, "prints past `print`"),
        ("import sys\nsys.__stdout__.write('past')\n", 2, "prints past `print`"),
        ("import os\nos.system('echo past')\n", 2, "starts no other program"),
        ("import subprocess\nsubprocess.run(['ls'])\n", 2, "starts no other program"),
        ("import os\nos.fork()\n", 2, "starts no other program"),
        ("import os\nos.execv('/bin/ls', ['ls'])\n", 2, "starts no other program"),
        ("import socket\nsocket.create_connection(('e.org', 80))\n", 2, "no network"),
        ("import urllib.request as r\nr.urlopen('http://e.org')\n", 2, "no network"),
        ("open('/tmp/left-behind', 'w')\n", 1, "writes no file outside"),
        ("open(__file__, 'a')\n", 1, "writes no file outside"),
        ("import os\nos.open('/tmp/left', os.O_CREAT)\n", 2, "writes no file outside"),
        ("import os\nos.remove(__file__)\n", 2, "writes no file outside"),
        ("import os\nos.mkdir('/tmp/left-behind')\n", 2, "writes no file outside"),
        ("from pathlib import Path\nPath(__file__).chmod(0)\n", 2, "writes no file"),
        (SHOWN.format("print('a\\rb')"), 2, "prints U+000D, which no record can hold"),
        (SHOWN.format("print('\\x1b[1mbold')"), 2, "prints U+001B"),
        (SHOWN.format("print('x' * 30_000)"), 2, "prints 30001 characters, more than"),
        (SHOWN.format("import time; print(time.time())"), 2, OTHERWISE),
        (SHOWN.format("import random; print(random.random())"), 2, OTHERWISE),
        (SHOWN.format("print({'a', 'b', 'c', 'd', 'e', 'f'})"), 2, OTHERWISE),
        (SHOWN.format("print(hash('a'))"), 2, OTHERWISE),
        (SHOWN.format("print(id(object()))"), 2, OTHERWISE),
        (SHOWN.format("import os; print(os.getcwd())"), 2, OTHERWISE),
        (SHOWN.format("import os; print(os.environ['HOME'])"), 2, OTHERWISE),
        (SHOWN.format("import os; print(os.environ.get('CI'))"), 2, OTHERWISE),
        (SHOWN.format("import os; print(os.getpid())"), 2, OTHERWISE),
        (SHOWN.format("import time; print(time.localtime(0).tm_hour)"), 2, OTHERWISE),
        (SHOWN.format("import tempfile; print(tempfile.mkdtemp())"), 2, OTHERWISE),
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


def test_a_snippet_may_use_the_folder_that_it_is_run_in(book: Settings) -> None:
    path = book.snippets / "demo" / "double.py"
    path.write_text(
        "with open('kept.txt', 'w') as kept:\n    kept.write('4')\n"
        "import os\nos.mkdir('more')\nos.remove('kept.txt')\n"
        "import tempfile\ntempfile.TemporaryFile().write(b'5')\n"
        "# --8<-- [start:a]\nprint(os.listdir())\n# --8<-- [end:a]\n"
    )
    assert record.run_all(book.root, [path]).printed == {path: {"a": "['more']\n"}}


def test_a_snippet_is_run_again_only_when_what_it_stands_on_has_changed(
    book: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = book.root / "src" / "interest"
    package.mkdir(parents=True)
    for name in ("__init__", "used", "unused"):
        (package / f"{name}.py").write_text("")
    path = book.snippets / "demo" / "double.py"
    path.write_text(
        "from interest import used\n# --8<-- [start:a]\nprint(1)\n# --8<-- [end:a]\n"
    )
    ran: list[object] = []
    print_ = record._print  # noqa: SLF001 # a snippet itself can leave no trace

    def printed(*given: Path) -> str:
        ran.append(given)
        return print_(*given)

    monkeypatch.setattr(record, "_print", printed)

    def runs() -> int:
        ran.clear()
        assert record.run_all(book.root, [path]).printed == {path: {"a": "1\n"}}
        return len(ran)

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
