"""Which module may stand on which, and that most of them stand on Python alone."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import derivlearn

PACKAGE = Path(derivlearn.__file__).parent

NUMPY = {"numpy", "numpy.typing", "typing"}
# What each module may import at run time. A new module takes its place here.
MAY_IMPORT: dict[str, set[str]] = {
    "__init__": set(),
    "_inner/checks": {"math"},
    "_inner/operators": set(),
    "_inner/release": set(),
    "numeric": {"math", "derivlearn._inner.checks"},
    "functions": set(),
    "data/__init__": set(),
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
    "network/_functions": NUMPY | {"collections.abc"},
    "network/_checks": {
        *(NUMPY | {"collections.abc", "math", "operator"}),
        *("derivlearn._inner.checks", "derivlearn.costs"),
        "derivlearn.network._functions",
    },
    "network/_parameters": {
        *(NUMPY | {"collections.abc", "itertools"}),
        *("derivlearn.network._checks", "derivlearn.network._functions"),
        "derivlearn._inner.checks",
    },
    "network/_passes": {
        *NUMPY,
        *("derivlearn.network._functions", "derivlearn.network._parameters"),
    },
    "network/_descent": {
        *(NUMPY | {"collections.abc"}),
        *("derivlearn.network._functions", "derivlearn.network._parameters"),
        "derivlearn.network._passes",
    },
    "network/_files": {
        *(NUMPY | {"hashlib", "json", "os", "pathlib", "secrets"}),
        "derivlearn._inner.checks",
        *("derivlearn.network._checks", "derivlearn.network._functions"),
        "derivlearn.network._parameters",
    },
    "network/_standardise": NUMPY | {"derivlearn.network._checks"},
    "network/_network": {
        *(NUMPY | {"collections.abc", "math", "pathlib", "warnings"}),
        *("derivlearn.network._checks", "derivlearn.network._descent"),
        *("derivlearn.network._files", "derivlearn.network._functions"),
        *("derivlearn.network._parameters", "derivlearn.network._passes"),
        "derivlearn.network._standardise",
    },
    "network/__init__": {
        *("derivlearn.network._network", "derivlearn.network._standardise"),
    },
    "network/plain": NUMPY | {"collections.abc", "itertools"},
    "tensor": {
        *(NUMPY | {"collections.abc"}),
        *("derivlearn._inner.checks", "derivlearn._inner.operators"),
        *("derivlearn._inner.release", "derivlearn.network._checks"),
    },
}
MODULES = sorted(
    path.relative_to(PACKAGE).with_suffix("").as_posix()
    for path in PACKAGE.rglob("*.py")
)
PACKAGES = ("derivlearn", "derivlearn._inner", "derivlearn.network")
ON_NUMPY = [name for name in MODULES if name.startswith(("network/", "tensor"))]
PLAIN = [name for name in MODULES if name not in ON_NUMPY]


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


def test_automatic_differentiation_of_arrays_takes_at_most_120() -> None:
    source = (PACKAGE / "tensor.py").read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 120


def test_the_plain_network_takes_at_most_60_lines_of_numpy() -> None:
    """Those of its functions, but for what they say of themselves and their types."""
    tree = ast.parse((PACKAGE / "network/plain.py").read_text(encoding="utf-8"))
    lines = 0
    for function in tree.body:
        if isinstance(function, ast.FunctionDef):
            body = function.body[1:]
            lines += 1 + (body[-1].end_lineno or 0) - body[0].lineno + 1
    assert 40 < lines <= 60


def test_nothing_in_the_package_imports_the_site() -> None:
    for path in PACKAGE.rglob("*.py"):
        for name in runtime_imports(path.read_text(encoding="utf-8")):
            assert name.split(".")[0] != "derivlearn_site", path


def test_plain_modules_stand_on_plain_modules_alone() -> None:
    on_numpy = {f"derivlearn.{name.replace('/', '.')}" for name in ON_NUMPY}
    for name in PLAIN:
        assert not MAY_IMPORT[name] & (on_numpy | {"derivlearn.network", "numpy"})


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
