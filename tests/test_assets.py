"""The scripts that the book publishes are what their sources say."""

import subprocess
from pathlib import Path

from needs import WEB
from tests.test_project import ROOT

BUILT = ROOT / "docs/assets/built"


def test_the_committed_scripts_and_styles_are_those_of_the_sources(
    node: str, tmp_path: Path
) -> None:
    subprocess.run([node, WEB / "build.mjs", ROOT, tmp_path], check=True)  # noqa: S603
    built = {path.relative_to(tmp_path) for path in tmp_path.rglob("*.*")}
    committed = {path.relative_to(BUILT) for path in BUILT.rglob("*.*")}
    assert built == committed
    for name in built:
        made = (tmp_path / name).read_bytes()
        remedy = f"{name}: run `npm run build` in {WEB}"
        assert made == (BUILT / name).read_bytes(), remedy


def test_the_sources_have_no_type_errors(node: str) -> None:
    tsc = [node, str(WEB / "node_modules/typescript/bin/tsc"), "-p", "figures"]
    done = subprocess.run(  # noqa: S603
        tsc, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout == ""
    assert done.returncode == 0
