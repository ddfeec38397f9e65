"""Where the parameters of a gradient check stand, however they are nested."""

from derivlearn._inner import checks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    # A number, or what holds numbers: anything with a length and an index.
    Nested = Any


class Place:
    """Where a parameter stands, and its computed slope."""

    def __init__(
        self, name: str, container: "Nested", key: "int | str", slope: float
    ) -> None:
        """Remember what stands there."""
        self.name = name
        self.container = container
        self.key = key
        self.slope = slope
        before = container[key]
        # A plain number: what an array gives may change with it.
        self.before = before.item() if hasattr(before, "item") else before

    def put(self, value: float) -> None:
        """Change it."""
        self.container[self.key] = value

    def get(self) -> float:
        """What stands there now."""
        return float(self.container[self.key])


def all_places(parameters: "Nested", slopes: "Nested") -> list[Place]:
    """Every parameter, in order, with its computed slope; each can be changed."""
    places: list[Place] = []
    if hasattr(parameters, "keys"):
        _check_names(parameters, slopes)
        for name in parameters:
            _add_places(places, name, parameters, name, slopes[name])
    else:
        _add_places(places, "parameters", {"": parameters}, "", slopes)
    _check_places(places)
    return places


def _check_names(parameters: "Nested", slopes: "Nested") -> None:
    """The same names in both, one at least."""
    if not hasattr(slopes, "keys"):
        raise TypeError(
            f"slopes is {checks.shown(slopes)}: give a dict of the same names as "
            "parameters"
        )
    if len(parameters) == 0:
        raise ValueError("parameters is empty: give at least one name")
    for name in slopes:
        if name not in parameters:
            raise ValueError(f"slopes has {name!r}, which parameters has not")
    for name in parameters:
        if name not in slopes:
            raise ValueError(f"parameters has {name!r}, which slopes has not")


def _add_places(
    places: list[Place],
    name: str,
    container: "Nested",
    key: "int | str",
    slope: "Nested",
) -> None:
    """What stands at container[key]: a number, or all that it holds."""
    try:
        parameter = container[key]
    except (KeyError, IndexError, TypeError):
        raise TypeError(
            f"{name} is not there, although what should hold it, a "
            f"{type(container).__name__}, has a length: use lists, or arrays"
        ) from None
    length = _length(parameter)
    if length != _length(slope):
        raise ValueError(
            f"{name} is {_size(length)} in parameters and {_size(_length(slope))} in "
            "slopes: lay the slopes out like the parameters"
        )
    if length is None:
        checks.check_number(name, parameter)
        checks.check_number(f"the slope of {name}", slope)
        places.append(Place(name, container, key, float(slope)))
        return
    if length == 0:
        raise ValueError(f"{name} is empty: give at least one number")
    for i in range(length):
        _add_places(places, f"{name}[{i}]", parameter, i, slope[i])


def _length(value: "Nested") -> int | None:
    """How many it holds, or None for what should be a number."""
    if isinstance(value, (str, dict)):
        return None
    try:
        return len(value)
    except TypeError:
        return None


def _size(length: int | None) -> str:
    """A length in words."""
    if length is None:
        return "one number"
    return f"of length {length}"


def _check_places(places: list[Place]) -> None:
    """Put a number with a third into each, which only a full float holds, and back.

    What another one has changed meanwhile is no place of its own.
    """
    changed: list[Place] = []
    try:
        for k, place in enumerate(places):
            _put(place, k + 1 / 3)
            changed.append(place)
        for k, place in enumerate(places):
            held = place.get()
            if held != k + 1 / 3:
                by = [one.name for m, one in enumerate(places) if held == m + 1 / 3]
                raise ValueError(
                    f"{place.name} changes with {by[0] if by else 'another one'}: "
                    "give each a list, or an array, of its own"
                )
    finally:
        for place in changed:
            place.put(place.before)


def _put(place: Place, value: float) -> None:
    """Change it, and see whether it is there."""
    try:
        place.put(value)
    except (TypeError, ValueError):
        raise TypeError(
            f"{place.name} cannot be changed where it stands, in a "
            f"{type(place.container).__name__}: use lists, or arrays that can be "
            "written"
        ) from None
    held = place.get()
    if held != value:
        place.put(place.before)
        raise ValueError(
            f"{place.name} was set to {value!r} and holds {held!r}: "
            "keep parameters as floats of full precision (float64)"
        )
