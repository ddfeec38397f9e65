"""A pre-activation moves one output, or all of them, if they come from softmax."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.built.browser.conftest import Visit
from tests.built.browser.test_figures import Figure

NAME = "loss-slopes"
OUTPUTS = "[data-part^=output-]"
CROSSING = "[data-part^=way-]:not([visibility=hidden])"


@pytest.mark.parametrize(("cost", "moved"), [(0, {1}), (1, {1}), (2, {0, 1, 2})])
def test_a_pre_activation_moves_the_outputs_that_its_arrows_lead_to(
    visit: Callable[..., Visit], cost: int, moved: set[int]
) -> None:
    figure = Figure(visit("en/softmax/").page, NAME)
    figure.all.locator(f"#figure-{NAME}-cost [value='{cost}']").check()
    expect(figure.svg.locator(CROSSING)).to_have_count(6 if len(moved) > 1 else 0)
    before = figure.svg.locator(OUTPUTS).all_text_contents()
    figure.all.locator(f"#figure-{NAME}-z1").press("ArrowRight")
    after = figure.svg.locator(OUTPUTS).all_text_contents()
    assert len(after) == len(before) == 3
    assert {i for i in range(3) if before[i] != after[i]} == moved
