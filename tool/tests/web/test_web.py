"""The scripts that are published are what their sources say."""

import subprocess
from pathlib import Path

from needs import WEB

ROOT = Path(__file__).parents[3]
ASSETS = ROOT / "docs/assets"
BUNDLES = ("runner", "figures", "search")


def test_the_committed_scripts_and_styles_are_those_of_the_sources(
    node: str, tmp_path: Path
) -> None:
    subprocess.run([node, WEB / "build.mjs", ROOT, tmp_path], check=True)  # noqa: S603
    built = {path.relative_to(tmp_path) for path in tmp_path.rglob("*.*")}
    committed = {
        path.relative_to(ASSETS)
        for bundle in BUNDLES
        for path in (ASSETS / bundle).iterdir()
    }
    assert built == committed | {Path("book.css")}
    for name in built:
        made = (tmp_path / name).read_bytes()
        remedy = f"{name}: run `npm run build` in {WEB}"
        assert made == (ASSETS / name).read_bytes(), remedy


def test_the_sources_have_no_type_errors(node: str) -> None:
    tsc = [node, str(WEB / "node_modules/typescript/bin/tsc"), "-p", "figures"]
    done = subprocess.run(  # noqa: S603
        tsc, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout == ""
    assert done.returncode == 0
