"""A drawing becomes 64 numbers as the data of the digits did, and is read like them."""

import re
import statistics
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from figures.draw_digit import drawing as draw_digit
from figures.shared import images

from tests.figures import drawings
from tests.figures.reading import original, texts
from tests.figures.scripts import evaluated

DRAWINGS = drawings.drawings()
PIXELS, LABELS = images.data()
TEST = PIXELS[images.TRAINING :]
BLACK = 313

# All of a drawing, and only what can be drawn: along an edge, on a spot, over and over.
ODD = [
    [[(5, 5)]],
    [[(0, 0), (63, 0)]],
    [[(0, 0), (63, 63)], [(63, 0), (0, 63)]],
    [[(31, 0), (31, 63)]],
    [[(3, 3), (3, 3)], [(60, 60)]],
    [[(x * 37 % 64, x * 23 % 64) for x in range(290)]],
    [[(10, 20), (11, 20)]],
]


class Drawn:
    """What becomes of drawings in the browser."""

    def __init__(self, node: str, folder: Path) -> None:
        """Remember where Node is."""
        self.node, self.folder = node, folder

    def call(self, expression: str, each: list[Any]) -> Any:  # noqa: ANN401
        """Return what an expression makes of each x."""
        modules = ("draw_digit/bitmap", "draw_digit/strokes")
        code = f"{drawings.as_json(each)}.map(x => {expression})"
        return evaluated(self.node, self.folder, modules, code)

    def bitmaps(self, strokes: list[Any]) -> np.ndarray[Any, Any]:
        """Return each drawing as 32 by 32 cells."""
        return np.array(self.call("[...m.bitmap(x)]", strokes)).reshape(-1, 32, 32)

    def counts(self, strokes: list[Any]) -> np.ndarray[Any, Any]:
        """Return the 64 numbers of each drawing."""
        return np.array(self.call("m.counts(m.bitmap(x))", strokes))


@pytest.fixture(scope="module")
def drawn(node: str, tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    """The scripts, ready to be asked."""
    return Drawn(node, tmp_path_factory.mktemp("drawn"))


def of_texts(drawn: Drawn) -> np.ndarray[Any, Any]:
    return np.array(
        drawn.call("m.counts(m.bitmap(m.read(x)))", [each.text for each in DRAWINGS])
    )


def test_an_empty_drawing_is_64_zeros(drawn: Drawn) -> None:
    assert drawn.call("m.read(x)", [""]) == [[]]
    assert drawn.counts([[], [[]]]).tolist() == [[0] * 64] * 2


def test_a_dot_is_a_round_spot_in_the_middle(drawn: Drawn) -> None:
    (spot,) = drawn.bitmaps([[[(5, 60)]]])
    assert (spot == spot[::-1]).all()
    assert (spot == spot[:, ::-1]).all()
    assert (spot == spot.T).all()
    assert spot[12:20, 12:20].sum() > 50
    assert spot[:10].sum() == 0


def test_whatever_is_drawn_is_counted_from_0_to_16(drawn: Drawn) -> None:
    for found in (drawn.counts(ODD), of_texts(drawn)):
        assert found.shape[1] == 64
        assert found.min() >= 0
        assert found.max() <= images.DARKEST
        assert (found == found.astype(int)).all()
        assert (found.sum(axis=1) > 0).all()


def test_each_number_counts_the_black_cells_of_4_by_4(drawn: Drawn) -> None:
    strokes = [each.strokes for each in DRAWINGS]
    blocks = drawn.bitmaps(strokes).reshape(-1, 8, 4, 8, 4).sum(axis=(2, 4))
    assert (blocks.reshape(-1, 64) == drawn.counts(strokes)).all()


def test_it_does_not_matter_where_or_how_large_one_draws(drawn: Drawn) -> None:
    small = [[[(x // 2, y // 2) for x, y in stroke] for stroke in one] for one in ODD]
    small += [
        [[(round(x) // 2, round(y) // 2) for x, y in stroke] for stroke in one.strokes]
        for one in DRAWINGS[::3]
    ]
    wanted = drawn.bitmaps(small)
    for times, across, down in ((1, 17, 5), (2, 0, 0), (0.5, 3, 30)):
        moved = [
            [
                [(times * x + across, times * y + down) for x, y in stroke]
                for stroke in one
            ]
            for one in small
        ]
        assert (drawn.bitmaps(moved) == wanted).all()


def test_half_of_the_digits_of_the_data_have_more_black_cells() -> None:
    assert statistics.median(PIXELS.sum(axis=1)) == BLACK
    for digit in range(10):
        some = PIXELS[digit == LABELS].sum(axis=1)
        assert statistics.median(some) == pytest.approx(BLACK, abs=20)


def test_a_drawing_is_as_black_and_as_high_as_the_data(drawn: Drawn) -> None:
    for row in (0, 7):
        assert PIXELS.reshape(-1, 8, 8)[:, row].any(axis=1).all()
    cells = drawn.bitmaps([each.strokes for each in DRAWINGS])
    assert cells[:, 0].any(axis=1).all()
    assert cells[:, -1].any(axis=1).all()
    ink = cells.sum(axis=(1, 2))
    assert np.abs(ink - BLACK).max() <= 25
    low, high = np.percentile(PIXELS.sum(axis=1), [5, 95])
    assert ((low <= ink) & (ink <= high)).all()


def test_a_slanted_line_is_set_upright(drawn: Drawn) -> None:
    upright, left, right = drawn.bitmaps(
        [[[(30, 0), (30 + lean, 60)]] for lean in (0, -20, 20)]
    )
    for cells in (left, right):
        edges = [int(row.argmax()) for row in cells[2:30]]
        assert abs(edges[0] - edges[-1]) <= 1
        assert max(edges) - min(edges) <= 4
        assert cells.sum() == pytest.approx(upright.sum(), abs=30)


def test_a_drawing_is_written_down_and_read_again(drawn: Drawn) -> None:
    for each, found in zip(
        DRAWINGS, drawn.call("m.read(x)", [one.text for one in DRAWINGS]), strict=True
    ):
        assert len(found) == len(each.strokes)
        assert re.fullmatch(draw_digit.LIKE, each.text)
        again = ".".join("".join(drawn_as(point) for point in one) for one in found)
        assert again == each.text


def drawn_as(point: list[int]) -> str:
    return "".join(drawings.PLACES[each] for each in point)


def test_points_are_added_to_the_last_stroke_or_begin_another(drawn: Drawn) -> None:
    calls = [["", [0, 0], True], ["00", [63, 9], False], ["00_9", [10, 62], True]]
    assert drawn.call("m.extended(...x)", calls) == ["00", "00_9", "00_9.a-"]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("", True),
        ("00", True),
        ("00.-_", True),
        ("0" * draw_digit.LONGEST, True),
        ("0" * (draw_digit.LONGEST + 2), False),
        ("0", False),
        ("00.", False),
        (".00", False),
        ("00..00", False),
        ("0+", False),
        ("数字", False),
    ],
)
def test_a_link_holds_whole_points_up_to_a_length(text: str, *, fits: bool) -> None:
    assert bool(re.fullmatch(f"^(?:{draw_digit.LIKE})$", text)) == fits


def test_drawings_that_other_tests_know_have_these_numbers(drawn: Drawn) -> None:
    found = drawn.call("m.counts(m.bitmap(m.read(x)))", [*drawings.SHADES])
    assert found == [*drawings.SHADES.values()]


def test_what_hands_draw_is_mostly_read_right_and_always_where_it_is_sure(
    drawn: Drawn,
) -> None:
    shares = draw_digit.network().forward(of_texts(drawn) / images.DARKEST)
    answers, surest = shares.argmax(axis=1), shares.max(axis=1)
    right = answers == [each.digit for each in DRAWINGS]
    assert len(DRAWINGS) == 160
    assert right.mean() >= 0.9
    assert right[surest > draw_digit.SURE].all()
    assert (surest > draw_digit.SURE).mean() > 0.5


def test_shorter_weights_leave_all_that_the_chapter_prints_as_it_is() -> None:
    exact = images.network().forward(TEST / images.DARKEST)
    shown = draw_digit.network().forward(TEST / images.DARKEST)
    assert exact.shape == (500, 10)
    assert (exact.argmax(axis=1) == shown.argmax(axis=1)).all()
    for one, other in zip(exact.flat, shown.flat, strict=True):
        assert f"{one:.2f}" == f"{other:.2f}"
    for limit in (0.5, draw_digit.FAIRLY, draw_digit.SURE):
        assert ((exact.max(axis=1) > limit) == (shown.max(axis=1) > limit)).all()
    # Far enough from where they would be rounded to the other side.
    assert abs(exact - shown).max() < 2e-4


def test_the_picture_shows_the_outputs_of_its_image() -> None:
    number = draw_digit.SAMPLES[draw_digit.START]
    shares = draw_digit.network().forward(TEST[number] / images.DARKEST)
    shown = texts(original("draw-digit"))
    assert [each for each in shown if re.fullmatch(r"\d\.\d\d", each)] == [
        *(f"{share:.2f}" for share in shares),
        f"{shares.max():.2f}",
    ]
    assert str(LABELS[images.TRAINING + number]) == str(shares.argmax())


def test_two_samples_are_misread_and_the_others_are_clear() -> None:
    read = images.reading()
    clear = [i for i in draw_digit.SAMPLES if read.shares[i] > draw_digit.SURE]
    assert len(clear) == 4
    assert all(read.answers[i] == read.labels[i] for i in clear)
    for i in set(draw_digit.SAMPLES) - set(clear):
        assert read.answers[i] != read.labels[i]
