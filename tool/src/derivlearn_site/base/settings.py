"""The settings of the book, read from `mkdocs.yml`, the one place that holds them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown
from pymdownx.snippets import SnippetExtension, SnippetPreprocessor

from derivlearn_site.base import hygiene
from derivlearn_site.base.errors import Message, SourceError


class _Loader(yaml.SafeLoader):
    """Reads YAML whose tags (`!ENV`, `!!python/name:…`) only MkDocs understands."""


_Loader.add_multi_constructor("!", lambda *_: None)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


# A tag of a language as pages and addresses bear it: `ko`, `pt-BR`, `zh-Hant`.
TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

# What the book's own plugin is called there, and its options.
PLUGIN = "derivlearn-site"
OPTIONS = (
    *("languages", "python", "package", "packages", "released"),
    *("reference", "glossary", "may_name_wrong_words", "parts"),
)
# The entries without which there is no book.
_NEEDED = (
    ("plugins", PLUGIN),
    ("markdown_extensions", "pymdownx.snippets"),
)


@dataclass(frozen=True)
class Settings:
    """What the tools need of `mkdocs.yml`; paths are absolute."""

    root: Path
    config: dict[str, Any]

    @property
    def _own(self) -> dict[str, Any]:
        """The options of the book's own plugin."""
        return _options(self.config["plugins"], PLUGIN)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages; the first is the original."""
        return tuple(self._own["languages"])

    @property
    def python(self) -> dict[str, Any]:
        """The Python that runs in the reader's browser: version, address, bytes."""
        return dict(self._own["python"])

    @property
    def package(self) -> str:
        """The book's own package below `src/`; empty if it has none."""
        return str(self._own.get("package") or "")

    @property
    def install(self) -> str:
        """The command that installs the package, from where it is to be had today."""
        if self._own.get("released"):
            return f"pip install {self.package}"
        return f'pip install "{self.package} @ git+{self.config.get("repo_url")}"'

    @property
    def packages(self) -> dict[str, str]:
        """The modules that a browser has to fetch, each with the package it is in."""
        return dict(self._own.get("packages") or {})

    @property
    def glossary(self) -> str:
        """The slug of the page that lists the terms, if the book has one."""
        return str(self._own.get("glossary") or "glossary")

    @property
    def reference(self) -> str:
        """The slug of the page that lists the names of the package, if there is one."""
        return str(self._own.get("reference") or "")

    @property
    def may_name_wrong_words(self) -> frozenset[str]:
        """The slugs of the pages that name wrong words, in order to put them right."""
        return frozenset(self._own.get("may_name_wrong_words") or ())

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The sections of `nav` that are the path, whose chapters are numbered."""
        return tuple(self._own.get("parts") or ())

    @cached_property
    def sections(self) -> dict[str, tuple[str, ...]]:
        """The slugs in each section of `nav`, by what the section is called there."""
        return {
            str(section): tuple(_named(children or []))
            for item in self.config.get("nav") or []
            if isinstance(item, Mapping)
            for section, children in item.items()
        }

    @property
    def docs(self) -> Path:
        """The folder that holds one folder of pages per language."""
        return self.root / "docs"

    @property
    def snippets(self) -> Path:
        """The folder that holds all code of the pages."""
        return self.root / "snippets"

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The pages that the navigation names, in its order."""
        return tuple(_named(self.config.get("nav") or []))

    def pages(self, language: str) -> list[Path]:
        """Return the pages of one language, in the order of their paths."""
        found = (self.docs / language).rglob("*.md")
        return sorted(path for path in found if path.is_file())

    def line_of(self, key: str) -> int:
        """Return the line of mkdocs.yml on which a key stands; 1, if it does not."""
        entry = re.compile(rf"[\s-]*{re.escape(key)}\s*:")
        lines = hygiene.lines_of(hygiene.text_of(self.root / "mkdocs.yml"))
        return next((n for n, text in enumerate(lines, 1) if entry.match(text)), 1)

    def relative(self, path: Path) -> Path:
        """Return the path as a person standing at the root would write it."""
        return path.relative_to(self.root) if path.is_relative_to(self.root) else path

    def preprocessor(self) -> SnippetPreprocessor:
        """Return the preprocessor that the site itself expands includes with."""
        options = _options(self.config["markdown_extensions"], "pymdownx.snippets")
        bases = [str(self.root / base) for base in options["base_path"]]
        extension = SnippetExtension(**{**options, "base_path": bases})
        return SnippetPreprocessor(extension.getConfigs(), Markdown())


def _named(items: Iterable[Any]) -> Iterator[str]:
    """Yield the slugs of a navigation, in the order of its pages."""
    for item in items:
        if isinstance(item, Mapping):
            for children in item.values():
                yield from _named(children or [])
        else:
            yield str(item)


def _options(entries: list[Any], name: str) -> dict[str, Any]:
    """Return the options of one entry of a list such as `plugins:`."""
    for entry in entries:
        if isinstance(entry, dict) and name in entry:
            return dict(entry[name] or {})
    raise KeyError(name)


def load(root: Path) -> Settings:
    """Read the settings of the book whose `mkdocs.yml` lies in `root`."""
    path = root.resolve() / "mkdocs.yml"
    if not path.is_file():
        message = Message(
            "is not there; run the command in the folder that holds mkdocs.yml"
        )
        raise SourceError(path, 1, message)
    return _read(path, hygiene.text_of(path))


# Every page of every language is read with them.
@lru_cache(maxsize=8)
def _read(path: Path, text: str) -> Settings:
    try:
        root = node(text)
        # The loader is a SafeLoader: it builds no objects but plain data.
        config = _Loader("").construct_document(root) if root else {}
    except yaml.YAMLError as error:
        raise hygiene.not_yaml(path, error) from error
    for key, name in _NEEDED:
        try:
            _options(config[key], name)
        except (KeyError, TypeError, ValueError) as error:
            message = Message(
                "lacks `{name}:` below `{key}:`; add it", name=name, key=key
            )
            raise SourceError(path, 1, message) from error
    for line, message in _wrong_languages(root):
        raise SourceError(path, line, message)
    return Settings(path.parent, config)


def node(text: str) -> yaml.Node | None:
    """Return the tree of `mkdocs.yml`, which knows its lines.

    Raises:
        yaml.YAMLError: It is not YAML.
    """
    return yaml.compose(text, _Loader)


def _wrong_languages(root: yaml.Node | None) -> Iterator[tuple[int, Message]]:
    """Yield what is wrong with the list of languages, with the line."""
    own = below(below(root, "plugins"), PLUGIN)
    codes = below(own, "languages")
    place = codes or own
    line = place.start_mark.line + 1 if place else 1
    if not isinstance(codes, yaml.SequenceNode) or not codes.value:
        yield (
            line,
            Message(
                "write `languages:` as a list of codes, first the original: `[ja, en]`"
            ),
        )
        return
    seen = set()
    for each in codes.value:
        line, code = each.start_mark.line + 1, str(each.value)
        if not isinstance(each, yaml.ScalarNode) or not TAG.fullmatch(code):
            message = Message(
                "'{code}' is no code of a language; write one such as ko, pt-BR or "
                "zh-Hant",
                code=code if isinstance(each, yaml.ScalarNode) else "…",
            )
            yield line, message
        elif each.tag != "tag:yaml.org,2002:str":
            yield line, Message("write the code in quotes: '{code}'", code=code)
        elif code in seen:
            message = Message("'{code}' is there more than once; keep one", code=code)
            yield line, message
        seen.add(code)


def below(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """Return what stands below a key of a mapping, or of the mappings in a list."""
    if isinstance(node, yaml.SequenceNode):
        return next(filter(None, (below(each, key) for each in node.value)), None)
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)
