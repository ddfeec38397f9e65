"""Games of one wrong slope among six: a small network, and mistakes of backward passes.

The network has one input, one hidden neuron and two outputs, sigmoids and the squared
error. Each of its six numbers has a slope, and in each game one of them is computed
with a mistake that programs really have. A game comes from its number alone.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from derivlearn import loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.check import Report, gradient_check
from derivlearn.costs import squared_error, squared_error_derivative

SYMBOLS = ("w₀", "b₀", "w₁", "b₁", "w₂", "b₂")
TARGETS = [1.0, 0.0]
GAMES = range(1, 31)

# What the six numbers and the input are drawn from. No input is 1, so that it shows
# where it is left out.
NUMBERS = tuple(n / 10 for n in range(-20, 21) if n)
INPUTS = (-2.0, -1.5, -0.5, 0.5, 1.5, 2.0)
# A slope can be told from another with the digits that are printed.
LEAST_SLOPE = 0.02
LEAST_ERROR = 0.06
# With which learning rate weights are updated before they have been used.
RATE = 1.0


@dataclass(frozen=True)
class Network:
    """The six numbers, in the order of their symbols, and the input."""

    numbers: tuple[float, ...]
    x: float

    @property
    def last_weights(self) -> list[list[float]]:
        """One row for each output."""
        return [[self.numbers[2]], [self.numbers[4]]]

    @cached_property
    def hidden_zs(self) -> list[float]:
        """What goes into the hidden activation."""
        return loops.forward([[self.numbers[0]]], [self.numbers[1]], [self.x])

    @cached_property
    def hidden(self) -> list[float]:
        """What goes into the last layer."""
        return loops.activate(sigmoid, self.hidden_zs)

    @cached_property
    def last_zs(self) -> list[float]:
        """What goes into the activations of the outputs."""
        biases = [self.numbers[3], self.numbers[5]]
        return loops.forward(self.last_weights, biases, self.hidden)

    @cached_property
    def cost(self) -> float:
        """The squared error."""
        return squared_error(loops.activate(sigmoid, self.last_zs), TARGETS)

    @cached_property
    def output_slopes(self) -> list[float]:
        """∂C/∂aⱼ of the outputs."""
        outputs = loops.activate(sigmoid, self.last_zs)
        return squared_error_derivative(outputs, TARGETS)

    @cached_property
    def last(self) -> list[float]:
        """∂C/∂bⱼ of the outputs."""
        return loops.last_deltas(self.output_slopes, self.last_zs, sigmoid_derivative)

    @cached_property
    def slopes(self) -> tuple[float, ...]:
        """The six slopes."""
        first = loops.hidden_deltas(
            self.last, self.last_weights, self.hidden_zs, sigmoid_derivative
        )
        biases = [*first, *self.last]
        weights = [
            *loops.weight_slopes(first, [self.x]),
            *loops.weight_slopes(self.last, self.hidden),
        ]
        pairs = zip(weights, biases, strict=True)
        return tuple(slope for row, bias in pairs for slope in (*row, bias))

    def moved(self, place: int, by: float) -> "Network":
        """Return the network with one of its numbers moved."""
        changed = [each + by * (i == place) for i, each in enumerate(self.numbers)]
        return replace(self, numbers=tuple(changed))

    # A slope is the product of three: what arrives from behind, the slope of the
    # activation, and what the number is multiplied by.

    def arriving(self, place: int) -> float:
        """Return ∂C/∂a of the neuron that a number belongs to."""
        return [self.routes(self.last_weights), *self.output_slopes][place // 2]

    def routes(self, weights: list[list[float]]) -> float:
        """Return ∂C/∂a of the hidden neuron, if these were the weights behind it."""
        return loops.hidden_deltas(self.last, weights, [0.0], lambda _: 1.0)[0]

    def z(self, place: int) -> float:
        """Return what goes into the activation that a number belongs to."""
        return [*self.hidden_zs, *self.last_zs][place // 2]

    def times(self, place: int) -> float:
        """Return what a number is multiplied by: nothing but 1, if it is a bias."""
        if place % 2:
            return 1.0
        return self.x if place == 0 else self.hidden[0]


def _route(net: Network, place: int) -> float:
    kept = [net.last_weights[0], [0.0]]
    return net.routes(kept) * sigmoid_derivative(net.z(place)) * net.times(place)


def _crossed(net: Network, place: int) -> float:
    crossed = net.last_weights[::-1]
    return net.routes(crossed) * sigmoid_derivative(net.z(place)) * net.times(place)


def _updated(net: Network, place: int) -> float:
    late = [[net.numbers[i] - RATE * net.slopes[i]] for i in (2, 4)]
    return net.routes(late) * sigmoid_derivative(net.z(place)) * net.times(place)


def _no_bend(net: Network, place: int) -> float:
    return net.arriving(place) * net.times(place)


def _bend_at_output(net: Network, place: int) -> float:
    bend = sigmoid_derivative(sigmoid(net.z(place)))
    return net.arriving(place) * bend * net.times(place)


def _neighbour(net: Network, place: int) -> float:
    other = SYMBOLS.index("b₂" if place < SYMBOLS.index("w₂") else "b₁")
    return net.slopes[other] * net.times(place)


@dataclass(frozen=True)
class Mistake:
    """A way to get a slope wrong, and where it can happen."""

    places: tuple[int, ...]
    slope: Callable[[Network, int], float]


_ALL = tuple(range(6))
MISTAKES = {
    "sign": Mistake(_ALL, lambda net, place: -net.slopes[place]),
    "double": Mistake(_ALL, lambda net, place: 2 * net.slopes[place]),
    "no-bend": Mistake(_ALL, _no_bend),
    "two-bends": Mistake(
        _ALL, lambda net, place: net.slopes[place] * sigmoid_derivative(net.z(place))
    ),
    "bend-at-output": Mistake(_ALL, _bend_at_output),
    "no-input": Mistake((0, 2, 4), lambda net, place: net.slopes[place + 1]),
    "neighbour": Mistake((2, 3, 4, 5), _neighbour),
    "route": Mistake((0, 1), _route),
    "crossed": Mistake((0, 1), _crossed),
    "updated": Mistake((0, 1), _updated),
}


@dataclass(frozen=True)
class Game:
    """A network, the mistake that was planted, and the number whose slope has it."""

    network: Network
    mistake: str
    wrong: int

    @property
    def claimed(self) -> list[float]:
        """The six slopes, one of them wrong."""
        slopes = [*self.network.slopes]
        slopes[self.wrong] = MISTAKES[self.mistake].slope(self.network, self.wrong)
        return slopes

    @property
    def is_fair(self) -> bool:
        """Whether the wrong slope, and no other, can be told with few digits."""
        right, claimed = self.network.slopes[self.wrong], self.claimed[self.wrong]
        error = abs(claimed - right) / max(abs(claimed), abs(right))
        every = (*self.network.slopes, claimed)
        return min(map(abs, every)) >= LEAST_SLOPE and error >= LEAST_ERROR

    def report(self) -> Report:
        """Check the claimed slopes."""
        numbers = [*self.network.numbers]
        return gradient_check(
            lambda: replace(self.network, numbers=tuple(numbers)).cost,
            {"numbers": numbers},
            {"numbers": self.claimed},
        )


def game(number: int) -> Game:
    """Return a game by its number, always the same."""
    dice = random.Random(number)  # noqa: S311 - nothing is kept secret
    turn, place = divmod(number - 1, len(MISTAKES))
    mistake = _order(turn)[place]
    # Each time that a mistake comes up again, it is in another place.
    places = MISTAKES[mistake].places
    wrong = places[([*MISTAKES].index(mistake) + turn) % len(places)]
    while True:
        numbers = tuple(dice.choice(NUMBERS) for _ in SYMBOLS)
        found = Game(Network(numbers, dice.choice(INPUTS)), mistake, wrong)
        if found.is_fair:
            return found


def _order(turn: int) -> list[str]:
    """Return all mistakes in the order in which they come up at their next turn."""
    order = [*MISTAKES]
    random.Random(turn).shuffle(order)  # noqa: S311
    return order
