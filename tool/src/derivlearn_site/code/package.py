"""The public names of the book's package, and what their docstrings say of them.

What is public is said by `__all__`, in the package and in each of its modules. Nothing
of the package is run: griffe reads its sources.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from inspect import cleandoc
from typing import Any

import griffe

from derivlearn_site.base.errors import Message, SourceError
from derivlearn_site.base.kept import digest_of
from derivlearn_site.base.settings import Settings

Griffe = Any  # an object of griffe's

# It complains of docstrings without types, which stand in the signatures.
logging.getLogger("griffe").setLevel(logging.ERROR)


@dataclass(frozen=True)
class Section:
    """A part of a docstring: its title, and lines of (what it is of, what is said)."""

    title: str
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Name:
    """A public name: a module, a function, a class and its methods, or a number."""

    # `numeric.central_difference`, without the package.
    path: str
    signature: str
    text: str
    sections: tuple[Section, ...]
    examples: str
    members: tuple["Name", ...] = ()

    @property
    def own(self) -> str:
        """What it is called in its module, or in its class."""
        return self.path.rpartition(".")[2]


def modules(book: Settings) -> tuple[Name, ...]:
    """Return the public modules of the package, each with its names."""
    if not book.package:
        return ()
    folder = book.root / "src"
    if not (folder / book.package / "__init__.py").is_file():
        path = book.root / "mkdocs.yml"
        message = Message(
            "there is no package {package}; correct `package:`, or write {file}",
            package=f"src/{book.package}",
            file=f"src/{book.package}/__init__.py",
        )
        raise SourceError(path, book.line_of("package"), message)
    sources = sorted((folder / book.package).rglob("*.py"))
    return _modules(book.package, str(folder), digest_of(sources))


@lru_cache(maxsize=4)
def _modules(package: str, folder: str, digest: str) -> tuple[Name, ...]:
    del digest  # the sources may have changed while the book is served
    root = griffe.load(
        package,
        search_paths=[folder],
        docstring_parser="google",
        resolve_aliases=True,
        allow_inspection=False,  # nothing of it is to be run
    )
    return tuple(_each(root))


def _each(package: Griffe) -> Iterator[Name]:
    """Yield the modules that a package offers, and those that lie in them."""
    for name in map(str, package.exports or ()):
        module = package.members.get(name)
        if module is None or not module.is_module:
            continue
        yield _name(module, _path(module))
        for inner, each in module.members.items():
            if not inner.startswith("_") and not each.is_alias and each.is_module:
                yield _name(each, _path(each))


def _path(thing: Griffe) -> str:
    return str(thing.path).partition(".")[2]


def _name(thing: Griffe, path: str) -> Name:
    text, sections, examples = _said(thing)
    members = tuple(
        _name(each.final_target if each.is_alias else each, f"{path}.{name}")
        for name, each in thing.members.items()
        if _is_shown(thing, name, each)
    )
    return Name(path, _signature(thing), text, sections, examples, members)


def _is_shown(thing: Griffe, name: str, member: Griffe) -> bool:
    if thing.is_module:
        return name in set(map(str, thing.exports or ())) and not member.is_module
    if thing.is_class:
        documented = member.is_function or member.has_docstring
        return not name.startswith("_") and documented
    return False


def _signature(thing: Griffe) -> str:
    own = str(thing.name)
    if thing.is_function:
        return _without_self(str(thing.signature()))
    if thing.is_class and "__init__" in thing.members:
        made = _without_self(str(thing.members["__init__"].signature()))
        return made.replace("__init__", own, 1).partition(" -> ")[0]
    if thing.is_attribute and thing.value and "property" not in thing.labels:
        return f"{own} = {thing.value}"
    return own


def _without_self(signature: str) -> str:
    return signature.replace("(self, ", "(", 1).replace("(self)", "()", 1)


def _said(thing: Griffe) -> tuple[str, tuple[Section, ...], str]:
    """Return what a docstring says: its text, its sections, its examples."""
    texts, sections, examples = [], [], []
    for each in thing.docstring.parsed if thing.docstring else ():
        kind = each.kind.value
        items: tuple[tuple[str, str], ...]
        if kind == "text":
            texts.append(str(each.value))
        elif kind == "examples":
            examples += [str(text) for _, text in each.value]
        elif kind == "admonition":
            items = (("", cleandoc(str(each.value.description))),)
            sections.append(Section(str(each.title), items))
        else:
            items = tuple((_about(one, kind), one.description) for one in each.value)
            sections.append(Section(kind.title(), items))
    return "\n\n".join(texts), tuple(sections), "\n".join(examples)


def _about(item: Griffe, kind: str) -> str:
    """Return what a line of a section is about: an argument, an error."""
    return str(item.annotation if kind == "raises" else getattr(item, "name", ""))
