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


class Run:
    """A program with the calls woven in, run once."""

    def __init__(self, before: str, code: str, wanted: range | None = None) -> None:
        """Run it; what it does is kept for the events that are wanted, or for all."""
        self.events: list[Event] = []
        self.count = 0
        self._wanted = wanted
        self._printed = io.StringIO()
        namespace: dict[str, Any] = {"__name__": "__main__", _TELL: self._tell}
        woven = ast.fix_missing_locations(_Weaver().visit(ast.parse(code)))
        with redirect_stdout(self._printed):
            exec(compile(before, "<before>", "exec"), namespace)  # noqa: S102
            exec(compile(woven, "<woven>", "exec"), namespace)  # noqa: S102

    def _tell(self, line: int, /, **values: object) -> object:
        if self._wanted is None or self.count in self._wanted:
            texts = {name: shown(value) for name, value in values.items()}
            self.events.append(Event(line, texts, self._printed.getvalue()))
        self.count += 1
        return values.get(_GIVEN)


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
        names = wanted.get(step.get("line"), ()) if "fails" not in step else ()
        if "gives" in step:
            yield Event(step["line"], {_GIVEN: step["gives"]}, before)
        elif names and step.get("taken", 1) and "call" not in step:
            known = levels[0] | levels[-1]
            values = {name: known[name] for name in names if name in known}
            yield Event(step["line"], values, printed)


def _names(node: ast.AST) -> list[str]:
    """Return the names whose values a statement changes, but for `_`."""
    match node:
        case ast.Assign(targets=targets):
            found = [name for each in targets for name in _names(each)]
        case ast.AugAssign(target=target) | ast.For(target=target):
            found = _names(target)
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id=name)))):
            found = [name]
        case ast.Subscript(value=value) | ast.Attribute(value=value):
            found = _names(value)
        case ast.Tuple(elts=elements):
            found = [name for each in elements for name in _names(each)]
        case ast.Name(id=name):
            found = [name]
        case _:
            found = []
    return [name for name in found if not name.startswith("_")]


class _Lines(ast.NodeVisitor):
    """Which lines tell something, and of which names."""

    def __init__(self, code: str) -> None:
        self.lines: dict[int, list[str]] = {}
        self.visit(ast.parse(code))

    def visit(self, node: ast.AST) -> None:
        """Note what a statement changes."""
        if isinstance(node, ast.stmt) and (names := _names(node)):
            self.lines[node.lineno] = names
        super().visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Look at the methods alone: the body of a class is one step."""
        for each in node.body:
            if isinstance(each, ast.FunctionDef):
                self.visit(each)


class _Weaver(ast.NodeTransformer):
    """Weaves the calls in."""

    def visit_Assign(self, node: ast.Assign) -> list[ast.stmt]:
        """Tell what has been assigned."""
        return [node, *_call(node)]

    def visit_AugAssign(self, node: ast.AugAssign) -> list[ast.stmt]:
        """Tell what it has become."""
        return [node, *_call(node)]

    def visit_Expr(self, node: ast.Expr) -> list[ast.stmt]:
        """Tell what a method has been called of."""
        return [node, *_call(node)]

    def visit_For(self, node: ast.For) -> ast.stmt:
        """Tell at the beginning of each pass."""
        self.generic_visit(node)
        node.body[:0] = _call(node)
        return node

    def visit_Return(self, node: ast.Return) -> ast.stmt:
        """Tell what is returned."""
        value = node.value or ast.Constant(None)
        node.value = _expression(node, [ast.keyword(_GIVEN, value)])
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.stmt:
        """Look at the methods alone."""
        for each in node.body:
            if isinstance(each, ast.FunctionDef):
                self.visit(each)
        return node


def _call(node: ast.stmt) -> list[ast.stmt]:
    names = _names(node)
    values = [ast.keyword(name, ast.Name(name, ast.Load())) for name in names]
    return [ast.Expr(_expression(node, values))] if names else []


def _expression(node: ast.stmt, values: list[ast.keyword]) -> ast.expr:
    given: list[ast.expr] = [ast.Constant(node.lineno)]
    return ast.Call(ast.Name(_TELL, ast.Load()), given, values)
