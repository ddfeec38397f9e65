"""The page of the reference, made of the docstrings; and on a chapter, the way to it.

Docstrings are in English, and so marked on the pages of other languages.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from derivlearn_site.base.settings import Settings
from derivlearn_site.base.texts import filled
from derivlearn_site.code import package
from derivlearn_site.code.package import Name
from derivlearn_site.pages import page as pages
from derivlearn_site.pages import reference
from derivlearn_site.pages.reference import Explained

Lines = Iterator[str]
# The levels of the headings.
_MODULE, _NAME = 2, 3
_CODE = re.compile(r"``([^`]+)``")
# Longer than any fence within.
_LONG_FENCE = "`" * 12


def lines(book: Settings, language: str, strings: Mapping[str, str]) -> Lines:
    """Yield the reference as Markdown: a section for each module and each name."""
    entries = {entry.name: entry for entry in reference.read(book)}
    known: dict[str, tuple[Name, int]] = {}
    for module in package.modules(book):
        known[module.path] = (module, _MODULE)
        known |= {name.path: (name, _NAME) for name in module.members}
    titles: dict[str, str] = {}
    for entry in entries.values():
        if entry.name in known:
            name, level = known[entry.name]
            yield from _entry(language, name, level)
            yield from _chapter(book, language, entry, strings, titles)
            for member in name.members if level == _NAME else ():
                yield from _member(language, member)


def _entry(language: str, name: Name, level: int) -> Lines:
    title = name.path if level == _MODULE else name.own
    yield from ("", f"{'#' * level} `{title}` {{ #{name.path} }}", "")
    if level == _NAME:
        yield from _listing(name)
    yield from _doc(language, name)


def _member(language: str, name: Name) -> Lines:
    """Yield a method, which has no heading: the table of contents is long enough."""
    yield ""
    yield from _listing(name, f" #{name.path}")
    yield from _doc(language, name)


def _listing(name: Name, id_: str = "") -> Lines:
    yield from (f"```{{.python .bare{id_}}}", name.signature, "```", "")


def _doc(language: str, name: Name) -> Lines:
    yield f"{_LONG_FENCE}{{.html .fragment}}"
    html = "".join([_prose(name.text), *map(_section, name.sections)])
    yield from f'<div{_in_english(language)} class="dl-doc">{html}</div>'.split("\n")
    yield _LONG_FENCE
    if name.examples:
        yield from ("", "```{.pycon .bare}", *name.examples.split("\n"), "```")


def _in_english(language: str) -> str:
    return "" if language.partition("-")[0] == "en" else ' lang="en"'


def _section(section: package.Section) -> str:
    items = "".join(
        f"<li>{f'<code>{escape(of)}</code>: ' if of else ''}{_inline(text)}</li>"
        for of, text in section.items
    )
    return f"<p><b>{escape(section.title)}</b></p><ul>{items}</ul>"


def _prose(text: str) -> str:
    """Return paragraphs, lists and what is indented, as HTML."""
    written = []
    for part in re.split(r"\n\s*\n", text.strip("\n")):
        rows = part.split("\n")
        if all(row.startswith("    ") for row in rows):
            code = escape("\n".join(row[4:] for row in rows))
            written.append(f"<pre><code>{code}</code></pre>")
        elif re.match(r"(- |\d+\. )", rows[0]):
            items = re.split(r"\n?(?:- |\d+\. )", "\n".join(rows))[1:]
            tag = "ul" if rows[0].startswith("- ") else "ol"
            listed = "".join(f"<li>{_inline(item)}</li>" for item in items)
            written.append(f"<{tag}>{listed}</{tag}>")
        elif part.strip():
            written.append(f"<p>{_inline(part)}</p>")
    return "".join(written)


def _inline(text: str) -> str:
    return _CODE.sub(r"<code>\1</code>", escape(" ".join(text.split()), quote=False))


def _chapter(
    book: Settings,
    language: str,
    entry: Explained,
    strings: Mapping[str, str],
    titles: dict[str, str],
) -> Lines:
    """Yield the link to the chapter that explains a name."""
    if entry.slug not in titles:
        path = book.docs / language / f"{entry.slug}.md"
        if not path.is_file():
            path = book.docs / book.languages[0] / f"{entry.slug}.md"
        titles[entry.slug] = pages.outline(path, book).headings[0].text
    anchor = f"#{entry.heading}" if entry.heading else ""
    link = f"[{titles[entry.slug]}]({entry.slug}.md{anchor})"
    yield from ("", filled(strings["reference_chapter"], chapter=link))


def on_chapter(page: pages.Page, strings: Mapping[str, str]) -> Sequence[str]:
    """Return what a page ends with: the way to the names that it explains."""
    slug = page.settings.reference
    explained = [each for each in reference.explained_on(page) if "." in each.name]
    if not slug or not explained or page.slug == slug:
        return ()
    links = " ".join(f"[`{each.name}`]({slug}.md#{each.name})" for each in explained)
    told = filled(strings["reference_here"], names=links)
    return ("", '<div class="dl-reference" markdown="1">', "", told, "", "</div>")
