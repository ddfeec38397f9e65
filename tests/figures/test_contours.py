"""Areas above a level have the size that cells tell, and their edges lie on it."""

import json
import random
from itertools import pairwise
from pathlib import Path

import pytest
from figures.shared import contours
from hypothesis import given
from hypothesis import strategies as st

from tests.figures.scripts import evaluated

Grid = list[list[float]]
Place = tuple[float, float]

numbers = st.integers(-4, 4).map(float)
grids = st.tuples(st.integers(1, 6), st.integers(1, 6)).flatmap(
    lambda size: st.lists(
        st.lists(numbers, min_size=size[0], max_size=size[0]),
        min_size=size[1],
        max_size=size[1],
    )
)
levels = st.sampled_from([-3.0, -0.5, 0.0, 0.25, 2.0])


def size(loop: list[Place]) -> float:
    """Return the area that a loop has on its left."""
    around = [*loop, *loop[:1]]
    return sum(x * v - u * y for (x, y), (u, v) in pairwise(around)) / 2


def in_cell(grid: Grid, level: float, x: int, y: int) -> float:
    """Return how much of a cell is above the level, as its four sides tell."""
    corners = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)]
    part: list[Place] = []
    for here, there in pairwise([*corners, corners[0]]):
        low, high = grid[here[1]][here[0]], grid[there[1]][there[0]]
        if low >= level:
            part.append(here)
        if (low >= level) != (high >= level):
            share = (level - low) / (high - low)
            along = [a + share * (b - a) for a, b in zip(here, there, strict=True)]
            part.append((along[0], along[1]))
    return size(part)


def between(grid: Grid, x: float, y: float) -> float:
    """Return the value at a place on a line of the grid."""
    left, below = min(int(x), len(grid[0]) - 1), min(int(y), len(grid) - 1)
    here = grid[below][left]
    across = grid[below][min(left + 1, len(grid[0]) - 1)] - here
    up = grid[min(below + 1, len(grid) - 1)][left] - here
    return here + (x - left) * across + (y - below) * up


@given(grids, levels)
def test_areas_are_as_large_as_what_is_above_the_level(
    grid: Grid, level: float
) -> None:
    cells = [
        in_cell(grid, level, x, y)
        for y in range(len(grid) - 1)
        for x in range(len(grid[0]) - 1)
    ]
    found = sum(size(loop) for loop in contours.areas(grid, level))
    assert found == pytest.approx(sum(cells), abs=1e-9)


@given(grids, levels)
def test_edges_lie_on_the_level_and_end_at_the_sides_or_come_back(
    grid: Grid, level: float
) -> None:
    wide, high = len(grid[0]) - 1, len(grid) - 1
    for line in contours.edges(grid, level):
        for x, y in line:
            assert between(grid, x, y) == pytest.approx(level, abs=1e-9)
        if line[0] != line[-1]:
            for x, y in (line[0], line[-1]):
                assert x in {0, wide} or y in {0, high}


@given(st.integers(-30, 30), st.integers(-30, 30), st.integers(-90, 90))
def test_the_edge_of_a_slope_is_one_straight_line(a: int, b: int, c: int) -> None:
    grid = [[a * x + b * y + c + 0.5 for x in range(6)] for y in range(6)]
    ends = [grid[y][x] for y in (0, 5) for x in (0, 5)]
    lines = contours.edges(grid, 0)
    assert len(lines) == (min(ends) < 0 < max(ends))
    for line in lines:
        for x, y in line:
            assert a * x + b * y + c + 0.5 == pytest.approx(0, abs=1e-9)


def test_an_area_that_fills_the_grid_has_its_corners_and_no_edge() -> None:
    grid = [[1.0] * 4 for _ in range(3)]
    (loop,) = contours.areas(grid, 1.0)
    assert sorted(loop) == [(0, 0), (0, 2), (3, 0), (3, 2)]
    assert contours.edges(grid, 1.0) == []
    assert contours.areas(grid, 1.5) == []


def test_a_browser_finds_the_same(node: str, tmp_path: Path) -> None:
    some = random.Random(0)  # noqa: S311 nobody has to guess them
    given = [
        [
            [[some.choice((-1, 0, 0.5, 1, 3)) for _ in range(wide)] for _ in range(7)],
            level,
        ]
        for wide in (2, 5, 8)
        for level in (-0.3, 0, 0.5, 2)
        for _ in range(5)
    ]
    for name in ("areas", "edges"):
        call = f"{json.dumps(given)}.map(x => m.{name}(...x))"
        found = evaluated(node, tmp_path, ("shared/contours",), call)
        for each, (grid, level) in zip(found, given, strict=True):
            wanted = getattr(contours, name)(grid, level)
            assert [len(line) for line in each] == [len(line) for line in wanted]
            for line, points in zip(each, wanted, strict=True):
                assert [tuple(point) for point in line] == points
