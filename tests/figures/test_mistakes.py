"""In each game one slope is wrong, clearly, and `gradient_check` finds it."""

import math
from collections import Counter

import pytest
from figures.shared import mistakes
from figures.shared.mistakes import GAMES, MISTAKES, SYMBOLS, TARGETS

from derivlearn.autograd import Value

each_game = pytest.mark.parametrize("number", GAMES)


def sigmoid(z: Value) -> Value:
    return 1 / (1 + (-z).exp())


def slopes(network: mistakes.Network) -> list[float]:
    """Return the six slopes, as automatic differentiation finds them."""
    numbers = [Value(number) for number in network.numbers]
    hidden = sigmoid(numbers[0] * network.x + numbers[1])
    cost = Value(0.0)
    for (weight, bias), target in zip(
        (numbers[2:4], numbers[4:6]), TARGETS, strict=True
    ):
        difference = sigmoid(weight * hidden + bias) - target
        cost = cost + difference * difference / 2
    cost.backward()
    return [float(number.grad) for number in numbers]


@each_game
def test_exactly_one_slope_fails_and_clearly(number: int) -> None:
    game = mistakes.game(number)
    errors = [*game.report().errors.values()]
    assert len(errors) == len(SYMBOLS)
    for place, error in enumerate(errors):
        assert error > 0.05 if place == game.wrong else error <= 1e-7


@each_game
def test_every_other_slope_is_that_of_automatic_differentiation(number: int) -> None:
    game = mistakes.game(number)
    right = slopes(game.network)
    right[game.wrong] = game.claimed[game.wrong]
    assert game.claimed == pytest.approx(right, rel=1e-12)


@each_game
def test_a_game_is_always_the_same(number: int) -> None:
    assert mistakes.game(number) == mistakes.game(number)


def test_no_two_games_are_alike() -> None:
    games = [mistakes.game(number) for number in GAMES]
    assert len(games) >= 20
    assert len({game.network.numbers for game in games}) == len(games)


def test_every_mistake_is_planted_as_often_and_in_every_place() -> None:
    games = [mistakes.game(number) for number in GAMES]
    planted = Counter(game.mistake for game in games)
    assert planted == dict.fromkeys(MISTAKES, len(games) // len(MISTAKES))
    assert {game.wrong for game in games} == set(range(len(SYMBOLS)))


def test_a_mistake_is_what_it_is_called() -> None:
    network = mistakes.Network((1.2, 0.3, -0.7, 0.4, 0.9, -1.1), 1.5)
    (w0, b0, w1, b1, w2, b2), x = network.numbers, network.x
    a0 = 1 / (1 + math.exp(-(w0 * x + b0)))
    a1, a2 = (1 / (1 + math.exp(-z)) for z in (w1 * a0 + b1, w2 * a0 + b2))
    first, second = (a1 - 1) * a1 * (1 - a1), a2 * a2 * (1 - a2)
    bend = a0 * (1 - a0)
    at_output = 1 / (1 + math.exp(-a0))
    both = first * w1 + second * w2
    late = first * (w1 - first * a0) + second * (w2 - second * a0)
    wrong = {
        ("sign", "w₀"): -both * bend * x,
        ("sign", "b₂"): -second,
        ("double", "b₀"): 2 * both * bend,
        ("no-bend", "w₀"): both * x,
        ("no-bend", "w₁"): (a1 - 1) * a0,
        ("two-bends", "w₀"): both * bend * bend * x,
        ("two-bends", "b₂"): second * a2 * (1 - a2),
        ("bend-at-output", "b₀"): both * at_output * (1 - at_output),
        ("no-input", "w₀"): both * bend,
        ("no-input", "w₂"): second,
        ("neighbour", "w₁"): second * a0,
        ("neighbour", "b₁"): second,
        ("neighbour", "w₂"): first * a0,
        ("neighbour", "b₂"): first,
        ("route", "w₀"): first * w1 * bend * x,
        ("crossed", "b₀"): (first * w2 + second * w1) * bend,
        ("updated", "w₀"): late * bend * x,
    }
    assert {mistake for mistake, _ in wrong} == MISTAKES.keys()
    for (mistake, symbol), slope in wrong.items():
        place = SYMBOLS.index(symbol)
        assert place in MISTAKES[mistake].places
        found = MISTAKES[mistake].slope(network, place)
        assert found == pytest.approx(slope, rel=1e-12), (mistake, symbol)
