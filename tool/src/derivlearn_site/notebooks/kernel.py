"""The blocks of a page, executed as the cells of one notebook for all languages."""

import json

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from derivlearn_site.base.errors import Message, SourceError
from derivlearn_site.base.kept import FOLDER, kept
from derivlearn_site.code import dependencies, record
from derivlearn_site.notebooks.notebook import programs
from derivlearn_site.pages.page import Page


def executed(page: Page) -> nbformat.NotebookNode:
    """Return a notebook of a page's blocks, each with what it puts out in a kernel.

    It is kept on disk until the code, or what that imports of the package, changes.

    Raises:
        SourceError: A cell failed; says of which page, and what the kernel says.
    """
    cells = [nbformat.v4.new_code_cell(program) for program in programs(page)]
    for number, cell in enumerate(cells, 1):
        cell["id"] = f"cell-{number}"
    made = nbformat.v4.new_notebook(cells=cells)
    root = page.settings.root
    code = [cell["source"] for cell in cells]
    package = dependencies.package_digest(root, "\n".join(code))

    def compute() -> list[list[nbformat.NotebookNode]]:
        client = NotebookClient(
            made,
            coalesce_streams=True,
            record_timing=False,
            # It would warn that it talks over this machine's own network.
            extra_arguments=["--IPKernelApp.log_level=40"],
        )
        try:
            client.execute(env=record.environment(root))
        except CellExecutionError as error:
            message = Message("a cell of the notebook failed; what it says is below")
            raise SourceError(page.path, 1, message, str(error)) from error
        return [cell["outputs"] for cell in cells]

    path = root / FOLDER / "notebooks" / f"{page.slug.replace('/', '-')}.json"
    outputs = kept(path, [json.dumps(code), package], compute)
    for cell, each in zip(cells, outputs, strict=True):
        cell["outputs"] = [nbformat.from_dict(output) for output in each]
        cell["execution_count"] = None
    return made
