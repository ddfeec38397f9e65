"""The scripts that are published are what their sources say."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from derivlearn import numeric
from derivlearn.numeric import central_difference
from tests.needs import needs

ROOT = Path(__file__).parents[2]
WEB = ROOT / "src/derivlearn_site/web"
ASSETS = ROOT / "docs/assets"
BUNDLES = ("runner", "figures")


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


# Where figures compute, and where floats begin to tell ways to compute apart.
POINTS = [
    sign * mantissa * 10.0**power
    for sign in (1, -1)
    for mantissa in (1, 1.7, 2.9, 3.3, 6.1, 9.99)
    for power in range(-12, 13)
] + [0.0]
STEPS = (1.0, 0.5, 0.1, 1e-3, 1e-7)


def cube(x: float) -> float:
    return x * x * x


def forward(x: float, dx: float) -> float | None:
    """Return the forward difference of x³, or nothing where nothing is added."""
    if x + dx == x:
        return None
    return numeric.forward_difference(cube, x, dx, relative=False)


def test_figures_compute_what_derivlearn_computes(node: str, tmp_path: Path) -> None:
    bundle = tmp_path / "mathematics.mjs"
    esbuild = [
        WEB / "node_modules/esbuild/bin/esbuild",
        *(WEB / "src/figures/mathematics.ts", "--bundle", "--format=esm"),
        f"--outfile={bundle}",
    ]
    subprocess.run(esbuild, check=True, capture_output=True)  # noqa: S603
    program = f"""
    import * as m from {json.dumps(bundle.as_uri())}
    const [xs, steps] = {json.dumps([POINTS, STEPS])}
    console.log(JSON.stringify({{
      cube: xs.map(m.cube),
      cubeSlope: xs.map(m.cubeSlope),
      forwardDifference: xs.flatMap(x => steps.map(dx =>
        m.forwardDifference(m.cube, x, dx))),
      names: Object.keys(m),
    }}))"""
    done = subprocess.run(  # noqa: S603
        [node, "--input-type=module", "-e", program],
        check=True,
        capture_output=True,
        text=True,
    )
    computed = json.loads(done.stdout)
    expected: dict[str, list[float | None]] = {
        "cube": [cube(x) for x in POINTS],
        "cubeSlope": [central_difference(cube, x) for x in POINTS],
        "forwardDifference": [forward(x, dx) for x in POINTS for dx in STEPS],
    }
    assert set(computed.pop("names")) == expected.keys()
    for name, values in computed.items():
        # Central differences are what the slope is measured by, not how it is computed.
        near = 1e-9 if name == "cubeSlope" else 1e-12
        for found, wanted in zip(values, expected[name], strict=True):
            assert found == wanted or found == pytest.approx(wanted, rel=near), name
