"""What a trace writes out is what `derivlearn` computes, down to its last digit."""

import re
import runpy
from collections.abc import Iterator

import pytest
from figures.layers import drawing as layers
from figures.shared import trace

from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error
from tests.figures.reading import ROOT, number

TRACE = layers.TRACE
LAYERS = range(len(layers.BIASES))
WRITTEN = [
    *(each for layer in LAYERS for each in TRACE.layer(layer)),
    *TRACE.costs(),
    *(each for layer in LAYERS for each in TRACE.slopes(layer)),
    *(each for layer in LAYERS for each in TRACE.weights_of(layer)),
]
# What a formula has that Python writes otherwise.
PYTHON = {
    "×": "*",
    "÷": "/",
    "²": "**2",
    "\N{NO-BREAK SPACE}": " ",
    "σ′": "bend",
    "σ": "sigmoid",
}
KNOWN = {"sigmoid": sigmoid, "bend": sigmoid_derivative}


def lines() -> Iterator[tuple[str, str, str]]:
    """Yield each line: its name, how it is worked out, and its result."""
    for each in WRITTEN:
        for line in each.formula.splitlines():
            name, *_, formula, result = line.split(" = ")
            yield name, formula, number(result)


def worked_out(formula: str) -> float:
    """Return what a formula comes to, going by the digits that it shows."""
    for sign, python in PYTHON.items():
        formula = formula.replace(sign, python)
    formula = number(formula)
    return float(eval(formula, {"__builtins__": {}}, KNOWN))  # noqa: S307 our own output


@pytest.mark.parametrize(("name", "formula", "result"), [*lines()])
def test_each_formula_worked_out_as_it_is_written_comes_to_its_result(
    name: str, formula: str, result: str
) -> None:
    assert f"{worked_out(formula):.{trace.DECIMALS}f}" == result, name


def test_the_sum_of_the_routes_times_the_bend_is_the_slope_as_the_sentence_has_it() -> (
    None
):
    said = [each.said for layer in LAYERS[:-1] for each in TRACE.slopes(layer)]
    assert len(said) == 6
    for each in said:
        total, bend = (float(number(str(each[key]))) for key in ("sum", "bend"))
        assert f"{total * bend:.{trace.DECIMALS}f}" == number(str(each["slope"]))


def test_an_output_s_gap_times_the_bend_is_the_slope_as_the_sentence_has_it() -> None:
    for each in (each.said for each in TRACE.slopes(LAYERS[-1])):
        gap, bend = (float(number(str(each[key]))) for key in ("gap", "bend"))
        assert f"{gap * bend:.{trace.DECIMALS}f}" == number(str(each["slope"]))


def test_half_the_sum_of_what_the_outputs_bring_is_the_cost() -> None:
    said = [each.said for each in TRACE.costs()]
    total = sum(float(str(each["term"])) for each in said)
    assert f"{total / 2:.{trace.DECIMALS}f}" == said[0]["cost"]


def test_the_results_are_those_of_the_chapter() -> None:
    chapter = runpy.run_path(str(ROOT / "snippets/layers/network.py"))
    found = {
        name: [[str(each.said[key]) for each in rows] for rows in written]
        for name, key, written in (
            ("zs", "z", [TRACE.layer(layer) for layer in LAYERS]),
            ("bias_slopes", "slope", [TRACE.slopes(layer) for layer in LAYERS]),
        )
    }
    for name, rows in found.items():
        assert rows == [[trace.result(each) for each in row] for row in chapter[name]]
    activations = [*chapter["layer_inputs"], chapter["outputs"]]
    assert TRACE.activations == activations
    assert TRACE.weight_slopes == chapter["weight_slopes"]
    cost = squared_error(chapter["outputs"], chapter["targets"])
    assert {each.said["cost"] for each in TRACE.costs()} == {trace.result(cost)}


def test_a_bracket_keeps_a_minus_from_the_sign_before_it() -> None:
    for each in WRITTEN:
        assert not re.search("[+×÷−] ?−", each.formula.replace("\xa0", " "))


def test_an_exact_0_is_short_and_any_other_number_keeps_its_decimals() -> None:
    assert [trace.result(value) for value in (0.0, -0.0, 1.6, -0.00004)] == [
        *("0", "0"),
        *("1.6000", "0.0000"),
    ]


def test_each_neuron_is_computed_in_the_steps_that_it_tells() -> None:
    data = layers.data()
    assert isinstance(data["neurons"], list)
    assert isinstance(data["steps"], list)
    for neuron in data["neurons"]:
        for way in ("there", "back"):
            step = data["steps"][
                neuron["forward" if way == "there" else "backward"] - 1
            ]
            (part,) = step["parts"]
            assert (part["way"], part["column"]) == (way, neuron["column"])
            says = part["written"][neuron["number"]]["said"]
            assert (says["layer"], says["number"]) == (
                neuron["layer"],
                neuron["number"],
            )
