"""What the figure `depth-slopes` should say."""

from figures.depth_slopes import drawing as depth

from tests.built.browser.expected import Expected


def computed(**choices: int) -> list[float]:
    """Return the largest δ of the last layer and of the first, and the mean factor."""
    activation = depth.ACTIVATIONS[choices["activation"]]
    span = [*depth.RANGES][choices["range"]]
    curve = depth.curve(choices["width"], activation, span)
    last, first = (float(f"{curve.deltas[layer]:.3g}") for layer in (9, 0))
    # Of slopes that are gone, it is only said that those of layer 0 are 0.
    return [last, first, round(curve.each(), 2)] if first else [0, 0]


EXPECTED = Expected(
    tuple(
        {"width": width, "activation": activation, "range": span}
        for width, activation, span in (
            *((30, 0, 0), (4, 0, 0), (100, 0, 1), (30, 1, 1), (100, 1, 0)),
            *((30, 1, 2), (10, 1, 3), (4, 2, 0), (4, 2, 3), (30, 2, 3), (100, 2, 0)),
        )
    ),
    computed,
)
