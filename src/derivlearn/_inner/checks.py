"""What a caller gives, looked at, so that the formulas need not.

An error names the argument, says what it is and what to do: a TypeError where it is of
the wrong kind, a ValueError where it has the wrong value or shape. Every ``check_…``
returns nothing.
"""

import math

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Given = Any  # right or wrong

# How long an argument may be that a message shows whole.
_SHOWN = 60


def shown(value: "Given") -> str:
    """A value as it is written in a program, or the kind of what is too long for it."""
    text = repr(value)
    if len(text) > _SHOWN or "\n" in text or text.startswith("<"):
        return f"a {type(value).__name__}"
    return text


def check_function(name: str, f: "Given") -> None:
    """What is called has to be a function."""
    if not callable(f):
        raise TypeError(f"{name} is {shown(f)}, which is no function")


def check_number(name: str, value: "Given") -> None:
    """An int or a float, or what counts as one; it may be nan."""
    try:
        math.isnan(value)
    except TypeError:
        raise TypeError(
            f"{name} is {shown(value)}, which is no number: give an int or a float"
        ) from None
    except OverflowError:
        raise ValueError(f"{name} is an int that is too large for a float") from None


def check_not_nan(name: str, value: "Given") -> None:
    """Nan would go through every formula without a word."""
    try:
        if not math.isnan(value):
            return
    except (TypeError, OverflowError):
        check_number(name, value)
    raise ValueError(f"{name} is nan, not a number: look at what computed it")


def check_finite(name: str, value: "Given", what_to_do: str) -> None:
    """Neither nan nor infinite."""
    try:
        if math.isfinite(value):
            return
    except (TypeError, OverflowError):
        check_number(name, value)
    raise ValueError(f"{name} = {value!r} is not finite: {what_to_do}")


def check_list(name: str, values: "Given", of: str = "number") -> None:
    """A list, or a tuple, of one entry at least."""
    if not isinstance(values, (list, tuple)):
        _refuse_kind(name, values)
    if len(values) == 0:
        raise ValueError(f"{name} is empty: give at least one {of}")
    if of == "number" and isinstance(values[0], (list, tuple, str)):
        raise TypeError(
            f"{name}[0] is {shown(values[0])}, which is no number: "
            f"give {name} as one list of numbers"
        )


def check_finite_list(name: str, values: "Given", what_to_do: str) -> None:
    """A list of numbers, neither nan nor infinite."""
    check_list(name, values)
    check_finite_entries(name, values, what_to_do)


def check_finite_entries(name: str, values: "Given", what_to_do: str) -> None:
    """Of what is known to be a list, each entry is a number, and finite."""
    for i, value in enumerate(values):
        try:
            if math.isfinite(value):
                continue
        except (TypeError, OverflowError):
            pass
        # Its name is put together here alone, which takes its time.
        check_finite(f"{name}[{i}]", value, what_to_do)


def check_length(name: str, values: "Given", other: str, expected: int) -> None:
    """A list of one entry for each of another's."""
    if not isinstance(values, (list, tuple)):
        _refuse_kind(name, values)
    if len(values) != expected:
        raise ValueError(
            f"{name} has length {len(values)}, expected {expected}: "
            f"one for each entry of {other}"
        )


def check_rows(name: str, rows: "Given", other: str, expected: int) -> None:
    """Of what is known to be a list, each row is as long as another list."""
    for j, row in enumerate(rows):
        if not isinstance(row, (list, tuple)) or len(row) != expected:
            check_length(f"{name}[{j}]", row, other, expected)


def check_positive(name: str, value: float) -> None:
    """Above 0: at 0 the logarithm ends."""
    if value <= 0:
        raise ValueError(f"{name} with a = {value!r} is no real number: give a > 0")


def check_power(a: float, n: float, *, moves: bool) -> None:
    """Both aⁿ and its slopes are there, that to n only if n moves."""
    if a < 0 and moves:
        raise ValueError(
            f"a ** n with a = {a!r} has no slope to n: give n as a number, not a Value"
        )
    if a < 0 and n % 1 != 0:
        raise ValueError(f"a ** n with a = {a!r} and n = {n!r} is no real number")
    if a == 0 and n < 0:
        raise ValueError(f"a ** n with a = {a!r} and n = {n!r} would divide by 0")
    if a == 0 and 0 < n < 1:
        raise ValueError(
            f"a ** n with n = {n!r} has no slope at a = {a!r}: it is upright there"
        )


def _refuse_kind(name: str, values: "Given") -> None:
    """Of an array, len and index may mean something else than of a list."""
    what_to_do = "give a list"
    if hasattr(values, "tolist") and hasattr(values, "__len__"):
        what_to_do = f"give {name}.tolist()"
    raise TypeError(f"{name} is {shown(values)}, which is no list: {what_to_do}")
