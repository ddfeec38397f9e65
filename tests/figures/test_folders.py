"""Each picture can be known from its folder, `shared`, the package and the toolkit."""

import ast
import re
import sys
from pathlib import Path

import pytest

from tests.figures.reading import ROOT

FIGURES = ROOT / "figures"
PACKAGES = ("derivlearn", "numpy", "derivlearn_site.figures", "figures.shared")
MODULES = ("derivlearn_site.base.errors",)
IMPORT = re.compile(r'^(?:import|.*\bfrom) "([^"]+)"$', re.MULTILINE)


def named(path: Path) -> str:
    """Return a file as the tests call it."""
    return path.relative_to(FIGURES).as_posix()


def imported(source: str) -> list[str]:
    """Return all that Python code imports, each name with its module."""
    names = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names += [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            names += [f"{module}.{each.name}" for each in node.names]
    return names


def is_within(name: str, module: str) -> bool:
    return name == module or name.startswith(f"{module}.")


@pytest.mark.parametrize("path", sorted(FIGURES.rglob("*.py")), ids=named)
def test_no_drawing_stands_on_another_one(path: Path) -> None:
    for name in imported(path.read_text(encoding="utf-8")):
        standard = name.partition(".")[0] in sys.stdlib_module_names
        allowed = any(is_within(name, each) for each in (*PACKAGES, *MODULES))
        assert standard or allowed, f"{named(path)} imports {name}"


@pytest.mark.parametrize("path", sorted(FIGURES.rglob("*.ts")), ids=named)
def test_no_script_stands_on_another_one(path: Path) -> None:
    """What is beside it is its own; what several share lies in `shared`."""
    for name in IMPORT.findall(path.read_text(encoding="utf-8")):
        allowed = re.fullmatch(r"toolkit|(\.|\.\./shared)/[\w.]+", name)
        assert allowed, f"{named(path)} imports {name}"
