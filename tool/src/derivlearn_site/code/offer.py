"""What an exercise imports for its reader, who may go any way that the page has gone.

The code to start from needs little, but `loops` or `sigmoid`, which the page has used,
must not be unknown to the one who completes it. A package that a browser would have to
fetch is left out: most readers do without, and would wait for it at each check. Who
wants it imports it, as in any program.
"""

import ast
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from derivlearn_site.code.runner import packages_of
from derivlearn_site.code.snippet import Line, Program, Snippet, text_of

# How long a line of code is at the most.
_WIDTH = 88


def offering(
    program: Program,
    source: Snippet,
    earlier: Iterable[Program],
    packages: Mapping[str, str],
) -> Program:
    """Return the code to start from with all that its page has imported.

    Args:
        program: The code to start from.
        source: Its file, whose own imports are offered, too.
        earlier: The programs that the page has shown before.
        packages: The modules that have to be fetched, each with its package.
    """
    shown = [node for each in earlier for node in ast.parse(each.source).body]
    own = [node for node in source.statements if not source.section_at(node.lineno)]
    offered = {
        name: what
        for name, what in _imported([*shown, *own])
        if not packages_of(_line(*what), packages)
    }
    for name, _ in _imported(ast.parse(text_of(program.earlier)).body):
        offered.pop(name, None)
    number = program.code[0].number if program.code else 1
    lines = tuple(Line(text, number) for text in _written(offered.values()))
    return replace(program, imports=lines)


def ground(
    program: Program,
    source: Snippet,
    earlier: Iterable[Program],
    packages: Mapping[str, str],
) -> Program:
    """Return what a program stands on with all that its page has imported.

    A package is offered where the program needs it anyway.
    """
    needs = packages_of(program.source, packages)
    left_out = {module: name for module, name in packages.items() if name not in needs}
    return offering(program, source, earlier, left_out)


def _imported(body: Iterable[ast.stmt]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield each name that is imported, with its module and what it is there."""
    for node in body:
        match node:
            case ast.Import(names=names):
                for alias in names:
                    yield alias.asname or alias.name, ("", ast.unparse(alias))
            case ast.ImportFrom(module=str(module), names=names):
                for alias in names:
                    yield alias.asname or alias.name, (module, ast.unparse(alias))


def _line(module: str, names: str) -> str:
    return f"from {module} import {names}" if module else f"import {names}"


def _written(imports: Iterable[tuple[str, str]]) -> list[str]:
    """Return the lines of imports: a statement for each module, Python's own first."""
    names: dict[str, list[str]] = defaultdict(list)
    for module, name in imports:
        names[module].append(name)
    lines = [_line("", name) for name in sorted(names.pop("", []))]
    for module in sorted(names, key=lambda m: (m not in sys.stdlib_module_names, m)):
        several = sorted(names[module])
        line = _line(module, ", ".join(several))
        if len(line) <= _WIDTH:
            lines.append(line)
        else:
            lines += [_line(module, "("), *(f"    {name}," for name in several), ")"]
    return lines
