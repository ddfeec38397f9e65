"""The tool knows no book, its rooms stand on each other, and it declares what it needs.

What is asked here is asked of all its sources at once.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import derivlearn_site

TOOL = Path(derivlearn_site.__file__).parent
# Where the tool lies beside a book, this is the book.
AROUND = Path(__file__).parents[2]
PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"
# Each room may import those before it.
ROOMS = ("base", "code", "figures", "pages", "notebooks", "translation", "publish")
# The files that may know the generator of a site, and what makes notebooks HTML.
ADAPTERS = {"mkdocs": {"publish/plugin.py"}, "mkdocs_jupyter": {"publish/jupyter.py"}}
# Slugs of a book that are the tool's own words, too: the page at a folder's address,
# a section of an exercise, a scale, a kind of token, and two of its settings.
OWN_WORDS = {"index", "start", "linear", "constant", "glossary", "reference"}
MADE_ELSEWHERE = {"node_modules", "__pycache__"}
BINARY = {".woff2", ".png", ".json"}


def sources(*suffixes: str) -> Iterator[tuple[str, str]]:
    """Yield the name of each file of the tool, seen from its folder, and its text."""
    for path in sorted(TOOL.rglob("*")):
        if MADE_ELSEWHERE & {*path.parts} or not path.is_file():
            continue
        if path.suffix in suffixes or (not suffixes and path.suffix not in BINARY):
            yield path.relative_to(TOOL).as_posix(), path.read_text(encoding="utf-8")


def imported(text: str) -> set[str]:
    """Return the full names of the modules that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a module is imported by its full name"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


IMPORTS = {name: imported(text) for name, text in sources(".py")}


def packages(name: str) -> set[str]:
    """Return the packages that a file of the tool imports, of whomever they are."""
    return {module.partition(".")[0] for module in IMPORTS[name]}


def test_imports_go_down_from_room_to_room() -> None:
    upwards = set()
    for name, modules in IMPORTS.items():
        room = name.partition("/")[0]
        if room not in ROOMS:
            continue  # the command line stands above all rooms
        above = {*ROOMS[ROOMS.index(room) + 1 :], "cli"}
        for module in modules:
            package, _, rest = module.partition(".")
            if package == "derivlearn_site" and rest.split(".")[0] in above:
                upwards.add((name, rest.split(".")[0]))
    assert upwards == set()


def test_every_module_lies_in_a_room() -> None:
    assert {name for name in IMPORTS if name.partition("/")[0] not in ROOMS} == {
        "__init__.py",
        "cli.py",
    }


@pytest.mark.parametrize("generator", ADAPTERS)
def test_one_module_knows_a_generator(generator: str) -> None:
    assert {name for name in IMPORTS if generator in packages(name)} == (
        ADAPTERS[generator]
    )


def test_everything_that_is_imported_is_declared() -> None:
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    required = project["dependencies"] + project["optional-dependencies"]["test"]
    declared = {canonical(re.split(r"[\[<>=~! ]", each)[0]) for each in required}
    owners = packages_distributions()
    undeclared = {
        f"{name}: {package}"
        for name in IMPORTS
        for package in packages(name) - {"derivlearn_site", *sys.stdlib_module_names}
        if not {canonical(each) for each in owners.get(package, [])} & declared
    }
    assert undeclared == set()


def canonical(distribution: str) -> str:
    """Return a name as all its spellings have it in common."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


def test_the_tool_imports_no_package_of_a_book() -> None:
    assert "derivlearn" not in set().union(*map(packages, IMPORTS))
    others = [
        f"{name}:{number}: {line.strip()}"
        for name, text in sources()
        for number, line in enumerate(text.splitlines(), 1)
        if re.search(r"derivlearn(?![-_]site)", line)
    ]
    assert "\n".join(others) == ""


def slugs() -> list[str]:
    """Return the names of the pages and pictures of the book around the tool."""
    pages = {path.stem for path in AROUND.glob("docs/*/*.md")}
    folders = {path.parent.name for path in AROUND.glob("figures/*/drawing.py")}
    return sorted(pages | folders | {name.replace("_", "-") for name in folders})


@pytest.mark.skipif(
    not (AROUND / "mkdocs.yml").is_file(), reason="no book lies around the tool"
)
def test_the_tool_names_no_page_and_no_picture_of_the_book() -> None:
    """A slug of several words stands nowhere, one of a single word in no quotes."""
    names = [name for name in slugs() if name not in OWN_WORDS]
    assert names
    whole = "|".join(name for name in names if re.search("[-_]", name))
    quoted = "|".join(names)
    named = re.compile(
        rf"(?<![-\w])(?:{whole})(?![-\w])|"
        rf"""["'`/](?:{quoted})(?:["'/]|\.(?:md|py|out)\b)"""
    )
    found = [
        f"{name}:{number}: {match[0]}"
        for name, text in sources()
        for number, line in enumerate(text.splitlines(), 1)
        for match in named.finditer(line)
    ]
    assert "\n".join(found) == ""
