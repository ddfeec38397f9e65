"""Only the difference counts, and both slopes are equally far from 0."""

import re
from xml.etree import ElementTree as ET

import pytest
from figures.softmax_two import drawing as softmax_two
from hypothesis import assume, given
from hypothesis import strategies as st

from derivlearn.activations import sigmoid, sigmoid_derivative, softmax
from derivlearn.costs import softmax_cross_entropy
from derivlearn.numeric import central_difference, numeric_gradient
from derivlearn_site.figures import svg
from tests.figures.reading import (
    SHOWN,
    SPACE,
    Plot,
    Shown,
    number,
    original,
    parsed,
    plots,
    printed,
    starts,
    texts,
)

EVERY = [one for one in SHOWN if one.name == "softmax-two"]
PRINTED = printed("softmax/softmax.py")
LABELS = {"curve": "s₀"}
choices = st.tuples(
    *(st.integers(-16, 16).map(lambda half: half / 2) for _ in range(2)),
    st.sampled_from((0, 1)),
)


def drawn(z0: float, z1: float, answer: int) -> ET.Element:
    """Return the picture as it is drawn for these settings."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(softmax_two, "ZS", [z0, z1])
        patch.setattr(softmax_two, "ANSWER", answer)
        return parsed(softmax_two.draw(LABELS).render("alt"))


def part(picture: ET.Element, name: str) -> ET.Element:
    found = picture.find(f".//*[@data-part='{name}']")
    assert found is not None
    return found


def line(picture: ET.Element, plot: Plot, name: str) -> list[tuple[float, float]]:
    """Return both ends of a line, as values."""
    return [plot.values(*at) for at in starts(part(picture, name))]


@given(choices)
def test_everything_is_drawn_where_it_is_computed(
    setting: tuple[float, float, int],
) -> None:
    z0, z1, answer = setting
    difference = z0 - z1
    assume(abs(difference) < softmax_two.REACH - 1)
    picture = drawn(*setting)
    into, curve, bar, slopes = plots(picture)
    s, y = softmax([z0, z1]), [float(answer == i) for i in range(2)]
    assert [says for says, _ in into.marks()] == [(z0, 0), (z1, 1)]
    assert {says[0] for says, _ in curve.marks()} == {difference}
    for x, height in curve.curves()["output"]:
        assert height == pytest.approx(sigmoid(x), abs=1e-3)
    for _, (x, height) in curve.marks():
        assert (x, height) == pytest.approx((difference, s[0]), abs=1e-3)
    (left, low), (right, high) = line(picture, curve, "tangent")
    measured = central_difference(sigmoid, difference)
    assert (high - low) / (right - left) == pytest.approx(measured, abs=0.005)
    assert measured == pytest.approx(sigmoid_derivative(difference), abs=1e-8)
    # The border between both, and from there to the target.
    assert line(picture, bar, "border")[0][0] == pytest.approx(s[0], abs=1e-3)
    (output, _), (target, _) = line(picture, bar, "gap")
    assert (output, target) == pytest.approx((s[0], y[0]), abs=1e-3)
    width = float(part(picture, "share").get("width", ""))
    assert width == pytest.approx(s[0] * softmax_two.LENGTH, abs=0.01)
    # The slopes are those that are measured.
    gradient = numeric_gradient(lambda zs: softmax_cross_entropy(zs, y), [z0, z1])
    for i, (says, (x, row)) in enumerate(slopes.marks()):
        assert says[0] == pytest.approx(gradient[i], abs=1e-6)
        assert (x, row) == pytest.approx((gradient[i], i), abs=1e-3)


@given(choices)
def test_the_arrows_are_equally_long_and_as_long_as_the_gap(
    setting: tuple[float, float, int],
) -> None:
    picture = drawn(*setting)
    heads = [part(picture, f"head-{i}").get("points", "") for i in range(2)]
    tips = [float(head.split()[1].partition(",")[0]) for head in heads]
    first, second = (tip - svg.WIDTH / 2 for tip in tips)
    # A coordinate is a hundredth of a unit of the picture.
    assert first == pytest.approx(-second, abs=0.011)
    (output, _), (target, _) = starts(part(picture, "gap"))
    assert abs(first) == pytest.approx(abs(output - target), abs=0.011)
    # The words beside an arrow are where it does not go.
    for i, way in enumerate((first, second)):
        words = part(picture, f"slope-{i}")
        aside = float(words.get("x", "")) - svg.WIDTH / 2
        assert aside * way <= 0
        assert words.get("text-anchor") == ("start" if aside > 0 else "end")


@given(choices, st.integers(-16, 16))
def test_as_much_for_both_changes_nothing_but_the_places_of_both(
    setting: tuple[float, float, int], halves: int
) -> None:
    z0, z1, answer = setting
    picture, moved = drawn(*setting), drawn(z0 + halves / 2, z1 + halves / 2, answer)
    own = {"z-0", "z-1", "into-0", "into-1", "guide", "apart"}
    for each in picture.iter():
        name = each.get("data-part")
        if name and name not in own:
            assert ET.tostring(part(moved, name)) == ET.tostring(each), name
    apart, along = (starts(part(each, "apart")) for each in (picture, moved))
    assert apart[1][0] - apart[0][0] == pytest.approx(along[1][0] - along[0][0])


def test_the_difference_is_as_long_in_both_places() -> None:
    picture = original("softmax-two")
    lengths = []
    for name in ("apart", "run"):
        (left, _), (right, _) = starts(part(picture, name))
        lengths.append(right - left)
    assert lengths[0] == lengths[1] == softmax_two.STEP * 1.5


def test_it_starts_from_what_the_chapter_prints() -> None:
    outputs = [f"{each:.4f}" for each in softmax(softmax_two.ZS)]
    assert f"{outputs[0]} + {outputs[1]} = 1.0000\n{outputs[0]}\n" in PRINTED
    words = number("\n".join(texts(original("softmax-two"))))
    for i, output in enumerate(outputs):
        assert f"s{'₀₁'[i]} = {output}" in words
    assert "z₀ - z₁ = 1.5" in words


def test_what_stands_for_a_dot_beyond_the_curve_is_not_seen_yet() -> None:
    hidden = [
        each.get("data-part")
        for each in original("softmax-two").iter(f"{SPACE}circle")
        if each.get("visibility") == "hidden"
    ]
    assert hidden == ["beyond"]


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.where)
def test_the_words_beside_the_picture_tell_its_numbers(one: Shown) -> None:
    alt = re.findall(r"-?\d+(?:\.\d+)?", number(one.texts["alt"]))
    assert {"2", "0.5", "1.5", "0.8176", "0.1824", "-0.1824"} <= {*alt}
