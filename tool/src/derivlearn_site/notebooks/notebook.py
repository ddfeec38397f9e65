"""A page as a Jupyter notebook: the same text, the same code, in one session.

Every page with code can be downloaded as a notebook, its outputs as recorded. The cells
of one whose front matter says `notebook: true` are executed while the site is built.

An exercise that nothing checks has an empty cell before its answer.

A cell holds what its block shows. Instead of a preamble it relies on the cells above
it, and repeats of the preamble only what they lack or have bound to something else.
"""

import posixpath
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import nbformat

from derivlearn_site.base.texts import filled
from derivlearn_site.code import snippet
from derivlearn_site.code.names import Session
from derivlearn_site.notebooks import prose as notebook_prose
from derivlearn_site.pages import cells, orders, questions
from derivlearn_site.pages.ask import Answer, Ask
from derivlearn_site.pages.orders import Order
from derivlearn_site.pages.page import (
    ASKING,
    Block,
    Fence,
    Page,
    Remark,
    figure_of,
)

Numbered = tuple[int, str]


class _Shown(NamedTuple):
    """A block, and whether the reader is to ask before seeing it."""

    block: Block
    is_folded: bool = False


class _Empty(NamedTuple):
    """A place for the reader's own code."""


_Item = str | _Shown | _Empty


def programs(page: Page) -> list[str]:
    """Return the code of a page's cells, in one session from the first to the last."""
    session = Session()
    return [_program(block, session) for block in page.blocks]


def download(page: Page, texts: Mapping[str, str]) -> str:
    """Return a page as the text of a notebook that stands on its own.

    Args:
        page: A page without problems.
        texts: The strings of the page's language.
    """

    def resolve(target: str) -> str:
        return _address(page, target)

    cells = list(_cells(_Reader(page, texts, resolve).items()))
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    made = nbformat.v4.new_notebook(cells=cells, metadata=metadata)
    title = page.headings[0].text if page.headings else page.slug
    made["metadata"]["title"] = title
    url = _address(page, page.path.name)
    install = page.settings.install
    note = filled(texts["notebook_from"], title=title, url=url, install=install)
    made["cells"].insert(0, nbformat.v4.new_markdown_cell(note))
    _number(made["cells"])
    return f"{nbformat.writes(made)}\n"


def file_name(page: Page) -> str:
    """Return what the notebook of a page is called, beside the page."""
    return f"{posixpath.basename(page.slug)}.ipynb"


def _number(cells: Sequence[nbformat.NotebookNode]) -> None:
    for number, cell in enumerate(cells, 1):
        cell["id"] = f"cell-{number}"


def _address(page: Page, target: str) -> str:
    """Return where the site publishes what a link of a page leads to."""
    if target.startswith("#") or urlsplit(target).scheme:
        return target
    path, mark, anchor = target.partition("#")
    site = page.settings.config.get("site_url") or ""
    url = urljoin(f"{site}{page.language}/{page.slug}.md", path)
    if url.endswith(".md"):
        url = f"{url.removesuffix('.md')}/".removesuffix("index/")
    return f"{url}{mark}{anchor}"


@dataclass
class _Reader:
    """What a page holds, in its order, as text and blocks."""

    page: Page
    texts: Mapping[str, str]
    resolve: Callable[[str], str]
    fences: dict[int, Fence] = field(init=False)
    blocks: dict[Fence, Block] = field(init=False)
    headings: dict[int, str] = field(init=False)
    remarks: dict[int, Remark] = field(init=False)
    asked: dict[Fence, Ask] = field(init=False)
    orders: dict[Fence, Order] = field(init=False)
    cells: set[int] = field(init=False)

    def __post_init__(self) -> None:
        """Note on which line each fence, each heading and each remark stands."""
        self.fences = {fence.line: fence for fence in self.page.fences}
        self.blocks = {block.fence: block for block in self.page.blocks}
        self.headings = {
            each.line: f'{"#" * each.level} {each.text} <a id="{each.id}"></a>'
            for each in self.page.headings
        }
        self.remarks = {remark.line: remark for remark in self.page.remarks}
        # What is asked of a block stands above it, as its cell holds its output.
        self.asked = {
            ask.block.fence if ask.block else ask.fence: ask
            for ask in questions.of(self.page)
        }
        self.orders = {order.fence: order for order in orders.of(self.page)}
        self.cells = {cell.line for cell in cells.of(self.page)}

    def items(self) -> Iterator[_Item]:
        """Yield all that the page holds."""
        yield from self._items(self._lines(self.page.front_matter_end))
        if len(self.page.lines) + 1 in self.cells:
            yield _Empty()

    def _lines(
        self, start: int, end: int | None = None, indent: int = 0
    ) -> list[Numbered]:
        """Return the lines behind one, up to another, without their indentation."""
        lines = enumerate(self.page.lines[start:end], start + 1)
        return [(number, self._filled(line[indent:])) for number, line in lines]

    def _filled(self, line: str) -> str:
        for name in ("site_url", "repo_url"):
            value = str(self.page.settings.config.get(name))
            line = line.replace(f"{{{{ {name} }}}}", value)
        return line

    def _items(self, lines: Sequence[Numbered]) -> Iterator[_Item]:
        text: list[str] = []
        done = 0
        while done < len(lines):
            number, line = lines[done]
            fence, heading = self.fences.get(number), self.headings.get(number)
            remark = self.remarks.get(number)
            if fence or heading or remark or number in self.cells:
                yield from self._prose(text)
                text = []
            if number in self.cells:
                yield _Empty()
            start, done = done, done + 1
            if fence:
                done = start + 1 + fence.end - fence.line
                yield from self._fence(fence, lines[start:done])
            elif remark:
                done = start + 1 + remark.end - remark.line
                yield from self._remark(remark)
            else:
                text.append(heading or line)
        yield from self._prose(text)

    def _prose(self, lines: Iterable[str]) -> Iterator[str]:
        text = textwrap.dedent("\n".join(lines).strip("\n")).strip()
        if text:
            yield notebook_prose.prose(text, self.resolve)

    def _fence(self, fence: Fence, lines: Sequence[Numbered]) -> Iterator[_Item]:
        if fence in self.asked:
            yield self._ask(self.asked[fence])
        if fence in self.blocks:
            yield _Shown(self.blocks[fence])
            yield from self._hints(fence)
        elif fence.info == "figure":
            yield notebook_prose.picture(
                self.page.settings, figure_of(self.page, fence)
            )
        elif fence in self.orders:
            yield from self._order(self.orders[fence])
        elif fence.info != "text" and fence.info not in ASKING:
            yield textwrap.dedent("\n".join(line for _, line in lines))

    def _ask(self, ask: Ask) -> str:
        """Return a question with its answers, and folded, why each is right or not."""

        def said(answer: Answer) -> str:
            if ask.kind == "sign":
                return self.texts[f"ask_{answer.text}"]
            if answer.source is None:
                return notebook_prose.prose(answer.text, self.resolve)
            mark = "`" if ask.is_printed else ""
            return "<br>".join(mark + line + mark for line in answer.text.splitlines())

        question = notebook_prose.prose(ask.text, self.resolve)
        listed = [f"- {said(each)}" for each in ask.answers]
        told = [
            f"- {said(each)}<br>{notebook_prose.prose(each.because, self.resolve)}"
            for each in (ask.right, *ask.wrong)
        ]
        if ask.otherwise:
            told.append(f"- {notebook_prose.prose(ask.otherwise, self.resolve)}")
        answers = [] if ask.kind == "number" else ["\n".join(listed)]
        fold = notebook_prose.folded(self.texts["ask_answer"], "\n".join(told))
        return "\n\n".join([question, *answers, fold])

    def _order(self, order: Order) -> Iterator[str]:
        """Yield lines to put in order, and what is said when they are, both folded."""
        extra = filled(self.texts["order_extra"], extra=len(order.extra))
        asked = f"{notebook_prose.prose(order.text, self.resolve)}<br>{extra}"
        code = "\n".join(["```python", *order.shuffled, "```"])
        yield notebook_prose.folded(self.texts["order"], f"{asked}\n\n{code}")
        told = notebook_prose.prose(order.because, self.resolve)
        yield notebook_prose.folded(self.texts["ask_answer"], told)

    def _hints(self, fence: Fence) -> Iterator[str]:
        texts = [
            (
                filled(self.texts["hint"], number=number),
                notebook_prose.prose(hint, self.resolve),
            )
            for number, (_, hint) in enumerate(fence.hints, 1)
        ]
        for title, text in texts:
            yield notebook_prose.folded(title, text)

    def _remark(self, remark: Remark) -> Iterator[_Item]:
        """Yield a remark; a cell cannot stand in it, so it is cut around its blocks."""
        lines = self._lines(remark.line, remark.end, remark.indent)
        inner = list(self._items(lines))
        title = remark.kind.capitalize() if remark.title is None else remark.title
        is_quoted = remark.mark == "!!!"
        if is_quoted and not (inner and isinstance(inner[0], str)):
            inner.insert(0, "")
        heading = title
        for is_text, group in groupby(inner, lambda item: isinstance(item, str)):
            if is_text:
                text = "\n\n".join(item for item in group if isinstance(item, str))
                yield self._boxed(remark.mark, heading, text)
            else:
                if not is_quoted:
                    yield f"**{filled(self.texts['notebook_code'], title=title)}**"
                for item in group:
                    if isinstance(item, _Shown):
                        yield _Shown(item.block, item.is_folded or not is_quoted)
            heading = filled(self.texts["notebook_more"], title=title)

    @staticmethod
    def _boxed(mark: str, title: str, text: str) -> str:
        if mark == "!!!":
            return notebook_prose.quoted(title, text)
        return notebook_prose.folded(title, text, is_open=mark.endswith("+"))


def _cells(items: Iterable[_Item]) -> Iterator[nbformat.NotebookNode]:
    """Yield a cell per block, per picture and per text up to the next heading."""
    session = Session()
    text: list[str] = []
    for item in items:
        alone = not isinstance(item, str) or item.startswith(("#", "<figure"))
        if text and (alone or text[-1].startswith("<figure")):
            yield nbformat.v4.new_markdown_cell("\n\n".join(text))
            text = []
        if isinstance(item, _Shown):
            yield _code(item, session)
        elif isinstance(item, _Empty):
            yield nbformat.v4.new_code_cell("")
        else:
            text.append(item)
    if text:
        yield nbformat.v4.new_markdown_cell("\n\n".join(text))


def _code(shown: _Shown, session: Session) -> nbformat.NotebookNode:
    cell = nbformat.v4.new_code_cell(_program(shown.block, session))
    if shown.block.output:
        cell["outputs"] = [nbformat.v4.new_output("stream", text=shown.block.output)]
    if shown.is_folded:
        # JupyterLab folds it, until the reader asks for it or runs it.
        cell["metadata"]["jupyter"] = {"source_hidden": True, "outputs_hidden": True}
    return cell


def _program(block: Block, session: Session) -> str:
    lacking = snippet.text_of(session.add(block.program)).strip("\n")
    code = snippet.text_of(block.program.code).rstrip("\n")
    return f"{lacking}\n\n{code}" if lacking else code
