"""Which names a program takes from what ran before it, and which it binds.

The cells of a notebook share one namespace, and blocks of different snippets may give
the same name to different things. `Session` follows which statement bound each name
last. From that it knows what of its preamble a block has to repeat so that it finds
what it would find on its own: most blocks nothing but an import.
"""

import ast
import symtable
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

from derivlearn_site.code.snippet import Line, Program, text_of

_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


@dataclass(frozen=True)
class Statement:
    """A statement of a program, with the comments and empty lines above it."""

    path: Path
    lines: tuple[Line, ...]

    @cached_property
    def node(self) -> ast.stmt:
        """The statement itself."""
        return ast.parse(text_of(self.lines)).body[0]

    @property
    def number(self) -> int:
        """The line of the snippet that it begins on."""
        return self.lines[self.node.lineno - 1].number

    @cached_property
    def needs(self) -> frozenset[str]:
        """The names that it finds bound, at once or when its functions are called."""
        return frozenset(_needs(self.node))

    @cached_property
    def origins(self) -> Mapping[str, str]:
        """The names that it binds, or whose objects it changes, and where each is from.

        The same import is the same wherever it stands.
        """
        if isinstance(self.node, ast.Import | ast.ImportFrom):
            return _imported(self.node)
        place = f"{self.path}:{self.number}"
        return dict.fromkeys(_bound(self.node) | _changed(self.node), place)


class Session:
    """A namespace in which the programs of a page run one after the other."""

    def __init__(self) -> None:
        """Start with nothing bound."""
        self._origins: dict[str, str] = {}

    def add(self, program: Program) -> tuple[Line, ...]:
        """Run the code of a program next; return what of its preamble must precede it.

        If a name that the code needs, directly or through what it calls, is not what
        the preamble would make it, the statements that make it are among the lines.
        """
        before = _statements(program.path, program.preamble)
        code = _statements(program.path, program.code)
        expected = _origins_of(before)
        reached = _reached(_needs_of(each.node for each in code), before)
        stale = {
            name
            for name in reached & expected.keys()
            if self._origins.get(name) != expected[name]
        }
        repeated = self._makers(stale, before, reached)
        self._origins |= _origins_of([*repeated, *code])
        return tuple(line for each in repeated for line in each.lines)

    def _makers(
        self, stale: set[str], before: Sequence[Statement], reached: set[str]
    ) -> list[Statement]:
        """Return the statements that make stale names, and what those stand on.

        What is bound only once, and still is, serves as it is.
        """
        places: dict[str, list[str]] = {}
        for each in before:
            for name, place in each.origins.items():
                places.setdefault(name, []).append(place)
        kept = {
            name for name, found in places.items() if found == [self._origins.get(name)]
        }
        wanted = set(stale)
        while True:
            chosen = [each for each in before if wanted & each.origins.keys()]
            more = {name for each in chosen for name in each.needs}
            more |= {name for each in chosen for name in each.origins} & reached
            if more - kept <= wanted:
                return chosen
            wanted |= more - kept


def _origins_of(statements: Iterable[Statement]) -> dict[str, str]:
    return {name: place for each in statements for name, place in each.origins.items()}


def _reached(needs: set[str], before: Sequence[Statement]) -> set[str]:
    """Return needed names with all that the objects behind them may stand on."""
    reached = set(needs)
    while True:
        more = {
            name
            for each in before
            if reached & each.origins.keys()
            for name in each.needs
        }
        if more <= reached:
            return reached
        reached |= more


def _statements(path: Path, lines: tuple[Line, ...]) -> list[Statement]:
    found = []
    done = 0
    for node in ast.parse(text_of(lines)).body:
        end = node.end_lineno or node.lineno
        found.append(_statement(path, lines[done:end]))
        done = end
    return found


# A block's preamble holds what the blocks above it hold, and so in each language.
_statement = lru_cache(maxsize=8192)(Statement)


def _needs_of(body: Iterable[ast.stmt]) -> set[str]:
    """Return what statements need that they do not surely bind themselves before."""
    needed: set[str] = set()
    bound: set[str] = set()
    for statement in body:
        needed |= _needs(statement) - bound
        bound |= _surely_bound(statement)
    return needed


def _needs(node: ast.stmt) -> set[str]:
    match node:
        case ast.For():
            own = _bound(ast.Assign([node.target], ast.Constant(None), lineno=0))
            inside = _needs_of(node.body) - own
            return _read(ast.Expr(node.iter)) | inside | _needs_of(node.orelse)
        case ast.If() | ast.While():
            inside = _needs_of(node.body) | _needs_of(node.orelse)
            return _read(ast.Expr(node.test)) | inside
        case ast.AugAssign(target=ast.Name(id=name)):
            return _read(node) | {name}
    return _read(node)


def _surely_bound(node: ast.stmt) -> set[str]:
    match node:
        case ast.If():
            branches = [node.body, node.orelse]
            bound = [
                {name for each in branch for name in _surely_bound(each)}
                for branch in branches
            ]
            return bound[0] & bound[1]
        case ast.For() | ast.While() | ast.Try() | ast.Match():
            return set()
    return _bound(node)


def _read(node: ast.stmt) -> set[str]:
    """Return the names of the namespace that a statement reads, in functions too."""
    top = _table(node)
    names = {each.get_name() for each in top.get_symbols() if each.is_referenced()}
    tables = list(top.get_children())
    while tables:
        table = tables.pop()
        tables += table.get_children()
        names |= {
            each.get_name()
            for each in table.get_symbols()
            if each.is_global() and each.is_referenced()
        }
    return names


def standing_on(program: Program, code: Sequence[Line]) -> tuple[Line, ...]:
    """Return what of a program's preamble some code needs, and all its functions."""
    functions = [
        node.name
        for node in ast.parse(text_of(program.preamble)).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    ]
    named = Line(f"{', '.join(functions)}", 0) if functions else Line("", 0)
    return Session().add(replace(program, code=(*code, named)))


def bound_by(node: ast.stmt) -> set[str]:
    """Return the names that a statement gives to something that is to last."""
    if isinstance(node, ast.For):
        return {name for each in node.body for name in bound_by(each)}
    return _bound(node)


def _bound(node: ast.stmt) -> set[str]:
    """Return the names of the namespace that a statement may bind."""
    return {
        each.get_name()
        for each in _table(node).get_symbols()
        if each.is_assigned() or each.is_imported() or each.is_namespace()
    }


def _table(node: ast.stmt) -> symtable.SymbolTable:
    return symtable.symtable(ast.unparse(node), "cell", "exec")


def _changed(node: ast.AST) -> set[str]:
    """Return the names whose objects a statement changes, or hands to who may.

    `print` changes nothing.
    """
    match node:
        case ast.Expr(value=ast.Call(func=ast.Name(id="print"))):
            return set()
        case ast.Expr(value=ast.Call(func=function, args=arguments)):
            receiver = _base(function) if isinstance(function, ast.Attribute) else set()
            return receiver.union(*map(_base, arguments))
        case ast.Subscript(ctx=ast.Store()) | ast.Attribute(ctx=ast.Store()):
            return _base(node)
    if isinstance(node, _SCOPES):
        return set()
    return {name for each in ast.iter_child_nodes(node) for name in _changed(each)}


def _base(node: ast.expr) -> set[str]:
    """Return the name of the object that an expression is, or is part of."""
    while isinstance(node, ast.Subscript | ast.Attribute):
        node = node.value
    return {node.id} if isinstance(node, ast.Name) else set()


def _imported(node: ast.Import | ast.ImportFrom) -> dict[str, str]:
    module = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
    return {
        each.asname or (each.name if module else each.name.partition(".")[0]): (
            f"import {module}{each.name}"
        )
        for each in node.names
    }
