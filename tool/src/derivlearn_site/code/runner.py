"""Runs a program of the book in the reader's browser, and tells what became of it.

It is packed beside the book's package and called by the worker. It needs the standard
library alone, so that the tests call it in plain Python.
"""

import ast
import builtins
import io
import json
import linecache
import re
import sys
import traceback
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib import invalidate_caches
from math import isclose
from numbers import Integral, Real
from pathlib import PurePath
from types import ModuleType
from typing import Any, NamedTuple, TypeGuard

# How the reader's own code, what comes before it, what judges it and what it is called
# with are called in a traceback.
CODE, BEFORE, CHECK, CALL = "<code>", "<before>", "<check>", "<call>"
# How far a number may be from the right one.
RELATIVE, ABSOLUTE = 1e-6, 1e-9
# What runs a program line by line is no part of what went wrong, nor is this module.
_TRACING = "derivlearn_site/code/tracing.py"
# How long a list may be, in characters, for a reader to see at once where it is wrong.
SHORT = 80
# How much of a value is told, in characters.
LONGEST = 200


# Of a program that is run line by line: what it may print, in characters, how many
# lines it may go through, and how long it may take beside these, in seconds; a reader
# can stop it sooner.
_MOST_PRINTED = 20_000
_MOST_LINES = 200_000
_PATIENCE = 60.0


# The last program: it is not taken apart when it ends, for what it has built may be
# nested more deeply than Python survives in a browser.
_ended: list[ModuleType] = []

# Signs that look like those of Python; wide ones are narrowed anyway.
LOOK_ALIKES = {"“": '"', "”": '"', "‘": "'", "’": "'", "−": "-", "–": "-", "×": "*"}
_INVALID = re.compile(r"invalid (?:non-printable )?character.*U\+(?P<code>[0-9A-F]+)")


class _Output(io.TextIOBase):
    """Hands on what is printed."""

    encoding, errors = "utf-8", "strict"

    def __init__(self, write: Callable[[str], object]) -> None:
        self._write = write

    def writable(self) -> bool:
        return True

    def reconfigure(self, **_: object) -> None:
        """Do nothing: whatever is printed is shown as it is."""

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            given = type(text).__name__
            raise TypeError(f"write() argument must be str, not {given}")
        text.encode(self.encoding, self.errors)  # half a character is an error
        self._write(text)
        return len(text)


class _Input(io.TextIOBase):
    """Has nothing to read."""

    def readable(self) -> bool:
        return True

    def read(self, _: int | None = -1) -> str:
        return _no_input()

    def readline(self, _: int | None = -1) -> str:  # type: ignore[override]
        return _no_input()


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
        None, or `type`, `message`, `traceback`, `line` (of the code, or None), `about`
        (what names the explanation) and `words` (what it names).

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
        check: A program with a function `check()` that yields cases, each a call and
            what must come of it, or those and a tolerance. A call is a line that a
            reader may type below the code: an expression, or statements with an
            expression at the end. The check knows nothing of the code, nor the code
            of the check.
        write: Is given each piece of text that is printed.
        package: The book's package, which is imported anew.

    Returns:
        `{"passed": cases}`, or of the first case that fails its `call`, `got` and
        `expected` as text, or the `failure` of the code or of a call, as from `run`.
        What fails at one place of a long list is told of that place alone. The call
        gives what is told to whoever types it below the code.

    """
    with _redirected(write), _anew(package):
        try:
            cases = _cases(check)
            _taken(package)
            return _judged(cases, lambda: _run(before, code))
        except BaseException as error:  # noqa: BLE001 # the worker has to live on
            return {"failure": _told(error, package)}


def steps(before: str, code: str, package: str = "") -> dict[str, Any]:
    """Run a reader's program line by line; return what each line did.

    Args:
        before: What the code stands on; it prints nothing.
        code: The code that the reader sees, and may have changed.
        package: The book's package, which is imported anew.

    Returns:
        The `trace` as JSON, whether it was `cut` because the program goes on for too
        long, and, where it fails, the `failure`, as from `run`. What is printed is part
        of the trace.

    """
    # Only who asks for steps loads this.
    from derivlearn_site.code.tracing import TooLongError, Traced  # noqa: PLC0415

    printed = _Printed()
    trace: dict[str, Any] = {"given": {}, "steps": []}

    def prepared() -> dict[str, Any]:
        printed.begin()
        _taken(package)
        return _prepared(before, code)

    ended: BaseException | None
    with _redirected(printed.write), _anew(package):
        try:
            traced = Traced(code, prepared, printed.taken, _PATIENCE, _MOST_LINES)
            traced.count()
            run = traced.run()
            trace, ended = run.told(), run.ended
        except BaseException as error:  # noqa: BLE001 # the worker has to live on
            ended = error
    failure = None
    if isinstance(ended, SystemExit):  # which is no failure
        for step in trace["steps"]:
            step.pop("fails", None)
    elif ended and not isinstance(ended, TooLongError):
        failure = _told(ended, package)
    told = json.dumps(trace, ensure_ascii=False)
    cut = isinstance(ended, TooLongError)
    return {"trace": told, "cut": cut, **({"failure": failure} if failure else {})}


class _Printed:
    """Keeps what is printed until it is asked for, and no more than has room."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Keep nothing of what has been printed before."""
        self._texts: list[str] = []
        self._room = _MOST_PRINTED

    def write(self, text: str) -> None:
        self._texts.append(text[: self._room])
        self._room -= len(self._texts[-1])

    def taken(self) -> str:
        """Return what has been printed since this was asked last."""
        text = "".join(self._texts)
        self._texts.clear()
        return text


def _prepared(before: str, code: str) -> dict[str, Any]:
    """Return what a program finds, whose lines are known to who tells its errors."""
    main = sys.modules["__main__"] = ModuleType("__main__")
    _ended.append(main)
    _execute(BEFORE, before, vars(main))
    _know(CODE, code)
    return vars(main)


@contextmanager
def _redirected(write: Callable[[str], object]) -> Iterator[None]:
    """Let a program print to `write`, and read nothing."""
    kept = sys.stdout, sys.stderr, sys.stdin, builtins.input
    main = sys.modules["__main__"]
    sys.stdout = sys.stderr = _Output(write)
    sys.stdin, builtins.input = _Input(), _no_input
    try:
        yield
    finally:
        sys.stdout, sys.stderr, sys.stdin, builtins.input = kept
        sys.modules["__main__"] = main


def _run(before: str, code: str) -> dict[str, Any]:
    """Run a program as `__main__` to its end; return what it has defined."""
    main = sys.modules["__main__"] = ModuleType("__main__")
    _ended[:] = [main]
    try:
        for name, source in ((BEFORE, before), (CODE, code)):
            _execute(name, source, vars(main))
    except SystemExit as end:
        if not isinstance(end.code, int | None):
            print(end.code, file=sys.stderr)  # noqa: T201 - as Python itself
    return vars(main)


def _execute(name: str, source: str, namespace: dict[str, Any]) -> None:
    _know(name, source)
    exec(compile(source, name, "exec", dont_inherit=True), namespace)  # noqa: S102


def _know(name: str, source: str) -> None:
    """Let a traceback show the lines of a program."""
    lines = source.splitlines(keepends=True)
    linecache.cache[name] = len(source), None, lines, name


class _Case(NamedTuple):
    """A call, what must come of it, and how far its numbers may be from that."""

    call: str
    expected: object
    tolerance: float | None = None

    def passes(self, got: object) -> bool:
        """Tell whether a result is right."""
        return _same(got, self.expected, self.tolerance)


def _cases(check: str) -> list[_Case]:
    """Return the cases of a check, which nothing that a reader does can change."""
    own: dict[str, Any] = {"__name__": "__main__"}
    _execute(CHECK, check, own)
    return [_Case(*case) for case in own["check"]()]


def _judged(
    cases: Sequence[_Case], defined_anew: Callable[[], dict[str, Any]]
) -> dict[str, Any]:
    """Return how many cases there are, or the first in which something else came."""
    defined = defined_anew()
    for place, case in enumerate(cases):
        got = _result(case.call, defined)
        if not case.passes(got):
            earlier = [each.call for each in cases[:place]]
            return _difference(*_repeatable(case, got, earlier, defined_anew))
    return {"passed": len(cases)}


def _result(call: str, defined: Mapping[str, Any]) -> object:
    """Return what a call gives below a reader's code."""
    statements, last = _parts(call)
    linecache.cache[CALL] = len(call), None, [call], CALL
    namespace = {**defined}
    first = compile(ast.Module(statements, []), CALL, "exec", dont_inherit=True)
    exec(first, namespace)  # noqa: S102
    then = compile(ast.Expression(last), CALL, "eval", dont_inherit=True)
    return eval(then, namespace)  # noqa: S307


def _parts(call: str) -> tuple[list[ast.stmt], ast.expr]:
    """Return the statements of a call and the expression that it ends with."""
    match ast.parse(call).body:
        case [*statements, ast.Expr(value=last)]:
            return statements, last
    raise ValueError(f"a call ends with an expression; this one does not: {call}")


def _repeatable(
    case: _Case,
    got: object,
    earlier: Sequence[str],
    defined_anew: Callable[[], dict[str, Any]],
) -> tuple[_Case, object]:
    """Return the case with a call that fails for its reader, too, and what it gives.

    What the reader's code keeps from one call to the next may be what is wrong. Then
    the calls that it takes come first.
    """
    one_before = ([each] for each in reversed(earlier))
    for before in ([], *one_before, earlier) if earlier else ():
        alone = case._replace(call="; ".join([*before, case.call]))
        with suppress(Exception), _redirected(lambda _: None):
            again = _result(alone.call, defined_anew())
            if not case.passes(again):
                return alone, again
    return case, got


def _difference(case: _Case, got: object) -> dict[str, str]:
    """Return what is told of a case that has failed: a short list as a whole."""
    call, expected, tolerance = case
    while True:
        got = _compared(got, expected, tolerance)
        texts = _apart(got, expected)
        is_short = max(map(len, texts)) <= SHORT
        if is_short or not (_is_list(got) and _is_list(expected)):
            return {"call": call, "got": texts[0], "expected": texts[1]}
        if len(got) != len(expected):
            call, got, expected = _around("len(", call, ")"), len(got), len(expected)
        else:
            pairs = enumerate(zip(got, expected, strict=True))
            place = next(i for i, pair in pairs if not _same(*pair, tolerance))
            call = _around("", call, f"[{place}]")
            got, expected = got[place], expected[place]


def _around(left: str, call: str, right: str) -> str:
    """Write something around the expression that a call ends with."""
    _, last = _parts(call)
    before, text = call[: last.col_offset], call[last.col_offset :]
    if not left and not isinstance(last, ast.Call | ast.Name | ast.Subscript):
        text = f"({text})"
    return f"{before}{left}{text}{right}"


def _same(got: object, expected: object, tolerance: float | None = None) -> bool:
    """Tell whether a result is right; numbers need not agree in their last digits.

    A list, a tuple and an array with the same items are the same.
    """
    got = _plain(got)
    if _is_list(expected):
        return (
            _is_list(got)
            and len(got) == len(expected)
            and all(_same(g, e, tolerance) for g, e in zip(got, expected, strict=True))
        )
    if not _is_number(expected):
        return type(got) is type(expected) and got == expected
    if not _is_number(got):
        return False
    relative = RELATIVE if tolerance is None else tolerance
    absolute = ABSOLUTE if tolerance is None else tolerance
    try:
        return isclose(float(got), float(expected), rel_tol=relative, abs_tol=absolute)
    except OverflowError:  # an int that is no float
        return False


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, list | tuple)


def _is_number(value: object) -> TypeGuard[Real]:
    return isinstance(value, Real) and not isinstance(value, bool)


def _plain(value: Any) -> Any:  # noqa: ANN401 # a reader's
    """Return an array as the list that it holds, and a number as one of Python's own.

    NumPy is not asked, as it need not be there. Other arrays have a `tolist`, too.
    """
    if _is_number(value):
        with suppress(OverflowError):
            return int(value) if isinstance(value, Integral) else float(value)
    return value.tolist() if hasattr(type(value), "tolist") else value


def _compared(got: object, expected: object, tolerance: float | None) -> object:
    """Return a result as it was compared: what is near enough to be right is right."""
    if _same(got, expected, tolerance):
        return expected
    got = _plain(got)
    if _is_list(got) and _is_list(expected) and len(got) == len(expected):
        pairs = zip(got, expected, strict=True)
        return _like(expected, (_compared(g, e, tolerance) for g, e in pairs))
    return got


def _apart(got: object, expected: object) -> tuple[str, str]:
    """Return two values that differ as two texts that do."""
    for digits in (10, 17):
        told, right = _shown(got, digits), _shown(expected, digits)
        if told != right:
            return told, right
    return f"{told} ({type(got).__name__})", right


def _shown(value: object, digits: int) -> str:
    """Return a value as text, whatever its own `__repr__` does."""
    try:
        text = repr(_rounded(value, digits))
    except Exception:  # noqa: BLE001
        text = f"<{type(value).__name__}>"
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _rounded(value: object, digits: int) -> object:
    """Return a value with so many digits of its numbers."""
    value = _plain(value)
    if type(value) is float:
        return float(f"{value:.{digits}g}")
    if _is_list(value):
        return _like(value, (_rounded(each, digits) for each in value))
    return value


def _like(value: object, items: Iterable[object]) -> Sequence[object]:
    """Return items as a tuple, where the value is one, or else as a list."""
    return tuple(items) if isinstance(value, tuple) else list(items)


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
    in_package = package in PurePath(last).parts
    about, words = _explained(error, in_package=in_package)
    return {
        "type": type(error).__name__,
        "message": str(told),  # whatever the error's own `__str__` does
        "traceback": "".join(told.format()),
        "line": line,
        "about": about,
        "words": words,
    }


def _explained(error: BaseException, *, in_package: bool) -> tuple[str, dict[str, str]]:
    """Return the name of what explains an error, and the words that it takes."""
    match error:
        case ValueError() | TypeError() if in_package:
            return "refused", {}
        case SyntaxError(text=str(text)) if text.lstrip().startswith((">>>", "...")):
            return "prompt", {}
        case SyntaxError(msg=str(message)) if found := _INVALID.match(message):
            return _look_alike(chr(int(found["code"], 16)))
        case OverflowError() if "index-sized" in str(error):
            return "MemoryError", {}
        case RuntimeError() if "stack switch" in str(error):
            return "suspend", {}
    return type(error).__name__, {}


def _look_alike(character: str) -> tuple[str, dict[str, str]]:
    """Return what explains a character that is none of Python's."""
    narrow = unicodedata.normalize("NFKC", character)
    narrow = LOOK_ALIKES.get(narrow, narrow)
    if narrow.isspace() or not character.isprintable():
        return "space", {}
    if narrow == character or not narrow.isascii():
        return "SyntaxError", {}
    return "look_alike", {"found": character, "instead": narrow}


def _own_line(told: traceback.TracebackException | None) -> int | None:
    """Return the last line of the reader's code, in an error or in what caused it."""
    while told is not None:
        own = [frame.lineno for frame in told.stack if frame.filename == CODE]
        if own:
            return own[-1]
        told = told.__cause__ or told.__context__
    return None


def _is_runner(name: str) -> bool:
    return name == __file__ or PurePath(name).as_posix().endswith(_TRACING)


def _without_runner(told: traceback.TracebackException | None) -> None:
    """Drop the frames of what runs the program, of the causes too."""
    while told is not None:
        kept = [frame for frame in told.stack if not _is_runner(frame.filename)]
        told.stack = traceback.StackSummary.from_list(kept)
        told = told.__cause__ or told.__context__
