"""Changes an answer in one place, in each way that a reader may have got it wrong."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import dedent
from typing import Any

COMPARISONS = (ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE)
CALCULATIONS = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv)
ALIKE = {"min": "max", "max": "min", "any": "all", "all": "any"}
# What gives the same whichever side is which.
EVEN_HANDED = (ast.Add, ast.Mult)
# Stands below a program: a function that does what it should, and then empties a list
# that it was given, or a row of it.
SPOILED = """
from copy import deepcopy as _copied
_right = {function}
def {function}(*given):
    found = _copied(_right(*given))
    numbers = given[{place}]
    while isinstance(numbers[0], list):
        numbers = numbers[0]
    numbers.clear()
    return found
"""


@dataclass(frozen=True)
class Mutant:
    """A program that was changed, and its lines before and after, as `old → new`."""

    code: str
    change: str


def mutants(code: str, given: str = "") -> Iterator[Mutant]:
    """Yield every program that differs from one in a single change.

    Args:
        code: The program.
        given: A program whose functions, if they stand in the first one, too, are left
            as they are.
    """
    tree = ast.parse(code)
    _note_names(tree, set())
    kept = {ast.dump(statement) for statement in ast.parse(given).body}
    own = [statement for statement in tree.body if ast.dump(statement) not in kept]
    original = ast.unparse(tree)
    seen = {original}
    for parent in [node for statement in own for node in ast.walk(statement)]:
        for field, value in list(ast.iter_fields(parent)):
            for changed in _changed(parent, field, value):
                setattr(parent, field, changed)
                text = ast.unparse(tree)
                setattr(parent, field, value)
                if text not in seen:
                    seen.add(text)
                    yield Mutant(f"{text}\n", _difference(original, text))
    for function in own:
        if isinstance(function, ast.FunctionDef):
            yield from _spoilers(code, function)


def _spoilers(code: str, function: ast.FunctionDef) -> Iterator[Mutant]:
    """Yield programs that leave a list changed which the function was given."""
    for place, parameter in enumerate(function.args.args):
        spoiled = SPOILED.format(function=function.name, place=place)
        yield Mutant(code + spoiled, f"{function.name} empties {parameter.arg}")


def _note_names(node: ast.AST, names: set[str]) -> None:
    """Note at each name that is read those that could stand in its place."""
    if isinstance(node, ast.FunctionDef):
        names = names | _bound(node)
    if (
        isinstance(node, ast.Name)
        and isinstance(node.ctx, ast.Load)
        and node.id in names
    ):
        node.others = sorted(names - {node.id})  # type: ignore[attr-defined]
    for child in ast.iter_child_nodes(node):
        _note_names(child, names)


def _bound(function: ast.FunctionDef) -> set[str]:
    """Return the parameters and variables of a function."""
    inside = list(ast.walk(function))
    return {node.arg for node in inside if isinstance(node, ast.arg)} | {
        node.id
        for node in inside
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }


def _changed(parent: ast.AST, field: str, value: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield what may stand in a field of a node instead."""
    if isinstance(value, list):
        if value and isinstance(value[0], ast.stmt):
            yield from _statements(parent, value)
        else:
            yield from _items(parent, field, value)
    elif isinstance(value, ast.AST):
        yield from _one(value)
    if isinstance(value, ast.expr):
        if isinstance(parent, ast.Return) and not isinstance(value, ast.Constant):
            yield ast.UnaryOp(ast.USub(), value)
        if field == "test":
            yield ast.UnaryOp(ast.Not(), value)
        if isinstance(parent, ast.Subscript | ast.Slice) and field != "value":
            yield from _beside(value)


def _items(parent: ast.AST, field: str, items: list[Any]) -> Iterator[list[Any]]:
    """Yield lists with one item changed, missing, or before the one that it follows."""
    called = ast.unparse(parent).partition("(")[0] if field == "args" else ""
    for i, item in enumerate(items):
        if isinstance(item, ast.AST):
            changes = [*_one(item), *(_beside(item) if called == "range" else [])]
            yield from ([*items[:i], each, *items[i + 1 :]] for each in changes)
        if len(items) > 1 and isinstance(item, ast.expr):
            yield [*items[:i], *items[i + 1 :]]
        if i and called not in ALIKE:
            yield [*items[: i - 1], item, items[i - 1], *items[i + 1 :]]


def _beside(bound: ast.AST) -> Iterator[ast.AST]:
    """Yield an index or a bound that is 1 off."""
    if isinstance(bound, ast.expr) and not isinstance(bound, ast.Slice | ast.Constant):
        yield ast.BinOp(bound, ast.Add(), ast.Constant(1))
        yield ast.BinOp(bound, ast.Sub(), ast.Constant(1))


def _one(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may stand in the place of a node."""
    match node:
        case ast.cmpop() if isinstance(node, COMPARISONS):
            yield from (kind() for kind in COMPARISONS if kind is not type(node))
        case ast.operator():
            yield from (kind() for kind in CALCULATIONS if kind is not type(node))
        case ast.boolop():
            yield ast.Or() if isinstance(node, ast.And) else ast.And()
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value) | float(value)):
            near = {value + 1, value - 1, -value} - {value}  # -0.0 is 0.0
            yield from (ast.Constant(each) for each in sorted(near))
        case ast.Name():
            yield from (ast.Name(each) for each in getattr(node, "others", ()))
        case ast.Call():
            yield from _calls(node)
        case ast.expr():
            yield from _parts(node)


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    """Yield the parts of an expression, and those of a difference turned round."""
    match node:
        case ast.BinOp(left=left, op=op, right=right):
            yield from (left, right)
            if not isinstance(op, EVEN_HANDED):
                yield ast.BinOp(right, op, left)
        case ast.UnaryOp(operand=operand):
            yield operand
        case ast.BoolOp(values=values):
            yield from values
        case ast.IfExp(body=body, orelse=orelse):
            yield from (body, orelse)


def _calls(call: ast.Call) -> Iterator[ast.expr]:
    """Yield what may stand in the place of a call."""
    match call:
        case ast.Call(func=ast.Name(id=name), args=args) if name in ALIKE:
            yield ast.Call(ast.Name(ALIKE[name]), args, call.keywords)
        case ast.Call(func=ast.Attribute(value=list_, attr="append"), args=args):
            insert = ast.Attribute(list_, "insert")
            yield ast.Call(insert, [ast.Constant(0), *args], [])
        case ast.Call(func=ast.Attribute(value=list_, attr="insert"), args=[_, item]):
            yield ast.Call(ast.Attribute(list_, "append"), [item], [])
    if len(call.args) == 1:
        yield call.args[0]


def _statements(parent: ast.AST, body: list[ast.stmt]) -> Iterator[list[ast.stmt]]:
    """Yield blocks with a statement gone or moved, or a loop left at its first end."""
    for i, statement in enumerate(body):
        before, after = body[:i], body[i + 1 :]
        yield [*before, *after] or [ast.Pass()]
        if i:
            yield [*before[:-1], statement, before[-1], *after]
        if isinstance(statement, ast.For | ast.While):
            first, last = statement.body[0], statement.body[-1]
            yield [*before, first, _with(statement, statement.body[1:]), *after]
            yield [*before, _with(statement, statement.body[:-1]), last, *after]
            if after:
                inner = [*statement.body, after[0]]
                yield [*before, _with(statement, inner), *after[1:]]
            if before:
                inner = [before[-1], *statement.body]
                yield [*before[:-1], _with(statement, inner), *after]
    if isinstance(parent, ast.For | ast.While):
        yield [*body, ast.Break()]


def _with(loop: ast.For | ast.While, body: list[ast.stmt]) -> ast.For | ast.While:
    """Return a loop with another body."""
    parts = dict(ast.iter_fields(loop)) | {"body": body or [ast.Pass()]}
    return type(loop)(**parts, lineno=0)


def _difference(old: str, new: str) -> str:
    """Return the lines from the first to the last that differ, before and after.

    If they were only put in another order, it is enough which one comes first now.
    """
    before, after = (
        [line for line in text.splitlines() if line] for text in (old, new)
    )
    while before and after and before[0] == after[0]:
        del before[0], after[0]
    while before and after and before[-1] == after[-1]:
        del before[-1], after[-1]
    lines = dedent("\n".join([*before, *after])).splitlines()
    before, after = lines[: len(before)], lines[len(before) :]
    first, was_first = (each[0].strip() if each else "" for each in (after, before))
    if first != was_first and sorted(map(str.strip, before)) == sorted(
        map(str.strip, after)
    ):
        return f"{first} before {was_first}"
    return f"{'; '.join(before)} → {'; '.join(after)}"
