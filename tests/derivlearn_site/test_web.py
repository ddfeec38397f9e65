"""The scripts that are published are what their sources say."""

import subprocess
from pathlib import Path

from tests.needs import WEB

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "docs/assets"
BUNDLES = ("runner", "figures")


def test_the_committed_scripts_are_those_of_the_sources(
    node: str, tmp_path: Path
) -> None:
    subprocess.run([node, WEB / "build.mjs", tmp_path], check=True)  # noqa: S603
    for bundle in BUNDLES:
        built = {path.name: path.read_bytes() for path in (tmp_path / bundle).iterdir()}
        committed = {
            path.name: path.read_bytes() for path in (ASSETS / bundle).iterdir()
        }
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
