"""A notebook's page gets the same markup as every other page of the book.

mkdocs-jupyter shows a notebook with the markup, 600 KB of style and the scripts of
JupyterLab. `from_jupyter` keeps what its cells say, show and printed, and writes that
as Markdown would have written it, so that the book's own style, formulas and search
apply.

A heading's id is given by an empty anchor, which every notebook program leaves unseen:
`## 誤差 <a id="error"></a>`.
"""

import base64
import binascii
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape
from itertools import groupby
from typing import TypedDict

from bs4 import BeautifulSoup, Tag

from derivlearn_site.base.errors import Message, MistakeError
from derivlearn_site.notebooks import prose as notebook_prose

_SVG = "data:image/svg+xml;base64,"
_OUTPUT = "language-text output highlight"
_HEADING = re.compile("h[1-6]")
_TEX = re.compile(r"\$\$(?P<block>.+?)\$\$|\$(?P<inline>[^$\n]+?)\$", re.DOTALL)
_ATTRIBUTE = re.compile(r"[\w-]+=")
_VERBATIM = ["code", "pre", "script", "style"]


class TocToken(TypedDict):
    """A heading in the form in which `mkdocs.structure.toc.get_toc` takes it."""

    level: int
    id: str
    name: str
    children: list["TocToken"]


class NotebookError(MistakeError):
    """A notebook holds something that the book does not show; says what."""


# Most pages are the same from one rebuild to the next while someone is writing.
@lru_cache(maxsize=64)
def from_jupyter(html: str, *, where: str, permalink: str = "") -> str:
    """Return a page that mkdocs-jupyter has rendered in the book's own markup.

    Formulas come out as `arithmatex` elements, as Markdown would leave them.

    Args:
        html: The content that mkdocs-jupyter made, with its outputs.
        where: The page's source, for errors.
        permalink: What the link beside each heading says when it is pointed at.

    Raises:
        NotebookError: A heading has no id, a cell wrote to stderr, or an output is
            neither text, HTML nor an SVG figure with a text alternative.
    """
    notebook = BeautifulSoup(html, "html.parser").select_one(".jp-Notebook")
    if notebook is None:
        message = Message(
            "this is not a page that mkdocs-jupyter made; list it among the plugins"
        )
        raise NotebookError(message, where)
    parts: list[str] = []
    cells = 0
    # The inner cells only: mkdocs-jupyter puts each code cell into a second one.
    for cell in notebook.select(".jp-Cell:not(:has(.jp-Cell))"):
        text = cell.select_one(".jp-RenderedMarkdown")
        if text is not None:
            parts.append(_text(text, where, permalink))
            continue
        for code in cell.select(".highlight-ipynb > pre"):
            cells += 1
            parts.append(_code(code, f"block-{cells}"))
        parts += _outputs(cell.select(".jp-OutputArea-output"), where)
    return notebook_prose.boxed("\n".join(parts))


@lru_cache(maxsize=64)
def toc(html: str) -> list[TocToken]:
    """Return the headings of a finished page, nested.

    Args:
        html: What `from_jupyter` returned.
    """
    root: list[TocToken] = []
    path: list[TocToken] = []
    for heading in BeautifulSoup(html, "html.parser").find_all(_HEADING):
        for link in heading.select(".headerlink"):
            link.decompose()
        token = TocToken(
            level=int(heading.name[1]),
            id=str(heading["id"]),
            name=escape(heading.get_text().strip(), quote=False),
            children=[],
        )
        while path and path[-1]["level"] >= token["level"]:
            path.pop()
        (path[-1]["children"] if path else root).append(token)
        path.append(token)
    return root


def _text(cell: Tag, where: str, permalink: str) -> str:
    """Return a text cell with ids, links and formulas as on the book's pages."""
    for link in cell.select("a.anchor-link"):
        link.decompose()
    for heading in cell.find_all(_HEADING):
        anchor = heading.select_one("a[id]:empty")
        if anchor is None:
            message = Message(
                'the heading “{heading}” has no id: write `<a id="name"></a>` after it',
                heading=heading.get_text().strip(),
            )
            raise NotebookError(message, where)
        heading.attrs = {"id": str(anchor["id"])}
        anchor.decompose()
        title = heading.decode_contents().strip()
        link_title = f' title="{escape(permalink)}"' if permalink else ""
        permanent = f'<a class="headerlink" href="#{heading["id"]}"{link_title}>#</a>'
        heading.clear()
        heading.append(BeautifulSoup(title + permanent, "html.parser"))
    for text in cell.find_all(string=_TEX):
        if text.find_parent(_VERBATIM) is None:
            marked = "".join(_formulas(escape(str(text), quote=False)))
            text.replace_with(BeautifulSoup(marked, "html.parser"))
    # What stands on its own is no part of a paragraph.
    for block in cell.select("p > div.arithmatex:only-child"):
        paragraph = block.parent
        if (
            paragraph is not None
            and not paragraph.get_text().replace(block.get_text(), "", 1).strip()
        ):
            paragraph.unwrap()
    return cell.decode_contents().strip()


def _formulas(text: str) -> Iterator[str]:
    """Yield a text with each formula marked up as `arithmatex`."""
    done = 0
    for match in _TEX.finditer(text):
        yield text[done : match.start()]
        if match["block"]:
            yield f'<div class="arithmatex">\\[{match["block"]}\\]</div>'
        else:
            yield f'<span class="arithmatex">\\({match["inline"]}\\)</span>'
        done = match.end()
    yield text[done:]


def _code(pre: Tag, id_: str) -> str:
    """Return a code cell as a listing, with the id of its block."""
    inner = pre.decode_contents().removeprefix("<span></span>")
    return _listing(f'language-python highlight" id="{id_}', inner)


def _outputs(outputs: Iterable[Tag], where: str) -> Iterator[str]:
    """Yield what a code cell printed or showed; what it printed in one piece.

    Jupyter cuts it wherever it was sent while the cell went on.
    """
    for is_printed, some in groupby(outputs, _is_printed):
        if is_printed:
            pieces = [pre.decode_contents() for each in some for pre in each("pre")]
            yield _listing(_OUTPUT, "".join(pieces))
        else:
            for output in some:
                yield _output(output, where)


def _is_printed(output: Tag) -> bool:
    is_value = "jp-OutputArea-executeResult" in output.get_attribute_list("class")
    return output.get("data-mime-type") == "text/plain" and not is_value


def _output(output: Tag, where: str) -> str:
    """Return what a code cell printed or showed."""
    mime = output.get("data-mime-type", Message("a picture that is not SVG"))
    if mime == "text/plain":
        pre = output.select_one("pre")
        return _listing(_OUTPUT, pre.decode_contents() if pre else "")
    if mime == "text/html":
        return output.decode_contents().strip()
    if mime == "image/svg+xml":
        return f"<figure>{_figure(output, where)}</figure>"
    if mime == "application/vnd.jupyter.stderr":
        message = Message(
            "a cell wrote to stderr: {text}", text=output.get_text().strip()
        )
    else:
        message = Message(
            "a cell shows {kind}, which the book does not: show text, HTML or SVG",
            kind=mime,
        )
    raise NotebookError(message, where)


def _figure(output: Tag, where: str) -> str:
    """Return an SVG figure as markup, so that it takes the page's colours."""
    image = output.select_one("img")
    source = str(image["src"]) if image is not None else ""
    try:
        svg = base64.b64decode(source.removeprefix(_SVG), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError) as error:
        message = Message("a figure is not SVG; draw it as SVG")
        raise NotebookError(message, where) from error
    svg = svg[svg.find("<svg") :]
    opening = svg.partition(">")[0]
    if not {"aria-label=", "aria-labelledby="} & set(_ATTRIBUTE.findall(opening)):
        message = Message(
            "a figure has no text alternative; give its `<svg>` an `aria-label`"
        )
        raise NotebookError(message, where)
    return svg


def _listing(classes: str, inner: str) -> str:
    """Return code or output as a fence of a Markdown page comes out."""
    return f'<div class="{classes}"><pre><span></span><code>{inner}</code></pre></div>'
