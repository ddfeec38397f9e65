"""The blocks of a page, executed as the cells of one notebook for all languages."""

import asyncio
import json
from collections.abc import Callable
from functools import partial

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from derivlearn_site.base.errors import Message, SourceError
from derivlearn_site.base.kept import FOLDER, kept
from derivlearn_site.code import dependencies, record
from derivlearn_site.notebooks.notebook import programs
from derivlearn_site.pages.page import Page


def execution(page: Page) -> Callable[[], nbformat.NotebookNode]:
    """Return what executes a page, in whatever thread.

    All that reads Python is done at once: several threads that parse at the same time
    fail now and then in Python 3.11.
    """
    cells = [nbformat.v4.new_code_cell(program) for program in programs(page)]
    for number, cell in enumerate(cells, 1):
        cell["id"] = f"cell-{number}"
    package = dependencies.package_digest(
        page.settings.root, "\n".join(cell["source"] for cell in cells)
    )
    return partial(_executed, page, cells, package)


def executed(page: Page) -> nbformat.NotebookNode:
    """Return a notebook of a page's blocks, each with what it puts out in a kernel.

    It is kept on disk until the code, or what that imports of the package, changes.

    Raises:
        SourceError: A cell failed; says of which page, and what the kernel says.
    """
    return execution(page)()


def _executed(
    page: Page, cells: list[nbformat.NotebookNode], package: str
) -> nbformat.NotebookNode:
    made = nbformat.v4.new_notebook(cells=cells)
    root, code = page.settings.root, [cell["source"] for cell in cells]

    def compute() -> list[list[nbformat.NotebookNode]]:
        client = NotebookClient(
            made,
            coalesce_streams=True,
            record_timing=False,
            # It would warn that it talks over this machine's own network.
            extra_arguments=["--IPKernelApp.log_level=40"],
        )
        try:
            # A loop of its own, which is closed, in whatever thread.
            asyncio.run(client.async_execute(env=record.environment(root)))
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
