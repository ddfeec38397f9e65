"""Text, numbers and scales of the toolkit."""

import pytest

from derivlearn_site.figures import svg
from derivlearn_site.figures.axes import LogScale, Scale


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1.0, "1"),
        (-0.001, "0"),
        (0.125, "0.12"),
        (10.0, "10"),
        (2.5, "2.5"),
        (-3, "-3"),
    ],
)
def test_a_coordinate_has_two_decimals_and_no_more_than_it_needs(
    value: float, expected: str
) -> None:
    assert svg.coordinate(value) == expected


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [(-0.116330293, 6, "−0.116330"), (0.6, 4, "0.6000"), (-1e-9, 4, "0.0000")],
)
def test_a_printed_number_keeps_its_decimals_and_has_a_real_minus(
    value: float, decimals: int, expected: str
) -> None:
    assert svg.printed(value, decimals) == expected


@pytest.mark.parametrize(
    ("words", "italic"),
    [
        ("y = 3x + 2", ["y", "x"]),
        ("a tangent", []),
        ("a = 0.7", ["a"]),
        ("傾き a − y", ["a", "y"]),
        ("∂C/∂b₀", ["C", "b"]),
        ("ReLU", []),
        ("a < b & c", ["a", "b", "c"]),
    ],
)
def test_variables_are_in_italics_and_words_are_not(
    words: str, italic: list[str]
) -> None:
    drawn = svg.text(0, 0, words)
    opening = '<tspan font-style="italic">'
    assert [part[0] for part in drawn.split(opening)[1:]] == italic
    assert "&lt;" in drawn or "<" not in words


def test_kana_and_kanji_are_twice_as_wide_as_letters_or_nearly() -> None:
    assert svg.width("傾き", 10) == 20
    assert 9 < svg.width("ab", 10) < 14


def test_attributes_are_escaped() -> None:
    assert svg.element("g", data_name='a"b<') == '<g data-name="a&quot;b&lt;"/>'


def test_a_scale_puts_its_ends_at_its_ends() -> None:
    scale = Scale(-1, 3, 100, 20)
    assert [scale(value) for value in (-1, 1, 3)] == [100, 60, 20]


def test_a_logarithmic_scale_gives_equal_room_to_equal_factors() -> None:
    scale = LogScale(1e-4, 1, 0, 40)
    assert [scale(value) for value in (1e-4, 1e-3, 1e-1, 1)] == pytest.approx(
        [0, 10, 30, 40]
    )
