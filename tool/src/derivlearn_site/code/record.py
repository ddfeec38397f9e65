"""The recorder: runs every snippet and keeps what each of its sections printed.

The record of `snippets/<slug>/<name>.py` is the `.out` beside it: under the same
section markers, what those sections printed. A snippet that prints nothing has none.
"""

import difflib
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from derivlearn_site.base import hygiene
from derivlearn_site.base.errors import Message, Problem, SourceError
from derivlearn_site.base.kept import FOLDER, kept
from derivlearn_site.code import dependencies, recording, snippet

TIMEOUT_SECONDS = 60
# How many characters a statement may print.
MOST_PRINTED = 20_000
# Told of what `derivlearn-site record` has written, where it would write otherwise now.
STALE = Message(
    "is out of date; run `derivlearn-site record` if the new output is right"
)


def output_path(path: Path) -> Path:
    """Return where the record of a snippet lies."""
    return path.with_suffix(".out")


def read(path: Path) -> dict[str, str]:
    """Return the recorded output of a snippet, section by section."""
    record = output_path(path)
    if not record.exists():
        return {}
    lines = hygiene.text_of(record).splitlines()
    return {
        name: "".join(f"{line}\n" for line in lines[section.first - 1 : section.last])
        for name, section in snippet.sections_of(record, lines).items()
    }


def render(printed: Mapping[str, str]) -> str:
    """Return what a record that holds these outputs looks like."""
    return "\n".join(
        f"# --8<-- [start:{name}]\n{text}# --8<-- [end:{name}]\n"
        for name, text in printed.items()
        if text
    )


@dataclass(frozen=True)
class Run:
    """What snippets printed, section by section, and why others could not be run."""

    printed: Mapping[Path, Mapping[str, str]]
    failed: Sequence[Problem]


def run_all(root: Path, paths: Iterable[Path]) -> Run:
    """Run snippets, each in a fresh Python."""

    def one(path: Path, package: str) -> Mapping[str, str] | Problem:
        try:
            return _run(root, path, hygiene.text_of(path), package)
        except SourceError as error:
            return error.problem

    paths = sorted(paths)
    # Not in the threads: Python 3.11 fails now and then if several parse at once.
    packages = [
        dependencies.package_digest(root, path.read_text("utf-8", errors="replace"))
        for path in paths
    ]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(zip(paths, pool.map(one, paths, packages), strict=True))
    return Run(
        {path: each for path, each in results if not isinstance(each, Problem)},
        [each for _, each in results if isinstance(each, Problem)],
    )


def _run(root: Path, path: Path, text: str, package: str) -> Mapping[str, str]:
    """Return what a snippet prints, section by section."""
    printed = _printed(root, path, text, package)
    source = snippet.Snippet(path, text)
    for line, output in printed.items():
        if output and source.section_at(line) is None:
            message = Message(
                "prints outside every section, where no page can show it; move it into "
                "one"
            )
            raise SourceError(path, line, message)
    return {
        name: "".join(
            output
            for line, output in printed.items()
            if section.first <= line <= section.last
        )
        for name, section in source.sections.items()
    }


def _printed(root: Path, path: Path, text: str, package: str) -> dict[int, str]:
    """Return what a snippet prints, statement by statement.

    It is run only if what it depends on has changed since it was run last.
    """
    place = (root / FOLDER / path.relative_to(root)).with_suffix(".json")
    own = Path(recording.__file__).read_text(encoding="utf-8")
    return recording.loads(
        kept(place, [text, package, own], lambda: _print(root, path))
    )


def environment(root: Path) -> dict[str, str]:
    """Return the environment in which the code of a book is run.

    The checkout's own package comes first, so that a copy of the book is run with its
    own mathematics and not with an installed one.
    """
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(
            [str(root / "src"), os.environ.get("PYTHONPATH", "")]
        ),
        "PYTHONIOENCODING": "utf-8",
        # Programs run beside each other, and on small matrices threads only wait.
        "OMP_NUM_THREADS": "1",
    }


# Where a snippet is run, and where it is run once more: nothing of it may be printed.
_SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LANG": "C.UTF-8"},
    {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LANG": "ja_JP.UTF-8", "CI": "true"},
)
# What is needed of the surroundings that there are.
_NEEDED = ("PATH", "PYTHONPATH", "PYTHONIOENCODING", "OMP_NUM_THREADS", "SYSTEMROOT")
# What is told of what cannot be recorded.
_TOLD = {
    recording.ENDED: Message("a snippet runs to its last line; delete what ends it"),
    recording.PAST: Message(
        "prints past `print`, so that no record can hold it; print it with `print`"
    ),
    recording.STARTS: Message("a snippet starts no other program; leave it out"),
    recording.ASKS: Message("a snippet asks no network; leave it out"),
    recording.WRITES: Message(
        "a snippet writes no file outside of its own folder; leave it out"
    ),
}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]")


def _print(root: Path, path: Path) -> str:
    """Run a snippet twice, afresh; return what `recording` says it printed."""
    first, second = (_print_once(root, path, own) for own in _SURROUNDINGS)
    again = recording.loads(second)
    for line, output in recording.loads(first).items():
        if found := _CONTROL.search(output):
            message = Message(
                "prints U+{code}, which no record can hold; print lines of text",
                code=f"{ord(found[0]):04X}",
            )
            raise SourceError(path, line, message)
        if len(output) > MOST_PRINTED:
            message = Message(
                "prints {number} characters, more than {most}; print less",
                number=len(output),
                most=MOST_PRINTED,
            )
            raise SourceError(path, line, message)
        if again.get(line) != output:
            difference = difflib.unified_diff(
                output.splitlines(keepends=True),
                again.get(line, "").splitlines(keepends=True),
                f"{path.name} (once)",
                f"{path.name} (and once more)",
            )
            message = Message(
                "prints something else each time it is run; print what depends on "
                "nothing but the code"
            )
            raise SourceError(path, line, message, "".join(difference))
    return first


def _print_once(root: Path, path: Path, surroundings: Mapping[str, str]) -> str:
    """Run a snippet in a folder that is thrown away; return what `recording` says."""
    there = environment(root)
    with TemporaryDirectory() as folder:
        home = {"HOME": folder, "TMPDIR": folder, "TEMP": folder, "TMP": folder}
        needed = {name: there[name] for name in _NEEDED if name in there}
        needed["PYTHONDONTWRITEBYTECODE"] = "1"
        try:
            process = subprocess.run(  # noqa: S603
                [sys.executable, "-P", "-W", "error", recording.__file__, str(path)],
                check=False,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                env={**needed, **surroundings, **home},
                cwd=folder,
                timeout=TIMEOUT_SECONDS,
            )
        except subprocess.TimeoutExpired as error:
            message = Message(
                "did not end within {seconds} s; make it do less",
                seconds=TIMEOUT_SECONDS,
            )
            raise SourceError(path, 1, message) from error
    said = process.stderr.rstrip()
    if process.returncode:
        line = recording.failing_line(said, path)
        last = said.rpartition("\n")[2]
        known = (told for end, told in _TOLD.items() if last.endswith(end))
        message = next(known, Message("failed: {error}", error=last))
        raise SourceError(path, line, message, said)
    if not process.stdout:  # whatever ended it has told nobody
        raise SourceError(path, 1, _TOLD[recording.ENDED])
    return process.stdout


def stale(root: Path, paths: Iterable[Path], run: Run | None = None) -> list[Problem]:
    """Return a problem for each record that is out of date, with the difference.

    And one for each snippet that fails: it has no output to compare. The snippets are
    run for it, unless a run of just these is given.
    """
    paths = list(paths)
    run = run or run_all(root, paths)
    problems = [*run.failed]
    for path, printed in run.printed.items():
        record = output_path(path)
        problems += differing(record, render(printed), f"{path.name} (printed now)")
    expected = {output_path(path) for path in paths}
    folders = {path.parent for path in paths}
    for folder in sorted(folders):
        problems += [
            Problem(orphan, 1, Message("records no snippet; delete it"))
            for orphan in sorted(folder.glob("*.out"))
            if orphan not in expected
        ]
    return problems


def differing(kept: Path, fresh: str, now: str) -> Iterator[Problem]:
    """Yield a problem if a file is other than what would be written there, `now`."""
    try:
        recorded = hygiene.text_of(kept) if kept.exists() else ""
    except SourceError as error:
        yield error.problem
        return
    if recorded == fresh:
        return
    difference = difflib.unified_diff(
        recorded.splitlines(keepends=True),
        fresh.splitlines(keepends=True),
        f"{kept.name} (recorded)",
        now,
    )
    line = _first_difference(recorded, fresh)
    yield Problem(kept, line, STALE, "".join(difference))


def _first_difference(old: str, new: str) -> int:
    pairs = zip([*old.splitlines(), None], [*new.splitlines(), None], strict=False)
    return next((n for n, (a, b) in enumerate(pairs, 1) if a != b), 1)


def put(kept: Path, fresh: str) -> bool:
    """Write a file, or delete it where nothing is to be written; tell if it changed."""
    if not fresh:
        was_there = kept.exists()
        kept.unlink(missing_ok=True)
        return was_there
    if kept.exists() and kept.read_text(encoding="utf-8") == fresh:
        return False
    kept.write_text(fresh, encoding="utf-8", newline="\n")
    return True


def write(root: Path, paths: Iterable[Path]) -> tuple[list[Path], Sequence[Problem]]:
    """Record the snippets anew; return the records that changed, and the failures."""
    run = run_all(root, paths)
    changed = [
        record
        for path, printed in run.printed.items()
        if put(record := output_path(path), render(printed))
    ]
    return changed, run.failed
