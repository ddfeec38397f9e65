"""Built-in functions that know less in MicroPython, or do otherwise than in CPython."""

from builtins import zip as _zip

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any, NoReturn


def zip(
    *sequences: "Iterable[Any]", strict: bool = False
) -> "Iterator[tuple[Any, ...]]":
    """Walk through sequences side by side; with `strict` they must end together."""
    if not strict:
        return _zip(*sequences)
    lists = [list(each) for each in sequences]
    if any(len(each) != len(lists[0]) for each in lists):
        raise ValueError("zip() argument 2 is not as long as argument 1")
    return _zip(*lists)


def sorted(
    iterable: "Iterable[Any]",
    *,
    key: "Callable[[Any], Any] | None" = None,
    reverse: bool = False,
) -> "list[Any]":
    """Return a sorted list, in which equal items keep their order."""
    items = list(iterable)
    keys = items if key is None else [key(each) for each in items]
    places = list(range(len(items)))
    if reverse:
        places.reverse()
    places = _merged(keys, places)
    if reverse:
        places.reverse()
    return [items[place] for place in places]


def _merged(keys: "list[Any]", places: list[int]) -> list[int]:
    """Return places by their keys: each half is sorted, then both are merged."""
    middle = len(places) // 2
    if not middle:
        return places
    left, right = _merged(keys, places[:middle]), _merged(keys, places[middle:])
    merged: list[int] = []
    i = j = 0
    while i < len(left) and j < len(right):
        if keys[right[j]] < keys[left[i]]:
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged + left[i:] + right[j:]


def sum(iterable: "Iterable[Any]", start: "Any" = 0) -> "Any":
    """Return a sum; one of floats gets back what each step lost (Neumaier 1974)."""
    lost = 0.0
    for each in iterable:
        total = start + each
        if type(each) is float and type(start) is float:
            larger, smaller = (
                (start, each) if abs(start) >= abs(each) else (each, start)
            )
            lost += (larger - total) + smaller
        start = total
    return start + lost if lost and lost - lost == 0.0 else start


def input(*_: object) -> "NoReturn":
    """Ask nobody: CPython says why."""
    raise EOFError
