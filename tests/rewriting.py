"""What those who work on the book do to its words and its chapters, done by a program.

Nothing here knows a sentence of the book: a paragraph is found by where it stands.
"""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from derivlearn_site.base import settings
from derivlearn_site.base.settings import Settings
from derivlearn_site.code import record
from derivlearn_site.pages import page as pages
from derivlearn_site.pages import spine, way
from derivlearn_site.pages.page import Page
from derivlearn_site.translation import drift
from derivlearn_site.translation import translator as translation

# A sentence that may stand anywhere, what stands between two sentences, and where one
# ends and another one begins. Every other language does as English does.
MORE = {"ja": "ここで、ひと休みしましょう。", "en": "Let us pause here."}
BETWEEN = {"ja": "", "en": " "}
END = {
    "ja": re.compile(r"(?<=[。？！])(?=[^」』）。？！])"),
    "en": re.compile(r"(?<=[.?!]) "),
}

# What makes something else of a line than the words of a paragraph.
_OTHER = re.compile(r"#|\||<|!!!|\?\?\?|[-*+] |\d+\. |>|\{|\$\$|→")
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")
_NO_MERE_WORDS = re.compile(r"[\d$`\[<*_]")

Edit = Callable[[str], str]


@dataclass(frozen=True)
class Paragraph:
    """A plain paragraph of a page; `first` and `last` are its lines."""

    first: int
    last: int
    indent: str
    text: str


def outlines(root: Path) -> list[Page]:
    """Return every page of every language of a book, without what it includes."""
    book = settings.load(root)
    return [
        pages.outline(path, book)
        for code in book.languages
        for path in book.pages(code)
    ]


def chapters(book: Settings) -> list[str]:
    """Return the slugs of the chapters in the order of the navigation."""
    parts = [each for each in book.config["nav"] if isinstance(each, dict)]
    return [slug for part in parts for slugs in part.values() for slug in slugs]


def paragraphs(page: Page) -> list[Paragraph]:
    """Return the plain paragraphs of a page, also those that stand in remarks."""
    lines = dict(page.prose)
    found: list[Paragraph] = []
    displayed = False
    for number, line in lines.items():
        if line.strip() == "$$":
            displayed = not displayed
        begins = lines.get(number - 1, "").strip() == "" or number - 1 in {
            remark.line for remark in page.remarks
        }
        if displayed or not begins or not line.strip() or _OTHER.match(line.strip()):
            continue
        last = number
        while lines.get(last + 1, "").strip():
            last += 1
        block = [lines[each] for each in range(number, last + 1)]
        indent = line[: len(line) - len(line.lstrip())]
        if indent != _indent_at(page, number) or any(
            _OTHER.match(each.strip()) for each in block
        ):
            continue  # it goes on with an item of a list, or with a formula
        text = BETWEEN[_like(page)].join(each.strip() for each in block)
        found.append(Paragraph(number, last, indent, text))
    return found


def _like(page: Page) -> str:
    """Return the language whose sentences are written as those of the page."""
    return page.language if page.language in MORE else "en"


def _indent_at(page: Page, number: int) -> str:
    """Return how far a paragraph on a line is indented by the remarks around it."""
    around = [one.indent for one in page.remarks if one.line < number <= one.end]
    return " " * max(around, default=0)


def runs(page: Page) -> list[list[Paragraph]]:
    """Return the plain paragraphs of a page, those together that are neighbours."""
    found: list[list[Paragraph]] = []
    for each in paragraphs(page):
        before = found[-1][-1] if found else None
        if before and (before.last + 2, before.indent) == (each.first, each.indent):
            found[-1].append(each)
        else:
            found.append([each])
    return found


def change(page: Page, put: Callable[[list[str]], list[str]]) -> None:
    """Put other paragraphs, or none, in the place of the plain ones of a page.

    Those that are neighbours are given together.
    """
    lines: list[str] = []
    done = 0
    for run in runs(page):
        lines += page.lines[done : run[0].first - 1]
        for text in put([each.text for each in run]):
            lines += [run[0].indent + text, ""]
        done = run[-1].last
        if page.lines[done : done + 1] == [""]:
            done += 1
    write(page.path, "\n".join([*lines, *page.lines[done:]]).rstrip() + "\n")


def write(path: Path, text: str) -> None:
    """Write a file of a book, as an editor would."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def edit(path: Path, change: Edit) -> None:
    """Change the text of a file."""
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before, f"{path} holds nothing that this edit changes"
    write(path, after)


def say_more(page: Page) -> None:
    """Append a sentence to each paragraph."""
    more = BETWEEN[_like(page)] + MORE[_like(page)]
    change(page, lambda run: [text + more for text in run])


def split(page: Page) -> None:
    """Break each paragraph between two of its sentences."""
    change(page, lambda run: [h for text in run for h in _halves(text, _like(page))])


def join(page: Page) -> None:
    """Make one paragraph of those that are neighbours."""
    change(page, lambda run: [BETWEEN[_like(page)].join(run)])


def _halves(text: str, language: str) -> list[str]:
    """Return a paragraph in two, cut at the first end of a sentence where it may be."""
    for end in END[language].finditer(text):
        halves = [text[: end.start()], text[end.end() :]]
        if all(_is_whole(half) for half in halves):
            return halves
    return [text]


def _is_whole(text: str) -> bool:
    """Tell whether no emphasis, formula, code, link or bracket is cut in two."""
    pairs = [
        ("「", "」"),
        ("『", "』"),
        ("（", "）"),
        ("(", ")"),
        ("[", "]"),
        ("“", "”"),
    ]
    even = ("`", "$", "**", '"')
    return all(text.count(a) == text.count(b) for a, b in pairs) and not any(
        text.count(mark) % 2 for mark in even
    )


def drop(book: Settings, slug: str) -> bool:
    """Delete from a page, in every language that has it, one paragraph of mere words.

    It is the one that stands at the same place everywhere. Return whether there is one.
    """
    paths = [book.docs / code / f"{slug}.md" for code in book.languages]
    read = [pages.outline(path, book) for path in paths if path.is_file()]
    places = [_places(page) for page in read]
    for place, text in places[0].items():
        texts = [text, *(each.get(place, "") for each in places[1:])]
        if all(text and not _NO_MERE_WORDS.search(text) for text in texts):
            for page, gone in zip(read, texts, strict=True):
                _without(page, gone)
            return True
    return False


def _places(page: Page) -> dict[tuple[str, int, int], str]:
    """Return the paragraphs by section, by how many it has, and by their turn."""
    by_section: dict[str, list[str]] = {}
    for each in paragraphs(page):
        above = [one for one in page.headings if one.line < each.first]
        by_section.setdefault(str(above[-1].id), []).append(each.text)
    return {
        (section, len(texts), turn): text
        for section, texts in by_section.items()
        for turn, text in enumerate(texts)
    }


def _without(page: Page, gone: str) -> None:
    change(page, lambda run: [text for text in run if text != gone])


def exchange(root: Path, one: str, other: str) -> None:
    """Let two chapters change places in the navigation."""
    turned = {one: other, other: one}
    entry = re.compile(rf"^(\s+- )({one}|{other})$", re.MULTILINE)
    edit(
        root / "mkdocs.yml",
        lambda text: entry.sub(lambda found: found[1] + turned[found[2]], text),
    )
    _stand_on_the_path(root)


def _stand_on_the_path(root: Path) -> None:
    """Let each chapter, and no other page, say what it needs and lets one do."""
    path = spine.chapters(settings.load(root))
    for page in outlines(root):
        if not {"needs", way.KEY} & page.meta.keys() and page.slug not in path:
            continue
        before = path[: path.index(page.slug)] if page.slug in path else ()
        needed = [slug for slug in spine.needs(page) if slug in before]
        starts = ("needs:", f"{way.KEY}:")
        lines = [line for line in page.lines if not line.startswith(starts)]
        if needed:
            lines.insert(1, f"needs: [{', '.join(needed)}]")
        if page.slug in path:
            lines.insert(1, f"{way.KEY}: {page.meta.get(way.KEY, '1 + 1')}")
        write(page.path, "\n".join(lines) + "\n")


_ADDED = {
    "ja": ("足した章", "3に1を足します。"),
    "en": ("A chapter that was added", "We add 1 to 3."),
}
_CODE = """\
\"\"\"A chapter that was added.\"\"\"

# --8<-- [start:sum]
print(3 + 1)
# --8<-- [end:sum]
"""
_PAGE = """\
---
description: {title}
able: {title}
---

# {title} {{ #{slug} }}

{text}

```python
--8<-- "{slug}/sum.py:sum"
```

```text
--8<-- "{slug}/sum.out:sum"
```
"""


def add(root: Path, slug: str, after: str) -> None:
    """Write a chapter in the languages of the book, and run what is run for one."""
    write(root / f"snippets/{slug}/sum.py", _CODE)
    record.write(root, [root / f"snippets/{slug}/sum.py"])
    for code, (title, text) in _ADDED.items():
        path = root / f"docs/{code}/{slug}.md"
        write(path, _PAGE.format(title=title, text=text, slug=slug))
    edit(
        root / "mkdocs.yml",
        lambda text: re.sub(
            rf"(\n\s+- ){after}\n", rf"\g<0>\g<1>{slug}\n", text
        ).replace("\n\n", "\n"),
    )
    book = settings.load(root)
    for code in _ADDED.keys() - {book.languages[0]}:
        translation.done(book, code, slug)


def remove(root: Path, slug: str) -> None:
    """Delete a chapter, and all that names it."""
    book = settings.load(root)
    pictures = _pictures(book, slug)
    for code in book.languages:
        (book.docs / code / f"{slug}.md").unlink(missing_ok=True)
        drift.path_of(book, code, slug).unlink(missing_ok=True)
    shutil.rmtree(root / "snippets" / slug, ignore_errors=True)
    for name in pictures:
        shutil.rmtree(root / "figures" / name.replace("-", "_"))
        (book.docs / f"assets/figures/{name}.js").unlink(missing_ok=True)

    def unlinked(text: str) -> str:
        return _LINK.sub(
            lambda link: link[1] if link[2].split("#")[0] == f"{slug}.md" else link[0],
            text,
        )

    for page in outlines(root):
        write(page.path, unlinked("\n".join(page.lines)) + "\n")
    for name, gone in (
        ("mkdocs.yml", rf"\n\s+- {slug}(?=\n)"),
        ("docs/glossary.yml", rf"\n  page: {slug}(#\S+)?(?=\n)"),
        ("docs/search.yml", rf"\n  {slug}(#\S+)?: \[.*\](?=\n)"),
    ):
        path = root / name
        write(path, re.sub(gone, "", path.read_text(encoding="utf-8")))
    # What it explained, another chapter does.
    [other, *_] = chapters(settings.load(root))
    _stand_on_the_path(root)
    path = root / "docs/reference.yml"
    moved = re.sub(rf": {slug}(#\S+)?(?=\n)", f": {other}", path.read_text("utf-8"))
    write(path, moved)


def _pictures(book: Settings, slug: str) -> set[str]:
    """Return the pictures that this chapter alone shows."""
    shown: dict[str, set[str]] = {}
    for page in outlines(book.root):
        for fence in page.fences:
            if fence.info == "figure":
                name = pages.figure_of(page, fence)["figure"]
                shown.setdefault(name, set()).add(page.slug)
    return {name for name, slugs in shown.items() if slugs == {slug}}


def add_language(root: Path, code: str, name: str) -> None:
    """Name a new language where the guide says so."""
    edit(
        root / "mkdocs.yml",
        lambda text: re.sub(r"(?m)^( +languages: \[.*)\]$", rf"\1, {code}]", text),
    )
    own = root / "docs" / code / "book.yml"
    own.parent.mkdir()
    own.write_text(f"name: {name}\n", encoding="utf-8")
