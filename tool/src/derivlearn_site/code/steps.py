"""Steps: what each line of a block did, kept beside the records and checked like them.

The steps of `snippets/<slug>/<name>.py` are the `.steps` beside it. Under the marker of
a block's first section stands a line that says which program it is and what was there
before, and below it a line for each step (see `trace`); of a program that takes too
long there is only the first. A block of few steps has none, nor has one whose values
would change from machine to machine.
"""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from derivlearn_site.base import hygiene
from derivlearn_site.base.errors import Message, Problem, SourceError
from derivlearn_site.base.kept import FOLDER, digest_of, kept
from derivlearn_site.code import dependencies, record, snippet, stepping
from derivlearn_site.code.trace import Told

SUFFIX = ".steps"
# With fewer steps there is nothing to follow; more bytes, compressed, nobody loads.
LEAST_STEPS = 4
MOST_BYTES = 8 * 1024
# How long a block may take beside its own lines, in seconds: one that is new, and one
# that has been found quick. And how long all blocks of a snippet may take.
PATIENCE = 0.1
LONGEST = 60.0
TIMEOUT_SECONDS = 600
_DIGITS = 12
_MADE_BY = ("lines", "showing", "trace", "tracing", "steady", "stepping")


class Asked(NamedTuple):
    """A block whose steps are asked for, named by the first of its sections."""

    name: str
    before: str
    code: str
    output: str

    @property
    def program(self) -> str:
        """A digest of what is run."""
        return digest_of([self.before, self.code])[:_DIGITS]


@dataclass(frozen=True)
class Kept:
    """What is kept of a block, below the marker on a line; of a slow one no trace."""

    line: int
    program: str
    trace: Told | None

    @property
    def output(self) -> str:
        """What the steps have printed."""
        steps = self.trace["steps"] if self.trace else []
        return "".join(step.get("out", "") for step in steps)


def path_of(path: Path) -> Path:
    """Return where the steps of a snippet lie."""
    return path.with_suffix(SUFFIX)


def read(path: Path) -> Mapping[str, Kept]:
    """Return what is kept of a snippet, by the names of its blocks.

    Raises:
        SourceError: Someone else than `derivlearn-site record` has written it.
    """
    own = path_of(path)
    return _read(own, hygiene.text_of(own)) if own.is_file() else {}


@lru_cache(maxsize=1024)
def _read(path: Path, text: str) -> Mapping[str, Kept]:
    lines = text.splitlines()
    found = {}
    for name, section in snippet.sections_of(path, lines).items():
        objects = []
        for number in range(section.first, section.last + 1):
            try:
                objects.append(json.loads(lines[number - 1]))
            except ValueError as error:
                raise SourceError(path, number, record.STALE) from error
        head, *steps = objects or [{}]
        trace = {"given": head["given"], "steps": steps} if "given" in head else None
        found[name] = Kept(section.first - 1, head.get("program", ""), trace)
    return found


def stale(root: Path, asked: Mapping[Path, Sequence[Asked]]) -> list[Problem]:
    """Return a problem for each file of steps that is out of date."""
    problems = []
    for path, fresh in _fresh(root, asked):
        if isinstance(fresh, Problem):
            problems.append(fresh)
            continue
        problems += record.differing(path_of(path), fresh, f"{path.name} (run now)")
    return problems


def write(
    root: Path, asked: Mapping[Path, Sequence[Asked]]
) -> tuple[list[Path], list[Problem]]:
    """Keep the steps anew; return the files that changed, and what could not be run."""
    changed, failed = [], []
    for path, fresh in _fresh(root, asked):
        own = path_of(path)
        if isinstance(fresh, Problem):
            failed.append(fresh)
        elif record.put(own, fresh):
            changed.append(own)
    return changed, failed


def _fresh(
    root: Path, asked: Mapping[Path, Sequence[Asked]]
) -> Iterator[tuple[Path, str | Problem]]:
    """Yield what would be written beside each snippet, run anew where it must be."""

    def one(path: Path, package: str) -> str | Problem:
        try:
            return _rendered(root, path, asked[path], package)
        except SourceError as error:
            return error.problem

    paths = sorted(asked)
    texts = ["".join(f"{a.before}\n{a.code}\n" for a in asked[path]) for path in paths]
    # Not in the threads: Python 3.11 fails now and then if several parse at once.
    packages = [dependencies.package_digest(root, text) for text in texts]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from zip(paths, pool.map(one, paths, packages), strict=True)


def _known(path: Path, asked: Sequence[Asked]) -> Mapping[str, Kept]:
    """Return what is kept already of blocks that have not changed."""
    with suppress(SourceError):
        known = read(path)
        return {
            each.name: known[each.name]
            for each in asked
            if each.name in known and known[each.name].program == each.program
        }
    return {}


def _rendered(root: Path, path: Path, asked: Sequence[Asked], package: str) -> str:
    """Return the file of a snippet's steps.

    A block that was found to be slow, or quick, remains so: another machine may find
    something else.
    """
    known = _known(path, asked)
    slow = {name for name, each in known.items() if each.trace is None}
    run = [each for each in asked if each.name not in slow]
    programs = [
        (each.before, each.code, LONGEST if each.name in known else PATIENCE)
        for each in run
    ]
    made_by = [Path(__file__).with_name(f"{name}.py") for name in _MADE_BY]
    place = (root / FOLDER / path.relative_to(root)).with_suffix(f"{SUFFIX}.json")
    state = [package, digest_of(made_by), repr([each[:2] for each in programs])]
    found = kept(place, state, lambda: _traced(root, path, programs) if run else [])
    traces: dict[str, Told | str] = dict.fromkeys(slow, stepping.SLOW)
    traces |= {each.name: trace for each, trace in zip(run, found, strict=True)}
    return "\n".join(
        f"# --8<-- [start:{each.name}]\n{lines}# --8<-- [end:{each.name}]\n"
        for each in asked
        if (lines := _lines(each, traces[each.name]))
    )


def _lines(asked: Asked, trace: Told | str) -> str:
    """Return what is kept of a block, if it is worth it."""
    head: Told = {"program": asked.program}
    if trace == stepping.SLOW:
        return f"{_json(head)}\n"
    if isinstance(trace, str) or len(trace["steps"]) < LEAST_STEPS:
        return ""
    printed = "".join(step.get("out", "") for step in trace["steps"])
    size = len(gzip.compress(_json(trace).encode(), mtime=0))
    if printed != asked.output or size > MOST_BYTES:
        return ""
    head["given"] = trace["given"]
    return "".join(f"{_json(each)}\n" for each in (head, *trace["steps"]))


def _json(value: Told) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _traced(
    root: Path, path: Path, programs: Sequence[tuple[str, str, float]]
) -> list[Told | str]:
    """Run the blocks of a snippet, one after the other, in a fresh Python."""
    name = "derivlearn_site.code.stepping"
    tool = Path(__file__).parents[2]
    environment = record.environment(root)
    environment["PYTHONPATH"] += f"{os.pathsep}{tool}"
    # The package is imported anew for each block, but need not be compiled anew.
    environment["PYTHONDONTWRITEBYTECODE"] = ""
    environment["PYTHONPYCACHEPREFIX"] = str(root / FOLDER / "compiled")
    asked = {"package": str(root / "src"), "programs": programs}
    try:
        process = subprocess.run(  # noqa: S603
            [sys.executable, "-P", "-W", "error", "-m", name],
            check=True,
            input=json.dumps(asked),
            capture_output=True,
            encoding="utf-8",
            env=environment,
            timeout=TIMEOUT_SECONDS,
        )
    except subprocess.SubprocessError as error:
        message = Message("could not be run line by line; what was said is below")
        said = getattr(error, "stderr", "") or str(error)
        raise SourceError(path, 1, message, said) from error
    traces: list[Told | str] = json.loads(process.stdout)
    return traces
