"""What is said about the project in more than one place is the same in each."""

import json
import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

import derivlearn
from derivlearn_site.base import settings
from derivlearn_site.publish import browser

ROOT = Path(__file__).parents[1]
# The extras that `.ci/run` installs; PyTorch has a limit of its own.
INSTALLED = ("test", "generators", "dev")
TOLD_TO_PEOPLE = [
    "README.md",
    "README.ja.md",
    "docs/ja/follow.md",
    "docs/en/follow.md",
]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TOLD_TO_PEOPLE)
@pytest.mark.parametrize(
    "command",
    [
        (
            "python3 -m venv .venv && .venv/bin/pip install -e . -e tool "
            "&& .venv/bin/mkdocs serve"
        ),
        (
            'python3 -m venv .venv && .venv/bin/pip install -e . -e "tool[test]" '
            "&& .venv/bin/pytest"
        ),
    ],
)
def test_the_two_commands_are_told_alike_everywhere(name: str, command: str) -> None:
    assert command in read(name)


def test_the_continuous_integration_runs_the_command_of_the_readme() -> None:
    [command] = re.findall(
        r"^python3 -m venv .*pytest$", read("README.md"), re.MULTILINE
    )
    assert command.replace("pip install", "pip install -q") in read(".ci/run")


@pytest.mark.parametrize(
    "name",
    [
        *("README.md", "README.ja.md", "CONTRIBUTING.md", "CONTRIBUTING.ja.md"),
        *("CITATION.cff", "pyproject.toml", "CHANGELOG.md"),
    ],
)
def test_every_own_address_follows_the_one_setting(name: str) -> None:
    config = settings.load(ROOT).config
    own = (config["site_url"], config["repo_url"])
    found = re.findall(r"https://example\.org[^\s\"')>]*", read(name))
    assert all(address.startswith(own) for address in found)


def test_the_version_is_the_same_in_every_file() -> None:
    version = derivlearn.__version__
    assert f"\nversion: {version}\n" in read("CITATION.cff")
    assert f"\n## {version}" in read("CHANGELOG.md")


def test_the_two_readmes_show_the_same_sections_and_code() -> None:
    for pair in (
        ("README.md", "README.ja.md"),
        ("CONTRIBUTING.md", "CONTRIBUTING.ja.md"),
    ):
        fences = [
            re.findall(r"```python\n.*?```", read(name), re.DOTALL) for name in pair
        ]
        headings = [re.findall(r"^#+ ", read(name), re.MULTILINE) for name in pair]
        assert fences[0] == fences[1]
        assert headings[0] == headings[1]


def test_the_python_of_the_site_is_the_one_that_npm_has_locked() -> None:
    lock = json.loads((browser.WEB / "package-lock.json").read_text(encoding="utf-8"))
    python = settings.load(ROOT).python
    assert lock["packages"]["node_modules/pyodide"]["version"] == python["version"]
    assert f"/v{python['version']}/" in python["address"]


def test_all_that_is_declared_was_tested_in_one_version() -> None:
    pinned = {
        line.partition("==")[0].lower().replace("_", "-")
        for line in read("constraints.txt").splitlines()
        if not line.startswith("#")
    }
    declared = set()
    for name in ("pyproject.toml", "tool/pyproject.toml"):
        project = tomllib.loads(read(name))["project"]
        extras = project["optional-dependencies"]
        wanted = [project["dependencies"], *(extras.get(e, []) for e in INSTALLED)]
        for each in chain.from_iterable(wanted):
            declared.add(re.split(r"[\[<>=~!,; ]", each)[0].lower().replace("_", "-"))
    assert declared - {"derivlearn-site"} <= pinned
