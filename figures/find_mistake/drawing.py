"""A game: six computed slopes, one of them wrong, and the costs to tell it by."""

from collections.abc import Mapping

from figures.shared import mistakes
from figures.shared.mistakes import SYMBOLS, TARGETS
from figures.shared.neurons import Neuron, joined

from derivlearn_site.base.errors import Message
from derivlearn_site.figures import svg
from derivlearn_site.figures.live import Text

LABELS = {
    "moved": Message("what stands below: the cost when a number is moved"),
    "slope": Message("what stands below: the computed slope"),
    "error": Message("what stands below: the relative error"),
}
_SAID = ("name", "error")
LIVE = {
    "set-game": Text(Message("the slider of the game")),
    "set-nudged": Text(Message("the choice of the number to move")),
    "take-answer": Text(
        Message("the button that answers: the slope of the moved number is wrong")
    ),
    "next-game": Text(Message("the button of the next game")),
    "unmoved": Text(Message("the choice to move no number")),
    "start": Text(Message("what there is to find"), ("game",)),
    "nudged": Text(
        Message("what the cost does when a number is moved, and whether that fits"),
        ("name", "down", "below", "at", "cost", "up", "above", "rise", "run", "slope"),
    ),
    "passes": Text(Message("that this slope is right, with its relative error"), _SAID),
    "found": Text(
        Message("that this slope is wrong, with its relative error"),
        ("name", "error", "measured", "slope"),
    ),
    "no-game": Text(
        Message("that there are games from here to there"), ("low", "high")
    ),
    "sign": Text(Message("the mistake: the sign is turned around")),
    "double": Text(Message("the mistake: twice the slope")),
    "no-bend": Text(Message("the mistake: the slope of the sigmoid is left out")),
    "two-bends": Text(Message("the mistake: the slope of the sigmoid comes twice")),
    "bend-at-output": Text(
        Message("the mistake: the slope of the sigmoid is taken at the activation")
    ),
    "no-input": Text(Message("the mistake: the input is left out")),
    "neighbour": Text(Message("the mistake: the value of the other output is used")),
    "route": Text(Message("the mistake: one of the two routes is left out")),
    "crossed": Text(Message("the mistake: the weights of both routes are mixed up")),
    "updated": Text(Message("the mistake: the weights have been updated before")),
}

FIRST = 1
# How far a number is moved to either side.
STEP = 0.005
COST_DIGITS = 6
SLOPE_DIGITS = 4

X = Neuron(24, 70, "x", 16, lit=False)
HIDDEN = Neuron(128, 70, "a₀", 16, lit=False)
OUTPUTS = (Neuron(232, 36, "a₁", 16, lit=False), Neuron(232, 104, "a₂", 16, lit=False))
COST = Neuron(314, 70, "C", 16, lit=False)
ARROWS = (
    (X, HIDDEN),
    (HIDDEN, OUTPUTS[0]),
    (HIDDEN, OUTPUTS[1]),
    (OUTPUTS[0], COST),
    (OUTPUTS[1], COST),
)
# On which arrows each number is on its way to the cost.
ROUTES = ((0, 1, 2, 3, 4), (1, 2, 3, 4), (1, 3), (3,), (2, 4), (4,))
# Where each number is written on the network.
PLACES = ((62, 50), (128, 105), (178, 30), (232, 12), (178, 121), (232, 137))

# The columns of the table, by their right ends, and its rows.
SLOPE, BELOW, ABOVE, ERROR = 118, 192, 266, 334
TABLE = 198.0
ROW = 30.0


def data() -> dict[str, object]:
    """Return the games, and what they are printed with."""
    names = [*enumerate(SYMBOLS, start=1)]
    return {
        "settings": [
            {
                "name": "game",
                "values": [*mistakes.GAMES],
                "start": FIRST,
                "anew": True,
            },
            {
                "name": "nudged",
                "values": [0, *(number for number, _ in names)],
                "start": 0,
                "options": ["unmoved", *SYMBOLS],
            },
            {
                "name": "answer",
                "values": [0, *(number for number, _ in names)],
                "start": 0,
                "takes": "nudged",
            },
        ],
        "symbols": [*SYMBOLS],
        "routes": [[*route] for route in ROUTES],
        "step": STEP,
        "digits": {"cost": COST_DIGITS, "slope": SLOPE_DIGITS},
        "games": [_trace(mistakes.game(number)) for number in mistakes.GAMES],
    }


def _trace(game: mistakes.Game) -> dict[str, object]:
    network, places = game.network, range(len(SYMBOLS))
    below, above = (
        [round(network.moved(place, by).cost, COST_DIGITS) for place in places]
        for by in (-STEP, STEP)
    )
    return {
        "x": network.x,
        "hidden": round(network.hidden[0], SLOPE_DIGITS),
        "numbers": [*network.numbers],
        "cost": round(network.cost, COST_DIGITS),
        "slopes": [round(slope, SLOPE_DIGITS) for slope in game.claimed],
        "below": below,
        "above": above,
        "errors": [float(f"{each:.1e}") for each in game.report().errors.values()],
        "wrong": game.wrong,
        "mistake": game.mistake,
    }


def draw(labels: Mapping[str, str]) -> svg.Picture:
    """Draw the network of the first game, and what was computed and measured of it."""
    game = mistakes.game(FIRST)
    return svg.picture(
        TABLE + ROW * len(SYMBOLS) + 2,
        svg.element("g", *_network(game.network)),
        svg.element("g", *_table(game, labels)),
    )


def _network(network: mistakes.Network) -> list[str]:
    """Return the network with its numbers, and the arrows that can be lit."""
    neurons = (X, HIDDEN, *OUTPUTS, COST)
    values = (
        (X.x, X.y + 34, svg.plain(network.x), "x-value"),
        (HIDDEN.x, HIDDEN.y - 24, _slope(network.hidden[0]), "hidden-value"),
        *(
            (x, y, f"{symbol} = {svg.plain(number)}", f"number-{place}")
            for place, ((x, y), symbol, number) in enumerate(
                zip(PLACES, SYMBOLS, network.numbers, strict=True)
            )
        ),
    )
    return [
        *(joined(start, end) for start, end in ARROWS),
        *(
            svg.element(
                "g",
                joined(start, end, lit=True),
                visibility="hidden",
                data_part=f"arrow-{number}",
            )
            for number, (start, end) in enumerate(ARROWS)
        ),
        *(neuron.draw() for neuron in neurons),
        *(
            svg.text(x, y, words, anchor="middle", data_part=part)
            for x, y, words, part in values
        ),
        *(
            svg.text(
                284,
                output.y + (-2 if output.y < COST.y else 17),
                f"y{subscript} = {svg.plain(target)}",
                anchor="middle",
                fill=svg.MUTED,
            )
            for output, subscript, target in zip(OUTPUTS, "₁₂", TARGETS, strict=True)
        ),
        svg.text(334, COST.y + 31, _cost(network.cost), anchor="end", data_part="cost"),
    ]


def _table(game: mistakes.Game, labels: Mapping[str, str]) -> list[str]:
    """Return a row for each number: its slope, and the costs on both sides."""
    step = svg.plain(STEP)
    top = TABLE - 44
    return [
        svg.line((6, top), (334, top), stroke=svg.GRID),
        _head(ABOVE, top + 19, labels["moved"]),
        _head(SLOPE, top + 38, labels["slope"]),
        _head(BELOW, top + 38, f"\N{MINUS SIGN}{step}"),
        _head(ABOVE, top + 38, f"+{step}"),
        _head(ERROR, top + 38, labels["error"], part="error-head"),
        *(_row(game, place) for place in range(len(SYMBOLS))),
    ]


def _head(x: float, y: float, words: str, part: str | None = None) -> str:
    return svg.text(
        x,
        y,
        words,
        anchor="end",
        fill=svg.MUTED,
        visibility=part and "hidden",
        data_part=part,
    )


def _row(game: mistakes.Game, place: int) -> str:
    """Return a row; pointing at it moves its number."""
    top = TABLE + ROW * place
    y = top + 20
    slope = _slope(game.claimed[place])
    costs = [_cost(game.network.moved(place, by).cost) for by in (-STEP, STEP)]
    cells = ((SLOPE, slope, "slope"), (BELOW, costs[0], "below"))
    return svg.element(
        "g",
        svg.element(
            "rect", x=4, y=top, width=332, height=ROW, fill="none", pointer_events="all"
        ),
        svg.element(
            "rect",
            x=5,
            y=top + 1,
            width=330,
            height=ROW - 2,
            rx=4,
            fill=svg.A,
            fill_opacity="0.1",
            stroke=svg.A,
            visibility="hidden",
            data_part=f"row-{place}",
        ),
        svg.text(14, y, SYMBOLS[place]),
        *(
            svg.text(x, y, words, anchor="end", data_part=f"{part}-{place}")
            for x, words, part in (*cells, (ABOVE, costs[1], "above"))
        ),
        # Through a slope that has been found to be wrong.
        svg.line(
            (SLOPE + 4, y - 5),
            (SLOPE - 54, y - 5),
            stroke=svg.ERROR,
            stroke_width=1.75,
            visibility="hidden",
            data_part=f"strike-{place}",
        ),
        svg.text(
            ERROR,
            y,
            "",
            anchor="end",
            visibility="hidden",
            data_part=f"error-{place}",
        ),
        data_choose=f"nudged {place + 1}",
    )


def _cost(value: float) -> str:
    return svg.printed(value, COST_DIGITS)


def _slope(value: float) -> str:
    return svg.printed(value, SLOPE_DIGITS)
