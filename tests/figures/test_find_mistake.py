"""The game can be won: by its digits, and by a reader who has no script."""

import json

import pytest
from figures.find_mistake import drawing as find_mistake
from figures.shared import mistakes
from figures.shared.mistakes import SYMBOLS

from tests.figures.reading import ROOT, SHOWN, Shown, number, original, texts

STEP = find_mistake.STEP
EVERY = [one for one in SHOWN if one.name == "find-mistake"]


def quotient(game: mistakes.Game, place: int) -> float:
    """Return what a reader works out from the printed costs."""
    below, above = (
        round(game.network.moved(place, by).cost, 6) for by in (-STEP, STEP)
    )
    return (above - below) / (2 * STEP)


@pytest.mark.parametrize("each", mistakes.GAMES)
def test_the_printed_digits_tell_the_wrong_slope_from_the_right_ones(
    each: int,
) -> None:
    game = mistakes.game(each)
    for place, slope in enumerate(game.claimed):
        gap = abs(quotient(game, place) - round(slope, 4))
        # The caption says that the last digit may be off by 1 or 2.
        assert gap > 9e-4 if place == game.wrong else gap < 2.1e-4


def test_the_picture_shows_the_first_game_with_all_its_costs() -> None:
    game = mistakes.game(1)
    drawn = [number(words) for words in texts(original("find-mistake"))]
    for place, slope in enumerate(game.claimed):
        assert f"{SYMBOLS[place]} = {game.network.numbers[place]:g}" in drawn
        assert f"{slope:.4f}" in drawn
        for by in (-STEP, STEP):
            assert f"{game.network.moved(place, by).cost:.6f}" in drawn


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.where)
def test_who_cannot_see_the_picture_is_told_all_that_it_shows(
    one: Shown,
) -> None:
    step = {f"{sign}{STEP}" for sign in "+\N{MINUS SIGN}"}
    shown = {words.split(" = ")[-1] for words in texts(original("find-mistake"))}
    numbers = {words for words in shown - step if words[-1:].isdecimal()}
    missing = {words for words in numbers if words not in one.texts["alt"]}
    assert missing == set()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_answer_to_the_first_game_is_told(language: str) -> None:
    page = (ROOT / f"docs/{language}/gradient-check.md").read_text("utf-8")
    answer = page.partition("figure: find-mistake")[2].partition("\n## ")[0]
    game = mistakes.game(1)
    assert game.mistake == "route"
    assert f"${SYMBOLS[game.wrong]}".replace("₀", "_0$") in answer
    for slope in (game.network.slopes[game.wrong], game.claimed[game.wrong]):
        assert f"{slope:.4f}" in answer


def test_the_answer_checks_the_numbers_of_the_first_game() -> None:
    game = mistakes.game(1)
    code = (ROOT / "snippets/gradient-check/game.py").read_text("utf-8")
    for value in (*game.network.numbers, game.network.x):
        assert f"[{value}" in code or f" {value}" in code
    for slope in game.claimed:
        assert f"{round(slope, 4)}" in code


def test_the_games_are_light_to_load() -> None:
    assert len(json.dumps(find_mistake.data())) < 30_000
