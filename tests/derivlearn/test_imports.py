"""Which module may stand on which, and that most of them stand on Python alone."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import derivlearn

PACKAGE = Path(derivlearn.__file__).parent

# What each module may import at run time. A new module takes its place here.
MAY_IMPORT: dict[str, set[str]] = {
    "__init__": set(),
    "_inner/checks": {"math"},
    "_inner/operators": set(),
    "_inner/release": set(),
    "numeric": {"math", "derivlearn._inner.checks"},
    "functions": set(),
    "activations": {"math", "derivlearn._inner.checks"},
    "costs": {"math", "derivlearn._inner.checks", "derivlearn.activations"},
    "chain": {"derivlearn._inner.checks"},
    "matrix": {"derivlearn._inner.checks"},
    "loops": {"derivlearn._inner.checks"},
    "matrix_layers": {"derivlearn._inner.checks", "derivlearn.matrix"},
    "_inner/places": {"derivlearn._inner.checks"},
    "check": {
        *(
            "math",
            "derivlearn._inner.checks",
            "derivlearn._inner.places",
            "derivlearn.numeric",
        ),
    },
    "autograd": {
        *("math", "derivlearn.activations"),
        *(
            "derivlearn._inner.checks",
            "derivlearn._inner.operators",
            "derivlearn._inner.release",
        ),
    },
    "example": set(),
    "network/_functions": {"collections.abc", "numpy", "numpy.typing", "typing"},
    "network/_checks": {
        *("collections.abc", "math", "numbers", "operator", "typing"),
        *("numpy", "numpy.typing", "derivlearn.network._functions", "derivlearn.costs"),
    },
    "network/_parameters": {
        *("collections.abc", "itertools", "typing", "numpy", "numpy.typing"),
        *("derivlearn.network._checks", "derivlearn.network._functions"),
    },
    "network/_passes": {
        *("numpy", "numpy.typing", "typing"),
        *("derivlearn.network._functions", "derivlearn.network._parameters"),
    },
    "network/__init__": {
        *("collections.abc", "io", "math", "pathlib", "typing", "zipfile"),
        *("numpy", "numpy.typing"),
        *("derivlearn.network._checks", "derivlearn.network._functions"),
        *("derivlearn.network._parameters", "derivlearn.network._passes"),
    },
}
MODULES = sorted(
    path.relative_to(PACKAGE).with_suffix("").as_posix()
    for path in PACKAGE.rglob("*.py")
)
PACKAGES = ("derivlearn", "derivlearn._inner", "derivlearn.network")
PLAIN = [name for name in MODULES if "numpy" not in MAY_IMPORT.get(name, set())]


def is_type_checking(node: ast.AST) -> bool:
    """Return whether a node is ``if TYPE_CHECKING:``."""
    return (
        isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
    )


def runtime_imports(source: str) -> set[str]:
    """Return the full names of all modules that a source imports when it runs."""
    names: set[str] = set()
    waiting: list[ast.AST] = [ast.parse(source)]
    while waiting:
        node = waiting.pop()
        if is_type_checking(node):
            continue
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module in PACKAGES:
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add("." * node.level + (node.module or ""))
        waiting.extend(ast.iter_child_nodes(node))
    return names


def test_runtime_imports_are_found_and_those_for_the_type_checker_are_not() -> None:
    source = (
        "import a.b\n"
        "from c import d\n"
        "TYPE_CHECKING = False\n"
        "if TYPE_CHECKING:\n"
        "    import e\n"
        "def f():\n"
        "    from .g import h\n"
        "from derivlearn import i\n"
    )
    assert runtime_imports(source) == {"a.b", "c", ".g", "derivlearn.i"}


@pytest.mark.parametrize("name", MODULES)
def test_module_imports_only_what_it_may(name: str) -> None:
    source = (PACKAGE / f"{name}.py").read_text(encoding="utf-8")
    assert name in MAY_IMPORT, f"say in MAY_IMPORT what {name} may import"
    assert runtime_imports(source) <= MAY_IMPORT[name]


def test_automatic_differentiation_takes_less_than_100_lines() -> None:
    source = (PACKAGE / "autograd.py").read_text(encoding="utf-8")
    assert len(source.splitlines()) < 100


def test_nothing_in_the_package_imports_the_site() -> None:
    for path in PACKAGE.rglob("*.py"):
        for name in runtime_imports(path.read_text(encoding="utf-8")):
            assert name.split(".")[0] != "derivlearn_site", path


def test_only_the_network_stands_on_numpy() -> None:
    on_numpy = {name for name in MODULES if name.split("/")[0] == "network"}
    assert set(MODULES) - set(PLAIN) == on_numpy


def test_plain_modules_load_without_any_installed_package() -> None:
    """A fresh Python without site-packages, which sees nothing but the package."""
    program = (
        "import sys\n"
        f"sys.path.insert(0, {str(PACKAGE.parent)!r})\n"
        + "".join(
            f"import derivlearn.{name.replace('/', '.')}\n"
            for name in PLAIN
            if name != "__init__"
        )
        + "for name in ('numpy', 'typing', 'dataclasses', 'derivlearn_site'):\n"
        "    assert name not in sys.modules, name\n"
    )
    done = subprocess.run(  # noqa: S603 - our own Python and program
        [sys.executable, "-I", "-S", "-c", program],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
