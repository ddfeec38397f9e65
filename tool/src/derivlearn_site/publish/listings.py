"""Listings: code and what it printed, written once with all that belongs to them.

`mkdocs.yml` names `fence` as what writes each fence. It is told more by attributes,
which `staging` puts behind the fence's language:

- `#block-3`: the id of a block; `key="…"`: what names it in every language;
- `before="4"`: so many of its lines come before what the page shows, and are folded;
- `check="1"`: there is something that judges it; `steps="1"`: its steps are known;
- `.cell`, `names="a b"`: an empty place for code, and the names that it finds bound;
- `.output`, `.stale`: what the code above printed, and that this differs from before;
- `.bare`: code that nobody copies, without a button;
- `.fragment`: no listing at all, but HTML that is finished and stands as it is.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from itertools import count

from markdown import Markdown
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

# What a reader can do with a block, in the order of the buttons; what is done seldom is
# folded on a phone.
OFTEN = ("check", "run", "stop", "edit", "done", "steps", "undo", "more")
SELDOM = ("redo", "reset", "yours", "link", "keep")
# What can be done with an exercise alone, before all and after what is told.
_CHECK, _HINT = "check", "hint"
# What only those blocks have that say so.
_SOME = (_CHECK, "steps")

# No screen is so narrow that a line of this many characters has to scroll.
_NEVER_SCROLLS = 24


class Listings:
    """Writes the listings of one page, in the words of a language."""

    def __init__(self, strings: Mapping[str, str], runner: Mapping[str, str]) -> None:
        """Take the texts of the interface, and those of the runner's buttons."""
        self.strings = strings
        self.buttons = {
            action: f'<button type="button" data-do="{action}">'
            f"{escape(runner.get(action, action))}</button>"
            for action in (*OFTEN, *SELDOM, _HINT)
        }
        self.copies = count(1)

    def write(
        self,
        source: str,
        language: str,
        classes: Sequence[str],
        id_: str,
        attributes: Mapping[str, str],
    ) -> str:
        """Return a listing, below the one that is folded, where there is any."""
        lines = source.split("\n")
        before = int(attributes.get("before", 0))
        folded = self._folded("\n".join(lines[:before]), language) if before else ""
        code = "\n".join(lines[before:])
        if "output" in classes:
            name = "output_stale" if "stale" in classes else "output"
            label = escape(self.strings[name])
            return self._box(
                f'<p class="dl-output" data-search-exclude>{label}</p>'
                f"<pre{_focus(code)}><code>{highlighted(code, language)}</code></pre>",
                language,
                classes,
                id_,
            )
        if "bare" in classes:
            html = highlighted(code, language)
            plain = f"<pre><code>{html}</code></pre>"
            return self._box(plain, language, classes, id_)
        bar = self._bar(id_, attributes) if "key" in attributes else ""
        if "cell" in classes:
            return self._cell(folded, bar, id_, attributes.get("names", ""))
        return folded + self._box(
            bar + self._copied(code, highlighted(code, language)),
            language,
            classes,
            id_,
        )

    def _folded(self, code: str, language: str) -> str:
        """Return what a block stands on: plain, as every block of a file repeats it."""
        plain = escape(f"{code}\n", quote=False)
        return (
            '<details class="preamble" data-search-exclude>'
            f"<summary>{escape(self.strings['preamble'])}</summary>"
            f"{self._box(self._copied(code, plain), language)}"
            "</details>\n"
        )

    def _cell(self, folded: str, bar: str, id_: str, names: str) -> str:
        """Return an empty place for code, which is there as soon as it can be run."""
        each = " ".join(f"<code>{escape(name)}</code>" for name in names.split())
        told = self.strings["at_hand"].replace("{names}", each)
        hand = f'<p class="dl-at-hand">{told}</p>' if names else ""
        empty = escape(self.strings["empty"])
        place = f'<pre><code data-empty="{empty}"></code></pre>'
        box = self._box(bar + place, "python", (), id_)
        return f'<div class="dl-cell" data-search-exclude>{folded}{hand}{box}</div>'

    @staticmethod
    def _box(
        inner: str, language: str, classes: Sequence[str] = (), id_: str = ""
    ) -> str:
        names = " ".join([f"language-{language}", *classes, "highlight"])
        identity = f' id="{id_}"' if id_ else ""
        return f'<div class="{names}"{identity}>{inner}</div>'

    def _copied(self, code: str, html: str) -> str:
        """Return code with a button, which Material's script serves.

        The buttons that the script would add itself are landmarks without a name.
        """
        name, text = f"copy-{next(self.copies)}", escape(self.strings["copy"])
        return (
            f'<pre{_focus(code)}><code id="{name}">{html}</code></pre>'
            f'<button class="dl-copy" type="button" title="{text}"'
            f' aria-label="{text}" data-clipboard-target="#{name}"></button>'
        )

    def _bar(self, id_: str, attributes: Mapping[str, str]) -> str:
        """Return the buttons of the runner, which its script shows.

        They stand above the code: whatever becomes of it, what is pressed stays.
        """
        checked = _CHECK in attributes
        often, seldom = (
            "".join(
                self.buttons[each]
                for each in actions
                if each not in _SOME or each in attributes
            )
            for actions in (OFTEN, SELDOM)
        )
        hint = self.buttons[_HINT] if checked else ""
        key = escape(attributes["key"])
        write = " dl-bar--write" if checked or "names" in attributes else ""
        return (
            f'<div class="dl-bar{write}" hidden data-search-exclude data-for="{id_}"'
            f' data-key="{key}">{often}<span class="dl-more">{seldom}</span>'
            f'<span role="status"></span>{hint}</div>'
        )


def fence(  # noqa: PLR0913
    source: str,
    language: str,
    class_name: str,
    options: Mapping[str, str],
    md: Markdown,
    *,
    classes: Sequence[str],
    id_value: str,
    attrs: Mapping[str, str] | None = None,
    **_: object,
) -> str:
    """Write a fence as a listing; `mkdocs.yml` names this function."""
    del class_name, options
    if "fragment" in classes:
        return source
    listings: Listings = md.listings  # type: ignore[attr-defined] # see `extension`
    return listings.write(source, language, classes, id_value, attrs or {})


@lru_cache(maxsize=8192)
def highlighted(source: str, language: str) -> str:
    """Return code with colours, as HTML; the same in each language of the book."""
    try:
        lexer = get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return escape(source)
    return str(highlight(source, lexer, _FORMATTER))


class _Formatter(HtmlFormatter[str]):
    """Leaves those without a colour that have the one of all other text (book.css).

    Names, operators, brackets and spaces are most of what there is in a program.
    """

    def _get_css_class(self, ttype: object) -> str:
        name = str(super()._get_css_class(ttype))  # type: ignore[misc]
        return "" if name in {"n", "o", "p", "w"} else name


_FORMATTER = _Formatter(nowrap=True)


def _focus(code: str) -> str:
    """Let the keyboard reach code that may have to be scrolled sideways."""
    longest = max(map(len, code.splitlines()), default=0)
    return ' tabindex="0"' if longest > _NEVER_SCROLLS else ""
