"""Values as short texts, the same on every machine.

Of a long number there are six digits, of a long list its beginning and how many more
there are, and of nothing an address. Needs the standard library alone: it is run in the
reader's browser, too.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from inspect import isclass, ismodule, isroutine
from itertools import islice
from typing import Any

# How long a text may be, in characters, and how many items of a list are tried.
LONGEST = 72
_ITEMS = (10, 6, 4, 3, 2, 1, 0)
# How deep a value is looked into.
_DEEPEST = 4
# A number that is longer than so many characters has only so many digits.
_EXACT = 10
_DIGITS = 6
MORE = "…"
_BRACKETS: dict[type, str] = {
    list: "[]",
    tuple: "()",
    set: "{}",
    frozenset: "{}",
    dict: "{}",
}


def shown(value: object) -> str:
    """Return a value as text, as much of it as has room."""
    with suppress(Exception):  # what a reader's own class does when it is looked at
        for items in _ITEMS:
            with suppress(_NoRoomError):
                text = _Shown(items).text(value)
                if len(text) <= LONGEST:
                    return text
    return f"{type(value).__name__}({MORE})"


def is_named_so(value: object, name: str) -> bool:
    """Tell whether a value says no more than its name: a module, `def name(): …`."""
    has_name = getattr(value, "__name__", None) == name
    return ismodule(value) or (has_name and (isroutine(value) or isclass(value)))


class _NoRoomError(Exception):
    """The text becomes too long."""


class _Shown:
    """Writes a value with so many items of each list."""

    def __init__(self, items: int) -> None:
        self.items = items
        self.room = LONGEST
        self.is_in_array = False

    def text(self, value: Any, depth: int = 0) -> str:  # noqa: ANN401 # a reader's
        kind = type(value)
        if (plain := _plain(value)) is not None:
            return self._fits(plain)
        if kind in _BRACKETS:
            return self._listed(value, _BRACKETS[kind], depth)
        if hasattr(kind, "item") and hasattr(kind, "tolist"):  # as NumPy has it
            if not getattr(value, "shape", ()):
                return self.text(value.item(), depth)
            return self._array(value, depth)
        return self._object(value, depth)

    def _fits(self, text: str) -> str:
        self.room -= len(text)
        if self.room < 0:
            raise _NoRoomError
        return text

    def _listed(self, value: Any, brackets: str, depth: int) -> str:  # noqa: ANN401
        self._fits(brackets)
        is_set = isinstance(value, set | frozenset)  # whose order is nobody's choice
        most = self.items if depth < _DEEPEST else 0
        taken = islice(value, 0 if is_set and len(value) > most else most)
        if isinstance(value, dict):
            texts = [
                f"{self.text(key, depth + 1)}: {self.text(value[key], depth + 1)}"
                for key in taken
            ]
        else:
            texts = [self.text(each, depth + 1) for each in taken]
        if is_set:
            texts.sort()
        if is_set and not value:
            return "set()"
        if len(value) > len(texts):
            texts.append(self._fits(f"{MORE} +{len(value) - len(texts)}"))
        if brackets == "()" and len(texts) == 1:
            texts.append("")
        return brackets[0] + ", ".join(texts).rstrip() + brackets[1]

    def _array(self, value: Any, depth: int) -> str:  # noqa: ANN401 # of any library
        outermost, self.is_in_array = not self.is_in_array, True
        inner = self._listed(value, "[]", depth)
        self.is_in_array = not outermost
        return f"array({inner})" if outermost else inner

    def _object(self, value: object, depth: int) -> str:
        """Write what an object holds, lists last; of one within another, one thing."""
        pairs = [(k, v) for k, v in _attributes(value) if not k.startswith("_")]
        pairs.sort(key=lambda pair: type(pair[1]) in _BRACKETS)
        told = pairs[: 1 if depth else max(self.items, 1)]
        name = self._fits(type(value).__name__)
        texts = [f"{self._fits(k)}={self.text(v, depth + 1)}" for k, v in told]
        if len(told) < len(pairs) or not pairs:
            texts.append(MORE)
        return f"{name}({', '.join(texts)})"


def _plain(value: object) -> str | None:
    """Return what holds nothing else as text."""
    text = None
    if isinstance(value, float):
        text = _number(value)
    elif value is None or isinstance(value, int | range):
        text = str(value)
    elif isinstance(value, str | bytes):
        cut = value[: LONGEST // 2]
        text = repr(cut) + (MORE if len(cut) < len(value) else "")
    elif isroutine(value):
        text = f"{getattr(value, '__name__', MORE)}()"
    elif isclass(value):
        text = f"class {value.__name__}"
    return text


def _number(value: float) -> str:
    text = repr(float(value))
    if len(text) > _EXACT:
        text = f"{value:.{_DIGITS}g}"
    return text if set(text) & set(".ein") else f"{text}.0"


def _attributes(value: Any) -> Iterable[tuple[str, object]]:  # noqa: ANN401 # a reader's
    if fields := getattr(type(value), "_fields", None):
        return zip(fields, value, strict=True)
    if isinstance(value, Mapping):
        return [(str(key), each) for key, each in islice(value.items(), LONGEST)]
    return {**dict(_slots(value)), **getattr(value, "__dict__", {})}.items()


def _slots(value: object) -> Iterator[tuple[str, object]]:
    for kind in type(value).__mro__:
        names = kind.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if hasattr(value, name):
                yield name, getattr(value, name)
