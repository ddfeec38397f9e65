"""The flowers stand where they were measured, and what is ringed is what goes wrong."""

from collections import Counter
from typing import Any

import pytest
from figures.irises import drawing

from derivlearn.data import irises
from tests.figures.reading import ROOT, SHOWN, Shown, original, plots

FLOWERS, NAMES = irises()
EVERY = [one for one in SHOWN if one.name == "irises"]
Place = tuple[float, float]


@pytest.fixture(scope="module")
def program() -> dict[str, Any]:
    """What the program of the chapter holds once it has answered for the 45."""
    source = (ROOT / "snippets/flowers/program.py").read_text(encoding="utf-8")
    held: dict[str, Any] = {}
    exec(source.partition("# --8<-- [start:nearest]")[0], held)  # noqa: S102 - ours
    return held


def petals(measurements: list[float]) -> Place:
    return round(measurements[2], 2), round(measurements[3], 2)


def drawn() -> dict[str, list[Place]]:
    """Return where the marks of each name are, in cm."""
    (plot,) = plots(original("irises"))
    return {
        name: [(round(x, 2), round(y, 2)) for x, y in places]
        for name, places in plot.curves().items()
    }


def test_each_flower_is_where_it_was_measured() -> None:
    marks = drawn()
    for species in ("setosa", "versicolor", "virginica"):
        measured = [
            petals(flower)
            for flower, name in zip(FLOWERS, NAMES, strict=True)
            if name == species
        ]
        assert Counter(marks[species]) == Counter(measured)
        assert len(measured) == 50


def test_what_is_ringed_is_what_the_program_takes_wrong(
    program: dict[str, Any],
) -> None:
    wrong = []
    for k, (inputs, targets) in zip(program["unseen"], program["tests"], strict=True):
        outputs = program["forward"](program["network"], inputs)
        answer = outputs.index(max(outputs))
        if answer != targets.index(1.0):
            wrong.append(k)
            assert (NAMES[k], drawing.SPECIES[answer]) == ("versicolor", "virginica")
    assert len(wrong) == 2
    assert drawing.reading().wrong == tuple(wrong)
    assert drawn()["wrong"] == [petals(FLOWERS[k]) for k in wrong]


def test_the_made_up_flower_is_where_its_distances_from_the_average_lead(
    program: dict[str, Any],
) -> None:
    scales = zip(program["averages"], program["deviations"], strict=True)
    in_cm = [
        average + deviation * x
        for (average, deviation), x in zip(scales, [0.5, -1.0, 2.0, 0.25], strict=True)
    ]
    assert drawing.reading().made_up == pytest.approx(in_cm)
    (place,) = drawn()["made-up"]
    assert place == pytest.approx(petals(in_cm), abs=0.011)
    assert place[0] > max(length for _, _, length, _ in FLOWERS)


def test_the_upper_one_has_the_petals_of_two_of_the_other_species() -> None:
    upper, lower = sorted(drawn()["wrong"], key=lambda place: -place[1])
    assert upper[1] > lower[1]
    marks = drawn()
    assert marks["virginica"].count(upper) == 2
    assert marks["versicolor"].count(upper) == 1
    assert lower not in marks["virginica"]


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.where)
def test_the_words_beside_the_picture_tell_its_numbers(one: Shown) -> None:
    marks, alt = drawn(), one.texts["alt"]
    lengths, widths = zip(*marks["setosa"], strict=True)
    for numbers in (lengths, widths):
        assert f"{max(numbers):g}cm" in alt.replace(" cm", "cm")
        assert f"{min(numbers):g}" in alt
    for length, width in (*marks["wrong"], *marks["made-up"]):
        assert f"{length:.2g}cm" in alt.replace(" cm", "cm")
        assert f"{width:.2g}cm" in alt.replace(" cm", "cm")
