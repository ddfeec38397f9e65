"""Runs a program of the book in the reader's browser, and tells what became of it.

It is packed beside `derivlearn` and called by the worker. It needs the standard library
alone, so that the tests call it in plain Python.
"""

import ast
import builtins
import linecache
import sys
import traceback
from collections.abc import Callable
from importlib import invalidate_caches
from pathlib import PurePath
from typing import Any

# How the reader's own code, and what comes before it, are called in a traceback.
CODE, BEFORE = "<code>", "<before>"
PACKAGES = ("numpy",)


class _Output:
    """Hands on what is printed."""

    encoding = "utf-8"

    def __init__(self, write: Callable[[str], object]) -> None:
        self._write = write

    def write(self, text: str) -> int:
        self._write(text)
        return len(text)

    def flush(self) -> None:
        """Do nothing: nothing is held back."""


def run(
    before: str, code: str, write: Callable[[str], object]
) -> dict[str, Any] | None:
    """Run a program in fresh globals; return what went wrong, or None.

    Args:
        before: What the code stands on; it prints nothing.
        code: The code that the reader sees, and may have changed.
        write: Is given each piece of text that is printed.

    Returns:
        None, or `type`, `message`, `traceback`, `line` (of the code, or None) and
        `refused` (whether `derivlearn` refused an argument).

    """
    _forget("derivlearn")
    namespace: dict[str, object] = {"__name__": "__main__"}
    kept = sys.stdout, sys.stderr, builtins.input
    sys.stdout = sys.stderr = _Output(write)
    builtins.input = _no_input
    try:
        for name, source in ((BEFORE, before), (CODE, code)):
            lines = source.splitlines(keepends=True)
            linecache.cache[name] = len(source), None, lines, name
            exec(compile(source, name, "exec", dont_inherit=True), namespace)  # noqa: S102
    except SystemExit:
        return None
    except BaseException as error:  # noqa: BLE001 # the worker has to live on
        return _told(error)
    finally:
        sys.stdout, sys.stderr, builtins.input = kept
    return None


def packages_of(text: str) -> list[str]:
    """Return the packages to be fetched that a program imports."""
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return []
    names = {
        name.partition(".")[0] for node in ast.walk(tree) for name in _imported(node)
    }
    return [package for package in PACKAGES if package in names]


def _imported(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=str(module), level=0):
            return [module]
    return []


def _forget(package: str) -> None:
    """Let the next program import a package anew, whatever this one did to it."""
    for name in list(sys.modules):
        if name.partition(".")[0] == package:
            del sys.modules[name]
    invalidate_caches()


def _no_input(_: object = "") -> str:
    raise EOFError("input() has nobody to ask here; write the value into the code")


def _told(error: BaseException) -> dict[str, Any]:
    told = traceback.TracebackException.from_exception(error)
    _without_runner(told)
    line = None
    if isinstance(error, SyntaxError) and error.filename == CODE:
        line = error.lineno
    else:
        own = [frame.lineno for frame in told.stack if frame.filename == CODE]
        line = own[-1] if own else None
    last = told.stack[-1].filename if told.stack else ""
    return {
        "type": type(error).__name__,
        "message": str(error),
        "traceback": "".join(told.format()),
        "line": line,
        "refused": isinstance(error, ValueError | TypeError)
        and "derivlearn" in PurePath(last).parts,
    }


def _without_runner(told: traceback.TracebackException | None) -> None:
    """Drop the frames of this module, of the causes too."""
    while told is not None:
        kept = [frame for frame in told.stack if frame.filename != __file__]
        told.stack = traceback.StackSummary.from_list(kept)
        told = told.__cause__ or told.__context__
