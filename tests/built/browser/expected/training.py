"""What the figure `training` should say."""

from figures.training import drawing as training

from tests.built.browser.expected import Expected


def computed(rate: float) -> list[float]:
    """Return the numbers in the decimals that the chapter prints."""
    if rate not in training.RATES:
        return [rate, min(training.RATES, key=lambda other: abs(other - rate))]
    trace = training.trace(rate)
    answers = [round(answer, 2) for answer in trace.answers]
    highest = trace.highest()
    return [
        *(rate, 100, round(trace.costs[-1], 4), *answers),
        *([] if highest is None else [round(highest, 4)]),
    ]


EXPECTED = Expected(
    tuple(
        {"rate": rate}
        for rate in (8, 0.125, 0.5, 2, 3, 16, 32, 48, 64, 128, 512, 7, -1)
    ),
    computed,
)
