"""Steps against the slopes, one for each batch, as ``plain.train`` takes them.

What is looked at now and then (the cost, the accuracy) is counted for many samples at
once: next to a small batch, counting takes as long as learning.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from derivlearn.network._functions import Array
from derivlearn.network._parameters import Parameters
from derivlearn.network._passes import Batch, Passes

# How many samples are run or measured at once: enough to be fast, few enough for the
# processor's cache.
ROWS_AT_ONCE = 256

Order = npt.NDArray[np.integer[Any]]


def slices(count: int, size: int) -> Iterator[slice]:
    """All of so many rows, some at a time."""
    for start in range(0, count, size):
        yield slice(start, start + size)


@np.errstate(all="ignore")
def measure(
    passes: Passes, parameters: Parameters, x: Array, y: Array
) -> tuple[float, float]:
    """The cost and the accuracy, each the mean over the samples."""
    cost, right = 0.0, 0
    for rows in slices(len(x), ROWS_AT_ONCE):
        batch = Batch(x[rows], parameters.sizes)
        passes.forward(parameters, batch)
        some = passes.tally(batch.z[-1], batch.a[-1], y[rows])
        cost += some[0]
        right += some[1]
    return cost / len(x), right / len(x)


class Descent:
    """What learns: a copy of the parameters, their slopes, the arrays of a batch."""

    def __init__(  # noqa: PLR0913 - what train was given
        self,
        passes: Passes,
        parameters: Parameters,
        x: Array,
        y: Array,
        *,
        batch_size: int,
        learning_rate: float,
    ) -> None:
        """Make all arrays that the steps need."""
        self.learner = parameters.empty_like()
        self.slopes = parameters.empty_like()
        self.passes = passes
        self.x = x
        self.y = y
        self.batch_size = batch_size
        self.learning_rate = learning_rate
        self.batches = {
            size: Batch(np.empty_like(x[:size]), parameters.sizes)
            for size in (batch_size, len(x) % batch_size)
        }

    @np.errstate(all="ignore")
    def epoch(self, order: Order) -> tuple[float, float]:
        """Take a step for each batch; return the mean cost and accuracy on the way."""
        cost, right = 0.0, 0
        steps_at_once = max(1, ROWS_AT_ONCE // self.batch_size)
        for some in slices(len(order), steps_at_once * self.batch_size):
            tally = self.steps(order[some])
            cost += tally[0]
            right += tally[1]
        return cost / len(order), right / len(order)

    def steps(self, order: Order) -> tuple[float, int]:
        """Take some steps, and count what they have made of their samples, together."""
        y = self.y[order]  # (N, n), of these steps
        z, a = np.empty_like(y), np.empty_like(y)  # where their last layers write
        for rows in slices(len(order), self.batch_size):
            numbers = order[rows]
            batch = self.batches[len(numbers)]
            self.x.take(numbers, axis=0, out=batch.a[0], mode="clip")
            batch.z[-1], batch.a[-1], batch.y = z[rows], a[rows], y[rows]
            self.step(batch)
        return self.passes.tally(z, a, y)

    def step(self, batch: Batch) -> None:
        """W ← W - rate · ∂C/∂W, and b likewise: one subtraction for all of them."""
        self.passes.forward(self.learner, batch)
        self.passes.backward(self.learner, batch, self.slopes)
        self.slopes.flat *= self.learning_rate / len(batch.y)
        self.learner.flat -= self.slopes.flat

    def has_ended_well(self, order: Order) -> bool:
        """Whether the last step has: no cost on the way tells of it."""
        rows = order[-1:]
        cost, _ = measure(self.passes, self.learner, self.x[rows], self.y[rows])
        return bool(np.isfinite(cost) and np.isfinite(self.learner.flat).all())
