"""The game of one wrong slope among six is played to its end."""

from collections.abc import Callable, Iterator

import pytest
from figures.shared import mistakes
from figures.shared.mistakes import GAMES, MISTAKES, SYMBOLS
from playwright.sync_api import expect

from tests.built.browser import told
from tests.built.browser.conftest import Visit
from tests.built.browser.test_figures import CLOSE, Figure

LANGUAGES = ["ja", "en"]
NAME = "find-mistake"


@pytest.fixture(params=LANGUAGES)
def figure(
    visit: Callable[..., Visit], request: pytest.FixtureRequest
) -> Iterator[Figure]:
    """The game at its start."""
    seen = visit(f"{request.param}/gradient-check/")
    yield Figure(seen.page, NAME)
    assert seen.complaints == []


def move(figure: Figure, number: int) -> None:
    """Choose a number to move, in the picture."""
    figure.svg.locator(f"[data-choose='nudged {number}']").click()


def answer(figure: Figure, number: int) -> None:
    """Say that the slope of a number is wrong."""
    move(figure, number)
    figure.press("take-answer")


def test_a_wrong_answer_is_told_and_a_right_one_ends_the_game(figure: Figure) -> None:
    game = mistakes.game(1)
    right = game.wrong + 1
    other = right % len(SYMBOLS) + 1
    start = figure.says.inner_text()
    strike = figure.svg.locator(f"[data-part=strike-{game.wrong}]")
    shown = figure.svg.locator("[data-part^=error-]:not([visibility=hidden])")
    expect(shown).to_have_count(0)
    answer(figure, other)
    expect(figure.says).not_to_have_text(start)
    # The head of the column, and the error of the slope that was answered.
    expect(shown).to_have_count(2)
    expect(strike).to_be_hidden()
    answer(figure, right)
    expect(shown).to_have_count(1 + len(SYMBOLS))
    expect(strike).to_have_attribute("visibility", "visible")


def test_the_next_game_begins_anew(figure: Figure) -> None:
    answer(figure, 2)
    figure.press("next-game")
    assert figure.value_of("game") == "2"
    assert figure.value_of("nudged") == "0"
    shown = figure.svg.locator("[data-part^=error-]:not([visibility=hidden])")
    expect(shown).to_have_count(0)
    figure.follow(f"game={GAMES[-1]}")
    figure.press("next-game")
    assert figure.value_of("game") == "1"


def test_the_quotient_is_worked_out_when_the_game_has_ended(figure: Figure) -> None:
    formula = figure.all.locator(".dl-live__formula")
    move(figure, 2)
    expect(formula).to_have_text(
        "(0.292703 − 0.291803) ÷ (−0.095 − (−0.105)) = 0.000900 ÷ 0.01"
    )
    answer(figure, mistakes.game(1).wrong + 1)
    expect(formula).to_contain_text("÷ 0.01 = 0.0900")


def test_nothing_is_answered_before_a_number_is_moved(figure: Figure) -> None:
    take = figure.all.locator("[data-do=take-answer]")
    expect(take).to_be_disabled()
    move(figure, 3)
    expect(take).to_be_enabled()
    figure.press("reset")
    expect(take).to_be_disabled()


def test_what_can_be_chosen_is_called_in_the_language_of_the_page(
    visit: Callable[..., Visit],
) -> None:
    for language in LANGUAGES:
        word = told.figure(NAME, language)["unmoved"]
        figure = Figure(visit(f"{language}/gradient-check/").page, NAME)
        options = figure.all.locator(f"#figure-{NAME}-nudged label").all_inner_texts()
        assert [option.strip() for option in options] == [word, *SYMBOLS]


def test_every_game_can_be_read_and_tells_its_mistake(figure: Figure) -> None:
    told = set()
    for number in GAMES:
        game = mistakes.game(number)
        figure.follow(f"game={number}&nudged=1&answer={game.wrong + 1}")
        assert figure.svg.evaluate(CLOSE) == []
        told.add((game.mistake, figure.says.inner_text()[-40:]))
    assert len(told) == len(MISTAKES)


def test_there_is_no_game_but_those_there_are(figure: Figure) -> None:
    language = figure.page.locator("html").get_attribute("lang") or ""
    no_game = told.like(told.figure(NAME, language)["no-game"], high=GAMES[-1])
    for number in ("0", "31", "1.5", "-1e9"):
        figure.follow(f"game={number}")
        expect(figure.says).to_contain_text(no_game)
        assert "dl-live--away" in (figure.svg.get_attribute("class") or "")
