"""What the cells of a notebook page print and draw, as mkdocs-jupyter shows it.

The page itself takes the way of every page. Its cells are executed once for all
languages; of what mkdocs-jupyter makes of them, the page shows the outputs.
"""

import base64
import binascii
import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal, NamedTuple

import nbformat
from bs4 import BeautifulSoup, Tag
from mkdocs_jupyter.nbconvert2 import nb2html

from derivlearn_site.base.errors import Message, MistakeError
from derivlearn_site.base.kept import FOLDER, kept
from derivlearn_site.pages.page import Page

_SVG = "data:image/svg+xml;base64,"
_ATTRIBUTE = re.compile(r"[\w-]+=")


class Output(NamedTuple):
    """What a cell printed, as text, or showed, as HTML."""

    kind: Literal["text", "html"]
    content: str


class NotebookError(MistakeError):
    """A cell put out something that the book does not show; says what."""


def outputs(page: Page, executed: nbformat.NotebookNode) -> list[list[Output]]:
    """Return what each block of a notebook page put out, in their order.

    Args:
        page: The page.
        executed: Its blocks as a notebook, with what a kernel put out.

    Raises:
        NotebookError: A cell wrote to stderr, or an output is neither text, HTML nor an
            SVG figure with a text alternative.
    """
    state = [json.dumps(executed)]
    folder = page.settings.root / FOLDER / "notebooks"
    name = page.slug.replace("/", "-")

    def compute() -> list[list[Output]]:
        path = folder / f"{name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(executed, path)
        return list(_of_cells(nb2html(str(path))))

    found = kept(folder / f"{name}.html.json", state, compute)
    return [[Output(*each) for each in cell] for cell in found]


def _of_cells(html: str) -> Iterator[list[Output]]:
    # The inner cells only: mkdocs-jupyter puts each code cell into a second one.
    cells = BeautifulSoup(html, "html.parser").select(".jp-Cell:not(:has(.jp-Cell))")
    for cell in cells:
        yield list(_of_cell(cell.select(".jp-OutputArea-output")))


def _of_cell(found: Iterable[Tag]) -> Iterator[Output]:
    """Yield what a cell printed or showed; what it printed in one piece.

    Jupyter cuts it wherever it was sent while the cell went on.
    """
    for is_printed, some in groupby(found, _is_printed):
        if is_printed:
            pieces = [pre.get_text() for each in some for pre in each("pre")]
            yield Output("text", "".join(pieces))
        else:
            for output in some:
                yield _output(output)


def _is_printed(output: Tag) -> bool:
    is_value = "jp-OutputArea-executeResult" in output.get_attribute_list("class")
    return output.get("data-mime-type") == "text/plain" and not is_value


def _output(output: Tag) -> Output:
    mime = output.get("data-mime-type", Message("a picture that is not SVG"))
    if mime == "text/plain":
        pre = output.select_one("pre")
        return Output("text", f"{pre.get_text().rstrip()}\n" if pre else "")
    if mime == "text/html":
        return Output("html", output.decode_contents().strip())
    if mime == "image/svg+xml":
        return Output("html", f"<figure>{_figure(output)}</figure>")
    if mime == "application/vnd.jupyter.stderr":
        message = Message(
            "a cell wrote to stderr: {text}", text=output.get_text().strip()
        )
    else:
        message = Message(
            "a cell shows {kind}, which the book does not: show text, HTML or SVG",
            kind=mime,
        )
    raise NotebookError(message)


def _figure(output: Tag) -> str:
    """Return an SVG figure as markup, so that it takes the page's colours."""
    image = output.select_one("img")
    source = str(image["src"]) if image is not None else ""
    try:
        svg = base64.b64decode(source.removeprefix(_SVG), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError) as error:
        message = Message("a figure is not SVG; draw it as SVG")
        raise NotebookError(message) from error
    svg = svg[svg.find("<svg") :]
    opening = svg.partition(">")[0]
    if not {"aria-label=", "aria-labelledby="} & set(_ATTRIBUTE.findall(opening)):
        message = Message(
            "a figure has no text alternative; give its `<svg>` an `aria-label`"
        )
        raise NotebookError(message)
    return svg
