"""The cells of a notebook are executed, once for all languages that share them."""

import json
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from derivlearn_site.base.kept import FOLDER, kept
from derivlearn_site.code import dependencies, record

# Notebooks and what was made of them, below the root of the book.
NOTEBOOKS = f"{FOLDER}/notebooks"


def execute(made: nbformat.NotebookNode, root: Path, slug: str) -> None:
    """Give each cell of a notebook the outputs that it has in a kernel.

    Args:
        made: The notebook; its outputs are replaced.
        root: The root of the book, whose package the cells import.
        slug: Its page, under which the outputs are kept.

    Raises:
        CellExecutionError: A cell failed.
    """
    cells = [cell for cell in made["cells"] if cell["cell_type"] == "code"]
    program = [cell["source"] for cell in cells]
    package = dependencies.package_digest(root, "\n".join(program))

    def compute() -> list[list[nbformat.NotebookNode]]:
        client = NotebookClient(
            made,
            coalesce_streams=True,
            record_timing=False,
            # It would warn that it talks over this machine's own network.
            extra_arguments=["--IPKernelApp.log_level=40"],
        )
        client.execute(env=record.environment(root))
        return [cell["outputs"] for cell in cells]

    path = root / NOTEBOOKS / f"{slug}.json"
    outputs = kept(path, [json.dumps(program), package], compute)
    for cell, each in zip(cells, outputs, strict=True):
        cell["outputs"] = [nbformat.from_dict(output) for output in each]
        cell["execution_count"] = None
