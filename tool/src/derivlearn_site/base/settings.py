"""The settings of the book, read from `mkdocs.yml`, the one place that holds them."""

import re
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


# The entries without which there is no book.
_NEEDED = (
    ("plugins", "derivlearn-site"),
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
        return _options(self.config["plugins"], "derivlearn-site")

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages; the first is the original."""
        return tuple(self._own["languages"])

    @property
    def names(self) -> dict[str, str]:
        """What each language calls itself, by its code."""
        return {code: each["name"] for code, each in self._own["languages"].items()}

    @cached_property
    def _numerals(self) -> dict[str, list[re.Pattern[str]]]:
        return {
            code: [_any_of(str(words)) for words in entry.get("numerals") or []]
            for code, entry in self._own["languages"].items()
        }

    def says(self, language: str, number: int, text: str) -> bool:
        """Tell whether a text says a number in words.

        A language whose entry lists no `numerals:` is believed.
        """
        numerals = self._numerals[language]
        if number >= len(numerals):
            return not numerals
        return bool(numerals[number].search(text))

    @property
    def python(self) -> dict[str, Any]:
        """The Python that runs in the reader's browser: version, address, bytes."""
        return dict(self._own["python"])

    @property
    def docs(self) -> Path:
        """The folder that holds one folder of pages per language."""
        return self.root / "docs"

    @property
    def snippets(self) -> Path:
        """The folder that holds all code of the pages."""
        return self.root / "snippets"

    def pages(self, language: str) -> list[Path]:
        """Return the pages of one language, in the order of their paths."""
        return sorted((self.docs / language).rglob("*.md"))

    def relative(self, path: Path) -> Path:
        """Return the path as a person standing at the root would write it."""
        return path.relative_to(self.root) if path.is_relative_to(self.root) else path

    def preprocessor(self) -> SnippetPreprocessor:
        """Return the preprocessor that the site itself expands includes with."""
        options = _options(self.config["markdown_extensions"], "pymdownx.snippets")
        bases = [str(self.root / base) for base in options["base_path"]]
        extension = SnippetExtension(**{**options, "base_path": bases})
        return SnippetPreprocessor(extension.getConfigs(), Markdown())


def _any_of(words: str) -> re.Pattern[str]:
    """Return what finds one of the words, which stand between `|`.

    Where letters and spaces part the words of a sentence, only a whole word counts.
    """
    pattern = rf"\b(?:{words})\b" if words.isascii() else words
    return re.compile(pattern, re.IGNORECASE)


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
    # The loader is a SafeLoader: it builds no objects but plain data.
    try:
        config = yaml.load(text, _Loader)  # noqa: S506
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
    return Settings(path.parent, config)
