"""Lets Node compute with modules of the figures, without a page."""

from pathlib import Path
from typing import Any

import javascript

FIGURES = Path(__file__).parents[2] / "figures"


def evaluated(
    node: str, folder: Path, modules: tuple[str, ...], expression: str
) -> Any:  # noqa: ANN401 - whatever it gives
    """Return what an expression gives in JavaScript; no number is None.

    Args:
        node: The program.
        folder: Where the bundle may lie.
        modules: Modules of `figures/`; the expression calls all of them `m`.
        expression: What is to be computed.
    """
    paths = [FIGURES / module for module in modules]
    return javascript.evaluated(node, folder, paths, expression)
