"""What is wrong in `docs/glossary.yml`: entries that nobody reads, or not as meant."""

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence

import yaml

from derivlearn_site.base import allowed, hygiene
from derivlearn_site.base.errors import Message, Problem, SourceError
from derivlearn_site.base.settings import Settings
from derivlearn_site.pages import glossary
from derivlearn_site.pages.glossary import Term

Told = Iterator[tuple[int, Message]]
Reads = Callable[[str, yaml.Node], Told]


def usable_terms(book: Settings) -> tuple[list[Term], list[Problem]]:
    """Return the terms that can be used, and what is wrong with the others."""
    path = book.docs / glossary.FILE
    if not path.is_file():
        return [], []
    try:
        text = hygiene.text_of(path)
        root = yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError as error:
        return [], [hygiene.not_yaml(path, error).problem]
    except SourceError as error:
        return [], [error.problem]
    reader = _Reader(book)
    found = [Problem(path, line, message) for line, message in reader.file(root)]
    if not isinstance(root, yaml.MappingNode):
        return [], found
    terms = [term for term in glossary.read(book) if term.id not in reader.amiss]
    return terms, [*found, *_named_twice(book, terms)]


def _named_twice(book: Settings, terms: Sequence[Term]) -> Iterator[Problem]:
    """Yield the terms that bear a name of another one."""
    for language in book.languages:
        owner: dict[str, Term] = {}
        for term in terms:
            names = term.spellings(language) if language in term.entry else []
            for name in dict.fromkeys(names):
                other = owner.setdefault(name, term)
                if other is not term:
                    message = Message(
                        "'{name}' is the name of '{term}' already, on line {line}; a "
                        "name belongs to one term",
                        name=name,
                        term=other.id,
                        line=other.line,
                    )
                    yield Problem(book.docs / glossary.FILE, term.line, message)


class _Reader:
    """Goes through the file, whose nodes know their lines."""

    def __init__(self, book: Settings) -> None:
        self.languages = book.languages
        # The terms that cannot be used.
        self.amiss: set[str] = set()
        words = self._words
        self.keys: Mapping[str, Reads] = {
            **dict.fromkeys(book.languages, words),
            "symbol": words,
            "code": words,
            "page": words,
            "means": self._by_language(words),
            "also": self._by_language(self._list),
            "never": self._by_language(self._list),
            "examples": self._by_language(self._examples),
            "hover": self._hover,
        }

    def file(self, root: yaml.Node | None) -> Told:
        if not isinstance(root, yaml.MappingNode):
            yield 1, Message("write each term as `id:`, with `en: …` below it")
            return
        yield from hygiene.doubled_keys(root)
        for key, node in root.value:
            for told in self._term(str(key.value), key.start_mark.line + 1, node):
                self.amiss.add(str(key.value))
                yield told

    def _term(self, id_: str, line: int, node: yaml.Node) -> Told:
        if not isinstance(node, yaml.MappingNode):
            yield line, Message("write each term as `id:`, with `en: …` below it")
            return
        yield from hygiene.doubled_keys(node)
        values = {str(key.value): (key, value) for key, value in node.value}
        for code in dict.fromkeys((self.languages[0], "en")):
            if code not in values:
                yield (
                    line,
                    Message(
                        "'{term}': a term needs its name; write `{code}: …`",
                        term=id_,
                        code=code,
                    ),
                )
        for name, (key, value) in values.items():
            if reads := self.keys.get(name):
                yield from reads(name, value)
            else:
                near = difflib.get_close_matches(name, self.keys, 1)
                yield (
                    key.start_mark.line + 1,
                    Message(
                        "a term has no '{key}'; it has {known}",
                        key=name,
                        known=near[0] if near else ", ".join(self.keys),
                    ),
                )

    def _words(self, key: str, node: yaml.Node) -> Told:
        """Read one text, which is put into a cell of a table."""
        line = node.start_mark.line + 1
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            yield line, Message("'{key}' is one text; write `{key}: …`", key=key)
        elif "|" in node.value or "\n" in node.value.strip():
            yield (
                line,
                Message("'{key}' is one line of a table, without |", key=key),
            )
        elif message := allowed.in_text(node.value):
            yield line, message

    def _list(self, key: str, node: yaml.Node) -> Told:
        if not isinstance(node, yaml.SequenceNode):
            yield (
                node.start_mark.line + 1,
                Message("'{key}' is a list; write `[one, another]`", key=key),
            )
            return
        for each in node.value:
            yield from self._words(key, each)

    def _examples(self, key: str, node: yaml.Node) -> Told:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        if {name.value for name, _ in pairs} != {"good", "bad"}:
            yield (
                node.start_mark.line + 1,
                Message(
                    "'{key}' are sentences; write `{{good: […], bad: […]}}`", key=key
                ),
            )
            return
        for _, value in pairs:
            yield from self._list(key, value)

    def _hover(self, key: str, node: yaml.Node) -> Told:
        if isinstance(node, yaml.MappingNode):
            yield from self._by_language(self._yes_or_no)(key, node)
        else:
            yield from self._yes_or_no(key, node)

    @staticmethod
    def _yes_or_no(key: str, node: yaml.Node) -> Told:
        if node.tag != "tag:yaml.org,2002:bool":
            yield node.start_mark.line + 1, Message("'{key}' is true or false", key=key)

    def _by_language(self, reads: Reads) -> Reads:
        """Return what reads something of each language."""

        def read(key: str, node: yaml.Node) -> Told:
            line = node.start_mark.line + 1
            if not isinstance(node, yaml.MappingNode):
                yield (
                    line,
                    Message(
                        "'{key}' is something of each language; write `{language}: …` "
                        "below it",
                        key=key,
                        language=self.languages[0],
                    ),
                )
                return
            yield from hygiene.doubled_keys(node)
            for name, value in node.value:
                if name.value not in self.languages:
                    yield (
                        name.start_mark.line + 1,
                        Message(
                            "'{language}' is no language of the book; it has {known}",
                            language=str(name.value),
                            known=", ".join(self.languages),
                        ),
                    )
                yield from reads(key, value)

        return read
