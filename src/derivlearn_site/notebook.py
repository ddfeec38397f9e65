"""A page as a Jupyter notebook: the same text, the same code, in one session.

A page whose front matter says `notebook: true` is shown on the site by mkdocs-jupyter,
which executes it while the site is built. Its code comes from `snippets/` like that of
every page. A cell holds what its block shows; instead of a preamble it relies on the
cells above it, and adds the imports that they lack.
"""

from pathlib import Path

import nbformat

from derivlearn_site import figures, snippet
from derivlearn_site.page import Block, Page, figure_of


def notebook(page: Page) -> nbformat.NotebookNode:
    """Return a page as a notebook, its outputs as recorded."""
    cells = []
    imported: set[tuple[Path, int]] = set()
    blocks = {block.fence: block for block in page.blocks}
    outputs = {block.output_fence for block in page.blocks}
    written = page.front_matter_end
    for fence in page.fences:
        cells += _prose(page, written, fence.line - 1)
        written = fence.end
        if fence in blocks:
            cells.append(_code(blocks[fence], imported))
        elif fence.info == "figure":
            picture = figures.html(figure_of(page, fence))
            cells.append(nbformat.v4.new_markdown_cell(picture))
        elif fence not in outputs:
            cells += _prose(page, fence.line - 1, fence.end)
    cells += _prose(page, written, len(page.lines))
    for number, cell in enumerate(cells, 1):
        cell["id"] = f"cell-{number}"
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return nbformat.v4.new_notebook(cells=cells, metadata=metadata)


def _prose(page: Page, start: int, end: int) -> list[nbformat.NotebookNode]:
    """Return the lines after `start` up to `end` as a cell, if they say anything."""
    lines = page.lines[start:end]
    for heading in page.headings:
        if start < heading.line <= end:
            title = f"{'#' * heading.level} {heading.text}"
            lines[heading.line - start - 1] = f'{title} <a id="{heading.id}"></a>'
    text = "\n".join(lines).strip()
    return [nbformat.v4.new_markdown_cell(text)] if text else []


def _code(block: Block, imported: set[tuple[Path, int]]) -> nbformat.NotebookNode:
    path = block.program.path
    imports = block.program.imports
    new = tuple(line for line in imports if (path, line.number) not in imported)
    imported.update((path, line.number) for line in new)
    code = snippet.text_of(block.program.code)
    source = f"{snippet.text_of(new)}\n{code}" if new else code
    cell = nbformat.v4.new_code_cell(source.rstrip("\n"))
    if block.output:
        cell["outputs"] = [nbformat.v4.new_output("stream", text=block.output)]
    return cell
