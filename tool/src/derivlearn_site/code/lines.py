"""What the lines of a program are: its statements, its loops, and the names it uses.

Needs the standard library alone: it is run in the reader's browser, too.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import CodeType

_FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef
_LOOP = ast.For | ast.While | ast.AsyncFor
_COMPREHENSION = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
# What has names of its own.
_SCOPE = _FUNCTION | ast.ClassDef | ast.Lambda | _COMPREHENSION


@dataclass(frozen=True, eq=False)
class Statement:
    """A statement; of one that holds others, the lines above them, its head."""

    # Where the statement begins, and its parts that may be gone through or not.
    line: int
    body: range
    is_loop: bool
    # The loops around it, within its function, by the lines that they begin on.
    loops: tuple[int, ...]
    # Whether it is `return …`, and the function or class that it defines.
    gives: bool
    defines: str


@dataclass
class Lines:
    """The statements of a program by their lines, and the names of its scopes."""

    at: dict[int, Statement] = field(default_factory=dict)
    # What is bound or read outside all functions, and by these from outside.
    names: set[str] = field(default_factory=set)
    # The names of each function, by its own name and the line it begins on.
    functions: dict[tuple[str, int], set[str]] = field(default_factory=dict)

    def names_of(self, code: CodeType) -> set[str]:
        """Return the names of a function, or of the program itself."""
        return self.functions.get((code.co_name, code.co_firstlineno), self.names)


def read(code: str) -> Lines:
    """Read a program, which is one that Python can read."""
    tree = ast.parse(code)
    lines = Lines()
    _find(tree.body, (), lines.at)
    bound, free = _names(tree, lines.functions)
    lines.names = bound | free
    return lines


def _find(
    body: list[ast.stmt], loops: tuple[int, ...], at: dict[int, Statement]
) -> None:
    for node in body:
        first = _first(node)
        parts = [*_parts(node)]
        inner = getattr(node, "body", [])
        is_loop = isinstance(node, _LOOP)
        defines = node.name if isinstance(node, _FUNCTION | ast.ClassDef) else ""
        head_end = node.end_lineno or first
        if parts:
            head_end = max(first, _first(parts[0][0]) - 1)
        if not isinstance(node, ast.Try):  # it does nothing itself
            statement = Statement(
                first,
                range(0)
                if defines or not inner
                else range(_first(inner[0]), (inner[-1].end_lineno or 0) + 1),
                is_loop,
                (*loops, first) if is_loop else loops,
                isinstance(node, ast.Return),
                defines,
            )
            for line in range(first, head_end + 1):
                at.setdefault(line, statement)
        within = () if defines else loops
        for part in parts:
            repeated = is_loop and part is inner
            _find(part, (*within, first) if repeated else within, at)


def _first(node: ast.AST) -> int:
    """Return the line that a statement begins on, with its decorators."""
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    lines: list[int] = [getattr(node, "lineno", 1), *(d.lineno for d in decorators)]
    return min(lines)


def _parts(node: ast.stmt) -> Iterator[list[ast.stmt]]:
    """Yield the groups of statements that a statement holds, in their order."""
    for name in ("body", "handlers", "orelse", "finalbody", "cases"):
        held = getattr(node, name, [])
        if name in ("handlers", "cases"):
            yield from (each.body for each in held)
        elif held:
            yield held


def _names(
    scope: ast.AST, functions: dict[tuple[str, int], set[str]]
) -> tuple[set[str], set[str]]:
    """Return the names that a scope binds, and those it reads from outside itself."""
    bound: set[str] = set()
    used: set[str] = set()
    elsewhere: set[str] = set()
    waiting = [*ast.iter_child_nodes(scope)]
    while waiting:
        node = waiting.pop()
        bound |= {*_bound(node)}
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            used.add(node.id)
        if isinstance(node, ast.Global | ast.Nonlocal):
            elsewhere |= {*node.names}
        if isinstance(node, _SCOPE):
            used |= _names(node, functions)[1]
        else:
            waiting += ast.iter_child_nodes(node)
    bound -= elsewhere
    free = (used | elsewhere) - bound
    if isinstance(scope, _FUNCTION):
        functions[scope.name, _first(scope)] = bound | free
    return bound, free


def _bound(node: ast.AST) -> list[str]:
    """Return the names that a node itself binds."""
    match node:
        case ast.Name(id=name, ctx=ast.Store() | ast.Del()) | ast.arg(arg=name):
            return [name]
        case ast.ExceptHandler(name=str(name)):
            return [name]
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.alias(name=name, asname=other):
            return [(other or name).partition(".")[0]]
    return []
