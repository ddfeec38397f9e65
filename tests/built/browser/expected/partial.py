"""What the figure `partial` should say."""

from derivlearn.autograd import Value
from tests.built.browser.expected import Expected


def computed(x: float, y: float) -> list[float]:
    first, second = Value(x), Value(y)
    height = first * first + first * second + 2 * second * second
    height.backward()
    return [x, y, height.data, first.grad, second.grad]


EXPECTED = Expected(
    (
        {"x": 2, "y": -1},
        {"x": -1, "y": 0.7},
        {"x": 2.4, "y": -1.6},
        {"x": 0, "y": 0},
        {"x": 1.25, "y": 0.35},
        {"x": 1000000000.0, "y": -3},
    ),
    computed,
)
