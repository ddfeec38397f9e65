"""What a fence in YAML says: its entries, each with its line of the page."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NoReturn, TypeVar

import yaml

from derivlearn_site.base import hygiene
from derivlearn_site.base.errors import Message, SourceError
from derivlearn_site.pages.page import Fence, Page

# The entries of a mapping by their keys, and on which line of the page each stands.
Entries = Mapping[str, tuple[int, yaml.Node]]

_Read = TypeVar("_Read")
_ID = re.compile(r"id: *[\"']?(?P<id>[-\w]+)")


class FenceReader:
    """Reads the entries of one fence."""

    def __init__(self, page: Page, fence: Fence) -> None:
        """Take the fence."""
        self.page, self.fence = page, fence

    def _check_margin(self) -> None:
        if self.fence.indent:
            message = Message(
                "what is asked stands at the left margin, not in a remark or a list"
            )
            self._refuse(self.fence.line, message)

    def _check_known(self, said: Entries, known: Collection[str]) -> None:
        for key, (line, _) in said.items():
            if key not in known:
                message = Message(
                    "nothing is called `{key}:` here; there is {known}",
                    key=key,
                    known=", ".join(sorted(known)),
                )
                self._refuse(line, message)

    def _id(self, said: Entries) -> str:
        id_ = self._text(said, "id")
        if not re.fullmatch(r"[a-z][-a-z0-9]*", id_):
            message = Message(
                "'{id}': an id has only a-z, 0-9 and -, and begins with a letter",
                id=id_,
            )
            self._refuse(said["id"][0], message)
        return id_

    def _root(self) -> yaml.Node | None:
        body = "\n".join(self.fence.body)
        try:
            return yaml.compose(body, yaml.SafeLoader)
        except yaml.YAMLError as error:
            first = self.fence.line + 1
            raise hygiene.not_yaml(self.page.path, error, first) from error

    def _entries(self, node: yaml.Node | None, line: int) -> Entries:
        """Return what a mapping says, by its keys, and on which line of the page."""
        if not isinstance(node, yaml.MappingNode):
            message = Message(
                "write what is asked as `key: text`, one below the other, first `id:`"
            )
            self._refuse(line, message)
        found: dict[str, tuple[int, yaml.Node]] = {}
        for key, value in node.value:
            name, where = str(key.value), self._line(key)
            if name in found:
                message = Message("`{key}:` is there twice; keep one", key=name)
                self._refuse(where, message)
            found[name] = where, value
        return found

    def _text(self, said: Entries, key: str, line: int = 0) -> str:
        where, node = said.get(key, (line or self.fence.line, None))
        text = str(node.value).strip() if isinstance(node, yaml.ScalarNode) else ""
        if not text:
            self._refuse(where, lacking(key))
        return text

    def _line(self, node: yaml.Node) -> int:
        return self.fence.line + 1 + int(node.start_mark.line)

    def _refuse(self, line: int, message: Message) -> NoReturn:
        raise SourceError(self.page.path, line, message)


def id_of(fence: Fence) -> str:
    """Return the id that a fence says, without reading the rest of it, or nothing."""
    found = (match["id"] for each in fence.body if (match := _ID.match(each)))
    return next(found, "")


def sound(read: Iterable[_Read | SourceError]) -> list[_Read]:
    """Return what has been read of fences.

    Raises:
        SourceError: One of them cannot be read; the first that cannot.
    """
    found: list[_Read] = []
    for each in read:
        if isinstance(each, SourceError):
            raise each
        found.append(each)
    return found


def lacking(key: str) -> Message:
    """Return what to tell where an entry is not there."""
    return Message("lacks `{key}: …`; write it", key=key)
