"""Lets Node compute with the modules of scripts, without a page."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from needs import WEB


def evaluated(node: str, folder: Path, modules: Iterable[Path], expression: str) -> Any:  # noqa: ANN401 - whatever it gives
    """Return what an expression gives in JavaScript; no number is None.

    Args:
        node: The program.
        folder: Where the bundle may lie.
        modules: The expression calls all of them `m`.
        expression: What is to be computed.
    """
    bundle = folder / "bundle.mjs"
    entry = "".join(f"export * from {json.dumps(str(each))}\n" for each in modules)
    subprocess.run(  # noqa: S603
        [
            WEB / "node_modules/esbuild/bin/esbuild",
            "--bundle",
            "--format=esm",
            "--loader=ts",
            f"--tsconfig={WEB}/tsconfig.json",
            f"--outfile={bundle}",
        ],
        cwd=WEB,
        input=entry,
        check=True,
        capture_output=True,
        text=True,
    )
    program = (
        f"import * as m from {json.dumps(bundle.as_uri())}\n"
        f"console.log(JSON.stringify({expression}))"
    )
    done = subprocess.run(  # noqa: S603
        [node, "--input-type=module"],
        input=program,
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(done.stdout)
