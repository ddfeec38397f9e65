"""Which blocks of the pages have steps, and whether these are still theirs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from derivlearn_site.base.errors import Message, Problem, SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.code import steps
from derivlearn_site.code.snippet import text_of
from derivlearn_site.code.steps import Asked
from derivlearn_site.code.trace import Told
from derivlearn_site.pages import page as pages
from derivlearn_site.pages.page import Block, Page


def asked(book: Settings) -> Mapping[Path, Sequence[Asked]]:
    """Return the blocks of the original by their snippets; all languages show these."""
    found: dict[Path, list[Asked]] = {
        path: [] for path in book.snippets.rglob(f"*{steps.SUFFIX}")
    }
    found = {path.with_suffix(".py"): [] for path in found}
    for path in sorted((book.docs / book.languages[0]).rglob("*.md")):
        for block in pages.read(path, book).blocks:
            found.setdefault(block.snippet.path, []).append(of(block))
    return found


def of(block: Block) -> Asked:
    """Return what is asked of a block."""
    program = block.program
    before, code = text_of(program.preamble), text_of(program.code)
    return Asked(block.names[0], before, code, block.output)


def trace(block: Block) -> Told | None:
    """Return the trace of a block, if it is that of the block as it is now."""
    try:
        kept = steps.read(block.snippet.path).get(block.names[0])
    except SourceError:
        return None  # `problems` says so
    own = of(block)
    if kept is None or (kept.program, kept.output) != (own.program, own.output):
        return None
    return kept.trace


def problems(originals: Mapping[str, Page]) -> Iterator[Problem]:
    """Yield which steps are not those of the blocks that the pages show."""
    shown: dict[Path, dict[str, Asked]] = defaultdict(dict)
    for page in originals.values():
        for block in page.blocks:
            shown[block.snippet.path][block.names[0]] = of(block)
    for path, blocks in shown.items():
        try:
            kept = steps.read(path)
        except SourceError as error:
            yield error.problem
            continue
        for name, each in kept.items():
            own = blocks.get(name)
            if own is None or each.program != own.program:
                message = Message(
                    "these are the steps of another program than '{section}'; run "
                    "`derivlearn-site record`",
                    section=name,
                )
            elif each.trace and each.output != own.output:
                message = Message(
                    "these steps print something else than is recorded of '{section}'; "
                    "run `derivlearn-site record`",
                    section=name,
                )
            else:
                continue
            yield Problem(steps.path_of(path), each.line, message)
