"""Trains the network of the chapter on its first images, and keeps what it cost.

    python -m figures.overfitting.train

That takes some seconds, which no build should take: the costs lie beside this module,
and a test trains anew.
"""

import json
import math
from pathlib import Path

from figures.shared import images

from derivlearn_site.figures import constants

COSTS = Path(__file__).with_name("costs.json")
# With 100, the cost of the test data rises by so little that no eye sees it.
COUNTS = (200, 400, images.TRAINING)
EPOCHS = 100
DECIMALS = 5
TOLD: int = constants.beside(__file__)["decimals"]


def costs(count: int) -> dict[str, list[float]]:
    """Return what so many images, and those of the test, cost after each epoch."""
    pixels, labels = images.data()
    x = pixels / images.DARKEST
    some, test = slice(count), slice(images.TRAINING, None)
    learner = images.untrained()
    epochs = learner.train(
        x[some], labels[some], epochs=EPOCHS, batch_size=10, learning_rate=0.5, seed=1
    )
    found: dict[str, list[float]] = {"train": [], "test": []}
    for _ in epochs:
        found["train"].append(learner.cost_of(x[some], labels[some]))
        found["test"].append(learner.cost_of(x[test], labels[test]))
    return found


def shortened(cost: float) -> float:
    """Round a cost, such that it is told as if it had been rounded only once."""
    below = math.floor(cost * 10.0**DECIMALS)
    near = [round(each / 10.0**DECIMALS, DECIMALS) for each in (below, below + 1)]
    told = [each for each in near if round(each, TOLD) == round(cost, TOLD)]
    return min(told, key=lambda each: abs(each - cost))


def main() -> None:
    """Write the costs, a line for each number of images."""
    lines = []
    for count in COUNTS:
        curves = {
            name: [shortened(cost) for cost in curve]
            for name, curve in costs(count).items()
        }
        lines.append(f'"{count}": {json.dumps(curves)}')
    text = ",\n".join(lines)
    COSTS.write_text(f"{{\n{text}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
