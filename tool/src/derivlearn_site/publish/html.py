"""What is done to the HTML of a page after Markdown has made it: text in, text out."""

import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import lru_cache
from html import escape, unescape
from itertools import count

from markdown import Markdown
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from derivlearn_site.base.errors import Message, MistakeError

_FORMATTER = HtmlFormatter(nowrap=True)
# Names, operators and brackets have the colour of all other text (see book.css), and
# are most of what there is in a program.
_PLAIN = re.compile(r'<span class="(?:n|o|p|w)">([^<]*)</span>')

# No screen is so narrow that a line of this many characters has to scroll.
_NEVER_SCROLLS = 24

# What a reader can do with a block, in the order of the buttons.
ACTIONS = ("run", "check", "stop", "edit", "reset", "link", "keep")

_PRE = re.compile(r"<pre\b(?P<attributes>[^>]*)>(?P<body>.*?)</pre>", re.DOTALL)
_NOT_FOR_SEARCH = re.compile(
    r'<details class="preamble">.*?</details>|<p class="dl-output">.*?</p>'
    r'|<button class="dl-copy".*?</button>|<div class="dl-bar".*?</div>'
    r'|<aside class="dl-notice">.*?</aside>',
    re.DOTALL,
)
_LISTING = re.compile(
    r"<div\b(?P<attributes>[^>]*)>(?P<body><pre\b[^>]*>.*?</pre>)\s*</div>", re.DOTALL
)
_BLOCK = re.compile(
    r'(?P<listing><div\b[^>]*\bid="(?P<id>block-\d+)"[^>]*><pre\b[^>]*>.*?</pre>'
    r'(?:<button class="dl-copy".*?</button>)?)</div>',
    re.DOTALL,
)
_HEADING = re.compile(
    r'<h(?P<level>[1-6]) id="(?P<id>[^"]+)"[^>]*>.*?</h(?P=level)>', re.DOTALL
)
_PREAMBLE = re.compile(r'<details class="preamble">.*?</details>', re.DOTALL)
_SPAN = re.compile(r"</?span[^>]*>")
_TABLE = re.compile(r"<table>(?P<body>.*?)</table>", re.DOTALL)
_EMPTY_HEADING = re.compile(r"<th(?P<style>\s[^>]*)?>\s*</th>")
_HEADING_CELL = re.compile(r"<th\b")
_HEAD_ROWS = re.compile(r"<thead>.*?</thead>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_OPENING = re.compile(r"<div\b(?P<attributes>[^>]*)>")
_ID = re.compile(r'\bid="(?P<id>[^"]+)"')
_CLASS = re.compile(r'\bclass="(?P<names>[^"]*)"')
_PAGE_LINK = re.compile(r'(?P<before><a href=")(?P<target>[^":]+?\.md(?:#[^"]*)?)"')


def fence(  # noqa: PLR0913
    source: str,
    language: str,
    class_name: str,
    options: Mapping[str, str],
    md: Markdown,
    *,
    classes: Sequence[str],
    id_value: str,
    **_: object,
) -> str:
    """Write a fence as a listing; `mkdocs.yml` names this function.

    The highlighter of pymdownx would do the same, but anew for each language of the
    book and for each rebuild.
    """
    del options, md
    names = " ".join([f"language-{language}", *classes, class_name])
    id_ = f' id="{id_value}"' if id_value else ""
    code = _highlighted(source, language)
    return f'<div class="{names}"{id_}><pre><code>{code}</code></pre></div>'


@lru_cache(maxsize=8192)
def _highlighted(source: str, language: str) -> str:
    try:
        lexer = get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return escape(source)
    return _PLAIN.sub(r"\1", highlight(source, lexer, _FORMATTER))


def finish(html: str, strings: Mapping[str, str]) -> str:
    """Make the content of a page usable by keyboard and by screen reader."""
    html = label_outputs(html, strings["output"], strings["output_stale"])
    html = copyable_code(focusable_code(plain_preambles(html)), strings["copy"])
    return wrap_tables(html, strings["table"])


def markdown_with_problems(markdown: str, problems: Sequence[str]) -> str:
    """Show at the top of a page what is wrong with it, to whoever is writing it.

    Includes are left out: one that leads nowhere would stop the whole build.
    """
    lines = [line for line in markdown.splitlines() if "--8<--" not in line]
    told = [f"    {line}" for each in problems for line in each.splitlines()]
    fence = "    " + "`" * 12  # longer than any that a problem may quote
    box = ['!!! warning ""', f"{fence}text", *told, fence, ""]
    return "\n".join([*box, *lines]) + "\n"


def focusable_code(html: str) -> str:
    """Let the keyboard reach code that may have to be scrolled sideways."""

    def focusable(match: re.Match[str]) -> str:
        lines = unescape(_TAG.sub("", match["body"])).splitlines()
        if max(map(len, lines), default=0) <= _NEVER_SCROLLS:
            return match[0]
        return f'<pre tabindex="0">{match["body"]}</pre>'

    return _PRE.sub(focusable, html)


def copyable_code(html: str, label: str) -> str:
    """Give each listing that is no output a button, which Material's script serves.

    The buttons that the script would add itself are landmarks without a name.
    """
    numbers = count(1)

    def copyable(match: re.Match[str]) -> str:
        found = _CLASS.search(match["attributes"])
        names = found["names"].split() if found else []
        if "highlight" not in names or "output" in names:
            return match[0]
        name, text = f"copy-{next(numbers)}", escape(label)
        body = match["body"].replace("<code>", f'<code id="{name}">', 1)
        return (
            f'<div{match["attributes"]}>{body}<button class="dl-copy" type="button"'
            f' title="{text}" aria-label="{text}" data-clipboard-target="#{name}">'
            "</button></div>"
        )

    return _LISTING.sub(copyable, html)


def wrap_tables(html: str, label: str) -> str:
    """Put each table into a named box that scrolls and that the keyboard can reach.

    The class on the table keeps Material's script from wrapping it once more.
    """
    numbers = count(1)

    def wrapped(match: re.Match[str]) -> str:
        name = escape(f"{label} {next(numbers)}")
        body = _EMPTY_HEADING.sub(r"<td\g<style>></td>", match["body"])
        if not _HEADING_CELL.search(body):
            body = _HEAD_ROWS.sub("", body)
        return (
            f'<div class="dl-table" role="group" aria-label="{name}" tabindex="0">'
            f'<table class="dl-table__table">{body}</table></div>'
        )

    return _TABLE.sub(wrapped, html)


def label_outputs(html: str, label: str, stale_label: str) -> str:
    """Say above each output that it is one."""

    def labelled(match: re.Match[str]) -> str:
        found = _CLASS.search(match["attributes"])
        names = found["names"].split() if found else []
        if "output" not in names or "highlight" not in names:
            return match[0]
        text = escape(stale_label if "stale" in names else label)
        return f'{match[0]}<p class="dl-output">{text}</p>'

    return _OPENING.sub(labelled, html)


def plain_preambles(html: str) -> str:
    """Leave code that comes before a block, and is folded, without colours.

    Every block of a file repeats it, and most of a long page would be its colours.
    """
    return _PREAMBLE.sub(lambda match: _SPAN.sub("", match[0]), html)


def expect_listings(html: str, ids: Iterable[str], *, where: str) -> None:
    """Make sure that each block of a page has its listing.

    Args:
        html: The content of a page.
        ids: The ids of its blocks.
        where: The page's source, for errors.

    Raises:
        MistakeError: A block is not in `html`.
    """
    found = {
        match["id"]
        for opening in _OPENING.finditer(html)
        if (match := _ID.search(opening["attributes"]))
    }
    if left := [each for each in ids if each not in found]:
        message = Message(
            "no listing on the page has the id {ids}; indent a fence only inside a "
            "remark or a list",
            ids=", ".join(left),
        )
        raise MistakeError(message, where)


def with_copies(html: str, programs: Mapping[str, str]) -> str:
    """Let the copy button of a block with an id copy the program of that id.

    For a notebook, which shows nothing above a block: its earlier cells have run.
    """

    def with_program(match: re.Match[str]) -> str:
        found = _ID.search(match["attributes"])
        program = programs.get(found["id"]) if found else None
        if program is None:
            return match[0]
        text = escape(program).replace("\n", "&#10;")
        return f'<div{match["attributes"]} data-copy="{text}">'

    return _OPENING.sub(with_program, html)


def with_bars(
    html: str,
    keys: Mapping[str, str],
    checked: Container[str],
    texts: Mapping[str, str],
) -> str:
    """Give each block the buttons of the runner, which its script shows.

    Args:
        html: A finished page.
        keys: What names each block in every language, by the block's id.
        checked: The ids of those that can be checked.
        texts: What the buttons say, by what they do.
    """
    buttons = {
        action: f'<button type="button" data-do="{action}">{escape(texts[action])}'
        "</button>"
        for action in ACTIONS
    }

    def with_bar(match: re.Match[str]) -> str:
        key = keys.get(match["id"])
        if key is None:
            return match[0]
        own = "".join(
            button
            for action, button in buttons.items()
            if action != "check" or match["id"] in checked
        )
        return (
            f'{match["listing"]}<div class="dl-bar" hidden data-for="{match["id"]}" '
            f'data-key="{escape(key)}">{own}<span role="status"></span></div></div>'
        )

    return _BLOCK.sub(with_bar, html)


def with_notices(html: str, notices: Mapping[str, str]) -> str:
    """Put below headings what is to be said of their sections.

    Args:
        html: A finished page.
        notices: HTML by the heading's id.
    """
    return _HEADING.sub(lambda match: match[0] + notices.get(match["id"], ""), html)


def in_language(html: str, sections: Container[str], language: str) -> str:
    """Say of some sections, by their headings' ids, in which language they are.

    Args:
        html: A finished page, in which no heading stands inside something else.
        sections: Ids of headings; a section ends where the next heading begins.
        language: The language of these sections, such as `ja`.
    """
    headings = list(_HEADING.finditer(html))
    starts = [heading.start() for heading in headings] + [len(html)]
    written = html[: starts[0]]
    for heading, end in zip(headings, starts[1:], strict=True):
        title, text = heading[0], html[heading.end() : end]
        if heading["id"] in sections:
            name = f' id="{heading["id"]}"'
            title = title.replace(name, f'{name} lang="{escape(language)}"', 1)
            text = f'<div lang="{escape(language)}">{text}</div>'
        written += title + text
    return written


def notice(text: str, summary: str = "", change: str = "") -> str:
    """Return a notice, below which a change can be unfolded."""
    details = (
        f"<details><summary>{escape(summary)}</summary>"
        f'<pre tabindex="0"><code>{_highlighted(change, "diff")}</code></pre></details>'
    )
    shown = details if change else ""
    return f'<aside class="dl-notice"><p>{escape(text)}</p>{shown}</aside>'


def without_code(html: str) -> tuple[str, list[str]]:
    """Return a page without the insides of its code, and those.

    Code is most of a page, and everything that reads the page for something else
    would read it too.
    """
    bodies: list[str] = []

    def empty(match: re.Match[str]) -> str:
        bodies.append(match["body"])
        return f"<pre{match['attributes']}></pre>"

    return _PRE.sub(empty, html), bodies


def with_code(html: str, bodies: Sequence[str]) -> str:
    """Put back what `without_code` has taken out."""
    left = iter(bodies)
    return _PRE.sub(lambda match: f"<pre{match['attributes']}>{next(left)}</pre>", html)


def for_search(html: str) -> str:
    """Return what a page says, without what it only repeats or labels."""
    html = _NOT_FOR_SEARCH.sub("", html)
    return _PRE.sub(lambda match: f"<pre>{_TAG.sub('', match['body'])}</pre>", html)


def ids(html: str) -> set[str]:
    """Return every id on a page, which a link may lead to."""
    return set(_ID.findall(html))


def with_links(html: str, resolve: Callable[[str], str]) -> str:
    """Replace each link to the source of a page by what `resolve` makes of it."""

    def resolved(match: re.Match[str]) -> str:
        return f'{match["before"]}{escape(resolve(unescape(match["target"])))}"'

    return _PAGE_LINK.sub(resolved, html)
