"""Where each public name of the package is explained, from `docs/reference.yml`.

The file has a line for each module and for each of its names, in the order in which the
page of the reference shows them: `numeric.central_difference: derivative#two-sides`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from derivlearn_site.base import hygiene
from derivlearn_site.base.errors import Message, Problem, SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.code import package
from derivlearn_site.pages import page as pages

FILE = "reference.yml"
PLACE = "<!-- reference -->"


@dataclass(frozen=True)
class Explained:
    """A name, the line of its entry, and the page and heading that explain it."""

    name: str
    line: int
    target: str

    @property
    def slug(self) -> str:
        """The page."""
        return self.target.partition("#")[0]

    @property
    def heading(self) -> str:
        """The id of the heading; empty where it is the page as a whole."""
        return self.target.partition("#")[2]


def read(book: Settings) -> tuple[Explained, ...]:
    """Return the entries in the order of the file; none, where there is no file."""
    path = book.docs / FILE
    return _read(path, hygiene.text_of(path)) if path.is_file() else ()


@lru_cache(maxsize=4)
def _read(path: Path, text: str) -> tuple[Explained, ...]:
    try:
        loaded = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise hygiene.not_yaml(path, error) from error
    lines = {
        line.partition(":")[0]: number
        for number, line in enumerate(text.splitlines(), 1)
    }
    pairs = loaded.items() if isinstance(loaded, dict) else ()
    return tuple(
        Explained(str(name), lines.get(str(name), 1), str(target or ""))
        for name, target in pairs
    )


def problems(book: Settings, original: Mapping[str, pages.Page]) -> Iterator[Problem]:
    """Yield which names have no entry, and which entries no name, page or heading."""
    path = book.docs / FILE
    if not path.is_file():
        return
    entries = read(book)
    try:
        modules = package.modules(book)
    except SourceError as error:
        yield error.problem
        return
    public = {name.path for module in modules for name in (module, *module.members)}
    named = {entry.name for entry in entries}
    for name in sorted(public - named):
        message = Message(
            "'{name}' is public and has no entry; name the page that explains it",
            name=name,
        )
        yield Problem(path, 1, message)
    for entry in entries:
        if entry.name not in public:
            message = Message("'{name}' is not public; delete it", name=entry.name)
            yield Problem(path, entry.line, message)
        elif not _is_there(entry, original):
            message = Message(
                "'{target}' is no page or no heading of one; correct it",
                target=entry.target,
            )
            yield Problem(path, entry.line, message)


def _is_there(entry: Explained, original: Mapping[str, pages.Page]) -> bool:
    page = original.get(entry.slug)
    if page is None:
        return False
    return not entry.heading or entry.heading in {each.id for each in page.headings}


def explained_on(page: pages.Page) -> Sequence[Explained]:
    """Return the names that a page explains."""
    return [entry for entry in read(page.settings) if entry.slug == page.slug]
