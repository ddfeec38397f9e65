"""What the figures compute in the browser is what `derivlearn` computes."""

import json
import math
from collections.abc import Callable, Iterable
from itertools import product

import pytest
from figures.draw_digit import drawing as draw_digit
from figures.shared import images

from derivlearn import activations, costs, functions, loops, numeric
from derivlearn.autograd import Value
from derivlearn.network import Network
from tests.figures.scripts import evaluated

# Where figures compute, and where floats begin to tell ways to compute apart.
POINTS = [
    sign * mantissa * 10.0**power
    for sign in (1, -1)
    for mantissa in (1, 1.7, 2.9, 3.3, 6.1, 9.99)
    for power in range(-12, 13)
] + [0.0]
STEPS = (1.0, 0.5, 0.1, 1e-3, 1e-7)


def square(x: float) -> float:
    return x * x


def square_slope(x: float) -> float:
    value = Value(x)
    (value * value).backward()
    return float(value.grad)


def cube(x: float) -> float:
    return x * x * x


def cube_slope(x: float) -> float:
    value = Value(x)
    (value * value * value).backward()
    return float(value.grad)


def forward(x: float, dx: float) -> float | None:
    """Return the forward difference, or nothing where nothing is added."""
    if x + dx == x:
        return None
    return numeric.forward_difference(cube, x, dx, relative=False)


def central(x: float, dx: float) -> float | None:
    """Return the central difference, or nothing where nothing is added."""
    if x + dx == x - dx:
        return None
    return numeric.central_difference(cube, x, dx, relative=False)


def valley(x: float, y: float) -> tuple[float, float, float]:
    """Return x² + xy + 2y², and its slopes."""
    first, second = Value(x), Value(y)
    height = first * first + first * second + 2 * second * second
    height.backward()
    return height.data, first.grad, second.grad


def valley_step(x: float, y: float, rate: float, part: int) -> float:
    """Return where a step against both slopes leads: its x or its y."""
    _, *slopes = valley(x, y)
    return (x, y)[part] - rate * slopes[part]


def long_valley(x: float, y: float) -> tuple[float, float, float]:
    """Return (x² + 100y²) / 2, and its slopes."""
    first, second = Value(x), Value(y)
    height = (first * first + 100 * second * second) / 2
    height.backward()
    return height.data, first.grad, second.grad


def momentum_step(
    state: tuple[float, ...], momentum: float, rate: float
) -> list[float]:
    """Return place and velocity after a step from a place with a velocity."""
    _, *slopes = long_valley(*state[:2])
    velocity = [
        momentum * v - rate * slope for v, slope in zip(state[2:], slopes, strict=True)
    ]
    return [*(at + v for at, v in zip(state[:2], velocity, strict=True)), *velocity]


# Three outputs and their targets.
PAIRS = [
    ([a, b, -a], [1.0, c, 0.0])
    for a, b, c in product(POINTS[::7], (0.0, 0.2, 1.0, -3e5), (0.0, 0.5))
]

# Three pre-activations and their targets, which add up to 1.
TRIPLES = [
    ([a, b, -a / 3], y)
    for a, b, y in product(
        POINTS[::5], (0.0, 0.2, -31.0, 3e5), ([1.0, 0.0, 0.0], [0.25, 0.75, 0.0])
    )
]


def cross_entropy(
    activation: str,
) -> Callable[[tuple[list[float], list[float]]], float]:
    """Return the cost from z on: a network that hands on what goes in."""
    network = Network([3, 3], activation=activation, cost="cross_entropy", seed=0)
    network.weights = [[[1, 0, 0], [0, 1, 0], [0, 0, 1]]]
    network.biases = [[0, 0, 0]]
    return lambda pair: network.cost_of([pair[0]], [pair[1]])


# The network that reads drawings, and the images that it is tested with.
LAYERS = json.dumps(draw_digit.data()["layers"])
PIXELS = (images.data()[0][images.TRAINING :] / images.DARKEST).tolist()

Result = float | list[float] | None

# Each function of the module, called in the browser and here, and on what.
FUNCTIONS: dict[str, tuple[str, Callable[..., Result], Iterable[object]]] = {
    "constant": (
        "m.constant(...x)",
        lambda pair: functions.constant(*pair),
        [*product(POINTS, (5.0, -0.1))],
    ),
    "square": ("m.square(x)", square, POINTS),
    "squareSlope": ("m.squareSlope(x)", square_slope, POINTS),
    "linear": (
        "m.linear(...x)",
        lambda triple: functions.linear(*triple),
        [*product(POINTS, (3.0, -0.75, 0.0), (2.0, -7.0, 1e9))],
    ),
    "cube": ("m.cube(x)", cube, POINTS),
    "cubeSlope": ("m.cubeSlope(x)", cube_slope, POINTS),
    "forwardDifference": (
        "m.forwardDifference(m.cube, ...x)",
        lambda pair: forward(*pair),
        [*product(POINTS, STEPS)],
    ),
    **{
        name: (
            f"m.{name}(...x)",
            lambda pair, part=part: valley(*pair)[part],
            [*product(POINTS, POINTS[::7])],
        )
        for part, name in enumerate(("valley", "valleySlopeX", "valleySlopeY"))
    },
    "valleyStep": (
        "m.valleyStep(...x)[x[3]]",
        lambda step: valley_step(*step),
        [*product(POINTS[::5], POINTS[::7], (0.01, 0.4, 0.453, 0.6, -2.0), (0, 1))],
    ),
    "longValley": (
        "m.longValley(...x)",
        lambda pair: long_valley(*pair)[0],
        [*product(POINTS, POINTS[::7])],
    ),
    "momentumStep": (
        "m.momentumStep(...x)",
        lambda step: momentum_step(step[:4], *step[4:]),
        [
            *product(
                POINTS[::15], POINTS[::9], (0.0, 2.5), (-0.3,), (0.9, 0.0), (0.019,)
            )
        ],
    ),
    "centralDifference": (
        "m.centralDifference(m.cube, ...x)",
        lambda pair: central(*pair),
        [*product(POINTS, STEPS)],
    ),
    "squaredError": ("m.squaredError(...x)", lambda x: costs.squared_error(*x), PAIRS),
    "squaredErrorSlope": (
        "m.squaredErrorSlope(...x)",
        lambda x: costs.squared_error_derivative([x[0]], [x[1]])[0],
        [*product(POINTS, (1.0, 0.5, 0.0))],
    ),
    **{
        f"{name}CrossEntropy": (
            f"m.{name}CrossEntropy(...x)",
            cross_entropy(name),
            TRIPLES,
        )
        for name in ("sigmoid", "softmax")
    },
    "crossEntropySlopeToZ": (
        "m.crossEntropySlopeToZ(...x)",
        lambda x: costs.squared_error_derivative([x[0]], [x[1]])[0],  # a - y, too
        [*product((0.0, 1e-300, 1e-9, 0.3, 0.5, 0.999, 1.0), (1.0, 0.5, 0.0))],
    ),
    "sigmoid": ("m.sigmoid(x)", activations.sigmoid, POINTS),
    "sigmoidDerivative": (
        "m.sigmoidDerivative(x)",
        activations.sigmoid_derivative,
        POINTS,
    ),
    "tanh": ("m.tanh(x)", activations.tanh, POINTS),
    "tanhDerivative": ("m.tanhDerivative(x)", activations.tanh_derivative, POINTS),
    "relu": ("m.relu(x)", activations.relu, POINTS),
    "reluDerivative": ("m.reluDerivative(x)", activations.relu_derivative, POINTS),
    "softmax": (
        "m.softmax(x)",
        activations.softmax,
        [
            *(z for z, _ in TRIPLES),
            *(POINTS[start::step] for start in range(20) for step in (15, 31, 100)),
        ],
    ),
    "weighted": (
        "m.weighted(...x)",
        lambda pair: loops.forward(pair[0]["weights"], pair[0]["biases"], pair[1]),
        [
            ({"weights": [[a, b], [b, c], [c, 0.0]], "biases": [b, c, a]}, [c, a])
            for a, b, c in product((2.0, -0.5), POINTS[::5], (0.0, 1e-3, 7.0))
        ],
    ),
    "outputs": (
        f"m.outputs(...{LAYERS}, x)",
        lambda x: draw_digit.network().forward(x).tolist(),
        PIXELS,
    ),
}


@pytest.fixture(scope="module")
def computed(
    node: str, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[Result]]:
    """What each function gave in JavaScript; no number is None."""
    calls = ", ".join(
        f"{json.dumps(name)}: {json.dumps([*points])}.map(x => {call})"
        for name, (call, _, points) in FUNCTIONS.items()
    )
    found: dict[str, list[Result]] = evaluated(
        node,
        tmp_path_factory.mktemp("mathematics"),
        ("shared/mathematics",),
        f"{{names: Object.keys(m), {calls}}}",
    )
    return found


def test_every_function_of_the_figures_is_compared(
    computed: dict[str, list[Result]],
) -> None:
    assert set(map(str, computed["names"])) == FUNCTIONS.keys()


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_is_the_same_in_the_browser(
    computed: dict[str, list[Result]], name: str
) -> None:
    _, function, points = FUNCTIONS[name]
    for point, found in zip(points, computed[name], strict=True):
        for each, wanted in pairs(found, function(point)):
            if each is None or wanted is None:
                assert each is wanted, point
            else:
                assert math.isclose(each, wanted, rel_tol=1e-12, abs_tol=1e-300), point


def pairs(found: Result, wanted: Result) -> Iterable[tuple[float | None, float | None]]:
    """Return what is to be compared: the numbers of a list, or one alone."""
    if isinstance(found, list) and isinstance(wanted, list):
        return zip(found, wanted, strict=True)
    assert not isinstance(found, list)
    assert not isinstance(wanted, list)
    return [(found, wanted)]
