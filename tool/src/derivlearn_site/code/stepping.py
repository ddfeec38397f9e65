"""Runs programs line by line in a process of their own, and tells their traces.

`python -m derivlearn_site.code.stepping` reads one object of JSON, with the folder of
the book's package and the programs, each with what comes before it, and writes a list:
for each program its trace, or why it has none.
"""

import ast
import io
import json
import sys
from collections.abc import Iterable
from contextlib import redirect_stdout, suppress
from math import inf
from pathlib import Path
from time import process_time
from typing import Any

from derivlearn_site.code import steady
from derivlearn_site.code.trace import Told
from derivlearn_site.code.tracing import TooLongError, Traced

# Why a program has no trace.
SLOW, FAILS, UNSTEADY = "slow", "fails", "unsteady"


class Program:
    """A program that is run several times, each time with a package imported anew."""

    def __init__(self, package: Path, before: str, code: str, patience: float) -> None:
        """Take the folder of the package, what the program stands on, and itself."""
        self.package, self.patience = package, patience
        self.before = compile(before, "<before>", "exec", dont_inherit=True)
        self.code = code
        self._printed = io.StringIO()
        # What has been built stays: nothing new is to have the same address.
        self._namespaces: list[dict[str, Any]] = []

    def prepared(self) -> dict[str, Any]:
        """Return what the program stands on."""
        _forget(self.package)
        namespace: dict[str, Any] = {"__name__": "__main__"}
        self._namespaces.append(namespace)
        began = process_time()
        exec(self.before, namespace)  # noqa: S102
        if process_time() - began > self.patience:
            raise TooLongError
        return namespace

    def wrote(self) -> str:
        """Return what has been printed since this was asked last."""
        text = self._printed.getvalue()
        self._printed.seek(0)
        self._printed.truncate()
        return text

    def trace(self) -> Told | str:
        """Return the trace, or why there is none."""
        traced = Traced(self.code, self.prepared, self.wrote, self.patience)
        with redirect_stdout(self._printed):
            if isinstance(traced.count(), TooLongError):
                return SLOW
            # What was quick may have to wait now.
            self.patience = traced.patience = inf
            runs = [traced.run()]
            if isinstance(runs[0].ended, TooLongError):
                return SLOW
            for towards in () if runs[0].ended else (inf, -inf):
                with steady.shaken(towards):
                    runs.append(traced.run_again())
        if runs[0].ended:
            return FAILS
        same = None if any(run.ended for run in runs) else steady.common(runs)
        return same.told() if same else UNSTEADY


def _forget(folder: Path) -> None:
    """Let what lies in a folder be imported anew."""
    own = {path.stem for path in folder.iterdir()} if folder.is_dir() else set()
    for name in list(sys.modules):
        if name.partition(".")[0] in own:
            del sys.modules[name]


def traces(
    package: Path, programs: Iterable[tuple[str, str, float]]
) -> list[Told | str]:
    """Return the trace of each program, or why it has none.

    Args:
        package: The folder of the book's package.
        programs: Of each what it stands on, itself, and how many seconds it may take.
    """
    programs = [*programs]
    # To load a library is not what makes a program slow.
    _import(f"{before}\n{code}" for before, code, _ in programs)
    return [Program(package, *program).trace() for program in programs]


def _import(programs: Iterable[str]) -> None:
    for program in programs:
        for node in ast.walk(ast.parse(program)):
            if isinstance(node, ast.Import | ast.ImportFrom):
                code = compile(ast.Module([node], []), "<import>", "exec")
                with suppress(Exception):  # told when the program is run
                    exec(code, {})  # noqa: S102


def main() -> None:
    """Do what standard input says."""
    asked = json.load(sys.stdin)
    told = traces(Path(asked["package"]), asked["programs"])
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
