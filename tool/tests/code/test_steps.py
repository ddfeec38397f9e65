"""The steps of blocks are kept beside the records, and told where they are stale."""

import json
from pathlib import Path

import pytest

from derivlearn_site.base.errors import SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.code import steps
from derivlearn_site.code.steps import Asked

CODE = "total = 0\nfor n in range(3):\n    total += n\nprint(total)\n"
LOOP = Asked("loop", "", CODE, "3\n")
SHORT = Asked("short", "", "x = 1\n", "")


@pytest.fixture
def path(book: Settings) -> Path:
    return book.snippets / "demo" / "double.py"


def written(book: Settings, path: Path, *asked: Asked) -> Path:
    assert steps.write(book.root, {path: asked})[1] == []
    return steps.path_of(path)


def test_steps_are_kept_once(book: Settings, path: Path) -> None:
    asked = {path: [LOOP, SHORT]}
    own = steps.path_of(path)
    assert steps.write(book.root, asked) == ([own], [])
    assert steps.write(book.root, asked) == ([], [])
    assert steps.stale(book.root, asked) == []
    [(name, kept)] = steps.read(path).items()
    assert (name, kept.line, kept.program) == ("loop", 1, LOOP.program)
    assert kept.output == LOOP.output
    assert kept.trace is not None
    assert len(kept.trace["steps"]) == 9


def test_a_file_has_a_line_for_each_step(book: Settings, path: Path) -> None:
    lines = written(book, path, LOOP).read_text().splitlines()
    assert lines[0] == "# --8<-- [start:loop]"
    assert json.loads(lines[1]) == {"program": LOOP.program, "given": {}}
    assert json.loads(lines[2]) == {"line": 1, "set": {"total": "0"}}
    assert lines[-1] == "# --8<-- [end:loop]"


@pytest.mark.parametrize(
    "asked",
    [
        SHORT,
        LOOP._replace(output="4\n"),
        LOOP._replace(code=f"{CODE}1 / 0\n"),
    ],
    ids=["short", "another output", "fails"],
)
def test_what_cannot_be_followed_has_no_steps(
    book: Settings, path: Path, asked: Asked
) -> None:
    own = steps.path_of(path)
    own.write_text("")
    assert written(book, path, asked) == own
    assert steps.read(path) == {}


def test_a_value_of_the_machine_is_not_told(book: Settings, path: Path) -> None:
    asked = Asked("where", "", f"x = id(object())\n{CODE}", "3\n")
    text = written(book, path, asked).read_text()
    assert '"set":{"x":"…"}' in text


def test_a_trace_that_is_too_large_is_not_kept(
    book: Settings, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "MOST_BYTES", 50)
    assert not written(book, path, LOOP).exists()


def test_a_changed_value_is_told_with_its_difference(
    book: Settings, path: Path
) -> None:
    own = written(book, path, LOOP)
    own.write_text(own.read_text().replace('"total":"1"', '"total":"2"'))
    [problem] = steps.stale(book.root, {path: [LOOP]})
    assert (problem.path, problem.line) == (own, 7)
    assert '+{"line":3,"set":{"total":"1"}}\n' in problem.detail


def test_steps_of_a_snippet_that_is_gone_are_deleted(
    book: Settings, path: Path
) -> None:
    own = written(book, path, LOOP)
    [problem] = steps.stale(book.root, {path: []})
    assert problem.path == own
    assert steps.write(book.root, {path: []}) == ([own], [])
    assert not own.exists()


def test_a_slow_block_remains_slow_and_a_quick_one_quick(
    book: Settings, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (
        "def long(n):\n    for _ in range(n):\n        len(str(n))\n    short()\n\n\n"
    )
    before += "def short():\n    pass\n"
    code = "for n in range(100):\n    long(n)\nprint(3)\n"
    slow = LOOP._replace(before=before, code=code)
    monkeypatch.setattr(steps, "PATIENCE", -1.0)
    asked = {path: [slow]}
    written(book, path, slow)
    assert steps.read(path)["loop"].trace is None
    monkeypatch.setattr(steps, "PATIENCE", 60.0)
    assert steps.stale(book.root, asked) == []
    # Not if it is another program.
    other = slow._replace(code=code.replace("100", "99"))
    written(book, path, other)
    assert steps.read(path)["loop"].trace is not None
    monkeypatch.setattr(steps, "PATIENCE", -1.0)
    assert steps.stale(book.root, {path: [other]}) == []


def test_what_is_no_step_is_told_with_its_line(book: Settings, path: Path) -> None:
    own = written(book, path, LOOP)
    own.write_text(own.read_text().replace('"line":4', '"line":'))
    with pytest.raises(SourceError) as told:
        steps.read(path)
    assert (told.value.problem.path, told.value.problem.line) == (own, 11)


def test_steps_are_those_with_the_package_of_their_own_book(
    book: Settings, path: Path
) -> None:
    package = book.root / "src" / "interest"
    package.mkdir(parents=True)
    module = package / "__init__.py"
    asked = LOOP._replace(code=f"from interest import rate\nr = rate\n{CODE}")
    for rate in ("0.25", "0.5"):
        module.write_text(f"rate = {rate}\n")
        assert f'"set":{{"r":"{rate}"}}' in written(book, path, asked).read_text()


def test_each_block_finds_the_package_as_if_it_were_the_first(
    book: Settings, path: Path
) -> None:
    package = book.root / "src" / "interest"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("calls = []\n")
    code = f"from interest import calls\ncalls.append(1)\ncalled = len(calls)\n{CODE}"
    pair = [LOOP._replace(name=name, code=code) for name in ("one", "two")]
    text = written(book, path, *pair).read_text()
    assert text.count('"set":{"called":"1"}') == len(pair)
