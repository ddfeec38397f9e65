"""How long a step of learning takes as loops, as plain-Python matrices and in NumPy.

    python benchmarks/loops_and_matrices.py [--write] [--rounds 100]

The steps are those of the chapter `loops-and-matrices`, out of its own snippet. In each
round every one of them is timed, one after the other, and the shortest time counts: a
busy machine can make a step slower and never faster. `--write` puts the times where the
chapter's picture reads them, with the machine and the month.

At the end, the ratio that the chapter names: an epoch of `Network.train` in batches,
beside the same samples one by one in loops.
"""

import argparse
import datetime as dt
import json
import os
import platform
import runpy
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from derivlearn import data, example
from derivlearn.network import Network

ROOT = Path(__file__).parents[1]
SNIPPET = ROOT / "snippets/loops-and-matrices/step.py"
TIMES = ROOT / "figures/loops_and_matrices/times.json"

WAYS = ("loops", "matrices", "numpy")
SIZES = (1, 2, 4, 8, 16, 32, 64, 128)
# A single run lasts long enough for the clock.
LEAST_SECONDS = 2e-3

Step = Callable[[], object]


def seconds(step: Step, repeats: int) -> float:
    """Return how long one of so many runs takes."""
    begun = time.perf_counter()
    for _ in range(repeats):
        step()
    return (time.perf_counter() - begun) / repeats


def fastest(steps: list[Step], rounds: int) -> list[float]:
    """Return the shortest time of each."""
    repeats = [1 + int(LEAST_SECONDS / seconds(step, 1)) for step in steps]
    times = [
        [seconds(step, count) for step, count in zip(steps, repeats, strict=True)]
        for _ in range(rounds)
    ]
    return [min(of_one) for of_one in zip(*times, strict=True)]


def epoch_ratio(step_loops: Callable[..., None], rounds: int) -> float:
    """Return (one by one in loops) / (`train`), for an epoch of the digits."""
    images, labels = (np.array(part[:1297]) for part in data.digits())
    x = images / 16
    y = np.eye(10)[labels]
    network = Network([64, 30, 10], activation="sigmoid", cost="squared_error", seed=1)
    weights = [array.tolist() for array in network.weights]
    biases = [array.tolist() for array in network.biases]
    pairs = list(zip(x.tolist(), y.tolist(), strict=True))
    epochs = network.train(x, y, epochs=10**9, batch_size=10, learning_rate=0.5, seed=1)

    def one_by_one() -> None:
        for inputs, targets in pairs:
            step_loops(weights, biases, inputs, targets)

    loops, train = fastest([one_by_one, lambda: next(epochs)], max(3, rounds // 20))
    return loops / train


def main() -> None:
    """Measure, print, and keep the times if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    page: dict[str, Any] = runpy.run_path(str(SNIPPET))
    smallest = len(example.INPUTS) * len(example.HIDDEN_BIASES) + len(
        example.HIDDEN_BIASES
    ) * len(example.LAST_BIASES)
    took: dict[str, list[tuple[int, float]]] = {way: [] for way in WAYS}
    for size in SIZES:
        rounds = max(8, arguments.rounds // size)
        times = fastest(page["three_ways"](size), rounds)
        weights = smallest * size * size
        for way, each in zip(WAYS, times, strict=True):
            took[way].append((weights, float(f"{each:.3g}")))
        print(f"{weights:7} weights:", *(f"{each * 1e6:9.1f} µs" for each in times))
    print(f"epoch, loops / train: {epoch_ratio(page['step_loops'], arguments.rounds)}")
    if arguments.write:
        measured = {
            "machine": f"a cloud machine with {os.cpu_count()} cores, "
            f"{platform.machine()}, Python {platform.python_version()}, "
            f"NumPy {np.__version__}",
            "measured": f"{dt.datetime.now(tz=dt.UTC):%Y-%m}",
            "seconds of a step, by the number of weights": took,
        }
        text = json.dumps(measured, indent=1)
        TIMES.write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
