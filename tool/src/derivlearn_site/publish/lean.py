"""The theme's style sheet without what styles nothing of a site.

A rule is left out if each of its selectors names a class that stands in no page and in
no script of the site; a picture, if no rule that is left uses it.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

_CLASS = re.compile(r"\.((?:[\w-]|\\.)+)")
_BRACKETS = re.compile(r":[\w-]+\([^()]*\)")
_CLASSES = re.compile(r'\bclass="?([^">]*)')
_PICTURE = re.compile(r"(--[\w-]+):url\((?:'[^']*'|\"[^\"]*\"|[^)]*)\);?")
_GROUPS = ("@media", "@supports", "@layer")


def make_lean(site: Path, styles: str) -> None:
    """Rewrite the style sheets of a built site that a pattern names.

    Args:
        site: The folder of the site of one language.
        styles: A pattern of paths below it.
    """
    pages = (path.read_text("utf-8") for path in site.rglob("*.html"))
    classes = {name for text in pages for name in _classes_of(text)}
    scripts = "\n".join(path.read_text("utf-8") for path in site.rglob("*.js"))
    for path in sorted(site.glob(styles)):
        css = path.read_text("utf-8")
        path.write_text(lean(css, classes, scripts), encoding="utf-8")


def lean(css: str, classes: set[str], scripts: str) -> str:
    """Return a style sheet without what styles nothing.

    Args:
        css: A style sheet without comments.
        classes: The classes of all pages.
        scripts: The scripts, which may give an element any class that they name.
    """

    def matches(selector: str) -> bool:
        # What a selector excludes need not be there, nor each of several.
        named = _CLASS.findall(_BRACKETS.sub("", selector))
        return all(name in classes or name in scripts for name in named)

    kept = "".join(_kept(css, matches))
    return _PICTURE.sub(
        lambda found: found[0] if f"var({found[1]})" in kept else "", kept
    )


def _classes_of(html: str) -> Iterator[str]:
    for names in _CLASSES.findall(html):
        yield from names.split()


def _kept(css: str, matches: Callable[[str], bool]) -> Iterator[str]:
    for head, body in _rules(css):
        if head.startswith(_GROUPS):
            if inner := "".join(_kept(body, matches)):
                yield f"{head}{{{inner}}}"
        elif head.startswith("@"):
            yield f"{head}{{{body}}}" if body else head
        elif found := [each for each in _selectors(head) if matches(each)]:
            yield f"{','.join(found)}{{{body}}}"


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield the head and the body of each rule; a body may hold rules."""
    start = depth = opened = 0
    for at, letter in enumerate(css):
        if letter == "{":
            opened = opened if depth else at
            depth += 1
        elif letter == "}":
            depth -= 1
            if depth == 0:
                yield css[start:opened], css[opened + 1 : at]
                start = at + 1
        elif letter == ";" and depth == 0 and css.startswith("@", start):
            yield css[start : at + 1], ""
            start = at + 1


def _selectors(head: str) -> Iterator[str]:
    """Yield the selectors of a rule; a comma in brackets parts none."""
    start = depth = 0
    for at, letter in enumerate(head):
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and depth == 0:
            yield head[start:at]
            start = at + 1
    yield head[start:]
