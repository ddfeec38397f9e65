"""Where a page is in the book: the line above its title, and what a reader keeps of it.

Both are part of the staged page. A title has to come first there, so the line stands at
the end, and `Above` puts it in its place when the page has been read.
"""

from collections.abc import Iterator, Mapping
from html import escape
from types import SimpleNamespace
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from derivlearn_site.base.languages import Language
from derivlearn_site.base.settings import Settings
from derivlearn_site.base.texts import filled
from derivlearn_site.pages import page as pages
from derivlearn_site.pages import reading, spine, way

# The title of a section of `nav`, and of each of its pages slug, number and title.
Contents = list[tuple[str, list[tuple[str, int, str]]]]

_CLASS = "dl-place"
_DOT = "\N{NO-BREAK SPACE}· "
# What leads on is there before anything is painted, so that nothing moves. The form of
# what is kept is that of `web/src/memory/store.ts`.
_WAY_IN = """\
<div class="dl-way-in" data-search-exclude markdown="1">
[{first}]({slug}.md)
<span class="dl-continue" hidden><a>{text}</a></span>
</div>
<script>
  try {{
    const line = document.currentScript.previousElementSibling.querySelector("span a")
    const kept = localStorage.getItem("{book}.memory")
    const {{ version, last, chapters }} = JSON.parse(kept)
    const {{ at, finished }} = chapters[last]
    const links = [...document.querySelectorAll(".md-nav--primary a:has(.dl-number)")]
    const place = links.findIndex(link => link.getAttribute("href") === `${{last}}/`)
    const link = version === 1 && place >= 0 && links[place + (finished === true)]
    if (link) {{
      line.href = link.href + (at && !finished ? `#${{at}}` : "")
      const title = link.textContent.trim()
      line.textContent = line.textContent.replace("{{chapter}}", () => title)
      line.parentElement.hidden = false
    }}
  }} catch {{ /* nothing is kept, or it is damaged */ }}
</script>"""


class Above(Treeprocessor):
    """Puts the line above the title."""

    def run(self, root: Element) -> None:
        """Look for the line, which stands at the end of a page."""
        for element in reversed(root):
            if element.get("class") == _CLASS:
                root.remove(element)
                root.insert(0, element)
                return


def lines(page: pages.Page, language: Language) -> Iterator[str]:
    """Yield what is appended to a page as the site of a language shows it."""
    place = spine.place(page.settings, page.slug)
    if place is None:
        if page.slug == "index":
            yield from ("", _kept(language))
        return
    strings, root = language.strings, "../" * page.slug.count("/")
    above = [language.sections.get(place.section, place.section)]
    if place.number:
        where = filled(strings["place"], number=place.number, chapters=place.chapters)
        above.append(f"[{where}]({root}{_list_of(page, place.section)})")
        above += _time(page, language)
    told = _DOT.join(above)
    other = "" if language.code == page.language else f' lang="{language.code}"'
    if needed := spine.needs(page):
        titles = [
            f"[{spine.title(page.settings, language.code, slug)}]({root}{slug}.md)"
            for slug in needed
        ]
        told += f"<br>{filled(strings['needs'], chapters=_DOT.join(titles))}"
    attributes = f'class="{_CLASS}"{other}'
    yield from ("", f'<p {attributes} markdown="span">{told}</p>')
    if place.number:
        kept = _kept(language, other, recalls=place.number > 1)
        yield from ("", _finished(language, other) + kept)


def _list_of(page: pages.Page, part: str) -> str:
    """Return where all chapters of a part are listed, or else where all start from."""
    home = spine.path_of(page.settings, page.language, "index")
    shown = home.is_file() and way.ALL in home.read_text("utf-8")
    return f"index.md#{part}" if shown else "index.md"


def _time(page: pages.Page, language: Language) -> Iterator[str]:
    pace = language.pace if page.language == language.code else None
    if pace:
        takes = reading.minutes(page, pace)
        yield filled(language.strings["reading"], minutes=takes.reading)
        if takes.exercises:
            yield filled(language.strings["exercises"], minutes=takes.exercises)


def _finished(language: Language, other: str) -> str:
    """Return what a reader marks a chapter with; without a script it is not shown."""
    strings = language.strings
    return (
        f'<p class="dl-finished"{other} data-search-exclude><label>'
        f'<input type="checkbox" autocomplete="off"> {escape(strings["finished"])}'
        f"</label> <small>{escape(strings['finished_kept'])}</small></p>"
    )


def _kept(language: Language, other: str = "", *, recalls: bool = False) -> str:
    """Return what a reader does with all that is kept, shown once there is anything.

    It holds what a script says where questions of earlier chapters come back.
    """
    line = f' data-recall="{escape(language.strings["recall"])}"' if recalls else ""
    buttons = "".join(
        f'<button type="button" data-do="{action}">'
        f"{escape(language.strings[f'kept_{action}'])}</button>"
        for action in ("copy", "forget")
    )
    return (
        f'<p class="dl-kept"{other}{line} hidden data-search-exclude>'
        f'{buttons}<span role="status"></span></p>'
    )


def way_in(book: Settings, strings: Mapping[str, str]) -> Iterator[str]:
    """Yield the way to the first chapter, and to the one that was read last."""
    path = spine.chapters(book)
    # What is typed here is read by Markdown, and must not hold an empty line.
    text = _WAY_IN.format(
        first=strings["first_chapter"],
        slug=path[0] if path else "",
        text=escape(strings["continue"]),
        book=escape(book.config["site_name"]),
    )
    yield from text.split("\n") if path else ()


def contents(book: Settings, language: Language) -> Contents:
    """Return the sections of `nav`: the title of each, and its pages.

    Of a page, the slug, the number of its chapter or 0, and the title.
    """
    numbers = {slug: n for n, slug in enumerate(spine.chapters(book), 1)}
    return [
        (
            language.sections.get(section, section),
            [
                (slug, numbers.get(slug, 0), spine.title(book, language.code, slug))
                for slug in slugs
                if spine.path_of(book, language.code, slug).is_file()
            ],
        )
        for section, slugs in book.sections.items()
    ]


def in_navigation(book: Settings, slug: str, title: str) -> SimpleNamespace | None:
    """Return a title with the number of its chapter, as the theme's navigation asks."""
    place = spine.place(book, slug)
    if not place or not place.number:
        return None
    return SimpleNamespace(title=f'<b class="dl-number">{place.number}</b> {title}')
