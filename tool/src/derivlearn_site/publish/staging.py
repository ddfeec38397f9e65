"""A page as every generator reads it: plain Markdown and finished fragments.

Includes are expanded, pictures drawn, what a block stands on is put in front of it,
and what a translation lacks is told. What a page holds is read by the page model.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from derivlearn_site.base.errors import MistakeError, SourceError
from derivlearn_site.base.texts import filled
from derivlearn_site.figures import gallery
from derivlearn_site.pages import (
    cards,
    cells,
    glossary,
    orders,
    questions,
    reference,
    stepped,
    way,
)
from derivlearn_site.pages.cells import Cell
from derivlearn_site.pages.page import Block, Fence, Page, figure_of
from derivlearn_site.publish import asking, formulas, ordering, place, tables
from derivlearn_site.publish import reference as of_names
from derivlearn_site.publish.jupyter import Output
from derivlearn_site.publish.listings import highlighted
from derivlearn_site.translation import translator
from derivlearn_site.translation.drift import State

Printed = Mapping[Path, Mapping[str, str]]
Lines = Iterator[str]
# Longer than any fence that something shown may hold.
_LONG_FENCE = "`" * 12
# Of sections in these states a reader is told.
TOLD = {"stale", "untranslated"}
# Where these stand, a page shows what is made of other pages.
PLACES = (
    cards.PLACE,
    way.PLACE,
    glossary.PLACE,
    reference.PLACE,
    translator.PLACE,
    "\nlike: ",
)


def stage(
    page: Page,
    strings: Mapping[str, str],
    *,
    fresh: Printed,
    put_out: Sequence[Sequence[Output]] = (),
    states: Sequence[State] = (),
) -> str:
    """Return a page as Markdown that shows the same with every generator.

    Args:
        page: A page without problems.
        strings: The texts of the site's language.
        fresh: What snippets print at this moment; where it differs from the record,
            the page shows it, marked as different.
        put_out: What the blocks of a notebook page put out when they were executed.
        states: How the sections of a translation stand to the original.

    Raises:
        SourceError: A picture cannot be drawn, a term names no page, or something
            cannot be asked so.
    """
    blocks = {block.fence: block for block in page.blocks}
    outputs = {block.output_fence: block for block in page.blocks}
    executed = dict(zip(blocks, put_out, strict=bool(put_out)))
    asked = {ask.fence: ask for ask in questions.of(page)}
    covered = [ask.block for ask in asked.values()]
    ordered = {order.fence: order for order in orders.of(page)}
    writer = asking.Writer(strings)
    # Each line, and which of the page it is; what is put in its place is none.
    lines: list[tuple[int, str]] = []
    written = page.front_matter_end
    for fence in page.fences:
        lines += _lines(page, written, fence.line - 1)
        written = fence.end
        own: Lines
        if fence in blocks:
            own = _block(blocks[fence], executed.get(fence, ()), strings, fresh)
        elif fence in outputs:
            block = outputs[fence]
            cover = " .dl-covered" if block in covered else ""
            own = _output(block, executed.get(block.fence), fresh, cover)
        elif fence in asked:
            own = _finished(writer.box(asked[fence]))
        elif fence in ordered:
            own = _finished(ordering.fold(ordered[fence], writer))
        elif fence.info == "figure":
            own = _figure(page, fence)
        else:
            own = iter(page.lines[fence.line - 1 : fence.end])
            lines += [(0, line) for line in own]
            continue
        lines += [(0, f"{fence.indent}{line}" if line else "") for line in own]
    lines += _lines(page, written, len(page.lines))
    for cell in cells.of(page):
        places = (n for n, (number, _) in enumerate(lines) if number == cell.line)
        place = next(places, len(lines))
        lines[place:place] = [(0, line) for line in _cell(cell)]
    _put_terms(lines, page)
    lines += [(0, line) for line in of_names.on_chapter(page, strings)]
    text = "\n".join(_told(lines, page, strings, states)) + "\n"
    for name in ("site_url", "repo_url"):
        text = text.replace(f"{{{{ {name} }}}}", str(page.settings.config.get(name)))
    return text


def _lines(page: Page, start: int, end: int) -> Iterator[tuple[int, str]]:
    return enumerate(page.lines[start:end], start + 1)


def with_problems(markdown: str, problems: Sequence[str]) -> str:
    """Show at the top of a page what is wrong with it, to whoever is writing it.

    Includes are left out: one that leads nowhere would stop the whole build.
    """
    lines = [line for line in markdown.splitlines() if "--8<--" not in line]
    told = [f"    {line}" for each in problems for line in each.splitlines()]
    fence = f"    {_LONG_FENCE}"
    box = ['!!! warning ""', f"{fence}text", *told, fence, ""]
    return "\n".join([*box, *lines]) + "\n"


def _block(
    block: Block,
    put_out: Sequence[Output],
    strings: Mapping[str, str],
    fresh: Printed,
) -> Lines:
    program = block.program
    attributes = f'#{block.id} key="{key(block)}"'
    if program.preamble:
        attributes += f' before="{len(program.preamble)}"'
    if block.check:
        attributes += ' check="1"'
    if stepped.trace(block):
        attributes += ' steps="1"'
    yield f"```{{.python {attributes}}}"
    yield from (line.text for line in (*program.preamble, *program.code))
    yield "```"
    yield from _hints(block.fence, strings["hint"])
    for output in put_out:
        if output.kind == "html":
            yield ""
            yield from _shown(output.content, strings["table"])
    if block.output_fence is None and any(each.kind == "text" for each in put_out):
        yield ""
        yield from _output(block, put_out, fresh)


def _cell(cell: Cell) -> Lines:
    preamble = cell.program.preamble
    before = f' before="{len(preamble)}"' if preamble else ""
    names = " ".join(cell.at_hand)
    attributes = f'#{cell.id} key="{cell.key}"{before} names="{names}"'
    yield from ("", f"```{{.python .cell {attributes}}}")
    yield from (line.text for line in preamble)
    yield from ("```", "")


def key(block: Block) -> str:
    """Return what names a block in every language: its snippet and its sections."""
    path = block.snippet.path
    return f"{path.parent.name}/{path.name}:{','.join(block.names)}"


def _shown(html: str, label: str) -> Lines:
    """Yield what a cell showed, which Markdown leaves as it is."""
    boxed = tables.boxed(html, label) if html.startswith("<table") else html
    yield from _finished(f"<div>{boxed}</div>")


def _finished(html: str) -> Lines:
    """Yield HTML that Markdown leaves as it is."""
    yield f"{_LONG_FENCE}{{.html .fragment}}"
    yield from html.split("\n")
    yield _LONG_FENCE


def _hints(fence: Fence, title: str) -> Lines:
    """Yield the hints in a box of their own, in which one leads to the next."""
    if not fence.hints:
        return
    yield ""
    yield '<div class="dl-hints" markdown="1">'
    for number, (_, text) in enumerate(fence.hints, 1):
        yield ""
        yield f'??? hint "{filled(title, number=number)}"'
        yield ""
        yield f"    {text}"
    yield ""
    yield "</div>"


def _output(
    block: Block,
    put_out: Sequence[Output] | None,
    fresh: Printed,
    cover: str = "",
) -> Lines:
    """Yield what a block printed just now, as a cell or by itself, marked if stale."""
    output = block.output
    printed = fresh.get(block.snippet.path)
    if put_out is not None:
        output = "".join(each.content for each in put_out if each.kind == "text")
    elif printed is not None:
        output = "".join(printed.get(name, "") for name in block.names)
    stale = "" if output == block.output else " .stale"
    yield f"```{{.text .output{stale}{cover}}}"
    yield from output.splitlines()
    yield "```"


def _figure(page: Page, fence: Fence) -> Lines:
    said = figure_of(page, fence)
    try:
        if mistake := formulas.left_over(said.get("caption", "")):
            raise mistake
        yield from gallery.html(page.settings, said).splitlines()
    except MistakeError as error:
        raise SourceError(page.path, fence.line, error.message) from error


def _told(
    lines: Sequence[tuple[int, str]],
    page: Page,
    strings: Mapping[str, str],
    states: Sequence[State],
) -> Lines:
    """Yield a page's lines, and below its headings what is to be told of them.

    A section that is not translated yet is marked as one in the original's language.
    """
    book = page.settings
    wanted = {each.id: each for each in states if each.state in TOLD}
    told = {each.line: wanted.get(str(each.id)) for each in page.headings}
    is_open = False
    for number, line in lines:
        made = _made_of_other_pages(line, page, strings)
        if made is not None:
            yield from made
            continue
        if is_open and number in told:
            yield from ("</div>", "")
            is_open = False
        state = told.get(number)
        if state is None:
            yield line
            continue
        is_open = state.state == "untranslated"
        language = book.languages[0]
        yield re.sub(r" *\}$", f" lang={language} }}", line) if is_open else line
        yield from ("", _notice(state, strings), "")
        if is_open:
            yield from (f'<div lang="{language}" markdown="1">', "")
    if is_open:
        yield from ("", "</div>")


def _made_of_other_pages(
    line: str, page: Page, strings: Mapping[str, str]
) -> Iterable[str] | None:
    """Return what a line stands for that names other pages; nothing, if it does not."""
    book = page.settings
    if line.startswith(cards.PLACE):
        return cards.lines(book, page.language, line)
    made: dict[str, Callable[[], Iterable[str]]] = {
        translator.PLACE: lambda: translator.tables(book, strings["status_head"]),
        reference.PLACE: lambda: of_names.lines(book, page.language, strings),
        way.FIRST: lambda: place.way_in(book, strings),
        way.ALL: lambda: way.lines(book, page.language),
    }
    return made[line]() if line in made else None


def _put_terms(lines: list[tuple[int, str]], page: Page) -> None:
    """Put the glossary in its place; the two lines above are the head of its table."""
    places = [n for n, (_, line) in enumerate(lines) if line == glossary.PLACE]
    for below in places[:1]:
        head = [line for _, line in lines[below - 2 : below]]
        table = glossary.table(page.settings, page.language, head)
        lines[below - 2 : below + 1] = [(0, line) for line in table]


def _notice(state: State, strings: Mapping[str, str]) -> str:
    """Return a notice in one line, below which a change can be unfolded."""
    details = (
        f"<details><summary>{escape(strings['changed'])}</summary>"
        f'<pre tabindex="0"><code>{highlighted(state.change, "diff")}</code></pre>'
        "</details>"
    ).replace("\n", "&#10;")
    shown = details if state.change else ""
    return (
        '<aside class="dl-notice" data-search-exclude>'
        f"<p>{escape(strings[state.state])}</p>{shown}</aside>"
    )
