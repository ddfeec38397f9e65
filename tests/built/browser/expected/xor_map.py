"""What the figure `xor-map` should say."""

from figures.xor_map import drawing as xor_map

from tests.built.browser.expected import Expected


def computed(**values: float) -> list[float]:
    """Return the numbers in the decimals that the chapter prints."""
    steps, of = values["steps"], int(values["of"])
    if steps not in xor_map.STEPS:
        return [steps, min(xor_map.STEPS, key=lambda other: abs(other - steps))]
    layers = xor_map.after(int(steps))
    if of == 0:
        answers = [xor_map.answer(layers, inputs) for inputs in xor_map.QUESTIONS]
        cost = round(xor_map.cost_of(layers), 4)
        return [steps, cost, *(round(answer, 2) for answer in answers)]
    given = [xor_map.values(layers, inputs)[of - 1] for inputs in xor_map.QUESTIONS]
    weight = layers[1][0][0][of - 1]
    return [steps, of - 1, *(round(value, 2) for value in given), round(weight, 2)]


EXPECTED = Expected(
    (
        *({"steps": steps, "of": 0} for steps in (100, 0, 10, 22, 24, 30, 40, 50)),
        *({"steps": 100, "of": of} for of in (1, 2, 3)),
        {"steps": 0, "of": 1},
        {"steps": 5, "of": 3},
        {"steps": 37, "of": 0},
        {"steps": 2.5, "of": 2},
        {"steps": -1, "of": 0},
        {"steps": 1e9, "of": 3},
    ),
    computed,
)
