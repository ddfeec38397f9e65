"""Where a function on a grid reaches a level: the areas above it, and their edge.

The function is given at the nodes, row by row from below; places are told in cells.
`contours.ts` finds the same.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

Grid = Sequence[Sequence[float]]
Place = tuple[float, float]

# Where the next corner of a cell is, all around it; beyond a node, too.
_WAYS = ((1, 0), (0, 1), (-1, 0), (0, -1))


class _Crossing(NamedTuple):
    """A node that is inside, and in which direction of it the next one is not."""

    y: int
    x: int
    way: int


class _Point(NamedTuple):
    """Where the level is reached; and if the grid ends there, on which side."""

    x: float
    y: float
    side: int | None


def areas(grid: Grid, level: float) -> list[list[Place]]:
    """Return the areas where the function is at the level or above, each as a loop."""
    found = []
    for loop in _loops(grid, level):
        ahead = loop[1:] + loop[:1]
        found.append(
            [
                (point.x, point.y)
                for point, after in zip(loop, ahead, strict=True)
                # Of those on the sides of the grid, the corners are enough.
                if point.side is None or after.side not in {None, point.side}
            ]
        )
    return found


def edges(grid: Grid, level: float) -> list[list[Place]]:
    """Return the lines on which the function is at the level."""
    found = []
    for loop in _loops(grid, level):
        # From a side on, if it has one: there a line begins.
        start = next((at for at, point in enumerate(loop) if point.side is not None), 0)
        lines: list[list[Place]] = [[]]
        for point in loop[start:] + loop[: start + 1]:
            if point.side is None:
                lines[-1].append((point.x, point.y))
            else:
                lines.append([])
        found += [line for line in lines if len(line) > 1]
    return found


def _loops(grid: Grid, level: float) -> list[list[_Point]]:
    """Return the loops around all that is at the level or above, inside on the left.

    Around the grid, everything is far below: so each loop comes back.
    """
    follows: dict[_Crossing, _Crossing] = {}
    for y in range(-1, len(grid)):
        for x in range(-1, len(grid[0])):
            follows.update(_in_cell(grid, level, y, x))
    loops = []
    for first in sorted(follows):
        crossing, loop = first, []
        while crossing in follows:
            loop.append(_point(grid, level, crossing))
            crossing = follows.pop(crossing)
        if loop:
            loops.append(loop)
    return loops


def _in_cell(
    grid: Grid, level: float, y: int, x: int
) -> list[tuple[_Crossing, _Crossing]]:
    """Return how loops go through a cell: where each comes in, and where it leaves."""
    corners = [(y, x), (y, x + 1), (y + 1, x + 1), (y + 1, x)]
    inside = [_value(grid, *corner) >= level for corner in corners]
    found = []
    for k in range(4):
        if inside[k] and not inside[(k + 1) % 4]:
            back = next(n for n in range(k + 2, k + 5) if inside[n % 4])
            # Seen from the inside, the side before a corner leads two ways around.
            there = _Crossing(*corners[back % 4], (back + 1) % 4)
            found.append((_Crossing(*corners[k], k), there))
    return found


def _point(grid: Grid, level: float, crossing: _Crossing) -> _Point:
    """Return where between two nodes the level is reached."""
    y, x, way = crossing
    across, up = _WAYS[way]
    here, there = _value(grid, y, x), _value(grid, y + up, x + across)
    share = (level - here) / (there - here)
    side = way if there == -math.inf else None
    return _Point(x + share * across, y + share * up, side)


def _value(grid: Grid, y: int, x: int) -> float:
    """Return the function at a node; beyond the grid, it is far below."""
    if y in range(len(grid)) and x in range(len(grid[y])):
        return grid[y][x]
    return -math.inf
