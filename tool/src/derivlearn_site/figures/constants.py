"""What a drawing and its script both use, written once: `constants.json` beside both.

A script imports the file, a drawing reads it here. What only one of them uses stays in
it, and what a drawing computes for its script goes there with its data.
"""

import json
from pathlib import Path
from typing import Any


def beside(module: str) -> dict[str, Any]:
    """Return the constants that lie beside a module, which gives its `__file__`."""
    path = Path(module).with_name("constants.json")
    constants: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return constants
