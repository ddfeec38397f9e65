"""Lets go of what a result was computed from, however long the way back is.

Python takes an object apart as soon as nobody needs it, and with it what it alone has
held. So the last of a chain would take all of it apart, each inside the one before,
which a stack has no room for; least of all in a browser.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Result = Any  # what has routes
    Routes = tuple[Any, ...]

# The routes of results that are gone. Whoever finds the list empty works it off.
_loose: "list[Routes]" = []


def release(result: "Result") -> None:
    """Drop a result's routes, then those of what they alone have held, one by one."""
    _loose.append(getattr(result, "routes", ()))  # none, if it was never made
    result.routes = ()
    if len(_loose) > 1:
        return  # called while others are dropped: it stands in the list now
    k = 0
    try:
        while k < len(_loose):
            _loose[k] = ()
            k += 1
    finally:  # also if a reader stops it halfway
        _loose.clear()
