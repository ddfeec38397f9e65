"""Runs a program of the book in the reader's browser, and tells what became of it.

It is packed beside the book's package and called by the worker. It needs the standard
library alone, so that the tests call it in plain Python.
"""

import ast
import builtins
import linecache
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib import invalidate_caches
from math import isclose
from numbers import Real
from pathlib import PurePath
from types import ModuleType
from typing import Any, TypeGuard

# How the reader's own code, what comes before it and what judges it are called in a
# traceback.
CODE, BEFORE, CHECK = "<code>", "<before>", "<check>"
# How far a number may be from the right one.
RELATIVE, ABSOLUTE = 1e-6, 1e-9
# How much of a value is told, in characters.
LONGEST = 200


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
    before: str, code: str, write: Callable[[str], object], package: str = ""
) -> dict[str, Any] | None:
    """Run a program in fresh globals; return what went wrong, or None.

    Args:
        before: What the code stands on; it prints nothing.
        code: The code that the reader sees, and may have changed.
        write: Is given each piece of text that is printed.
        package: The book's package, which is imported anew.

    Returns:
        None, or `type`, `message`, `traceback`, `line` (of the code, or None) and
        `refused` (whether the book's package refused an argument).

    """
    with _redirected(write), _anew(package):
        try:
            _run(before, code)
        except BaseException as error:  # noqa: BLE001 # the worker has to live on
            return _told(error, package)
    return None


def check(
    before: str,
    code: str,
    check: str,
    write: Callable[[str], object],
    package: str = "",
) -> dict[str, Any]:
    """Run a reader's code and judge it by what it does.

    Args:
        before: What the code stands on; it prints nothing.
        code: The code that the reader has written.
        check: A program with a function `check()`. It calls what the reader's code
            defines and yields `(call, got, expected)`, or those and a tolerance:
            the call as text, what came of it, and what should have.
        write: Is given each piece of text that is printed.
        package: The book's package, which is imported anew.

    Returns:
        `{"passed": cases}`, or of the first case that fails its `call`, `got` and
        `expected` as text, or the `failure` of the code or of a call, as from `run`.

    """
    with _redirected(write), _anew(package):
        try:
            defined = _run(before, code)
            # What the check itself uses is its own, whatever the code calls the same.
            own = {k: v for k, v in defined.items() if not hasattr(builtins, k)}
            own["__name__"] = "__main__"
            _taken(package)
            _execute(CHECK, check, own)
            return _judged(own["check"]())
        except BaseException as error:  # noqa: BLE001 # the worker has to live on
            return {"failure": _told(error, package)}


@contextmanager
def _redirected(write: Callable[[str], object]) -> Iterator[None]:
    """Let a program print to `write`, and read nothing."""
    kept = sys.stdout, sys.stderr, builtins.input
    sys.stdout = sys.stderr = _Output(write)
    builtins.input = _no_input
    try:
        yield
    finally:
        sys.stdout, sys.stderr, builtins.input = kept


def _run(before: str, code: str) -> dict[str, Any]:
    """Run a program to its end; return what it has defined."""
    namespace: dict[str, Any] = {"__name__": "__main__"}
    with suppress(SystemExit):
        for name, source in ((BEFORE, before), (CODE, code)):
            _execute(name, source, namespace)
    return namespace


def _execute(name: str, source: str, namespace: dict[str, Any]) -> None:
    lines = source.splitlines(keepends=True)
    linecache.cache[name] = len(source), None, lines, name
    exec(compile(source, name, "exec", dont_inherit=True), namespace)  # noqa: S102


def _judged(cases: Iterable[tuple[Any, ...]]) -> dict[str, Any]:
    """Return how many cases there are, or the first in which something else came."""
    passed = 0
    for call, got, expected, *tolerance in cases:
        if not _same(got, expected, *tolerance):
            return {"call": call, "got": _shown(got), "expected": _shown(expected)}
        passed += 1
    return {"passed": passed}


def _same(got: object, expected: object, tolerance: float | None = None) -> bool:
    """Tell whether a result is right; numbers need not agree in their last digits."""
    if isinstance(expected, list | tuple):
        return (
            isinstance(got, list | tuple)
            and len(got) == len(expected)
            and all(_same(g, e, tolerance) for g, e in zip(got, expected, strict=True))
        )
    if not _is_number(expected):
        return bool(got == expected)
    if not _is_number(got):
        return False
    relative = RELATIVE if tolerance is None else tolerance
    absolute = ABSOLUTE if tolerance is None else tolerance
    try:
        return isclose(float(got), float(expected), rel_tol=relative, abs_tol=absolute)
    except OverflowError:  # an int that is no float
        return False


def _is_number(value: object) -> TypeGuard[Real]:
    return isinstance(value, Real) and not isinstance(value, bool)


def _rounded(value: object) -> object:
    """Return a value without the last digits of its numbers, which judge nothing."""
    if type(value) is float:
        return float(f"{value:.10g}")
    if type(value) is list:
        return [_rounded(each) for each in value]
    if type(value) is tuple:
        return tuple(_rounded(each) for each in value)
    return value


def _shown(value: object) -> str:
    """Return a value as text, whatever its own `__repr__` does."""
    try:
        text = repr(_rounded(value))
    except Exception:  # noqa: BLE001
        text = f"<{type(value).__name__}>"
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def packages_of(text: str, packages: Mapping[str, str]) -> list[str]:
    """Return the packages to be fetched that a program imports.

    Args:
        text: The program.
        packages: The modules that have to be fetched, each with its package.
    """
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return []
    names = [f"{name}." for node in ast.walk(tree) for name in _imported(node)]
    return sorted(
        {
            package
            for module, package in packages.items()
            if any(name.startswith(f"{module}.") for name in names)
        }
    )


def _imported(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=str(module), names=names, level=0):
            return [f"{module}.{alias.name}" for alias in names]
    return []


@contextmanager
def _anew(package: str) -> Iterator[None]:
    """Let a program import a package anew, and nobody else see what it did to it."""
    kept = _taken(package)
    try:
        yield
    finally:
        _taken(package)
        sys.modules.update(kept)


def _taken(package: str) -> dict[str, ModuleType]:
    """Take a package out of what has been imported, and return its modules."""
    invalidate_caches()
    names = [name for name in sys.modules if name.partition(".")[0] == package]
    return {name: sys.modules.pop(name) for name in names}


def _no_input(_: object = "") -> str:
    raise EOFError("input() has nobody to ask here; write the value into the code")


def _told(error: BaseException, package: str) -> dict[str, Any]:
    told = traceback.TracebackException.from_exception(error)
    _without_runner(told)
    line = None
    if isinstance(error, SyntaxError) and error.filename == CODE:
        line = error.lineno
    else:
        line = _own_line(told)
    last = told.stack[-1].filename if told.stack else ""
    return {
        "type": type(error).__name__,
        "message": str(error),
        "traceback": "".join(told.format()),
        "line": line,
        "refused": isinstance(error, ValueError | TypeError)
        and package in PurePath(last).parts,
    }


def _own_line(told: traceback.TracebackException | None) -> int | None:
    """Return the last line of the reader's code, in an error or in what caused it."""
    while told is not None:
        own = [frame.lineno for frame in told.stack if frame.filename == CODE]
        if own:
            return own[-1]
        told = told.__cause__ or told.__context__
    return None


def _without_runner(told: traceback.TracebackException | None) -> None:
    """Drop the frames of this module, of the causes too."""
    while told is not None:
        kept = [frame for frame in told.stack if frame.filename != __file__]
        told.stack = traceback.StackSummary.from_list(kept)
        told = told.__cause__ or told.__context__
