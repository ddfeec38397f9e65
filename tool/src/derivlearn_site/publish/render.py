"""A page as Markdown for the site: includes expanded, pictures drawn, preambles folded.

Everything here is text in, text out; what a page holds is read by the page model.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from derivlearn_site.base.errors import MistakeError, SourceError
from derivlearn_site.figures import gallery
from derivlearn_site.pages import glossary
from derivlearn_site.pages.page import Block, Fence, Page, figure_of

Printed = Mapping[Path, Mapping[str, str]]


def render(page: Page, *, preamble: str, hint: str, fresh: Printed) -> str:
    """Return a page as the site shows it.

    Args:
        page: A page without problems.
        preamble: What to write above the folded code that a block needs.
        hint: What to write above a folded hint, which has a `{number}`.
        fresh: What snippets print at this moment; where it differs from the record,
            the page shows it, marked as different.

    """
    blocks = {block.fence: block for block in page.blocks}
    outputs = {block.output_fence: block for block in page.blocks}
    lines: list[str] = []
    written = page.front_matter_end
    for fence in page.fences:
        lines += page.lines[written : fence.line - 1]
        written = fence.end
        if fence in blocks:
            lines += _indented(fence, _code(blocks[fence], preamble))
            lines += _indented(fence, _hints(fence, hint))
        elif fence in outputs:
            lines += _indented(fence, _output(outputs[fence], fresh))
        elif fence.info == "figure":
            lines += _indented(fence, _figure(page, fence))
        else:
            lines += page.lines[fence.line - 1 : fence.end]
    lines += page.lines[written:]
    if glossary.PLACE in lines:
        place = lines.index(glossary.PLACE)
        lines[place : place + 1] = glossary.rows(page.settings, page.language)
    text = "\n".join(lines) + "\n"
    for name in ("site_url", "repo_url"):
        text = text.replace(f"{{{{ {name} }}}}", str(page.settings.config.get(name)))
    return text


def _indented(fence: Fence, lines: Iterator[str]) -> list[str]:
    return [f"{fence.indent}{line}" if line else "" for line in lines]


def _code(block: Block, preamble: str) -> Iterator[str]:
    if block.program.preamble:
        yield f'??? preamble "{preamble}"'
        yield ""
        yield "    ```python"
        for line in block.program.preamble:
            yield f"    {line.text}"
        yield "    ```"
        yield ""
    yield f"```{{.python #{block.id}}}"
    yield from (line.text for line in block.program.code)
    yield "```"


def _hints(fence: Fence, title: str) -> Iterator[str]:
    """Yield the hints in a box of their own, in which one leads to the next."""
    if not fence.hints:
        return
    yield ""
    yield '<div class="dl-hints" markdown="1">'
    for number, (_, text) in enumerate(fence.hints, 1):
        yield ""
        yield f'??? hint "{title.format(number=number)}"'
        yield ""
        yield f"    {text}"
    yield ""
    yield "</div>"


def _output(block: Block, fresh: Printed) -> Iterator[str]:
    printed = fresh.get(block.snippet.path)
    output = block.output
    if printed is not None:
        output = "".join(printed.get(name, "") for name in block.names)
    stale = "" if output == block.output else " .stale"
    yield f"```{{.text .output{stale}}}"
    yield from output.splitlines()
    yield "```"


def _figure(page: Page, fence: Fence) -> Iterator[str]:
    try:
        yield from gallery.html(page.settings, figure_of(page, fence)).splitlines()
    except MistakeError as error:
        raise SourceError(page.path, fence.line, error.message) from error


def fences_shown(page: Page) -> int:
    """Return how many listings the site shows, to find those that are no fence."""
    preambles = sum(1 for block in page.blocks if block.program.preamble)
    figures_ = sum(1 for fence in page.fences if fence.info == "figure")
    return len(page.fences) - figures_ + preambles
