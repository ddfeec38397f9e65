"""The scripts that are published are what their sources say."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.needs import needs

ROOT = Path(__file__).parents[2]
WEB = ROOT / "src/derivlearn_site/web"
BUNDLE = ROOT / "docs/assets/runner"


@pytest.fixture
def node() -> str:
    """The program that builds the scripts, with what it needs from npm."""
    program = shutil.which("node")
    if program is None:
        needs("Node", "install it, version 20 or later")
    if not (WEB / "node_modules/esbuild").is_dir():
        needs("esbuild", f"run `npm ci --prefix {WEB.relative_to(ROOT)}`")
    return str(program)


def test_the_committed_scripts_are_those_of_the_sources(
    node: str, tmp_path: Path
) -> None:
    subprocess.run([node, WEB / "build.mjs", tmp_path], check=True)  # noqa: S603
    built = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    committed = {path.name: path.read_bytes() for path in BUNDLE.iterdir()}
    assert built.keys() == committed.keys()
    for name, script in built.items():
        assert script == committed[name], f"{name}: run `npm run build` in {WEB}"


def test_the_sources_have_no_type_errors(node: str) -> None:
    tsc = [node, str(WEB / "node_modules/typescript/bin/tsc")]
    done = subprocess.run(  # noqa: S603
        tsc, cwd=WEB, capture_output=True, text=True, check=False
    )
    assert done.stdout == ""
    assert done.returncode == 0
