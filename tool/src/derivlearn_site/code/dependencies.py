"""What a program prints depends on these parts of the package, and on no others."""

import ast
import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path


def package_digest(root: Path, program: str) -> str:
    """Return a digest of the modules of `src/` that a program imports, in whatever way.

    And of the data that lie beside them, in a folder of their own. A program that is no
    Python imports nothing; whoever runs it is told.
    """
    held: dict[Path, bytes] = {}
    waiting = [program]
    while waiting:
        for name in _imported(waiting.pop()):
            for path in _files(root / "src", name):
                if path not in held and path.is_file():
                    held[path] = path.read_bytes()
                    waiting.append(held[path].decode())
                    held |= {each: each.read_bytes() for each in _data_beside(path)}
    digest = hashlib.sha256()
    for path, content in sorted(held.items()):
        digest.update(f"{path.relative_to(root).as_posix()}\n".encode())
        digest.update(content + b"\n")
    return digest.hexdigest()


@lru_cache(maxsize=8192)
def _imported(program: str) -> frozenset[str]:
    """Return the full names of what a program imports: modules, or names in them."""
    names = set()
    called: dict[str, str] = {}  # what an imported module is called in the program
    try:
        nodes = list(ast.walk(ast.parse(program)))
    except (SyntaxError, ValueError):  # a null byte is a ValueError, up to 3.11
        return frozenset()
    for node in nodes:
        if isinstance(node, ast.Import):
            called |= {each.asname or each.name: each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{each.name}" for each in node.names}
    for node in nodes:  # a package may import its modules when they are asked for
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            module = called.get(node.value.id)
            if module:
                names.add(f"{module}.{node.attr}")
    return frozenset(names | set(called.values()))


def _data_beside(path: Path) -> list[Path]:
    """Return what a package may read: the files of its folder that are no modules."""
    if path.name != "__init__.py":
        return []
    held = path.parent.iterdir()
    return [each for each in held if each.is_file() and each.suffix != ".py"]


def _files(folder: Path, name: str) -> Iterator[Path]:
    """Yield where the module of a name, and the packages that it is in, may lie."""
    parts = name.split(".")
    for end in range(1, len(parts) + 1):
        path = folder.joinpath(*parts[:end])
        yield path.with_suffix(".py")
        yield path / "__init__.py"
