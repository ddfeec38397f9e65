"""What a page asks: predictions of what a block prints, and questions.

A `predict` fence stands between a block and its output, which it covers:

    id: limit
    ask: What is the last slope close to?
    choice: "last:2"
    because: words for who is right
    wrong:
    - out: growth/years.out:wrong-forgot
      because: words for who thinks so

Instead of `choice:` it says `sign:`, whose three answers are always the same, or
`number:`, with `within:` and `else:`, to be typed. A `question` fence has in its place
`right:`, in words or as a place of a record; its wrong answers are `text:` or `out:`.

No key is typed: it is what the block printed, at that place. What is wrong is what
another program printed, a section `wrong-<name>` of a snippet or any section of a
record.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from derivlearn_site.base.errors import Message, SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import page as pages
from derivlearn_site.pages.ask import Ask
from derivlearn_site.pages.ask_reader import Reader
from derivlearn_site.pages.entries import id_of, sound
from derivlearn_site.pages.page import ASKING, Page

INFOS = ("predict", "question")

_OUT = re.compile(r"^[ \t]*(?:- +)?out: +[\"']?(?P<record>[^:\s\"']+):", re.MULTILINE)


def of(page: Page) -> list[Ask]:
    """Return what a page asks, in its order.

    Raises:
        SourceError: A fence asks nothing, or something that cannot be told apart.
    """
    return sound(read(page))


def read(page: Page) -> Iterator[Ask | SourceError]:
    """Yield what each fence asks, or why it cannot be asked so."""
    covered = {block.output_fence: block for block in page.blocks}
    found: list[Ask] = []
    for fence in page.fences:
        if fence.info not in INFOS:
            continue
        try:
            found.append(Reader(page, fence, covered).ask())
            _check_alone(found)
            yield found[-1]
        except SourceError as error:
            yield error


def _check_alone(asked: Sequence[Ask]) -> None:
    """Refuse a fence that has the id of another, or covers what is covered."""
    *before, last = asked
    page, line = last.page, last.fence.line
    if last.id in {each.id for each in before}:
        message = Message(
            "the id '{id}' is there more than once; give each question its own",
            id=last.id,
        )
        raise SourceError(page.path, line, message)
    if last.block and last.block in [each.block for each in before]:
        message = Message(
            "this output is covered already; make a question of one of the two"
        )
        raise SourceError(page.path, line, message)


def named(page: Page) -> set[tuple[Path, str]]:
    """Return the sections of snippets that the answers of a page were printed by."""
    folder = page.settings.snippets
    return {
        ((folder / answer.source.record).with_suffix(".py"), answer.source.section)
        for ask in of(page)
        for answer in ask.answers
        if answer.source
    }


def records_in(text: str) -> set[str]:
    """Return the records that the text of a page names as where answers come from."""
    return {match["record"] for match in _OUT.finditer(text)}


def keys(book: Settings) -> list[str]:
    """Return what names each question of the book, chapter after chapter."""
    original = book.docs / book.languages[0]
    paths = {slug: original / f"{slug}.md" for slug in book.slugs}
    return [
        f"{slug}#{id_}"
        for slug, path in paths.items()
        if path.is_file()
        for fence in pages.outline(path, book).fences
        if fence.info in ASKING and (id_ := id_of(fence))
    ]
