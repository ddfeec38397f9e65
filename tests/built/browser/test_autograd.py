"""The graph of any expression is legible, and what is wrong with one is told."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.built.browser.conftest import Visit
from tests.built.browser.test_figures import CLOSE, Figure

# Expressions of all shapes: how many circles each has, and how many arrows.
SHAPES = {
    "(x + y) + (x + y) * x": (5, 6),
    "x": (1, 0),
    "7": (1, 0),
    "-x": (2, 1),
    "x * x": (2, 2),
    "x * x * x": (3, 4),
    "-(-(-(-x)))": (5, 4),
    "exp(tanh(sigmoid(relu(x))))": (5, 4),
    "log(exp(tanh(sigmoid(x * y))))": (7, 6),
    "x + y + x * y + x**2 + y**2": (9, 12),
    "exp(x) + log(x) + tanh(x) + sigmoid(x)": (8, 10),
    "x**4 + x**3 + x**2 + x + 1": (8, 10),
    "(x - 1) * (x - 2) * (x - 3)": (6, 7),
    "sigmoid(2 * x - 3 * y + 1)": (7, 6),
    "1 / (1 + exp(-x))": (5, 4),
    "exp(-x**2 / 2)": (5, 4),
    "(exp(x) - exp(-x)) / (exp(x) + exp(-x))": (7, 9),
    "log(exp(x) + exp(y))": (6, 5),
    "x / y - y / x": (5, 6),
    "(x * y + x / y) * (x * y - x / y)": (7, 10),
    "tanh(x * y) * sigmoid(x + y)": (7, 8),
    "relu(x - y) + relu(y - x)": (7, 8),
    "x * exp(-y) + y * exp(-x)": (9, 10),
    "x**3 - 3 * x * y**2": (7, 7),
    "tanh(x) + tanh(x) * tanh(x)": (4, 5),
    "(x + y)**3 - x**3 - y**3": (8, 9),
    "((x * y + exp(x))**2 + y) / (x * y + exp(x))": (8, 10),
    "x * 0.00123 + y * 123456 - 1 / 7": (6, 5),
}
# What the script says while the graph of before stays, in grey.
MISTAKES = (
    "x +",
    "sin(x)",
    "x ** y",
    "1 / (1 + exp(-(2 * x - 3 * y - 3)))",
    "x * 1 + x * 2 + x * 3 + x * 4 + x * 5 + x * 6 + x * 7",
    "1 / 0",
)
# What is drawn as far as it can be computed.
OBSTACLES = {"x / (y - 2)": 2, "log(-x)": 1, "exp(exp(x) * 100)": 1, "x * y": 0}


@pytest.fixture(scope="module", params=("ja", "en"))
def figure(
    browser: Browser, address: str, request: pytest.FixtureRequest
) -> Iterator[Figure]:
    """The figure on a phone."""
    context = browser.new_context(viewport={"width": 360, "height": 780})
    visit = Visit(context.new_page(), address).open(f"{request.param}/autograd/")
    yield Figure(visit.page, "autograd")
    assert visit.complaints == []
    context.close()


@pytest.fixture
def write(figure: Figure) -> Callable[[str], None]:
    """Write an expression, as the first one after the start."""
    figure.press("reset")

    def write(text: str) -> None:
        field = figure.all.locator(".dl-live__field input")
        field.fill(text)
        field.press("Enter")

    return write


def test_words_stay_apart_in_graphs_of_all_shapes(
    figure: Figure, write: Callable[[str], None]
) -> None:
    for text, (circles, arrows) in SHAPES.items():
        figure.press("reset")
        write(text)
        assert figure.svg.locator("circle").count() == circles, text
        assert figure.svg.locator("polygon").count() == arrows, text
        for x, y in ((3, 2), (-4.75, 0.25), (0.25, -5), (12345, -0.0012)):
            for box, value in zip(figure.boxes.all(), (x, y), strict=True):
                box.fill(str(value))
                box.press("Enter")
            assert figure.svg.evaluate(CLOSE) == [], (text, x, y)


def test_the_picture_is_as_high_as_its_graph_and_no_lower_than_at_first(
    figure: Figure, write: Callable[[str], None]
) -> None:
    first = figure.svg.get_attribute("viewBox")
    assert first
    least = float(first.split()[-1])
    for text in SHAPES:
        write(text)
        height = float((figure.svg.get_attribute("viewBox") or "").split()[-1])
        assert least <= height <= 2 * least, text
        box = "each => each.getBBox().y + each.getBBox().height"
        lowest = figure.svg.locator("text, circle").evaluate_all(
            f"all => Math.max(...all.map({box}))"
        )
        assert lowest <= height
    figure.press("reset")
    assert figure.svg.get_attribute("viewBox") == first


def test_a_mistake_leaves_the_graph_of_before_in_grey(
    figure: Figure, write: Callable[[str], None]
) -> None:
    write("x * y")
    words = figure.svg.locator("text").all_inner_texts()
    good = figure.says.inner_text()
    for text in MISTAKES:
        write(text)
        expect(figure.says).not_to_have_text(good)
        expect(figure.svg).to_have_class("dl-live dl-live--away")
        assert figure.svg.locator("text").all_inner_texts() == words
        write("x * y")
        expect(figure.says).to_have_text(good)
        expect(figure.svg).to_have_class("dl-live")


def test_a_graph_shows_the_values_up_to_what_cannot_be_computed(
    figure: Figure, write: Callable[[str], None]
) -> None:
    for text, missing in OBSTACLES.items():
        write(text)
        empty = figure.svg.locator("g > g > text:nth-of-type(2):empty")
        assert empty.count() == min(missing, 1), text
        slopes = figure.svg.locator("g > g > text:nth-of-type(3):not(:empty)")
        assert (slopes.count() == 0) == bool(missing), text
        assert figure.svg.evaluate(CLOSE) == []
