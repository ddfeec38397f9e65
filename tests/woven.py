"""A second way to know what a program does, without any tracing.

Calls are woven into it: each assignment, each pass of a `for` and each `return` tells
its line, the values, and what had been printed by then.
"""

import ast
import io
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from typing import Any, NamedTuple

from derivlearn_site.code.showing import shown

_TELL = "__tell__"
_GIVEN = "return"


class Event(NamedTuple):
    """What a line did: names with their values, or what it returned."""

    line: int
    values: Mapping[str, str]
    printed: str


def events(before: str, code: str) -> list[Event]:
    """Run a program and return what it does, in order."""
    found: list[Event] = []
    printed = io.StringIO()

    def tell(line: int, **values: object) -> object:
        texts = {name: shown(value) for name, value in values.items()}
        found.append(Event(line, texts, printed.getvalue()))
        return values.get(_GIVEN)

    namespace: dict[str, Any] = {"__name__": "__main__", _TELL: tell}
    woven = ast.fix_missing_locations(_Weaver().visit(ast.parse(code)))
    with redirect_stdout(printed):
        exec(compile(before, "<before>", "exec"), namespace)  # noqa: S102
        exec(compile(woven, "<woven>", "exec"), namespace)  # noqa: S102
    return found


def told(trace: Mapping[str, Any], code: str) -> Iterator[Event | None]:
    """Yield the same of a trace, and nothing in the place of steps that are left out.

    The trace is gone through as a reader does it, from its beginning.
    """
    wanted = _Lines(code).lines
    levels = [dict(trace["given"])]
    printed = ""
    for step in trace["steps"]:
        del levels[len(levels) - step.get("pop", 0) :]
        levels += [{} for _ in step.get("call", ())][len(levels) == 0 :]
        levels[-1] |= step.get("set", {})
        for name in step.get("gone", ()):
            del levels[-1][name]
        for depth, values in step.get("up", {}).items():
            levels[int(depth)] |= values
        before, printed = printed, printed + step.get("out", "")
        if "left" in step:
            yield None
        names = wanted.get(step.get("line"), ())
        if "gives" in step:
            yield Event(step["line"], {_GIVEN: step["gives"]}, before)
        elif names and step.get("taken", 1) and "call" not in step:
            yield Event(step["line"], {n: levels[-1][n] for n in names}, printed)


def _names(target: ast.expr) -> list[str]:
    """Return the names that are bound, but for those that no trace shows."""
    nodes = [n for n in ast.walk(target) if isinstance(n, ast.Name)]
    bound = [n.id for n in nodes if isinstance(n.ctx, ast.Store)]
    return [name for name in bound if not name.startswith("_")]


class _Lines(ast.NodeVisitor):
    """Which lines tell something, and of which names."""

    def __init__(self, code: str) -> None:
        self.lines: dict[int, list[str]] = {}
        self.visit(ast.parse(code))

    def visit_Assign(self, node: ast.Assign) -> None:  # of `ast`
        self.lines[node.lineno] = [n for each in node.targets for n in _names(each)]

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.lines[node.lineno] = _names(node.target)

    def visit_For(self, node: ast.For) -> None:
        self.lines[node.lineno] = _names(node.target)
        self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Look at the methods alone: the body of a class is one step."""
        for each in node.body:
            if isinstance(each, ast.FunctionDef):
                self.visit(each)


class _Weaver(ast.NodeTransformer):
    """Weaves the calls in."""

    def visit_Assign(self, node: ast.Assign) -> list[ast.stmt]:
        return [node, *_call(node, [n for t in node.targets for n in _names(t)])]

    def visit_AugAssign(self, node: ast.AugAssign) -> list[ast.stmt]:
        return [node, *_call(node, _names(node.target))]

    def visit_For(self, node: ast.For) -> ast.stmt:
        self.generic_visit(node)
        node.body[:0] = _call(node, _names(node.target))
        return node

    def visit_Return(self, node: ast.Return) -> ast.stmt:
        value = node.value or ast.Constant(None)
        node.value = _expression(node, [ast.keyword(_GIVEN, value)])
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.stmt:
        for each in node.body:
            if isinstance(each, ast.FunctionDef):
                self.visit(each)
        return node


def _call(node: ast.stmt, names: list[str]) -> list[ast.stmt]:
    values = [ast.keyword(name, ast.Name(name, ast.Load())) for name in names]
    return [ast.Expr(_expression(node, values))] if names else []


def _expression(node: ast.stmt, values: list[ast.keyword]) -> ast.expr:
    given: list[ast.expr] = [ast.Constant(node.lineno)]
    return ast.Call(ast.Name(_TELL, ast.Load()), given, values)
