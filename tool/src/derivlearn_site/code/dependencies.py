"""What a program prints depends on these modules of the package, and on no others."""

import ast
import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path


def package_digest(root: Path, program: str) -> str:
    """Return a digest of the modules of `src/` that a program imports, in whatever way.

    A program that is no Python imports nothing; whoever runs it is told.
    """
    texts: dict[Path, str] = {}
    waiting = [program]
    while waiting:
        for name in _imported(waiting.pop()):
            for path in _files(root / "src", name):
                if path not in texts and path.is_file():
                    texts[path] = path.read_text(encoding="utf-8")
                    waiting.append(texts[path])
    digest = hashlib.sha256()
    for path, text in sorted(texts.items()):
        digest.update(f"{path.relative_to(root).as_posix()}\n{text}\n".encode())
    return digest.hexdigest()


@lru_cache(maxsize=8192)
def _imported(program: str) -> frozenset[str]:
    """Return the full names of what a program imports: modules, or names in them."""
    names = set()
    try:
        nodes = list(ast.walk(ast.parse(program)))
    except (SyntaxError, ValueError):  # a null byte is a ValueError, up to 3.11
        return frozenset()
    for node in nodes:
        if isinstance(node, ast.Import):
            names |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{each.name}" for each in node.names}
    return frozenset(names)


def _files(folder: Path, name: str) -> Iterator[Path]:
    """Yield where the module of a name, and the packages that it is in, may lie."""
    parts = name.split(".")
    for end in range(1, len(parts) + 1):
        path = folder.joinpath(*parts[:end])
        yield path.with_suffix(".py")
        yield path / "__init__.py"
